import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("TextTree")
struct TextTreeTests {
  private func read(_ text: String) throws -> TextTree {
    try TextTree.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
  }

  private func fault(_ text: String) throws -> Diagnostic {
    let faults = try #require(throws: Faults.self) { try read(text) }
    #expect(faults.diagnostics.count == 1)
    return try #require(faults.diagnostics.first)
  }

  @Test(
    "Scalars keep their spelling",
    arguments: [
      "no", "yes", "on", "true", "012", "0x1F", "0.10", "1_000", "1e3", "2024-01-01", "12:30:45",
      "190", "5.1", ".inf", ".nan", "<<", "Đạt", "null!", "~x",
    ])
  func spelling(text: String) throws {
    #expect(try read("a: \(text)\n")["a"]?.text == text)
    #expect(try read("- \(text)\n").elements?.first?.text == text)
    #expect(try read("{\"a\": \"\(text)\"}")["a"]?.text == text)
  }

  @Test("Only unquoted empty values, ~ and null are null")
  func null() throws {
    for text in ["a:\n", "a: ~\n", "a: null\n", "a: Null\n", "a: NULL\n", "{\"a\": null}"] {
      let node = try #require(try read(text)["a"])
      #expect(node.isNull, "\(text)")
      #expect(node.text == nil)
    }
    for text in ["a: ''\n", "a: \"\"\n", "{\"a\": \"\"}"] {
      let node = try #require(try read(text)["a"])
      #expect(!node.isNull, "\(text)")
      #expect(node.text == "")
    }
    #expect(try read("a: \"null\"\n")["a"]?.text == "null")
    #expect(try read("a: '~'\n")["a"]?.text == "~")
  }

  @Test("Keys, values and elements stand where the document has them")
  func positions() throws {
    let tree = try read("title: A\nlevels:\n  - id: one\n    name: {vi: x, en: y}\n  - two\n")
    #expect(tree.position.label == "a.yaml:1:1")
    let levels = try #require(tree.entries?.last)
    #expect(levels.keyPosition.label == "a.yaml:2:1")
    let elements = try #require(levels.value.elements)
    #expect(elements.map(\.position.label) == ["a.yaml:3:5", "a.yaml:5:5"])
    #expect(elements.first?["name"]?["en"]?.position.label == "a.yaml:4:23")
    #expect(elements.first?["id"]?.position.line == 3)
  }

  @Test("Entries keep the order of the document, and each kind of node answers only for itself")
  func kinds() throws {
    let tree = try read("z: 1\na: [1, 2]\nm: {k: v}\n")
    #expect(tree.entries?.map(\.key) == ["z", "a", "m"])
    #expect(tree.text == nil)
    #expect(tree.elements == nil)
    #expect(tree["a"]?.elements?.compactMap(\.text) == ["1", "2"])
    #expect(tree["a"]?.entries == nil)
    #expect(tree["a"]?["x"] == nil)
    #expect(tree["z"]?.entries == nil)
    #expect(tree["none"] == nil)
  }

  @Test("Keys and texts are composed")
  func composed() throws {
    let tree = try read("Kie\u{302}\u{301}n: hoa\u{300}\n")
    #expect(
      Array(tree.entries?.first?.key.unicodeScalars ?? "".unicodeScalars)
        == Array("Kiến".unicodeScalars))
    #expect(Array((tree["Kiến"]?.text ?? "").unicodeScalars) == Array("hoà".unicodeScalars))
  }

  @Test("JSON as other tools write it is read: tabs, escapes, no blanks, CRLF, BOM")
  func json() throws {
    let tabs = try read(
      "{\n\t\"name\": \"a\",\n\t\"resources\": [\n\t\t{\n\t\t\t\"path\":\t\"https:\\/\\/x\\/y\",\n"
        + "\t\t\t\"title\": \"Ki\\u1ebfn \\\"H\\u01b0ng\\\"\\n\\t\\\\\"\n\t\t}\n\t],\n\t\"n\": 1\n}\n"
    )
    let resource = try #require(tabs["resources"]?.elements?.first)
    #expect(resource["path"]?.text == "https://x/y")
    #expect(resource["title"]?.text == "Kiến \"Hưng\"\n\t\\")
    #expect(resource.position.line == 4)
    #expect(resource["path"]?.position.line == 5)
    #expect(tabs["n"]?.text == "1")

    let minified = try read("{\"a\":1,\"b\":[true,null,\"x\"],\"c\":{\"d\":-0.50}}")
    #expect(minified["a"]?.text == "1")
    #expect(minified["b"]?.elements?.map(\.text) == ["true", nil, "x"])
    #expect(minified["c"]?["d"]?.text == "-0.50")

    #expect(try read("{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}\r\n")["b"]?.position.line == 3)
    #expect(try read("\u{FEFF}{\"a\": 1}")["a"]?.text == "1")
    #expect(try read("{}").entries?.isEmpty == true)
    #expect(try read("[]").elements?.isEmpty == true)
  }

  @Test("Aliases are read as what they name")
  func alias() throws {
    #expect(try read("a: &x [1, 2]\nb: *x\n")["b"]?.elements?.count == 2)
  }

  @Test(
    "A key given twice is reported at a line that holds it",
    arguments: [
      ("x: 1\na: 1\nb: 2\na: 3\n", "a.yaml:2:1"),
      ("{\n \"a\": 1,\n \"b\": 2,\n \"a\": 3\n}", "a.yaml:2:2"),
      ("x:\n  - k: 1\n    a: 1\n    a: 2\n", "a.yaml:3:5"), ("a: 1\n'a': 2\n", "a.yaml:1:1"),
    ])
  func duplicateKeys(text: String, label: String) throws {
    let fault = try fault(text)
    #expect(fault.code == .treeSyntax)
    #expect(fault.position?.label == label)
    #expect(fault.message(in: .vi) == "tệp viết sai cú pháp YAML/JSON (duplicate keys: a)")
    #expect(fault.message(in: .en) == "the file is not valid YAML/JSON (duplicate keys: a)")
  }

  @Test(
    "A syntax error is reported with its line",
    arguments: [
      ("a: 1\nb: [1, 2\nc: 3\n", 3), ("a:\n  - 1\n b: 2\n", 3), ("a: 1\n\tb: 2\n", 2),
      ("{\"a\": 1}}\n", 1), ("{\n\"a\" 1\n}", 2), ("a: 1\n---\nb: 2\n", 2), ("a: *none\n", 1),
      ("a: 1\nb: x\u{1}y\n", 2), ("a: 1\n\n\"b", 3), ("%\n", 1),
    ])
  func syntax(text: String, line: Int) throws {
    let fault = try fault(text)
    #expect(fault.code == .treeSyntax)
    #expect(fault.position?.line == line)
    let message = fault.message(in: .en)
    #expect(message.hasPrefix("the file is not valid YAML/JSON ("))
    #expect(!message.contains("\n"))
    #expect(
      fault.remedy(in: .vi)
        == "Xem lại dòng này và dòng trước: thụt lề, dấu hai chấm, dấu ngoặc, khóa viết lặp.")
  }

  @Test(
    "A document without content says that it is empty", arguments: ["", "# chú thích\n", "\n\n"])
  func empty(text: String) throws {
    let fault = try fault(text)
    #expect(fault.code == .treeEmpty)
    #expect(fault.position?.label == "a.yaml:1")
    #expect(fault.message(in: .vi) == "tệp trống")
    #expect(fault.message(in: .en) == "the file is empty")
  }

  @Test("A file that is not UTF-8 is refused, and endless nesting does not crash")
  func refused() throws {
    let faults = try #require(throws: Faults.self) {
      try TextTree.read(SourceFile(path: "a", bytes: [0x61, 0x3A, 0x20, 0xE9]))
    }
    #expect(faults.diagnostics.map(\.code) == [.textEncoding])
    #expect(try fault(String(repeating: "[", count: 100_000)).code == .treeSyntax)
  }

  @Test("Random mutations of a document never crash the reader", arguments: 0..<4)
  func mutations(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let document = Array("{\n\t\"a\": [1, \"ế\", null],\n\t\"b\": {\"c\": \"\\u1ebf\"}\n}\n".utf8)
    let bytes = Array("{}[],:\"'\t\n -&*!|>%@\\#".utf8)
    for _ in 0..<200 {
      var mutated = document
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        mutated[index] = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
      }
      _ = try? TextTree.read(SourceFile(path: "m", bytes: mutated))
    }
  }
}
