import Diagnostics
import Indicators
@testable import Planning
import Statistics
import Testing
import Wording

@Suite("Questions about the quality of data")
struct DataQualityTests {
  /// A commune about which everything is asked.
  private var troubled: Commune {
    var commune = Commune()
    commune.places = [Place(name: "Xã B")]
    for place in ["Xã A", "Xã B"] {
      for (index, count) in [500, 500, 500, 1000, 1500, 2000, 2500].enumerated() {
        commune.count(
          "a", 2014 + index, count, of: index == 6 ? 9000 : 5000,
          index == 0 ? .preliminary : .final, place: place)
      }
      commune.count("a", 2024, 4600, of: 9200, place: place)
    }
    // A quiet place, from which what is usual is learned.
    for index in 0..<20 {
      commune.count(
        "a", 2004 + index, 3017 + 97 * index + index * index * 37 % 53, of: 10_003 + 41 * index,
        place: "Xã C")
    }
    for (index, text) in ["70.1", "70.2", "70.0"].enumerated() {
      commune.percent("b", 2018 + index, text)
    }
    return commune
  }

  private func quality(_ commune: Commune) -> DataQuality {
    DataQuality(of: commune.dataset.panel, thresholds: ["a": [50], "b": [70, 40]])
  }

  @Test("At most one question a series and kind; warnings first, then kinds, then places")
  func order() {
    let findings = quality(troubled).findings
    let keys = findings.map { "\($0.kind) \($0.place) \($0.indicator)" }
    #expect(Set(keys).count == keys.count)
    #expect(
      keys == [
        "baseJump Xã A a", "baseJump Xã B a", "shareJump Xã A a", "shareJump Xã B a",
        "copied Xã B a", "frozen Xã A a", "frozen Xã B a", "straightLine Xã A a",
        "straightLine Xã B a", "notFinal Xã A a", "heaping Xã A a",
        "heaping Xã B a", "onThreshold Xã A a", "onThreshold Xã A b", "onThreshold Xã B a",
        "justAbove Xã A b", "missingYear Xã A a",
      ])
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
    #expect(quality(troubled).findings == findings)
    #expect(quality(troubled).diagnostics == findings.map(\.diagnostic))
  }

  @Test("Every question asks in both languages, has its years and leaves no slot open")
  func wording() {
    let findings = quality(troubled).findings
    #expect(Set(findings.map(\.kind)) == Set(QualityFinding.Kind.allCases))
    for finding in findings {
      #expect(finding.diagnostic.code.id.hasPrefix("quality."))
      #expect(finding.severity != .error)
      #expect(finding.years == finding.years.sorted() && !finding.years.isEmpty)
      #expect(finding.evidence.allSatisfy { $0.value.isFinite })
      for language in Language.allCases {
        let message = finding.diagnostic.message(in: language)
        #expect(message.hasPrefix("\(finding.place), \(finding.indicator): "))
        #expect(message.hasSuffix("?"), "\(message)")
        #expect(!message.contains("{") && !finding.diagnostic.remedy(in: language).contains("{"))
        for word in ["gian", "bịa", "sai", "giả ", "fake", "false", "wrong", "fraud"] {
          #expect(!message.contains(word), "\(message)")
        }
      }
    }
  }

  @Test(
    "Short and constant series at the limits raise no question",
    arguments: [
      [], ["50.0"], ["50.0", "50.0"], ["0", "0", "0", "0", "0"], ["100", "100", "100", "100"],
      ["0.0", "0.0", "0.0"], ["100.0", "100.0", "100.0", "100.0", "100.0"],
    ] as [[String]])
  func limits(texts: [String]) {
    var commune = Commune()
    for (index, text) in texts.enumerated() { commune.percent("a", 2018 + index, text) }
    #expect(quality(commune).findings.filter { $0.kind != .onThreshold }.isEmpty)
    var counted = Commune()
    for (index, text) in texts.enumerated() {
      counted.count("a", 2018 + index, text.hasPrefix("100") ? 640 : 0, of: 640)
    }
    #expect(quality(counted).findings.isEmpty)
  }

  /// A hundred panels of ten communes, as the doc comment of `DataQuality.init` describes them.
  private func soundPanel(_ seed: UInt64) -> IndicatorPanel {
    var generator = SeededGenerator(seed: seed)
    let normal = Normal(mean: 0, standardDeviation: 1)
    func draw() -> Double { normal.quantile(min(max(generator.nextUniform(), 1e-12), 1 - 1e-12)) }
    var entries: [IndicatorPanel.Entry] = []
    for place in 0..<10 {
      var base = 2000 + 10_000 * generator.nextUniform()
      var share = 20 + 50 * generator.nextUniform()
      for year in 2016...2023 {
        let count = Int((base.rounded() * min(max(share, 0), 100) / 100).rounded())
        entries.append(
          IndicatorPanel.Entry(
            place: "Xã \(place)", indicator: "a",
            observation: Observation(
              year: year, count: count, base: Int(base.rounded()),
              position: InputPosition(file: "figures.csv", line: entries.count + 2))))
        base *= 1.01 + 0.01 * draw()
        share += 0.8 + 1.2 * draw()
      }
    }
    return IndicatorPanel(entries: entries)
  }

  @Test("Of a thousand sound series few are asked about")
  func falsePositives() {
    var counts: [QualityFinding.Kind: Int] = [:]
    var asked = 0
    for seed in 0..<100 as Range<UInt64> {
      let findings = DataQuality(of: soundPanel(seed), thresholds: ["a": [50]]).findings
      for finding in findings { counts[finding.kind, default: 0] += 1 }
      asked += Set(findings.map(\.place)).count
    }
    #expect(counts == [.heaping: 2, .shareJump: 4, .justAbove: 3, .onThreshold: 4])
    #expect(asked == 13)
  }
}
