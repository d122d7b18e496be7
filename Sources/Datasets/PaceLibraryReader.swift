package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The reader of the pace library's table, pace.csv.
package enum PaceLibraryReader {
  private static let numberFields = [
    "pace_mean", "pace_sd", "step_sd", "step_sd_df", "revision_sd",
  ]

  /// Reads the library.
  ///
  /// - Throws: `Faults` with every fault of the table, or when it has no family `other`.
  package static func read(_ source: SourceFile) throws(Faults) -> PaceLibrary {
    let table = try DelimitedText.read(source)
    let required = ["family"] + numberFields + ["verified"]
    let optional = ["places", "place_years", "source", "note"]
    var reader = RecordReader(
      table,
      fields: required.map { Field($0, required: true) } + optional.map { Field($0) })
    reader.settleConvention(whole: [], share: numberFields)
    let priors = RecordTables.rows(of: &reader) { row, reader in prior(row, &reader) }
    if !priors.contains(where: { $0.family == PaceLibrary.fallbackFamily }), !reader.hasErrors {
      reader.report(
        Diagnostic(
          .paceFallbackMissing, at: InputPosition(file: source.path),
          ["family": PaceLibrary.fallbackFamily]))
    }
    if reader.hasErrors { throw Faults(reader.diagnostics) }
    return PaceLibrary(priors)
  }

  private static func prior(_ row: Int, _ reader: inout RecordReader) -> PacePrior? {
    let family = reader.requiredText(row, "family")
    var values: [Double] = []
    for field in numberFields {
      if reader.text(row, field).map(NumberText.isMissing) ?? true {
        reader.report(Diagnostic(.cellMissing, at: reader.position(row, field), ["name": field]))
      }
      guard let value = reader.number(row, field)?.value else { continue }
      let isTooSmall = field == "revision_sd" ? value < 0 : value <= 0
      if field != "pace_mean", isTooSmall {
        reader.report(
          Diagnostic(
            field == "revision_sd" ? .paceNegative : .paceNotPositive,
            at: reader.position(row, field), value: reader.text(row, field), ["name": field]))
      }
      values.append(value)
    }
    let isVerified = reader.choice(
      row, "verified", of: [(["true"], true), (["false"], false)], default: false)
    guard let family, values.count == numberFields.count else { return nil }
    return PacePrior(
      family: family, paceMean: values[0], paceSD: values[1], stepSD: values[2],
      stepDegreesOfFreedom: values[3], revisionSD: values[4],
      isVerified: isVerified)
  }
}

extension DiagnosticCode {
  static let paceFallbackMissing = DiagnosticCode(
    "pace.no-fallback",
    message: Phrase(
      vi: "thư viện nhịp tăng không có họ “{family}”",
      en: "the pace library has no family “{family}”"),
    remedy: Phrase(
      vi: "Thêm một dòng cho họ “{family}”.", en: "Add a row for the family “{family}”."))

  static let paceNotPositive = DiagnosticCode(
    "pace.not-positive",
    message: Phrase(
      vi: "“{name}” là {value}, phải lớn hơn 0", en: "“{name}” is {value}, but must be above zero"),
    remedy: Phrase(vi: "Ghi số dương.", en: "Write a positive number."))

  static let paceNegative = DiagnosticCode(
    "pace.negative",
    message: Phrase(
      vi: "“{name}” là {value}, không được nhỏ hơn 0",
      en: "“{name}” is {value}, but must not be below zero"),
    remedy: Phrase(vi: "Ghi số từ 0 trở lên.", en: "Write zero or more."))
}
