package import Diagnostics

extension DiagnosticCode {
  /// Every code that Indicators raises, in the order of the codes' ids; `forecast help CODE` documents them.
  package static let indicators: [DiagnosticCode] = [
    .rebuildingAfterEnd,
    .rebuildingDiffers,
    .rebuildingElsewhere,
    .rebuildingIncomplete,
    .rebuildingWithoutShare,
    .rebuildingPercentOnly,
    .rebuildingTooSmall,
  ]
}
