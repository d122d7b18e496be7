import Diagnostics
package import Indicators
import Wording

/// What rebuilt figures were put together from: one row a former unit and year, the sum after its parts.
package struct LineageTable {
  private let lineages: [Lineage]

  /// - Parameter lineages: those of one place or of several, in the order in which they are to be told.
  package init(_ lineages: [Lineage]) {
    self.lineages = lineages
  }

  /// The table: the parts of each figure with share, count, base and position, then what they add up to.
  package var table: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Indicator")),
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Đơn vị cũ", en: "Former unit"), widest: 40),
        ReportTable.Column(Phrase(vi: "Phần", en: "Share"), .trailing),
        ReportTable.Column(Phrase(vi: "Số đạt", en: "Count"), .trailing),
        ReportTable.Column(Phrase(vi: "Tổng số", en: "Base"), .trailing),
        ReportTable.Column(Phrase(vi: "Tỷ lệ", en: "Percent"), .trailing),
        ReportTable.Column(Phrase(vi: "Sai số ghép (điểm)", en: "Rebuilding SD"), .trailing),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status")),
        ReportTable.Column(Phrase(vi: "Công bố", en: "Released")),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), widest: 80),
      ], rows: lineages.flatMap { $0.parts.map { part($0) } + [sum(of: $0)] })
  }

  /// The table of figures that are sums of present parts: nothing moved and nothing is uncertain.
  var sums: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place"), widest: 40),
        ReportTable.Column(Phrase(vi: "Số đạt", en: "Count"), .trailing),
        ReportTable.Column(Phrase(vi: "Tổng số", en: "Base"), .trailing),
        ReportTable.Column(Phrase(vi: "Tỷ lệ", en: "Percent"), .trailing),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status")),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), widest: 80),
      ],
      rows: lineages.flatMap { lineage in
        lineage.parts.map { part in
          [
            .year(lineage.observation.year), .name(part.place), .whole(part.count),
            .whole(part.base), .percent(100 * Double(part.count) / Double(part.base)),
            .text(part.status.title), .name(part.position.label),
          ]
        }
      })
  }

  private func sum(of lineage: Lineage) -> [ReportTable.Cell] {
    let figure = lineage.observation
    return [
      .name(lineage.place), .name(lineage.indicator), .year(figure.year), .empty, .empty,
      .whole(figure.count), .whole(figure.base), .percent(figure.percent),
      .decimal(figure.rebuildingDeviation, decimals: 2), .text(figure.status.title),
      date(figure.released), .empty,
    ]
  }

  private func part(_ part: Lineage.Part) -> [ReportTable.Cell] {
    [
      .empty, .empty, .empty, .name(([part.place] + part.via).joined(separator: " → ")),
      .decimal(part.weight, decimals: 4), .whole(part.count), .whole(part.base),
      .percent(100 * Double(part.count) / Double(part.base)), .empty, .text(part.status.title),
      date(part.released),
      .name(([part.position] + part.transfers).map(\.label).joined(separator: "; ")),
    ]
  }

  private func date(_ date: CalendarDate?) -> ReportTable.Cell {
    date.map { .text(Phrase(vi: $0.dayFirst, en: $0.iso)) } ?? .empty
  }

  /// The same as JSON: one object a rebuilt figure, with its parts.
  package var data: JSONValue {
    .array(lineages.map(Self.object))
  }

  private static func object(_ lineage: Lineage) -> JSONValue {
    let figure = lineage.observation
    return .object([
      ("place", .string(lineage.place)),
      ("indicator", .string(lineage.indicator)),
      ("year", .whole(figure.year)),
      ("count", .integer(figure.count)),
      ("base", .integer(figure.base)),
      ("exactCount", .number(lineage.exactCount)),
      ("exactBase", .number(lineage.exactBase)),
      ("percent", .number(figure.percent)),
      ("rebuildingDeviation", .decimal(figure.rebuildingDeviation)),
      ("status", .string(figure.status.rawValue)),
      ("vintage", .string(figure.vintage)),
      ("released", .text(figure.released?.iso)),
      ("parts", .array(lineage.parts.map(part))),
    ])
  }

  private static func part(_ part: Lineage.Part) -> JSONValue {
    .object([
      ("place", .string(part.place)),
      ("via", .texts(part.via)),
      ("weight", .number(part.weight)),
      ("count", .whole(part.count)),
      ("base", .whole(part.base)),
      ("status", .string(part.status.rawValue)),
      ("vintage", .string(part.vintage)),
      ("released", .text(part.released?.iso)),
      ("position", .string(part.position.label)),
      ("crosswalk", .texts(part.transfers.map(\.label))),
    ])
  }
}
