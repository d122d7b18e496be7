package import Wording

/// A number of one series that stands in the formula of a model.
package struct ModelTerm: Sendable, Equatable {
  /// The symbol.
  package let symbol: String
  /// What it is.
  package let title: Phrase
  /// How it is found.
  ///
  /// With symbols in braces it is a formula: `{y#}`, `{t#}`, `{D#}` and `{k#}` stand for
  /// each figure's value and year and for each step's change and years, and `Σ[…]` for the sum over them.
  /// Without braces it is words, since no single formula finds it.
  package let rule: String
  /// The number.
  package let value: Double

  init(_ symbol: String, _ value: Double, vi: String, en: String, rule: String = "") {
    self.symbol = symbol
    self.value = value
    title = Phrase(vi: vi, en: en)
    self.rule = rule
  }

  /// n, the number of figures.
  static func count(_ value: Int) -> ModelTerm {
    ModelTerm("n", Double(value), vi: "số năm có số liệu", en: "number of figures")
  }

  /// y_n, the last figure.
  static func last(_ value: Double) -> ModelTerm {
    ModelTerm("y_n", value, vi: "số mới nhất", en: "the last figure")
  }

  /// m, the number of steps between figures.
  static func steps(_ value: Int) -> ModelTerm {
    ModelTerm(
      "m", Double(value), vi: "số bước giữa các năm", en: "number of steps", rule: "{n} − 1")
  }

  /// The numbers of a drift.
  static func terms(of drift: DriftEstimate) -> [ModelTerm] {
    [
      .count(Int(drift.degreesOfFreedom) + 2), .steps(Int(drift.degreesOfFreedom) + 1),
      .last(drift.last),
      ModelTerm(
        "L", drift.span, vi: "số năm từ số đầu đến số cuối", en: "years from first to last figure",
        rule: "0 − {t1}"),
      ModelTerm(
        "b", drift.slope, vi: "thay đổi trung bình mỗi năm (điểm)",
        en: "mean yearly change (points)", rule: "({y_n} − {y1})/{L}"),
      ModelTerm(
        "s²", drift.variance, vi: "phương sai của thay đổi mỗi năm",
        en: "variance of a yearly change", rule: "Σ[({D#} − {b}·{k#})^2/{k#}]/({m} − 1)"),
    ]
  }
}
