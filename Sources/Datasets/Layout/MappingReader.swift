import Diagnostics
import Indicators
import InputFiles
import Wording

/// The reading of a mapping file: what the user says of the tables of a file, in place of recognition.
///
/// Written by `forecast init`; docs/data-format.md describes each key.
struct MappingReader {
  private static let tableKeys = [
    "sheet", "headerRows", "rows", "place", "indicator", "year", "measure", "status", "columns",
  ]
  private static let meaningKeys = ["place", "indicator", "group", "year", "measure", "status"]

  private let tree: TextTree
  private let readings: [SheetReading]
  private let terms: [IndicatorVocabulary.Term]

  /// - Throws: `Faults` when the file is no YAML.
  init(
    _ source: SourceFile, readings: [SheetReading], vocabulary: IndicatorVocabulary
  ) throws(Faults) {
    tree = try TextTree.read(source)
    self.readings = readings
    terms = vocabulary.terms
  }

  /// Returns the tables in the order of the mapping.
  ///
  /// - Throws: `Faults` with everything that does not fit the file.
  func tables() throws(Faults) -> [TableLayout] {
    var faults: [Diagnostic] = []
    guard let nodes = tree["tables"]?.elements, !nodes.isEmpty else {
      throw Faults(fault(tree, "tables"))
    }
    let tables = nodes.compactMap { table($0, &faults) }
    guard faults.isEmpty else { throw Faults(faults) }
    return tables
  }

  private func fault(_ node: TextTree, _ key: String, value: String? = nil) -> Diagnostic {
    Diagnostic(.mappingInvalid, at: node.position, value: value ?? node.text, ["key": key])
  }

  private func table(_ node: TextTree, _ faults: inout [Diagnostic]) -> TableLayout? {
    for entry in node.entries ?? [] where !Self.tableKeys.contains(entry.key) {
      faults.append(fault(entry.value, entry.key, value: entry.key))
    }
    let name = node["sheet"]?.text
    guard let index = readings.firstIndex(where: { name == nil || $0.sheet.name == name }) else {
      faults.append(fault(node["sheet"] ?? node, "sheet"))
      return nil
    }
    let sheet = readings[index].sheet
    let numbers = (node["headerRows"]?.elements ?? []).map { $0.text.flatMap { Int($0) } }
    let header = (0..<sheet.rowCount).filter { numbers.contains(sheet.rowNumber($0)) }
    let lastRow = sheet.rowCount > 0 ? sheet.rowNumber(sheet.rowCount - 1) : 0
    guard !numbers.isEmpty, numbers.allSatisfy({ (1...max(1, lastRow)).contains($0 ?? 0) }),
      let lastHeader = header.last
    else {
      faults.append(fault(node["headerRows"] ?? node, "headerRows"))
      return nil
    }
    let stated = node["rows"]?.elements ?? []
    let bounds = stated.compactMap { $0.text.flatMap { Int($0) } }
    guard
      node["rows"] == nil
        || (stated.count == 2 && bounds.count == 2 && bounds[0] <= bounds[1])
    else {
      faults.append(fault(node["rows"] ?? node, "rows"))
      return nil
    }
    let body = ((lastHeader + 1)..<max(lastHeader + 1, sheet.rowCount)).filter { row in
      bounds.isEmpty || (bounds[0]...bounds[1]).contains(sheet.rowNumber(row))
    }
    let width = (0..<sheet.rowCount).map { sheet.width(of: $0) }.max() ?? 0
    let columns = (node["columns"]?.entries ?? []).compactMap {
      column($0, header: header, width: width, readings[index], &faults)
    }
    if node["columns"]?.entries?.isEmpty ?? true {
      faults.append(fault(node["columns"] ?? node, "columns"))
    }
    // "A" and "1" are one column.
    if Set(columns.map(\.index)).count < columns.count {
      faults.append(fault(node["columns"] ?? node, "columns"))
    }
    var context = meaning(node, &faults)
    context.place = node["place"]?.text
    return TableLayout(
      sheet: index, headerRows: header,
      body: (body.first ?? lastHeader + 1)..<((body.last ?? lastHeader) + 1),
      columns: columns.sorted { $0.index < $1.index }, context: context,
      contextReasons: [Phrase(vi: "theo tệp khai báo", en: "from the mapping file")])
  }

  private func column(
    _ entry: TextTree.Entry, header: [Int], width: Int, _ reading: SheetReading,
    _ faults: inout [Diagnostic]
  ) -> LayoutColumn? {
    let number = Int(entry.key).map { $0 - 1 } ?? CellName.column(ofLetters: entry.key)
    guard let index = number, (0..<width).contains(index) else {
      faults.append(fault(entry.value, "columns", value: entry.key))
      return nil
    }
    let role: ColumnRole
    if let word = entry.value.text {
      switch word {
      case "none", "plan": role = .passedOver
      case "parent": role = .parent
      case "figures": role = .figures(FigureMeaning())
      default:
        guard let field = LayoutField(rawValue: word), field != .value else {
          faults.append(fault(entry.value, entry.key))
          return nil
        }
        role = .key(field)
      }
    } else if let entries = entry.value.entries {
      for inner in entries where !Self.meaningKeys.contains(inner.key) {
        faults.append(fault(inner.value, inner.key, value: inner.key))
      }
      role = .figures(meaning(entry.value, &faults))
    } else {
      faults.append(fault(entry.value, entry.key))
      return nil
    }
    let heading = header.map { reading.shownText(row: $0, column: index) }.filter { !$0.isEmpty }
    return LayoutColumn(
      index: index, heading: heading.joined(separator: " / "), role: role,
      reason: Phrase(vi: "theo tệp khai báo", en: "from the mapping file"))
  }

  private func meaning(_ node: TextTree, _ faults: inout [Diagnostic]) -> FigureMeaning {
    var meaning = FigureMeaning()
    meaning.place = node["place"]?.text
    if let id = node["indicator"]?.text {
      meaning.term = terms.firstIndex { $0.kind != .base && $0.id == id }
      if meaning.term == nil { meaning.ownIndicator = id }
    }
    if let group = node["group"], let id = group.text {
      meaning.term = terms.firstIndex { $0.kind == .base && $0.id == id }
      if meaning.term == nil { faults.append(fault(group, "group")) }
    }
    if let year = node["year"], let text = year.text {
      meaning.year = HeadingReader.year(text)
      if meaning.year == nil { faults.append(fault(year, "year")) }
    }
    if let measure = node["measure"], let text = measure.text {
      meaning.measure = Measure.allCases.first { $0.fieldName == text }
      if meaning.measure == nil { faults.append(fault(measure, "measure")) }
      meaning.saysPercentSign = meaning.measure == .percent
    }
    if let status = node["status"], let text = status.text {
      let statuses: [String: StatusWord] = [
        "final": .final, "preliminary": .preliminary, "estimated": .estimated,
      ]
      meaning.status = statuses[text]
      if meaning.status == nil { faults.append(fault(status, "status")) }
    }
    return meaning
  }
}

extension DiagnosticCode {
  static let mappingInvalid = DiagnosticCode(
    "mapping.invalid",
    message: Phrase(
      vi: "tệp khai báo bảng: “{key}” không khớp với tệp số liệu hoặc viết sai",
      en: "the mapping file: “{key}” does not fit the file of figures, or is misspelt"),
    remedy: Phrase(
      vi: "Ghi lại tệp khai báo bằng forecast init rồi sửa từng dòng theo chú thích trong đó.",
      en: "Write the mapping anew by forecast init and change it as its comments say."))
}
