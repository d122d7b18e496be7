import CBoostMath
package import Foundation
import Statistics

/// One value of the reference table of special functions, computed with 100 digits.
///
/// The table and the script that writes it lie side by side in Tests/ReferenceTests/Reference.
package struct SpecialFunctionValue: Sendable, CustomStringConvertible {
  /// The functions of the table, in the order in which they are printed.
  package static let functions = [
    "t_cdf", "t_upper", "t_quantile", "t_upper_quantile", "t_density",
    "normal_cdf", "normal_upper", "normal_quantile", "normal_upper_quantile", "normal_density",
    "beta_cdf", "beta_upper", "beta_quantile", "beta_density",
    "digamma", "trigamma",
  ]

  /// The function.
  package let function: String
  /// Its parameters: degrees of freedom, or α and β.
  package let parameters: [Double]
  /// Where it is evaluated.
  package let argument: Double
  /// The reference value.
  package let value: Double
  /// The relative error that the conditioning of the row allows.
  package let tolerance: Double

  package var description: String {
    "\(function)(\(parameters.map { "\($0)" }.joined(separator: ", ")); \(argument))"
  }

  /// Reads the table.
  ///
  /// - Throws: an error of Foundation when the file cannot be read.
  package static func table(_ file: URL) throws -> [SpecialFunctionValue] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap(SpecialFunctionValue.init(line:))
  }

  private init?(line: Substring) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 7, let argument = Double(fields[3]), let value = Double(fields[4]),
      let tolerance = Double(fields[6])
    else { return nil }
    function = fields[0]
    parameters = [fields[1], fields[2]].compactMap(Double.init)
    self.argument = argument
    self.value = value
    self.tolerance = tolerance
  }

  /// Returns |computed/value − 1|; infinite where the value is 0 and the computed one is not.
  package func relativeError(of computed: Double) -> Double {
    if computed == value { return 0 }
    return value == 0 ? .infinity : abs(computed / value - 1)
  }

  /// The value that the library gives for this row.
  package func computed() -> Double {
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
    default: return .nan
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
