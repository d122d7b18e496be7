import Diagnostics
import Testing

@testable import InputFiles

/// A zip container of stored members, written byte by byte so that each field can lie.
struct StoredZip {
  /// One member; what is nil is told as it is.
  struct Member {
    var name: [UInt8]
    var content: [UInt8]
    var checksum: UInt32?
    var size: UInt32?
    var method: UInt16 = 0
    var flags: UInt16 = 0x800

    init(_ name: String, _ content: String) {
      self.init(name, bytes: Array(content.utf8))
    }

    init(_ name: String, bytes: [UInt8]) {
      self.name = Array(name.utf8)
      content = bytes
    }
  }

  var members: [Member]

  /// The container as a file.
  var source: SourceFile { SourceFile(path: "a.xlsx", bytes: bytes) }

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(body.count)
      var head: [UInt8] = Self.short(20) + Self.short(member.flags) + Self.short(member.method)
      head += Self.short(0) + Self.short(0x21)
      head += Self.number(member.checksum ?? Self.checksum(of: member.content))
      head += Self.number(UInt32(member.content.count))
      head += Self.number(member.size ?? UInt32(member.content.count))
      head += Self.short(UInt16(member.name.count)) + Self.short(0)
      body += [0x50, 0x4B, 3, 4] + head + member.name + member.content
      directory += [0x50, 0x4B, 1, 2] + Self.short(20) + head + Self.short(0) + Self.short(0)
      directory += Self.short(0) + Self.number(UInt32(0)) + Self.number(offset) + member.name
    }
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += Self.short(UInt16(members.count)) + Self.short(UInt16(members.count))
    end += Self.number(UInt32(directory.count)) + Self.number(UInt32(body.count)) + [0, 0]
    return body + directory + end
  }

  private static func short(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    short(UInt16(truncatingIfNeeded: value)) + short(UInt16(truncatingIfNeeded: value >> 16))
  }

  /// The CRC-32 of ISO 3309, bit by bit.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }
}

/// A workbook in the making: the parts of a sound one, each of which can be replaced.
struct BookParts {
  var parts: [String: [UInt8]]

  /// - Parameters:
  ///   - rows: the content of `sheetData`.
  ///   - before: what stands before it, such as `cols`.
  ///   - after: what stands behind it, such as `mergeCells`.
  ///   - strings: the content of `sst`.
  ///   - styles: the content of `styleSheet`.
  init(
    rows: String, before: String = "", after: String = "", strings: String = "",
    styles: String = ""
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = [
      "_rels/.rels": Array(
        "<Relationships><Relationship Id='a' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
          .utf8),
      "xl/workbook.xml": Array(
        "<workbook xmlns:r='\(office)'><sheets><sheet name='S' sheetId='1' r:id='s1'/></sheets></workbook>"
          .utf8),
      "xl/_rels/workbook.xml.rels": Array(
        """
        <Relationships><Relationship Id='s1' Type='\(office)/worksheet' Target='worksheets/a.xml'/>
        <Relationship Id='t' Type='\(office)/sharedStrings' Target='strings.xml'/>
        <Relationship Id='u' Type='\(office)/styles' Target='styles.xml'/></Relationships>
        """.utf8),
      "xl/worksheets/a.xml": Array(
        "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>".utf8),
      "xl/strings.xml": Array("<sst>\(strings)</sst>".utf8),
      "xl/styles.xml": Array("<styleSheet>\(styles)</styleSheet>".utf8),
    ]
  }

  /// Replaces a part; nil takes it away.
  func with(_ name: String, _ content: String?) -> BookParts {
    var book = self
    book.parts[name] = content.map { Array($0.utf8) }
    return book
  }

  var zip: StoredZip {
    StoredZip(
      members: parts.sorted { $0.key < $1.key }.map { StoredZip.Member($0.key, bytes: $0.value) })
  }

  /// The sheets as read.
  func sheets() throws -> [Sheet] { try Workbook.read(zip.source) }

  /// The cells of the first sheet by name: "B2" is "text".
  func cells() throws -> [String: String] {
    let sheet = try #require(try sheets().first)
    var cells: [String: String] = [:]
    for row in 0..<sheet.rowCount {
      for cell in sheet.cells(in: row) {
        let name = CellName.name(
          column: sheet.column(of: cell, in: row), row: sheet.rowNumber(row))
        cells[name] = sheet.text(of: cell)
      }
    }
    return cells
  }

  /// The ids of the faults.
  func faults() -> [String] { InputFilesTests.faults { _ = try sheets() } }
}

/// Returns the ids of the faults that reading throws; none where it throws nothing.
func faults(_ read: () throws -> Void) -> [String] {
  do {
    try read()
    return []
  } catch let faults as Faults {
    return faults.diagnostics.map(\.code.id)
  } catch {
    return ["\(error)"]
  }
}
