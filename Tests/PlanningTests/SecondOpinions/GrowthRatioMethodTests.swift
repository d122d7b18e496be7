@testable import Planning
import Testing

@Suite("The growth-rate ratio")
struct GrowthRatioMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .eurostat)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test(
    "The published cut-offs belong to the better class, whatever binary arithmetic makes of them")
  func cutoffs() throws {
    // sqrt(36/25) − 1 = 0.2 a year is required.
    let classes = try ["29.75", "29.749", "28", "27.999", "25", "24.999"].map {
      try PublishedMethod.eurostat.opinion("2024:25 2025:\($0)", target: 36, by: 2026).verdict
    }
    #expect(
      classes == [.onTrack, .accelerate, .accelerate, .limited, .limited, .deterioration])
  }

  @Test("A base or target of zero is replaced, and the note says so")
  func zero() throws {
    let base = try PublishedMethod.eurostat.opinion("2020:0 2025:5", target: 10, by: 2030)
    #expect(base.notes == [.baseReplaced])
    let target = try PublishedMethod.eurostat.opinion(
      "2020:9 2025:5", target: 0, by: 2030, isFalling: true)
    #expect(target.notes == [.targetReplaced])
    #expect(target.verdict == .limited)
  }

  @Test("Values of both signs are not assessed; a target that is met is all the same")
  func signChange() throws {
    let change = try PublishedMethod.eurostat.opinion("2020:-1 2025:5", target: 10, by: 2030)
    #expect(change.refusal == .signChange)
    let met = try PublishedMethod.eurostat.opinion("2020:-1 2025:12", target: 10, by: 2030)
    #expect(met.verdict == .achieved && met.number(.score) == 5)
  }

  @Test("Scores lie on the lines through (−0.6, −5), (0.6, 0) and (1.3, 5)")
  func scores() throws {
    // Ratios 1.3, 0.95, 0.6, 0, −0.6 and beyond both ends.
    let values = ["31.5", "29.75", "28", "25", "22", "35", "15"]
    let expected = [5, 2.5, 0, -2.5, -5, 5, -5]
    for (value, score) in zip(values, expected) {
      let opinion = try PublishedMethod.eurostat.opinion(
        "2024:25 2025:\(value)", target: 36, by: 2026)
      #expect(abs((opinion.number(.score) ?? 9) - score) < 1e-9, "\(value)")
    }
  }

  @Test("The level is the class of the mean score, and achieved only if all shares are")
  func level() throws {
    func opinions(_ values: [String]) throws -> [SecondOpinion] {
      try values.map {
        try PublishedMethod.eurostat.opinion("2024:25 2025:\($0)", target: 36, by: 2026)
      }
    }
    func level(_ values: String...) throws -> LevelOpinion? {
      PublishedMethod.eurostat.level(of: try opinions(values))
    }
    #expect(try level("36", "40")?.verdict == .achieved)
    // (5 + 0)/2 = 2.5, at the cut.
    #expect(try level("36", "28")?.verdict == .onTrack)
    // (2.5 − 2.5)/2 = 0, at the cut.
    #expect(try level("29.75", "25")?.verdict == .accelerate)
    // (0 − 5)/2 = −2.5, at the cut.
    #expect(try level("28", "22")?.verdict == .limited)
    #expect(try level("25", "22")?.verdict == .deterioration)
    let mixed = PublishedMethod.eurostat.level(
      of: try opinions(["36"])
        + [SecondOpinion(refusing: "b", by: .eurostat, .notComparable)])
    #expect(mixed?.verdict == .achieved && mixed?.unassessed == ["b"])
    #expect(
      PublishedMethod.eurostat.level(
        of: [SecondOpinion(refusing: "b", by: .eurostat, .noFigures)]) == nil)
  }
}
