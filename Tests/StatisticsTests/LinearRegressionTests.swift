import LinearAlgebra
import Statistics
import Testing

@Suite struct LinearRegressionTests {
  static let years = (2015...2022).map(Double.init)
  static let share = [52.1, 54.0, 55.2, 58.3, 58.9, 61.0, 61.8, 64.7]

  private func line() throws -> LinearRegression {
    let design = Matrix(columns: [Self.years.map { _ in 1 }, Self.years.map { $0 - 2018 }])
    return try LinearRegression(design: design, response: Self.share)
  }

  private func expect(
    _ value: Double?, _ reference: Double, digits: Double = 11,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, sourceLocation: sourceLocation)
    let limit = reference.magnitude * Self.powerOfTen(-digits)
    #expect(
      (value - reference).magnitude <= limit, "\(value) against \(reference)",
      sourceLocation: sourceLocation)
  }

  private static func powerOfTen(_ exponent: Double) -> Double {
    (0..<Int(-exponent)).reduce(1) { value, _ in value / 10 }
  }

  // Reference values: Reference/linear_regression.txt, by statsmodels 0.15.0.

  @Test func tableWithInterceptIsThatOfStatsmodels() throws {
    let fit = try line()
    let table = fit.coefficientTable
    try expect(fit.coefficients[0], 57.38571428571427)
    try expect(fit.coefficients[1], 1.7285714285714335)
    try expect(table[0].standardError, 0.2028705562299117)
    try expect(table[1].standardError, 0.08650429583135663)
    try expect(table[0].tStatistic, 282.86862003118614)
    try expect(table[1].tStatistic, 19.982492337043567)
    try expect(table[0].pValue, 1.3173757334068825e-13)
    try expect(table[1].pValue, 1.019529444386105e-06)
    try expect(fit.rSquared, 0.9851961509992598)
    try expect(fit.residualStandardDeviation, 0.5606119105813866)
    let leverage = [
      0.4166666666666665, 0.27380952380952367, 0.17857142857142852, 0.13095238095238093,
      0.13095238095238093, 0.17857142857142852, 0.2738095238095237, 0.41666666666666663,
    ]
    for (value, reference) in zip(fit.leverage, leverage) { try expect(value, reference) }
    #expect(fit.hasIntercept)
    #expect(fit.residualDegreesOfFreedom == 6)
  }

  @Test func intervalsAreThoseOfStatsmodels() throws {
    let fit = try line()
    let mean = try #require(fit.confidenceInterval(at: [1, 5], level: 0.9))
    let new = try #require(fit.predictionInterval(at: [1, 5], level: 0.9))
    try expect(mean.center, 66.02857142857144)
    try expect(mean.lower, 65.17974115559002)
    try expect(mean.upper, 66.87740170155286)
    try expect(new.lower, 64.64754288060998)
    try expect(new.upper, 67.4095999765329)
    #expect(new.center == mean.center)
  }

  @Test func withoutInterceptSquaresAreTakenAboutZero() throws {
    let fit = try LinearRegression(
      design: Matrix(column: Self.years.map { $0 - 2000 }), response: Self.share)
    #expect(!fit.hasIntercept)
    try expect(fit.coefficients[0], 3.1271942446043175)
    try expect(fit.coefficientTable[0].standardError, 0.06620847322991577)
    try expect(fit.coefficientTable[0].tStatistic, 47.232538254504256)
    try expect(fit.coefficientTable[0].pValue, 4.987158870505563e-10)
    try expect(fit.rSquared, 0.996872085272159)
    try expect(fit.residualStandardDeviation, 3.4908884482712117)
    let new = try #require(fit.predictionInterval(at: [12], level: 0.9))
    try expect(new.lower, 30.74343918786203)
    try expect(new.upper, 44.30922268264158)
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.99]) func intervalsNest(level: Double) throws {
    let fit = try line()
    let mean = try #require(fit.confidenceInterval(at: [1, 9], level: level))
    let new = try #require(fit.predictionInterval(at: [1, 9], level: level))
    let wider = try #require(fit.predictionInterval(at: [1, 9], level: (1 + level) / 2))
    #expect(new.lower < mean.lower && mean.upper < new.upper)
    #expect(wider.lower < new.lower && new.upper < wider.upper)
    #expect(fit.fittedValue(at: [1, 9]) == mean.center)
  }

  @Test func twoPointsLeaveTheErrorUnknown() throws {
    let fit = try LinearRegression(
      design: Matrix(rows: [[1, 0], [1, 1]]), response: [40, 42])
    #expect(fit.coefficients == [40, 2])
    #expect(fit.residualDegreesOfFreedom == 0)
    #expect(fit.residualStandardDeviation == nil)
    #expect(fit.standardErrors == nil)
    #expect(fit.coefficientTable.allSatisfy { $0.standardError == nil && $0.pValue == nil })
    #expect(fit.confidenceInterval(at: [1, 2], level: 0.9) == nil)
    #expect(fit.predictionInterval(at: [1, 2], level: 0.9) == nil)
    #expect(fit.rSquared == 1)
  }

  @Test func anExactFitHasNoTStatistic() throws {
    let fit = try LinearRegression(
      design: Matrix(rows: [[1, 0], [1, 1], [1, 2]]), response: [0, 0, 0])
    #expect(fit.standardErrors == [0, 0])
    #expect(fit.coefficientTable.allSatisfy { $0.tStatistic == nil && $0.pValue == nil })
    #expect(fit.rSquared == nil)
  }

  @Test func aWeakFitKeepsTheDigitsOfRSquared() throws {
    // y = 1 + x / 1000 + e with e orthogonal to 1 and x: R² = 2e-6 / (2e-6 + 6).
    let fit = try LinearRegression(
      design: Matrix(rows: [[1, -1], [1, 0], [1, 1]]), response: [1.999, -1, 2.001])
    try expect(fit.rSquared, 2e-6 / (2e-6 + 6), digits: 12)
  }

  @Test func dependentColumnsAndMissingValuesAreRefused() {
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try LinearRegression(design: Matrix(rows: [[1, 2], [1, 2], [1, 2]]), response: [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try LinearRegression(design: Matrix(rows: [[1, 2]]), response: [1])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try LinearRegression(design: Matrix(column: [1, 1]), response: [1, .nan])
    }
  }

  @Test func wrongUseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try LinearRegression(design: Matrix(column: [1, 1]), response: [1])
    }
    await #expect(processExitsWith: .failure) {
      let fit = try LinearRegression(design: Matrix(column: [1, 1]), response: [1, 2])
      _ = fit.confidenceInterval(at: [1], level: 90)
    }
    await #expect(processExitsWith: .failure) {
      let fit = try LinearRegression(design: Matrix(column: [1, 1]), response: [1, 2])
      _ = fit.fittedValue(at: [1, 2])
    }
  }
}
