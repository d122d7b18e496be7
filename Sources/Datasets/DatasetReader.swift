package import Diagnostics
package import Foundation
package import Indicators
package import InputFiles
import Wording

/// A data set as read: its content, the files behind it, and what a reader has to know.
package struct LoadedDataset: Sendable {
  /// The content.
  package internal(set) var dataset: Dataset
  /// Every file that was read, in order.
  package let sources: [SourceFile]
  /// Warnings and notes; errors only where `DatasetReader.check` was asked to read what it can.
  package internal(set) var diagnostics: [Diagnostic]
  /// How the tables of a loose file were understood; none for a package.
  package var tables: [RecognisedTable] = []
  /// Whether it is a loose file, which declares no places.
  package var isLoose = false
}

/// The reader of data packages and loose files.
package enum DatasetReader {
  /// Reads as much as can be read, faults beside it.
  ///
  /// - Throws: `Faults` when nothing can be read, or a package has errors.
  package static func check(
    _ url: URL, shownAs path: String, _ options: LooseFileOptions
  ) throws(Faults) -> LoadedDataset {
    var isDirectory: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: url.path(percentEncoded: false), isDirectory: &isDirectory)
    if exists, isDirectory.boolValue || url.lastPathComponent == PackageDescriptor.fileName {
      return try read(url, shownAs: path, options)
    }
    return try checkLooseFile(url, shownAs: path, options)
  }

  /// Reads a data package (a folder with datapackage.json, or that file), a workbook or a text file.
  ///
  /// - Parameters:
  ///   - url: the folder or file.
  ///   - path: the name by which messages and results call it.
  ///   - options: what is known beside a loose file; a package says all of it itself.
  /// - Returns: the content, without errors.
  /// - Throws: `Faults` with all faults of all tables at once.
  /// - Complexity: O(bytes).
  package static func read(
    _ url: URL, shownAs path: String, _ options: LooseFileOptions = LooseFileOptions()
  ) throws(Faults) -> LoadedDataset {
    var isDirectory: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: url.path(percentEncoded: false), isDirectory: &isDirectory)
    guard exists else {
      throw Faults(Diagnostic(.fileMissing, at: InputPosition(file: path), ["path": path]))
    }
    if isDirectory.boolValue { return try readPackage(url, shownAs: path) }
    if url.lastPathComponent == PackageDescriptor.fileName {
      let folder = url.deletingLastPathComponent()
      return try readPackage(folder, shownAs: parentPath(of: path))
    }
    return try readLooseFile(url, shownAs: path, options)
  }

  private static func parentPath(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func readLooseFile(
    _ url: URL, shownAs path: String, _ options: LooseFileOptions
  ) throws(Faults) -> LoadedDataset {
    var loaded = try checkLooseFile(url, shownAs: path, options)
    // A file without figures is no fault of the file for those who ask about a place.
    loaded.diagnostics.removeAll { $0.code == .tableWithoutFigures }
    guard loaded.diagnostics.allSatisfy({ $0.severity != .error }) else {
      throw Faults(loaded.diagnostics)
    }
    let (whole, remarks) = SummedCommune.added(to: loaded.dataset, tables: loaded.tables)
    loaded.dataset = whole
    loaded.diagnostics += remarks
    return loaded
  }

  private static func checkLooseFile(
    _ url: URL, shownAs path: String, _ options: LooseFileOptions
  ) throws(Faults) -> LoadedDataset {
    let source = try SourceFile(reading: url, shownAs: path)
    let file = try LooseFile.read(source, options)
    let dataset = file.dataset(title: url.lastPathComponent)
    return LoadedDataset(
      dataset: dataset, sources: [source] + [options.mapping].compactMap { $0 },
      diagnostics: file.diagnostics + PanelChecks.sums(of: dataset.panel), tables: file.tables,
      isLoose: true)
  }

  /// Returns findings of one file by their lines.
  static func inOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.enumerated().sorted { first, second in
      let lines = (first.element.position?.line ?? 0, second.element.position?.line ?? 0)
      return lines.0 != lines.1 ? lines.0 < lines.1 : first.offset < second.offset
    }.map(\.element)
  }

  private static func readPackage(_ folder: URL, shownAs path: String) throws(Faults)
    -> LoadedDataset
  {
    let descriptorURL = folder.appending(path: PackageDescriptor.fileName)
    guard FileManager.default.fileExists(atPath: descriptorURL.path(percentEncoded: false)) else {
      throw Faults(
        Diagnostic(.packageMissing, at: InputPosition(file: path), ["path": path]))
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let descriptorSource = try SourceFile(
      reading: descriptorURL, shownAs: prefix + PackageDescriptor.fileName)
    let descriptor = try PackageDescriptor(descriptorSource)
    var package = PackageTables(folder: folder, prefix: prefix, descriptor: descriptor)
    let dataset = package.dataset()
    if package.diagnostics.contains(where: { $0.severity == .error }) {
      throw Faults(package.diagnostics)
    }
    return LoadedDataset(
      dataset: dataset, sources: [descriptorSource] + package.sources,
      diagnostics: package.diagnostics)
  }
}

/// The tables of one package, read one after the other while faults are collected.
private struct PackageTables {
  let folder: URL
  let prefix: String
  let descriptor: PackageDescriptor
  var sources: [SourceFile] = []
  var diagnostics: [Diagnostic] = []

  init(folder: URL, prefix: String, descriptor: PackageDescriptor) {
    self.folder = folder
    self.prefix = prefix
    self.descriptor = descriptor
  }

  private static let roles = [
    "observations", "places", "indicators", "breaks", "facts", "assignment", "recognition",
    "crosswalk",
  ]

  mutating func dataset() -> Dataset {
    for resource in descriptor.resources where !Self.roles.contains(resource.name) {
      let nearest = NearestName.suggestions(for: resource.name, among: Self.roles, limit: 1)
      diagnostics.append(
        Diagnostic(
          .resourceUnknown, at: resource.position, value: resource.name,
          ["nearest": nearest.first ?? Self.roles.joined(separator: ", ")]))
    }
    let places = records("places") { table, _ in RecordTables.places(table) }
    let indicators = records("indicators") { table, _ in RecordTables.indicators(table) }
    let breaks = records("breaks") { table, _ in RecordTables.breaks(table) }
    let entries = records("observations") { table, resource in
      ObservationTable.read(table, missingValues: resource.missingValues)
    }
    let facts = records("facts") { table, _ in FactTable.read(table) }
    let assignments = records("assignment") { table, _ in RecordTables.assignments(table) }
    let recognitions = records("recognition") { table, _ in RecordTables.recognitions(table) }
    let transfers = records("crosswalk") { table, _ in CrosswalkTable.read(table) }
    var panel = IndicatorPanel(
      entries: entries, places: places, indicators: indicators, breaks: breaks)
    if !places.isEmpty { diagnostics += PanelChecks.undeclaredPlaces(entries, declared: places) }
    diagnostics += PanelChecks.sums(of: panel)
    if !transfers.isEmpty {
      diagnostics += CrosswalkChecks.unknownNames(in: transfers, panel: panel)
      if !diagnostics.contains(where: { $0.severity == .error }) {
        let rebuilding = PanelRebuilding(
          panel, crosswalk: Crosswalk(transfers), onlyKnownPlaces: !places.isEmpty)
        panel = rebuilding.panel
        diagnostics += rebuilding.diagnostics
      }
    }
    return Dataset(
      title: descriptor.title, source: descriptor.publisher,
      isIllustrative: descriptor.isIllustrative,
      notice: descriptor.notice, defaultPlace: descriptor.defaultPlace, panel: panel,
      facts: facts, assignments: assignments, recognitions: recognitions)
  }

  private mutating func records<Record>(
    _ name: String,
    _ read: (Table, PackageDescriptor.Resource) -> (records: [Record], diagnostics: [Diagnostic])
  ) -> [Record] {
    guard let resource = descriptor.resource(named: name) else { return [] }
    do throws(Faults) {
      let source = try SourceFile(
        reading: folder.appending(path: resource.path), shownAs: prefix + resource.path)
      sources.append(source)
      if let stated = resource.sha256, stated != source.sha256 {
        diagnostics.append(Diagnostic(.resourceChanged, at: InputPosition(file: source.path)))
      }
      let (table, faults) = try DelimitedText.readSoundRows(source)
      let result = read(table, resource)
      diagnostics += DatasetReader.inOrder(faults + result.diagnostics)
      return result.records
    } catch {
      diagnostics += error.diagnostics
      return []
    }
  }
}

extension DiagnosticCode {
  package static let packageMissing = DiagnosticCode(
    "package.missing", obstacle: .missingInput,
    message: Phrase(
      vi: "thư mục “{path}” không phải là gói số liệu: không có datapackage.json",
      en: "the folder “{path}” is no data package: it has no datapackage.json"),
    remedy: Phrase(
      vi: "Chỉ thẳng tới tệp .csv, hoặc thêm datapackage.json theo mẫu datasets/kien-hung.",
      en: "Name the .csv file itself, or add a datapackage.json as in datasets/kien-hung."))

  package static let resourceUnknown = DiagnosticCode(
    "package.resource-unknown", .warning,
    message: Phrase(
      vi: "không biết bảng “{value}”, bỏ qua bảng này",
      en: "the table “{value}” is not known and is passed over"),
    remedy: Phrase(
      vi: "Nếu viết nhầm, đổi tên tài nguyên thành: {nearest}.",
      en: "If misspelt, rename the resource: {nearest}."))

  package static let resourceChanged = DiagnosticCode(
    "package.hash", .note,
    message: Phrase(
      vi: "tệp đã đổi so với dấu SHA-256 ghi trong datapackage.json",
      en: "the file differs from the SHA-256 stated in datapackage.json"),
    remedy: Phrase(
      vi: "Nếu tự sửa số liệu thì không cần làm gì.", en: "If you edited it yourself, all is well.")
  )
}
