package import Wording

/// A plan and a forecast as they were when they were put on record: values only, so that a later year can
/// be held against them whatever rules, models and data say by then.
///
/// It lies among the nouns of the domain because the maker (Planning), the reader of files (Datasets) and the
/// writer (Reporting) have to know it, and the first two know nothing of each other.
package struct ArchivedPlan: Sendable, Equatable {
  /// The version of the program that made it.
  package let toolVersion: String
  /// The place.
  package let place: String
  /// The id of the regulation.
  package let regulation: String
  /// The id of the level.
  package let level: String
  /// The name of the level.
  package let levelTitle: Phrase
  /// What a reader of any output about the level has to be told; nil for law.
  package let notice: Phrase?
  /// The newest year of data.
  package let baseYear: Int
  /// The year by which the level was wanted.
  package let targetYear: Int
  /// The day from which the data were seen; nil for everything.
  package let asOf: CalendarDate?
  /// The name of the model.
  package let model: Phrase
  /// Whether the figures were made up.
  package let isIllustrative: Bool
  /// The files that it was made from.
  package let inputs: [Input]
  /// One entry a requirement, in rule order.
  package let requirements: [Requirement]
  /// The chance of the level in each forecast year.
  package let outlook: [LevelStatement]

  package init(
    toolVersion: String, place: String, regulation: String, level: String, levelTitle: Phrase,
    notice: Phrase?, baseYear: Int, targetYear: Int, asOf: CalendarDate?, model: Phrase,
    isIllustrative: Bool, inputs: [Input], requirements: [Requirement], outlook: [LevelStatement]
  ) {
    self.toolVersion = toolVersion
    self.place = place
    self.regulation = regulation
    self.level = level
    self.levelTitle = levelTitle
    self.notice = notice
    self.baseYear = baseYear
    self.targetYear = targetYear
    self.asOf = asOf
    self.model = model
    self.isIllustrative = isIllustrative
    self.inputs = inputs
    self.requirements = requirements
    self.outlook = outlook
  }

  /// The same plan with its inputs named by their hashes alone, in order, for comparison: the path by
  /// which a file was reached is no part of what was planned.
  package var withoutPaths: ArchivedPlan {
    ArchivedPlan(
      toolVersion: toolVersion, place: place, regulation: regulation, level: level,
      levelTitle: levelTitle, notice: notice, baseYear: baseYear, targetYear: targetYear,
      asOf: asOf, model: model, isIllustrative: isIllustrative,
      inputs: inputs.map(\.sha256).sorted().map { Input(path: "", sha256: $0) },
      requirements: requirements, outlook: outlook)
  }
}

extension ArchivedPlan {
  /// A file that was read.
  package struct Input: Sendable, Equatable {
    /// The path as the user knew it.
    package let path: String
    /// The SHA-256 of its bytes, lower-case hexadecimal.
    package let sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// What is asked for.
  package enum Kind: String, Sendable, CaseIterable {
    /// A measured share.
    case share
    /// A grade awarded by others.
    case grade
    /// A pass/fail item.
    case fact
  }

  /// One requirement of the level: what was, what was planned, what was expected.
  package struct Requirement: Sendable, Equatable {
    /// The id in the rule file.
    package let id: String
    /// The indicator.
    package let indicator: String
    /// Its name in a few words.
    package let title: Phrase
    /// What is asked for.
    package let kind: Kind
    /// The threshold: percent of a share, number of a grade; nil for facts.
    package let threshold: ExactDecimal?
    /// The definition after which the data were counted; nil when they did not say.
    package let definition: String?
    /// Whether that was the definition that the rule asks for, or accepted as such.
    package let isComparable: Bool
    /// Who leads; nil when nobody was assigned.
    package let leadAgency: String?
    /// Whether the newest state met it; nil when unknown or undecided.
    package let met: Bool?
    /// The newest figure of a share; nil for facts, grades and without data.
    package let current: Figure?
    /// The year for which a fact or grade was planned; nil without a plan.
    package let plannedYear: Int?
    /// The yearly milestones, ascending; empty for facts and grades and without data.
    package let milestones: [Milestone]
    /// The forecast, years ascending; empty for facts and grades and without data.
    package let forecast: [Expectation]

    package init(
      id: String, indicator: String, title: Phrase, kind: Kind, threshold: ExactDecimal?,
      definition: String?, isComparable: Bool, leadAgency: String?, met: Bool?, current: Figure?,
      plannedYear: Int?, milestones: [Milestone], forecast: [Expectation]
    ) {
      self.id = id
      self.indicator = indicator
      self.title = title
      self.kind = kind
      self.threshold = threshold
      self.definition = definition
      self.isComparable = isComparable
      self.leadAgency = leadAgency
      self.met = met
      self.current = current
      self.plannedYear = plannedYear
      self.milestones = milestones
      self.forecast = forecast
    }
  }

  /// A yearly figure as it was known.
  package struct Figure: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// How many; nil when only a percent was published.
    package let count: Int?
    /// Of how many; nil when only a percent was published.
    package let base: Int?
    /// The share in percent.
    package let percent: Double
    /// How settled it was.
    package let status: ObservationStatus

    package init(year: Int, count: Int?, base: Int?, percent: Double, status: ObservationStatus) {
      self.year = year
      self.count = count
      self.base = base
      self.percent = percent
      self.status = status
    }
  }

  /// What had to be reached by the end of a year.
  package struct Milestone: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The forecast of the base; nil without counts.
    package let base: Int?
    /// How many; nil without counts.
    package let count: Int?
    /// The share in percent.
    package let percent: Double

    package init(year: Int, base: Int?, count: Int?, percent: Double) {
      self.year = year
      self.base = base
      self.count = count
      self.percent = percent
    }
  }

  /// What was expected of a year: the distribution itself, and what was printed of it.
  package struct Expectation: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The name of the scale that location and spread are given on.
    package let valueScale: String
    /// The centre of the t distribution.
    package let location: Double
    /// Its spread, not negative.
    package let spread: Double
    /// Its degrees of freedom, positive.
    package let degreesOfFreedom: Double
    /// The median in percent.
    package let median: Double
    /// The lower end of the 80% interval in percent.
    package let lower80: Double
    /// The upper end of the 80% interval in percent.
    package let upper80: Double
    /// The chance of reaching the threshold.
    package let probability: Double?

    package init(
      year: Int, valueScale: String, location: Double, spread: Double, degreesOfFreedom: Double,
      median: Double, lower80: Double, upper80: Double, probability: Double?
    ) {
      self.year = year
      self.valueScale = valueScale
      self.location = location
      self.spread = spread
      self.degreesOfFreedom = degreesOfFreedom
      self.median = median
      self.lower80 = lower80
      self.upper80 = upper80
      self.probability = probability
    }
  }

  /// The chance of the level in a year.
  package struct LevelStatement: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The chance that all requirements with data are met; nil when none was stated.
    package let probability: Double?
    /// The chance that the shares alone are met.
    package let probabilityIfFactsMet: Double?
    /// The requirements that nothing was known of: the chance was told on the condition that they are met.
    package let conditionalOn: [String]

    package init(
      year: Int, probability: Double?, probabilityIfFactsMet: Double?, conditionalOn: [String]
    ) {
      self.year = year
      self.probability = probability
      self.probabilityIfFactsMet = probabilityIfFactsMet
      self.conditionalOn = conditionalOn
    }
  }
}
