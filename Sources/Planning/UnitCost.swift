import Wording

/// What one person more costs a place: by how much its effort grows from one whole target to the next.
///
/// ```
///     weight · ((d + 1)² − d²) = weight · (2d + 1),   over base² for relative effort,   d = target − current
/// ```
///
/// Compared exactly: two costs are equal only where they are as fractions, however they round. Numbers
/// that differ beyond rounding are told apart by their `Double`s.
struct UnitCost: Comparable {
  /// The weight at six decimals, without its separator.
  private let weight: Int
  /// 2d + 1.
  private let odd: Int
  /// The base; 1 where effort is not relative.
  private let base: Int
  /// weight · odd / base², rounded.
  private let approximation: Double

  /// - Parameters:
  ///   - part: the place.
  ///   - target: the target from which one person more is given.
  ///   - effort: how effort is measured.
  init(_ part: SharingPart, from target: Int, _ effort: SharingEffort) {
    weight = part.weight.unscaled(at: 6)
    odd = 2 * (target - part.current) + 1
    base = effort == .relative ? part.base : 1
    approximation = Double(weight) * Double(odd) / Double(base) / Double(base)
  }

  static func == (left: Self, right: Self) -> Bool { order(left, right) == 0 }

  static func < (left: Self, right: Self) -> Bool { order(left, right) < 0 }

  /// Returns −1, 0 or 1 as the first cost is less than, equal to or more than the second.
  private static func order(_ left: Self, _ right: Self) -> Int {
    if left.weight == right.weight, left.base == right.base {
      return (left.odd - right.odd).signum()
    }
    let difference = left.approximation - right.approximation
    let rounding = 0x1p-48 * max(left.approximation.magnitude, right.approximation.magnitude)
    if difference.magnitude > rounding { return difference < 0 ? -1 : 1 }
    let sign = left.odd.signum()
    if sign != right.odd.signum() { return sign }
    let first = WideProduct([left.weight, left.odd, right.base, right.base])
    let second = WideProduct([right.weight, right.odd, left.base, left.base])
    return sign * WideProduct.order(first, second)
  }
}

/// The product of up to four whole numbers without their signs: 256 bits, which none can pass.
private struct WideProduct {
  /// 64 bits each, the least first.
  private var digits: [UInt] = [1, 0, 0, 0]

  init(_ factors: [Int]) {
    precondition(factors.count <= 4, "\(factors.count) factors")
    for factor in factors { multiply(by: factor.magnitude) }
  }

  private mutating func multiply(by factor: UInt) {
    var carry: UInt = 0
    for index in digits.indices {
      let product = digits[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      digits[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
  }

  static func order(_ left: Self, _ right: Self) -> Int {
    for (one, other) in zip(left.digits.reversed(), right.digits.reversed()) where one != other {
      return one < other ? -1 : 1
    }
    return 0
  }
}
