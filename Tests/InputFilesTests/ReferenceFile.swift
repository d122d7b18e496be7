import Foundation

/// A table of reference values beside these tests.
enum ReferenceFile {
  /// Returns the fields of the rows below the header.
  static func rows(_ name: String, separator: Character = ",") throws -> [[String]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/" + name)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Returns the scalars of code points in hexadecimal.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    text.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
  }

  /// Returns the bytes of pairs of hexadecimal digits.
  static func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }
}
