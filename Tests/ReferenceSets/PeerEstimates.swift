package import Foundation

/// Coefficients of the reference sets as other programs compute them.
///
/// Read from `peers.csv`, which `peers.py` and `peers.R` beside it write.
package struct PeerEstimates: Sendable {
  /// How a program was called.
  package enum Setting: String, Sendable {
    /// As it comes.
    case byDefault = "default"
    /// Told to keep every column.
    case fullRank = "full rank"
  }

  /// One program's answer for one set.
  package struct Answer: Sendable, Equatable {
    package let program: String
    package let rank: Int
    /// p values; NaN where the program dropped the column.
    package fileprivate(set) var estimates: [Double]
    /// p values; NaN where the program gives none.
    package fileprivate(set) var standardErrors: [Double]
  }

  private struct Key: Hashable {
    let set: String
    let family: String
    let setting: String
  }

  private let answers: [Key: Answer]

  /// Reads `peers.csv` from a folder.
  ///
  /// - Throws: what Foundation throws on a missing file, or `NISTSetError` on a malformed one.
  package init(in folder: URL) throws {
    let text = try String(contentsOf: folder.appending(path: "peers.csv"), encoding: .utf8)
    var answers: [Key: Answer] = [:]
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7, let rank = Int(fields[3]) else {
        throw NISTSetError.notANumber(set: "peers", line: index + 1, field: String(line))
      }
      let family = fields[1].prefix { $0 != " " }
      let key = Key(set: fields[0], family: String(family), setting: fields[2])
      let empty = Answer(program: fields[1], rank: rank, estimates: [], standardErrors: [])
      answers[key, default: empty].estimates.append(Double(fields[5]) ?? .nan)
      answers[key, default: empty].standardErrors.append(Double(fields[6]) ?? .nan)
    }
    self.answers = answers
  }

  /// Returns the answer of a program, or nil if the file has none.
  ///
  /// - Parameters:
  ///   - family: `numpy` or `R`.
  ///   - set: a name of `NISTSet.names`.
  ///   - setting: how the program was called.
  /// - Returns: coefficients and standard errors in the order of the model.
  package func answer(of family: String, set: String, setting: Setting) -> Answer? {
    answers[Key(set: set, family: family, setting: setting.rawValue)]
  }
}
