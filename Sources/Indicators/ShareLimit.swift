package import Diagnostics
package import Wording

/// What a plan allows one place when a target is shared: at least, at most, and how much its effort counts.
package struct ShareLimit: Sendable, Equatable {
  /// A count and where it stands.
  package struct Count: Sendable, Equatable {
    /// How many people, households, clans ….
    package let value: Int
    /// Where it stands in the file of limits.
    package let position: InputPosition

    package init(_ value: Int, at position: InputPosition) {
      self.value = value
      self.position = position
    }
  }

  /// The place, as the file names it.
  package let place: String
  /// The least that it may be given; nil leaves it at what it has.
  package let floor: Count?
  /// The most that it may be given; nil leaves it at its base.
  package let ceiling: Count?
  /// By how much its effort counts, above 0; nil counts it once.
  package let weight: ExactDecimal?
  /// Where the place is named.
  package let position: InputPosition

  package init(
    place: String, floor: Count? = nil, ceiling: Count? = nil, weight: ExactDecimal? = nil,
    position: InputPosition
  ) {
    self.place = place
    self.floor = floor
    self.ceiling = ceiling
    self.weight = weight
    self.position = position
  }
}
