import Diagnostics
import InputFiles

extension SourceOptions {
  /// Returns the pace library asked for: the user's own, else the shipped one.
  func paceLibraryFile(
    _ resources: ResourceFolder, _ console: Console
  ) throws(Faults) -> SourceFile {
    guard let library else { return try resources.paceLibraryFile() }
    return try SourceFile(reading: console.url(of: library), shownAs: library)
  }
}
