import Diagnostics
import Indicators
import InputFiles
import Wording

/// The tables of a data package beside the figures: places, indicators, breaks, facts and the rest.
///
/// Each function reads one table and returns its records beside what it found wrong.
enum RecordTables {
  private static let truths: [(names: [String], value: Bool?)] = [
    (["true", "có", "1"], true), (["false", "không", "0"], false),
  ]

  /// Reads places.
  static func places(_ table: Table) -> (records: [Place], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("place", required: true), Field("kind", required: true), Field("parent"),
        Field("code"), Field("difficult_area"), Field("note"),
      ])
    let records = rows(of: &reader) { row, reader -> Place? in
      guard let name = reader.requiredText(row, "place") else { return nil }
      return Place(
        name: name, kind: reader.text(row, "kind"), parent: reader.text(row, "parent"),
        code: reader.text(row, "code"),
        isDifficultArea: reader.choice(row, "difficult_area", of: truths, default: nil))
    }
    return (records, reader.diagnostics)
  }

  /// Reads indicators.
  static func indicators(_ table: Table) -> (records: [Indicator], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("indicator", required: true), Field("title_vi", required: true), Field("title_en"),
        Field("direction"), Field("definition"), Field("definition_vi"), Field("base_vi"),
        Field("source"), Field("group"),
      ])
    let directions: [(names: [String], value: GoodDirection)] = [
      (["up"], .up), (["down"], .down), (["unknown"], .unknown),
    ]
    let records = rows(of: &reader) { row, reader -> Indicator? in
      guard let id = reader.requiredText(row, "indicator"),
        let title = reader.requiredText(row, "title_vi")
      else { return nil }
      return Indicator(
        id: id, title: Phrase(vi: title, en: reader.text(row, "title_en") ?? title),
        direction: reader.choice(row, "direction", of: directions, default: .unknown),
        group: reader.text(row, "group"), definition: reader.text(row, "definition"),
        definitionText: reader.text(row, "definition_vi"), baseText: reader.text(row, "base_vi"),
        source: reader.text(row, "source"))
    }
    return (records, reader.diagnostics)
  }

  /// Reads declared breaks.
  static func breaks(_ table: Table) -> (records: [SeriesBreak], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("place"), Field("indicator", required: true), Field("year", required: true),
        Field("kind"), Field("note"),
      ])
    let kinds = SeriesBreak.Kind.allCases.map { (names: [$0.rawValue], value: $0) }
    let records = rows(of: &reader) { row, reader -> SeriesBreak? in
      guard let indicator = reader.requiredText(row, "indicator"),
        let year = reader.year(row, "year")
      else { return nil }
      return SeriesBreak(
        place: reader.text(row, "place"), indicator: indicator, year: year,
        kind: reader.choice(row, "kind", of: kinds, default: .definition),
        note: reader.text(row, "note") ?? "")
    }
    return (records, reader.diagnostics)
  }

  /// Reads who answers for what; several supporting agencies are separated by semicolons.
  static func assignments(_ table: Table) -> (records: [Assignment], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("requirement", required: true), Field("lead_agency", required: true),
        Field("supporting_agencies"), Field("note"),
      ])
    let records = rows(of: &reader) { row, reader -> Assignment? in
      guard let requirement = reader.requiredText(row, "requirement"),
        let lead = reader.requiredText(row, "lead_agency")
      else { return nil }
      let supporting = (reader.text(row, "supporting_agencies") ?? "").split(separator: ";")
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .filter { !$0.isEmpty }
      return Assignment(
        requirement: requirement, leadAgency: lead, supportingAgencies: supporting)
    }
    return (records, reader.diagnostics)
  }

  /// Reads decisions of recognition.
  static func recognitions(_ table: Table) -> (records: [Recognition], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("place", required: true), Field("regulation", required: true),
        Field("level", required: true), Field("assessed_year", required: true),
        Field("decision_date"), Field("decision_number"), Field("authority"), Field("note"),
      ])
    let records = rows(of: &reader) { row, reader -> Recognition? in
      let place = reader.requiredText(row, "place")
      let regulation = reader.requiredText(row, "regulation")
      let level = reader.requiredText(row, "level")
      let year = reader.year(row, "assessed_year")
      let date = reader.date(row, "decision_date")
      guard let place, let regulation, let level, let year else { return nil }
      return Recognition(
        place: place, regulation: regulation, level: level, assessedYear: year, decisionDate: date)
    }
    return (records, reader.diagnostics)
  }

  /// Applies a function to every row unless the header is unusable.
  static func rows<Record>(
    of reader: inout RecordReader, _ record: (Int, inout RecordReader) -> Record?
  ) -> [Record] {
    if reader.hasErrors { return [] }
    var records: [Record] = []
    for row in 0..<reader.table.rowCount {
      if let record = record(row, &reader) { records.append(record) }
    }
    return records
  }
}
