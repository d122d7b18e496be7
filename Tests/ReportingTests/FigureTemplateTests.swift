import Datasets
import Diagnostics
import Foundation
import Indicators
import InputFiles
import OfficeDocuments
import Regulations
import Testing
import Wording

@testable import Reporting

@Suite("The template of figures")
struct FigureTemplateTests {
  private static let provenance = Provenance(
    source: "Văn bản A", article: "Điều 6", confidence: .verbatim)

  private static func indicator(
    _ id: String, base: String? = nil, definition: String? = nil
  ) -> RegulatedIndicator {
    RegulatedIndicator(
      id: id, title: Phrase(vi: "Tên dài \(id)", en: "Long \(id)"),
      shortTitle: Phrase(vi: "Tên \(id)", en: "Short \(id)"), direction: .up,
      definition: definition, base: base)
  }

  private static func share(
    _ id: String, _ indicator: RegulatedIndicator, _ percent: Int, article: String? = "Điều 6"
  ) -> Requirement {
    Requirement(
      id: id, criterion: "1", indicator: indicator,
      kind: .share(
        ShareThreshold(ExactDecimal(percent), difficultArea: ExactDecimal(percent - 10))),
      provenance: Provenance(source: "Văn bản A", article: article, confidence: .verbatim))
  }

  private static let people = indicator(
    "people", base: "residents-15plus", definition: "people-counted")
  private static let hamlets = indicator("hamlets", base: "thon")

  private static let law = Regulation(
    id: "law", title: Phrase(vi: "Quy định A", en: "Rule A"), legalBasis: "Văn bản A",
    placeKinds: ["xã"],
    definitions: [
      RegulationDefinition(
        id: "people-counted", text: Phrase(vi: "Người được đếm", en: "People counted"),
        provenance: Provenance(source: "s", confidence: .inferred)),
      RegulationDefinition(
        id: "residents-15plus", text: Phrase(vi: "Người cư trú", en: "Residents"),
        provenance: Provenance(source: "s", confidence: .verbatim)),
    ],
    levels: [
      level("level1", [share("1.1", people, 50), fact, grade(2)]),
      level("level2", [share("1.1", people, 60, article: "Điều 7"), fact, grade(4)]),
    ], file: "law.yaml")

  private static let fact = Requirement(
    id: "2.1", criterion: "2", indicator: indicator("fact"), kind: .fact, provenance: provenance)

  private static func grade(_ threshold: Int) -> Requirement {
    Requirement(
      id: "3.1", criterion: "3", indicator: indicator("grade"), kind: .grade(threshold),
      provenance: provenance)
  }

  private static func level(
    _ id: String, _ requirements: [Requirement], isPlanning: Bool = false
  ) -> Level {
    Level(
      id: id, regulation: "law", title: Phrase("Mức \(id)"), isPlanning: isPlanning,
      criteria: [], requirements: requirements,
      supporting: [people, indicator("beside", base: "odd")],
      readings: [Phrase(vi: "Cách hiểu một", en: "Reading one")])
  }

  private static let plan = Regulation(
    id: "plan", title: Phrase(vi: "Kế hoạch B", en: "Plan B"), isPlanning: true,
    notice: Phrase(vi: "mức nội bộ", en: "internal level"), placeKinds: ["xã"],
    levels: [
      level(
        "level3",
        [share("1.1", people, 60, article: "Điều 7"), share("KH.1", hamlets, 75, article: nil)],
        isPlanning: true)
    ], file: "plan.yaml")

  private func template(
    _ regulations: [Regulation] = [plan, law], parts: [String] = [], language: Language = .vi
  ) -> FigureTemplate {
    FigureTemplate(
      regulations: regulations, place: "Xã Mẫu", parts: parts, years: 2024...2026,
      language: language, command: "forecast --target level2 --data so-lieu.xlsx")
  }

  private func sheet(_ title: String, _ template: FigureTemplate) throws -> Worksheet {
    try #require(template.workbook.sheets.first { $0.title == title })
  }

  /// Returns the texts and numbers of each row from the headings on.
  private func rows(_ sheet: Worksheet) -> [[String]] {
    sheet.rows.dropFirst(sheet.headingRow ?? 0).map { row in
      row.cells.map { cell in
        switch cell.content {
        case .empty: ""
        case .text(let text): text
        case .number(let value): String(Int(value))
        }
      }
    }
  }

  @Test("Law stands before plans, and the level to ask for is the last one of law")
  func order() {
    #expect(template().regulations.map(\.id) == ["law", "plan"])
    #expect(FigureTemplate.suggestedLevel(of: [Self.law, Self.plan])?.id == "level2")
    #expect(FigureTemplate.suggestedLevel(of: [Self.plan])?.id == "level3")
    #expect(FigureTemplate.suggestedLevel(of: []) == nil)
  }

  @Test("Each indicator is asked for once, with the id of its first requirement")
  func shares() {
    #expect(template().shares.map(\.indicator) == ["people", "hamlets", "beside"])
    #expect(template().shares.map(\.code) == ["1.1", "KH.1", nil])
    #expect(template().shares.map(\.unit) == [.people, .hamlets, nil])
    #expect(template([Self.law]).shares.map(\.indicator) == ["people", "beside"])
  }

  @Test("Grades reach to 3, or as far as a level asks")
  func items() {
    #expect(template().items.map(\.code) == ["2.1", "3.1"])
    #expect(template().items.map(\.highestGrade) == [nil, 4])
  }

  @Test("The sheet of figures has the headings by which it is recognised, two rows a share")
  func figures() throws {
    let made = try sheet("Số liệu", template(parts: ["Thôn 1"]))
    #expect(made.rows[0].cells[0].content == .text("Số liệu “Cộng đồng học tập” của Xã Mẫu"))
    #expect(
      rows(made) == [
        ["STT", "Địa phương", "Mã", "Chỉ tiêu", "Đại lượng", "ĐVT", "2024", "2025", "2026"],
        ["1", "Xã Mẫu", "1.1", "Tên people", "Tổng số", "người", "", "", ""],
        ["2", "Xã Mẫu", "1.1", "Tên people", "Số đạt", "người", "", "", ""],
        ["3", "Xã Mẫu", "KH.1", "Tên hamlets", "Tổng số", "thôn", "", "", ""],
        ["4", "Xã Mẫu", "KH.1", "Tên hamlets", "Số đạt", "thôn", "", "", ""],
        ["5", "Xã Mẫu", "", "Tên beside", "Tổng số", "", "", "", ""],
        ["6", "Xã Mẫu", "", "Tên beside", "Số đạt", "", "", "", ""],
        ["7", "Thôn 1", "1.1", "Tên people", "Tổng số", "người", "", "", ""],
        ["8", "Thôn 1", "1.1", "Tên people", "Số đạt", "người", "", "", ""],
        ["9", "Thôn 1", "", "Tên beside", "Tổng số", "", "", "", ""],
        ["10", "Thôn 1", "", "Tên beside", "Số đạt", "", "", "", ""],
      ])
    #expect(made.frozenColumns == 6 && made.isProtected)
  }

  @Test("The English template has English headings, words and titles")
  func english() throws {
    let book = template(language: .en).workbook
    #expect(book.sheets.map(\.title) == ["Figures", "Met or not", "Agencies", "How to fill"])
    let figures = rows(book.sheets[0])
    #expect(
      figures[0] == ["No", "Place", "Code", "Indicator", "Measure", "Unit", "2024", "2025", "2026"])
    #expect(figures[1] == ["1", "Xã Mẫu", "1.1", "Short people", "Total", "people", "", "", ""])
    #expect(figures[2][4] == "Reached")
    let list = rows(book.sheets[1])
    #expect(list[0] == ["Code", "Indicator", "2024", "2025", "2026"])
    let agencies = rows(book.sheets[2])
    #expect(agencies[0] == ["Code", "Indicator", "Lead agency", "Supporting agencies"])
  }

  @Test("Only cells to be filled in can be written to, and take whole numbers from 0")
  func entries() throws {
    let made = try sheet("Số liệu", template())
    let heading = try #require(made.headingRow)
    for row in made.rows.dropFirst(heading + 1) {
      // The name of the place, and the years.
      #expect(
        row.cells.map(\.look.isUnlocked)
          == [false, true, false, false, false, false, true, true, true])
      #expect(row.cells.suffix(3).allSatisfy { $0.look.ground != .none })
    }
    #expect(
      made.rows[heading].cells.map(\.look.isUnlocked)
        == Array(repeating: false, count: 8) + [true])
    let years = try #require(made.entryRules.first)
    #expect(years.area == EntryRule.Area(rows: heading...heading, columns: 8...8))
    #expect(years.allowed == .list(["2026", "2026 (sơ bộ)", "Ước 2026"]))
    let counts = try #require(made.entryRules.last)
    #expect(
      counts.area
        == EntryRule.Area(rows: (heading + 1)...(made.rows.count - 1), columns: 6...8))
    #expect(counts.allowed == .wholeNumber(atLeast: 0))
    #expect(counts.invitation.contains("không ghi 0"))
  }

  @Test("Pass/fail items take Đạt or Chưa đạt, grades their numbers")
  func checklist() throws {
    let made = try sheet("Đạt – chưa đạt", template())
    #expect(
      rows(made) == [
        ["Mã", "Chỉ tiêu", "2024", "2025", "2026"],
        ["2.1", "Tên fact", "", "", ""], ["3.1", "Tên grade", "", "", ""],
      ])
    #expect(
      made.entryRules.map(\.allowed) == [
        .list(["2026", "2026 (sơ bộ)", "Ước 2026"]), .list(["Đạt", "Chưa đạt"]),
        .list(["0", "1", "2", "3", "4"]),
      ])
  }

  @Test(
    "Who answers is asked for once for each requirement and supporting indicator, in open cells")
  func agencies() throws {
    let made = try sheet("Phân công", template())
    #expect(
      rows(made) == [
        ["Mã", "Chỉ tiêu", "Đơn vị chủ trì", "Đơn vị phối hợp"], ["1.1", "Tên people", "", ""],
        ["2.1", "Tên fact", "", ""], ["3.1", "Tên grade", "", ""], ["KH.1", "Tên hamlets", "", ""],
        ["", "Tên beside", "", ""],
      ])
    let heading = try #require(made.headingRow)
    #expect(made.isProtected && made.entryRules.isEmpty)
    for row in made.rows.dropFirst(heading + 1) {
      #expect(row.cells.map(\.look.isUnlocked) == [false, false, true, true])
    }
    let steps = rows(try sheet("Hướng dẫn", template())).compactMap(\.first)
    #expect(steps.contains { $0.contains("Trang “Phân công”: ghi đơn vị chủ trì") })
  }

  /// The shipped rules of communes.
  private static func shipped() throws -> RegulationLibrary {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/regulations")
    return try RegulationLibrary.read(
      ["tt25-2023-xa.yaml", "planning-level3.yaml"].map {
        try SourceFile(reading: folder.appending(path: $0), shownAs: $0)
      })
  }

  /// Returns what is read of a template whose sheets were filled in.
  private func filled(
    _ library: RegulationLibrary,
    _ fill: (_ sheet: String, _ row: [String], _ column: Int) -> String?
  ) throws -> LooseFile {
    let template = FigureTemplate(
      regulations: library.regulations, place: "Xã Mẫu", years: 2024...2025, language: .vi,
      command: "forecast")
    let sheets = template.workbook.sheets.map { sheet in
      var copy = Worksheet(title: sheet.title, widths: sheet.widths)
      for (index, row) in sheet.rows.enumerated() {
        let texts = rows(sheet)
        let heading = sheet.headingRow ?? sheet.rows.count
        let cells = row.cells.enumerated().map { column, cell in
          guard index > heading, cell.content == .empty,
            let text = fill(sheet.title, texts[index - heading], column)
          else { return cell }
          return Double(text).map { .number($0) } ?? .text(text)
        }
        copy.append(Worksheet.Row(cells, isJoined: row.isJoined))
      }
      return copy
    }
    return try LooseFile.read(
      SourceFile(
        path: "mau.xlsx", bytes: try Workbook(title: "Mẫu", sheets: sheets).bytes()),
      LooseFileOptions(vocabulary: library.vocabulary))
  }

  @Test("A filled sheet of agencies is read back whole: every requirement and supporting indicator")
  func roundTrip() throws {
    let library = try Self.shipped()
    let file = try filled(library) { sheet, row, column in
      switch sheet {
      case "Phân công": column == 2 ? "Đơn vị \(row[1])" : column == 3 ? "A, B; C" : nil
      case "Số liệu": column > 5 ? (row[4] == "Tổng số" ? "1000" : "510") : nil
      default: nil
      }
    }
    let levels = library.regulations.flatMap(\.levels)
    let titles = Dictionary(
      levels.flatMap(\.requirements).map { ($0.indicator, $0.shortTitle.vi) }
        + levels.flatMap(\.supporting).map { ($0.id, $0.shortTitle.vi) },
      uniquingKeysWith: { first, _ in first })
    #expect(file.assignments.count == titles.count && titles.count >= 20)
    for assignment in file.assignments {
      #expect(assignment.leadAgency == "Đơn vị \(titles[assignment.requirement] ?? "–")")
      #expect(assignment.supportingAgencies == ["A, B", "C"])
    }
    #expect(file.isSound && file.entries.allSatisfy { $0.observation.count == 510 })
    #expect(file.diagnostics.map(\.code.id) == ["assignment.read", "sheet.no-table"])
  }

  @Test("A sheet of agencies that is left empty says nothing")
  func unfilled() throws {
    let file = try filled(try Self.shipped()) { sheet, row, column in
      sheet == "Số liệu" && column > 5 ? (row[4] == "Tổng số" ? "1000" : "510") : nil
    }
    #expect(file.assignments.isEmpty && file.isSound)
    #expect(file.diagnostics.map(\.position?.sheet) == ["Hướng dẫn"])
  }

  @Test("A rule without pass/fail items has no sheet for them, nor a step in the guide")
  func sharesOnly() {
    let only = Regulation(
      id: "s", title: Phrase("S"), placeKinds: [],
      levels: [Self.level("l", [Self.share("1", Self.people, 50)])], file: "s.yaml")
    let book = template([only]).workbook
    #expect(book.sheets.map(\.title) == ["Số liệu", "Phân công", "Hướng dẫn"])
    let texts = rows(book.sheets[2]).joined().joined(separator: "\n")
    #expect(!texts.contains("Đạt – chưa đạt") && texts.contains("Số liệu"))
  }

  @Test("The guide says what is counted, what is asked and what is no law, and the command")
  func guide() throws {
    let made = rows(try sheet("Hướng dẫn", template()))
    let row = try #require(made.first { $0.first == "1.1" })
    #expect(
      row == [
        "1.1", "Tên dài people", "Người cư trú", "Người được đếm (suy luận)",
        "Mức level1: ≥ 50% (vùng khó khăn ≥ 40%)\nMức level2: ≥ 60% (vùng khó khăn ≥ 50%)",
        "Văn bản A, Điều 6\nVăn bản A, Điều 7",
      ])
    let plan = try #require(made.first { $0.first == "KH.1" })
    #expect(plan[4] == "Mức level3 (không phải luật): ≥ 75% (vùng khó khăn ≥ 65%)")
    #expect(
      made.contains(["", "Tên dài beside", "", "", "chỉ số hỗ trợ, không phải điều kiện", ""]))
    let lines = made.compactMap(\.first)
    #expect(lines.contains { $0.hasSuffix("forecast --target level2 --data so-lieu.xlsx") })
    #expect(lines.contains("• Quy định A – căn cứ: Văn bản A."))
    #expect(lines.contains("• Kế hoạch B: mức nội bộ. KHÔNG PHẢI LUẬT."))
    #expect(lines.filter { $0 == "• Cách hiểu một" }.count == 1)
    #expect(lines.contains { $0.contains("không ghi 0") })
  }

  @Test("The unit is told by the words of a base's id, and by none where there are none")
  func units() {
    let known: [(String, CountedUnit)] = [
      ("residents-15plus", .people), ("population-15plus", .people), ("households", .households),
      ("clans", .clans), ("thon", .hamlets), ("units", .units),
    ]
    for (base, unit) in known { #expect(CountedUnit(base: base) == unit, "\(base)") }
    for base in ["", "odd", "communities", "clansmen"] { #expect(CountedUnit(base: base) == nil) }
    for unit in CountedUnit.allCases { #expect(unit.title.vi != unit.title.en) }
  }

  @Test("The same template gives the same bytes, with years as far as they go")
  func bytes() throws {
    #expect(try template().workbook.bytes() == template().workbook.bytes())
  }
}
