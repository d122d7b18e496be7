import Diagnostics
import Indicators
import Wording

@testable import Datasets
@testable import InputFiles

/// Sheets and a small vocabulary for tests of the recognition of layouts.
enum LayoutFixture {
  /// Three shares of adults, one of households, a share without a group, an item, a grade, two groups.
  static let vocabulary = IndicatorVocabulary(terms: [
    IndicatorVocabulary.Term(
      id: "learning-citizens", kind: .share,
      names: ["learning-citizens", "Công dân học tập", "Learning citizens", "CDHT", "5.1"],
      base: "adults"),
    IndicatorVocabulary.Term(
      id: "trained", kind: .share,
      names: ["trained", "Lao động qua đào tạo", "Trained labour", "Công dân được đào tạo nghề"],
      base: "adults"),
    IndicatorVocabulary.Term(
      id: "university", kind: .share,
      names: ["university", "Trình độ đại học trở lên", "University degree"], base: "adults"),
    IndicatorVocabulary.Term(
      id: "learning-families", kind: .share, names: ["learning-families", "Gia đình học tập"],
      base: "households"),
    IndicatorVocabulary.Term(id: "clean-water", kind: .share, names: ["clean-water", "Nước sạch"]),
    IndicatorVocabulary.Term(
      id: "learning-week", kind: .fact, names: ["learning-week", "Tuần lễ học tập suốt đời"]),
    IndicatorVocabulary.Term(
      id: "preschool", kind: .grade, names: ["preschool", "Phổ cập mầm non"]),
    IndicatorVocabulary.Term(
      id: "adults", kind: .base, names: ["adults", "Dân số từ 15 tuổi", "Population aged 15+"]),
    IndicatorVocabulary.Term(
      id: "households", kind: .base, names: ["households", "Hộ gia đình", "Households"]),
  ])
  static let reader = HeadingReader(vocabulary)

  /// Returns the index of a term.
  static func term(_ id: String) -> Int? { vocabulary.terms.firstIndex { $0.id == id } }

  // MARK: Text files

  static func source(_ text: String, path: String = "a.csv") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  /// Returns the sheet of CSV text.
  static func sheet(_ text: String) throws -> Sheet {
    try DelimitedText.readSheet(source(text)).sheet
  }

  static func reading(_ text: String) throws -> SheetReading {
    SheetReading(try sheet(text), reader)
  }

  /// Returns the tables that are recognised in CSV text.
  static func layouts(_ text: String) throws -> [TableLayout] { layouts(try sheet(text)) }

  /// Reads CSV text as a loose file.
  static func file(
    _ text: String, place: String? = nil, decimal: NumberConvention? = nil, mapping: String? = nil,
    vocabulary: IndicatorVocabulary = vocabulary
  ) throws -> LooseFile {
    try LooseFile.read(
      source(text),
      LooseFileOptions(
        vocabulary: vocabulary, place: place, decimal: decimal,
        mapping: mapping.map { source($0, path: "m.yaml") }))
  }

  /// Returns what is read of CSV text, a line a figure, in the order of the alphabet.
  static func lines(
    _ text: String, place: String? = nil, decimal: NumberConvention? = nil, mapping: String? = nil
  ) throws -> [String] {
    lines(try file(text, place: place, decimal: decimal, mapping: mapping).entries)
  }

  /// Returns the codes of what is found in CSV text.
  static func codes(_ text: String, decimal: NumberConvention? = nil) throws -> [String] {
    try file(text, decimal: decimal).diagnostics.map(\.code.id)
  }

  /// Returns figures as texts: place, indicator, year, count/base or percent, status where not final.
  static func lines(_ entries: [IndicatorPanel.Entry]) -> [String] {
    entries.map { entry in
      let observation = entry.observation
      let value =
        observation.count.map { "\($0)/\(observation.base ?? 0)" }
        ?? (observation.printedPercent?.plainText ?? "") + "%"
      let status = observation.status == .final ? "" : " \(observation.status.rawValue)"
      return "\(entry.place) \(entry.indicator) \(observation.year) \(value)\(status)"
    }.sorted()
  }

  // MARK: Workbooks

  /// A cell of a workbook's sheet.
  enum Cell {
    case blank
    case text(String)
    case number(String)
    case percent(String)
    case date(String)
    case boolean(Bool)
    case error(String)
    case formula
  }

  /// Returns a sheet of a workbook; rows are numbered from 1.
  static func sheet(
    named name: String, _ rows: [[Cell]], merges: [CellRange] = [], isHidden: Bool = false,
    hiddenRows: [Int] = [], hiddenColumns: [ClosedRange<Int>] = []
  ) -> Sheet {
    var buffer: [UInt8] = []
    var cells = SheetCells()
    for (number, row) in rows.enumerated() {
      cells.beginRow(number: number + 1)
      for (column, cell) in row.enumerated() {
        let (text, kind): (String, CellKind)
        switch cell {
        case .blank: continue
        case .text(let content): (text, kind) = (content, .text)
        case .number(let content): (text, kind) = (content, .number)
        case .percent(let content): (text, kind) = (content, .percent)
        case .date(let content): (text, kind) = (content, .date)
        case .boolean(let content): (text, kind) = (content ? "1" : "0", .boolean)
        case .error(let content): (text, kind) = (content, .error)
        case .formula: (text, kind) = ("", .formula)
        }
        let start = buffer.count
        buffer += Array(text.utf8)
        cells.append(start: start, end: buffer.count, kind: kind)
        cells.columns.append(UInt16(column))
      }
    }
    var sheet = Sheet(file: "a.xlsx", name: name, cells: cells, buffer: buffer)
    sheet.merges = merges
    sheet.isHidden = isHidden
    sheet.hiddenRows = hiddenRows
    sheet.hiddenColumns = hiddenColumns
    return sheet
  }

  /// Returns texts as cells; blank where empty, numbers where they are digits with a point.
  static func cells(_ line: String) -> [Cell] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { field in
      let text = CellText.trimmed(String(field))
      if text.isEmpty { return .blank }
      if text.hasPrefix("#") && text != "#" { return .error(text) }
      if text == "=" { return .formula }
      if text.hasSuffix("%%") { return .percent(String(text.dropLast(2))) }
      return text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil ? .number(text) : .text(text)
    }
  }

  /// Returns a sheet of lines of fields between bars: numbers as numbers, "0.5%%" as a number that is shown
  /// in percent, "#N/A" as an error, "=" as a formula without a result.
  static func workbookSheet(_ name: String = "Trang", _ lines: String...) -> Sheet {
    sheet(named: name, lines.map(cells))
  }

  /// Returns the tables that are recognised in a sheet.
  static func layouts(_ sheet: Sheet) -> [TableLayout] {
    var recognizer = LayoutRecognizer(SheetReading(sheet, reader), sheetIndex: 0)
    return recognizer.tables()
  }

  /// What is read of sheets.
  struct Outcome {
    let lines: [String]
    let facts: [FactRecord]
    let diagnostics: [Diagnostic]
    let collector: FigureCollector
    let layouts: [TableLayout]

    var codes: [String] { diagnostics.map(\.code.id) }
  }

  /// Reads sheets as the tables of one file.
  static func outcome(_ sheets: [Sheet], decimal: NumberConvention? = nil) -> Outcome {
    var layouts: [TableLayout] = []
    let readings = sheets.map { SheetReading($0, reader) }
    for (index, reading) in readings.enumerated() {
      var recognizer = LayoutRecognizer(reading, sheetIndex: index)
      layouts += recognizer.tables()
    }
    var collector = FigureCollector(readings: readings, vocabulary: vocabulary)
    for (index, layout) in layouts.enumerated() { collector.collect(layout, index: index) }
    var assembler = FigureAssembler(collector, vocabulary: vocabulary, decimal: decimal)
    assembler.assemble()
    return Outcome(
      lines: lines(assembler.entries), facts: assembler.facts,
      diagnostics: collector.diagnostics + assembler.diagnostics, collector: collector,
      layouts: layouts)
  }
}
