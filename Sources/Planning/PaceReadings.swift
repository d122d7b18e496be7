import Forecasting
import Indicators

/// What the pace curves expect of single years, one row each, with the knots that it was read between.
///
/// `G = p₊·c(z) − p₋·c(100 − z) + f(z)`; a part that is zero has no columns.
struct PaceReadings {
  let prior: PacePrior

  private typealias Column = ExplanationTable.Column

  private var curve: PaceCurve { prior.estimates.curve }
  private var isUp: Bool { prior.upProbability > 0 }
  private var isDown: Bool { prior.downProbability > 0 }
  private var isPanel: Bool { !prior.panelCurve.isEmpty }

  func table(_ rows: [(year: Int, reading: PaceTrace.Reading)]) -> ExplanationTable {
    ExplanationTable(
      columns: [Column("year", vi: "Năm", en: "Year"), Column("z")] + columns,
      rows: rows.map { year, reading in
        [.whole(year), .number(reading.level)] + values(reading.level) + [.number(reading.change)]
      })
  }

  private var columns: [Column] {
    var columns: [Column] = []
    var parts: [String] = []
    if isUp {
      columns += Self.interpolation("c", "u", of: "z")
      parts.append("{p₊}·{c}")
    }
    if isDown {
      columns.append(Column("z′", formula: "100 − {z}"))
      columns += Self.interpolation("c′", "u′", of: "z′")
      parts.append("(0 − {p₋})·{c′}")
    }
    if isPanel {
      columns += Self.interpolation("f", "v", of: "z")
      parts.append("{f}")
    }
    return columns + [Column("G", formula: parts.isEmpty ? "0" : parts.joined(separator: " + "))]
  }

  private static func interpolation(
    _ value: String, _ knot: String, of level: String
  ) -> [Column] {
    [
      Column(knot + "₁"), Column(knot + "₂"), Column(value + "₁"), Column(value + "₂"),
      Column(
        value,
        formula:
          "{\(value)₁} + ({\(level)} − {\(knot)₁})/({\(knot)₂} − {\(knot)₁})·({\(value)₂} − {\(value)₁})"
      ),
    ]
  }

  private func values(_ level: Double) -> [ExplainedValue] {
    var values: [ExplainedValue] = []
    if isUp {
      values += neighbours(of: level, curve.paces) + [.number(curve.upwardChange(atLevel: level))]
    }
    if isDown {
      values += [.number(100 - level)] + neighbours(of: 100 - level, curve.paces)
      values.append(.number(-curve.downwardChange(atLevel: level)))
    }
    if isPanel {
      values += neighbours(of: level, prior.panelCurve)
      values.append(.number(curve.interpolate(prior.panelCurve, at: level)))
    }
    return values
  }

  /// The knots on both sides of a level, and what stands there.
  private func neighbours(of level: Double, _ told: [Double]) -> [ExplainedValue] {
    let knot = curve.position(of: level).knot
    return [
      .number(curve.knots[knot]), .number(curve.knots[knot + 1]), .number(told[knot]),
      .number(told[knot + 1]),
    ]
  }
}
