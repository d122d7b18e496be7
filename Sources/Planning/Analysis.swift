package import Diagnostics
package import Forecasting
package import Indicators
package import Regulations
package import Wording

/// The answer: everything that a renderer needs, so that nothing looks back.
package struct Analysis: Sendable {
  /// The place.
  package let place: Place
  /// The level asked for.
  package let level: Level
  /// The name of the data set.
  package let datasetTitle: String
  /// Who published the figures; nil when the data do not say.
  package let source: String?
  /// Whether the figures are made up.
  package let isIllustrative: Bool
  /// What a reader has to be told of the data.
  package let notice: Phrase?
  /// The day from which the data were seen; nil for everything.
  package let asOf: CalendarDate?
  /// The name of the model.
  package let modelTitle: Phrase
  /// What has to be known of the model before its numbers are used; nil when nothing.
  package let modelCaution: Phrase?
  /// The newest year with a visible figure of any share of the level; without such, of a rate behind a grade.
  package let baseYear: Int
  /// The year that pace and gap refer to.
  package let targetYear: Int
  /// Whether the level was met in each past year.
  package let history: [LevelYear]
  /// The same for every level that fits the place, in rule order.
  package let heldLevels: [HeldLevel]
  /// What was recognised, and whether it is kept; nil without a recognition.
  package let recognition: RecognitionOutlook?
  /// When the level can be recognised at the earliest by the calendar; nil where nobody recognises it.
  package let schedule: LevelSchedule?
  /// What the data say of how the shares hang together.
  package let dependence: LevelDependence
  /// ρ₀, the rule files' default for all levels of a place.
  ///
  /// It is that of the first level in rule order, law before plans.
  package let standardCorrelation: Double
  /// ρ of the copula of all levels, from that default and what the data say.
  package let correlation: Double
  /// The chance of the level in each coming year.
  package let outlook: [OutlookYear]
  /// One row a requirement, in rule order.
  package let requirements: [RequirementResult]
  /// Supporting indicators that are no condition of the level.
  package let supporting: [RequirementResult]
  /// What published methods of others say, one entry a method asked for; no results of this program.
  package let opinions: [MethodOpinions]
  /// What has to be known when reading this; no errors.
  package let diagnostics: [Diagnostic]

  /// The requirements, each grade followed by the rates behind it.
  ///
  /// A rate behind several grades stands once where one threshold contains the others: under the grade that
  /// asks for the fewest rates, the earlier of equals.
  package var rows: [RequirementResult] {
    func isTold(_ rate: RequirementResult, besides index: Int) -> Bool {
      let own = requirements[index].rates.count
      return requirements.indices.contains { other in
        let rates = requirements[other].rates
        guard other != index, (rates.count, other) < (own, index),
          let same = rates.first(where: { $0.id == rate.id }), let high = same.threshold,
          let low = rate.threshold
        else { return false }
        return high >= low
      }
    }
    return requirements.enumerated().flatMap { index, result in
      [result] + result.rates.filter { !isTold($0, besides: index) }
    }
  }
}

/// Whether a level was met in a year.
package struct LevelYear: Sendable, Equatable {
  /// The assessed year.
  package let year: Int
  /// Whether all requirements were met; nil when none failed but some are unknown.
  package let met: Bool?
  /// The requirements that failed, in rule order.
  package let failing: [String]
  /// The requirements without a comparable figure, in rule order.
  package let unknown: [String]
}

/// A level, the past years in which the data met it, and the chance of coming ones.
package struct HeldLevel: Sendable, Equatable {
  /// The level.
  package let level: Level
  /// Each past year.
  package let years: [LevelYear]
  /// The chance of each coming year.
  package let outlook: [OutlookYear]
  /// One row a requirement, in rule order.
  package let requirements: [RequirementResult]
}

/// A recognised level and the chance of keeping its conditions.
package struct RecognitionOutlook: Sendable, Equatable {
  /// The decision.
  package let recognition: Recognition
  /// The level that was recognised; nil when no rule file defines it.
  package let level: Level?
  /// The last day on which the recognition holds; nil when the rule or the day is not known.
  package let validThrough: CalendarDate?
  /// The chance that the data of each coming year meet it.
  package let outlook: [OutlookYear]
  /// The risk of falling below each threshold while the recognition is valid.
  package let risks: [MaintainRisk]
}

/// The chance of a level in a coming year.
package struct OutlookYear: Sendable, Equatable {
  /// The chance of one share, for the requirement that asks for it.
  package struct Marginal: Sendable, Equatable {
    /// The requirement: the share itself, or the grade that the share is a rate of.
    package let requirement: String
    /// The indicator of the share.
    package let indicator: String
    /// The threshold, percent.
    package let threshold: Double
    /// The chance that it reaches its threshold.
    package let probability: Double
  }

  /// The assessed year.
  package let year: Int
  /// The chance that all requirements with data are met; nil when no comparable share is left.
  package let probability: Double?
  /// The chance that the shares alone are met.
  package let probabilityIfFactsMet: Double?
  /// The smallest chance that any dependence between requirements allows.
  package let frechetLower: Double?
  /// The largest chance that any dependence allows: the smallest chance of a requirement.
  package let frechetUpper: Double?
  /// The requirements whose certainty would raise the chance most; failing facts when they forbid it.
  package let bindingRequirements: [String]
  /// The facts and grades that fail in that year, in rule order.
  package let failingFacts: [String]
  /// Facts and grades taken to keep their state, or to change as planned.
  package let assumedFacts: [String]
  /// Requirements that nothing comparable is known of: the chance holds if they are met.
  package let conditionalOn: [String]
  /// The chances that the joint chance is made of, in rule order.
  package let marginals: [Marginal]
}

/// One requirement, or a supporting indicator, with all that is known and expected of it.
package struct RequirementResult: Sendable, Equatable {
  /// What is asked for.
  package enum Kind: String, Sendable {
    /// A measured share.
    case share
    /// A grade awarded by others.
    case grade
    /// A pass/fail item.
    case fact
  }

  /// The chance of a grade in a coming year.
  package struct GradeYear: Sendable, Equatable {
    /// The assessed year.
    package let year: Int
    /// The joint chance of its rates.
    package let probability: Double
  }

  /// The newest state of a fact or grade.
  package struct State: Sendable, Equatable {
    /// The record.
    package let record: FactRecord
    /// A later state that the data date; nil when none.
    package let planned: FactRecord?

    /// The plan that coming years rest on: the later state, or the record where that is a plan.
    package var plan: FactRecord? { planned ?? (record.isPlanned ? record : nil) }
  }

  /// The id in the rule file.
  package let id: String
  /// The criterion that it belongs to; nil for supporting indicators.
  package let criterion: String?
  /// The indicator.
  package let indicator: String
  /// Its name for people.
  package let title: Phrase
  /// Its name in a few words, for tables.
  package let shortTitle: Phrase
  /// What is asked for.
  package let kind: Kind
  /// The threshold: percent of a share, number of a grade; nil for facts and without one.
  package let threshold: ExactDecimal?
  /// Whether the data are counted as the rule asks, or were accepted as such.
  package let isComparable: Bool
  /// The definition of the data where it differs from the rule's; nil where it does not.
  package let foreignDefinition: String?
  /// Whether the newest state meets it; nil when unknown or undecided.
  package let met: Bool?
  /// What `met` rests on; nil without data.
  package let metBasis: MetBasis?
  /// The yearly figures; nil for facts and grades and for unknown indicators.
  package let series: IndicatorSeries?
  /// The newest state; nil for shares and without data.
  package let state: State?
  /// The base in the target year; nil without counts.
  package let baseForecast: Int?
  /// threshold − percent; nil without threshold or figure.
  package let gapPoints: Double?
  /// People (households, clans …) missing in the target year; negative is a reserve.
  package let gapPeople: Int?
  /// Points a year to reach the threshold in the target year; nil when met.
  package let paceNeeded: Double?
  /// Who leads.
  package let leadAgency: String?
  /// Who supports.
  package let supportingAgencies: [String]
  /// The forecast; without years for facts and grades.
  package let forecast: Forecast
  /// The chance of reaching the threshold in each forecast year; nil without threshold.
  package let probabilities: [Double]?
  /// How often statements like that for the target year came true; nil without threshold or record.
  package let statementRecord: StatementRecord?
  /// The rates behind a grade, as rows of their own; empty for other kinds, and where the data have no
  /// figure of any of them.
  package let rates: [RequirementResult]
  /// The chance of a grade in each coming year by its rates; empty where its record counts instead.
  package let gradeOutlook: [GradeYear]
  /// The first forecast year with a chance of at least one half.
  package let yearAtProbability50: Int?
  /// The first forecast year with a chance of at least 0.8.
  package let yearAtProbability80: Int?

  /// The newest figure of a share.
  package var latest: Observation? { series?.latest }

  /// Whether the threshold lies above the newest figure and no past targets of the data tell how such
  /// statements came out.
  package var isUnprovenRise: Bool {
    guard let threshold, kind == .share else { return false }
    return (latest.map { $0.percent < threshold.value } ?? true)
      && statementRecord?.source != .ownPanel
  }

  /// What people and what the base did to the share since the last break; nil without counts.
  package var changeSplit: ChangeSplit? { series.flatMap { ChangeSplit.sinceBreak(of: $0) } }

  /// The pace so far since the last break, points a year.
  package var paceSoFar: Double? { series?.paceSoFar }

  /// Returns the chance in a year: of a share, or of a grade by its rates.
  package func probability(in year: Int) -> Double? {
    if let grade = gradeOutlook.first(where: { $0.year == year }) { return grade.probability }
    guard let probabilities,
      let index = forecast.years.firstIndex(where: { $0.year == year })
    else { return nil }
    return probabilities[index]
  }
}
