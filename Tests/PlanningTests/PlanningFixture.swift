import Datasets
import Diagnostics
import Forecasting
import Foundation
import Indicators
import InputFiles
@testable import Planning
import Regulations
import Wording

/// A small commune written in tests: figures, facts, requirements and the request about them.
struct Commune {
  static let place = Place(name: "Xã A", kind: "xã")

  var entries: [IndicatorPanel.Entry] = []
  var indicators: [Indicator] = []
  var breaks: [SeriesBreak] = []
  var facts: [FactRecord] = []
  var assignments: [Assignment] = []
  var recognitions: [Recognition] = []
  var places: [Place] = []
  var isIllustrative = false
  var notice: Phrase?

  var dataset: Dataset {
    Dataset(
      title: "Xã A", isIllustrative: isIllustrative, notice: notice,
      panel: IndicatorPanel(
        entries: entries, places: [Self.place] + places, indicators: indicators, breaks: breaks),
      facts: facts, assignments: assignments, recognitions: recognitions)
  }

  /// Adds a figure of counts.
  mutating func count(
    _ indicator: String, _ year: Int, _ count: Int, of base: Int,
    _ status: ObservationStatus = .final, vintage: String = "", released: String? = nil,
    place: String = Commune.place.name
  ) {
    entries.append(
      IndicatorPanel.Entry(
        place: place, indicator: indicator,
        observation: Observation(
          year: year, count: count, base: base, status: status, vintage: vintage,
          released: released.flatMap { CalendarDate($0) },
          position: InputPosition(file: "figures.csv", line: entries.count + 2))))
  }

  /// Adds a figure of a printed percent.
  mutating func percent(
    _ indicator: String, _ year: Int, _ text: String, _ status: ObservationStatus = .final,
    released: String? = nil
  ) {
    entries.append(
      IndicatorPanel.Entry(
        place: Self.place.name, indicator: indicator,
        observation: Observation(
          year: year, printedPercent: ExactDecimal(plain: text), status: status,
          released: released.flatMap { CalendarDate($0) },
          position: InputPosition(file: "figures.csv", line: entries.count + 2))))
  }

  /// Adds a record of a fact or grade.
  mutating func fact(
    _ indicator: String, _ year: Int, _ value: FactValue, _ evidence: Evidence = .full,
    planned: Bool = false, released: String? = nil
  ) {
    facts.append(
      FactRecord(
        place: Self.place.name, indicator: indicator, year: year, value: value,
        evidence: evidence, isPlanned: planned, released: released.flatMap { CalendarDate($0) },
        note: planned ? "kế hoạch" : "",
        position: InputPosition(file: "facts.csv", line: facts.count + 2)))
  }
}

/// Rules written in tests.
enum Rule {
  private static let provenance = Provenance(source: "Văn bản A", confidence: .verbatim)

  static func share(
    _ id: String, _ threshold: String, difficult: String? = nil, indicator: String? = nil,
    definition: String? = nil, base: String? = nil, partOf: String? = nil,
    family: String? = nil, direction: GoodDirection = .up
  ) -> Requirement {
    let percent = ExactDecimal(plain: threshold) ?? ExactDecimal(0)
    return Requirement(
      id: id, criterion: "1",
      indicator: RegulatedIndicator(
        id: indicator ?? id, title: Phrase("share \(id)"), direction: direction,
        definition: definition, base: base, paceFamily: family),
      kind: .share(
        ShareThreshold(percent, difficultArea: difficult.flatMap { ExactDecimal(plain: $0) })),
      partOf: partOf, provenance: provenance)
  }

  static func fact(_ id: String) -> Requirement {
    Requirement(
      id: id, criterion: "1",
      indicator: RegulatedIndicator(id: id, title: Phrase("fact \(id)"), direction: .up),
      kind: .fact, provenance: provenance)
  }

  static func grade(_ id: String, _ grade: Int) -> Requirement {
    Requirement(
      id: id, criterion: "1",
      indicator: RegulatedIndicator(id: id, title: Phrase("grade \(id)"), direction: .up),
      kind: .grade(grade), provenance: provenance)
  }

  static func level(
    _ requirements: [Requirement], id: String = "level1", dueYear: Int? = nil,
    supporting: [RegulatedIndicator] = [], calendar: AssessmentCalendar? = nil,
    correlation: Double = 0.3
  ) -> Level {
    Level(
      id: id, regulation: "rules-a", title: Phrase(vi: "Mức 1", en: "Level 1"), dueYear: dueYear,
      criteria: [Criterion(id: "1", title: Phrase("1"))], requirements: requirements,
      supporting: supporting, calendar: calendar, correlation: correlation)
  }

  /// What is known of a family with real series, and of all others.
  static let paces = library()

  static func library(
    shapes: [ChangeShape] = [
      ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 0.5),
      ChangeShape(noise: 0.4, slope: 0.1, drift: 0, persistence: 0, weight: 0.5),
    ], record: [StatementBand] = []
  ) -> PaceLibrary {
    PaceLibrary(
      version: "test",
      estimates: PaceEstimates(
        curve: PaceCurve(knots: [0, 50, 100], paces: [0.5, 1, 0.5]), panelWidth: 1,
        loneWidth: 1.1),
      shapes: shapes,
      families: [
        PaceFamily(id: "known", revisionSD: 1, isVerified: true),
        PaceFamily(id: "other", revisionSD: 1.5, isVerified: false, paceSD: 2),
      ], record: record)
  }

  static func request(
    _ level: Level, by: Int? = nil, horizon: Int = 5, asOf: String? = nil,
    isDifficultArea: Bool? = nil, accepted: Set<String> = [], model: (any TrendModel)? = nil,
    levels: [Level]? = nil, known: Set<String>? = nil, paces: PaceLibrary = Rule.paces
  ) -> AnalysisRequest {
    AnalysisRequest(
      place: Place(
        name: Commune.place.name, kind: Commune.place.kind, isDifficultArea: isDifficultArea),
      level: level, levels: levels ?? [level],
      knownIndicators: known
        ?? Set(level.requirements.map(\.indicator) + level.supporting.map(\.id)),
      byYear: by, horizon: horizon, asOf: asOf.flatMap { CalendarDate($0) },
      model: model ?? ModelRegistry.standard, paceLibrary: paces, acceptedDefinitions: accepted)
  }

  /// Returns requirements together with the data that speak of them.
  static func evidence(_ commune: Commune, _ request: AnalysisRequest) -> [RequirementEvidence] {
    request.level.requirements.map {
      RequirementEvidence($0, dataset: commune.dataset, request: request)
    }
  }
}

extension Analysis {
  func result(_ id: String) -> RequirementResult? {
    (requirements + supporting).first { $0.id == id }
  }

  func outlook(_ year: Int) -> OutlookYear? {
    outlook.first { $0.year == year }
  }

  /// The remarks on a row, but for the one that explains its pace, which has tests of its own.
  func codes(of id: String) -> [String] {
    diagnostics.filter { $0.facts["id"] == Phrase(id) }.map(\.code.id)
      .filter { $0 != "pace.shrunk" }
  }
}

/// The shipped commune with the shipped rules.
struct Shipped {
  let dataset: Dataset
  let library: RegulationLibrary
  let paces: PaceLibrary

  init(_ package: String = "kien-hung") throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets")
    dataset = try DatasetReader.read(
      root.appending(path: package), shownAs: "datasets/\(package)"
    ).dataset
    let rules = ["tt25-2023-xa.yaml", "planning-level3.yaml"]
    library = try RegulationLibrary.read(
      rules.map {
        try SourceFile(reading: root.appending(path: "regulations/" + $0), shownAs: $0)
      })
    paces = try PaceLibraryReader.read(
      try SourceFile(
        reading: root.appending(path: "pace-library/library.json"), shownAs: "library.json"))
  }

  func analysis(
    _ level: String, by: Int? = nil, asOf: String? = nil, isDifficultArea: Bool? = nil,
    model: String = "default", dataset: Dataset? = nil
  ) throws -> Analysis {
    let dataset = dataset ?? self.dataset
    let declared = dataset.panel.place(named: "Kiến Hưng")
    let place = Place(
      name: "Kiến Hưng", kind: declared?.kind,
      isDifficultArea: isDifficultArea ?? declared?.isDifficultArea)
    let request = AnalysisRequest(
      place: place, level: try library.level(level, kind: place.kind, regulation: nil),
      levels: library.levels(forKind: place.kind),
      knownIndicators: Set(library.regulations.flatMap { $0.indicators.map(\.id) }), byYear: by,
      asOf: asOf.flatMap { CalendarDate($0) },
      model: ModelRegistry.model(model) ?? ModelRegistry.standard, paceLibrary: paces)
    return try analyze(dataset, request)
  }
}
