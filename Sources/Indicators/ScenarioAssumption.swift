package import Diagnostics

/// What a user assumes of one requirement in coming years, as a row of a scenario file says it.
package struct ScenarioAssumption: Sendable, Equatable {
  /// What is assumed.
  package enum Change: Sendable, Equatable {
    /// A pace in points a year from the year on, instead of what is expected.
    case pace(Double)
    /// Points that the share gains, or loses, once in the year, beyond its pace.
    case points(Double)
    /// People (households, clans …) that the count gains, or loses, once in the year, beyond its pace.
    case people(Int)
    /// The state of a fact or grade from the year on.
    case state(FactValue)
  }

  /// The name of the scenario; empty where the file holds one only.
  package let scenario: String
  /// The id of the requirement.
  package let requirement: String
  /// The first year for which it holds; nil for the first coming year.
  package let year: Int?
  /// What is assumed.
  package let change: Change
  /// Where it stands in the input.
  package let position: InputPosition

  package init(
    scenario: String = "", requirement: String, year: Int? = nil, change: Change,
    position: InputPosition
  ) {
    self.scenario = scenario
    self.requirement = requirement
    self.year = year
    self.change = change
    self.position = position
  }
}
