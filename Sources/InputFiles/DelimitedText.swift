package import Diagnostics
import Wording

/// A reader of comma- or semicolon-separated text after RFC 4180 that keeps the position of each cell.
///
/// The delimiter is the one of `,`, `;` and tab that stands most often in the header. Every encoding that
/// `TextEncoding` decodes, lines ended by LF, CRLF or CR; lines without any text, ",,," included, are
/// passed over. All faults are collected: quotes that do not close, rows with too few or too many fields.
package enum DelimitedText {
  /// Reads a table.
  ///
  /// - Complexity: O(bytes), one pass.
  /// - Throws: `Faults` with every structural fault of the file.
  package static func read(_ source: SourceFile) throws(Faults) -> Table {
    let (table, faults) = try readSoundRows(source)
    guard faults.isEmpty else { throw Faults(faults) }
    return table
  }

  /// Reads the rows that are sound, and returns the faults of the others beside them, so that the
  /// content of the sound rows can be checked in the same round.
  ///
  /// - Throws: `Faults` when nothing can be read at all: text that cannot be decoded, no line.
  package static func readSoundRows(
    _ source: SourceFile
  ) throws(Faults) -> (table: Table, faults: [Diagnostic]) {
    let text = try TextEncoding.decoded(source)
    var scanner = Scanner(path: source.path, bytes: text.bytes)
    scanner.scan()
    guard let header = scanner.header else {
      throw Faults(
        scanner.diagnostics + [Diagnostic(.tableEmpty, at: InputPosition(file: source.path))])
    }
    let table = Table(
      file: source.path, header: header, headerLine: scanner.headerLine, buffer: text.bytes,
      cells: scanner.cells, rowLines: scanner.rowLines)
    return (table, scanner.diagnostics)
  }

  /// Returns the delimiter that stands most often in the first line outside quotes; `,` on a tie.
  static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    var isBlank = true
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isBlank { break }
        continue
      }
      isBlank = false
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }
}

/// The state of one pass over a file.
private struct Scanner {
  let path: String
  let bytes: [UInt8]
  let delimiter: UInt8
  var index = 0
  var line = 1
  var header: [String]?
  var headerLine = 1
  var cells: [Table.CellRange] = []
  var rowLines: [Int32] = []
  var diagnostics: [Diagnostic] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    delimiter = DelimitedText.delimiter(of: bytes[...])
  }

  mutating func scan() {
    var fields: [Table.CellRange] = []
    while index < bytes.count {
      let rowLine = line
      let faultCount = diagnostics.count
      fields.removeAll(keepingCapacity: true)
      scanRow(into: &fields)
      if fields.allSatisfy({ $0.start == $0.end }) { continue }
      if let header {
        if diagnostics.count == faultCount {
          accept(fields, line: rowLine, expected: header.count)
        }
      } else {
        headerLine = rowLine
        header = fields.map { range in
          let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
          return TextKey.composed(CellText.trimmed(CellText.unescaped(text)))
        }
      }
    }
  }

  private mutating func accept(_ fields: [Table.CellRange], line: Int, expected: Int) {
    if fields.count == expected {
      cells.append(contentsOf: fields)
      rowLines.append(Int32(line))
      return
    }
    diagnostics.append(
      Diagnostic(
        .rowFieldCount, at: InputPosition(file: path, line: line),
        value: String(fields.count),
        ["count": String(fields.count), "expected": String(expected)]))
  }

  /// Reads fields up to and with the end of the row.
  private mutating func scanRow(into fields: inout [Table.CellRange]) {
    while true {
      fields.append(
        index < bytes.count && bytes[index] == UInt8(ascii: "\"") ? quotedField() : plainField())
      guard index < bytes.count else { return }
      let byte = bytes[index]
      index += 1
      if byte == delimiter {
        if index == bytes.count { fields.append(Table.CellRange(start: index, end: index)) }
        if index == bytes.count { return }
        continue
      }
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      line += 1
      return
    }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func plainField() -> Table.CellRange {
    let start = index
    while index < bytes.count, !endsField(bytes[index]) { index += 1 }
    return Table.CellRange(start: start, end: index)
  }

  private mutating func quotedField() -> Table.CellRange {
    let openingLine = line
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
          index += 2
          continue
        }
        let range = Table.CellRange(start: start, end: index)
        index += 1
        if index < bytes.count, !endsField(bytes[index]) {
          report(.quoteStray, line: line)
          while index < bytes.count, !endsField(bytes[index]) { index += 1 }
        }
        return range
      }
      index += 1
      let isLineFeedNext = index < bytes.count && bytes[index] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isLineFeedNext { line += 1 }
    }
    report(.quoteUnclosed, line: openingLine)
    return Table.CellRange(start: start, end: index)
  }

  private mutating func report(_ code: DiagnosticCode, line: Int) {
    diagnostics.append(Diagnostic(code, at: InputPosition(file: path, line: line)))
  }
}

extension DiagnosticCode {
  package static let tableEmpty = DiagnosticCode(
    "table.empty",
    message: Phrase(vi: "tệp không có dòng nào", en: "the file has no line"),
    remedy: Phrase(
      vi: "Ghi dòng tiêu đề “place,indicator,year,count,base” rồi mỗi số liệu một dòng.",
      en: "Write the header “place,indicator,year,count,base”, then one figure a line."))

  package static let rowFieldCount = DiagnosticCode(
    "row.field-count",
    message: Phrase(
      vi: "dòng có {count} ô, tiêu đề có {expected} ô",
      en: "the row has {count} fields, the header has {expected}"),
    remedy: Phrase(
      vi: "Thêm hoặc bớt ô cho đủ {expected}; đặt trong ngoặc kép ô nào có chứa dấu phân cách.",
      en: "Give the row {expected} fields; put quotes around a field that holds the delimiter."))

  package static let quoteStray = DiagnosticCode(
    "quote.stray",
    message: Phrase(
      vi: "có chữ đứng sau dấu ngoặc kép đóng ô", en: "there is text after the closing quote"),
    remedy: Phrase(
      vi: "Viết hai dấu ngoặc kép liền nhau (\"\") cho một dấu ngoặc kép nằm trong ô.",
      en: "Write a quote inside a quoted field as two quotes (\"\")."))

  package static let quoteUnclosed = DiagnosticCode(
    "quote.unclosed",
    message: Phrase(
      vi: "dấu ngoặc kép mở ở dòng này không được đóng",
      en: "the quote opened on this line is never closed"),
    remedy: Phrase(vi: "Thêm dấu ngoặc kép đóng ô.", en: "Close the quote."))
}
