import Testing

@testable import Indicators

@Suite("Split variance")
struct SplitVarianceTests {
  @Test("A unit that moves whole is certain")
  func whole() {
    #expect(SplitVariance(partPercents: [], percent: 40, base: 100).variance(share: 1) == 0)
    let measured = SplitVariance(partPercents: [10, 20, 30, 40, 50], percent: 30, base: 100)
    #expect(measured.variance(share: 1) == 0)
  }

  @Test("Without parts: ten of them, 5 angular points apart, and chance, worked out by hand")
  func judged() {
    // At 50%: (5·π·50/100)² = 61.685 and 10·2500/1000 = 25; a half moves: /10.
    let split = SplitVariance(partPercents: [], percent: 50, base: 1000)
    #expect(split.parts == 10)
    #expect(abs(split.between - 86.685) < 5e-4)
    #expect(abs(split.variance(share: 0.5) - 8.6685) < 5e-5)
    // At the ends all parts are alike.
    #expect(SplitVariance(partPercents: [], percent: 0, base: 9).variance(share: 0.1) == 0)
    #expect(SplitVariance(partPercents: [], percent: 100, base: 9).variance(share: 0.1) == 0)
  }

  @Test("Five parts or more speak for themselves; four do not")
  func measured() {
    // Variance of 10, 20, 30, 40, 50 with divisor 4 is 250; (1 − 0.2)/(0.2·5) = 0.8.
    let split = SplitVariance(partPercents: [10, 20, 30, 40, 50], percent: 30, base: 1000)
    #expect(split.between == 250 && split.parts == 5)
    #expect(abs(split.variance(share: 0.2) - 200) < 1e-9)
    #expect(SplitVariance(partPercents: [10, 20, 30, 40], percent: 25, base: 10).parts == 10)
  }

  /// All ways to choose m of K parts: the mean square of the miss is S²(1 − s)/(s·K).
  @Test("The formula is the mean square over all choices of parts", arguments: 1...5)
  func enumeration(moved: Int) {
    let percents: [Double] = [12, 31, 33, 47, 58, 80]
    let mean = percents.reduce(0, +) / 6
    var (sum, choices) = (0.0, 0.0)
    for choice in 0..<64 where (0..<6).count(where: { choice >> $0 & 1 == 1 }) == moved {
      let chosen = percents.indices.filter { choice >> $0 & 1 == 1 }.map { percents[$0] }
      let miss = chosen.reduce(0, +) / Double(moved) - mean
      sum += miss * miss
      choices += 1
    }
    let split = SplitVariance(partPercents: percents, percent: mean, base: 600)
    #expect(abs(split.variance(share: Double(moved) / 6) - sum / choices) < 1e-9)
  }
}
