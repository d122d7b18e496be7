package import Diagnostics

extension DiagnosticCode {
  /// Every code that InputFiles raises, in the order of the codes' ids; `forecast help CODE` documents them.
  package static let inputFiles: [DiagnosticCode] = [
    .fieldTooLong,
    .faultsTooMany,
    .fileFormat,
    .fileMissing,
    .fileTooLarge,
    .fileUnreadable,
    .quoteStray,
    .quoteUnclosed,
    .rowFieldCount,
    .tableEmpty,
    .tableTooLarge,
    .textBinary,
    .textEncoding,
    .textLegacyFont,
    .textMisread,
    .utf16Broken,
    .treeEmpty,
    .treeSyntax,
    .workbookDamaged,
    .workbookEncrypted,
    .workbookEntities,
    .workbookEmpty,
    .workbookTooLarge,
  ]
}
