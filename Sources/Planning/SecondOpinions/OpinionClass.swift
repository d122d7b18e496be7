package import Wording

/// The class into which a published method puts a share, in the words of its authors.
package enum OpinionClass: String, Sendable, CaseIterable {
  /// The newest figure meets the target.
  case achieved = "achieved"
  /// The target will be met, or nearly.
  case onTrack = "on-track"
  /// The right way, but too slowly.
  case accelerate = "accelerate"
  /// Far too slowly.
  case limited = "limited-progress"
  /// Away from the target, by growth rates.
  case deterioration = "deterioration"
  /// Slow progress so far.
  case slow = "slow-progress"
  /// No progress, or away from the target.
  case regression = "regression"
  /// Met, or on track to be.
  case metOrOnTrack = "met-or-on-track"
  /// Fair progress that has to become faster.
  case fairProgress = "fair-progress"
  /// No progress to speak of, or away from the target.
  case stagnation = "stagnation-or-regression"
  /// The target is met or missed by very little.
  case sun = "sun"
  /// The target is missed by little.
  case sunAndCloud = "sun-and-cloud"
  /// The right way, but the target is missed by far.
  case cloud = "cloud"
  /// The wrong way.
  case storm = "thunderstorm"
  /// The line reaches the target.
  case lineReaches = "line-reaches"
  /// The line falls short of the target.
  case lineFallsShort = "line-falls-short"
  /// What is missing falls as fast as it has to.
  case fastEnough = "fast-enough"
  /// What is missing falls, but not as fast as it has to.
  case tooSlow = "too-slow"
  /// What is missing does not fall.
  case notFalling = "not-falling"

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .achieved: Phrase(vi: "đã đạt", en: "target achieved")
    case .onTrack: Phrase(vi: "đúng tiến độ", en: "on track")
    case .accelerate: Phrase(vi: "cần tăng tốc", en: "acceleration needed")
    case .limited: Phrase(vi: "tiến bộ hạn chế", en: "limited progress")
    case .deterioration: Phrase(vi: "xấu đi", en: "deterioration")
    case .slow: Phrase(vi: "tiến chậm", en: "slow progress")
    case .regression: Phrase(vi: "không tiến hoặc thụt lùi", en: "no progress or regression")
    case .metOrOnTrack: Phrase(vi: "đạt hoặc đúng tiến độ", en: "met or on track")
    case .fairProgress: Phrase(vi: "tiến bộ vừa phải, cần tăng tốc", en: "fair, must accelerate")
    case .stagnation: Phrase(vi: "giậm chân hoặc thụt lùi", en: "stagnation or regression")
    case .sun: Phrase(vi: "nắng", en: "sun")
    case .sunAndCloud: Phrase(vi: "nắng có mây", en: "sun and cloud")
    case .cloud: Phrase(vi: "nhiều mây", en: "cloud")
    case .storm: Phrase(vi: "giông", en: "thunderstorm")
    case .lineReaches: Phrase(vi: "đường thẳng tới ngưỡng", en: "the line reaches it")
    case .lineFallsShort: Phrase(vi: "đường thẳng không tới", en: "the line falls short")
    case .fastEnough: Phrase(vi: "giảm đủ nhanh", en: "falls fast enough")
    case .tooSlow: Phrase(vi: "giảm chưa đủ nhanh", en: "falls too slowly")
    case .notFalling: Phrase(vi: "không giảm", en: "does not fall")
    }
  }
}
