package import Wording

/// A number behind a class, with its name and unit.
package struct OpinionNumber: Sendable, Equatable {
  /// How a number is meant.
  package enum Unit: String, Sendable {
    /// A share, percent; may leave 0...100 where a method knows no bounds.
    case percent
    /// Percentage points a year.
    case pointsPerYear = "points-per-year"
    /// Percent of itself a year.
    case percentPerYear = "percent-per-year"
    /// A part of a whole, 1 for all.
    case ratio
    /// A number on the method's own scale.
    case index
  }

  /// What a number tells.
  package enum Quantity: String, Sendable, CaseIterable {
    /// The first figure used.
    case baseValue
    /// The share that the method expects in the target year.
    case projected
    /// The slope of the line.
    case slope
    /// The standard error of the slope.
    case slopeError
    /// 1 − RSS/TSS.
    case rSquared
    /// The lower end of the textbook 80% interval.
    case lower80
    /// The upper end of the textbook 80% interval.
    case upper80
    /// 0 at the base, 10 at the target: where the newest figure is.
    case currentStatusIndex
    /// 0 at the base, 10 at the target: where the projection is.
    case anticipatedProgressIndex
    /// The part of the way from base to target that is still missing in the target year.
    case anticipatedGap
    /// The projection of the variant by mean yearly changes of the log odds.
    case projectedByLogit
    /// The compound growth rate so far.
    case growthObserved
    /// The compound growth rate from base to target.
    case growthRequired
    /// Growth so far over growth required.
    case growthRatio
    /// The score of Open SDG, −5...5.
    case score
    /// The part of the way from base to target that the projection goes.
    case distanceCovered
    /// The mean of the last yearly changes.
    case meanChange
    /// The part of the way from now to the target by which the projection misses.
    case missShare
    /// 1 − exp(slope of the logarithm).
    case reductionRate
    /// The same from first and newest figure only.
    case reductionRateEndpoints
    /// The rate that leads from the newest figure to the target.
    case reductionRateRequired
  }

  /// What it tells.
  package let quantity: Quantity
  /// The number, in the unit of the quantity; nil where the method cannot give it.
  package let value: Double?

  init(_ quantity: Quantity, _ value: Double?) {
    self.quantity = quantity
    self.value = value
  }
}

extension OpinionNumber.Quantity {
  /// The unit of the number.
  package var unit: OpinionNumber.Unit {
    switch self {
    case .baseValue, .projected, .lower80, .upper80, .projectedByLogit: .percent
    case .slope, .slopeError, .meanChange: .pointsPerYear
    case .growthObserved, .growthRequired, .reductionRate, .reductionRateEndpoints,
      .reductionRateRequired:
      .percentPerYear
    case .rSquared, .anticipatedGap, .growthRatio, .distanceCovered, .missShare: .ratio
    case .currentStatusIndex, .anticipatedProgressIndex, .score: .index
    }
  }

  /// The name for people.
  package var title: Phrase {
    switch self {
    case .baseValue: Phrase(vi: "giá trị gốc", en: "base value")
    case .projected: Phrase(vi: "giá trị chiếu tới năm mục tiêu", en: "projected value")
    case .slope: Phrase(vi: "độ dốc", en: "slope")
    case .slopeError: Phrase(vi: "sai số chuẩn của độ dốc", en: "standard error of the slope")
    case .rSquared: Phrase(vi: "hệ số xác định R²", en: "R²")
    case .lower80:
      Phrase(vi: "cận dưới 80% theo sách giáo khoa", en: "lower end of the textbook 80%")
    case .upper80:
      Phrase(vi: "cận trên 80% theo sách giáo khoa", en: "upper end of the textbook 80%")
    case .currentStatusIndex: Phrase(vi: "chỉ số hiện trạng", en: "current status index")
    case .anticipatedProgressIndex:
      Phrase(vi: "chỉ số tiến bộ dự kiến", en: "anticipated progress index")
    case .anticipatedGap: Phrase(vi: "phần đường còn thiếu", en: "anticipated gap")
    case .projectedByLogit:
      Phrase(vi: "giá trị chiếu theo biến thể logit", en: "projected by the logit variant")
    case .growthObserved: Phrase(vi: "tốc độ tăng đã qua", en: "growth observed")
    case .growthRequired: Phrase(vi: "tốc độ tăng cần có", en: "growth required")
    case .growthRatio: Phrase(vi: "tỷ số đã qua trên cần có", en: "observed over required")
    case .score: Phrase(vi: "điểm (thang −5 đến +5)", en: "score (−5 to +5)")
    case .distanceCovered: Phrase(vi: "phần đường đi được", en: "distance covered")
    case .meanChange: Phrase(vi: "mức thay đổi trung bình", en: "mean yearly change")
    case .missShare: Phrase(vi: "phần thiếu hụt", en: "share missed")
    case .reductionRate: Phrase(vi: "tốc độ giảm bình quân", en: "average rate of reduction")
    case .reductionRateEndpoints:
      Phrase(vi: "tốc độ giảm theo năm đầu và năm cuối", en: "rate from first and last year")
    case .reductionRateRequired: Phrase(vi: "tốc độ giảm cần có", en: "rate of reduction required")
    }
  }
}
