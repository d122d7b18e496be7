import Indicators
import Regulations
import Wording

/// What a published method says of the shares of a level; facts and grades are none of its business.
package struct MethodOpinions: Sendable, Equatable {
  /// The method.
  package let method: PublishedMethod
  /// One opinion a share that the level asks for, in rule order.
  package let opinions: [SecondOpinion]
  /// The opinion on all shares together; nil where the method defines none or assessed no share.
  package let level: LevelOpinion?

  /// Asks a method about the shares of a level.
  ///
  /// - Parameters:
  ///   - method: the method.
  ///   - evidence: the requirements of the level with the figures that are seen, in rule order.
  ///   - targetYear: the year in which the level is asked for.
  ///   - isMaintained: whether the place is recognised at the level, so that it has to be kept.
  /// - Complexity: O(figures).
  init(
    _ method: PublishedMethod, of evidence: [RequirementEvidence], targetYear: Int,
    isMaintained: Bool
  ) {
    self.method = method
    opinions = evidence.filter { $0.threshold != nil }.map { item in
      guard item.isComparable else {
        return SecondOpinion(refusing: item.requirement.id, by: method, .notComparable)
      }
      return method.opinion(
        on: OpinionQuestion(
          item, targetYear: targetYear, isMaintained: isMaintained))
    }
    level = method.level(of: opinions)
  }

  /// Returns the opinion on a requirement; nil for facts and grades.
  package func opinion(on requirement: String) -> SecondOpinion? {
    opinions.first { $0.requirement == requirement }
  }
}

/// What a published method says of several shares together.
package struct LevelOpinion: Sendable, Equatable {
  /// The class.
  package let verdict: OpinionClass
  /// The mean score, −5...5; nil where the method has none.
  package let score: Double?
  /// The requirements that decide, in rule order; empty where all count alike.
  package let deciding: [String]
  /// The requirements that the method did not assess, in rule order.
  package let unassessed: [String]
}

extension OpinionQuestion {
  /// Asks about a requirement with a threshold: its figures since the last break.
  ///
  /// - Precondition: the requirement has a threshold.
  init(_ evidence: RequirementEvidence, targetYear: Int, isMaintained: Bool) {
    guard let threshold = evidence.threshold else {
      preconditionFailure("only a share has a target")
    }
    self.init(
      requirement: evidence.requirement.id,
      points: (evidence.series?.comparableObservations ?? [])
        .filter(\.percent.isFinite).map { Point(year: $0.year, percent: $0.percent) },
      target: threshold.value, targetYear: targetYear,
      isFalling: evidence.requirement.direction == .down, isMaintained: isMaintained)
  }
}
