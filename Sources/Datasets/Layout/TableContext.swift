import Diagnostics
import Indicators
import InputFiles
import Wording

/// What stands around a table and holds for all of it: titles above, the name of the sheet.
struct TableContext {
  private var reading: SheetReading
  /// The columns over which a title has to stand; nil where the table has the rows for itself.
  private let columns: ClosedRange<Int>?
  /// What was found.
  private(set) var meaning = FigureMeaning()
  /// Where each part was found.
  private(set) var reasons: [Phrase] = []
  /// The years of the titles and of the sheet's name where they differ.
  private(set) var yearsInConflict: (title: Int, name: Int)?

  init(reading: SheetReading, columns: ClosedRange<Int>?) {
    self.reading = reading
    self.columns = columns
  }

  /// Reads titles, the nearest to the table first, then the name of the sheet.
  mutating func read(titles: [Int]) {
    for row in titles.suffix(40).reversed() {
      let cells = reading.filledCells(row).filter { columns?.contains($0.column) ?? true }
      if cells.count == 2 { readLabel(cells.map(\.cell), row) }
      for (cell, column) in cells {
        let text = reading.sheet.text(of: cell)
        let label = reading.sheet.position(row: row, column: column).label
        for line in text.split(whereSeparator: \.isNewline) { readTitle(String(line), at: label) }
      }
    }
    if let name = reading.sheet.name { readName(name) }
  }

  private mutating func readLabel(_ cells: [Int], _ row: Int) {
    let first = reading.parts(ofCell: cells[0])
    let text = reading.sheet.text(of: cells[1])
    let label = reading.sheet.position(row: row).label
    if first.field == .place, meaning.place == nil, !reading.parts(of: text).isSignal {
      // "Xã | An Bình" names a kind and a name, as "Xã: An Bình" does.
      let kind = reading.sheet.text(of: cells[0]).prefix { $0 != ":" }
      let labelled = kind + ": " + text
      setPlace(PlaceName.labelled(in: labelled, reading.reader) ?? text, at: label)
    }
  }

  private mutating func readTitle(_ text: String, at label: String) {
    let parts = reading.parts(of: text)
    let place = PlaceName.labelled(in: text, reading.reader) ?? PlaceName.first(in: text)
    if let place, isFiner(place) { setPlace(place, at: label) }
    readYear(text, at: label)
    let bare = place.map { text.replacing($0, with: " ") } ?? text
    if meaning.term == nil, let term = reading.reader.term(inTitle: bare) {
      meaning.term = term
      let title = reading.reader.vocabulary.terms[term].title
      note(vi: "chỉ tiêu “\(title.vi)”", en: "indicator “\(title.en)”", at: label)
      if meaning.measure == nil, parts.measure == .percent { meaning.measure = .percent }
    }
    readUnit(text, at: label)
  }

  /// A title says a year as "năm 2024", or by the one number that can be a year; what stands in brackets,
  /// dates of letters and numbers of decisions say nothing about the figures.
  private mutating func readYear(_ text: String, at label: String) {
    guard meaning.year == nil else { return }
    let open = text.replacing(/\([^)]*\)/, with: " ")
    guard let parts = yearParts(of: open) ?? bracketParts(of: text), let year = parts.year else {
      return
    }
    meaning.year = year
    // Brackets say nothing of the year, but often how settled the figures are: "NĂM 2025 (SỐ LIỆU SƠ BỘ)".
    meaning.status = meaning.status ?? parts.status ?? reading.parts(of: text).status
    note(vi: "năm \(year)", en: "year \(year)", at: label)
  }

  /// Returns what a title without brackets says of the year; nil for dates of letters.
  private mutating func yearParts(of text: String) -> HeadingParts? {
    let plain = text.replacing(/[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}/) { match in
      match.output.hasPrefix("31/12/") ? String(match.output) : " "
    }
    let key = HeadingKey(plain)
    let parts = reading.parts(of: plain)
    let isDate = key.contains(["ngai"]) && !key.contains(["31", "12"])
    guard !isDate || parts.isPureYear, parts.year != nil, !parts.isChange, !parts.isPartOfYear,
      key.words.count <= 40
    else { return nil }
    return parts
  }

  /// Returns what brackets say of the year, unless they name the letter that the table came with.
  private mutating func bracketParts(of text: String) -> HeadingParts? {
    for match in text.matches(of: /\(([^)]*)\)/) {
      let content = String(match.output.1)
      let key = HeadingKey(content)
      let letters = [
        ["bao", "cao"], ["quiet", "dinh"], ["kem", "theo"], ["cong", "van"], ["theo"],
      ]
      if letters.contains(where: key.contains) { continue }
      if let parts = yearParts(of: content) { return parts }
    }
    return nil
  }

  private mutating func readUnit(_ text: String, at label: String) {
    guard meaning.measure == nil, let colon = text.lastIndex(of: ":") else { return }
    let before = HeadingKey(String(text[..<colon]))
    let unit = HeadingKey(String(text[text.index(after: colon)...])).text
    guard before.contains(["don", "vi"]) || before.contains(["dvt"]) else { return }
    if HeadingWords.percentUnits.contains(unit) {
      meaning.measure = .percent
      meaning.saysPercentSign = true
      note(vi: "đơn vị tính %", en: "unit %", at: label)
    } else if HeadingWords.countUnits.contains(unit) {
      meaning.measure = .count
      note(vi: "đơn vị tính \(unit)", en: "unit \(unit)", at: label)
    }
  }

  private mutating func readName(_ name: String) {
    let parts = reading.parts(of: name)
    let label = "“\(name)”"
    if let place = PlaceName.first(in: name), isFiner(place) { setPlace(place, at: label) }
    if let year = parts.year, !parts.isChange, !parts.isPartOfYear {
      if let stated = meaning.year, stated != year, parts.isPureYear {
        yearsInConflict = (stated, year)
      } else if meaning.year == nil {
        meaning.year = year
        meaning.status = parts.status ?? meaning.status
        note(vi: "năm \(year)", en: "year \(year)", at: label)
      }
    }
    if meaning.term == nil || parts.isWholeTerm, let term = parts.term,
      reading.reader.vocabulary.terms[term].kind != .base, meaning.term != term
    {
      meaning.term = term
      let title = reading.reader.vocabulary.terms[term].title
      note(vi: "chỉ tiêu “\(title.vi)”", en: "indicator “\(title.en)”", at: label)
    }
  }

  /// Whether a place says more than what is known: anything more than nothing, and a commune or a part of
  /// one more than the province or district of a letterhead.
  private func isFiner(_ place: String) -> Bool {
    guard let known = meaning.place else { return true }
    func isCoarse(_ name: String) -> Bool {
      let key = HeadingKey(name).words
      return [["tinh"], ["thanh", "pho"], ["huien"], ["quan"], ["thi", "xa"]].contains {
        key.starts(with: $0)
      }
    }
    return isCoarse(known) && !isCoarse(place)
  }

  private mutating func setPlace(_ place: String, at label: String) {
    meaning.place = place.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    note(vi: "địa phương “\(place)”", en: "place “\(place)”", at: label)
  }

  private mutating func note(vi: String, en: String, at label: String) {
    reasons.append(Phrase(vi: "\(vi), theo \(label)", en: "\(en), from \(label)"))
  }
}
