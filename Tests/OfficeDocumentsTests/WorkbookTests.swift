import Diagnostics
import Foundation
import Testing

@testable import OfficeDocuments

@Suite struct WorkbookTests {
  private func workbook(_ cells: [WorksheetCell], title: String = "Thử") -> Workbook {
    var sheet = Worksheet(title: "Trang một", widths: cells.map { _ in 10 })
    sheet.append(Worksheet.Row(cells))
    return Workbook(title: title, sheets: [sheet])
  }

  @Test("The checksum is the one that the standard gives for 123456789")
  func checksum() {
    #expect(ZipDirectory.checksum("123456789") == 0xCBF4_3926)
  }

  @Test("The bytes are a zip archive with the members of a workbook, all of one fixed day")
  func archive() throws {
    let directory = try #require(ZipDirectory(try workbook([.text("a")]).bytes()))
    for name in [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml",
    ] {
      #expect(directory.member(name) != nil, "\(name)")
    }
    // 1 January 1980, midnight: the first moment that a zip archive can name.
    #expect(directory.members.allSatisfy { $0.day == 1 << 5 | 1 && $0.time == 0 })
  }

  @Test("The properties name a fixed day and no author")
  func properties() throws {
    let expected = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:dcmitype="http://purl.org/dc/dcmitype/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>Thử &amp; đo</dc:title><dc:creator></dc:creator>\
      <cp:lastModifiedBy></cp:lastModifiedBy>\
      <dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>\
      <dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified>\
      </cp:coreProperties>
      """
    let bytes = try workbook([.text("a")], title: "Thử & đo").bytes()
    let core = try #require(ZipDirectory(bytes)?.member("docProps/core.xml"))
    #expect(core.size == expected.utf8.count)
    #expect(core.checksum == ZipDirectory.checksum(expected))
  }

  @Test("Texts stay texts, whatever they begin with, letter by letter")
  func texts() throws {
    let texts = ["=1+1", "+84", "-1", "@x", "5.1", "Đạt – <chưa> & “đạt”", "ab"]
    let given = texts.dropLast() + ["a\0\u{FFFE}b\u{FFFF}"]
    let items = texts.map {
      "<si><t>"
        + $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        + "</t></si>"
    }.joined()
    let expected = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      count="\(texts.count)" uniqueCount="\(texts.count)">\(items)</sst>
      """
    let bytes = try workbook(given.map { .text($0) }).bytes()
    let strings = try #require(ZipDirectory(bytes)?.member("xl/sharedStrings.xml"))
    #expect(strings.size == expected.utf8.count)
    #expect(strings.checksum == ZipDirectory.checksum(expected))
  }

  @Test("The same workbook gives the same bytes, another one others")
  func determinism() throws {
    let cells: [WorksheetCell] = [
      .text("a"), .number(0.653), WorksheetCell(.empty, .plain.with { $0.ground = .input }),
    ]
    let first = try workbook(cells).bytes()
    #expect(try workbook(cells).bytes() == first)
    #expect(try workbook([.text("b")] + cells.dropFirst()).bytes() != first)
    #expect(try workbook(cells, title: "Khác").bytes() != first)
  }

  @Test("Everything that a sheet says reaches the file")
  func settings() throws {
    func bytes(_ change: (inout Worksheet) -> Void) throws -> [UInt8] {
      var sheet = Worksheet(title: "A", widths: [10, 20])
      sheet.appendHeading(Worksheet.Row([.text("x"), .text("y")]))
      sheet.append(Worksheet.Row([.number(1), .number(2)]))
      change(&sheet)
      return try Workbook(title: "t", sheets: [sheet]).bytes()
    }
    let files = [
      try bytes { _ in }, try bytes { $0.hasFilter = true }, try bytes { $0.frozenColumns = 1 },
      try bytes { $0.isProtected = true }, try bytes { $0.pageWord = "Trang" },
      try bytes { $0.appendLine("z") },
    ]
    #expect(Set(files).count == files.count)
  }

  @Test("Every look makes another file")
  func looks() throws {
    let looks: [CellLook] = [
      .plain, .plain.with { $0.isBold = true }, .plain.with { $0.isWrapped = true },
      .plain.with { $0.isBordered = true }, .plain.with { $0.isUnlocked = true },
      .plain.with { $0.size = 14 }, .plain.with { $0.numberFormat = "0.0%" },
      .plain.with { $0.alignment = .centre }, .plain.with { $0.alignment = .leading },
      .plain.with { $0.ground = .heading }, .plain.with { $0.ground = .band },
      .plain.with { $0.ground = .input }, .plain.with { $0.ground = .inputBand },
    ]
    let files = try looks.map { try workbook([.number(1, $0)]).bytes() }
    #expect(Set(files).count == looks.count)
  }

  @Test("Long titles, long Vietnamese sheet names and wide sheets with a filter are written")
  func sizes() throws {
    let widths = Array(repeating: 10.0, count: 200)
    var sheet = Worksheet(title: String(repeating: "ế", count: 31), widths: widths)
    sheet.appendHeading(Worksheet.Row(widths.map { .number($0) }))
    for row in 0..<2000 { sheet.append(Worksheet.Row([.number(Double(row))])) }
    sheet.hasFilter = true
    let title = String(repeating: "Địa phương có tên dài ", count: 500)
    let bytes = try Workbook(title: title, sheets: [sheet]).bytes()
    #expect(
      ZipDirectory(bytes)?.member("docProps/core.xml").map { $0.size > title.utf8.count } == true)
  }

  @Test("Where nothing can be written for a while, the work stops with the reason")
  func noFolder() throws {
    let nowhere = FileManager.default.temporaryDirectory.appending(path: "forecast-no-such-folder")
    let error = #expect(throws: Faults.self) { try workbook([.text("a")]).bytes(by: nowhere) }
    let found = try #require(error?.diagnostics.first)
    #expect(found.code.id == "workbook.unwritable" && found.code.obstacle == .output)
    #expect(found.value == "Thử")
  }

  @Test("Nothing is left in the folder for temporary files")
  func leftovers() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "forecast-workbook-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try !workbook([.text("a")]).bytes(by: folder).isEmpty)
    let path = folder.path(percentEncoded: false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }

  @Test("A text longer than Excel holds is refused with the name of its sheet")
  func tooLong() throws {
    let longest = String(repeating: "ế", count: 32_767)
    #expect(try !workbook([.text(longest)]).bytes().isEmpty)
    let error = #expect(throws: Faults.self) { try workbook([.text(longest + "x")]).bytes() }
    let found = try #require(error?.diagnostics.first)
    #expect(found.code.id == "workbook.text-too-long" && found.value == "Trang một")
  }
}
