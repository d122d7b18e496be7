package import Diagnostics
import Wording

/// A reader of .xlsx workbooks: libzip inflates, expat tells the elements, nothing is kept but cells.
///
/// Understood are shared, inline and rich texts, numbers with the styles that matter (percent, day),
/// cached results of formulas, errors, merged cells, hidden rows, columns and sheets, part names of
/// any spelling, and both namespaces. Own code, because the one library in reach (liborcus) silently
/// loses inline texts and whole sheets, and no Swift package reads workbooks.
package enum Workbook {
  /// Reads all worksheets in the order of the workbook.
  ///
  /// - Complexity: O(bytes when inflated), one pass a part.
  /// - Throws: `Faults` when the container or a part is damaged, hostile, encrypted or no workbook.
  package static func read(_ source: SourceFile) throws(Faults) -> [Sheet] {
    let archive = try ZipArchive(source)
    let parts = try WorkbookStructure(archive, file: source.path)
    let strings = SharedStrings()
    if let part = parts.sharedStrings {
      try strings.listen(to: part, of: archive, file: source.path)
    }
    let styles = CellStyles()
    if let part = parts.styles { try styles.listen(to: part, of: archive, file: source.path) }
    let kinds = styles.kinds()
    var buffer = strings.takeBuffer()
    var cellCount = 0
    var read: [(listed: WorkbookStructure.ListedSheet, events: WorksheetEvents)] = []
    for listed in parts.sheets {
      let events = WorksheetEvents(
        buffer: buffer, stringEnds: strings.ends, styles: kinds, earlierCellCount: cellCount,
        position: InputPosition(file: source.path, sheet: listed.name))
      buffer = []
      try events.listen(to: listed.part, of: archive, file: source.path)
      buffer = events.takeBuffer()
      cellCount += events.cells.starts.count
      read.append((listed, events))
    }
    return read.map { listed, events in
      var sheet = Sheet(
        file: source.path, name: listed.name, cells: events.cells, buffer: buffer,
        usesDates1904: parts.usesDates1904)
      sheet.isHidden = listed.isHidden
      sheet.hiddenRows = events.hiddenRows
      sheet.hiddenColumns = events.hiddenColumns
      sheet.merges = events.merges
      sheet.fonts = styles.fonts
      return sheet
    }
  }
}

/// Which parts of a container are what.
private struct WorkbookStructure {
  struct ListedSheet {
    let name: String
    let part: ZipArchive.Part
    let isHidden: Bool
  }

  /// The most sheets that are read.
  static let sheetLimit = 1_000

  var sheets: [ListedSheet] = []
  var sharedStrings: ZipArchive.Part?
  var styles: ZipArchive.Part?
  var usesDates1904 = false

  init(_ archive: ZipArchive, file: String) throws(Faults) {
    let root = try Self.relationships("", archive, file: file)
    let main =
      root.first { $0.type == "officeDocument" }
      .map { RelationshipEvents.resolve($0.target, from: "") } ?? "xl/workbook.xml"
    guard let part = archive.part(named: main) else { throw Self.missing(main, file) }
    if main.lowercased().hasSuffix(".bin") || !main.lowercased().hasSuffix(".xml") {
      throw Faults(FileFormat.binaryWorkbook.fault(at: file))
    }
    let workbook = WorkbookEvents()
    try workbook.listen(to: part, of: archive, file: file)
    usesDates1904 = workbook.usesDates1904
    let relationships = try Self.relationships(main, archive, file: file)
    func target(_ type: String) -> ZipArchive.Part? {
      relationships.first { $0.type == type }
        .flatMap { archive.part(named: RelationshipEvents.resolve($0.target, from: main)) }
    }
    sharedStrings = target("sharedStrings")
    styles = target("styles")
    guard workbook.sheets.count <= Self.sheetLimit else {
      throw Faults(
        Diagnostic(
          .workbookTooLarge, at: InputPosition(file: file),
          ["found": "\(workbook.sheets.count)", "limit": "\(Self.sheetLimit)"],
          phrases: ["what": Phrase(vi: "số trang tính", en: "sheets")]))
    }
    let relationshipsOfIDs = Dictionary(
      relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for listed in workbook.sheets {
      guard let relationship = relationshipsOfIDs[listed.relationship] else {
        throw Self.missing("sheet “\(listed.name)”", file)
      }
      guard relationship.type == "worksheet" else { continue }
      let name = RelationshipEvents.resolve(relationship.target, from: main)
      guard let part = archive.part(named: name) else { throw Self.missing(name, file) }
      sheets.append(
        ListedSheet(
          name: TextKey.printable(TextKey.composed(listed.name)), part: part,
          isHidden: listed.isHidden))
    }
    guard !sheets.isEmpty else {
      throw Faults(Diagnostic(.workbookEmpty, at: InputPosition(file: file)))
    }
  }

  private static func relationships(
    _ part: String, _ archive: ZipArchive, file: String
  ) throws(Faults) -> [RelationshipEvents.Relationship] {
    guard let found = archive.part(named: RelationshipEvents.name(of: part)) else { return [] }
    let events = RelationshipEvents()
    try events.listen(to: found, of: archive, file: file)
    return events.relationships
  }

  private static func missing(_ part: String, _ file: String) -> Faults {
    Faults(
      Diagnostic(.workbookDamaged, at: InputPosition(file: file), ["reason": "\(part)?"]))
  }
}

extension DiagnosticCode {
  package static let workbookEmpty = DiagnosticCode(
    "workbook.no-sheet",
    message: Phrase(vi: "tệp Excel không có trang tính nào", en: "the workbook has no worksheet"),
    remedy: Phrase(
      vi: "Mở tệp bằng Excel, thêm trang tính có bảng số liệu rồi lưu dạng .xlsx.",
      en: "Open it in Excel, add a sheet with the table of figures and save it as .xlsx."))
}
