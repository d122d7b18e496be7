import Indicators
import Testing
import Wording

@testable import Planning
@testable import Reporting

@Suite("Words of a standing")
struct StandingWordsTests {
  /// Returns a row that needs a pace and stands at a share of other places; without one for nil.
  private func row(
    _ share: Double?, source: PaceBasis.Source = .library, isOfOtherKinds: Bool = false,
    index: Int = 0
  ) throws -> GapRow {
    let needed = try AnalysisFixture(isPlanningLevel: false).gapReport().rows.filter {
      $0.result.paceNeeded != nil
    }
    let row = try #require(needed.indices.contains(index) ? needed[index] : nil)
    return GapRow(
      result: row.result, reason: row.reason, quarters: [], paceQuarter: nil,
      standing: share.map {
        PaceStanding(
          share: $0,
          basis: PaceBasis(
            source: source, years: 3, levels: 50...60, windows: 1254, places: 147,
            indicators: source == .library ? 13 : 1, isOfOtherKinds: isOfOtherKinds))
      }, peerPace: nil, parts: nil)
  }

  @Test(
    "A share of places is rounded down, and said without a number at the ends",
    arguments: [
      (0.904, "nhanh hơn 90% số nơi"), (0.899, "nhanh hơn 89% số nơi"),
      (0.29, "nhanh hơn 29% số nơi"), (0.9899, "nhanh hơn 98% số nơi"),
      (0.99, "nhanh hơn trên 99% số nơi"), (0.9999, "nhanh hơn trên 99% số nơi"),
      (1, "nhanh hơn mọi nơi đã đo"), (0, "nhanh hơn chưa đến 1% số nơi"),
      (0.009, "nhanh hơn chưa đến 1% số nơi"),
    ])
  func shares(share: Double, words: String) throws {
    #expect(StandingWords.words(of: try row(share)).vi == words)
  }

  @Test("Without a basis it says so; without a pace needed it says nothing")
  func none() throws {
    let row = try row(nil)
    #expect(StandingWords.words(of: row).vi == "không có cơ sở so sánh")
    #expect(StandingWords.words(of: row).en == "nothing to compare with")
    let sentence = try #require(StandingWords.sentences(of: [row], in: .vi).first)
    #expect(sentence.hasPrefix("A.2: không có cơ sở so sánh nhịp"))
    let fact = try #require(
      try AnalysisFixture().gapReport().rows.first { $0.result.kind == .fact })
    #expect(StandingWords.words(of: fact).vi == "")
    #expect(StandingWords.sentences(of: [fact], in: .vi).isEmpty)
  }

  @Test("Rows that were compared with the same places share a sentence that names them")
  func sentences() throws {
    let sentences = StandingWords.sentences(of: [try row(0.5), try row(0.7)], in: .vi)
    #expect(
      sentences == [
        "A.2, A.2: so với nhịp mà 147 nơi trong thư viện nhịp tăng (13 chỉ số) đã giữ được trong 3 năm, xuất phát từ 50–60% (1.254 đoạn, mỗi chỉ số một phiếu)."
      ])
    let own = StandingWords.sentences(of: [try row(0.5, source: .ownPanel)], in: .en)
    #expect(own.first?.contains("147 other places of the data held for 3 years") == true)
  }

  @Test("A kind of indicator without real series says that other kinds were measured")
  func otherKinds() throws {
    let row = try row(0.5, isOfOtherKinds: true)
    #expect(StandingWords.words(of: row).vi == "nhanh hơn 50% số nơi (chỉ số loại khác)")
    let sentence = try #require(StandingWords.sentences(of: [row], in: .vi).first)
    #expect(sentence.contains("các chỉ số loại khác") && sentence.contains("chưa kiểm chứng"))
  }
}
