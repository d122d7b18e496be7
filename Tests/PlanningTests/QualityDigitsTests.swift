import Diagnostics
import Wording
import Foundation
import Indicators
@testable import Planning
import Testing

@Suite("Questions about digits")
struct QualityDigitsTests {
  private func series(_ commune: Commune) throws -> QualitySeries {
    QualitySeries(
      try #require(commune.dataset.panel.series(place: Commune.place.name, indicator: "a")))
  }

  private func percents(_ texts: [String], from year: Int = 2016) throws -> QualitySeries {
    var commune = Commune()
    for (index, text) in texts.enumerated() { commune.percent("a", year + index, text) }
    return try series(commune)
  }

  private func counts(_ counts: [Int], of bases: [Int] = [], from year: Int = 2016) throws
    -> QualitySeries
  {
    var commune = Commune()
    for (index, count) in counts.enumerated() {
      commune.count("a", year + index, count, of: bases.isEmpty ? 20_000 : bases[index])
    }
    return try series(commune)
  }

  /// Exact fractions of Python, see Reference/binomial_tail.py.
  @Test("The binomial tail is that of exact fractions")
  func tail() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/binomial_tail.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count > 70)
    for row in rows {
      let fields = row.split(separator: ",").compactMap { Double($0) }
      try #require(fields.count == 4)
      let tail = QualityDigits.binomialTail(
        Int(fields[0]), of: Int(fields[1]), probability: fields[2])
      #expect(abs(tail - fields[3]) <= 1e-12 * fields[3], "\(row)")
    }
  }

  @Test("Digits that end in 0 or 5 too often are asked about, with their number")
  func heaping() throws {
    let found = try #require(
      QualityDigits.heaping(in: try percents(["20.0", "22.5", "27.5", "31.3", "35.0", "41.5"])))
    #expect(found.kind == .heaping)
    #expect(found.years == [2016, 2017, 2018, 2020, 2021])
    #expect(found.evidence.map(\.name) == ["ending", "values", "tailProbability"])
    #expect(found.evidence.prefix(2).map(\.value) == [5, 6])
    #expect(
      found.diagnostic.message(in: .vi)
        == "Xã A, a: 5 trong 6 giá trị tận cùng bằng 0 hoặc 5; số liệu có được làm tròn hoặc ước lượng không?"
    )
    let many = try #require(
      QualityDigits.heaping(
        in: try percents(["20.0", "22.5", "27.5", "31.3", "35.0", "41.5", "44.4", "50.0"])))
    #expect(
      many.diagnostic.message(in: .en).contains("6 of 8 values end in 0 or 5 (about 1.6 are usual)")
    )
  }

  @Test("A final 0 that a spreadsheet dropped is counted, and repeated values count once")
  func droppedZeros() throws {
    let found = try #require(
      QualityDigits.heaping(in: try percents(["20.5", "25.5", "30", "35.5", "40"])))
    #expect(found.evidence.prefix(2).map(\.value) == [5, 5])
    #expect(QualityDigits.heaping(in: try percents(["20.0", "20.0", "20.0", "20.0"])) == nil)
  }

  @Test("One percent with more digits than the others does not make the others round")
  func mixedDigits() throws {
    let texts = ["20.1", "22.3", "24.56", "26.7", "28.8", "31.2", "33.9"]
    #expect(try percents(texts).scale == 2)
    #expect(try percents(texts).commonScale == 1)
    #expect(QualityDigits.heaping(in: try percents(texts)) == nil)
  }

  @Test("Counts in round hundreds are asked about, small counts are not")
  func hundreds() throws {
    let found = try #require(QualityDigits.heaping(in: try counts([1200, 1300, 1512, 1600])))
    #expect(found.diagnostic.message(in: .vi).contains("3 trong 4 giá trị tận cùng bằng 00;"))
    #expect(QualityDigits.heaping(in: try counts([10, 15, 20, 25, 30, 35, 40])) == nil)
  }

  @Test("Too few values, bounds and ordinary digits raise no question about rounding")
  func quietDigits() throws {
    for texts in [
      [], ["50"], ["50", "55"], ["0", "0", "0", "0"], ["100", "100", "100", "100"],
      ["0.0", "100.0", "0.0"], ["50.0", "55.1", "57.2", "60.5"], ["12.1", "12.9", "13.3"],
    ] {
      #expect(QualityDigits.heaping(in: try percentsOrEmpty(texts)) == nil, "\(texts)")
    }
    // 4 of 6 happens by chance once in 59: not asked.
    #expect(
      QualityDigits.heaping(in: try percents(["1.0", "2.5", "3.5", "4.0", "5.1", "6.2"])) == nil)
  }

  private func percentsOrEmpty(_ texts: [String]) throws -> QualitySeries {
    texts.isEmpty
      ? QualitySeries(
        IndicatorSeries(
          place: "Xã A", indicator: Indicator(id: "a", title: Phrase("a")), observations: []))
      : try percents(texts)
  }

  @Test("A count that stands three years is asked about, and whether the base moved")
  func frozen() throws {
    let found = try #require(
      QualityDigits.frozen(
        in: try counts([900, 950, 950, 950, 990], of: [2000, 2010, 2020, 2030, 1])))
    #expect(found.years == [2017, 2018, 2019])
    #expect(found.evidence.map(\.value) == [3, 3])
    #expect(
      found.diagnostic.message(in: .vi)
        == "Xã A, a: 3 lần liền (2017–2019) cùng một số 950, trong khi tổng số thay đổi; số liệu có được cập nhật từng năm không?"
    )
    #expect(found.positions.map(\.line) == [3, 4, 5])
    let percent = try #require(QualityDigits.frozen(in: try percents(["53.10", "53.1", "53.1"])))
    #expect(
      percent.diagnostic.message(in: .en).contains("3 figures in a row (2016–2018) are 53.10%;"))
    #expect(percent.diagnostic.message(in: .vi).contains("53,10%;"))
  }

  @Test(
    "Standing still twice, at a bound, among few people or in whole percents is not asked about")
  func quietFrozen() throws {
    for values in [[5], [500, 500], [0, 0, 0, 0], [19, 19, 19], [500, 501, 500, 501]] {
      #expect(QualityDigits.frozen(in: try counts(values)) == nil, "\(values)")
    }
    #expect(QualityDigits.frozen(in: try counts([700, 700, 700], of: [700, 700, 700])) == nil)
    for texts in [["100", "100", "100", "100"], ["0.0", "0.0", "0.0"], ["53", "53", "53"]] {
      #expect(QualityDigits.frozen(in: try percents(texts)) == nil, "\(texts)")
    }
    #expect(QualityDigits.frozen(in: try percents(["53", "53", "53", "53"])) != nil)
    #expect(QualityDigits.frozen(in: try counts([19, 19, 19, 19])) != nil)
  }

  @Test("Four figures exactly on a line are asked about with their step")
  func line() throws {
    let found = try #require(
      QualityDigits.straightLine(
        in: try percents(["20.1", "22.0", "24.5", "27.0", "29.5", "30.1"])))
    #expect(found.years == [2017, 2018, 2019, 2020])
    #expect(found.evidence.map(\.value) == [4, 2.5])
    #expect(
      found.diagnostic.message(in: .vi)
        == "Xã A, a: từ 2017 đến 2020 mỗi năm tăng đúng 2,5 điểm; các năm ở giữa là số đếm được hay tính ra từ hai đầu?"
    )
    let down = try #require(QualityDigits.straightLine(in: try counts([1300, 1200, 1100, 1000])))
    #expect(down.diagnostic.message(in: .en).contains("down by exactly 100 every year"))
  }

  @Test("Constant, short, gapped and slow series are no lines")
  func quietLine() throws {
    for values in [
      [5], [5, 10], [100, 200, 300], [500, 500, 500, 500], [100, 101, 102, 103],
      [100, 200, 300, 401],
    ] {
      #expect(QualityDigits.straightLine(in: try counts(values)) == nil, "\(values)")
    }
    #expect(QualityDigits.straightLine(in: try counts([100, 101, 102, 103, 104])) != nil)
    var gapped = Commune()
    for (year, count) in [(2016, 100), (2017, 200), (2019, 300), (2020, 400)] {
      gapped.count("a", year, count, of: 1000)
    }
    #expect(QualityDigits.straightLine(in: try series(gapped)) == nil)
  }
}
