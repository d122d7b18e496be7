import Datasets
import Diagnostics
import Foundation
import Indicators
import InputFiles

extension SourceOptions {
  /// Returns what a reader of loose files is told.
  func looseFileOptions(
    _ vocabulary: IndicatorVocabulary, place: String?, _ console: Console
  ) throws(Faults) -> LooseFileOptions {
    var options = LooseFileOptions(vocabulary: vocabulary, place: place, decimal: decimal)
    if let mapping {
      options.mapping = try SourceFile(reading: console.url(of: mapping), shownAs: mapping)
    }
    return options
  }

  /// Returns the data asked for: a file or folder, a shipped package by its name, the package in the current
  /// folder, else the shipped example.
  func dataset(
    _ resources: ResourceFolder, _ options: LooseFileOptions, _ console: Console
  ) throws(Faults) -> LoadedDataset {
    if let path = data {
      let url = console.url(of: path)
      let isShippedName =
        !path.contains("/")
        && !FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
        && resources.packageNames().contains(path)
      return isShippedName
        ? try Self.shipped(path, resources) : try DatasetReader.read(url, shownAs: path, options)
    }
    let own = console.currentFolder.appending(path: "datapackage.json")
    if FileManager.default.fileExists(atPath: own.path(percentEncoded: false)) {
      return try DatasetReader.read(console.currentFolder, shownAs: ".")
    }
    return try Self.shipped("kien-hung", resources)
  }

  private static func shipped(
    _ name: String, _ resources: ResourceFolder
  ) throws(Faults) -> LoadedDataset {
    try DatasetReader.read(
      resources.url.appending(path: name), shownAs: "\(ResourceFolder.shownName)/\(name)")
  }

  /// Returns the data with the history of present units rebuilt, where a crosswalk is given.
  func rebuilt(_ loaded: LoadedDataset, _ console: Console) throws(Faults) -> LoadedDataset {
    guard let crosswalk else { return loaded }
    return try loaded.rebuilt(
      after: try SourceFile(reading: console.url(of: crosswalk), shownAs: crosswalk))
  }

  /// Returns the pace library asked for: the user's own, else the shipped one.
  func paceLibraryFile(
    _ resources: ResourceFolder, _ console: Console
  ) throws(Faults) -> SourceFile {
    guard let library else { return try resources.paceLibraryFile() }
    return try SourceFile(reading: console.url(of: library), shownAs: library)
  }
}
