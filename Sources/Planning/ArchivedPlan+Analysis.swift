package import Forecasting
package import Indicators
import Regulations
import Wording

extension ArchivedPlan {
  /// Puts an answer and its milestones in the form in which they are kept.
  ///
  /// - Parameters:
  ///   - analysis: the answer.
  ///   - milestones: its milestones.
  ///   - inputs: the files that it was made from.
  ///   - toolVersion: the version of the program.
  package init(
    _ analysis: Analysis, _ milestones: Milestones, inputs: [Input], toolVersion: String
  ) {
    self.init(
      toolVersion: toolVersion, place: analysis.place.name, regulation: analysis.level.regulation,
      level: analysis.level.id, levelTitle: analysis.level.title, notice: analysis.level.notice,
      baseYear: analysis.baseYear, targetYear: analysis.targetYear, asOf: analysis.asOf,
      model: analysis.modelTitle, isIllustrative: analysis.isIllustrative, inputs: inputs,
      requirements: milestones.plans.map { Requirement($0) },
      outlook: analysis.outlook.map {
        LevelStatement(
          year: $0.year, probability: $0.probability,
          probabilityIfFactsMet: $0.probabilityIfFactsMet, conditionalOn: $0.conditionalOn)
      })
  }
}

extension ArchivedPlan.Requirement {
  fileprivate init(_ plan: Milestones.Plan) {
    let result = plan.result
    self.init(
      id: result.id, indicator: result.indicator, title: result.shortTitle,
      kind: ArchivedPlan.Kind(result.kind), threshold: result.threshold,
      definition: result.latest == nil ? nil : result.series?.indicator.definition,
      isComparable: result.isComparable, leadAgency: result.leadAgency, met: result.met,
      current: result.latest.map { ArchivedPlan.Figure($0) },
      plannedYear: result.state?.plan?.year,
      milestones: plan.years.map {
        ArchivedPlan.Milestone(
          year: $0.year, base: $0.base, count: $0.count, percent: $0.percent)
      },
      forecast: result.forecast.years.enumerated().map { index, year in
        ArchivedPlan.Expectation(
          year.year, year.distribution, probability: result.probabilities?[index])
      })
  }
}

extension ArchivedPlan.Kind {
  fileprivate init(_ kind: RequirementResult.Kind) {
    switch kind {
    case .share: self = .share
    case .grade: self = .grade
    case .fact: self = .fact
    }
  }
}

extension ArchivedPlan.Figure {
  /// Makes a figure of an observation.
  init(_ observation: Observation) {
    self.init(
      year: observation.year, count: observation.count, base: observation.base,
      percent: observation.percent, status: observation.status)
  }
}

extension ArchivedPlan.Expectation {
  fileprivate init(_ year: Int, _ distribution: ShareDistribution, probability: Double?) {
    let interval = distribution.interval(0.8)
    self.init(
      year: year, valueScale: distribution.valueScale.rawValue, location: distribution.location,
      spread: distribution.scale, degreesOfFreedom: distribution.degreesOfFreedom,
      median: distribution.median, lower80: interval.lowerBound, upper80: interval.upperBound,
      probability: probability)
  }

  /// The distribution, of which every statement can be made again; nil for a scale that is not known.
  package var distribution: ShareDistribution? {
    ValueScale(rawValue: valueScale).map {
      ShareDistribution(
        location: location, scale: spread, degreesOfFreedom: degreesOfFreedom, on: $0)
    }
  }
}
