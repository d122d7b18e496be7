package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// What a reader of loose files is told beside the file.
package struct LooseFileOptions: Sendable {
  /// The names of indicators and groups.
  package var vocabulary: IndicatorVocabulary
  /// The place of tables that name none.
  package var place: String?
  /// The sign that separates decimals; nil decides by the file.
  package var decimal: NumberConvention?
  /// What the user says of the tables; nil recognises them.
  package var mapping: SourceFile?

  package init(
    vocabulary: IndicatorVocabulary = .empty, place: String? = nil,
    decimal: NumberConvention? = nil, mapping: SourceFile? = nil
  ) {
    self.vocabulary = vocabulary
    self.place = place
    self.decimal = decimal
    self.mapping = mapping
  }
}

/// All that was read of a loose file: figures, facts, how its tables were understood, what was found.
package struct LooseFile: Sendable {
  /// The file.
  package let source: SourceFile
  /// The tables, as understood.
  package let tables: [RecognisedTable]
  /// The figures that are sound.
  package let entries: [IndicatorPanel.Entry]
  /// The places, with those that others are part of where names tell.
  package let places: [Place]
  /// The pass/fail items and grades.
  package let facts: [FactRecord]
  /// Who answers for which indicator, where the file says.
  package let assignments: [Assignment]
  /// Everything found, in the order of the file.
  package let diagnostics: [Diagnostic]

  /// Whether nothing found is an error.
  package var isSound: Bool { diagnostics.allSatisfy { $0.severity != .error } }

  /// Reads a workbook or a text file of any layout that can be recognised.
  ///
  /// - Returns: all that could be read, faults beside it.
  /// - Throws: `Faults` when the file cannot be read at all.
  /// - Complexity: O(bytes).
  package static func read(
    _ source: SourceFile, _ options: LooseFileOptions
  ) throws(Faults) -> LooseFile {
    let (sheets, faults) = try Self.sheets(of: source)
    let reader = HeadingReader(options.vocabulary)
    let readings = sheets.map { SheetReading($0, reader) }
    var layouts: [TableLayout] = []
    var findings = faults
    if let mapping = options.mapping {
      layouts = try MappingReader(mapping, readings: readings, vocabulary: options.vocabulary)
        .tables()
    } else {
      for (index, reading) in readings.enumerated() {
        var recognizer = LayoutRecognizer(reading, sheetIndex: index)
        layouts += recognizer.tables()
      }
    }
    SheetPlaces.settle(&layouts, sheets: sheets, reader: reader)
    let titled = layouts.compactMap(\.context.place)
    if let place = options.place {
      for index in layouts.indices where layouts[index].context.place == nil {
        layouts[index].context.place = place
        layouts[index].contextReasons.append(
          Phrase(vi: "địa phương “\(place)”, theo --place", en: "place “\(place)”, from --place"))
      }
    }
    var collector = FigureCollector(readings: readings, vocabulary: options.vocabulary)
    for (index, layout) in layouts.enumerated() { collector.collect(layout, index: index) }
    for place in titled { collector.notePlace(place) }
    var assembler = FigureAssembler(
      collector, vocabulary: options.vocabulary, decimal: options.decimal)
    assembler.assemble()
    findings += collector.diagnostics + assembler.diagnostics
    let agencies = AssignmentSheets(readings)
    findings += agencies.diagnostics
    findings += SheetFindings.of(
      sheets, layouts: layouts, reader: reader, assigning: agencies.sheets)
    findings += SheetFindings.unknownIndicators(assembler.entries, options.vocabulary)
    if options.vocabulary.terms.isEmpty { findings += PanelChecks.lookAlikes(assembler.entries) }
    if let nothing = SheetFindings.nothing(
      sheets, layouts: layouts, hasFigures: !assembler.entries.isEmpty || !assembler.facts.isEmpty,
      findings)
    {
      findings.append(nothing)
    }
    let places = PlaceTree.places(collector.places, parents: collector.parents, assembler.entries)
    return LooseFile(
      source: source,
      tables: layouts.enumerated().map {
        RecognisedTable($1, index: $0, collector: collector, sheets: sheets)
      },
      entries: assembler.entries, places: places, facts: assembler.facts,
      assignments: agencies.assignments,
      diagnostics: SheetFindings.inOrder(findings, sheets: sheets))
  }

  static func sheets(
    of source: SourceFile
  ) throws(Faults) -> (sheets: [Sheet], faults: [Diagnostic]) {
    let format = try FileFormat.of(source)
    switch format {
    case .workbook:
      let sheets = try Workbook.read(source)
      return (sheets, try Self.oldFontFaults(sheets))
    case .text:
      let (sheet, faults) = try DelimitedText.readSheet(source)
      return ([sheet], faults)
    default: throw Faults(format.fault(at: source.path))
    }
  }

  /// Returns a fault for each sheet whose texts are those of a font that predates Unicode.
  private static func oldFontFaults(_ sheets: [Sheet]) throws(Faults) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for sheet in sheets {
      var texts: [String] = []
      var places: [(row: Int, column: Int)] = []
      for row in 0..<min(sheet.rowCount, 500) {
        for cell in sheet.cells(in: row)
        where sheet.kind(of: cell).isText && texts.count < 2_000
          && sheet.bytes(of: cell).count <= 2_000
        {
          texts.append(sheet.text(of: cell))
          places.append((row, sheet.column(of: cell, in: row)))
        }
      }
      guard let finding = LegacyVietnamese.finding(in: texts) else { continue }
      let place = places[finding.index]
      faults.append(finding.diagnostic(at: sheet.position(row: place.row, column: place.column)))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return []
  }

  /// The data set that the file holds.
  package func dataset(title: String) -> Dataset {
    Dataset(
      title: title, panel: IndicatorPanel(entries: entries, places: places), facts: facts,
      assignments: assignments)
  }
}
