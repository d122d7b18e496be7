import InputFiles
import Wording

/// Sheets that are named by places, one a place: the only thing that tells their tables apart.
enum SheetPlaces {
  private static let generic: Set<String> = [
    "sheet", "trang", "bang", "bieu", "data", "so", "tong", "du", "table", "du lieu", "phu", "muc",
    "nhap",
  ]

  /// Takes the names of sheets for places where nothing else names any: two sheets at least, each with
  /// tables of the same headings, and no name that says a year, an indicator or "Sheet1".
  static func settle(_ layouts: inout [TableLayout], sheets: [Sheet], reader: HeadingReader) {
    let open = layouts.indices.filter { index in
      let layout = layouts[index]
      return layout.context.place == nil && layout.key(.place) == nil
        && layout.figureColumns.allSatisfy { $0.meaning.place == nil }
    }
    let numbers = Set(open.map { layouts[$0].sheet })
    guard numbers.count > 1, open.count == layouts.count else { return }
    let headings = Set(open.map { layouts[$0].columns.map { HeadingKey($0.heading) } })
    let names = numbers.sorted().compactMap { sheets[$0].name }
    guard headings.count == 1, names.count == numbers.count,
      names.allSatisfy({ isName($0, reader) })
    else { return }
    for index in open {
      guard let name = sheets[layouts[index].sheet].name else { continue }
      layouts[index].context.place = name.split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      layouts[index].contextReasons.append(
        Phrase(
          vi: "địa phương “\(name)”, theo tên trang tính",
          en: "place “\(name)”, from the name of the sheet"))
    }
  }

  private static func isName(_ name: String, _ reader: HeadingReader) -> Bool {
    let parts = reader.parts(of: name)
    let words = HeadingKey(name).words
    guard let first = words.first, !generic.contains(first.filter { !$0.isNumber }) else {
      return false
    }
    return !parts.isSignal && parts.year == nil && parts.measure == nil && !parts.isTotal
      && words.contains { $0.contains(where: \.isLetter) } && words.count <= 6
  }
}
