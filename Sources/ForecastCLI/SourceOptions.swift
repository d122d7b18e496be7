import Datasets
import Diagnostics
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
