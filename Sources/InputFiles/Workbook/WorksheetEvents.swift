import Diagnostics
import Wording

/// The cells of one worksheet (ECMA-376 part 1, 18.3), as they pass by.
///
/// Texts of shared strings are not copied: a cell refers to where its text stands in the buffer of the
/// workbook. Numbers and own texts are appended to that buffer.
final class WorksheetEvents: XMLEvents {
  /// The last row and column that a spreadsheet has.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
  /// The most cells with content that are read of a workbook.
  static let cellLimit = 2_000_000
  /// The most bytes of a text; a spreadsheet's cell holds 32,767 characters.
  static let textLimit = 3 * 32_767
  /// The most bytes of a number; 17 digits, a sign, a point and an exponent need fewer.
  static let numberLimit = 255
  /// The most merged ranges that are kept of a sheet; they only tell what stands above or beside.
  static let mergeLimit = 100_000

  private(set) var cells = SheetCells()
  private(set) var buffer: [UInt8]
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var merges: [CellRange] = []
  private let stringEnds: [Int32]
  private let styles: [CellKind]
  private let position: InputPosition
  private let earlierCellCount: Int

  private var row = 0
  private var isRowBegun = false
  private var isRowHidden = false
  private var column = -1
  private var lastColumn = -1
  private var type = CellType.number
  private var style = CellKind.number
  private var hasFormula = false
  private var hasValue = false
  private var isCollecting = false
  private var phoneticDepth = 0
  private var start = 0

  /// The kinds of `ST_CellType`.
  private enum CellType {
    case number, shared, text, boolean, error, day
  }

  /// Hands the buffer over, so that the next sheet of the workbook goes on in it without a copy.
  func takeBuffer() -> [UInt8] {
    defer { buffer = [] }
    return buffer
  }

  /// - Parameters:
  ///   - buffer: the texts of the shared strings, and what earlier sheets appended.
  ///   - stringEnds: where each shared string ends in the buffer.
  ///   - styles: the kind of numbers for each style.
  ///   - earlierCellCount: how many cells the sheets before hold.
  ///   - position: the sheet, for findings.
  init(
    buffer: [UInt8], stringEnds: [Int32], styles: [CellKind], earlierCellCount: Int = 0,
    position: InputPosition
  ) {
    self.earlierCellCount = earlierCellCount
    self.buffer = buffer
    self.stringEnds = stringEnds
    self.styles = styles
    self.position = position
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      openCell(attributes)
    } else if name == "v" {
      beginValue()
    } else if name == "f" {
      hasFormula = true
    } else if name == "t" {
      if phoneticDepth == 0 { isCollecting = true }
    } else if name == "is" {
      beginValue()
      isCollecting = false
      type = .text
    } else if name == "row" {
      openRow(attributes)
    } else if name == "rPh" {
      phoneticDepth += 1
    } else if name == "mergeCell" {
      guard merges.count < Self.mergeLimit else {
        return refuseSize(
          Phrase(vi: "số vùng ô gộp của trang tính", en: "merged ranges of the sheet"),
          found: merges.count + 1, limit: Self.mergeLimit)
      }
      if let range = attributes.text("ref").flatMap(Self.range) { merges.append(range) }
    } else if name == "col", attributes.isTrue("hidden"), let first = attributes.number("min"),
      let last = attributes.number("max"), first >= 1, last >= first
    {
      guard hiddenColumns.count < Self.columnLimit else {
        return refuseSize(
          Phrase(vi: "số cột của trang tính", en: "columns of the sheet"),
          found: hiddenColumns.count + 1, limit: Self.columnLimit)
      }
      hiddenColumns.append((first - 1)...(last - 1))
    }
  }

  override func close(_ name: XMLName) {
    if name == "v" || name == "t" {
      isCollecting = false
    } else if name == "c" {
      closeCell()
    } else if name == "rPh" {
      phoneticDepth -= 1
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    if isCollecting { unsafe buffer.append(contentsOf: bytes) }
  }

  private func openRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? row + 1
    guard number > row else {
      return refuse(
        damage(vi: "dòng \(number) đứng sau dòng \(row)", en: "row \(number) after row \(row)"))
    }
    guard number <= Self.rowLimit else {
      return refuseSize(
        Phrase(vi: "số dòng của trang tính", en: "rows of the sheet"), found: number,
        limit: Self.rowLimit)
    }
    row = number
    isRowBegun = false
    isRowHidden = attributes.isTrue("hidden")
    lastColumn = -1
  }

  private func openCell(_ attributes: XMLAttributes) {
    column = lastColumn + 1
    if let name = unsafe attributes.bytes("r") {
      guard let reference = unsafe CellName.parse(name) else {
        let shown = unsafe TextKey.printable(String(decoding: name.prefix(20), as: UTF8.self))
        return refuse(
          damage(
            vi: "không có ô nào tên “\(shown)”, ở dòng \(row)",
            en: "no cell is named “\(shown)”, in row \(row)"))
      }
      column = reference.column
    }
    guard column > lastColumn else {
      let name = CellName.name(column: column, row: row)
      let last = CellName.name(column: lastColumn, row: row)
      return refuse(
        damage(vi: "ô \(name) đứng sau ô \(last)", en: "cell \(name) after cell \(last)"))
    }
    guard column < Self.columnLimit else {
      return refuseSize(
        Phrase(vi: "số cột của trang tính", en: "columns of the sheet"), found: column + 1,
        limit: Self.columnLimit)
    }
    lastColumn = column
    type = unsafe Self.type(attributes.bytes("t"))
    let styleIndex = attributes.number("s") ?? 0
    style = styleIndex < styles.count ? styles[styleIndex] : .number
    hasFormula = false
    hasValue = false
  }

  private static func type(_ name: UnsafeRawBufferPointer?) -> CellType {
    guard let name = unsafe name, unsafe !name.isEmpty else { return .number }
    switch unsafe (name[0], name.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): return .text
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "d"), _): return .day
    default: return .number
    }
  }

  private func beginValue() {
    start = buffer.count
    hasValue = true
    isCollecting = true
  }

  private func closeCell() {
    guard hasValue else {
      if hasFormula { append(start: buffer.count, end: buffer.count, kind: .formula) }
      return
    }
    switch type {
    case .shared:
      let index = Int(String(decoding: buffer[start...], as: UTF8.self)) ?? -1
      buffer.removeLast(buffer.count - start)
      guard stringEnds.indices.contains(index) else {
        let name = CellName.name(column: column, row: row)
        return refuse(
          damage(
            vi: "không có chuỗi dùng chung của ô \(name)", en: "no shared string for cell \(name)"))
      }
      let begin = index == 0 ? 0 : Int(stringEnds[index - 1])
      if begin < Int(stringEnds[index]) {
        append(start: begin, end: Int(stringEnds[index]), kind: .text)
      }
    case .text, .day:
      CellEscapes.resolve(in: &buffer, from: start)
      if buffer.count > start { append(start: start, end: buffer.count, kind: .text) }
    case .boolean: append(start: start, end: buffer.count, kind: .boolean)
    case .error: append(start: start, end: buffer.count, kind: .error)
    case .number:
      while let last = buffer.last, buffer.count > start, last <= 32 { buffer.removeLast() }
      while start < buffer.count, buffer[start] <= 32 { start += 1 }
      if buffer.count > start {
        append(start: start, end: buffer.count, kind: style)
      } else if hasFormula {
        append(start: start, end: start, kind: .formula)
      }
    }
  }

  private func append(start: Int, end: Int, kind: CellKind) {
    if row == 0 { row = 1 }
    let limit = kind == .text ? Self.textLimit : Self.numberLimit
    guard end - start <= limit else {
      return refuseSize(
        Phrase(
          vi: "số byte của ô \(CellName.name(column: column, row: row))",
          en: "bytes of cell \(CellName.name(column: column, row: row))"),
        found: end - start, limit: limit)
    }
    if !isRowBegun {
      cells.beginRow(number: row)
      isRowBegun = true
      if isRowHidden { hiddenRows.append(row) }
    }
    let count = earlierCellCount + cells.starts.count
    guard count < Self.cellLimit, buffer.count < Int(Int32.max) else {
      return refuseSize(
        Phrase(vi: "số ô của tệp", en: "cells of the workbook"), found: count + 1,
        limit: Self.cellLimit)
    }
    cells.append(start: start, end: end, kind: kind)
    cells.columns.append(UInt16(column))
  }

  private func damage(vi: String, en: String) -> Diagnostic {
    Diagnostic(.workbookDamaged, at: position, phrases: ["reason": Phrase(vi: vi, en: en)])
  }

  private func refuseSize(_ what: Phrase, found: Int, limit: Int) {
    refuse(
      Diagnostic(
        .workbookTooLarge, at: position, ["found": String(found), "limit": String(limit)],
        phrases: ["what": what]))
  }

  private static func range(_ text: String) -> CellRange? {
    let corners = text.split(separator: ":").compactMap { CellName.parse($0.utf8) }
    guard let first = corners.first, let last = corners.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
  }
}
