package import Diagnostics
import Wording

/// What kind of file some bytes are, told by the bytes and not by the name.
package enum FileFormat: Sendable, CaseIterable {
  /// A workbook of Office Open XML (.xlsx, .xlsm).
  case workbook
  /// Text; its encoding is another question.
  case text
  /// The workbooks of Excel 97–2003 (.xls), or an encrypted .xlsx: both are OLE compound files.
  case compoundFile
  /// The binary workbooks of Excel (.xlsb).
  case binaryWorkbook
  /// OpenDocument spreadsheets (.ods).
  case openDocument
  /// A document of Word.
  case wordDocument
  /// Another zip container.
  case otherContainer
  /// PDF.
  case pdf
  /// A web page, as some systems export under the name .xls.
  case webPage
  /// The XML spreadsheets of Excel 2003.
  case xmlSpreadsheet
  /// A picture or another binary file.
  case binary

  /// Recognises the format of a file.
  ///
  /// - Complexity: O(1), but for the directory of a zip container.
  /// - Throws: `Faults` when it is a zip container that cannot be opened.
  package static func of(_ source: SourceFile) throws(Faults) -> FileFormat {
    let bytes = source.bytes
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if begins([0x50, 0x4B]) { return try ofContainer(source) }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) { return .compoundFile }
    if begins(Array("%PDF".utf8)) { return .pdf }
    let pictures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x1F, 0x8B],
      [0x52, 0x61, 0x72, 0x21], [0x37, 0x7A, 0xBC, 0xAF], [0x09, 0x08], [0x7F, 0x45, 0x4C, 0x46],
    ]
    if pictures.contains(where: begins) { return .binary }
    let opening = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let plain = opening.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if plain.hasPrefix("<?xml") || plain.hasPrefix("<workbook") {
      if opening.contains("spreadsheet") { return .xmlSpreadsheet }
      return opening.contains("<html") ? .webPage : .binary
    }
    let isPage = ["<!doctype html", "<html", "<table", "<meta"].contains { plain.hasPrefix($0) }
    return isPage ? .webPage : .text
  }

  private static func ofContainer(_ source: SourceFile) throws(Faults) -> FileFormat {
    let archive = try ZipArchive(source)
    func has(_ name: String) -> Bool { archive.part(named: name) != nil }
    if let mimetype = archive.part(named: "mimetype"), mimetype.size < 256 {
      let text = String(decoding: try archive.bytes(of: mimetype), as: UTF8.self)
      if text.contains("opendocument") { return .openDocument }
    }
    if has("xl/workbook.bin") { return .binaryWorkbook }
    if has("word/document.xml") { return .wordDocument }
    if has("xl/workbook.xml") || has("[Content_Types].xml") { return .workbook }
    return archive.parts.contains { $0.name.hasSuffix(".rels") } ? .workbook : .otherContainer
  }

  /// Returns the finding that a file of this format is not read.
  package func fault(at file: String) -> Diagnostic {
    Diagnostic(
      .fileFormat, at: InputPosition(file: file), phrases: ["format": name, "way": wayOut])
  }

  /// The name for people.
  var name: Phrase {
    switch self {
    case .workbook: Phrase(vi: "sổ Excel (.xlsx)", en: "an Excel workbook (.xlsx)")
    case .text: Phrase(vi: "tệp chữ", en: "a text file")
    case .compoundFile:
      Phrase(
        vi: "sổ Excel 97–2003 (.xls) hoặc sổ Excel có mật khẩu",
        en: "an Excel 97–2003 workbook (.xls) or one with a password")
    case .binaryWorkbook: Phrase(vi: "sổ Excel nhị phân (.xlsb)", en: "a binary workbook (.xlsb)")
    case .openDocument:
      Phrase(vi: "tài liệu OpenDocument (.ods)", en: "an OpenDocument file (.ods)")
    case .wordDocument: Phrase(vi: "tài liệu Word (.docx)", en: "a Word document (.docx)")
    case .otherContainer: Phrase(vi: "tệp nén (.zip)", en: "a compressed archive (.zip)")
    case .pdf: Phrase(vi: "tệp PDF", en: "a PDF file")
    case .webPage:
      Phrase(
        vi: "trang web (HTML), dù tên tệp có thể là .xls",
        en: "a web page (HTML), even where its name says .xls")
    case .xmlSpreadsheet:
      Phrase(vi: "bảng tính XML 2003", en: "an XML spreadsheet of Excel 2003")
    case .binary: Phrase(vi: "tệp nhị phân", en: "a binary file")
    }
  }

  private var wayOut: Phrase {
    switch self {
    case .wordDocument, .pdf:
      Phrase(
        vi: "Chép bảng số liệu sang Excel rồi lưu dạng .xlsx.",
        en: "Copy the table into Excel and save it as .xlsx.")
    case .otherContainer:
      Phrase(
        vi: "Giải nén rồi chọn tệp .xlsx hoặc .csv.", en: "Unpack it and choose the .xlsx or .csv.")
    case .binary:
      Phrase(vi: "Chọn tệp .xlsx hoặc .csv.", en: "Choose an .xlsx or .csv file.")
    case .compoundFile:
      Phrase(
        vi: "Mở bằng Excel hoặc LibreOffice (bỏ mật khẩu nếu có), chọn Lưu thành → .xlsx.",
        en: "Open it in Excel or LibreOffice (take off any password) and save it as .xlsx.")
    default:
      Phrase(
        vi: "Mở bằng Excel hoặc LibreOffice, chọn Lưu thành → “Excel Workbook (.xlsx)”.",
        en: "Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.")
    }
  }
}

extension DiagnosticCode {
  package static let fileFormat = DiagnosticCode(
    "file.format",
    message: Phrase(
      vi: "đây là {format}, không đọc được", en: "this is {format}, which is not read"),
    remedy: Phrase(vi: "{way}", en: "{way}"))
}
