package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The reader of families.csv: what is known of a kind of indicator beyond all shares.
package enum PaceFamilyTable {
  /// Reads the families.
  ///
  /// - Throws: `Faults` with every fault of the table, or when the family `other` is missing.
  package static func read(_ source: SourceFile) throws(Faults) -> [PaceFamily] {
    let table = try DelimitedText.read(source)
    var reader = RecordReader(
      table,
      fields: [
        Field("family", required: true), Field("revision_sd", required: true),
        Field("verified", required: true), Field("pace_sd"), Field("note"),
      ])
    reader.settleConvention(whole: [], share: ["revision_sd", "pace_sd"])
    let families = RecordTables.rows(of: &reader) { row, reader -> PaceFamily? in
      let id = reader.requiredText(row, "family")
      let revision = positive(row, "revision_sd", &reader, isRequired: true)
      let pace = positive(row, "pace_sd", &reader, isRequired: false)
      let isVerified = reader.choice(
        row, "verified", of: [(["true"], true), (["false"], false)], default: false)
      guard let id, let revision else { return nil }
      return PaceFamily(id: id, revisionSD: revision, isVerified: isVerified, paceSD: pace)
    }
    if !families.contains(where: { $0.id == PaceLibrary.fallbackFamily }), !reader.hasErrors {
      reader.report(
        Diagnostic(
          .libraryFallback, at: InputPosition(file: source.path),
          ["name": PaceLibrary.fallbackFamily]))
    }
    if reader.hasErrors { throw Faults(reader.diagnostics) }
    return families
  }

  private static func positive(
    _ row: Int, _ field: String, _ reader: inout RecordReader, isRequired: Bool
  ) -> Double? {
    guard let text = reader.text(row, field), !NumberText.isMissing(text) else {
      if isRequired {
        reader.report(Diagnostic(.cellMissing, at: reader.position(row, field), ["name": field]))
      }
      return nil
    }
    guard let value = reader.number(row, field)?.value else { return nil }
    guard value > 0 else {
      reader.report(
        Diagnostic(
          .familyNotPositive, at: reader.position(row, field), value: text, ["name": field]))
      return nil
    }
    return value
  }
}

extension DiagnosticCode {
  static let familyNotPositive = DiagnosticCode(
    "family.not-positive",
    message: Phrase(
      vi: "“{name}” là {value}, phải lớn hơn 0", en: "“{name}” is {value}, but must be above zero"),
    remedy: Phrase(vi: "Ghi số dương.", en: "Write a positive number."))
}
