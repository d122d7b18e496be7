import Indicators
import Regulations
import Wording

/// A requirement of a level together with the data that speak of it.
struct RequirementEvidence {
  let requirement: Requirement
  /// The threshold of a share for this place.
  let threshold: ExactDecimal?
  /// The figures of a share as seen on the day; nil when the panel does not know the indicator.
  let series: IndicatorSeries?
  /// The records of a fact or grade as seen on the day.
  let records: [FactRecord]
  /// Whether the data are counted as the rule asks.
  let isComparable: Bool
  /// The definition of the data where it differs from the rule's.
  let foreignDefinition: String?

  init(_ requirement: Requirement, dataset: Dataset, request: AnalysisRequest) {
    self.requirement = requirement
    let place = request.place
    if case .share = requirement.kind {
      threshold = requirement.threshold(inDifficultArea: place.isDifficultArea)
      series = dataset.panel.series(
        place: place.name, indicator: requirement.indicator, asOf: request.asOf)
      records = []
    } else {
      threshold = nil
      series = nil
      records = Self.withoutSupersededPlans(
        dataset.facts(place: place.name, indicator: requirement.indicator, asOf: request.asOf))
    }
    let declared = series?.latest == nil ? nil : series?.indicator.definition
    let differs =
      declared != nil && requirement.definition != nil
      && declared != requirement.definition
    foreignDefinition = differs ? declared : nil
    isComparable = !differs || request.acceptedDefinitions.contains(declared ?? "")
  }

  /// Returns the records without plans for years that facts have reached or passed.
  private static func withoutSupersededPlans(_ records: [FactRecord]) -> [FactRecord] {
    guard let lastFact = records.last(where: { !$0.isPlanned }) else { return records }
    return records.filter { !$0.isPlanned || $0.year > lastFact.year }
  }

  /// Whether the requirement was met in a past year; nil when unknown.
  func wasMet(in year: Int) -> Bool? {
    if let threshold {
      guard isComparable, let series, let observation = series.observation(in: year) else {
        return nil
      }
      let isAfterRedefinition = series.breaks.allSatisfy {
        $0.kind != .definition || $0.year <= year
      }
      return isAfterRedefinition
        ? ThresholdTest.isMet(observation, threshold: threshold).met : nil
    }
    return records.last { $0.year <= year && !$0.isPlanned }.flatMap { isMet($0) }
  }

  /// Whether a fact or grade will be met in a coming year if nothing but the plan changes it.
  func willBeMet(in year: Int) -> Bool? {
    records.last { $0.year <= year }.flatMap { isMet($0) }
  }

  /// Whether a record fulfils the requirement; nil for "met" where a grade above 1 is asked for.
  func isMet(_ record: FactRecord) -> Bool? {
    switch (requirement.kind, record.value) {
    case (.grade(let asked), .grade(let reached)): reached >= asked
    case (.grade(let asked), .met): asked <= 1 ? true : nil
    case (_, .met): true
    case (_, .notMet): false
    case (_, .grade(let reached)): reached >= 1
    }
  }
}
