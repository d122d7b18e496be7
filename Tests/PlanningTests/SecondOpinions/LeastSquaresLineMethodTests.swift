@testable import Planning
import Testing

@Suite("The textbook line")
struct LeastSquaresLineMethodTests {
  @Test("Class and numbers of every case are those of an independent computation")
  func agreesWithReference() throws {
    let cases = try OpinionReference.table(of: .ols)
    #expect(cases.count >= 44)
    for reference in cases { reference.check() }
  }

  @Test("Two figures give a line without error, interval and R², and say so")
  func pair() throws {
    let opinion = try PublishedMethod.ols.opinion("2024:50 2025:52", target: 60, by: 2029)
    #expect(opinion.verdict == .lineReaches)
    #expect(opinion.notes == [.noInterval])
    #expect(opinion.number(.slopeError) == nil)
    #expect(opinion.number(.rSquared) == nil)
    #expect(opinion.number(.lower80) == nil)
  }

  @Test("A line that leaves 0...100 is told as it is, with a note")
  func beyondBounds() throws {
    let opinion = try PublishedMethod.ols.opinion(
      "2023:80 2024:90 2025:100", target: 60, by: 2030)
    #expect(opinion.verdict == .lineReaches)
    #expect(abs((opinion.number(.projected) ?? 0) - 150) < 1e-9)
    #expect(opinion.notes == [.beyondBounds])
  }

  @Test("The interval holds its centre and widens with distance")
  func interval() throws {
    let points = "2021:46 2022:47.1 2023:48 2024:50.4 2025:53.7"
    var width = 0.0
    for year in 2026...2035 {
      let opinion = try PublishedMethod.ols.opinion(points, target: 60, by: year)
      let (low, high) = (opinion.number(.lower80) ?? 0, opinion.number(.upper80) ?? 0)
      #expect(abs((low + high) / 2 - (opinion.number(.projected) ?? 0)) < 1e-9)
      #expect(high - low > width)
      width = high - low
    }
  }
}
