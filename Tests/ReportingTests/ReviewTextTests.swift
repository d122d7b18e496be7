import Diagnostics
import Indicators
import OfficeDocuments
import Planning
import Testing
import Wording

@testable import Reporting

@Suite("Review as text and table")
struct ReviewTextTests {
  private static let place = "Xã Mẫu"

  /// A plan made by the fixture, for levels of these names too, and figures of the next year.
  private func review(
    count: Int?, status: ObservationStatus = .preliminary, levels: [String] = ["level3"]
  ) throws -> PlanReview {
    let analysis = try AnalysisFixture().analysis()
    let plan = ArchivedPlan(
      analysis, Milestones(of: analysis), inputs: [], toolVersion: "1")
    let plans = levels.map { level in
      ArchivedPlan(
        toolVersion: plan.toolVersion, place: plan.place, regulation: plan.regulation,
        level: level, levelTitle: plan.levelTitle, notice: plan.notice, baseYear: plan.baseYear,
        targetYear: plan.targetYear, asOf: plan.asOf, model: plan.model,
        isIllustrative: plan.isIllustrative, inputs: plan.inputs,
        requirements: plan.requirements, outlook: plan.outlook)
    }
    let entries = count.map { count in
      [
        IndicatorPanel.Entry(
          place: Self.place, indicator: "law-b",
          observation: Observation(
            year: 2026, count: count, base: 10_020, status: status,
            position: InputPosition(file: "b.csv")))
      ]
    }
    return PlanReview(
      of: zip(1..., plans).map { PlanArchive.Record(sequence: $0, sha256: "0", plan: $1) },
      place: Self.place,
      dataset: Dataset(title: "T", panel: IndicatorPanel(entries: entries ?? [])), asOf: nil)
  }

  @Test("Who is behind, by how many, and that the figure is preliminary")
  func behind() throws {
    let review = try review(count: 5150)
    let share = try #require(review.plans[0].shares.first { $0.actual != nil })
    let people = NumberStyle(.vi).whole(share.slippagePeople)
    let text = ReviewText(review, notice: nil, language: .vi).text
    #expect(text.contains("KẾ HOẠCH ĐÃ LƯU:") && text.contains("CHẬM"))
    #expect(text.contains("\(share.requirement.id): thiếu \(people)"))
    #expect(text.contains("sơ bộ") && text.contains("chưa phải chính thức"))
    #expect(text.contains("Phòng Văn hóa – Xã hội"))
  }

  @Test("Three statements say nothing, and that is said")
  func honest() throws {
    let text = ReviewText(try review(count: 5150), notice: nil, language: .vi).text
    #expect(text.contains("chưa nói được gì về độ tin cậy"))
    let english = ReviewText(try review(count: 5150), notice: nil, language: .en).text
    #expect(english.contains("nothing can be said of their reliability yet"))
  }

  @Test("Without a new figure nothing is compared")
  func nothingNew() throws {
    let text = ReviewText(try review(count: nil), notice: nil, language: .vi).text
    #expect(text.contains("Chưa có số liệu của năm nào sau năm 2025."))
    #expect(text.contains("Chưa có khẳng định nào đối chiếu được với số thật."))
  }

  @Test("A planning level and made-up figures are told in text and in every row")
  func notices() throws {
    let review = try review(count: 5150)
    let notice = AnalysisFixture.planNotice.vi
    #expect(ReviewText(review, notice: nil, language: .vi).text.contains("Chú ý: " + notice))
    let rows = ReviewTables(review).flat.csv(in: .vi).split(separator: "\r\n").dropFirst()
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.contains(notice) && row.contains("số liệu minh họa")) }
    #expect(!ReviewWorkbook(review, notice: nil, language: .vi).workbook.sheets.isEmpty)
  }

  @Test("Plans of levels with long names have a sheet each, under titles that a workbook takes")
  func sheetTitles() throws {
    let levels = ["a", "b"].map { "mức-kế-hoạch-nội-bộ-của-tỉnh/2030-" + $0 }
    let workbook = ReviewWorkbook(
      try review(count: 5150, levels: levels), notice: nil, language: .vi
    ).workbook
    let titles = workbook.sheets.map(\.title)
    #expect(
      titles.filter { $0.hasPrefix("Đơn vị") } == [
        "Đơn vị mức-kế-hoạch-nội-bộ-củ …", "Đơn vị mức-kế-hoạch-nội-b … (2)",
      ])
    #expect(Set(titles).count == titles.count)
    #expect(titles.allSatisfy(Worksheet.isTitle))
  }
}
