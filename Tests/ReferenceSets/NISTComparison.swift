package import LinearAlgebra
package import Statistics

/// The digits of agreement of one set: ours beside those of other programs.
package struct NISTComparison: Sendable {
  package let set: NISTSet
  package let fit: LinearRegression

  package let coefficients: Agreement
  package let standardErrors: Agreement
  package let residualStandardDeviation: Agreement
  package let rSquared: Agreement

  /// The same fit over powers that were rounded to `Double` beforehand.
  package let roundedCoefficients: Agreement

  /// Fits a set and compares it with its certified values.
  ///
  /// - Throws: `LinearAlgebraError` if the design seems deficient.
  package init(_ set: NISTSet) throws(LinearAlgebraError) {
    self.set = set
    fit = try LinearRegression(design: set.design, response: set.response)
    let rounded = try LinearRegression(design: set.roundedDesign, response: set.response)
    let certified = set.certified
    coefficients = Agreement(fit.coefficients, certified: certified.coefficients)
    roundedCoefficients = Agreement(rounded.coefficients, certified: certified.coefficients)
    standardErrors = Agreement(
      fit.standardErrors ?? fit.coefficients.map { _ in .nan },
      certified: certified.standardErrors)
    residualStandardDeviation = Agreement(
      fit.residualStandardDeviation ?? .nan, certified: certified.residualStandardDeviation)
    rSquared = Agreement(fit.rSquared ?? .nan, certified: certified.rSquared)
  }
}
