package import Indicators

/// A record of a fact or grade, and whether it decides.
package struct ExplainedRecord: Sendable, Equatable {
  /// What became of it.
  package enum Use: String, Sendable {
    /// It decides the year asked for.
    case used
    /// A later record decides.
    case earlier
    /// It holds from a later year on.
    case later
    /// It was published after the day from which the data are seen.
    case unpublished
    /// It is a plan that a fact has reached or passed.
    case supersededPlan
    /// It is a plan, and the past is asked for.
    case plan
    /// A newer release of the same year decides.
    case superseded
  }

  /// The record.
  package let record: FactRecord
  /// What became of it.
  package let use: Use
}
