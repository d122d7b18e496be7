package import Diagnostics
package import Wording

/// A value on the way to a number that is explained.
package enum ExplainedValue: Sendable, Equatable {
  /// A real number.
  case number(Double)
  /// A whole number: people, years, counts.
  case whole(Int)
  /// Whether something holds.
  case truth(Bool)
  /// Something that is no number.
  case text(Phrase)
  /// Not known.
  case unknown

  /// Makes a number, or the unknown value.
  static func optional(_ value: Double?) -> ExplainedValue { value.map { .number($0) } ?? .unknown }
  /// Makes a whole number, or the unknown value.
  static func optional(_ value: Int?) -> ExplainedValue { value.map { .whole($0) } ?? .unknown }
}

/// What a value is measured in.
package enum ExplainedUnit: String, Sendable {
  /// Percent of a share.
  case percent
  /// Percentage points.
  case points
  /// Percentage points a year.
  case pointsPerYear
  /// Points of the angular scale.
  case angularPoints
  /// Points of the angular scale a year.
  case angularPointsPerYear
  /// Their square.
  case squaredAngularPoints
  /// People, households or clans.
  case units

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .percent: Phrase("%")
    case .points: Phrase(vi: "điểm %", en: "points")
    case .pointsPerYear: Phrase(vi: "điểm % mỗi năm", en: "points a year")
    case .angularPoints: Phrase(vi: "điểm góc", en: "angular points")
    case .angularPointsPerYear: Phrase(vi: "điểm góc mỗi năm", en: "angular points a year")
    case .squaredAngularPoints: Phrase(vi: "điểm góc bình phương", en: "squared angular points")
    case .units: Phrase(vi: "người (hộ, dòng họ)", en: "people (households, clans)")
    }
  }
}

/// One step of an explanation: what is found, by which formula, from which values.
///
/// Formulas hold their symbols in braces, `"{B} + {h}·({b})"`, so that rendering can print them in symbols
/// and in numbers alike: a reader who types the numbers into a calculator gets the value. Functions are
/// √, ln, exp, sin, asin, max, min, ⌈ ⌉ and round(), F(x; ν) and T⁻¹(p; ν) of Student's t distribution and
/// Φ⁻¹(p) of the normal one.
package struct ExplanationStep: Sendable, Equatable {
  /// A value that stands in a formula.
  package struct Input: Sendable, Equatable {
    /// The symbol that it stands for.
    package let symbol: String
    /// The value.
    package let value: ExplainedValue
    /// Where it comes from.
    package let source: Source

    package init(_ symbol: String, _ value: Double, _ source: Source) {
      self.symbol = symbol
      self.value = .number(value)
      self.source = source
    }

    package init(_ symbol: String, _ value: Int, _ source: Source) {
      self.symbol = symbol
      self.value = .whole(value)
      self.source = source
    }
  }

  /// Where a value comes from.
  package enum Source: Sendable, Equatable {
    /// An earlier step, by its id.
    case step(String)
    /// A cell or line of an input.
    case input(InputPosition)
    /// A rule file.
    case rule
    /// The pace library.
    case library
    /// A constant of the methods.
    case constant
    /// The statements of the past and what came of them.
    case record
    /// The question itself: a year, a distance in years.
    case request
  }

  /// A square or rectangular array of numbers that a step solves with.
  package struct Matrix: Sendable, Equatable {
    /// Its name, such as `S3`.
    package let name: String
    /// Its rows.
    package let rows: [[Double]]
  }

  /// The id, unique in an explanation.
  package let id: String
  /// What is found, in a sentence.
  package let title: Phrase
  /// The formula with its symbols in braces; nil where nothing is computed.
  package let formula: String?
  /// The formula written out term by term where `formula` speaks of a sum; nil where that is the same.
  package let expansion: String?
  /// The values that stand in it.
  package let inputs: [Input]
  /// What comes out.
  package let value: ExplainedValue
  /// What it is measured in; nil for plain numbers.
  package let unit: ExplainedUnit?
  /// A row for each of several values of one kind; nil for a single value.
  package let table: ExplanationTable?
  /// What a step with a matrix solution was solved with.
  package let matrices: [Matrix]
  /// What has to be known of it.
  package let remark: Phrase?

  package init(
    _ id: String, vi: String, en: String, formula: String? = nil, expansion: String? = nil,
    _ inputs: [Input] = [], value: ExplainedValue = .unknown, unit: ExplainedUnit? = nil,
    table: ExplanationTable? = nil, matrices: [Matrix] = [], remark: Phrase? = nil
  ) {
    self.id = id
    title = Phrase(vi: vi, en: en)
    self.formula = formula
    self.expansion = expansion
    self.inputs = inputs
    self.value = value
    self.unit = unit
    self.table = table
    self.matrices = matrices
    self.remark = remark
  }
}

/// Several values of one kind, found alike: one row each.
package struct ExplanationTable: Sendable, Equatable {
  /// A column.
  package struct Column: Sendable, Equatable {
    /// The name under which formulas and JSON speak of it.
    package let symbol: String
    /// The heading.
    package let title: Phrase
    /// How its values follow from those of other columns and of the step's inputs; nil where they are given.
    package let formula: String?

    package init(_ symbol: String, vi: String, en: String, formula: String? = nil) {
      self.symbol = symbol
      title = Phrase(vi: vi, en: en)
      self.formula = formula
    }

    /// Makes a column that is headed by its symbol.
    package init(_ symbol: String, formula: String? = nil) {
      self.init(symbol, vi: symbol, en: symbol, formula: formula)
    }
  }

  /// The columns.
  package let columns: [Column]
  /// The rows; each has a value for each column.
  package let rows: [[ExplainedValue]]

  /// - Precondition: each row has a value for each column.
  package init(columns: [Column], rows: [[ExplainedValue]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has not a value a column")
    self.columns = columns
    self.rows = rows
  }
}
