import Foundation
import InputFiles
import Testing

@Suite struct TextFileTests {
  private static let endings: Set = ["md", "csv", "json", "yaml", "py", "R", "txt", "swift"]

  private static let paths =
    ["README.md", "CONTRIBUTING.md", "Package.swift"]
    + ["datasets", "docs", "Sources", "Tests"].flatMap {
      // What other software wrote is kept as it was written.
      Repository.paths(below: $0, endings: endings).filter {
        !$0.hasPrefix("Tests/Corpus/files/")
      }
    }

  @Test("Every text file is UTF-8 without BOM, in line feeds only, and ends in one")
  func form() throws {
    #expect(Self.paths.count > 200)
    for path in Self.paths {
      let bytes = try Repository.source(path).bytes
      // A golden CSV keeps the byte order mark that spreadsheets ask for, and what the program writes
      // for the figures of a page keeps their line ends, too.
      let isWritten = path.hasPrefix("docs/figures/")
      if !path.contains("__Snapshots__"), !isWritten {
        #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path) has a BOM")
      }
      if !isWritten { #expect(!bytes.contains(0x0D), "\(path) has a carriage return") }
      #expect(bytes.isEmpty || bytes.last == 0x0A, "\(path) does not end in a line feed")
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(path) is not UTF-8")
    }
  }

  @Test("Every text file is in Unicode form NFC")
  func composed() throws {
    for path in Self.paths {
      let text = try Repository.text(path)
      if text.utf8.allSatisfy({ $0 < 0x80 }) { continue }
      let composed = text.precomposedStringWithCanonicalMapping
      #expect(composed.utf8.elementsEqual(text.utf8), "\(path)")
    }
  }

  @Test("No file names a folder of the machine it was written on")
  func machinePaths() throws {
    let places = ["work", "root", "tmp"].map { "/" + $0 + "/" }
    for path in Self.paths {
      let text = try Repository.text(path)
      for place in places { #expect(!text.contains(place), "\(path): \(place)") }
    }
  }

  @Test("Every link of the documents to a file of the repository leads somewhere")
  func links() throws {
    for path in Self.paths where path.hasSuffix(".md") {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      for match in try Repository.text(path).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
        let target = folder.isEmpty ? String(match.1) : folder + "/" + match.1
        let found = Repository.url.appending(path: target).standardizedFileURL
        #expect(
          FileManager.default.fileExists(atPath: found.path(percentEncoded: false)),
          "\(path) → \(match.1)")
      }
    }
  }
}
