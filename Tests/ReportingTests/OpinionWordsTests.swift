import Foundation
@testable import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Words of second opinions")
struct OpinionWordsTests {
  private func opinion(
    _ method: PublishedMethod, _ percents: [Double], target: Double = 60, by year: Int = 2028
  ) -> SecondOpinion {
    method.opinion(
      on: OpinionQuestion(
        requirement: "5.1",
        points: percents.enumerated().map {
          OpinionQuestion.Point(year: 2026 - percents.count + $0.offset, percent: $0.element)
        }, target: target, targetYear: year))
  }

  @Test("A line tells years, class, numbers with units, and notes, in either language")
  func line() {
    let german = opinion(.dns, [47, 48, 49, 50])
    #expect(
      OpinionWords.line(german, in: .vi)
        == "5.1 (2022–2025): nhiều mây; mức thay đổi trung bình +1,00 điểm %/năm; giá trị chiếu tới năm mục tiêu 53,0%; phần thiếu hụt 70,0%; chưa đủ sáu năm liền nhau."
    )
    #expect(
      OpinionWords.line(german, in: .en)
        == "5.1 (2022–2025): cloud; mean yearly change +1.00 points a year; projected value 53.0%; share missed 70.0%; fewer than six consecutive years."
    )
  }

  /// 47, 48, 50, 50: explained 1.1²·5 = 6.05 of 6.75.
  @Test("R² is a plain number; what is not known is left out")
  func rSquared() {
    let line = OpinionWords.line(opinion(.ols, [47, 48, 50, 50]), in: .vi)
    #expect(line.contains("hệ số xác định R² 0,90"))
    let pair = OpinionWords.line(opinion(.ols, [49, 50]), in: .vi)
    #expect(!pair.contains("R²"))
    #expect(pair.contains("hai năm không cho biết độ phân tán"))
  }

  @Test(
    "Of a share that should rise, what falls is the share not reached, and no rate of it has a plus"
  )
  func complement() {
    let line = OpinionWords.line(opinion(.aarr, [50, 55]), in: .vi)
    #expect(
      line.hasPrefix(
        "5.1 (2024–2025): phần chưa đạt giảm đủ nhanh; tốc độ giảm bình quân 10,00%/năm; "))
    #expect(!line.contains("+"))
    #expect(
      OpinionWords.line(opinion(.aarr, [55, 60]), in: .en).hasPrefix(
        "5.1 (2024–2025): target achieved"))
  }

  @Test("A refusal tells why")
  func refused() {
    #expect(
      OpinionWords.line(opinion(.dns, [49, 50]), in: .vi)
        == "5.1 (2024–2025): không xếp: mới có 2 năm số liệu so được, cần 4.")
    #expect(
      OpinionWords.line(opinion(.escap, [49]), in: .en)
        == "5.1 (2025): not assessed: comparable years: 1, needed: 2.")
    #expect(
      OpinionWords.line(opinion(.escap, []), in: .vi) == "5.1: không xếp: chưa có số liệu.")
  }

  @Test("The opinion on the level tells score, what decides, and what is missing")
  func level() {
    let level = LevelOpinion(
      verdict: .cloud, score: -1.25, deciding: ["5.1", "5.2a"], unassessed: ["5.2b"])
    #expect(
      OpinionWords.line(level, in: .vi)
        == "Các tỷ lệ của mức: nhiều mây; điểm trung bình −1,2; quyết định bởi 5.1, 5.2a; chưa xếp được 5.2b."
    )
    #expect(OpinionWords.line(nil as LevelOpinion?, in: .vi) == nil)
  }

  @Test("The caution quotes the measured shares of classes that came true")
  func caution() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "PlanningTests/Reference/method_record.csv")
    var asked = 0
    var shares: [String: Int] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      guard fields[0] == "world", let count = Double(fields[3]), let hits = Double(fields[4])
      else { continue }
      shares["\(fields[1]) \(fields[2])"] = Int((100 * hits / count).rounded())
      if fields[1] == "ols" { asked += Int(count) }
    }
    func share(_ key: String) throws -> Int { try #require(shares[key], "\(key)") }
    let onTrack = (try share("escap on-track"), try share("eurostat on-track"))
    let slow = (try share("escap accelerate"), try share("eurostat accelerate"))
    let worst = (
      try share("escap regression"), try share("eurostat deterioration"),
      try share("dns thunderstorm")
    )
    for (language, count) in [(Language.vi, "6.323"), (.en, "6,323")] {
      #expect(NumberStyle(language).whole(asked) == count)
      let words = OpinionWords.caution(language)
      #expect(words.contains(count))
      #expect(words.contains("\(onTrack.0)% (ESCAP)"))
      #expect(words.contains("\(onTrack.1)% (Eurostat)"))
      #expect(words.contains("\(try share("dns sun"))%"))
    }
    #expect(OpinionWords.caution.vi.contains("\(slow.0)% và \(slow.1)%"))
    #expect(OpinionWords.caution.vi.contains("\(worst.0)%, \(worst.1)% và \(worst.2)%"))
    #expect(OpinionWords.caution.en.contains("\(worst.0)%, \(worst.1)% and \(worst.2)%"))
  }
}
