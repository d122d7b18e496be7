@testable import Planning
import Testing

@Suite("Weather symbols")
struct WeatherSymbolMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .dns)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test("Only the last six consecutive years are used; with four or five the note says so")
  func window() throws {
    let opinion = try PublishedMethod.dns.opinion(
      "2017:10 2018:20 2019:30 2020:45 2021:46 2022:47 2023:48 2024:49 2025:50", target: 60,
      by: 2035)
    #expect(opinion.years == 2020...2025)
    #expect(opinion.notes == [])
    let short = try PublishedMethod.dns.opinion(
      "2020:10 2022:47 2023:48 2024:49 2025:50", target: 60, by: 2035)
    #expect(short.years == 2022...2025)
    #expect(short.notes == [.shortWindow])
  }

  @Test("Fewer than four consecutive years give no symbol: too few, or gaps")
  func refused() throws {
    let few = try PublishedMethod.dns.opinion("2023:1 2024:2 2025:3", target: 60, by: 2030)
    #expect(few.refusal == .tooFew(have: 3, needed: 4))
    let gaps = try PublishedMethod.dns.opinion(
      "2020:1 2021:1 2023:1 2024:2 2025:3", target: 60, by: 2030)
    #expect(gaps.refusal == .gapInYears(have: 3, needed: 4))
  }

  @Test("A target to be kept is judged by met and the way of the trend")
  func maintained() throws {
    func verdict(_ first: Int, _ last: Int) throws -> OpinionClass? {
      let step = Double(last - first) / 3
      let points = (0...3).map { "\(2022 + $0):\(Double(first) + Double($0) * step)" }
      return try PublishedMethod.dns.opinion(
        points.joined(separator: " "), target: 60, by: 2027, isMaintained: true
      ).verdict
    }
    #expect(try verdict(61, 64) == .sun)
    #expect(try verdict(64, 64) == .sun)
    #expect(try verdict(67, 64) == .sunAndCloud)
    #expect(try verdict(51, 54) == .cloud)
    #expect(try verdict(54, 54) == .cloud)
    #expect(try verdict(57, 54) == .storm)
  }

  @Test("The worst symbol decides, and the shares that have it are named")
  func level() throws {
    let sun = try PublishedMethod.dns.opinion(
      "2022:61 2023:62 2024:63 2025:64", target: 60, by: 2027)
    let cloud = try PublishedMethod.dns.opinion(
      "2022:41 2023:42 2024:43 2025:44", target: 60, by: 2027)
    let none = SecondOpinion(refusing: "b", by: .dns, .noFigures)
    let level = PublishedMethod.dns.level(of: [sun, cloud, none])
    #expect(
      level
        == LevelOpinion(verdict: .cloud, score: nil, deciding: ["a"], unassessed: ["b"]))
    #expect(PublishedMethod.dns.level(of: [none]) == nil)
    #expect(PublishedMethod.dns.level(of: [sun, sun])?.verdict == .sun)
  }
}
