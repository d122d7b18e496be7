import Diagnostics
import Indicators
import InputFiles
import Wording

/// The table of former and present units: old_place, new_place, share or part and whole, valid_from.
enum CrosswalkTable {
  static let fields = [
    Field("old_place", synonyms: ["đơn vị cũ", "tên cũ"], required: true),
    Field("new_place", synonyms: ["đơn vị mới", "tên mới"], required: true),
    Field("share", synonyms: ["tỷ lệ chia", "phần chuyển sang"]),
    Field("part", synonyms: ["số chuyển sang"]),
    Field("whole", synonyms: ["tổng số của đơn vị cũ"]),
    Field("valid_from", synonyms: ["có hiệu lực từ", "từ ngày"], required: true),
    Field("base", synonyms: ["chỉ tiêu"]),
    Field("note", synonyms: ["ghi chú"]),
    Field("source", synonyms: ["nguồn"]),
  ]

  /// Reads transfers; a row of several indicators gives one transfer each.
  ///
  /// What can be told without the figures is checked as well: see `CrosswalkChecks.faults(of:)`.
  static func read(_ table: Table) -> (records: [TerritoryTransfer], diagnostics: [Diagnostic]) {
    var reader = RecordReader(table, fields: fields)
    if !reader.hasErrors, !reader.has("share"), !(reader.has("part") && reader.has("whole")) {
      reader.report(Diagnostic(.crosswalkColumnsMissing, at: table.headerPosition()))
    }
    if reader.hasErrors { return ([], reader.diagnostics) }
    reader.settleConvention(whole: ["part", "whole"], share: [])
    var transfers: [TerritoryTransfer] = []
    for row in 0..<table.rowCount { transfers += self.transfers(row, &reader) }
    let isSound = !reader.hasErrors
    for fault in CrosswalkChecks.faults(of: transfers, isComplete: isSound) {
      reader.report(fault)
    }
    return (transfers, reader.diagnostics)
  }

  private static func transfers(_ row: Int, _ reader: inout RecordReader) -> [TerritoryTransfer] {
    let oldPlace = reader.requiredText(row, "old_place")
    let newPlace = reader.requiredText(row, "new_place")
    let share = share(row, &reader)
    let validFrom = validFrom(row, &reader)
    let indicators = (reader.text(row, "base") ?? "").split(separator: ";")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard let oldPlace, let newPlace, let share, let validFrom else { return [] }
    return (indicators.isEmpty ? [nil] : indicators.map { $0 as String? }).map { indicator in
      TerritoryTransfer(
        oldPlace: oldPlace, newPlace: newPlace, share: share, indicator: indicator,
        validFrom: validFrom, note: reader.text(row, "note") ?? "",
        source: reader.text(row, "source"), position: reader.position(row, "old_place"))
    }
  }

  /// Returns the first day of the new unit; a year stands for its first day.
  private static func validFrom(_ row: Int, _ reader: inout RecordReader) -> CalendarDate? {
    guard let text = reader.requiredText(row, "valid_from") else { return nil }
    if text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) {
      return CalendarDate(year: year, month: 1, day: 1)
    }
    return reader.date(row, "valid_from")
  }

  /// Returns the share of a row: part and whole where they are given, else the decimal number.
  private static func share(_ row: Int, _ reader: inout RecordReader) -> TerritoryShare? {
    func present(_ field: String) -> String? {
      reader.text(row, field).flatMap { NumberText.isMissing($0) ? nil : $0 }
    }
    let text = present("share")
    let hasCounts = present("part") != nil || present("whole") != nil
    let decimal = text.flatMap { ShareText.value($0) }
    if let text {
      guard let decimal else {
        reader.report(
          Diagnostic(
            .numberUnreadable, at: reader.position(row, "share"), value: text, ["name": "share"]))
        return nil
      }
      guard (0...1).contains(decimal) else {
        reader.report(
          Diagnostic(.crosswalkShareOutside, at: reader.position(row, "share"), value: text))
        return nil
      }
    }
    guard hasCounts else {
      if let decimal { return .decimal(decimal) }
      reader.report(Diagnostic(.crosswalkShareMissing, at: reader.position(row, "old_place")))
      return nil
    }
    for field in ["part", "whole"] where present(field) == nil {
      reader.report(Diagnostic(.cellMissing, at: reader.position(row, field), ["name": field]))
    }
    guard let part = reader.wholeNumber(row, "part"), let whole = reader.wholeNumber(row, "whole")
    else { return nil }
    guard part >= 0, whole > 0, part <= whole else {
      reader.report(
        Diagnostic(
          .crosswalkShareOutside, at: reader.position(row, "part"), value: "\(part)/\(whole)"))
      return nil
    }
    if let text, let decimal, !ShareText.rounds(Double(part) / Double(whole), to: text, decimal) {
      reader.report(
        Diagnostic(
          .crosswalkShareContradicts, at: reader.position(row, "share"), value: text,
          ["part": String(part), "whole": String(whole)]))
      return nil
    }
    return .counted(part: part, whole: whole)
  }
}

/// Shares as people write them: 0.62, 0,62 or 62%.
enum ShareText {
  /// Returns the number; nil for anything else.
  ///
  /// A point and a comma both separate decimals: a share has no thousands.
  static func value(_ text: String) -> Double? {
    let (digits, isPercent) = parts(of: text)
    let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
    let magnitude = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    guard pieces.count <= 2, !magnitude.isEmpty, magnitude.last != ".", magnitude.first != ".",
      magnitude.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let value = Double(digits)
    else { return nil }
    return isPercent ? value / 100 : value
  }

  /// Whether a share reads as a text does that has so many decimals.
  static func rounds(_ exact: Double, to text: String, _ value: Double) -> Bool {
    let (digits, isPercent) = parts(of: text)
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    var unit = isPercent ? 0.01 : 1.0
    for _ in 0..<decimals { unit /= 10 }
    return abs(exact - value) <= unit / 2 + 1e-12
  }

  private static func parts(of text: String) -> (digits: String, isPercent: Bool) {
    var digits = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
      .replacing("−", with: "-")
    let isPercent = digits.hasSuffix("%") || digits.hasSuffix("％")
    if isPercent { digits.removeLast() }
    return (digits, isPercent)
  }
}

extension DiagnosticCode {
  static let crosswalkColumnsMissing = DiagnosticCode(
    "crosswalk.columns",
    message: Phrase(
      vi: "bảng crosswalk không có cột tỷ lệ chia", en: "the crosswalk has no column of shares"),
    remedy: Phrase(
      vi: "Thêm cột “share”, hoặc hai cột “part” và “whole”.",
      en: "Add column “share”, or columns “part” and “whole”."))

  static let crosswalkShareMissing = DiagnosticCode(
    "crosswalk.share-missing",
    message: Phrase(
      vi: "dòng này không ghi phần chuyển sang đơn vị mới",
      en: "the row does not say what part goes to the new unit"),
    remedy: Phrase(
      vi: "Điền “share” (0.62 hoặc 62%), hoặc “part” và “whole”; chuyển cả đơn vị thì ghi 1.",
      en: "Fill “share” (0.62 or 62%), or “part” and “whole”; write 1 for a whole unit."))

  static let crosswalkShareOutside = DiagnosticCode(
    "crosswalk.share-outside",
    message: Phrase(
      vi: "phần chuyển sang {value} nằm ngoài khoảng từ 0 đến 1",
      en: "the share {value} is outside 0 to 1"),
    remedy: Phrase(
      vi: "Ghi số từ 0 đến 1, hoặc phần trăm có dấu %: 0.62 hay 62%.",
      en: "Write a number of 0 to 1, or a percentage with its sign: 0.62 or 62%."))

  static let crosswalkShareContradicts = DiagnosticCode(
    "crosswalk.share-contradicts",
    message: Phrase(
      vi: "phần chuyển sang {value} không khớp {part}/{whole}",
      en: "the share {value} does not agree with {part}/{whole}"),
    remedy: Phrase(
      vi: "Sửa số sai, hoặc để trống cột “share”: phần đó được tính từ “part” và “whole”.",
      en: "Mend the wrong one, or leave “share” empty: it is derived from “part” and “whole”."))
}
