package import Indicators

/// What happened, held against the plans and forecasts on record.
package struct PlanReview: Sendable, Equatable {
  /// Whether a figure of today can be held against the plan.
  package enum Comparability: String, Sendable {
    /// It can.
    case comparable
    /// There is none of that year yet.
    case noFigure
    /// It is counted after another definition.
    case definition
    /// The series broke in between.
    case broken
  }

  /// A share in a year of the plan.
  package struct ShareYear: Sendable, Equatable {
    /// What was planned and expected of the requirement.
    package let requirement: ArchivedPlan.Requirement
    /// The year.
    package let year: Int
    /// What had to be reached; nil where the plan has no milestone for the year.
    package let milestone: ArchivedPlan.Milestone?
    /// What came; nil without a figure.
    package let actual: ArchivedPlan.Figure?
    /// Whether the two can be compared; all that follows is nil where they cannot.
    package let comparability: Comparability
    /// planned − actual in points; negative is ahead of the plan.
    package let slippagePoints: Double?
    /// planned − actual in people (households, clans …); nil without counts; negative is ahead.
    package let slippagePeople: Int?
    /// Whether the milestone was reached: by counts where both have some, else by percents.
    package let reached: Bool?
    /// Where in the forecast the actual fell: P(share ≤ actual), 0...1.
    package let pit: Double?
    /// Whether it fell into the central 50%.
    package let inside50: Bool?
    /// Whether it fell into the central 80%.
    package let inside80: Bool?
    /// The chance that was stated of reaching the threshold; nil where none was, or of another definition.
    package let probability: Double?
    /// Whether the threshold was reached; nil when undecided.
    package let cameTrue: Bool?
  }

  /// A fact or grade in a year in which it had to be in place.
  package struct FactYear: Sendable, Equatable {
    /// The requirement.
    package let requirement: ArchivedPlan.Requirement
    /// The year.
    package let year: Int
    /// Whether it is in place; nil when the data do not say.
    package let met: Bool?
  }

  /// The statement on the level in a year.
  package struct LevelYear: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The chance that was stated; nil where none was.
    package let probability: Double?
    /// Whether all requirements are met by today's data, thresholds as archived; nil when some are unknown.
    package let met: Bool?
    /// Whether what was stated came true: the same without the requirements it was conditional on.
    package let cameTrue: Bool?
  }

  /// A figure that the plan rested on and that reads differently today.
  package struct Revision: Sendable, Equatable {
    /// The id of the requirement.
    package let requirement: String
    /// As it was known.
    package let archived: ArchivedPlan.Figure
    /// As it is known now.
    package let today: ArchivedPlan.Figure
  }

  /// What an agency reached of what it leads, in the newest year of each requirement.
  package struct Agency: Sendable, Equatable {
    /// Its name; nil for requirements that nobody was assigned to.
    package let name: String?
    /// How many milestones could be held against a figure.
    package let count: Int
    /// How many were reached.
    package let reached: Int
    /// Those that were not, in rule order.
    package let behind: [ShareYear]
    /// Facts and grades that had to be in place and are not, in rule order.
    package let missingFacts: [FactYear]
  }

  /// One plan on record and what became of it.
  package struct Plan: Sendable, Equatable {
    /// The record.
    package let record: PlanArchive.Record
    /// The shares, by rule and year.
    package let shares: [ShareYear]
    /// The facts and grades that had to be in place, by rule and year.
    package let facts: [FactYear]
    /// The statements on the level, by year.
    package let levels: [LevelYear]
    /// Figures that were revised since.
    package let revisions: [Revision]
    /// Who reached what, in order of the rules.
    package let agencies: [Agency]

    /// Whether anything of a later year is known.
    package var hasNews: Bool {
      shares.contains { $0.actual != nil } || facts.contains { $0.met != nil }
    }
  }

  /// The place.
  package let place: String
  /// The newest plan of each level and base year, oldest first.
  package let plans: [Plan]
  /// How statements of all records of the place came out.
  package let calibration: ReviewCalibration

  /// Holds today's data against plans on record.
  ///
  /// - Parameters:
  ///   - records: the records of the place, oldest first.
  ///   - place: the place.
  ///   - dataset: today's data.
  ///   - date: the day from which the data are seen; nil sees everything.
  /// - Complexity: O(records · requirements · years).
  package init(
    of records: [PlanArchive.Record], place: String, dataset: Dataset, asOf date: CalendarDate?
  ) {
    let news = PlaceNews(place: place, dataset: dataset, date: date)
    let all = records.map { Plan($0, news) }
    let newest = Set(PlanArchive.newest(of: records).map(\.sequence))
    self.place = place
    plans = all.filter { newest.contains($0.record.sequence) }
    calibration = ReviewCalibration(of: all)
  }
}
