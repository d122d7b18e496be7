import OfficeDocuments
import Reporting
import Testing
import Wording

@Suite("A table as a sheet")
struct ReportTableWorksheetTests {
  private static let head = ReportTable.SheetHead(
    title: Phrase(vi: "Bảng", en: "Table"), headline: Phrase(vi: "Đầu bảng", en: "Headline"),
    notices: [Phrase("Chú ý một"), Phrase("Chú ý hai")], legend: [Phrase("Cách đọc")])

  private func sheet(
    _ columns: [ReportTable.Column], _ rows: [[ReportTable.Cell]], _ language: Language = .vi,
    groups: Int? = nil
  ) -> Worksheet {
    ReportTable(columns: columns, rows: rows)
      .worksheet(Self.head, in: language, frozenColumns: 1, groups: groups)
  }

  /// Returns the sheet's cell of a table of one cell.
  private func cell(_ cell: ReportTable.Cell, _ language: Language = .vi) throws -> WorksheetCell {
    let made = sheet([ReportTable.Column(Phrase("x"))], [[cell]], language)
    return try #require(made.rows.last?.cells.first)
  }

  @Test("Headline, notices and legend stand above the headings, which are frozen with them")
  func order() throws {
    let made = sheet([ReportTable.Column(Phrase(vi: "Mã", en: "Id"))], [[.name("5.1")]])
    let texts = made.rows.map { $0.cells.first?.content }
    #expect(
      texts == [
        .text("Đầu bảng"), .text("Chú ý một"), .text("Chú ý hai"), .text("Cách đọc"), nil,
        .text("Mã"), .text("5.1"),
      ])
    #expect(made.headingRow == 5 && made.frozenColumns == 1 && made.hasFilter)
    #expect(made.title == "Bảng" && made.pageWord == "Trang")
    #expect(made.rows[1].cells[0].look.isBold && !made.rows[3].cells[0].look.isBold)
    let english = sheet([ReportTable.Column(Phrase(vi: "Mã", en: "Id"))], [], .en)
    #expect(english.title == "Table" && english.rows[5].cells[0].content == .text("Id"))
  }

  @Test("Shares and probabilities are fractions, points and counts are as they are")
  func numbers() throws {
    let cases: [(ReportTable.Cell, Double, String)] = [
      (.whole(21_503), 21_503, "#,##0"), (.year(2026), 2026, "0"),
      (.decimal(1.25, decimals: 2), 1.25, "0.00"), (.decimal(7, decimals: 0), 7, "0"),
      (.signed(-0.347), -0.347, "+0.0;-0.0;0.0"), (.percent(53.7), 0.537, "0.0%"),
      (.threshold(60, decimals: 0), 0.6, "0%"), (.threshold(11.5, decimals: 1), 0.115, "0.0%"),
      (.probability(0.345), 0.345, "0%"),
    ]
    for (given, value, format) in cases {
      let made = try cell(given)
      #expect(made.content == .number(value), "\(given)")
      #expect(made.look.numberFormat == format, "\(given)")
    }
  }

  @Test("Numbers end after six decimals")
  func rounding() throws {
    #expect(try cell(.percent(100 * 11_547.0 / 21_503)).content == .number(0.536995))
    #expect(try cell(.probability(1e-9)).content == .number(0))
    #expect(try cell(.signed(1.0 / 3)).content == .number(0.333333))
  }

  @Test("A probability is shown as the report says it and stays a number")
  func caps() throws {
    func format(_ value: Double, _ cap: ProbabilityCap) throws -> String? {
      let made = try cell(.probability(value, cap: cap))
      #expect(made.content == .number(value))
      return made.look.numberFormat
    }
    #expect(try format(0.02, .shortSeries) == "\"<5%\"")
    #expect(try format(0.97, .shortSeries) == "\">95%\"")
    #expect(try format(0.9, .unprovenRise) == "\">85%\"")
    #expect(try format(0.001, .none) == "\"<1%\"")
    #expect(try format(0.5, .shortSeries) == "0%")
    // What follows from facts is exact.
    #expect(try format(0, .shortSeries) == "0%")
    #expect(try format(1, .shortSeries) == "0%")
  }

  @Test("What is not known is an empty cell, never 0 and never a dash")
  func missing() throws {
    let cells: [ReportTable.Cell] = [
      .empty, .name(nil), .name(""), .whole(nil), .year(nil), .decimal(nil), .signed(nil),
      .percent(nil), .percent(.nan), .threshold(nil, decimals: 0), .probability(nil),
    ]
    for given in cells { #expect(try cell(given).content == .empty, "\(given)") }
  }

  @Test("Texts stay texts and are told in the language")
  func texts() throws {
    for text in ["=1+1", "+84", "-1", "@x"] {
      #expect(try cell(.name(text)).content == .text(text))
    }
    let phrase = ReportTable.Cell.text(Phrase(vi: "đạt", en: "met"))
    #expect(try cell(phrase).content == .text("đạt"))
    #expect(try cell(phrase, .en).content == .text("met"))
  }

  @Test("Columns are as wide as their content, up to the column's limit")
  func widths() {
    let columns = [
      ReportTable.Column(Phrase("Mã")), ReportTable.Column(Phrase("Tên"), widest: 20),
      ReportTable.Column(Phrase("Nhịp đã qua (điểm / năm)"), .trailing),
    ]
    let long = String(repeating: "chữ ", count: 12)
    let made = sheet(columns, [[.name("5.1"), .name(long), .signed(1)]])
    #expect(made.widths[0] == 6)
    #expect(made.widths[1] == 20)
    #expect(made.widths[2] < 12)
    // The long name takes several lines at that width.
    #expect((made.rows.last?.height ?? 0) > Worksheet.lineHeight)
  }

  @Test("Every other group of like cells is shaded")
  func groups() {
    let columns = [ReportTable.Column(Phrase("Mã")), ReportTable.Column(Phrase("Năm"), .trailing)]
    let rows: [[ReportTable.Cell]] = [
      [.name("a"), .year(2025)], [.name("a"), .year(2026)], [.name("b"), .year(2025)],
      [.name("c"), .year(2025)],
    ]
    func grounds(_ groups: Int?) -> [CellLook.Ground] {
      sheet(columns, rows, groups: groups).rows.suffix(4).map { $0.cells[1].look.ground }
    }
    #expect(grounds(0) == [.none, .none, .band, .none])
    #expect(grounds(nil) == [.none, .none, .none, .none])
  }
}
