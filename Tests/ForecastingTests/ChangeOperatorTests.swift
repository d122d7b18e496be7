import Indicators
import Testing

@testable import Forecasting

@Suite("Operator of yearly changes")
struct ChangeOperatorTests {
  private let shape = ChangeShape(
    noise: 0.3, slope: 0.2, drift: 0.3, persistence: 0.6, weight: 1)

  /// Returns B V B′, B V A′ and the variances of the sums, multiplied out year by year.
  private func dense(_ pattern: YearPattern, used: [Int], horizon: Int)
    -> ChangeOperator.Covariances
  {
    let years = pattern.span + horizon
    func indicator(_ range: Range<Int>) -> [Double] {
      (0..<years).map { range.contains($0) ? 1 : 0 }
    }
    let start = pattern.span
    let steps = used.map {
      indicator((pattern.offsets[$0] + start)..<(pattern.offsets[$0 + 1] + start))
    }
    let sums = (1...horizon).map { indicator(start..<(start + $0)) }
    func covariance(_ left: [Double], _ right: [Double]) -> Double {
      var total = 0.0
      for row in 0..<years {
        for column in 0..<years {
          total += left[row] * right[column] * shape.covariance(yearsApart: abs(row - column))
        }
      }
      return total
    }
    return ChangeOperator.Covariances(
      steps: steps.flatMap { column in steps.map { covariance($0, column) } },
      stepsAndSums: sums.flatMap { sum in steps.map { covariance($0, sum) } },
      sums: sums.map { covariance($0, $0) })
  }

  @Test(
    "Covariances over gaps are those of the yearly matrix, summed up",
    arguments: [
      [2024], [2023, 2024], [2020, 2024], [2019, 2020, 2022, 2023], [2010, 2014, 2015, 2021],
      Array(2010...2024),
    ])
  func gaps(years: [Int]) {
    let pattern = YearPattern(years: years)
    let operators = ChangeOperator(pattern: pattern, shapes: [shape], horizon: 6)
    let expected = dense(pattern, used: Array(0..<(years.count - 1)), horizon: 6)
    let computed = operators.shapes[0]
    #expect(operators.lengths == pattern.steps.map(Double.init))
    for (left, right) in [
      (computed.steps, expected.steps), (computed.stepsAndSums, expected.stepsAndSums),
      (computed.sums, expected.sums),
    ] {
      #expect(left.count == right.count)
      for (one, other) in zip(left, right) { #expect(agree(one, other, to: 1e-12)) }
    }
  }

  @Test("A broken step leaves the problem, and the others keep their places")
  func brokenSteps() {
    let pattern = YearPattern(years: [2018, 2019, 2021, 2022], brokenSteps: [1])
    let operators = ChangeOperator(pattern: pattern, shapes: [shape], horizon: 4)
    #expect(operators.usedSteps == [0, 2])
    #expect(operators.lengths == [1, 1])
    let expected = dense(pattern, used: [0, 2], horizon: 4)
    for (one, other) in zip(operators.shapes[0].steps, expected.steps) {
      #expect(agree(one, other, to: 1e-12))
    }
    let all = ChangeOperator(
      pattern: YearPattern(years: [2018, 2019], brokenSteps: [0]), shapes: [shape], horizon: 2)
    #expect(all.usedSteps.isEmpty && all.shapes[0].steps.isEmpty)
    #expect(all.shapes[0].sums.count == 2)
  }

  @Test("A random walk's variance grows with the years, a kept slope's with their square")
  func growth() {
    func sums(_ slope: Double) -> [Double] {
      ChangeOperator(
        pattern: YearPattern(years: [2024]),
        shapes: [ChangeShape(noise: 0, slope: slope, drift: 0, persistence: 0, weight: 1)],
        horizon: 5
      ).shapes[0].sums
    }
    for year in 1...5 {
      #expect(agree(sums(0)[year - 1], Double(year), to: 1e-14))
      #expect(agree(sums(1)[year - 1], Double(year * year), to: 1e-14))
    }
  }
}
