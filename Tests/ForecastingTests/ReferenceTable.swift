import Foundation
import Testing

/// A committed table of reference values; lists inside a field are separated by blanks.
struct ReferenceTable {
  /// One line of a table.
  struct Row: CustomTestStringConvertible {
    private let fields: [String: String]

    init(_ fields: [String: String]) {
      self.fields = fields
    }

    var testDescription: String {
      fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    func text(_ name: String) throws -> String {
      try #require(fields[name], "no column \(name)")
    }

    func number(_ name: String) throws -> Double {
      try #require(Double(try text(name)), "\(name) is no number")
    }

    func numbers(_ name: String) throws -> [Double] {
      try text(name).split(separator: " ").map { try #require(Double($0)) }
    }

    func years(_ name: String) throws -> [Int] {
      try numbers(name).map { Int($0) }
    }
  }

  let rows: [Row]

  /// Reads a table of the folder Reference.
  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference").appending(path: name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    rows = try lines.dropFirst().map { line in
      let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(values.count == header.count)
      return Row(Dictionary(uniqueKeysWithValues: zip(header, values)))
    }
  }
}

/// Returns whether two numbers agree to a relative tolerance, absolute below 1.
func agree(_ left: Double, _ right: Double, to tolerance: Double) -> Bool {
  abs(left - right) <= tolerance * max(1, abs(right))
}
