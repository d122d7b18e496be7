package import Datasets
package import Indicators
import Diagnostics
package import Planning
package import Wording

/// How a file was understood and what figures it holds, for people and for programs.
package struct CheckReport: Sendable {
  private let tables: [RecognisedTable]
  private let panel: IndicatorPanel
  private let facts: [FactRecord]
  /// The names for people of indicators, by id; an indicator without one is shown by its id.
  package var titles: [String: Phrase] = [:]
  /// The questions that the figures raise; nil when not asked for.
  package var quality: DataQuality?
  /// What rebuilt figures are made of; nil when not asked for.
  package var lineages: [Lineage]?

  package init(tables: [RecognisedTable], panel: IndicatorPanel, facts: [FactRecord]) {
    self.tables = tables
    self.panel = panel
    self.facts = facts
  }

  // MARK: Text

  /// Returns the report for a terminal.
  package func text(in language: Language) -> String {
    var parts = tables.map { text(of: $0, in: language) }
    parts.append(seriesText(in: language))
    if let quality {
      let report = QualityReport(quality)
      let table = quality.findings.isEmpty ? "" : "\n" + report.table.text(in: language)
      parts.append(report.summary(language) + "\n" + table)
    }
    if let lineages {
      parts.append(
        lineages.isEmpty
          ? Phrase(
            vi: "Không có số nào được ghép từ đơn vị cũ.",
            en: "No figure is rebuilt from former units."
          )(language) + "\n" : LineageTable(lineages).table.text(in: language))
    }
    return parts.joined(separator: "\n")
  }

  private func text(of table: RecognisedTable, in language: Language) -> String {
    let sheet = table.sheet.map { "“\($0)”" } ?? Phrase(vi: "Tệp", en: "File")(language)
    let header = table.headerRows.map(String.init).joined(separator: ", ")
    let rows = table.rows.map { "\($0.lowerBound)–\($0.upperBound)" } ?? NumberStyle.missing
    var lines = [
      Phrase(
        vi:
          "\(sheet): \(table.kind.title(.vi)); tiêu đề ở dòng \(header); số liệu ở dòng \(rows); \(table.figureCount) ô số",
        en:
          "\(sheet): \(table.kind.title(.en)); headings in row \(header); figures in rows \(rows); \(table.figureCount) cells"
      )(language)
    ]
    lines += table.context.map { "  " + $0(language) }
    let columns = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Cột", en: "Column")),
        ReportTable.Column(Phrase(vi: "Tiêu đề", en: "Heading"), widest: 44),
        ReportTable.Column(Phrase(vi: "Được hiểu là", en: "Taken for"), widest: 20),
        ReportTable.Column(Phrase(vi: "Vì", en: "Because"), widest: 52),
      ],
      rows: table.columns.map { column in
        [
          .name(column.name), .name(column.heading), .text(Self.title(ofRole: column.role)),
          .text(column.reason),
        ]
      })
    lines.append(columns.text(in: language))
    for (reason, group) in grouped(table.passedOver, language) {
      lines.append(
        Phrase(
          vi: "Không phải số liệu, dòng \(group): \(reason)",
          en: "No figures, row \(group): \(reason)")(language) + "\n")
    }
    return lines.joined(separator: "\n")
  }

  private func grouped(
    _ rows: [RecognisedTable.PassedRow], _ language: Language
  ) -> [(reason: String, rows: String)] {
    var order: [String] = []
    var numbers: [String: [Int]] = [:]
    for row in rows {
      let reason = row.reason(language)
      if numbers[reason] == nil { order.append(reason) }
      numbers[reason, default: []].append(row.row)
    }
    return order.map { reason in
      let all = numbers[reason] ?? []
      let shown = all.prefix(20).map(String.init).joined(separator: ", ")
      return (reason, all.count > 20 ? shown + ", … (\(all.count))" : shown)
    }
  }

  private static func title(ofRole role: String) -> Phrase {
    switch role {
    case "place": Phrase(vi: "địa phương", en: "place")
    case "parent": Phrase(vi: "địa phương cấp trên", en: "parent place")
    case "indicator": Phrase(vi: "chỉ tiêu", en: "indicator")
    case "code": Phrase(vi: "mã chỉ tiêu", en: "indicator code")
    case "year": Phrase(vi: "năm", en: "year")
    case "measure": Phrase(vi: "đại lượng", en: "measure")
    case "unit": Phrase(vi: "đơn vị tính", en: "unit")
    case "status": Phrase(vi: "trạng thái", en: "status")
    case "vintage", "released": Phrase(vi: "lần công bố", en: "release")
    case "figures": Phrase(vi: "số liệu", en: "figures")
    case "plan": Phrase(vi: "kế hoạch", en: "plan")
    case "ordinal": Phrase(vi: "số thứ tự", en: "row number")
    case "note": Phrase(vi: "ghi chú", en: "note")
    case "lead_agency": Phrase(vi: "đơn vị chủ trì", en: "lead agency")
    case "supporting_agencies": Phrase(vi: "đơn vị phối hợp", en: "supporting agencies")
    default: Phrase(vi: "bỏ qua", en: "passed over")
    }
  }

  private func title(of indicator: String) -> ReportTable.Cell {
    titles[indicator].map { .text($0) } ?? .name(indicator)
  }

  private func seriesText(in language: Language) -> String {
    let rows = panel.places.flatMap { place in
      panel.indicators.compactMap { indicator -> [ReportTable.Cell]? in
        guard let series = panel.series(place: place.name, indicator: indicator.id),
          let first = series.observations.first, let last = series.latest
        else { return nil }
        return [
          .name(place.name), title(of: indicator.id), .whole(series.observations.count),
          .name(first.year == last.year ? String(last.year) : "\(first.year)–\(last.year)"),
          .percent(last.percent), .text(last.status.title),
        ]
      }
    }
    let shown = 60
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place"), widest: 30),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Indicator"), widest: 48),
        ReportTable.Column(Phrase(vi: "Số năm", en: "Years"), .trailing),
        ReportTable.Column(Phrase(vi: "Từ–đến", en: "From–to")),
        ReportTable.Column(Phrase(vi: "Mới nhất", en: "Newest"), .trailing),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status")),
      ], rows: Array(rows.prefix(shown)))
    var text = rows.isEmpty ? "" : table.text(in: language)
    if rows.count > shown {
      text +=
        Phrase(
          vi: "… và \(rows.count - shown) chuỗi nữa; dùng --json để xem tất cả.",
          en: "… and \(rows.count - shown) more series; use --json to see all.")(language) + "\n"
    }
    let figures = NumberStyle(language).whole(panel.rowCount)
    text += Phrase(
      vi:
        "\(figures) số liệu; \(panel.places.count) địa phương; \(facts.count) kết quả đạt, chưa đạt hoặc mức độ.",
      en:
        "\(figures) figures; \(panel.places.count) places; \(facts.count) pass/fail items or grades."
    )(language)
    return text + "\n"
  }

  // MARK: JSON

  /// Returns `layout`, `observations` and `facts`.
  package func json(in language: Language) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("layout", .array(tables.map { layout($0, language) })),
      ("observations", .array(panel.entries.map(observation))),
      ("facts", .array(facts.map(fact))),
    ]
    if let quality { members.append(("quality", QualityReport(quality).json(in: language))) }
    if let lineages { members.append(("lineage", LineageTable(lineages).data)) }
    return .object(members)
  }

  private func layout(_ table: RecognisedTable, _ language: Language) -> JSONValue {
    .object([
      ("sheet", .text(table.sheet)), ("kind", .string(table.kind.rawValue)),
      ("headerRows", .array(table.headerRows.map { .whole($0) })),
      ("firstRow", .integer(table.rows?.lowerBound)), ("lastRow", .integer(table.rows?.upperBound)),
      ("context", .texts(table.context.map { $0(language) })),
      (
        "columns",
        .array(
          table.columns.map { column in
            .object([
              ("column", .string(column.name)), ("heading", .string(column.heading)),
              ("role", .string(column.role)), ("reason", .string(column.reason(language))),
            ])
          })
      ),
      (
        "passedOver",
        .array(
          table.passedOver.map { row in
            .object([("row", .whole(row.row)), ("reason", .string(row.reason(language)))])
          })
      ),
    ])
  }

  private func place(_ position: InputPosition) -> [(key: String, value: JSONValue)] {
    if let cell = position.cell {
      return [("sheet", .text(position.sheet)), ("cell", .string(cell))]
    }
    return [("sheet", .null), ("line", .integer(position.line))]
  }

  private func observation(_ entry: IndicatorPanel.Entry) -> JSONValue {
    let observation = entry.observation
    return .object(
      [
        ("place", .string(entry.place)), ("indicator", .string(entry.indicator)),
        ("year", .whole(observation.year)), ("count", .integer(observation.count)),
        ("base", .integer(observation.base)), ("percent", .number(observation.percent)),
        ("status", .string(observation.status.rawValue)),
        ("rebuilt", .bool(observation.rebuildingDeviation != nil)),
      ] + place(observation.position))
  }

  private func fact(_ fact: FactRecord) -> JSONValue {
    let value: JSONValue =
      switch fact.value {
      case .met: .string("met")
      case .notMet: .string("not-met")
      case .grade(let grade): .whole(grade)
      }
    return .object(
      [
        ("place", .string(fact.place)), ("indicator", .string(fact.indicator)),
        ("year", .whole(fact.year)), ("value", value), ("planned", .bool(fact.isPlanned)),
      ] + place(fact.position))
  }
}
