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
  /// The most cells with content that are read of one sheet.
  static let cellLimit = 8_000_000

  private(set) var cells = SheetCells()
  private(set) var buffer: [UInt8]
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var merges: [CellRange] = []
  private let stringEnds: [Int32]
  private let styles: [CellKind]
  private let position: InputPosition

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
  ///   - position: the sheet, for findings.
  init(buffer: [UInt8], stringEnds: [Int32], styles: [CellKind], position: InputPosition) {
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
      if let range = attributes.text("ref").flatMap(Self.range) { merges.append(range) }
    } else if name == "col", attributes.isTrue("hidden"), let first = attributes.number("min"),
      let last = attributes.number("max"), first >= 1, last >= first
    {
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
    guard number > row, number <= Self.rowLimit else {
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
    let reference = unsafe attributes.bytes("r").flatMap { unsafe CellName.parse($0) }
    column = reference?.column ?? lastColumn + 1
    if column >= Self.columnLimit || column <= lastColumn {
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
        return refuse(
          Diagnostic(
            .workbookDamaged, at: position,
            ["reason": "shared string \(index) of \(CellName.name(column: column, row: row))"]))
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
    if !isRowBegun {
      cells.beginRow(number: row)
      isRowBegun = true
      if isRowHidden { hiddenRows.append(row) }
    }
    guard cells.starts.count < Self.cellLimit, buffer.count < Int(Int32.max) else {
      return refuseSize(
        Phrase(vi: "số ô của trang tính", en: "cells of the sheet"), found: cells.starts.count + 1,
        limit: Self.cellLimit)
    }
    cells.append(start: start, end: end, kind: kind)
    cells.columns.append(UInt16(column))
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
