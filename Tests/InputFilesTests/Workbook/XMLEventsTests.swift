import Diagnostics
import Testing

@testable import InputFiles

@Suite("XMLEvents")
struct XMLEventsTests {
  /// Writes down what it is told.
  private final class Recorder: XMLEvents {
    var events: [String] = []

    override func open(_ name: XMLName, _ attributes: XMLAttributes) {
      events.append(name == "c" ? "<c \(attributes.text("r") ?? "-")>" : "<>")
      if name == "stop" {
        refuse(Diagnostic(.workbookEmpty, at: InputPosition(file: "a.xlsx")))
      }
    }

    override func close(_ name: XMLName) { events.append(name == "c" ? "</c>" : "</>") }

    override func text(_ bytes: UnsafeRawBufferPointer) {
      unsafe events.append(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func events(_ bytes: [UInt8]) throws -> [String] {
    let archive = try ZipArchive(StoredZip(members: [.init("a", bytes: bytes)]).source)
    let recorder = Recorder()
    try recorder.listen(to: try #require(archive.part(named: "a")), of: archive, file: "a.xlsx")
    return recorder.events
  }

  private func events(_ text: String) throws -> [String] { try events(Array(text.utf8)) }

  @Test("Elements and texts come in order, names without their prefix")
  func order() throws {
    #expect(
      try events("<x:a xmlns:x='u'><x:c r='A1'>&lt;ờ&#x1EDD;</x:c></x:a>").joined()
        == "<><c A1><ờờ</c></>")
  }

  @Test("Parts in UTF-16 are read")
  func wide() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><c r='Đ'/>"
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try events(bytes) == ["<c Đ>", "</c>"])
  }

  @Test(
    "Document types are refused, whatever they declare",
    arguments: [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><a/>",
    ])
  func documentType(text: String) {
    #expect(faults { _ = try events(text) } == ["workbook.entities"])
  }

  @Test(
    "What is no well-formed XML is damage",
    arguments: [
      "", "hello", "<a>", "<a></b>", "<a/><a/>", "<a x='1' x='2'/>", "<a>&x;</a>", "<a>\0</a>",
      "<a>&#0;</a>", "<?xml version='1.0' encoding='x-none'?><a/>",
    ])
  func malformed(text: String) {
    #expect(faults { _ = try events(text) } == ["workbook.damaged"])
  }

  @Test("Invalid UTF-8 is damage")
  func encoding() {
    #expect(faults { _ = try events([0x3C, 0x61, 0x3E, 0xC3, 0x28]) } == ["workbook.damaged"])
  }

  @Test("Nesting is followed down to a depth")
  func depth() throws {
    let limit = XMLEvents.depthLimit
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try events(nested(limit)).count == 2 * limit)
    #expect(faults { _ = try events(nested(limit + 1)) } == ["workbook.too-large"])
  }

  @Test("A tag or comment that does not end is not waited for")
  func length() throws {
    let long = String(repeating: "x", count: XMLEvents.tagLimit * 2)
    #expect(faults { _ = try events("<a x='\(long)'/>") } == ["workbook.too-large"])
    #expect(faults { _ = try events("<a><!--\(long)--></a>") } == ["workbook.too-large"])
    #expect(try events("<a>\(long)</a>").joined().utf8.count == long.utf8.count + 5)
  }

  @Test("Names beyond number are refused, because each costs memory")
  func names() {
    let elements = (0..<20_000).map { "<a\($0)/>" }.joined()
    #expect(faults { _ = try events("<a>\(elements)</a>") } == ["workbook.too-large"])
    let attributes = (0..<20_000).map { "<a b\($0)=''/>" }.joined()
    #expect(faults { _ = try events("<a>\(attributes)</a>") } == ["workbook.too-large"])
  }

  @Test("After a refusal nothing more is told, not even the end of an empty element")
  func refusal() throws {
    let archive = try ZipArchive(StoredZip(members: [.init("a", "<a><stop/>x<c/></a>")]).source)
    let recorder = Recorder()
    let part = try #require(archive.part(named: "a"))
    #expect(
      faults { try recorder.listen(to: part, of: archive, file: "a.xlsx") }
        == ["workbook.no-sheet"])
    #expect(recorder.events == ["<>", "<>"])
  }
}
