import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("FileFormat")
struct FileFormatTests {
  private func format(_ bytes: [UInt8]) throws -> FileFormat {
    try FileFormat.of(SourceFile(path: "a", bytes: bytes))
  }

  @Test(
    "Files are known by their bytes",
    arguments: [
      ("", FileFormat.text), ("a,b\n", .text), ("\u{FEFF}Năm;x", .text), ("%PDF-1.7", .pdf),
      ("  <HTML>", .webPage), ("<table>", .webPage), ("<!DOCTYPE html>", .webPage),
      (
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
        .xmlSpreadsheet
      ),
      ("<?xml version='1.0'?><html>", .webPage), ("<?xml version='1.0'?><a/>", .binary),
      ("GIF89a", .binary), ("\u{7F}ELF", .binary), ("<p", .text),
    ])
  func texts(text: String, expected: FileFormat) throws {
    #expect(try format(Array(text.utf8)) == expected)
  }

  @Test("Old workbooks and pictures are known by their signatures")
  func signatures() throws {
    #expect(try format([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .compoundFile)
    #expect(try format([0x89, 0x50, 0x4E, 0x47]) == .binary)
    #expect(try format([0xFF, 0xD8, 0xFF, 0xE0]) == .binary)
  }

  @Test(
    "Containers are known by their parts",
    arguments: [
      (["xl/workbook.xml"], FileFormat.workbook), (["[Content_Types].xml"], .workbook),
      (["_rels/.rels"], .workbook), (["xl/workbook.bin", "xl/workbook.xml"], .binaryWorkbook),
      (["word/document.xml", "[Content_Types].xml"], .wordDocument), (["a.csv"], .otherContainer),
      ([], .otherContainer),
    ])
  func containers(names: [String], expected: FileFormat) throws {
    #expect(try format(StoredZip(members: names.map { .init($0, "") }).bytes) == expected)
  }

  @Test("An OpenDocument file says so itself")
  func openDocument() throws {
    let kind = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(try format(StoredZip(members: [.init("mimetype", kind)]).bytes) == .openDocument)
  }

  @Test("What begins as a container and is none is damaged")
  func damaged() {
    #expect(faults { _ = try format(Array("PK, not a zip".utf8)) } == ["workbook.damaged"])
  }

  @Test("Every format has a name and a way out in both languages", arguments: FileFormat.allCases)
  func words(format: FileFormat) {
    let fault = format.fault(at: "a")
    #expect(fault.message(in: .vi) != fault.message(in: .en))
    #expect(!fault.remedy(in: .vi).contains("{"))
  }
}
