import CBoostMath
import Foundation
import Statistics
import Testing

/// Distribution functions against values computed with 100 digits.
///
/// The table `Reference/special_functions.csv` and the script that writes it lie side by side;
/// the script says how each tolerance follows from the conditioning of its row.
@Suite("Special functions")
struct SpecialFunctionTests {
  @Test("Every value of the table is reached to its tolerance", arguments: Row.functions)
  func agreesWithTable(function: String) throws {
    let rows = try Row.table().filter { $0.function == function }
    #expect(rows.count >= 20)
    var worst = 0.0
    for row in rows {
      let computed = row.computed()
      worst = max(worst, row.relativeError(of: computed))
      #expect(
        row.relativeError(of: computed) <= row.tolerance,
        "\(row): \(computed) instead of \(row.value)")
    }
    print("\(function): \(rows.count) values, largest relative error \(worst)")
  }

  @Test("The table holds every function and no row without tolerance")
  func tableIsComplete() throws {
    let rows = try Row.table()
    #expect(Set(rows.map(\.function)) == Set(Row.functions))
    #expect(rows.allSatisfy { $0.tolerance >= 1e-13 && $0.tolerance <= 1e-11 })
    #expect(rows.allSatisfy { $0.value.isFinite })
  }
}

// MARK: - The table

/// One line of the reference table.
private struct Row: CustomStringConvertible {
  static let functions = [
    "t_cdf", "t_upper", "t_quantile", "t_upper_quantile", "t_density",
    "normal_cdf", "normal_upper", "normal_quantile", "normal_upper_quantile", "normal_density",
    "beta_cdf", "beta_upper", "beta_quantile", "beta_density",
    "digamma", "trigamma",
  ]

  let function: String
  let parameters: [Double]
  let argument: Double
  let value: Double
  let tolerance: Double

  var description: String {
    "\(function)(\(parameters.map { "\($0)" }.joined(separator: ", ")); \(argument))"
  }

  static func table() throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/special_functions.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map(Row.init(line:))
  }

  init(line: Substring) throws {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try #require(fields.count == 7)
    function = fields[0]
    parameters = [fields[1], fields[2]].compactMap(Double.init)
    argument = try #require(Double(fields[3]))
    value = try #require(Double(fields[4]))
    tolerance = try #require(Double(fields[6]))
  }

  func relativeError(of computed: Double) -> Double {
    if computed == value { return 0 }
    return value == 0 ? .infinity : abs(computed / value - 1)
  }

  /// The value that the library gives for this row.
  func computed() -> Double {
    if function == "digamma" { return boost_digamma(argument) }
    if function == "trigamma" { return boost_trigamma(argument) }
    let parts = function.split(separator: "_", maxSplits: 1)
    let distribution: any Distribution =
      switch parts[0] {
      case "t": StudentT(degreesOfFreedom: parameters[0])
      case "normal": Normal.standard
      default: Beta(alpha: parameters[0], beta: parameters[1])
      }
    switch parts[1] {
    case "cdf": return distribution.cumulativeProbability(argument)
    case "upper": return distribution.upperTail(argument)
    case "quantile": return distribution.quantile(argument)
    case "upper_quantile": return distribution.upperQuantile(argument)
    case "density": return distribution.density(argument)
    default:
      Issue.record("unknown function \(function)")
      return .nan
    }
  }
}

/// What the three distributions have in common, so that one test can call them all.
private protocol Distribution {
  func cumulativeProbability(_ x: Double) -> Double
  func upperTail(_ x: Double) -> Double
  func quantile(_ probability: Double) -> Double
  func upperQuantile(_ probability: Double) -> Double
  func density(_ x: Double) -> Double
}

extension StudentT: Distribution {}
extension Normal: Distribution {}
extension Beta: Distribution {}
