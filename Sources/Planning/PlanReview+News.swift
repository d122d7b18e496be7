import Forecasting
import Indicators
import Regulations
import Wording

/// What today's data say of a place whose plan is on record.
struct PlaceNews {
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
    let asked = requirement.threshold.map { RequirementKind.grade(Int($0.value)) }
    return (asked ?? .fact).isMet(by: record.value)
  }
}

extension PlanReview.Plan {
  /// Holds the data against one record.
  init(_ record: PlanArchive.Record, _ news: PlaceNews) {
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
