import Foundation
import LinearAlgebra
import ReferenceSets
import Statistics

/// Prints how many digits of the NIST certified values are reached, beside NumPy and R, and the largest
/// relative errors of the special functions.
///
/// Run from the top folder of the project; the folder of the data package may be given as the only
/// argument.
let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "datasets/nist-strd")
let specialFunctionFile = URL(
  filePath: "Tests/ReferenceTests/Reference/special_functions.csv")

func cell(_ text: String, width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

func digits(_ agreement: Agreement?) -> String {
  agreement.map { String(format: "%.1f", $0.digits) } ?? "–"
}

func line(_ cells: [String]) -> String {
  let widths = [9, 3, 3, 6, 8, 6, 5, 7, 5, 8, 5, 5, 9]
  return zip(cells, widths).map { cell($0, width: $1) }.joined(separator: " ")
}

func table() throws -> [String] {
  let peers = try PeerEstimates(in: folder)
  var lines = [
    line([
      "set", "n", "p", "b", "rounded", "NumPy", "R", "se", "R se", "resid.sd", "R²", "rank",
      "condition",
    ])
  ]
  var remarks: [String] = []
  for name in NISTSet.names {
    let set = try NISTSet(named: name, in: folder)
    let result = try NISTComparison(set)
    let numpy = peers.answer(of: "numpy", set: name, setting: .fullRank)
    let r = peers.answer(of: "R", set: name, setting: .fullRank)
    lines.append(
      line([
        name, "\(set.response.count)", "\(result.fit.coefficients.count)",
        digits(result.coefficients), digits(result.roundedCoefficients),
        digits(numpy.map { Agreement($0.estimates, certified: set.certified.coefficients) }),
        digits(r.map { Agreement($0.estimates, certified: set.certified.coefficients) }),
        digits(result.standardErrors),
        digits(r.map { Agreement($0.standardErrors, certified: set.certified.standardErrors) }),
        digits(result.residualStandardDeviation), digits(result.rSquared),
        "\(result.fit.coefficients.count)", String(format: "%.1e", result.fit.condition),
      ]))
    for family in ["numpy", "R"] {
      let answer = peers.answer(of: family, set: name, setting: .byDefault)
      if let answer, answer.rank < set.certified.coefficients.count {
        let reached = Agreement(answer.estimates, certified: set.certified.coefficients)
        remarks.append(
          "\(name): \(answer.program) as it comes takes rank \(answer.rank) "
            + "and reaches \(digits(reached)) digits.")
      }
    }
  }
  return lines + [""] + remarks
}

func specialFunctionTable() throws -> [String] {
  let values = try SpecialFunctionValue.table(specialFunctionFile)
  return SpecialFunctionValue.functions.map { function in
    let errors = values.filter { $0.function == function }.map {
      $0.relativeError(of: $0.computed())
    }
    let name = function.padding(toLength: 24, withPad: " ", startingAt: 0)
    return name + cell("\(errors.count)", width: 6)
      + cell(String(format: "%.1e", errors.max() ?? .nan), width: 10)
  }
}

do {
  let lines = try table()
  print(
    """
    Digits of agreement with NIST certified values, worst coefficient of each set, at most 15.
    b: coefficients, powers carried in twice the precision; rounded: powers rounded to Double, as \
    NumPy and R see them.
    NumPy: lstsq, rcond = -1. R: lm, tol = 1e-20.

    """)
  for line in lines { print(line) }
  print(
    """

    Largest relative error of the special functions against values of 100 digits (mpmath).

    function                values     error
    """)
  for line in try specialFunctionTable() { print(line) }
} catch {
  FileHandle.standardError.write(Data("nist: \(error)\n".utf8))
  exit(1)
}
