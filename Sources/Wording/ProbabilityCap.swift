/// The marks beyond which a probability is printed only as "<5%" or ">95%", because what stands behind it
/// cannot say more.
package struct ProbabilityCap: Sendable, Equatable {
  /// Probabilities below are printed as less than it; nil for no mark.
  package let lower: Double?
  /// Probabilities above are printed as more than it; nil for no mark.
  package let upper: Double?

  /// No marks.
  package static let none = ProbabilityCap(lower: nil, upper: nil)
  /// A series of few years.
  package static let shortSeries = ProbabilityCap(lower: 0.05, upper: 0.95)
  /// A rise of which no past targets tell: high statements of rises were the least reliable.
  package static let unprovenRise = ProbabilityCap(lower: nil, upper: 0.85)

  package init(lower: Double?, upper: Double?) {
    self.lower = lower
    self.upper = upper
  }

  /// The marks of the opposite event.
  package var complement: ProbabilityCap {
    ProbabilityCap(lower: upper.map { 1 - $0 }, upper: lower.map { 1 - $0 })
  }

  /// Returns the cap that holds back what either holds back.
  package func joined(_ other: ProbabilityCap) -> ProbabilityCap {
    ProbabilityCap(
      lower: [lower, other.lower].compactMap(\.self).max(),
      upper: [upper, other.upper].compactMap(\.self).min())
  }
}
