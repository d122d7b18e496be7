import Diagnostics
import Foundation
import Testing
import Wording

@testable import InputFiles

@Suite("SourceFile")
struct SourceFileTests {
  /// The messages of FIPS 180-4's example document and of the NIST secure hash validation.
  @Test(
    "SHA-256 agrees with the published vectors",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
          + "lmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func vectors(message: String, expected: String) {
    #expect(SourceFile.sha256(of: Array(message.utf8)) == expected)
    #expect(SourceFile(path: "a", bytes: Array(message.utf8)).sha256 == expected)
  }

  @Test("A file is read whole and keeps the name that the user gave it")
  func read() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let url = try folder.write([0, 255, 10, 13], to: "Thuỵ Hoà 100%.csv")
    let source = try SourceFile(reading: url, shownAs: "./x.csv")
    #expect(source.bytes == [0, 255, 10, 13])
    #expect(source.path == "./x.csv")
    #expect(source == SourceFile(path: "./x.csv", bytes: [0, 255, 10, 13]))
  }

  @Test("A file that is not there is a missing input, said in both languages")
  func missing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let faults = try #require(throws: Faults.self) {
      try SourceFile(reading: folder.url.appending(path: "none.csv"), shownAs: "xã/none.csv")
    }
    #expect(faults.obstacle == .missingInput)
    let diagnostic = try #require(faults.diagnostics.first)
    #expect(diagnostic.code == .fileMissing)
    #expect(diagnostic.position?.label == "xã/none.csv")
    #expect(diagnostic.message(in: .vi) == "không có tệp hoặc thư mục “xã/none.csv”")
    #expect(diagnostic.message(in: .en) == "there is no file or folder “xã/none.csv”")
    #expect(diagnostic.remedy(in: .vi) == "Kiểm tra lại đường dẫn và tên tệp.")
    #expect(diagnostic.remedy(in: .en) == "Check the path and the name of the file.")
  }

  @Test("A folder cannot be read as a file")
  func folder() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let faults = try #require(throws: Faults.self) {
      try SourceFile(reading: folder.url, shownAs: "data")
    }
    #expect(faults.obstacle == .missingInput)
    #expect(faults.diagnostics.map(\.code) == [.fileUnreadable])
    #expect(faults.diagnostics.first?.message(in: .vi) == "không đọc được “data”")
    #expect(faults.diagnostics.first?.message(in: .en) == "“data” cannot be read")
  }
}

/// A folder of its own for one test.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "forecast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
