import Forecasting
import OfficeDocuments
import Planning
import Reporting
import Testing
import Wording

@Suite("An analysis as a workbook")
struct AnalysisWorkbookTests {
  private static let inputs = [
    ResultEnvelope.Input(path: "so-lieu.csv", sha256: String(repeating: "a", count: 64))
  ]

  private func workbook(
    _ fixture: AnalysisFixture = AnalysisFixture(), _ language: Language = .vi
  ) throws -> Workbook {
    AnalysisWorkbook(
      try fixture.analysis(), inputs: Self.inputs, toolVersion: "9.9", language: language
    ).workbook
  }

  private func sheet(
    _ title: String, _ fixture: AnalysisFixture = AnalysisFixture(), _ language: Language = .vi
  ) throws -> Worksheet {
    try #require(try workbook(fixture, language).sheets.first { $0.title == title })
  }

  /// Returns the rows below the headings as heading → content.
  private func rows(_ sheet: Worksheet) throws -> [[String: WorksheetCell.Content]] {
    let heading = try #require(sheet.headingRow)
    let names = sheet.rows[heading].cells.map { cell in
      if case .text(let text) = cell.content { text } else { "" }
    }
    #expect(Set(names).count == names.count)
    return sheet.rows.dropFirst(heading + 1).map { row in
      Dictionary(uniqueKeysWithValues: zip(names, row.cells.map(\.content)))
    }
  }

  private func row(_ id: String, of title: String) throws -> [String: WorksheetCell.Content] {
    try #require(try rows(sheet(title)).first { $0["Mã"] == .text(id) })
  }

  @Test("There is one sheet a table, in both languages")
  func sheets() throws {
    #expect(
      try workbook().sheets.map(\.title) == [
        "Khoảng cách", "Triển vọng", "Dự báo", "Phân công", "Lưu ý", "Số liệu đã dùng", "Nguồn",
      ])
    #expect(
      try workbook(AnalysisFixture(), .en).sheets.map(\.title) == [
        "Gap", "Outlook", "Forecast", "Agencies", "Remarks", "Figures used", "Sources",
      ])
    #expect(try workbook().title == "Mức kế hoạch 3 – Xã Mẫu")
  }

  @Test("Every sheet says above its numbers that they are made up, and that the level is no law")
  func notices() throws {
    for language in Language.allCases {
      for sheet in try workbook(AnalysisFixture(), language).sheets {
        let above = sheet.rows.prefix(sheet.headingRow ?? 0).flatMap(\.cells).map(\.content)
        let data = AnalysisFixture().notice?(language) ?? ""
        #expect(above.contains(.text(data)), "\(sheet.title)")
        #expect(
          above.contains { content in
            if case .text(let text) = content {
              text.contains(AnalysisFixture.planNotice(language))
            } else {
              false
            }
          }, "\(sheet.title)")
      }
    }
    let real = try sheet(
      "Khoảng cách",
      AnalysisFixture(isIllustrative: false, notice: nil, isPlanningLevel: false))
    // Headline, how to read it, an empty row, the headings.
    #expect(real.headingRow == 3)
  }

  @Test("The gap sheet has a row a requirement, with shares as fractions beside their counts")
  func gap() throws {
    let all = try rows(sheet("Khoảng cách"))
    #expect(
      all.map { $0["Mã"] }
        == ["A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "KH.1", "KH.2", "beside"].map { .text($0) })
    let share = try row("A.2", of: "Khoảng cách")
    #expect(share["Số đạt"] == .number(5100) && share["Tổng số"] == .number(10_000))
    #expect(share["Hiện trạng"] == .number(0.51) && share["Yêu cầu"] == .number(0.6))
    #expect(share["Thiếu (điểm %)"] == .number(9))
    #expect(share["Thiếu (người, hộ …) 2026"] == .number(912))
    #expect(share["Kết quả"] == .text("CHƯA ĐẠT"))
    #expect(share["Lưu ý"] == .empty)
    let grade = try row("A.5", of: "Khoảng cách")
    #expect(grade["Hiện trạng"] == .number(2) && grade["Yêu cầu"] == .number(3))
    let fact = try row("A.4", of: "Khoảng cách")
    #expect(fact["Hiện trạng"] == .empty && fact["Xác suất đạt 2026"] == .empty)
  }

  @Test("The forecast has a row an indicator and year: median and bounds are those of the analysis")
  func forecast() throws {
    let analysis = try AnalysisFixture().analysis()
    let results = analysis.requirements + analysis.supporting
    let all = try rows(sheet("Dự báo"))
    #expect(all.count == results.map(\.forecast.years.count).reduce(0, +))
    for result in results {
      for year in result.forecast.years {
        let found = all.first {
          $0["Mã"] == .text(result.id) && $0["Năm"] == .number(Double(year.year))
        }
        guard case .number(let median) = found?["Trung vị"],
          case .number(let lower) = found?["Cận dưới 80%"],
          case .number(let upper) = found?["Cận trên 80%"]
        else {
          Issue.record("\(result.id) \(year.year)")
          continue
        }
        let interval = year.distribution.interval(0.8)
        #expect(abs(median * 100 - year.distribution.median) < 1e-4)
        #expect(abs(lower * 100 - interval.lowerBound) < 1e-4)
        #expect(abs(upper * 100 - interval.upperBound) < 1e-4)
      }
    }
  }

  @Test("The outlook has a row a year, and says what its chances take for granted")
  func outlook() throws {
    let made = try sheet("Triển vọng")
    #expect(
      try rows(made).map { $0["Năm"] }
        == AnalysisFixture().analysis().outlook.map { .number(Double($0.year)) })
    let above = made.rows.prefix(made.headingRow ?? 0).flatMap(\.cells).map(\.content)
    #expect(
      above.contains { content in
        if case .text(let text) = content {
          text.hasPrefix("Các chỉ tiêu đạt/không đạt")
        } else {
          false
        }
      })
  }

  @Test("The figures used stand with the place in the file where each was read")
  func figures() throws {
    let all = try rows(sheet("Số liệu đã dùng")).filter { $0["Mã"] == .text("A.1") }
    #expect(all.map { $0["Năm"] } == (2016...2025).map { .number(Double($0)) })
    #expect(all.last?["Số đạt"] == .number(7200) && all.last?["Tỷ lệ"] == .number(0.72))
    #expect(all.last?["Trạng thái"] == .text("sơ bộ"))
    #expect(all.allSatisfy { $0["Chỗ trong tệp"] == .text("so-lieu.csv:2:4") })
  }

  @Test("The sources name the program and every file with its SHA-256")
  func sources() throws {
    let all = try rows(sheet("Nguồn"))
    #expect(all.contains { $0["Nội dung"] == .text("forecast 9.9") })
    let file = try #require(all.last)
    #expect(file["Nội dung"] == .text("so-lieu.csv"))
    #expect(file["SHA-256 của tệp"] == .text(String(repeating: "a", count: 64)))
    #expect(
      all.contains { $0["Mục"] == .text("Địa phương") && $0["Nội dung"] == .text("Xã Mẫu (xã)") })
  }

  @Test("Remarks keep what has to be known apart from readings that are no law")
  func remarks() throws {
    let kinds = try rows(sheet("Lưu ý")).map { $0["Loại"] }
    #expect(kinds.contains(.text("Cần biết khi đọc")))
    #expect(kinds.allSatisfy { $0 != .empty })
  }

  @Test("The same analysis gives the same bytes")
  func bytes() throws {
    #expect(try workbook().bytes() == workbook().bytes())
    #expect(try workbook().bytes() != workbook(AnalysisFixture(), .en).bytes())
  }
}
