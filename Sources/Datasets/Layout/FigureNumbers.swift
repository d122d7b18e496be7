import Diagnostics
import Indicators
import InputFiles
import Wording

/// The numbers in the cells of figures, read after one convention for the whole file.
///
/// Cells that a workbook holds as numbers need none; the texts of all tables decide together which sign
/// separates decimals.
struct FigureNumbers {
  /// A number, or why there is none.
  struct Reading {
    var number: ExactDecimal?
    var fault: DiagnosticCode?
    /// Whether the cell itself says percent.
    var isPercent = false
  }

  /// The convention of the file.
  let convention: NumberConvention
  /// What was found while deciding on it.
  private(set) var diagnostics: [Diagnostic] = []
  private let sheets: [Sheet]
  private let isDisputed: Bool

  init(_ collector: FigureCollector, decimal: NumberConvention?) {
    let sheets = collector.readings.map(\.sheet)
    self.sheets = sheets
    var first: [NumberConvention: FigureCell] = [:]
    var counts: [NumberConvention: Int] = [:]
    func hear(_ cell: FigureCell?, _ kinds: [NumberConvention.Kind]) {
      guard let cell else { return }
      let sheet = sheets[Int(cell.sheet)]
      guard sheet.kind(of: Int(cell.cell)).isText else { return }
      let bytes = sheet.bytes(of: Int(cell.cell))
      guard bytes.contains(where: { $0 == 44 || $0 == 46 || $0 >= 0x80 }) else { return }
      let text = Self.bare(sheet.text(of: Int(cell.cell)))
      let spoken = Set(kinds.map { NumberConvention.evidence(in: text, kind: $0) })
      guard spoken.count == 1, let evidence = spoken.first, let evidence else { return }
      counts[evidence, default: 0] += 1
      first[evidence] = first[evidence] ?? cell
    }
    for figure in collector.figures {
      hear(figure.count, [.whole])
      hear(figure.base, [.whole])
      hear(figure.percent, [.share])
      hear(figure.unknown, [.whole, .share])
    }
    let points = counts[.point] ?? 0
    let commas = counts[.comma] ?? 0
    convention = decimal ?? (commas > points ? .comma : .point)
    isDisputed = decimal == nil && points > 0 && commas > 0
    guard isDisputed else { return }
    let sides: [NumberConvention] =
      points == commas ? [.point, .comma] : [commas > points ? .point : .comma]
    for cell in sides.compactMap({ first[$0] }) {
      let sheet = sheets[Int(cell.sheet)]
      diagnostics.append(
        Diagnostic(
          .numberConvention,
          at: sheet.position(row: Int(cell.row), column: Int(cell.column)),
          value: sheet.text(of: Int(cell.cell)),
          ["points": String(points), "commas": String(commas)]))
    }
  }

  /// Returns the number in a cell.
  func number(_ cell: FigureCell, _ kind: NumberConvention.Kind) -> Reading {
    let sheet = sheets[Int(cell.sheet)]
    let index = Int(cell.cell)
    let numberKind = sheet.kind(of: index)
    if numberKind == .number, let whole = sheet.plainNumber(of: index) {
      return Reading(number: ExactDecimal(whole))
    }
    switch numberKind {
    case .number: return Reading(number: sheet.number(of: index), fault: .numberUnreadable)
    case .percent:
      return Reading(number: sheet.number(of: index), fault: .numberUnreadable, isPercent: true)
    case .error: return Reading(fault: .cellError)
    case .formula: return Reading(fault: .cellFormula)
    case .date, .boolean: return Reading(fault: .numberUnreadable)
    case .text, .quotedText: break
    }
    if let whole = Self.plainWhole(sheet.bytes(of: index)) {
      return Reading(number: ExactDecimal(whole))
    }
    let text = Self.bare(sheet.text(of: index))
    if isDisputed, let spoken = NumberConvention.evidence(in: text, kind: kind),
      spoken != convention
    {
      // Reported once for the file.
      return Reading()
    }
    let isPercent = text.hasSuffix("%") || text.hasSuffix("％")
    return Reading(
      number: convention.number(text) ?? Self.scientific(text) ?? withoutUnit(text),
      fault: .numberUnreadable, isPercent: isPercent)
  }

  /// Returns the text without the apostrophe by which spreadsheets mark a number kept as text.
  private static func bare(_ text: String) -> String {
    text.hasPrefix("'") || text.hasPrefix("’") ? String(text.dropFirst()) : text
  }

  /// Returns the number that programs write as 6.796e+03.
  private static func scientific(_ text: String) -> ExactDecimal? {
    guard NumberText.isScientific(text), let value = Double(text), abs(value) < 1e12
    else { return nil }
    return value == value.rounded() ? ExactDecimal(Int(value)) : ExactDecimal(plain: "\(value)")
  }

  /// Returns the number before a unit, as in "626 hộ".
  private func withoutUnit(_ text: String) -> ExactDecimal? {
    guard let blank = text.lastIndex(where: { $0.isWhitespace }),
      HeadingWords.countUnits.contains(HeadingKey(String(text[text.index(after: blank)...])).text)
    else { return nil }
    return convention.number(String(text[..<blank]))
  }

  /// Returns the number that plain ASCII digits spell; the common case, without making a text.
  private static func plainWhole(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...12).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}

extension DiagnosticCode {
  static let cellError = DiagnosticCode(
    "cell.error",
    message: Phrase(
      vi: "ô là lỗi tính toán {value}, không phải số",
      en: "the cell is the error {value}, not a number"),
    remedy: Phrase(
      vi: "Sửa công thức, hoặc xóa ô nếu không có số liệu.",
      en: "Mend the formula, or clear the cell where there is no figure."))

  static let cellFormula = DiagnosticCode(
    "cell.formula",
    message: Phrase(
      vi: "ô là công thức mà tệp chưa lưu kết quả",
      en: "the cell is a formula whose result the file does not hold"),
    remedy: Phrase(
      vi: "Mở tệp bằng Excel hoặc LibreOffice để tính lại, rồi lưu.",
      en: "Open the file in Excel or LibreOffice, which computes it, and save."))
}
