import Diagnostics
import Wording
import Indicators
@testable import Planning
import Testing

@Suite("Questions about thresholds")
struct QualityThresholdsTests {
  private func series(_ fill: (inout Commune) -> Void) throws -> QualitySeries {
    var commune = Commune()
    fill(&commune)
    return QualitySeries(
      try #require(commune.dataset.panel.series(place: Commune.place.name, indicator: "a")))
  }

  @Test(
    "The least count that reaches a share is found in whole numbers",
    arguments: [
      (50.0, 1000, 500), (50, 1001, 501), (32.4, 1000, 324), (32.4, 21_503, 6967), (0.1, 3, 1),
      (12.5, 8, 1), (70, 10, 7), (99.999999, 100_000_000, 99_999_999), (100, 7, 7), (0, 7, 0),
      (33.333333, 3, 1), (33.333334, 3, 2),
    ])
  func leastCount(threshold: Double, base: Int, expected: Int) {
    #expect(QualityThresholds.leastCount(reaching: threshold, of: base) == expected)
  }

  @Test("A count that is the least to reach the threshold is asked about")
  func countOnThreshold() throws {
    let series = try series {
      $0.count("a", 2023, 6966, of: 21_503)
      $0.count("a", 2024, 6967, of: 21_503)
    }
    let found = try #require(QualityThresholds.onThreshold(series, [32.4]))
    #expect(found.years == [2024])
    #expect(found.diagnostic.value == "6967/21503")
    #expect(
      found.diagnostic.message(in: .vi)
        == "Xã A, a: năm 2024 vừa đúng ngưỡng 32,4% (6967/21503); có danh sách kèm theo con số này không?"
    )
    #expect(QualityThresholds.onThreshold(series, [32.5]) == nil)
    #expect(QualityThresholds.onThreshold(series, []) == nil)
  }

  @Test(
    "A printed percent on the threshold is asked about, one in whole percents from two years on")
  func percentOnThreshold() throws {
    let fine = try series { $0.percent("a", 2024, "70.0") }
    let found = try #require(QualityThresholds.onThreshold(fine, [50, 70]))
    #expect(found.evidence.map(\.value) == [70, 1])
    #expect(found.diagnostic.message(in: .en).contains("threshold of 70% (70.0%)"))
    #expect(QualityThresholds.onThreshold(try series { $0.percent("a", 2024, "70") }, [70]) == nil)
    let twice = try series {
      $0.percent("a", 2023, "70")
      $0.percent("a", 2024, "70")
    }
    #expect(QualityThresholds.onThreshold(twice, [70])?.years == [2023, 2024])
  }

  @Test("Bounds and small bases are not asked about")
  func quiet() throws {
    let small = try series { $0.count("a", 2024, 50, of: 100) }
    #expect(QualityThresholds.onThreshold(small, [50]) == nil)
    let bounds = try series {
      $0.percent("a", 2022, "100.0")
      $0.percent("a", 2023, "100.0")
      $0.percent("a", 2024, "0.0")
    }
    #expect(QualityThresholds.onThreshold(bounds, [0, 100]) == nil)
    #expect(QualityThresholds.justAbove(bounds, [0, 100]) == nil)
  }

  @Test("Three years just above and none just below are asked about")
  func justAbove() throws {
    func percents(_ texts: [String]) throws -> QualitySeries {
      try series { commune in
        for (index, text) in texts.enumerated() { commune.percent("a", 2018 + index, text) }
      }
    }
    let found = try #require(
      QualityThresholds.justAbove(try percents(["48.0", "50.1", "50.5", "50.0", "50.6"]), [50]))
    #expect(found.years == [2019, 2020, 2021])
    #expect(
      found.diagnostic.message(in: .vi).contains(
        "3 năm (2019–2021) đều trên ngưỡng 50% không quá 0,5 điểm"))
    for quiet in [["50.1", "50.2"], ["50.1", "50.2", "50.3", "49.6"], ["50.6", "50.7", "50.8"]] {
      #expect(QualityThresholds.justAbove(try percents(quiet), [50]) == nil, "\(quiet)")
    }
    #expect(
      QualityThresholds.justAbove(try percents(["50.1", "50.2", "50.3", "49.4"]), [50]) != nil)
  }
}
