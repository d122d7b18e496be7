@testable import Planning
import Testing

@Suite("The indices of ESCAP")
struct ProgressIndexMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .escap)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test("Newer figures weigh more: a late rise projects further than an early one")
  func weights() throws {
    let late = try PublishedMethod.escap.opinion(
      "2022:50 2023:50 2024:50 2025:53", target: 60, by: 2027)
    let even = try PublishedMethod.ols.opinion(
      "2022:50 2023:50 2024:50 2025:53", target: 60, by: 2027)
    #expect((late.number(.projected) ?? 0) > (even.number(.projected) ?? 100))
  }

  @Test("One figure tells only whether the target is reached")
  func onePoint() throws {
    let reached = try PublishedMethod.escap.opinion("2025:60", target: 60, by: 2027)
    #expect(reached.verdict == .onTrack && reached.standing == .onTrack)
    let below = try PublishedMethod.escap.opinion("2025:59.9", target: 60, by: 2027)
    #expect(below.refusal == .tooFew(have: 1, needed: 2))
  }

  @Test("A figure of 0 or 100 has no log odds: the variant stays at the newest figure")
  func noLogOdds() throws {
    let opinion = try PublishedMethod.escap.opinion("2024:0 2025:7", target: 60, by: 2027)
    #expect(opinion.number(.projectedByLogit) == 7)
  }
}
