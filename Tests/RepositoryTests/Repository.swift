import Foundation
import InputFiles

/// The repository that holds this file, as texts.
enum Repository {
  /// A text file: its path from the root, and its content.
  struct File {
    let path: String
    let text: String

    /// The last part of the path.
    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the paths of all files below a folder that have one of the endings, in order.
  static func paths(below folder: String, endings: Set<String>) -> [String] {
    let root = url.appending(path: folder).path(percentEncoded: false)
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      guard let dot = path.lastIndex(of: ".") else { return false }
      return endings.contains(String(path[path.index(after: dot)...]))
        && !path.contains("__pycache__")
    }.sorted().map { folder + "/" + $0 }
  }

  /// Returns the bytes of a file.
  static func source(_ path: String) throws -> SourceFile {
    try SourceFile(reading: url.appending(path: path), shownAs: path)
  }

  /// Returns the text of a file.
  static func text(_ path: String) throws -> String {
    String(decoding: try source(path).bytes, as: UTF8.self)
  }

  /// Returns the Swift files below a folder.
  static func swiftFiles(below folder: String) throws -> [File] {
    try paths(below: folder, endings: ["swift"]).map { File(path: $0, text: try text($0)) }
  }
}

extension String {
  /// The lines of code: what stands before a comment, of lines that are more than a comment.
  var codeLines: [Substring] {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let comment = line.firstRange(of: "//") else { return line }
      let before = line[..<comment.lowerBound]
      let isInText = before.count { $0 == "\"" } % 2 == 1
      return isInText ? line : before
    }
  }
}
