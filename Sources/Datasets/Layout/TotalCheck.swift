import Diagnostics
import Indicators
import InputFiles
import Wording

/// The holding of rows of sums against the rows that they add up.
enum TotalCheck {
  private struct Series: Hashable {
    let table: Int32
    let subject: Int32
    let year: Int32
    let release: Int32
    let measure: Measure?
  }

  /// The numbers of one series, by their rows.
  private struct Rows {
    var numbers: [(row: Int32, number: Int)] = []
    var isBroken = false

    /// The sum over some rows; nil over fewer than two.
    func sum(where isAdded: (Int32) -> Bool) -> (sum: Int, places: Int)? {
      let added = numbers.filter { isAdded($0.row) }
      return added.count > 1 ? (added.reduce(0) { $0 + $1.number }, added.count) : nil
    }
  }

  /// Returns a question for each sum of counts that its rows do not add up to.
  ///
  /// A row of sums may add up the whole table, the rows since the sum above it or those until the sum
  /// below it; where none fits, the nearest is named. Sums over fewer than two places, and those whose
  /// rows hold anything unreadable, are not compared.
  static func findings(_ collector: FigureCollector, numbers: FigureNumbers) -> [Diagnostic] {
    guard !collector.totals.isEmpty else { return [] }
    var series: [Series: Rows] = [:]
    for figure in collector.figures {
      for measure in [Measure.count, .base] {
        guard let cell = figure[measure] else { continue }
        let key = Series(
          table: figure.table, subject: figure.key.subject, year: figure.key.year,
          release: figure.key.release, measure: measure)
        if let number = numbers.number(cell, .whole).number, number.scale == 0 {
          series[key, default: Rows()].numbers.append((cell.row, number.unscaled))
        } else {
          series[key, default: Rows()].isBroken = true
        }
      }
    }
    var totalRows: [Series: [Int32]] = [:]
    for total in collector.totals { totalRows[key(of: total), default: []].append(total.cell.row) }
    return collector.totals.compactMap { total in
      let key = key(of: total)
      guard let rows = series[key], !rows.isBroken,
        let stated = numbers.number(total.cell, .whole).number, stated.scale == 0
      else { return nil }
      let row = total.cell.row
      let above = totalRows[key]?.filter { $0 < row }.max() ?? -1
      let below = totalRows[key]?.filter { $0 > row }.min() ?? Int32.max
      let sums = [
        rows.sum { _ in true }, rows.sum { above < $0 && $0 < row },
        rows.sum { row < $0 && $0 < below },
      ].compactMap { $0 }
      guard let nearest = sums.min(by: { distance($0.sum, stated) < distance($1.sum, stated) }),
        nearest.sum != stated.unscaled
      else { return nil }
      let sheet = collector.readings[Int(total.cell.sheet)].sheet
      return Diagnostic(
        .totalDiffers,
        at: sheet.position(row: Int(total.cell.row), column: Int(total.cell.column)),
        value: sheet.text(of: Int(total.cell.cell)),
        ["sum": String(nearest.sum), "places": String(nearest.places)])
    }
  }

  private static func key(of total: FigureCollector.TotalCell) -> Series {
    Series(
      table: total.table, subject: total.subject, year: total.year, release: total.release,
      measure: total.measure)
  }

  private static func distance(_ sum: Int, _ stated: ExactDecimal) -> Int {
    abs(sum - stated.unscaled)
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
