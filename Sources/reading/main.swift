import Datasets
import Diagnostics
import Foundation
import Indicators
import InputFiles
import Wording

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Prints what reading a file costs: its cells alone, and the figures in them.
///
///     reading cells FILE     one line of JSON: rows, cells, seconds, megabytes
///     reading figures FILE
///
/// One run a process, so that the peak of memory is that of the work named. Side by side with other
/// readers: Tests/Benchmarks/reading/run.py
let arguments = CommandLine.arguments
guard arguments.count == 3, ["cells", "figures"].contains(arguments[1]) else {
  print("reading cells|figures FILE")
  exit(64)
}

func read() throws(Faults) -> (rows: Int, cells: Int) {
  let source = try SourceFile(reading: URL(filePath: arguments[2]), shownAs: arguments[2])
  if arguments[1] == "figures" {
    let file = try LooseFile.read(source, LooseFileOptions())
    return (file.entries.count, file.tables.map(\.figureCount).reduce(0, +))
  }
  let sheets =
    try FileFormat.of(source) == .workbook
    ? try Workbook.read(source) : [try DelimitedText.readSheet(source).sheet]
  return (sheets.map(\.rowCount).reduce(0, +), sheets.map(\.cellCount).reduce(0, +))
}

let start = ContinuousClock.now
do throws(Faults) {
  let (rows, cells) = try read()
  let time = ContinuousClock.now - start
  let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  var usage = rusage()
  unsafe _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let megabytes = Double(usage.ru_maxrss) / 1024
  print(
    String(
      format: "{\"rows\": %d, \"cells\": %d, \"seconds\": %.4f, \"megabytes\": %.1f}", rows, cells,
      seconds, megabytes))
} catch {
  print(DiagnosticLayout(language: .en).text(of: error.diagnostics))
  exit(65)
}
