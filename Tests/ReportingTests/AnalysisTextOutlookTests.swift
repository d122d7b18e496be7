import Foundation
import Planning
import Regulations
import Reporting
import Testing
import Wording

@Suite("Text of chances in coming years")
struct AnalysisTextOutlookTests {
  private func text(_ fixture: AnalysisFixture, _ language: Language = .vi) throws -> String {
    AnalysisText(try fixture.analysis(), language: language).text
  }

  /// Returns the lines under a heading, up to the next empty line.
  private func section(_ heading: String, _ text: String) throws -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "no \(heading)")
    return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
  }

  @Test("Every level has its row, what it depends on, and a plan its notice")
  func levels() throws {
    let lines = try section("XÁC SUẤT ĐẠT CÁC MỨC", try text(AnalysisFixture()))
    #expect(lines.contains { $0.hasPrefix("level1 – Mức độ 1") })
    #expect(lines.contains { $0.hasPrefix("level3 – Mức kế hoạch 3") })
    #expect(
      lines.contains("level1: với điều kiện các mục chưa biết hoặc không so được này đạt: A.6."))
    // The level asked about tells its conditions with its own table.
    #expect(!lines.contains { $0.hasPrefix("level3: với điều kiện") })
    #expect(lines.last == "level3: \(AnalysisFixture.planNotice.vi).")
    let english = try section("THE CHANCE OF EACH LEVEL", try text(AnalysisFixture(), .en))
    #expect(english.contains { $0.hasPrefix("level1: provided that these") })
  }

  @Test("One level alone needs no table of levels")
  func oneLevel() throws {
    let text = try text(AnalysisFixture(isPlanningLevel: false))
    #expect(!text.contains("XÁC SUẤT ĐẠT CÁC MỨC"))
  }

  @Test("A level is printed as far as its own rows allow, whichever level is asked about")
  func caps() throws {
    let fixture = AnalysisFixture(firstYear: 2022)
    let analysis = try fixture.analysis()
    for held in analysis.heldLevels {
      #expect(!held.requirements.isEmpty)
      #expect(held.requirements.map(\.id) == held.level.requirements.map(\.id))
    }
    let asked = AnalysisText(analysis, language: .vi).text
    let law = try section("XÁC SUẤT ĐẠT CÁC MỨC", asked).first { $0.hasPrefix("level1") }
    var own = fixture
    own.isPlanningLevel = false
    let alone = try section("KHẢ NĂNG ĐẠT level1", try text(own))
    for year in ["2026", "2027"] {
      let row = try #require(
        alone.first { $0.trimmingCharacters(in: .whitespaces).hasPrefix(year) })
      let printed = try #require(row.split(separator: " ").dropFirst().first)
      #expect(law?.contains(printed) == true, "\(year) \(printed)")
    }
  }

  @Test("The risks of a recognised level stand one row a requirement, until its last year")
  func risks() throws {
    let fixture = AnalysisFixture(gradePlan: nil, hasCalendar: true)
    let lines = try section("GIỮ MỨC ĐANG ĐƯỢC CÔNG NHẬN", try text(fixture))
    let head = try #require(lines.first { $0.hasPrefix("Nguy cơ không còn đạt") })
    #expect(head.hasSuffix("2026  2027  2028"))
    #expect(!head.contains("2029"))
    let row = try #require(lines.first { $0.hasPrefix("A.2") })
    #expect(row.contains("%"))
    // A grade that is not met is lost for certain; facts that are met have no row.
    #expect(lines.contains { $0.hasPrefix("A.5") && $0.contains("100%") })
    #expect(!lines.contains { $0.hasPrefix("A.4") })
  }

  @Test(
    "The schedule says which year counts first; a year that would fail anyway is not called lost")
  func schedule() throws {
    // Nothing stands above level 1 of the fixture; recognised as it is, it has no schedule.
    let held = try text(AnalysisFixture(isPlanningLevel: false, hasCalendar: true))
    #expect(!held.contains("Theo lịch"))
    let open = AnalysisFixture(isPlanningLevel: false, hasRecognition: false, hasCalendar: true)
    let report = AnalysisText(try open.analysis(), language: .vi).text
      .replacingOccurrences(of: "\n", with: " ")
    #expect(
      report.contains(
        "Theo lịch, sớm nhất được công nhận với số liệu năm 2026: hồ sơ trước 28/02/2027, quyết định trước 31/03/2027."
      ))
    #expect(!report.contains("chưa nộp được"))
    #expect(
      try text(open, .en).contains("By the calendar it can be recognised with the data of 2026"))
    #expect(!(try text(AnalysisFixture(hasCalendar: true))).contains("Theo lịch"))
  }

  @Test(
    "A year lost to the calendar is told with the decision, the rule and how surely it is known")
  func lostYear() throws {
    let fixture = AnalysisFixture(hasCalendar: true, isNextLevel: true)
    let vietnamese = try text(fixture).replacingOccurrences(of: "\n", with: " ")
    #expect(
      vietnamese.contains("sớm nhất được công nhận với số liệu năm 2026: hồ sơ trước 28/02/2027"))
    #expect(
      vietnamese.contains(
        "Năm đánh giá 2025 chưa nộp được: quyết định level1 ngày 27/03/2025 phải đủ 12 tháng (đến 27/03/2026; quy tắc này: nguyên văn)."
      ))
    let english = try text(fixture, .en).replacingOccurrences(of: "\n", with: " ")
    #expect(english.contains("The assessed year 2025 comes too soon: the decision on level1"))
    // Without the decision of level 1 nothing has to wait.
    var free = fixture
    free.hasRecognition = false
    #expect(!(try text(free)).contains("chưa nộp được"))
  }

  @Test("Correlation is told only where the data changed it")
  func dependence() throws {
    let analysis = try AnalysisFixture(isPlanningLevel: false).analysis()
    let sentence = "Tương quan giữa các tỷ lệ: "
    let text = AnalysisText(analysis, language: .vi).text
    let style = NumberStyle(.vi)
    let used = style.decimal(analysis.correlation, decimals: 2)
    let standard = style.decimal(analysis.standardCorrelation, decimals: 2)
    if used == standard || analysis.dependence.estimate == nil {
      #expect(!text.contains(sentence))
    } else {
      #expect(text.contains("\(sentence)\(used) (mặc định \(standard);"))
    }
    let rates = try AnalysisFixture(isPlanningLevel: false, rates: ["rate-a", "rate-b"]).analysis()
    #expect(rates.dependence.estimate != nil)
    let told = AnalysisText(rates, language: .vi).text
    #expect(told.contains(sentence + style.decimal(rates.correlation, decimals: 2)))
  }
}
