import Foundation
import Testing

/// A row of Reference/level_outlook.csv; the script that writes the table lies beside it.
struct OutlookReference {
  let level: String
  let year: Int
  let requirements: [String]
  let marginals: [Double]
  let joint: Double
  let binding: String

  static func table() throws -> [OutlookReference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/level_outlook.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      try #require(fields.count == 6)
      return OutlookReference(
        level: fields[0], year: try #require(Int(fields[1])),
        requirements: fields[2].split(separator: " ").map(String.init),
        marginals: try fields[3].split(separator: " ").map { try #require(Double($0)) },
        joint: try #require(Double(fields[4])), binding: fields[5])
    }
  }
}
