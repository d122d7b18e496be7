/// A decimal number with the digits that were printed: `unscaled · 10^−scale`.
///
/// "12,0" and "12" are equal in value but not in precision; `scale` keeps the difference, which decides
/// whether a printed percent can be told from a threshold.
package struct ExactDecimal: Sendable, Hashable {
  /// The most digits after the separator that are kept, so that products with counts fit `Int`.
  package static let maximumScale = 6

  /// The number without its separator.
  package let unscaled: Int
  /// The number of digits after the separator, 0...6.
  package let scale: Int

  /// - Precondition: `scale` lies in 0...6.
  package init(unscaled: Int, scale: Int) {
    precondition((0...Self.maximumScale).contains(scale), "scale \(scale) is not in 0...6")
    self.unscaled = unscaled
    self.scale = scale
  }

  package init(_ whole: Int) {
    self.init(unscaled: whole, scale: 0)
  }

  /// Reads plain digits with an optional sign and an optional point, "−12.50"; nil for anything else.
  ///
  /// Digits beyond the sixth decimal are cut off; numbers of more than 12 digits give nil.
  package init?(plain text: some StringProtocol) {
    var rest = text[...]
    var sign = 1
    if let first = rest.first, first == "-" || first == "−" || first == "+" {
      sign = first == "+" ? 1 : -1
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let printedFraction = parts.count == 2 ? String(parts[1]) : ""
    let fraction = printedFraction.prefix(Self.maximumScale)
    guard !whole.isEmpty, parts.count == 1 || !printedFraction.isEmpty,
      (whole + printedFraction).utf8.allSatisfy({ (48...57).contains($0) }),
      (whole + fraction).utf8.count <= 12, let unscaled = Int(whole + fraction)
    else { return nil }
    self.init(unscaled: sign * unscaled, scale: fraction.utf8.count)
  }

  /// The nearest `Double`.
  package var value: Double { Double(unscaled) / Double(Self.powerOfTen(scale)) }

  /// Returns the number as `unscaled` at a larger scale.
  ///
  /// - Precondition: `scale` is not below the number's own and at most 6.
  package func unscaled(at scale: Int) -> Int {
    precondition(
      scale >= self.scale && scale <= Self.maximumScale, "scale \(scale) is out of range")
    return unscaled * Self.powerOfTen(scale - self.scale)
  }

  /// Returns 10 to a small power.
  package static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    let scale = max(left.scale, right.scale)
    return left.unscaled(at: scale) < right.unscaled(at: scale)
  }
}
