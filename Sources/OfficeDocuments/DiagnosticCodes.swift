package import Diagnostics

extension DiagnosticCode {
  /// Every code that OfficeDocuments raises, in the order of the codes' ids; `forecast help CODE` documents them.
  package static let officeDocuments: [DiagnosticCode] = [
    .workbookTextTooLong,
    .workbookUnwritable,
  ]
}
