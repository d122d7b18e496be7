import Diagnostics
import Indicators
import InputFiles
import Wording

/// The making of observations and facts from the cells of figures: numbers, checks, bases that several
/// indicators share.
struct FigureAssembler {
  private let collector: FigureCollector
  private let terms: [IndicatorVocabulary.Term]
  private let numbers: FigureNumbers
  private let bases: [BaseKey: Int]
  /// The figures of all tables, in the order of the file.
  private(set) var entries: [IndicatorPanel.Entry] = []
  /// The pass/fail items and grades.
  private(set) var facts: [FactRecord] = []
  /// What was found, in the order of the file.
  private(set) var diagnostics: [Diagnostic] = []
  private var passedOver: Set<[Int32]> = []
  private var reported: Set<ReportedCell> = []

  private struct ReportedCell: Hashable {
    let sheet: Int32
    let cell: Int32
    let code: DiagnosticCode
  }

  private struct BaseKey: Hashable {
    let place: Int32
    let term: Int
    let year: Int32
  }

  /// - Parameters:
  ///   - collector: the cells with what they are about.
  ///   - vocabulary: the terms that the collector's subjects refer to.
  ///   - decimal: the convention that the user names; nil decides by the file.
  init(
    _ collector: FigureCollector, vocabulary: IndicatorVocabulary, decimal: NumberConvention?
  ) {
    self.collector = collector
    terms = vocabulary.terms
    numbers = FigureNumbers(collector, decimal: decimal)
    var bases: [BaseKey: Int] = [:]
    for (index, figure) in collector.figures.enumerated() where figure.base != nil {
      guard case .term(let term) = collector.subjects[Int(figure.key.subject)],
        terms[term].kind == .base
      else { continue }
      let key = BaseKey(place: figure.key.place, term: term, year: figure.key.year)
      bases[key] = bases[key] ?? index
    }
    self.bases = bases
    diagnostics = numbers.diagnostics
  }

  /// Makes everything.
  mutating func assemble() {
    entries.reserveCapacity(collector.figures.count)
    let ids = collector.subjects.map(id)
    let measures = UnstatedMeasures(collector, numbers: numbers) { base(of: $0) }
    diagnostics += measures.diagnostics
    for figure in collector.figures {
      guard diagnostics.count < DelimitedText.faultLimit else {
        diagnostics.append(
          Diagnostic(
            .faultsTooMany, at: (figure.count ?? figure.percent ?? figure.base).map(position),
            ["limit": String(DelimitedText.faultLimit)]))
        break
      }
      assemble(figure, ids, measures)
    }
    for fact in collector.facts { assemble(fact) }
    checkRepeats()
    diagnostics += TotalCheck.findings(collector, numbers: numbers)
  }

  private func id(_ subject: FigureSubject) -> String {
    switch subject {
    case .term(let term): terms[term].id
    case .own(let title): OwnIndicator.id(of: title)
    }
  }

  private func isGroup(_ figure: Figure) -> Bool {
    guard case .term(let term) = collector.subjects[Int(figure.key.subject)] else { return false }
    return terms[term].kind == .base
  }

  /// Returns the cell of the base of a figure: its own, or that of the group that it is a share of.
  private func base(of figure: Figure) -> FigureCell? {
    if let base = figure.base { return base }
    guard case .term(let term) = collector.subjects[Int(figure.key.subject)],
      let group = terms[term].base,
      let groupTerm = terms.firstIndex(where: { $0.kind == .base && $0.id == group }),
      let index = bases[BaseKey(place: figure.key.place, term: groupTerm, year: figure.key.year)]
    else { return nil }
    return collector.figures[index].base
  }

  private mutating func assemble(
    _ given: Figure, _ ids: [String], _ measures: UnstatedMeasures
  ) {
    if isGroup(given) {
      if let cell = given.base { _ = whole(cell) }
      return
    }
    guard let figure = measures.resolved(given), given.key.year != RowReader.unreadableYear
    else { return }
    if isUnmeasured(figure) {
      passOver(figure, ids[Int(figure.key.subject)])
      return
    }
    let faultCount = diagnostics.count
    let baseCell = base(of: figure)
    let count = figure.count.flatMap { whole($0) }
    let base = baseCell.flatMap { whole($0) }
    let percent = figure.percent.flatMap { share($0, shifted: measures.isFraction(figure)) }
    let isBaseGiven = baseCell != nil
    if figure.count == nil && figure.percent == nil { return }
    let isSound =
      (figure.count == nil || count != nil) && (baseCell == nil || base != nil)
      && (figure.percent == nil || percent != nil)
    if isSound {
      for fault in FigureFault.faults(
        count: count, base: base, percent: percent, isBaseGiven: isBaseGiven)
      {
        let cell =
          switch fault.measure {
          case .count: figure.count
          case .base: baseCell ?? figure.count
          case .percent: figure.percent
          }
        report(fault.code, cell ?? figure.count, fault.facts, phrases: fault.phrases)
      }
    }
    guard isSound, diagnostics.count == faultCount else { return }
    let hasCounts = count != nil && base != nil
    guard hasCounts || percent != nil, let cell = hasCounts ? figure.count : figure.percent else {
      return
    }
    let release = collector.releases[Int(figure.key.release)]
    entries.append(
      IndicatorPanel.Entry(
        place: collector.places[Int(figure.key.place)], indicator: ids[Int(figure.key.subject)],
        observation: Observation(
          year: Int(figure.key.year), count: hasCounts ? count : nil, base: hasCounts ? base : nil,
          printedPercent: hasCounts ? nil : percent, status: release.status,
          vintage: release.vintage, released: release.released, position: position(cell))))
  }

  /// Whether a figure is a plain number of a thing that no rule file knows, such as income or beds.
  ///
  /// Its table is not made for shares. It is no share, and nothing is wrong with it.
  private func isUnmeasured(_ figure: Figure) -> Bool {
    guard case .own = collector.subjects[Int(figure.key.subject)], !terms.isEmpty else {
      return false
    }
    return figure.percent == nil && figure.base == nil && !collector.hasBaseColumn(figure.table)
  }

  private mutating func passOver(_ figure: Figure, _ id: String) {
    guard let cell = figure.count ?? figure.unknown,
      passedOver.insert([figure.table, figure.key.subject]).inserted
    else { return }
    let sheet = collector.readings[Int(cell.sheet)].sheet
    diagnostics.append(
      Diagnostic(
        .indicatorPassedOver, at: sheet.position(row: Int(cell.row), column: Int(cell.column)),
        value: title(of: figure, id)))
  }

  private func title(of figure: Figure, _ id: String) -> String {
    if case .own(let title) = collector.subjects[Int(figure.key.subject)] { return title }
    return id
  }

  private mutating func assemble(_ fact: FigureCollector.FactCell) {
    let sheet = collector.readings[Int(fact.cell.sheet)].sheet
    let text = sheet.text(of: Int(fact.cell.cell))
    guard let value = FactTable.value(of: text) else {
      report(.factUnreadable, fact.cell)
      return
    }
    facts.append(
      FactRecord(
        place: collector.places[Int(fact.place)], indicator: terms[fact.term].id, year: fact.year,
        value: value, isPlanned: fact.isPlanned, position: position(fact.cell)))
  }

  /// A figure that stands twice is a fault unless both say the same.
  private mutating func checkRepeats() {
    var reported: Set<[Int32]> = []
    for entry in collector.repeats where diagnostics.count < DelimitedText.faultLimit {
      let figure = collector.figures[entry.first]
      guard let first = figure[entry.measure] else { continue }
      let values = [first, entry.second].map { cell in
        numbers.number(cell, .share).number
      }
      if let one = values[0], let other = values[1], one.value == other.value { continue }
      guard reported.insert([entry.second.sheet, entry.second.row]).inserted else { continue }
      let sheet = collector.readings[Int(first.sheet)].sheet
      let place = sheet.position(row: Int(first.row), column: Int(first.column))
      let where_ = place.cell.map { "\(place.sheet ?? "")!\($0)" } ?? String(place.line ?? 0)
      report(
        sheet.isSpreadsheet ? .observationTwice : .observationDuplicate, entry.second,
        [
          "place": collector.places[Int(figure.key.place)],
          "indicator": id(collector.subjects[Int(figure.key.subject)]),
          "year": String(figure.key.year), "line": where_,
        ])
    }
  }

  // MARK: Numbers

  private mutating func whole(_ cell: FigureCell) -> Int? {
    let reading = numbers.number(cell, .whole)
    guard let number = reading.number else {
      if let code = reading.fault { report(code, cell) }
      return nil
    }
    let unit = ExactDecimal.powerOfTen(number.scale)
    if number.unscaled % unit == 0, !reading.isPercent { return number.unscaled / unit }
    report(.numberNotWhole, cell)
    return nil
  }

  private mutating func share(_ cell: FigureCell, shifted: Bool) -> ExactDecimal? {
    let reading = numbers.number(cell, .share)
    guard let number = reading.number else {
      if let code = reading.fault { report(code, cell) }
      return nil
    }
    guard shifted, !reading.isPercent else { return number }
    return ExactDecimal(
      unscaled: number.scale >= 2
        ? number.unscaled : number.unscaled * (number.scale == 1 ? 10 : 100),
      scale: max(0, number.scale - 2))
  }

  // MARK: Findings

  private func position(_ cell: FigureCell) -> InputPosition {
    collector.readings[Int(cell.sheet)].sheet
      .position(row: Int(cell.row), column: Int(cell.column))
  }

  private mutating func report(
    _ code: DiagnosticCode, _ cell: FigureCell?, _ facts: [String: String] = [:],
    phrases: [String: Phrase] = [:]
  ) {
    guard let cell else { return }
    // A base that several figures share is told of once.
    guard reported.insert(ReportedCell(sheet: cell.sheet, cell: cell.cell, code: code)).inserted
    else { return }
    let sheet = collector.readings[Int(cell.sheet)].sheet
    let value = TextKey.printable(sheet.text(of: Int(cell.cell)))
    var facts = facts
    facts["name"] = facts["name"] ?? columnName(cell)
    diagnostics.append(
      Diagnostic(
        code, at: position(cell), value: value.isEmpty ? nil : value, facts, phrases: phrases))
  }

  private func columnName(_ cell: FigureCell) -> String {
    let heading = collector.headings[SheetColumn(sheet: Int(cell.sheet), column: Int(cell.column))]
    if let heading, !heading.isEmpty { return heading }
    return CellName.letters(ofColumn: Int(cell.column))
  }
}

extension DiagnosticCode {
  static let indicatorPassedOver = DiagnosticCode(
    "indicator.passed-over", .warning,
    message: Phrase(
      vi: "“{value}” không phải tỷ lệ và không thuộc quy định nào, nên không được đọc",
      en: "“{value}” is no share and of no regulation, and is not read"),
    remedy: Phrase(
      vi: "Nếu là chỉ tiêu cần dự báo, ghi rõ tổng số và số đạt, hoặc tỷ lệ (%).",
      en: "If it is to be forecast, state its base and count, or its percentage."))

  static let observationTwice = DiagnosticCode(
    "observation.twice",
    message: Phrase(
      vi: "{place}, {indicator}, năm {year} đã có giá trị khác ở ô {line}",
      en: "{place}, {indicator}, {year} stands already with another value in {line}"),
    remedy: Phrase(
      vi: "Giữ một giá trị; nếu là hai lần công bố thì ghi rõ “sơ bộ”, “chính thức” ở tiêu đề.",
      en: "Keep one of them; if they are two releases, say “preliminary”, “final” in the heading."))
}
