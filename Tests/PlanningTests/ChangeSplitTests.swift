import Diagnostics
import Indicators
@testable import Planning
import Statistics
import Testing
import Wording

@Suite("What people and what the base did to a share")
struct ChangeSplitTests {
  private func figure(_ year: Int, _ count: Int?, _ base: Int?) -> Observation {
    Observation(
      year: year, count: count, base: base, printedPercent: ExactDecimal(plain: "50.0"),
      position: InputPosition(file: "a.csv"))
  }

  @Test("Kitagawa's two parts, worked out by hand")
  func byHand() throws {
    // 400/1000 to 420/800: +12.5 points. Count: 20·(1/1000 + 1/800)/2 = 2.25; base:
    // (1/800 − 1/1000)·820/2 = 10.25.
    let split = try #require(ChangeSplit(from: figure(2020, 400, 1000), to: figure(2024, 420, 800)))
    #expect(split.from == 2020 && split.to == 2024)
    #expect(abs(split.points - 12.5) <= 1e-12)
    #expect(abs(split.byCount - 2.25) <= 1e-12)
    #expect(abs(split.byBase - 10.25) <= 1e-12)
    #expect(split.isDrivenByBase)
  }

  @Test("With one base all is the count's, with one count all is the base's")
  func pure() throws {
    let people = try #require(ChangeSplit(from: figure(2020, 400, 900), to: figure(2021, 450, 900)))
    #expect(people.byBase == 0)
    #expect(abs(people.byCount - people.points) <= 1e-12)
    #expect(!people.isDrivenByBase)
    let base = try #require(ChangeSplit(from: figure(2020, 400, 900), to: figure(2021, 400, 800)))
    #expect(base.byCount == 0)
    #expect(abs(base.byBase - base.points) <= 1e-12)
    #expect(base.isDrivenByBase)
  }

  @Test("The parts add up, and turn their signs when time does")
  func property() throws {
    var generator = SeededGenerator(seed: 20_261_128)
    for _ in 0..<500 {
      let bases = [0, 1].map { _ in Int.random(in: 1...30_000, using: &generator) }
      let counts = bases.map { Int.random(in: 0...$0, using: &generator) }
      let (first, last) = (figure(2020, counts[0], bases[0]), figure(2021, counts[1], bases[1]))
      let split = try #require(ChangeSplit(from: first, to: last))
      let back = try #require(ChangeSplit(from: last, to: first))
      #expect(abs(split.byCount + split.byBase - split.points) <= 1e-9)
      #expect(abs(split.byCount + back.byCount) <= 1e-9)
      #expect(abs(split.byBase + back.byBase) <= 1e-9)
      #expect(split.byCount.sign == (counts[1] < counts[0] ? .minus : .plus) || split.byCount == 0)
    }
  }

  @Test(
    "A base of a fifth of a point and a quarter of the change is told of",
    arguments: [
      (1000, 1000, false), (1000, 997, false), (1000, 990, true), (1000, 1010, true),
      (1000, 995, true),
    ])
  func told(base: Int, newBase: Int, isTold: Bool) throws {
    let split = try #require(
      ChangeSplit(from: figure(2020, 500, base), to: figure(2021, 500, newBase)))
    #expect(split.isDrivenByBase == isTold)
    let grown = try #require(
      ChangeSplit(from: figure(2020, 500, base), to: figure(2021, 600, newBase)))
    #expect(!grown.isDrivenByBase)
  }

  @Test("Without counts, with an empty base, or of one figure there is nothing to split")
  func limits() throws {
    let sound = figure(2021, 1, 2)
    #expect(ChangeSplit(from: figure(2020, nil, nil), to: sound) == nil)
    #expect(ChangeSplit(from: sound, to: figure(2022, 1, nil)) == nil)
    #expect(ChangeSplit(from: figure(2020, 0, 0), to: sound) == nil)
  }

  @Test("Only figures since the last break are compared, those without counts passed over")
  func sinceBreak() throws {
    var commune = Commune()
    commune.count("a", 2018, 900, of: 1000)
    commune.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2020, kind: .definition, note: "")
    ]
    func split() -> ChangeSplit? {
      commune.dataset.panel.series(place: Commune.place.name, indicator: "a", asOf: nil)
        .flatMap { ChangeSplit.sinceBreak(of: $0) }
    }
    commune.count("a", 2020, 400, of: 1000)
    #expect(split() == nil)
    commune.percent("a", 2021, "41.0")
    #expect(split() == nil)
    commune.count("a", 2022, 420, of: 800)
    commune.percent("a", 2023, "55.0")
    let found = try #require(split())
    #expect(found.from == 2020 && found.to == 2022)
    #expect(abs(found.points - 12.5) <= 1e-12)
  }
}
