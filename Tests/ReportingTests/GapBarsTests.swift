import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Testing
import Wording

@testable import Reporting

@Suite("Gap bars")
struct GapBarsTests {
  private func bars(_ analysis: Analysis, _ language: Language = .vi) -> ReportedPicture? {
    LevelPictures.pictures(of: analysis, .gap, language: language).first
  }

  private static func shareMissing(_ result: RequirementResult) -> Double {
    Double(result.gapPeople ?? 0) / Double(result.baseForecast ?? 1)
  }

  @Test("One bar a requirement with people missing, the largest share first, numbers as analysed")
  func numbers() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      let missing = analysis.requirements.filter { ($0.gapPeople ?? 0) > 0 }
        .sorted { Self.shareMissing($0) > Self.shareMissing($1) }
      guard let reported = bars(analysis) else {
        #expect(missing.isEmpty, "\(example)")
        continue
      }
      let rows = reported.table.rows
      #expect(rows.map { PictureCell($0[2]) } == missing.map { .number(Double($0.gapPeople ?? 0)) })
      for row in rows {
        let result = try #require(
          analysis.requirements.first { PictureCell(row[0]) == .text($0.id) })
        #expect(PictureCell(row[2]) == .number(Double(try #require(result.gapPeople))))
        #expect(PictureCell(row[3]) == .number(Double(try #require(result.baseForecast))))
        #expect(PictureCell(row[5]) == .number(try #require(result.gapPoints)))
        #expect(PictureCell(row[8]) == (result.leadAgency.map { .text($0) } ?? .empty))
      }
    }
  }

  @Test("Nobody missing gives no picture")
  func nothing() throws {
    let example = try #require(PictureCase.all.first { $0.testDescription == "all 100" })
    #expect(bars(try example.analysis()) == nil)
  }

  @Test("Bars are as long as the share missing; the filled part never exceeds the whole")
  func lengths() throws {
    let analysis = try ShippedAnalysis.analysis("kien-hung", "level3")
    let reported = try #require(bars(analysis))
    let outlines = reported.picture.marks.compactMap { mark -> Box? in
      if case .box(let box, nil, _) = mark { box } else { nil }
    }
    let filled = reported.picture.marks.compactMap { mark -> Box? in
      if case .box(let box, .some(.blue), _) = mark { box } else { nil }
    }
    let missing = analysis.requirements.filter { ($0.gapPeople ?? 0) > 0 }
      .map { Self.shareMissing($0) }.sorted(by: >)
    #expect(outlines.count == missing.count && filled.count == missing.count)
    for (box, share) in zip(outlines, missing) {
      #expect(abs(box.width / outlines[0].width - share / missing[0]) < 1e-9)
    }
    for (whole, brought) in zip(outlines, filled) { #expect(brought.right <= whole.right + 1e-9) }
  }

  @Test("Counts stand with what they are counted of: people, households and clans are not one kind")
  func bases() throws {
    let analysis = try ShippedAnalysis.analysis("kien-hung", "level3")
    let text = PictureReading.text(of: try #require(bars(analysis)).picture)
    for words in [
      "3 / 43", "1 / 14", "tính trên: Dòng họ trong xã", "tính trên: Thôn trong xã",
      "tính trên: Hộ gia đình trong xã", "3.195 / 21.544",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains(" người,") || text.contains("(người, hộ, dòng họ …)"))
  }

  @Test("Each bar has its lead agency, the pace needed and the pace so far")
  func paces() throws {
    let text = PictureReading.text(
      of: try #require(bars(try ShippedAnalysis.analysis("kien-hung", "level2"))).picture)
    #expect(
      text.contains(
        "thiếu 14,7 điểm %; nhịp cần có 14,7 điểm/năm, nhịp đã qua 5,6; chủ trì: Hội Khuyến học"))
  }

  @Test("Hatching marks chances below one in ten")
  func hatching() throws {
    let analysis = try ShippedAnalysis.analysis("kien-hung", "level3")
    let hatched = try #require(bars(analysis)).picture.marks.count { mark in
      if case .hatch = mark { true } else { false }
    }
    let unlikely = analysis.requirements.count {
      ($0.gapPeople ?? 0) > 0 && ($0.probability(in: analysis.targetYear) ?? 1) < 0.1
    }
    #expect(hatched == unlikely && hatched > 0)
  }
}
