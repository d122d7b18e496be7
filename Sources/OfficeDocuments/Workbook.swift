import Diagnostics
import Wording

/// A workbook as a value; `bytes()` of Workbook+Bytes.swift makes the file of it.
package struct Workbook: Sendable, Hashable {
  /// The title among the properties of the document.
  package let title: String
  /// The sheets in the order of their tabs; the first is shown when the file is opened.
  package let sheets: [Worksheet]

  /// - Precondition: there is a sheet, and no two have one title, whatever the case.
  package init(title: String, sheets: [Worksheet]) {
    precondition(!sheets.isEmpty, "a workbook has a sheet")
    precondition(
      Set(sheets.map { $0.title.lowercased() }).count == sheets.count, "two sheets of one title")
    self.title = title
    self.sheets = sheets
  }
}

extension DiagnosticCode {
  static let workbookUnwritable = DiagnosticCode(
    "workbook.unwritable", obstacle: .output,
    message: Phrase(
      vi: "không tạo được sổ bảng tính “{value}”: {reason}",
      en: "the workbook “{value}” cannot be made: {reason}"),
    remedy: Phrase(
      vi: "Kiểm tra dung lượng và quyền ghi của thư mục tạm, rồi chạy lại.",
      en: "Check space and permissions of the folder for temporary files, then run again."))

  static let workbookTextTooLong = DiagnosticCode(
    "workbook.text-too-long",
    message: Phrase(
      vi: "một ô của trang “{value}” dài hơn 32.767 ký tự, Excel không chứa được",
      en: "a cell of the sheet “{value}” is longer than the 32,767 characters that Excel holds"),
    remedy: Phrase(
      vi: "Rút ngắn tên, ghi chú trong số liệu, hoặc bỏ --format xlsx.",
      en: "Shorten names and notes of the data, or leave --format xlsx out."))
}
