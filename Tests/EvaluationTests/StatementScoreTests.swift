import Evaluation
import Testing

@Suite("Score of statements")
struct StatementScoreTests {
  private func score(_ statements: [(Double, Bool)]) -> StatementScore {
    var score = StatementScore()
    for (probability, cameTrue) in statements {
      score.add(probability: probability, cameTrue: cameTrue)
    }
    return score
  }

  @Test("Brier score and its parts are those worked out by hand")
  func byHand() throws {
    // Tenths of 0.2 and 0.7: one of two and two of two came true.
    let score = score([(0.2, true), (0.2, false), (0.7, true), (0.7, true)])
    #expect(score.count == 4)
    #expect(score.baseRate == 0.75)
    let brier = try #require(score.brier)
    #expect(abs(brier - (0.64 + 0.04 + 0.09 + 0.09) / 4) < 1e-15)
    let parts = try #require(score.decomposition)
    #expect(abs(parts.reliability - (0.5 * 0.09 + 0.5 * 0.09)) < 1e-15)
    #expect(abs(parts.resolution - 0.0625) < 1e-15)
    #expect(abs(parts.uncertainty - 0.1875) < 1e-15)
    #expect(abs(parts.reliability - parts.resolution + parts.uncertainty - brier) < 1e-15)
  }

  @Test(
    "Brier is reliability − resolution + uncertainty where all of a tenth say the same",
    arguments: 0..<20)
  func decomposition(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let statements = (0..<300).map { _ in
      let probability = 0.05 + 0.1 * Double(random.whole(below: 10))
      return (probability, random.number(in: 0...1) < probability * probability)
    }
    let score = score(statements)
    let parts = try #require(score.decomposition)
    let sum = parts.reliability - parts.resolution + parts.uncertainty
    #expect(abs(sum - (try #require(score.brier))) < 1e-12)
  }

  @Test("Statements that say no more than how often it happens have no resolution")
  func noResolution() throws {
    let score = score((0..<10).map { (0.35, $0 < 4) })
    let parts = try #require(score.decomposition)
    #expect(parts.resolution == 0)
    #expect(abs(parts.reliability - 0.0025) < 1e-15)
    #expect(abs(parts.uncertainty - 0.24) < 1e-15)
  }

  @Test("Certainties that come true are perfect, those that do not are as wrong as can be")
  func certainties() throws {
    let right = score([(0, false), (1, true)])
    #expect(right.brier == 0 && right.decomposition?.reliability == 0)
    #expect(right.decomposition?.resolution == 0.25)
    let wrong = score([(0, true), (1, false)])
    #expect(wrong.brier == 1 && wrong.decomposition?.reliability == 1)
    #expect(wrong.deciles[0].hits == 1 && wrong.deciles[9].hits == 0)
  }

  @Test("Every probability lies in its tenth, 1 in the last")
  func deciles() {
    let score = score([(0, false), (0.0999, false), (0.1, true), (0.95, true), (1, true)])
    #expect(score.deciles.map(\.count) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2])
    #expect(score.deciles[1].meanStated == 0.1 && score.deciles[1].observed == 1)
    #expect(score.deciles[4].meanStated == nil && score.deciles[4].observed == nil)
  }

  @Test("Tenths that lie further off than a margin are counted where there is enough to tell")
  func misstated() {
    let score = score(
      (0..<10).map { (0.55, $0 < 9) } + (0..<10).map { (0.85, $0 < 8) } + [(0.15, true)])
    #expect(score.misstated(margin: 0.06, fewest: 10) == (1, 2))
    #expect(score.misstated(margin: 0.04, fewest: 10) == (2, 2))
    #expect(score.misstated(margin: 0.06, fewest: 1) == (2, 3))
    #expect(score.misstated(margin: 0.06, fewest: 11) == (0, 0))
  }

  @Test("Without statements there is no score")
  func empty() {
    let score = StatementScore()
    #expect(score.count == 0 && score.baseRate == nil && score.brier == nil)
    #expect(score.decomposition == nil)
    #expect(score.misstated(margin: 0, fewest: 1) == (0, 0))
  }

  @Test("What is no probability traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      var score = StatementScore()
      score.add(probability: 1.2, cameTrue: true)
    }
  }
}
