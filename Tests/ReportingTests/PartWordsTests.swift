import Diagnostics
import Indicators
import Testing
import Wording

@testable import Planning
@testable import Reporting

@Suite("Words of the parts of a place")
struct PartWordsTests {
  /// Returns the sentence on parts of so many of 100, against a place with a count and a base.
  private func sentence(
    _ counts: [Int?], of place: (count: Int, base: Int)? = nil, threshold: Int = 50,
    named: Int = 5, _ language: Language = .vi
  ) throws -> String {
    func series(_ name: String, _ count: Int?, _ base: Int?) -> IndicatorSeries {
      IndicatorSeries(
        place: name, indicator: Indicator(id: "law-b", title: Phrase("b")),
        observations: [
          Observation(
            year: 2025, count: count, base: base, printedPercent: ExactDecimal(50),
            position: InputPosition(file: "f", line: 1))
        ])
    }
    let report = try AnalysisFixture(isPlanningLevel: false).gapReport()
    let row = try #require(report.rows.first { $0.result.kind == .share })
    let parts = PartGaps(
      of: series("Xã Mẫu", place?.count, place?.base), threshold: ExactDecimal(threshold),
      parts: counts.enumerated().map { index, count in
        ("Thôn \(index + 1)", count.map { series("Thôn", $0, 100) })
      })
    let changed = GapReport(
      analysis: report.analysis, due: report.due,
      rows: [
        GapRow(
          result: row.result, reason: row.reason, quarters: [], paceQuarter: nil, standing: nil,
          peerPace: nil, parts: parts)
      ])
    return try #require(
      PartWords.sentences(of: changed, named: named, in: language).first)
  }

  @Test("Who is below, by how many, and whether the parts add up to the place")
  func below() throws {
    #expect(
      try sentence([20, 60, 45], of: (125, 300))
        == "A.2: 2/3 đơn vị dưới ngưỡng, thiếu 35 trên tổng số năm 2025. Cộng các đơn vị: 125/300, bằng số của Xã Mẫu."
    )
    #expect(
      try sentence([20, 60], of: (85, 190)).contains(
        "lệch số của Xã Mẫu: số đạt −5, tổng số +10."))
  }

  @Test("All above, parts that the table leaves out, and parts without figures are told")
  func others() throws {
    let text = try sentence([60, 70, nil, 80], named: 2, .en)
    #expect(
      text
        == "A.2: all 3 parts reach the threshold in 2025 (1 not printed here are in the file). No figures of 2025: Thôn 3."
    )
    #expect(try sentence([60]).hasPrefix("A.2: cả 1 đơn vị đều đạt ngưỡng năm 2025."))
  }

  @Test("Requirements whose parts are not known have no sentence")
  func none() throws {
    #expect(
      PartWords.sentences(of: try AnalysisFixture().gapReport(), named: 5, in: .vi).isEmpty)
  }
}
