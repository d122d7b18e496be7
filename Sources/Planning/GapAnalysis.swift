import Forecasting
import Indicators
import Regulations
import Wording

/// The gap of each requirement: points, people, pace needed against pace so far, who answers.
enum GapAnalysis {
  /// Returns the result of a requirement; `companions` are all requirements of the level, `rates` and
  /// `gradeOutlook` what stands behind a grade.
  static func result(
    _ evidence: RequirementEvidence, forecast: Forecast, targetYear: Int,
    assignment: Assignment?, companions: [RequirementEvidence], library: PaceLibrary,
    rates: [RequirementResult] = [], gradeOutlook: [RequirementResult.GradeYear] = []
  ) -> RequirementResult {
    let requirement = evidence.requirement
    if evidence.threshold == nil {
      return factResult(
        evidence, forecast: forecast, assignment: assignment, rates: rates,
        gradeOutlook: gradeOutlook)
    }
    return shareResult(
      Share(
        id: requirement.id, criterion: requirement.criterion, indicator: requirement.indicator,
        title: requirement.title, shortTitle: requirement.shortTitle,
        threshold: evidence.threshold,
        isComparable: evidence.isComparable, foreignDefinition: evidence.foreignDefinition,
        series: evidence.series,
        sharingBase: sharingBase(of: requirement, among: companions)),
      forecast: forecast, targetYear: targetYear, assignment: assignment, library: library)
  }

  /// Returns the series of the shares that are taken of the same people.
  static func sharingBase(
    of requirement: Requirement, among companions: [RequirementEvidence]
  ) -> [IndicatorSeries] {
    companions.filter { requirement.base != nil && $0.requirement.base == requirement.base }
      .compactMap(\.series)
  }

  /// A share as a row: a requirement, or a supporting indicator without threshold.
  struct Share {
    let id: String
    let criterion: String?
    let indicator: String
    let title: Phrase
    let shortTitle: Phrase
    let threshold: ExactDecimal?
    let isComparable: Bool
    let foreignDefinition: String?
    let series: IndicatorSeries?
    /// The series of other shares of the same people.
    let sharingBase: [IndicatorSeries]
  }

  /// Returns the result of a share.
  static func shareResult(
    _ share: Share, forecast: Forecast, targetYear: Int, assignment: Assignment?,
    library: PaceLibrary
  ) -> RequirementResult {
    let latest = share.series?.latest
    let test = latest.flatMap { latest in
      share.threshold.map { ThresholdTest.isMet(latest, threshold: $0) }
    }
    let base = share.series.flatMap {
      BaseForecast.base(in: targetYear, of: $0, sharedWith: share.sharingBase)
    }
    let gapPoints = latest.flatMap { latest in share.threshold.map { $0.value - latest.percent } }
    let gapPeople: Int? = latest?.count.flatMap { count in
      guard let threshold = share.threshold, let base else { return nil }
      return ThresholdTest.required(threshold: threshold, base: base) - count
    }
    let probabilities = share.threshold.map { threshold in
      forecast.years.map { $0.distribution.probability(atLeast: threshold.value) }
    }
    func firstYear(atLeast probability: Double) -> Int? {
      probabilities?.firstIndex { $0 >= probability }.map { forecast.years[$0].year }
    }
    return RequirementResult(
      id: share.id, criterion: share.criterion, indicator: share.indicator, title: share.title,
      shortTitle: share.shortTitle, kind: .share, threshold: share.threshold,
      isComparable: share.isComparable,
      foreignDefinition: share.foreignDefinition, met: test?.met, metBasis: test?.basis,
      series: share.series, state: nil, baseForecast: base, gapPoints: gapPoints,
      gapPeople: gapPeople,
      paceNeeded: paceNeeded(
        gapPoints: gapPoints, isMet: test?.met == true, from: latest?.year, to: targetYear),
      leadAgency: assignment?.leadAgency,
      supportingAgencies: assignment?.supportingAgencies ?? [], forecast: forecast,
      probabilities: probabilities,
      statementRecord: record(of: share, forecast: forecast, targetYear: targetYear, library),
      rates: [], gradeOutlook: [],
      yearAtProbability50: firstYear(atLeast: 0.5),
      yearAtProbability80: firstYear(atLeast: 0.8))
  }

  private static func record(
    of share: Share, forecast: Forecast, targetYear: Int, _ library: PaceLibrary
  ) -> StatementRecord? {
    guard forecast.isOfPaceModel, let threshold = share.threshold?.value,
      let distribution = forecast.year(targetYear)?.distribution
    else { return nil }
    return StatementRecord.like(
      probability: distribution.probability(atLeast: threshold), threshold: threshold,
      isRise: (share.series?.latest?.percent ?? 0) < threshold,
      isAlone: forecast.otherPlaces == 0, record: forecast.record, library: library)
  }

  private static func paceNeeded(
    gapPoints: Double?, isMet: Bool, from year: Int?, to targetYear: Int
  ) -> Double? {
    guard let gapPoints, let year, !isMet, targetYear > year else { return nil }
    return gapPoints / Double(targetYear - year)
  }

  private static func factResult(
    _ evidence: RequirementEvidence, forecast: Forecast, assignment: Assignment?,
    rates: [RequirementResult], gradeOutlook: [RequirementResult.GradeYear]
  ) -> RequirementResult {
    let requirement = evidence.requirement
    let isGrade: Bool
    let threshold: ExactDecimal?
    switch requirement.kind {
    case .grade(let grade): (isGrade, threshold) = (true, ExactDecimal(grade))
    default: (isGrade, threshold) = (false, nil)
    }
    let current = evidence.records.last { !$0.isPlanned }
    let planned = evidence.records.last { $0.isPlanned }
    let state = (current ?? planned).map {
      RequirementResult.State(record: $0, planned: current == nil ? nil : planned)
    }
    let basis: MetBasis = isGrade ? .grade : .fact
    return RequirementResult(
      id: requirement.id, criterion: requirement.criterion, indicator: requirement.indicator,
      title: requirement.title,
      shortTitle: requirement.shortTitle, kind: isGrade ? .grade : .fact, threshold: threshold,
      isComparable: true, foreignDefinition: nil, met: current.flatMap { evidence.isMet($0) },
      metBasis: current == nil ? nil : basis, series: nil, state: state, baseForecast: nil,
      gapPoints: nil, gapPeople: nil, paceNeeded: nil, leadAgency: assignment?.leadAgency,
      supportingAgencies: assignment?.supportingAgencies ?? [], forecast: forecast,
      probabilities: nil, statementRecord: nil, rates: rates, gradeOutlook: gradeOutlook,
      yearAtProbability50: gradeOutlook.first { $0.probability >= 0.5 }?.year,
      yearAtProbability80: gradeOutlook.first { $0.probability >= 0.8 }?.year)
  }
}
