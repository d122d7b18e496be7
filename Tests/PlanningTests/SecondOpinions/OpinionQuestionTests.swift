@testable import Planning
import Testing

@Suite("The question to a published method")
struct OpinionQuestionTests {
  private func question(target: Double, isFalling: Bool = false) -> OpinionQuestion {
    OpinionQuestion(
      requirement: "a", points: [], target: target, targetYear: 2030, isFalling: isFalling)
  }

  @Test("A figure at the target meets it, upwards and downwards")
  func met() {
    #expect(question(target: 60).isMet(60))
    #expect(!question(target: 60).isMet(60.0.nextDown))
    #expect(question(target: 60, isFalling: true).isMet(60))
    #expect(!question(target: 60, isFalling: true).isMet(60.0.nextUp))
  }

  @Test("A computed share is not failed by its last binary digit")
  func metComputed() {
    #expect(question(target: 0.3).isMet(computed: 0.1 + 0.2))
    #expect(question(target: 60).isMet(computed: 60 - 1e-12))
    #expect(!question(target: 60).isMet(computed: 60 - 1e-8))
    #expect(question(target: 60, isFalling: true).isMet(computed: 60 + 1e-12))
  }

  @Test("Numbers settle at nine decimals; large ones and infinities stay")
  func settled() {
    #expect(CutoffTest.settled(0.9499999999999997) == 0.95)
    #expect(CutoffTest.settled(-0.9499999999999997) == -0.95)
    #expect(CutoffTest.settled(1e-10) == 0)
    #expect(CutoffTest.settled(123_456_789.123) == 123_456_789.123)
    #expect(CutoffTest.settled(-.infinity) == -.infinity)
    #expect(CutoffTest.settled(.nan).isNaN)
  }
}
