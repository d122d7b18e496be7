import InputFiles

/// How the lines of an archive of plans are sealed and chained.
///
/// A record is one line: a JSON object whose last member is `sha256`. It is the SHA-256 of the bytes of the
/// line before `, "sha256"`; so a changed byte shows. `previous` is the SHA-256 of the whole line before,
/// without its line feed; so a line that is taken out, put in or moved shows, too. Every later format keeps
/// both rules, and older programs can check what they cannot read.
package enum PlanArchiveSeal {
  /// The value of `format` that marks a record.
  package static let format = "forecast-archive"
  /// The version of the format that this program writes.
  package static let version = 1

  private static let opening = Array(", \"sha256\": \"".utf8)
  private static let closing = Array("\"}".utf8)

  /// Returns a record with its seal.
  ///
  /// - Parameter body: a JSON object on one line, without `sha256`.
  /// - Returns: the line, without a line feed.
  /// - Precondition: `body` ends in `}`.
  package static func sealed(_ body: String) -> String {
    precondition(body.hasSuffix("}"), "a record is an object")
    let content = Array(body.utf8.dropLast())
    return String(
      decoding: content + opening + Array(SourceFile.sha256(of: content).utf8) + closing,
      as: UTF8.self)
  }

  /// Whether a line is as it was sealed; false for one without a seal.
  static func isIntact(_ line: [UInt8]) -> Bool {
    let length = opening.count + 64 + closing.count
    guard line.count > length, line.suffix(closing.count).elementsEqual(closing) else {
      return false
    }
    let content = Array(line.dropLast(length))
    let seal = line.suffix(64 + closing.count).dropLast(closing.count)
    return line.dropFirst(content.count).starts(with: opening)
      && seal.elementsEqual(SourceFile.sha256(of: content).utf8)
  }

  /// Returns the name by which the next record knows a line.
  package static func hash(of line: some Sequence<UInt8>) -> String {
    SourceFile.sha256(of: Array(line))
  }
}
