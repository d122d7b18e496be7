import Indicators
import Testing
import Wording

@testable import Planning
@testable import Reporting

@Suite("A gap report as text")
struct GapReportTextTests {
  private static let paces = PaceDistribution(
    probabilities: [0, 0.75, 1],
    bands: [
      PaceDistribution.Band(
        years: 1, lower: 0, upper: 100, paces: [-1, 1, 20], windows: 900, places: 70,
        indicators: 6)
    ])

  private func text(
    _ fixture: AnalysisFixture = AnalysisFixture(), byAgency: Bool = false,
    _ language: Language = .vi
  ) throws -> String {
    GapReportText(try fixture.gapReport(), isByAgency: byAgency, language: language).text
  }

  @Test("The notices come first, then the answer: what is missing, the most of it, who leads, when")
  func answer() throws {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "SỐ LIỆU MINH HỌA, không có thật")
    #expect(lines[1].hasPrefix("Mức kế hoạch 3: mức kế hoạch nội bộ"))
    let answer = lines[3...].prefix { !$0.isEmpty }.joined(separator: " ")
    #expect(
      answer.hasPrefix(
        "level3 – Mức kế hoạch 3 của Xã Mẫu, năm 2026: 2 chỉ tiêu chưa đạt (A.2, A.5)"))
    #expect(answer.contains("1 chỉ tiêu thiếu minh chứng (A.4)"))
    #expect(
      answer.contains(
        "Thiếu nhiều nhất: A.2 Qua đào tạo, 9,0 điểm phần trăm (912 người, hộ …); chủ trì: Phòng Văn hóa – Xã hội."
      ))
    #expect(
      answer.hasSuffix(
        "Hạn: 31/12/2026, ngày cuối năm mục tiêu (quy định không có lịch xét công nhận)."))
  }

  @Test("The sections are those that have something to say, in both languages")
  func sections() throws {
    for heading in ["CÒN THIẾU", "NHỊP", "ĐƠN VỊ PHỤ TRÁCH", "CẦN BIẾT KHI ĐỌC"] {
      #expect(try text().contains("\n\(heading)"), "\(heading)")
    }
    #expect(try !text().contains("THEO ĐƠN VỊ TRỰC THUỘC") && !text().contains("PHẦN DƯ"))
    let english = try text(AnalysisFixture(), .en)
    for heading in ["MISSING", "PACE", "WHO IS RESPONSIBLE", "TO BE KNOWN WHEN READING"] {
      #expect(english.contains("\n\(heading)"), "\(heading)")
    }
    #expect(!english.contains("Còn thiếu"))
  }

  @Test("The row of a share tells points, people, people a quarter and how fast other places went")
  func row() throws {
    var fixture = AnalysisFixture(isPlanningLevel: false)
    fixture.placePaces = Self.paces
    let lines = try text(fixture).split(separator: "\n").filter { $0.hasPrefix("A.2 ") }
    #expect(lines.count == 3)
    #expect(lines[0].contains("+9,0") && lines[0].contains("912") && lines[0].contains("228"))
    // 9 points lie 8/19 of the way from 1 to 20: 0.75 + 0.25·8/19 = 0.855.
    #expect(lines[1].hasSuffix("nhanh hơn 85% số nơi"))
    #expect(try text(fixture).contains("70 nơi trong thư viện nhịp tăng (6 chỉ số)"))
    #expect(try text().contains("không có cơ sở so sánh"))
  }

  @Test("By agency each has a section with its rows, and what nobody leads comes last")
  func agencies() throws {
    let text = try text(byAgency: true)
    let first = try #require(
      text.firstRange(of: "PHÒNG VĂN HÓA – XÃ HỘI (1 chỉ tiêu; hạn 31/12/2026)"))
    let last = try #require(text.firstRange(of: "CHƯA PHÂN CÔNG ("))
    #expect(first.lowerBound < last.lowerBound)
    #expect(!text.contains("ĐƠN VỊ PHỤ TRÁCH"))
  }

  @Test("Hamlets are told with what they add up to")
  func parts() throws {
    let text = try text(AnalysisFixture(hasParts: true))
    #expect(text.contains("THEO ĐƠN VỊ TRỰC THUỘC"))
    // ⌈0.6 · 6000⌉ − 2390 = 1210; the other hamlet has 300 more than it needs.
    #expect(text.contains("A.2: 1/2 đơn vị dưới ngưỡng, thiếu 1.210 trên tổng số năm 2025."))
    #expect(
      text.replacing("\n", with: " ").contains(
        "Cộng các đơn vị: 5.090/10.000, lệch số của Xã Mẫu: số đạt −10, tổng số 0."))
  }

  @Test("Where no share lacks anything the smallest reserve is told, and all of them below")
  func reserve() throws {
    let report = try AnalysisFixture(isPlanningLevel: false).gapReport()
    let met = GapReport(
      analysis: report.analysis, due: report.due,
      rows: report.rows.filter { $0.result.kind != .share })
    let text = GapReportText(met, isByAgency: false, language: .vi).text
    #expect(text.contains("phần dư nhỏ nhất: A.3"))
    #expect(text.contains("\nPHẦN DƯ"))
    let none = GapReport(analysis: report.analysis, due: report.due, rows: [])
    let words = GapReportText(none, isByAgency: false, language: .vi).text
    #expect(words.contains("Năm 2026, Xã Mẫu không còn thiếu chỉ tiêu nào của level1 – Mức độ 1."))
    #expect(!words.contains("\nCÒN THIẾU") && !words.contains("\nNHỊP"))
  }
}
