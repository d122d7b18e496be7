package import Diagnostics
import Wording

/// A reader of comma- or semicolon-separated text after RFC 4180 that keeps the position of each cell.
///
/// The delimiter is the one of `,`, `;`, tab and `|` that stands most often in the first line, or below a
/// title of one cell, or that a line "sep=;" states. Every encoding that
/// `TextEncoding` decodes, lines ended by LF, CRLF or CR; lines without any text, ",,," included, are
/// passed over. All faults are collected: quotes that do not close, rows with too few or too many fields,
/// fields longer than a spreadsheet's cell.
package enum DelimitedText {
  /// A file with more faults is no file of figures: reading ends there.
  package static let faultLimit = 10_000

  /// Reads a table whose header is the first row.
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
    let (sheet, faults) = try readSheet(source)
    let (table, rowFaults) = Table.checked(sheet, headerRow: 0)
    return (table, faults + rowFaults)
  }

  /// Reads all rows as they are, however many fields each has.
  ///
  /// - Returns: the rows whose quotes are sound, and the faults of the others.
  /// - Throws: `Faults` when nothing can be read at all: other encodings, no line.
  package static func readSheet(
    _ source: SourceFile
  ) throws(Faults) -> (sheet: Sheet, faults: [Diagnostic]) {
    let text = try TextEncoding.decoded(source)
    var scanner = Scanner(bytes: text.bytes, path: source.path)
    scanner.scan()
    guard !scanner.cells.rowNumbers.isEmpty else {
      throw Faults(
        scanner.diagnostics.isEmpty
          ? [Diagnostic(.tableEmpty, at: InputPosition(file: source.path))] : scanner.diagnostics)
    }
    let sheet = Sheet(
      file: source.path, name: nil, cells: scanner.cells, buffer: text.bytes)
    return (sheet, scanner.diagnostics)
  }

  /// Returns the delimiter that a first line "sep=;" states for spreadsheets, and the length of the line.
  static func statedDelimiter(in bytes: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    let opening = bytes.prefix(10)
    guard let end = opening.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = opening[..<end].filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\"") }
    guard line.count == 5, line.starts(with: Array("sep=".utf8)), let sign = line.last else {
      return nil
    }
    return (sign, end + 1)
  }

  /// Returns the delimiter that stands most often, outside quotes, in the first line; `,` on a tie.
  ///
  /// A first line without any may be a title above the table: then the first line that holds any decides
  /// if the line below it is divided alike, and else the file has one column.
  static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var lines = LineCounts(bytes: bytes, candidates: candidates)
    guard let first = lines.next() else { return candidates[0] }
    var counts = first
    while counts == [0, 0, 0, 0], let next = lines.next() { counts = next }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    if first != [0, 0, 0, 0] { return candidates[best] }
    return lines.next()?[best] == counts[best] ? candidates[best] : candidates[0]
  }
}

/// How often each of some delimiters stands outside quotes, line by line; lines without text passed over.
private struct LineCounts: IteratorProtocol {
  var bytes: ArraySlice<UInt8>
  let candidates: [UInt8]

  mutating func next() -> [Int]? {
    var counts = candidates.map { _ in 0 }
    var isQuoted = false
    var isBlank = true
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if isBlank { continue }
        return counts
      }
      isBlank = false
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    return isBlank ? nil : counts
  }
}

/// The state of one pass over a file.
private struct Scanner {
  let path: String
  let bytes: [UInt8]
  let delimiter: UInt8
  var index = 0
  var line = 1
  var cells = SheetCells()
  var diagnostics: [Diagnostic] = []

  init(bytes: [UInt8], path: String) {
    self.path = path
    self.bytes = bytes
    if let stated = DelimitedText.statedDelimiter(in: bytes) {
      delimiter = stated.delimiter
      index = stated.length
      line = 2
    } else {
      delimiter = DelimitedText.delimiter(of: bytes[...])
    }
  }

  mutating func scan() {
    reserve()
    while index < bytes.count, cells.starts.count < Self.cellLimit,
      diagnostics.count < DelimitedText.faultLimit
    {
      let faultCount = diagnostics.count
      let firstCell = cells.starts.count
      cells.beginRow(number: line)
      scanRow()
      let isEmpty = (firstCell..<cells.starts.count).allSatisfy {
        cells.starts[$0] == cells.ends[$0]
      }
      if isEmpty || diagnostics.count > faultCount { cells.dropRow() }
    }
    reportEnd()
  }

  private mutating func reportEnd() {
    let position = InputPosition(file: path, line: line)
    if cells.starts.count >= Self.cellLimit {
      diagnostics.append(
        Diagnostic(.tableTooLarge, at: position, ["limit": String(Self.cellLimit)]))
    }
    if diagnostics.count >= DelimitedText.faultLimit {
      diagnostics.append(
        Diagnostic(.faultsTooMany, at: position, ["limit": String(DelimitedText.faultLimit)]))
    }
  }

  /// The most fields that are read, and the most bytes of one: a spreadsheet's cell holds 32,767
  /// characters.
  static let cellLimit = 8_000_000
  static let fieldLimit = 3 * 32_767

  /// Adds a field, or reports that it is none that people write.
  private mutating func append(from start: Int, kind: CellKind) {
    if index - start > Self.fieldLimit {
      diagnostics.append(
        Diagnostic(
          .fieldTooLong, at: InputPosition(file: path, line: line),
          ["found": String(index - start), "limit": String(Self.fieldLimit)]))
    }
    cells.append(start: start, end: index, kind: kind)
  }

  /// Makes room for as many cells as the opening of the file lets expect.
  private mutating func reserve() {
    let opening = bytes[index...].prefix(1 << 14)
    guard opening.count == 1 << 14 else { return }
    let lines = opening.count { $0 == UInt8(ascii: "\n") }
    let fields = opening.count { $0 == delimiter } + lines
    let scale = Double(bytes.count) / Double(opening.count) * 1.05
    cells.reserve(
      cells: min(Self.cellLimit, Int(Double(fields) * scale)),
      rows: min(Self.cellLimit, Int(Double(lines) * scale)))
  }

  /// Reads fields up to and with the end of the row.
  private mutating func scanRow() {
    while true {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        quotedField()
      } else {
        plainField()
      }
      guard index < bytes.count else { return }
      let byte = bytes[index]
      index += 1
      if byte == delimiter {
        if cells.starts.count >= Self.cellLimit { return }
        if index == bytes.count {
          cells.append(start: index, end: index, kind: .text)
          return
        }
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

  private mutating func plainField() {
    let start = index
    while index < bytes.count, !endsField(bytes[index]) { index += 1 }
    append(from: start, kind: .text)
  }

  private mutating func quotedField() {
    let openingLine = line
    index += 1
    let start = index
    var kind = CellKind.text
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
          kind = .quotedText
          index += 2
          continue
        }
        append(from: start, kind: kind)
        index += 1
        if index < bytes.count, !endsField(bytes[index]) {
          report(.quoteStray, line: line)
          while index < bytes.count, !endsField(bytes[index]) { index += 1 }
        }
        return
      }
      index += 1
      let isLineFeedNext = index < bytes.count && bytes[index] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isLineFeedNext { line += 1 }
    }
    report(.quoteUnclosed, line: openingLine)
    cells.append(start: start, end: index, kind: kind)
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
      vi:
        "Dùng tệp .xlsx hoặc .csv có số liệu; cách đơn giản nhất: dòng tiêu đề “place,indicator,year,count,base” rồi mỗi số liệu một dòng.",
      en:
        "Use an .xlsx or .csv file with figures; the simplest: a header “place,indicator,year,count,base”, then one figure a line."
    ))

  package static let tableTooLarge = DiagnosticCode(
    "table.too-large",
    message: Phrase(
      vi: "tệp có hơn {limit} ô; từ dòng này trở đi không đọc",
      en: "the file has more than {limit} fields; it is not read from this line on"),
    remedy: Phrase(
      vi: "Chia tệp thành nhiều tệp, hoặc chỉ giữ các dòng số liệu cần dùng.",
      en: "Split the file, or keep the rows of figures that are needed."))

  package static let faultsTooMany = DiagnosticCode(
    "file.faults-too-many",
    message: Phrase(
      vi: "tệp có hơn {limit} lỗi; từ đây trở đi không đọc",
      en: "the file has more than {limit} faults; it is not read from here on"),
    remedy: Phrase(
      vi: "Kiểm tra xem đây có đúng là tệp số liệu không; sửa các lỗi đầu tiên rồi chạy lại.",
      en: "Check that this is a file of figures; mend the first faults and run again."))

  package static let fieldTooLong = DiagnosticCode(
    "field.too-long",
    message: Phrase(
      vi: "một ô dài {found} byte, ô của bảng tính không quá {limit} byte",
      en: "a field has {found} bytes; a spreadsheet's cell has {limit} at most"),
    remedy: Phrase(
      vi: "Kiểm tra dấu phân cách và dấu ngoặc kép; hoặc lưu bảng số liệu dạng .xlsx.",
      en: "Check delimiters and quotes; or save the table of figures as .xlsx."))

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
