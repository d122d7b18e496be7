import RealModule

/// A running sum of numbers and products, carried in about twice the precision of `Double`.
///
/// ```
///     sum = head + tail,   |error| ≤ ε |Σ aᵢbᵢ| + n² ε² Σ |aᵢbᵢ|,   ε = 2⁻⁵³
/// ```
///
/// Each product is split into a rounded part and its exact rounding error by a fused multiply-add
/// (“twoProd”), each addition likewise (“twoSum”); the errors are summed apart. No wider hardware
/// type is used, so results agree between processors.
///
/// Source: Ogita, Rump, Oishi (2005), “Accurate sum and dot product”, algorithm 5.3 (Dot2).
///
/// Edge cases: NaN and infinite terms have the same effect as in a plain sum. Products below about
/// 1e-292 lose their error term.
struct CompensatedSum: Sendable, Equatable {
  private var head: Double
  private var tail: Double

  /// Starts a sum at a value.
  init(_ start: Double = 0) {
    head = start
    tail = 0
  }

  /// The sum, rounded once; infinite where it overflows.
  var value: Double { head.isFinite ? head + tail : head }

  /// Adds a number.
  mutating func add(_ term: Double) {
    let sum = Augmented.sum(head, term)
    head = sum.head
    tail += sum.tail
  }

  /// Adds the product of two numbers, without rounding it first.
  mutating func addProduct(_ left: Double, _ right: Double) {
    let product = Augmented.product(left, right)
    let sum = Augmented.sum(head, product.head)
    head = sum.head
    tail += sum.tail + product.tail
  }

  /// Adds a term that is already of the size of a rounding error.
  mutating func addSmallProduct(_ left: Double, _ right: Double) {
    tail += left * right
  }
}

/// Returns Σ vᵢ², rounded once.
///
/// - Complexity: O(n).
package func sumOfSquares(_ values: some Sequence<Double>) -> Double {
  var sum = CompensatedSum()
  for value in values { sum.addProduct(value, value) }
  return sum.value
}

/// Returns Σ vᵢ, rounded once.
///
/// - Complexity: O(n).
package func accurateSum(_ values: some Sequence<Double>) -> Double {
  var sum = CompensatedSum()
  for value in values { sum.add(value) }
  return sum.value
}
