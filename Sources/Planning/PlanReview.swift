import Forecasting
package import Indicators
import Wording

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

/// What today's data say of a place.
private struct PlaceNews {
  let place: String
  let dataset: Dataset
  let date: CalendarDate?

  func series(_ indicator: String) -> IndicatorSeries? {
    dataset.panel.series(place: place, indicator: indicator, asOf: date)
  }

  /// Returns whether a fact or grade was in place in a year; nil when the data do not say.
  func isInPlace(_ requirement: ArchivedPlan.Requirement, in year: Int) -> Bool? {
    let records = dataset.facts(place: place, indicator: requirement.indicator, asOf: date)
    guard let record = records.last(where: { $0.year <= year && !$0.isPlanned }) else { return nil }
    switch (requirement.threshold, record.value) {
    case (let asked?, .grade(let reached)): return Double(reached) >= asked.value
    case (let asked?, .met): return asked.value <= 1 ? true : nil
    case (_, .met): return true
    case (_, .notMet): return false
    case (nil, .grade(let reached)): return reached >= 1
    }
  }
}

extension PlanReview.Plan {
  fileprivate init(_ record: PlanArchive.Record, _ news: PlaceNews) {
    let plan = record.plan
    let newestYear = plan.requirements.compactMap { news.series($0.indicator)?.latest?.year }.max()
    let years = newestYear.map { newest in
      plan.outlook.map(\.year).filter { $0 <= newest }
    }
    self.record = record
    shares = plan.requirements.flatMap { requirement in
      PlanReview.ShareYear.years(of: requirement, years ?? [], news)
    }
    facts = plan.requirements.filter { $0.kind != .share }.flatMap { requirement in
      (years ?? []).filter { requirement.isExpected(in: $0, targetYear: plan.targetYear) }.map {
        PlanReview.FactYear(
          requirement: requirement, year: $0, met: news.isInPlace(requirement, in: $0))
      }
    }
    let found = shares
    levels = plan.outlook.filter { (years ?? []).contains($0.year) }.map { statement in
      PlanReview.LevelYear(statement, of: plan, shares: found, news)
    }
    revisions = plan.requirements.compactMap { PlanReview.Revision($0, news) }
    agencies = PlanReview.Agency.agencies(
      of: plan.requirements, shares: shares, facts: facts)
  }
}

extension PlanReview.ShareYear {
  fileprivate static func years(
    of requirement: ArchivedPlan.Requirement, _ years: [Int], _ news: PlaceNews
  ) -> [PlanReview.ShareYear] {
    guard requirement.kind == .share, let current = requirement.current else { return [] }
    let series = news.series(requirement.indicator)
    return years.filter { $0 > current.year }.map { year in
      let actual = series?.observation(in: year)
      return PlanReview.ShareYear(
        requirement, year: year, actual: actual,
        comparability: comparability(of: requirement, series, actual, since: current.year))
    }
  }

  private static func comparability(
    of requirement: ArchivedPlan.Requirement, _ series: IndicatorSeries?, _ actual: Observation?,
    since year: Int
  ) -> PlanReview.Comparability {
    guard let series, let actual else { return .noFigure }
    if series.breaks.contains(where: { $0.year > year && $0.year <= actual.year }) {
      return .broken
    }
    if let then = requirement.definition, let now = series.indicator.definition, then != now {
      return .definition
    }
    return .comparable
  }

  private init(
    _ requirement: ArchivedPlan.Requirement, year: Int, actual: Observation?,
    comparability: PlanReview.Comparability
  ) {
    let milestone = requirement.milestones.first { $0.year == year }
    let expectation = requirement.forecast.first { $0.year == year }
    let counted = comparability == .comparable ? actual : nil
    let people = counted?.count.flatMap { count in milestone?.count.map { $0 - count } }
    let points = counted.flatMap { actual in milestone.map { $0.percent - actual.percent } }
    let distribution = counted == nil ? nil : expectation?.distribution
    func isInside(_ level: Double) -> Bool? {
      counted.flatMap { actual in distribution?.interval(level).contains(actual.percent) }
    }
    let isStated = requirement.isComparable && expectation?.probability != nil
    self.init(
      requirement: requirement, year: year, milestone: milestone,
      actual: actual.map { ArchivedPlan.Figure($0) }, comparability: comparability,
      slippagePoints: points, slippagePeople: people,
      reached: people.map { $0 <= 0 } ?? points.map { $0 <= 0 },
      pit: counted.flatMap { actual in distribution?.probability(atMost: actual.percent) },
      inside50: isInside(0.5), inside80: isInside(0.8),
      probability: isStated && counted != nil ? expectation?.probability : nil,
      cameTrue: counted.flatMap { actual in
        requirement.threshold.flatMap { ThresholdTest.isMet(actual, threshold: $0).met }
      })
  }
}

extension ArchivedPlan.Requirement {
  /// Whether a fact or grade had to be in place: it was, it was planned, or the level was wanted.
  fileprivate func isExpected(in year: Int, targetYear: Int) -> Bool {
    met == true || year >= targetYear || plannedYear.map { year >= $0 } == true
  }
}

extension PlanReview.LevelYear {
  fileprivate init(
    _ statement: ArchivedPlan.LevelStatement, of plan: ArchivedPlan,
    shares: [PlanReview.ShareYear], _ news: PlaceNews
  ) {
    let states = plan.requirements.map { requirement -> (id: String, met: Bool?) in
      guard requirement.kind == .share else {
        return (requirement.id, news.isInPlace(requirement, in: statement.year))
      }
      let found = shares.first {
        $0.requirement.id == requirement.id && $0.year == statement.year
      }
      return (requirement.id, requirement.isComparable ? found?.cameTrue : nil)
    }
    func all(_ states: [(id: String, met: Bool?)]) -> Bool? {
      if states.contains(where: { $0.met == false }) { return false }
      return states.allSatisfy { $0.met == true } ? true : nil
    }
    self.init(
      year: statement.year, probability: statement.probability, met: all(states),
      cameTrue: all(states.filter { !statement.conditionalOn.contains($0.id) }))
  }
}

extension PlanReview.Revision {
  fileprivate init?(_ requirement: ArchivedPlan.Requirement, _ news: PlaceNews) {
    guard let archived = requirement.current,
      let observation = news.series(requirement.indicator)?.observation(in: archived.year)
    else { return nil }
    let today = ArchivedPlan.Figure(observation)
    // Percents are kept to six decimals.
    let isSame =
      today.count == archived.count && today.base == archived.base
      && abs(today.percent - archived.percent) < 1e-5
    if isSame { return nil }
    self.init(requirement: requirement.id, archived: archived, today: today)
  }
}

extension PlanReview.Agency {
  fileprivate static func agencies(
    of requirements: [ArchivedPlan.Requirement], shares: [PlanReview.ShareYear],
    facts: [PlanReview.FactYear]
  ) -> [PlanReview.Agency] {
    var names: [String?] = []
    for requirement in requirements where !names.contains(requirement.leadAgency) {
      names.append(requirement.leadAgency)
    }
    return names.map { name in
      let own = requirements.filter { $0.leadAgency == name }
      let newest = own.compactMap { requirement in
        shares.last { $0.requirement.id == requirement.id && $0.reached != nil }
      }
      let states = own.compactMap { requirement in
        facts.last { $0.requirement.id == requirement.id && $0.met != nil }
      }
      return PlanReview.Agency(
        name: name, count: newest.count + states.count,
        reached: newest.count { $0.reached == true } + states.count { $0.met == true },
        behind: newest.filter { $0.reached == false },
        missingFacts: states.filter { $0.met == false })
    }.filter { $0.count > 0 }
  }
}
