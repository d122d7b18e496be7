import Diagnostics
import Indicators
import InputFiles
import Wording

/// The holding of rows of sums against the rows that they add up.
enum TotalCheck {
  private struct Sum: Hashable {
    let table: Int32
    let subject: Int32
    let year: Int32
    let measure: Measure?
  }

  /// Returns a question for each sum of counts that its rows do not add up to.
  ///
  /// Sums over fewer than two places, and those whose rows hold anything unreadable, are not compared.
  static func findings(_ collector: FigureCollector, numbers: FigureNumbers) -> [Diagnostic] {
    guard !collector.totals.isEmpty else { return [] }
    var sums: [Sum: (sum: Int, places: Int)] = [:]
    var isBroken: Set<Sum> = []
    for figure in collector.figures {
      for measure in [Measure.count, .base] {
        guard let cell = figure[measure] else { continue }
        let key = Sum(
          table: figure.table, subject: figure.key.subject, year: figure.key.year, measure: measure)
        guard let number = numbers.number(cell, .whole).number, number.scale == 0 else {
          isBroken.insert(key)
          continue
        }
        let known = sums[key] ?? (0, 0)
        sums[key] = (known.sum + number.unscaled, known.places + 1)
      }
    }
    return collector.totals.compactMap { total in
      let key = Sum(
        table: total.table, subject: total.subject, year: total.year, measure: total.measure)
      guard let known = sums[key], known.places > 1, !isBroken.contains(key),
        let stated = numbers.number(total.cell, .whole).number, stated.scale == 0,
        stated.unscaled != known.sum
      else { return nil }
      let sheet = collector.readings[Int(total.cell.sheet)].sheet
      return Diagnostic(
        .totalDiffers,
        at: sheet.position(row: Int(total.cell.row), column: Int(total.cell.column)),
        value: sheet.text(of: Int(total.cell.cell)),
        ["sum": String(known.sum), "places": String(known.places)])
    }
  }
}

extension DiagnosticCode {
  static let totalDiffers = DiagnosticCode(
    "total.differs", .warning,
    message: Phrase(
      vi: "dòng cộng ghi {value}, cộng {places} địa phương trong bảng được {sum}",
      en: "the row of sums says {value}, the {places} places of the table add up to {sum}"),
    remedy: Phrase(
      vi: "Đối chiếu dòng cộng với từng địa phương.", en: "Compare the sum with each place."))
}
