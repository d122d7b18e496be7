/// A random number generator whose sequence is fixed by its seed.
///
/// SplitMix64: a counter advanced by the odd constant γ = 0x9e3779b97f4a7c15 and scrambled by
///
///     z ← (z ⊕ (z ≫ 30)) · 0xbf58476d1ce4e5b9
///     z ← (z ⊕ (z ≫ 27)) · 0x94d049bb133111eb
///     z ← z ⊕ (z ≫ 31)
///
/// modulo 2⁶⁴. The period is 2⁶⁴ and every value occurs once in it. The sequence is the same on
/// every machine and in every version. It is for simulation and tests, never for secrets.
///
/// *Source.* G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014, with the constants of S. Vigna's `splitmix64.c`, 2015.
package struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: UInt64

  /// Starts the sequence that belongs to a seed.
  ///
  /// - Parameter seed: any number, 0 included; different seeds start different sequences.
  package init(seed: UInt64) {
    state = seed
  }

  /// Returns the next 64 random bits.
  ///
  /// - Complexity: O(1), about 1 ns.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Returns the next number of a uniform distribution, at least 0 and less than 1.
  ///
  /// The upper 53 bits of `next()` divided by 2⁵³. Unlike `Double.random(in:using:)`, whose
  /// method belongs to the standard library and may change, this stays as it is.
  ///
  /// - Complexity: O(1).
  package mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
