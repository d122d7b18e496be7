import RealModule

/// How closely computed values match certified ones, in decimal digits.
///
/// ```
///     digits = −log₁₀(|x − c| / |c|),   for c = 0: −log₁₀ |x|,   at least 0, at most 15
/// ```
///
/// Certified values are printed with 15 digits, so that more cannot be told apart. NaN counts as no
/// agreement.
package struct Agreement: Sendable, Equatable {
  /// The most digits that a certified value can confirm.
  package static let limit = 15.0

  package let digits: Double

  /// Compares one value.
  package init(_ value: Double, certified: Double) {
    let error = (value - certified).magnitude / (certified == 0 ? 1 : certified.magnitude)
    guard error > 0 else {
      digits = error == 0 ? Self.limit : 0
      return
    }
    digits = max(0, min(Self.limit, -Double.log10(error)))
  }

  /// Compares several values; the worst one counts.
  ///
  /// - Precondition: as many values as certified ones, at least one.
  package init(_ values: [Double], certified: [Double]) {
    precondition(
      values.count == certified.count && !values.isEmpty,
      "\(values.count) values, \(certified.count) certified")
    digits = zip(values, certified).reduce(Self.limit) { least, pair in
      min(least, Agreement(pair.0, certified: pair.1).digits)
    }
  }
}
