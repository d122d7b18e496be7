import Diagnostics
import Testing

@testable import InputFiles

@Suite("Workbook")
struct WorkbookTests {
  private let book = BookParts(rows: "<row><c><v>5</v></c></row>")
  private let list = "xl/workbook.xml"
  private let relations = "xl/_rels/workbook.xml.rels"
  private let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private func changed(_ part: String, _ old: String, _ new: String) throws -> BookParts {
    let text = String(decoding: try #require(book.parts[part]), as: UTF8.self)
    #expect(text.contains(old))
    return book.with(part, text.replacing(old, with: new))
  }

  @Test("A sound workbook is read")
  func sound() throws {
    #expect(try book.cells() == ["A1": "5"])
    #expect(try book.sheets().map(\.name) == ["S"])
  }

  @Test("Parts are found by absolute, dotted, escaped and backslashed targets")
  func targets() throws {
    for target in [
      "/xl/worksheets/a.xml", "./worksheets/../worksheets/a.xml", "worksheets%2Fa.xml",
      "worksheets\\a.xml", "Worksheets/A.xml",
    ] {
      #expect(try changed(relations, "worksheets/a.xml", target).cells() == ["A1": "5"])
    }
  }

  @Test("Targets outside the container lead nowhere")
  func outside() throws {
    for target in ["../../../../etc/passwd", "file:///etc/passwd", ""] {
      #expect(
        try changed(relations, "worksheets/a.xml", target).faults() == ["workbook.damaged"])
    }
  }

  @Test("The strict namespace and prefixes change nothing")
  func namespaces() throws {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try changed(relations, types, strict).cells() == ["A1": "5"])
    let prefixed =
      "<x:worksheet xmlns:x='u'><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    #expect(try book.with("xl/worksheets/a.xml", prefixed).cells() == ["A1": "7"])
  }

  @Test("Strings and styles may be missing, a sheet may not")
  func missing() {
    #expect(book.with("xl/strings.xml", nil).with("xl/styles.xml", nil).faults() == [])
    #expect(book.with("xl/worksheets/a.xml", nil).faults() == ["workbook.damaged"])
    #expect(book.with(relations, nil).faults() == ["workbook.damaged"])
    #expect(book.with(list, nil).faults() == ["workbook.damaged"])
    #expect(book.with("_rels/.rels", nil).faults() == [])
  }

  @Test("Hidden sheets are marked, and the names of sheets are made fit to print")
  func names() throws {
    let sheets = try changed(list, "name='S'", "name='Thôn&#10;1' state='veryHidden'").sheets()
    #expect(sheets.map(\.name) == ["Thôn 1"])
    #expect(sheets.map(\.isHidden) == [true])
  }

  @Test("A workbook without sheets, with sheets beyond number, or of binary parts is refused")
  func refused() throws {
    #expect(book.with(list, "<workbook/>").faults() == ["workbook.no-sheet"])
    let many = String(repeating: "<sheet name='S' r:id='s1'/>", count: 1_001)
    #expect(
      book.with(list, "<workbook xmlns:r='u'><sheets>\(many)</sheets></workbook>").faults()
        == ["workbook.too-large"])
    #expect(
      try changed("_rels/.rels", "xl/workbook.xml", "xl/styles.bin")
        .with("xl/styles.bin", "").faults() == ["file.format"])
  }
}
