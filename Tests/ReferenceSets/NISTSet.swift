package import Foundation
package import LinearAlgebra
package import Statistics

/// One data set of the NIST Statistical Reference Datasets for linear regression.
///
/// Source: https://www.itl.nist.gov/div898/strd/lls/lls.shtml
package struct NISTSet: Sendable {
  /// The form of the model.
  package enum Model: Sendable, Equatable {
    /// An intercept and every column of the table.
    case linear
    /// The columns of the table alone.
    case withoutIntercept
    /// An intercept and the powers 1…degree of the one column.
    case polynomial(degree: Int)
  }

  /// The values that NIST certifies.
  package struct Certified: Sendable, Decodable {
    package let coefficients: [Double]
    package let standardErrors: [Double]
    package let residualStandardDeviation: Double
    package let rSquared: Double

    private enum CodingKeys: String, CodingKey {
      case coefficients
      case standardErrors = "standard_errors"
      case residualStandardDeviation = "residual_sd"
      case rSquared = "r_squared"
    }
  }

  /// The names of all sets, from the easiest to the hardest.
  package static let names = [
    "norris", "pontius", "noint1", "noint2", "longley", "filip",
    "wampler1", "wampler2", "wampler3", "wampler4", "wampler5",
  ]

  package let name: String
  package let model: Model
  package let certified: Certified
  /// y, n values.
  package let response: [Double]
  /// The columns of the table without the response, each of n values.
  package let regressors: [[Double]]

  /// Reads `<name>.json` and `<name>.csv` from a folder.
  ///
  /// - Throws: what Foundation throws on a missing or malformed file, or `NISTSetError`.
  package init(named name: String, in folder: URL) throws {
    let json = try Data(contentsOf: folder.appending(path: "\(name).json"))
    let description = try JSONDecoder().decode(Description.self, from: json)
    let text = try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let table = try lines.dropFirst().enumerated().map { index, line in
      try line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        guard let value = Double(field) else {
          throw NISTSetError.notANumber(set: name, line: index + 2, field: String(field))
        }
        return value
      }
    }
    guard table.count == description.rows else {
      throw NISTSetError.rowCount(set: name, expected: description.rows, found: table.count)
    }
    self.name = name
    model = description.model
    certified = description.certified
    response = table.map { $0[0] }
    regressors = (1..<table[0].count).map { j in table.map { $0[j] } }
  }

  /// The design, n × p, with powers in twice the precision of `Double`.
  package var design: ExtendedMatrix {
    switch model {
    case .linear:
      let ones = [Double](repeating: 1, count: response.count)
      return ExtendedMatrix(Matrix(columns: [ones] + regressors))
    case .withoutIntercept: return ExtendedMatrix(Matrix(columns: regressors))
    case .polynomial(let degree):
      return ExtendedMatrix.polynomial(regressors[0], degree: degree)
    }
  }

  /// The design with its powers rounded to `Double`, as other programs see it.
  package var roundedDesign: ExtendedMatrix { ExtendedMatrix(design.leading) }

  /// Fits the model with all care.
  ///
  /// - Throws: `LinearAlgebraError` if the design seems deficient.
  package func fitted() throws -> LinearRegression {
    try LinearRegression(design: design, response: response)
  }
}

/// What can be wrong with the files of a set.
package enum NISTSetError: Error, Equatable {
  case notANumber(set: String, line: Int, field: String)
  case rowCount(set: String, expected: Int, found: Int)
  case unknownModel(String)
}

/// The part of the JSON file that is needed.
private struct Description: Decodable {
  let certified: NISTSet.Certified
  let rows: Int
  let model: NISTSet.Model

  private enum CodingKeys: String, CodingKey {
    case certified, model
    case rows = "n"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    certified = try container.decode(NISTSet.Certified.self, forKey: .certified)
    rows = try container.decode(Int.self, forKey: .rows)
    let formula = try container.decode(String.self, forKey: .model)
    if formula.contains("no intercept") {
      model = .withoutIntercept
    } else if let mark = formula.lastIndex(of: "^") {
      guard let degree = Int(formula[formula.index(after: mark)...]) else {
        throw NISTSetError.unknownModel(formula)
      }
      model = .polynomial(degree: degree)
    } else if formula.contains("x") {
      model = .linear
    } else {
      throw NISTSetError.unknownModel(formula)
    }
  }
}
