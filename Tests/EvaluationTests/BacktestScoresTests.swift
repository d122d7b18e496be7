import Forecasting
import Testing

@testable import Evaluation

@Suite("Scores of a back-test")
struct BacktestScoresTests {
  private typealias Key = BacktestScores.Key

  private let key = Key(model: 0, history: 0, horizon: 1)

  /// Returns scores of two models: errors of the first, and of the second, by indicator.
  private func scores(_ indicators: [(own: [Double], other: [Double])]) -> BacktestScores {
    var scores = BacktestScores(models: 2)
    for (number, errors) in indicators.enumerated() {
      scores.begin(indicator: "i\(number)")
      for (model, sizes) in [errors.own, errors.other].enumerated() {
        for (index, error) in sizes.enumerated() {
          scores.add(
            EvaluationFixture.row(
              model: model, place: index, origin: 2015 + index, actual: 50 + error))
        }
      }
    }
    return scores
  }

  @Test("Each indicator has one vote, however many forecasts it has")
  func oneVote() throws {
    let scores = scores([([2], [4]), ([8, 8, 8], [4, 4, 4])])
    let group = try #require(scores.group(key, yardstick: 1))
    #expect(group.indicatorCount == 2 && group.count == 4 && group.placeCount == 4)
    #expect(group.originCount == 3)
    #expect(group.meanAbsoluteError == 5)
    // ½ and 2: their geometric mean is 1.
    #expect(abs(try #require(group.relativeError) - 1) <= 1e-15)
    #expect(try #require(group.meanScaledError) == 2.5)
    #expect(group.coverages == [0.5, 1, 1])
    #expect(group.wideCoverages == [1, 1])
  }

  @Test("Against itself the yardstick is 1")
  func yardstick() throws {
    let group = try #require(
      scores([([3, 1], [2, 2]), ([5], [7])]).group(
        Key(model: 1, history: 0, horizon: 1), yardstick: 1))
    #expect(abs(try #require(group.relativeError) - 1) <= 1e-15)
    #expect(abs(try #require(group.relativeRankedScore) - 1) <= 1e-15)
  }

  @Test("The error of a mean coverage is clustered by the years that indicators share")
  func clusteredError() throws {
    // One indicator is right in 2015 and wrong in 2016, the other the same.
    let alike = scores([([0, 40], []), ([0, 40], [])])
    let group = try #require(alike.group(key, yardstick: 1))
    #expect(group.coverages[1] == 0.5)
    // Sums ¼ + ¼ and −¼ − ¼, over 2 indicators: √(2·(1/16 + 1/16)).
    #expect(abs(try #require(group.coverageErrors[1]) - 0.5) <= 1e-15)
    let opposed = scores([([0, 40], []), ([40, 0], [])])
    #expect(try #require(opposed.group(key, yardstick: 1)).coverageErrors[1] == 0)
    let oneYear = scores([([0], []), ([40], [])])
    #expect(try #require(oneYear.group(key, yardstick: 1)).coverageErrors == [nil, nil, nil])
    #expect(try #require(oneYear.group(key, yardstick: 1)).relativeError == nil)
    #expect(group.shareOfIndicators(coveringIn: 0.4...0.6) == 1)
    #expect(group.shareOfIndicators(coveringIn: 0.7...0.9) == 0)
  }

  @Test(
    "Indicators with few forecasts are left out where others have many, and told where none has")
  func fewForecasts() throws {
    let many = (0..<BacktestScores.fewestRows).map { _ in 2.0 }
    let mixed = scores([(many, many), ([9], [9])])
    #expect(mixed.group(key, yardstick: 1)?.indicatorCount == 1)
    #expect(mixed.group(key, yardstick: 1)?.meanAbsoluteError == 2)
    let few = scores([([3], [3]), ([9], [9])])
    #expect(few.group(key, yardstick: 1)?.indicatorCount == 2)
    #expect(few.group(Key(model: 0, history: 1, horizon: 1), yardstick: 1) == nil)
    #expect(BacktestScores(models: 1).group(key, yardstick: 0) == nil)
  }

  @Test(
    "Statements are made of rises and of round numbers near the last figure, at 1, 3 and 5 years")
  func statements() {
    func counts(last: Double, horizon: Int) -> [Int] {
      var scores = BacktestScores(models: 1)
      scores.begin(indicator: "a")
      scores.add(EvaluationFixture.row(horizon: horizon, last: last, actual: 55))
      return scores.statements[0].map(\.count)
    }
    #expect(counts(last: 50, horizon: 1) == [3, 2])
    #expect(counts(last: 50, horizon: 2) == [0, 0])
    #expect(counts(last: 50, horizon: 3) == [3, 2] && counts(last: 50, horizon: 5) == [3, 2])
    #expect(counts(last: 95, horizon: 1) == [1, 1])
    #expect(counts(last: 98, horizon: 1) == [0, 1])
    #expect(counts(last: 10, horizon: 1) == [3, 0])
  }

  @Test("A statement comes true when the share reaches its threshold, and is counted in its band")
  func outcomes() {
    var scores = BacktestScores(models: 2)
    scores.begin(indicator: "a")
    // Rises to 42, 45 and 50: chances of 0.79, 0.69 and 0.5.
    scores.add(EvaluationFixture.row(model: 1, last: 40, actual: 45))
    #expect(scores.statements[0].allSatisfy { $0.count == 0 })
    #expect(scores.statements[1][0].baseRate == 2.0 / 3)
    let rises = [0.788, 0.69, 0.5].map {
      BacktestScores.StatementClass(band: ProbabilityBand.band(of: $0), isRise: true)
    }
    for rise in rises { #expect((scores.bands[1][rise]?.count ?? 0) >= 1) }
    let all = scores.bands[1].values.reduce((0, 0)) { ($0.0 + $1.count, $0.1 + $1.hits) }
    #expect(all.0 == scores.statements[1].reduce(0) { $0 + $1.count })
    // The round number 50 and 60 did not come.
    #expect(all.1 == 2)
    #expect(scores.bands[0].isEmpty)
  }

  @Test("A row before any indicator was begun traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      var scores = BacktestScores(models: 1)
      scores.add(EvaluationFixture.row(actual: 5))
    }
  }
}
