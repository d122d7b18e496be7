import LinearAlgebra
import Wording

/// The sharing of a target when people could be divided: the lower bound of every effort in whole people.
///
/// ```
///     min Σ kᵢ (xᵢ − cᵢ)²   subject to   Σ xᵢ = total,   floorᵢ ≤ xᵢ ≤ ceilingᵢ
/// ```
///
/// with kᵢ = weight, or weight / base² for relative effort. At the optimum one price λ holds for all:
/// xᵢ = cᵢ + λ/kᵢ, or the bound in its way. Two ways lead there, and tests hold them equal:
/// LAPACK's equality-constrained least squares with an active set, O(n³) a bound, for the number of thôn
/// that a commune has; and the search for λ itself among the 2n prices at which a place meets a bound,
/// O(n log n), for a province or the nation.
enum RelaxedSharing {
  /// The most places for which dense least squares are solved.
  static let denseLimit = 100

  /// Returns the targets, one a part.
  ///
  /// - Precondition: the total lies between the sums of floors and ceilings.
  static func targets(
    _ parts: [SharingPart], total: Int, _ effort: SharingEffort
  ) throws(LinearAlgebraError) -> [Double] {
    parts.count <= denseLimit
      ? try byLeastSquares(parts, total: total, effort)
      : byPrice(parts, total: total, effort)
  }

  /// Returns Σ kᵢ (xᵢ − cᵢ)².
  static func objective(
    _ parts: [SharingPart], _ targets: [Double], _ effort: SharingEffort
  ) -> Double {
    zip(parts, targets).reduce(0) { sum, pair in
      let change = pair.1 - Double(pair.0.current)
      return sum + steepness(of: pair.0, effort) * change * change
    }
  }

  private static func steepness(of part: SharingPart, _ effort: SharingEffort) -> Double {
    switch effort {
    case .squared: part.weight.value
    case .relative: part.weight.value / Double(part.base) / Double(part.base)
    }
  }

  /// Solves by LAPACK and an active set, in yᵢ = √kᵢ (xᵢ − cᵢ), whose squares are the efforts: min ‖y‖
  /// subject to Σ yᵢ/√kᵢ = total − Σ cᵢ is well conditioned however much the places differ in size.
  static func byLeastSquares(
    _ parts: [SharingPart], total: Int, _ effort: SharingEffort
  ) throws(LinearAlgebraError) -> [Double] {
    let roots = parts.map { steepness(of: $0, effort).squareRoot() }
    let (least, most) = (parts.reduce(0) { $0 + $1.floor }, parts.reduce(0) { $0 + $1.ceiling })
    if total == least { return parts.map { Double($0.floor) } }
    if total == most { return parts.map { Double($0.ceiling) } }
    // Between floors and ceilings by one fraction: every place is free to begin with.
    let fraction = Double(total - least) / Double(most - least)
    func scaled(_ count: Double, _ index: Int) -> Double {
      (count - Double(parts[index].current)) * roots[index]
    }
    let lower = parts.indices.map { scaled(Double(parts[$0].floor), $0) }
    let upper = parts.indices.map { scaled(Double(parts[$0].ceiling), $0) }
    let start = parts.indices.map { index in
      min(max(lower[index] + fraction * (upper[index] - lower[index]), lower[index]), upper[index])
    }
    let largest = roots.map { 1 / $0 }.max() ?? 1
    let current = parts.reduce(0) { $0 + $1.current }
    let solved = try boundedLeastSquares(
      design: .identity(parts.count), response: parts.map { _ in 0 },
      constraints: Matrix(rows: [roots.map { 1 / $0 / largest }]),
      values: [Double(total - current) / largest], lower: lower, upper: upper, start: start)
    return parts.indices.map { index in
      switch solved.holds[index] {
      case .lower: Double(parts[index].floor)
      case .upper: Double(parts[index].ceiling)
      case .free: Double(parts[index].current) + solved.coefficients[index] / roots[index]
      }
    }
  }

  /// Solves by the price λ: the sum of the targets grows with it, in straight pieces between the prices at
  /// which a place leaves its floor or meets its ceiling.
  static func byPrice(
    _ parts: [SharingPart], total: Int, _ effort: SharingEffort
  ) -> [Double] {
    let steep = parts.map { steepness(of: $0, effort) }
    let leaving = parts.indices.map { steep[$0] * Double(parts[$0].floor - parts[$0].current) }
    let meeting = parts.indices.map { steep[$0] * Double(parts[$0].ceiling - parts[$0].current) }
    func target(_ index: Int, at price: Double) -> Double {
      if price <= leaving[index] { return Double(parts[index].floor) }
      if price >= meeting[index] { return Double(parts[index].ceiling) }
      return Double(parts[index].current) + price / steep[index]
    }
    let prices = (leaving + meeting).sorted()
    // The last price at which the places together do not pass the total.
    var (low, high) = (0, prices.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      let sum = parts.indices.reduce(0) { $0 + target($1, at: prices[middle]) }
      if sum <= Double(total) { low = middle } else { high = middle - 1 }
    }
    let price = prices[low]
    let free = parts.indices.filter { leaving[$0] <= price && price < meeting[$0] }
    let given = parts.indices.reduce(0) { $0 + target($1, at: price) }
    let yield = free.reduce(0) { $0 + 1 / steep[$1] }
    let settled = yield > 0 ? price + (Double(total) - given) / yield : price
    return parts.indices.map { target($0, at: settled) }
  }
}
