import LinearAlgebra
import Statistics

/// A straight line over years with a weight a year, by least squares.
struct TimeWeightedLine {
  /// The regression on the intercept at the mean year, and the slope; rows are scaled by √weight.
  let regression: LinearRegression
  private let mean: Double

  /// The change of the line in a year.
  var slope: Double { regression.coefficients[1] }

  /// Fits the line; nil when the arithmetic refuses.
  ///
  /// - Precondition: two points or more, a positive weight a point.
  init?(_ points: [OpinionQuestion.Point], weights: [Double]) {
    precondition(points.count >= 2 && weights.count == points.count, "a line needs two points")
    let mean = points.reduce(0) { $0 + Double($1.year) } / Double(points.count)
    let roots = weights.map { $0.squareRoot() }
    let design = Matrix(
      columns: [roots, zip(points, roots).map { (Double($0.year) - mean) * $1 }])
    do throws(LinearAlgebraError) {
      regression = try LinearRegression(
        design: design, response: zip(points, roots).map { $0.percent * $1 })
    } catch {
      return nil
    }
    self.mean = mean
  }

  /// Returns the row of regressors of a year, at weight 1.
  func row(of year: Int) -> [Double] { [1, Double(year) - mean] }

  /// Returns the value of the line in a year.
  func value(in year: Int) -> Double { regression.fittedValue(at: row(of: year)) }
}
