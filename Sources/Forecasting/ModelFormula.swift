package import Wording

/// The distribution of a model with a formula: symbols stand in braces, so that numbers can take their place.
///
/// `{h}` is the number of years ahead; the other symbols are those of the fit's `ModelTerm`s and, in
/// `helpers`, those found in order before centre and variance.
package struct ModelFormula: Sendable, Equatable {
  /// A number that depends on the years ahead, found before centre and variance.
  package struct Part: Sendable, Equatable {
    /// The symbol.
    package let symbol: String
    /// What it is.
    package let title: Phrase
    /// Its formula.
    package let formula: String
  }

  /// Numbers that depend on the years ahead, in the order in which they are found.
  package let parts: [Part]
  /// The centre.
  package let centre: String
  /// The square of the scale.
  package let variance: String
  /// The degrees of freedom.
  package let degreesOfFreedom: String

  init(
    centre: String, variance: String, degreesOfFreedom: String, parts: [Part] = []
  ) {
    self.centre = centre
    self.variance = variance
    self.degreesOfFreedom = degreesOfFreedom
    self.parts = parts
  }
}
