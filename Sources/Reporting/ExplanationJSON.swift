import Diagnostics
import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// The `data` of an explanation: every step with formula, numbers, value and sources; values in full.
package enum ExplanationJSON {
  /// Returns the document; sentences are in the language, everything else is alike in all.
  package static func data(of explanation: Explanation, in language: Language) -> JSONValue {
    let analysis = explanation.analysis
    let text = ExplanationText(explanation, language: language)
    return .object([
      ("place", .string(analysis.place.name)),
      ("illustrative", .bool(analysis.isIllustrative)),
      ("regulation", .string(analysis.level.regulation)),
      ("level", .string(analysis.level.id)),
      ("planning", .bool(analysis.level.isPlanning)),
      ("notice", .text(analysis.level.notice?(language))),
      ("dataNotice", .text(analysis.notice?(language))),
      ("asOf", .text(analysis.asOf?.iso)),
      ("model", .string(analysis.modelTitle(language))),
      ("subject", .string(explanation.subject.rawValue)),
      ("id", .string(explanation.id)),
      ("indicator", .text(explanation.result?.indicator)),
      ("title", .string(explanation.title(language))),
      ("year", .whole(explanation.year)),
      ("past", .bool(explanation.isPast)),
      ("met", .truth(explanation.met)),
      ("probability", .decimal(explanation.probability)),
      ("answer", .string(PrintedNumbers(explanation).answer(language))),
      ("summary", .string(ExplanationSummary(explanation).text(language))),
      ("forecast", forecast(of: explanation)),
      ("figures", .array(explanation.figures.map(figure))),
      ("lineages", LineageTable(explanation.lineages).data),
      ("breaks", .array(explanation.breaks.map(seriesBreak))),
      ("records", .array(explanation.records.map(record))),
      (
        "steps",
        .array(
          text.sections.flatMap { section in
            section.steps.map { step($0, section: section.title(language), in: language) }
          })
      ),
    ])
  }

  private static func forecast(of explanation: Explanation) -> JSONValue {
    guard let year = explanation.result?.forecast.year(explanation.year) else { return .null }
    let half = year.distribution.interval(0.5)
    let wide = year.distribution.interval(0.8)
    return .object([
      ("year", .whole(year.year)),
      ("median", .number(year.distribution.median)),
      ("lower50", .number(half.lowerBound)),
      ("upper50", .number(half.upperBound)),
      ("lower80", .number(wide.lowerBound)),
      ("upper80", .number(wide.upperBound)),
      ("probability", .decimal(explanation.probability)),
    ])
  }

  // MARK: Inputs

  private static func position(_ position: InputPosition?) -> [(key: String, value: JSONValue)] {
    [
      ("file", .text(position?.file)), ("sheet", .text(position?.sheet)),
      ("cell", .text(position?.cell)), ("line", .integer(position?.line)),
      ("column", .integer(position?.column)),
    ]
  }

  private static func figure(_ figure: ExplainedFigure) -> JSONValue {
    let observation = figure.observation
    return .object(
      [
        ("year", .whole(observation.year)), ("count", .integer(observation.count)),
        ("base", .integer(observation.base)), ("percent", .exact(observation.percent)),
        ("status", .string(observation.status.rawValue)),
        ("vintage", .string(observation.vintage)), ("released", .text(observation.released?.iso)),
        ("rebuildingDeviation", observation.rebuildingDeviation.map { .exact($0) } ?? .null),
        ("use", .string(figure.use.name)),
      ] + position(observation.position))
  }

  private static func seriesBreak(_ found: SeriesBreak) -> JSONValue {
    .object([
      ("year", .whole(found.year)), ("kind", .string(found.kind.rawValue)),
      ("note", .string(found.note)),
    ])
  }

  private static func record(_ told: ExplainedRecord) -> JSONValue {
    let record = told.record
    let grade: Int? = if case .grade(let grade) = record.value { grade } else { nil }
    let met: Bool? =
      switch record.value {
      case .met: true
      case .notMet: false
      case .grade: nil
      }
    return .object(
      [
        ("year", .whole(record.year)), ("met", .truth(met)), ("grade", .integer(grade)),
        ("evidence", .string(record.evidence.rawValue)), ("planned", .bool(record.isPlanned)),
        ("released", .text(record.released?.iso)), ("note", .string(record.note)),
        ("use", .string(told.use.rawValue)),
      ] + position(record.position))
  }

  // MARK: Steps

  private static func step(
    _ step: ExplanationStep, section: String, in language: Language
  ) -> JSONValue {
    let formulas = FormulaText(language: .en)
    return .object([
      ("id", .string(step.id)), ("section", .string(section)),
      ("title", .string(step.title(language))),
      ("formula", .text(step.formula.map(formulas.symbols))),
      ("template", .text(step.expansion ?? step.formula)),
      ("substitution", .text(formulas.numbers(of: step))),
      ("value", value(step.value, in: language)),
      ("unit", .text(step.unit?.rawValue)),
      ("inputs", .array(step.inputs.map { input($0, in: language) })),
      ("columns", .array((step.table?.columns ?? []).map { column($0, formulas, in: language) })),
      ("rows", .array(rows(of: step.table, in: language))),
      ("matrices", .array(step.matrices.map(matrix))),
      ("remark", .text(step.remark?(language))),
    ])
  }

  private static func value(_ value: ExplainedValue, in language: Language) -> JSONValue {
    switch value {
    case .number(let number): .exact(number)
    case .whole(let number): .whole(number)
    case .truth(let truth): .bool(truth)
    case .text(let phrase): .string(phrase(language))
    case .unknown: .null
    }
  }

  private static func input(_ input: ExplanationStep.Input, in language: Language) -> JSONValue {
    let (origin, step, place): (String, String?, InputPosition?) =
      switch input.source {
      case .step(let id): ("step", id, nil)
      case .input(let position): ("data", nil, position)
      case .rule: ("rule", nil, nil)
      case .library: ("library", nil, nil)
      case .constant: ("constant", nil, nil)
      case .record: ("record", nil, nil)
      case .request: ("request", nil, nil)
      }
    return .object(
      [
        ("symbol", .string(input.symbol)), ("value", value(input.value, in: language)),
        ("origin", .string(origin)), ("step", .text(step)),
      ] + position(place))
  }

  private static func column(
    _ column: ExplanationTable.Column, _ formulas: FormulaText, in language: Language
  ) -> JSONValue {
    .object([
      ("symbol", .string(column.symbol)), ("title", .string(column.title(language))),
      ("formula", .text(column.formula.map(formulas.symbols))),
      ("template", .text(column.formula)),
    ])
  }

  private static func rows(
    of table: ExplanationTable?, in language: Language
  ) -> [JSONValue] {
    guard let table else { return [] }
    return table.rows.map { row in
      .object(
        zip(table.columns, row).map { (key: $0.symbol, value: value($1, in: language)) })
    }
  }

  private static func matrix(_ matrix: ExplanationStep.Matrix) -> JSONValue {
    .object([
      ("name", .string(matrix.name)),
      ("rows", .array(matrix.rows.map { .array($0.map { .exact($0) }) })),
    ])
  }
}
