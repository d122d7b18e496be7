import CXlsxWriter
package import Diagnostics
import Foundation
import Wording

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Workbook {
  /// Returns the workbook as an .xlsx file.
  ///
  /// The same workbook gives the same bytes: the properties name a fixed day instead of the clock, as the
  /// library's zip members do. The library writes to a path only, so the file is made in a folder of its
  /// own for temporary files, which is removed.
  ///
  /// - Throws: `Faults` with `workbook.text-too-long` or `workbook.unwritable`.
  /// - Complexity: linear in the number of cells.
  package func bytes() throws(Faults) -> [UInt8] {
    try bytes(by: FileManager.default.temporaryDirectory)
  }

  /// Returns the workbook as an .xlsx file, made in a folder for temporary files.
  func bytes(by temporaryFolder: URL) throws(Faults) -> [UInt8] {
    for sheet in sheets {
      for row in sheet.rows {
        for case .text(let text) in row.cells.map(\.content)
        where text.utf16.count > XlsxFile.longestText {
          throw Faults(Diagnostic(.workbookTextTooLong, value: sheet.title))
        }
      }
    }
    let template = temporaryFolder.appending(path: "forecast-XXXXXX")
      .path(percentEncoded: false)
    var path = template.utf8CString
    let isMade = unsafe path.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw unwritable(template) }
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = URL(filePath: name, directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "workbook.xlsx")
    if let reason = XlsxFile.write(self, to: file.path(percentEncoded: false), scratch: name) {
      throw unwritable(reason)
    }
    guard let data = try? Data(contentsOf: file) else { throw unwritable("xlsx") }
    return Array(data)
  }

  private func unwritable(_ reason: String) -> Faults {
    Faults(Diagnostic(.workbookUnwritable, value: title, ["reason": reason]))
  }
}

/// The calls to libxlsxwriter.
@safe private struct XlsxFile: ~Copyable {
  /// The longest text of a cell in UTF-16 units; Excel's limit.
  static let longestText = 32_767
  /// 1 January 1980, the first day that a zip archive can name, in seconds since 1970.
  private static let fixedDay = 315_532_800

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  /// The texts that the library is handed in its structures; they live until it has written.
  private let texts: CTexts

  /// Writes a workbook to a path; returns why it could not, in the library's words.
  static func write(_ workbook: Workbook, to path: String, scratch: String) -> String? {
    let texts = CTexts()
    defer { withExtendedLifetime(texts) {} }
    var options = unsafe lxw_workbook_options(
      constant_memory: 0, tmpdir: texts.copy(scratch), use_zip64: 0)
    guard let book = unsafe workbook_new_opt(path, &options) else { return "workbook_new" }
    var file = unsafe XlsxFile(book: book, texts: texts)
    file.setProperties(title: workbook.title)
    var failure: lxw_error?
    for sheet in workbook.sheets where failure == nil { failure = file.add(sheet) }
    let closing = unsafe workbook_close(book)
    guard let error = failure ?? (closing == LXW_NO_ERROR ? nil : closing) else { return nil }
    return unsafe String(cString: lxw_strerror(error))
  }

  private init(book: UnsafeMutablePointer<lxw_workbook>, texts: CTexts) {
    unsafe self.book = unsafe book
    self.texts = texts
  }

  private func setProperties(title: String) {
    var properties = unsafe lxw_doc_properties()
    // Control characters, which the library escapes in cells, would break the properties.
    unsafe properties.title = texts.copy(TextKey.printable(Self.storable(title)))
    unsafe properties.created = Self.fixedDay
    unsafe workbook_set_properties(book, &properties)
  }

  /// Adds a sheet; returns the first error.
  private mutating func add(_ sheet: Worksheet) -> lxw_error? {
    guard let page = unsafe workbook_add_worksheet(book, sheet.title) else {
      return LXW_ERROR_SHEETNAME_ALREADY_USED
    }
    for (index, width) in sheet.widths.enumerated() {
      unsafe worksheet_set_column(page, UInt16(index), UInt16(index), width, nil)
    }
    for (index, row) in sheet.rows.enumerated() {
      if let error = unsafe write(row, at: index, of: sheet, to: page) { return error }
    }
    unsafe setView(of: sheet, on: page)
    unsafe setPrint(of: sheet, on: page)
    for rule in sheet.entryRules {
      let error = unsafe apply(rule, to: page)
      if error != LXW_NO_ERROR { return error }
    }
    return nil
  }

  private mutating func write(
    _ row: Worksheet.Row, at index: Int, of sheet: Worksheet,
    to page: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error? {
    let line = UInt32(index)
    if let height = row.height { unsafe worksheet_set_row(page, line, height, nil) }
    if row.isJoined, sheet.widths.count > 1, let cell = row.cells.first {
      let last = UInt16(sheet.widths.count - 1)
      let error = unsafe worksheet_merge_range(page, line, 0, line, last, "", format(cell.look))
      if error != LXW_NO_ERROR { return error }
    }
    for (column, cell) in row.cells.enumerated() {
      let column = UInt16(column)
      let look = unsafe format(cell.look)
      let error =
        switch cell.content {
        case .empty: unsafe worksheet_write_blank(page, line, column, look)
        case .text(let text):
          unsafe worksheet_write_string(page, line, column, Self.storable(text), look)
        case .number(let value): unsafe worksheet_write_number(page, line, column, value, look)
        }
      if error != LXW_NO_ERROR { return error }
    }
    return nil
  }

  /// Returns a text without what XML cannot hold: NUL, U+FFFE and U+FFFF.
  private static func storable(_ text: String) -> String {
    let isUnfit: (Unicode.Scalar) -> Bool = { ["\0", "\u{FFFE}", "\u{FFFF}"].contains($0) }
    guard text.unicodeScalars.contains(where: isUnfit) else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.filter { !isUnfit($0) })
    return String(scalars)
  }

  private func setView(of sheet: Worksheet, on page: UnsafeMutablePointer<lxw_worksheet>) {
    let last = UInt16(sheet.widths.count - 1)
    let bottom = UInt32(max(sheet.rows.count - 1, 0))
    unsafe worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if let heading = sheet.headingRow {
      unsafe worksheet_freeze_panes(page, UInt32(heading + 1), UInt16(sheet.frozenColumns))
      if sheet.hasFilter, bottom > UInt32(heading) {
        unsafe worksheet_autofilter(page, UInt32(heading), 0, bottom, last)
      }
    }
    // Ids such as "5.1" are texts on purpose.
    unsafe worksheet_ignore_errors(
      page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    if sheet.isProtected {
      var allowed = lxw_protection()
      allowed.format_cells = 1
      allowed.format_columns = 1
      allowed.format_rows = 1
      allowed.insert_rows = 1
      allowed.delete_rows = 1
      unsafe worksheet_protect(page, nil, &allowed)
    }
  }

  private func setPrint(of sheet: Worksheet, on page: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe worksheet_set_landscape(page)
    unsafe worksheet_set_paper(page, 9)  // A4
    unsafe worksheet_fit_to_pages(page, 1, 0)
    unsafe worksheet_set_margins(page, 0.5, 0.5, 0.6, 0.6)
    unsafe worksheet_set_footer(page, "&L&A&R\(sheet.pageWord) &P/&N")
    if let heading = sheet.headingRow {
      unsafe worksheet_repeat_rows(page, UInt32(heading), UInt32(heading))
    }
  }

  private func apply(
    _ rule: EntryRule, to page: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    var validation = unsafe lxw_data_validation()
    unsafe validation.ignore_blank = 1
    unsafe validation.input_title = texts.copy(rule.title)
    unsafe validation.input_message = texts.copy(rule.invitation)
    unsafe validation.error_title = texts.copy(rule.title)
    unsafe validation.error_message = texts.copy(rule.refusal)
    unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    let (rows, columns) = (rule.area.rows, rule.area.columns)
    func set() -> lxw_error {
      unsafe worksheet_data_validation_range(
        page, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), &validation)
    }
    switch rule.allowed {
    case .wholeNumber(let least):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe validation.criteria =
        UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      unsafe validation.value_number = Double(least)
      return set()
    case .list(let entries):
      var pointers = unsafe entries.map { unsafe Optional(texts.copy($0)) }
      unsafe pointers.append(nil)
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      return unsafe pointers.withUnsafeMutableBufferPointer { list in
        unsafe validation.value_list = list.baseAddress
        return set()
      }
    }
  }

  /// Returns the library's format of a look; one a look, made when it is first met.
  private mutating func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[look] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    // The face that official texts are set in (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    unsafe format_set_font_name(format, "Times New Roman")
    unsafe format_set_font_size(format, look.size)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if look.isBold { unsafe format_set_bold(format) }
    if look.isWrapped { unsafe format_set_text_wrap(format) }
    if look.isUnlocked { unsafe format_set_unlocked(format) }
    if look.isBordered {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0x808080)
    }
    if let text = look.numberFormat { unsafe format_set_num_format(format, text) }
    switch look.alignment {
    case .natural: break
    case .leading:
      unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      // Away from the number that may end at the line to the left.
      if look.isBordered { unsafe format_set_indent(format, 1) }
    case .centre: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    if let colour = Self.colour(of: look.ground) {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_bg_color(format, colour)
    }
    unsafe formats[look] = unsafe format
    return unsafe format
  }

  private static func colour(of ground: CellLook.Ground) -> lxw_color_t? {
    switch ground {
    case .none: nil
    case .heading: 0xD9D9D9
    case .band: 0xF2F2F2
    case .input: 0xFFFCEB
    case .inputBand: 0xFFF6D1
    }
  }
}

/// Texts as C keeps them, until they are freed.
///
/// A NUL, which C takes for the end, is left out.
@safe private final class CTexts {
  private var kept: [UnsafeMutablePointer<CChar>] = unsafe []

  /// Returns a copy of a text that C may hold on to.
  func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    unsafe pointer.initialize(from: bytes, count: bytes.count)
    unsafe kept.append(pointer)
    return unsafe pointer
  }

  deinit { unsafe kept.forEach { unsafe $0.deallocate() } }
}
