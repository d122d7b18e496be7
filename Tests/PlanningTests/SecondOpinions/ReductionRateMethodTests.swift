@testable import Planning
import Testing

@Suite("The average annual rate of reduction")
struct ReductionRateMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .aarr)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test("Of a share that should rise it is the rate of the share not reached, and says so")
  func complement() throws {
    let rising = try PublishedMethod.aarr.opinion(
      "2023:50 2024:55 2025:59.5", target: 63.55, by: 2026)
    let falling = try PublishedMethod.aarr.opinion(
      "2023:50 2024:45 2025:40.5", target: 36.45, by: 2026, isFalling: true)
    #expect(rising.notes == [.complement])
    #expect(falling.notes == [])
    #expect(rising.verdict == .fastEnough && falling.verdict == .fastEnough)
    #expect(abs((rising.number(.reductionRate) ?? 0) - 10) < 1e-9)
    #expect(rising.numbers.count == 3)
  }

  @Test("No logarithm of zero is taken: 100% once in the past refuses, unless the target is met")
  func zero() throws {
    let past = try PublishedMethod.aarr.opinion("2023:100 2024:55 2025:50", target: 60, by: 2026)
    #expect(past.refusal == .zeroValue)
    let now = try PublishedMethod.aarr.opinion("2023:50 2024:55 2025:100", target: 60, by: 2026)
    #expect(now.verdict == .achieved && now.number(.reductionRate) == nil)
  }

  @Test("A target of 100% asks for a rest of zero, which no rate reaches")
  func zeroTarget() throws {
    let opinion = try PublishedMethod.aarr.opinion("2024:50 2025:99", target: 100, by: 2030)
    #expect(opinion.verdict == .tooSlow)
    #expect(opinion.number(.reductionRateRequired) == 100)
    #expect(opinion.notes == [.complement, .zeroTarget])
  }
}
