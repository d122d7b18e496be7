import Diagnostics
import Indicators
import InputFiles
import Wording

/// What numbers are of which a table does not say so: counts or percents; percents or fractions.
///
/// Decided for each table and indicator together, by what the cells themselves say (a percent sign,
/// decimals, a base beside them). Where both readings stand, both are named and nothing is read.
struct UnstatedMeasures {
  private struct Group: Hashable {
    let table: Int32
    let subject: Int32
  }

  private struct Evidence {
    var first: FigureCell?
    var percents = 0
    var fractions = 0
    var above100 = 0
    var withoutBase = 0
    var count = 0
    /// Of percents: how many are unmarked, at most 1, and strictly between 0 and 1.
    var unmarked = 0
    var atMost1 = 0
    var proper = 0
    var agreesAsFraction = 0
    var agreesAsPercent = 0
    var isStated = false
    var firstBelow1: FigureCell?
    var mostBelow1 = 0.0
    var leastAbove1: Double?
  }

  private enum Verdict {
    case count, percent, unclear
  }

  private var verdicts: [Group: Verdict] = [:]
  private let ownSubjects: Set<Int32>
  private var fractions: Set<Group> = []
  private var unclearShares: Set<Group> = []
  /// What could not be decided.
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ collector: FigureCollector, numbers: FigureNumbers, base: (Figure) -> FigureCell?
  ) {
    ownSubjects = Set(
      collector.subjects.indices.filter { index in
        if case .own = collector.subjects[index] { true } else { false }
      }.map { Int32($0) })
    var unknown: [Group: Evidence] = [:]
    var shares: [Group: Evidence] = [:]
    var order: [Group] = []
    for figure in collector.figures {
      let group = Group(table: figure.table, subject: figure.key.subject)
      if let cell = figure.unknown {
        if unknown[group] == nil { order.append(group) }
        let reading = numbers.number(cell, .share)
        var evidence = unknown[group] ?? Evidence(first: cell)
        evidence.count += 1
        if reading.isPercent { evidence.percents += 1 }
        if let number = reading.number {
          if number.scale > 0 { evidence.fractions += 1 }
          if number.value > 100 { evidence.above100 += 1 }
        }
        if base(figure) == nil { evidence.withoutBase += 1 }
        unknown[group] = evidence
      }
      if let cell = figure.percent {
        var evidence = shares[group] ?? Evidence(first: cell)
        Self.weigh(figure, cell, base(figure), numbers, &evidence)
        if shares[group] == nil, unknown[group] == nil { order.append(group) }
        shares[group] = evidence
      }
    }
    for group in order {
      if let evidence = unknown[group] {
        let verdict = Self.verdict(evidence)
        verdicts[group] = verdict
        let isOwn = ownSubjects.contains(group.subject)
        if verdict == .unclear, !isOwn || collector.isVocabularyEmpty {
          report(.layoutMeasureUnclear, evidence, collector)
        }
      }
      if let evidence = shares[group] { judge(evidence, group, collector) }
    }
  }

  /// Decides whether unmarked percents are parts of 1: counts beside them say so; without counts numbers
  /// up to 1, or one such number among others a hundred times as large, are asked about.
  private mutating func judge(
    _ evidence: Evidence, _ group: Group, _ collector: FigureCollector
  ) {
    guard evidence.proper > 0 else { return }
    if evidence.agreesAsFraction > 0, evidence.agreesAsPercent == 0,
      evidence.atMost1 == evidence.unmarked
    {
      fractions.insert(group)
      return
    }
    guard evidence.agreesAsPercent == 0 else { return }
    if evidence.atMost1 == evidence.unmarked {
      if !evidence.isStated { unclearShares.insert(group) }
      report(evidence.isStated ? .percentBelowOne : .percentOrFraction, evidence, collector)
    } else if let least = evidence.leastAbove1, 100 * evidence.mostBelow1 >= 0.6 * least,
      evidence.mostBelow1 * 10 < least
    {
      unclearShares.insert(group)
      var odd = evidence
      odd.first = evidence.firstBelow1 ?? evidence.first
      report(.percentOrFraction, odd, collector)
    }
  }

  private static func weigh(
    _ figure: Figure, _ cell: FigureCell, _ baseCell: FigureCell?, _ numbers: FigureNumbers,
    _ evidence: inout Evidence
  ) {
    let reading = numbers.number(cell, .share)
    if figure.saysPercentSign { evidence.isStated = true }
    guard !reading.isPercent, let number = reading.number else { return }
    evidence.unmarked += 1
    if number.value <= 1 {
      evidence.atMost1 += 1
    } else {
      evidence.leastAbove1 = min(evidence.leastAbove1 ?? number.value, number.value)
    }
    guard number.value > 0, number.value < 1 else { return }
    evidence.proper += 1
    evidence.firstBelow1 = evidence.firstBelow1 ?? cell
    evidence.mostBelow1 = max(evidence.mostBelow1, number.value)
    guard let count = figure.count.flatMap({ numbers.number($0, .whole).number }),
      let base = baseCell.flatMap({ numbers.number($0, .whole).number }), base.value > 0
    else { return }
    let share = count.value / base.value
    let digit = 1 / Double(ExactDecimal.powerOfTen(number.scale))
    if abs(share - number.value) <= digit { evidence.agreesAsFraction += 1 }
    if abs(100 * share - number.value) <= digit { evidence.agreesAsPercent += 1 }
  }

  private static func verdict(_ evidence: Evidence) -> Verdict {
    if evidence.percents > 0 { return .percent }
    if evidence.above100 > 0 { return .count }
    if evidence.fractions > 0 { return .percent }
    return evidence.withoutBase == 0 ? .count : .unclear
  }

  private mutating func report(
    _ code: DiagnosticCode, _ evidence: Evidence, _ collector: FigureCollector
  ) {
    guard let cell = evidence.first else { return }
    let sheet = collector.readings[Int(cell.sheet)].sheet
    diagnostics.append(
      Diagnostic(
        code, at: sheet.position(row: Int(cell.row), column: Int(cell.column)),
        value: sheet.text(of: Int(cell.cell)),
        ["count": String(max(evidence.count, evidence.unmarked))]))
  }

  /// Returns the figure with its unstated number in the place of what it is; nil when that, or what its
  /// percent is, is unclear.
  func resolved(_ figure: Figure) -> Figure? {
    let group = Group(table: figure.table, subject: figure.key.subject)
    if figure.percent != nil, unclearShares.contains(group) { return nil }
    guard let cell = figure.unknown else { return figure }
    var figure = figure
    switch verdicts[group] {
    case .count: figure.count = figure.count ?? cell
    case .percent: figure.percent = figure.percent ?? cell
    case .unclear: return ownSubjects.contains(figure.key.subject) ? figure : nil
    case nil: return nil
    }
    figure.unknown = nil
    return figure
  }

  /// Whether the percents of a figure's table are fractions of 1.
  func isFraction(_ figure: Figure) -> Bool {
    fractions.contains(Group(table: figure.table, subject: figure.key.subject))
  }
}

extension DiagnosticCode {
  static let layoutMeasureUnclear = DiagnosticCode(
    "layout.measure-unclear",
    message: Phrase(
      vi: "không rõ “{value}” (và {count} ô cùng bảng) là số đếm hay tỷ lệ phần trăm",
      en:
        "it is not clear whether “{value}” ({count} cells of the table) is a count or a percentage"
    ),
    remedy: Phrase(
      vi: "Thêm “(%)” vào tiêu đề nếu là tỷ lệ, hoặc thêm cột “Tổng số” nếu là số đếm.",
      en: "Add “(%)” to the heading if it is a percentage, or a column “Total” if it is a count."))

  static let percentBelowOne = DiagnosticCode(
    "percent.below-one", .warning,
    message: Phrase(
      vi: "mọi tỷ lệ (“{value}” …) đều không quá 1%, có phải là phần của 1 (0,531 = 53,1%)?",
      en: "every percentage (“{value}” …) is at most 1%; are they parts of 1 (0.531 = 53.1%)?"),
    remedy: Phrase(
      vi: "Nếu đúng là phần của 1, định dạng các ô là phần trăm trong Excel.",
      en: "If they are, format the cells as percent."))

  static let percentOrFraction = DiagnosticCode(
    "percent.or-fraction",
    message: Phrase(
      vi: "không rõ “{value}” (và {count} ô cùng cột) là phần trăm hay phần của 1 (0,531 = 53,1%)",
      en:
        "it is not clear whether “{value}” ({count} cells) is in percent or a part of 1 (0.531 = 53.1%)"
    ),
    remedy: Phrase(
      vi:
        "Định dạng các ô là phần trăm trong Excel, hoặc ghi “(%)” vào tiêu đề nếu đã là phần trăm.",
      en: "Format the cells as percent, or write “(%)” into the heading if they are percent."))
}
