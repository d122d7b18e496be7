@testable import Planning
import Testing

@Suite("The progress chart of the United Nations")
struct ExtrapolatedDistanceMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .unsd)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test("A newest figure at the target wins over the trend, even alone")
  func latestWins() throws {
    for points in ["2024:70 2025:60", "2025:60", "2020:0 2025:60"] {
      let opinion = try PublishedMethod.unsd.opinion(points, target: 60, by: 2030)
      #expect(opinion.verdict == .metOrOnTrack, "\(points)")
    }
  }

  @Test("Within one point counts for a target of 0 or 100% only")
  func withinOnePoint() throws {
    func verdict(_ last: String, _ target: Double) throws -> OpinionClass? {
      try PublishedMethod.unsd.opinion("2024:\(last) 2025:\(last)", target: target, by: 2026)
        .verdict
    }
    #expect(try verdict("99", 100) == .metOrOnTrack)
    #expect(try verdict("98.9", 100) == .stagnation)
    #expect(try verdict("98.5", 99) == .stagnation)
  }

  @Test("A base beyond the target, or of zero, gives the formula no meaning")
  func meaningless() throws {
    let past = try PublishedMethod.unsd.opinion("2020:64 2025:59", target: 60, by: 2030)
    #expect(past.refusal == .basePastTarget)
    let zero = try PublishedMethod.unsd.opinion("2020:0 2025:5", target: 10, by: 2030)
    #expect(zero.refusal == .zeroValue)
    let sign = try PublishedMethod.unsd.opinion("2020:-2 2025:5", target: 10, by: 2030)
    #expect(sign.refusal == .signChange)
  }

  @Test("Compound growth leaves 100% and is told so")
  func beyondBounds() throws {
    let opinion = try PublishedMethod.unsd.opinion("2020:40 2025:58", target: 60, by: 2035)
    #expect((opinion.number(.projected) ?? 0) > 100)
    #expect(opinion.notes == [.beyondBounds])
  }
}
