import Foundation
import Planning
import Reporting
import Testing
import Wording

@Suite("Reports of grades that rest on rates")
struct GradeRatesReportTests {
  private let all = AnalysisFixture(isPlanningLevel: false, rates: ["rate-a", "rate-b"])
  private let some = AnalysisFixture(isPlanningLevel: false, rates: ["rate-a"])
  private let none = AnalysisFixture(isPlanningLevel: false)

  private func section(
    _ heading: String, _ fixture: AnalysisFixture, _ language: Language = .vi
  ) throws -> [Substring] {
    let text = AnalysisText(try fixture.analysis(), language: language).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "no \(heading)")
    return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
  }

  @Test("The rates stand under their grade in the forecast, with their thresholds")
  func forecast() throws {
    let lines = try section("DỰ BÁO", all)
    let grade = try #require(lines.firstIndex { $0.hasPrefix("A.5") })
    #expect(lines[grade].contains("%"))
    #expect(lines[grade + 1].contains("↳ Vào lớp 1 (≥ 98%)"))
    #expect(lines[grade + 2].contains("↳ Hoàn thành tiểu học (≥ 90%)"))
    let english = try section("FORECAST", all, .en)
    #expect(english.contains { $0.contains("↳ rate-a (≥ 98%)") })
  }

  @Test("The rates stand under their grade in the gap, with the people missing")
  func gap() throws {
    let lines = try section("KHOẢNG CÁCH VÀ NHỊP", all)
    let row = try #require(lines.first { $0.hasPrefix("A.5 ↳ Vào lớp 1") })
    #expect(row.contains("−0,5"))
    #expect(lines.contains { $0.hasPrefix("A.5 ↳ Hoàn thành tiểu học") })
    #expect(!(try section("KHOẢNG CÁCH VÀ NHỊP", none)).contains { $0.contains("↳") })
  }

  @Test("Report, gap table and heat map say that the grade counts by its rates")
  func words() throws {
    let analysis = try all.analysis()
    let text = AnalysisText(analysis, language: .vi).text
    #expect(text.contains("Mức độ của A.5 được tính từ các tỷ lệ đứng sau"))
    #expect(!AnalysisText(try none.analysis(), language: .vi).text.contains("đứng sau"))
    let csv = GapTable.table(of: analysis).csv(in: .vi)
    let row = try #require(csv.split(separator: "\r\n").first { $0.contains(";A.5;") })
    #expect(row.contains("tính từ các tỷ lệ") && !row.contains("dự kiến đạt"))
  }

  @Test("A missing rate is told, and the record counts: no chance stands beside the grade")
  func missing() throws {
    let analysis = try some.analysis()
    let grade = try #require(analysis.requirements.first { $0.id == "A.5" })
    #expect(grade.gradeOutlook.isEmpty && grade.rates.count == 2)
    let text = AnalysisText(analysis, language: .vi).text
      .replacingOccurrences(of: "\n  ", with: " ")
    #expect(
      text.contains("A.5: có số liệu của “Vào lớp 1” nhưng chưa có “Hoàn thành tiểu học”"))
    #expect(try section("DỰ BÁO", some).contains { $0.contains("↳ Hoàn thành tiểu học") })
  }

  @Test("Only the rates in use hold back how far a chance is printed")
  func caps() throws {
    let grade = try #require(try all.analysis().requirements.first { $0.id == "A.5" })
    #expect(grade.gradeOutlook.count == 5)
    let row = try #require(try section("DỰ BÁO", all).first { $0.hasPrefix("A.5") })
    // Seven figures a rate: nothing beyond 5 and 95% is said.
    #expect(!row.contains("<1%") && !row.contains("99%"))
  }

  @Test("The gap table and JSON have the rates as rows, of the same shape")
  func tables() throws {
    let csv = GapTable.table(of: try all.analysis()).csv(in: .vi)
    #expect(csv.contains(";rate-a;") && csv.contains(";rate-b;"))
    #expect(!GapTable.table(of: try none.analysis()).csv(in: .vi).contains("rate-"))
    let text = AnalysisJSON.data(of: try all.analysis(), in: .vi).text
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rows = try #require(data["requirements"] as? [[String: Any]])
    let grade = try #require(rows.first { $0["id"] as? String == "A.5" })
    let rates = try #require(grade["rates"] as? [[String: Any]])
    #expect(rates.map { $0["id"] as? String } == ["rate-a", "rate-b"])
    #expect(Set(rates[0].keys) == Set(grade.keys))
    #expect((rates[0]["forecast"] as? [Any])?.count == 5)
    #expect((grade["gradeOutlook"] as? [[String: Any]])?.count == 5)
    let share = try #require(rows.first)
    #expect((share["rates"] as? [Any])?.isEmpty == true)
  }

  @Test("In a plan that extends the law its rates are of the law and bear no notice of the plan")
  func plan() throws {
    var fixture = all
    fixture.isPlanningLevel = true
    let csv = GapTable.table(of: try fixture.analysis()).csv(in: .vi)
    let row = try #require(csv.split(separator: "\r\n").first { $0.contains(";rate-a;") })
    let remark = try #require(row.split(separator: ";", omittingEmptySubsequences: false).last)
    #expect(!remark.contains(AnalysisFixture.planNotice.vi))
  }
}
