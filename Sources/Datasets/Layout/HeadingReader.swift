import Indicators
import Wording

/// What one heading or label says.
struct HeadingParts: Sendable {
  /// What a column of this heading says about its rows.
  var field: LayoutField?
  /// The year of the figures.
  var year: Int?
  /// Whether the text says a year and nothing else of substance.
  var isPureYear = false
  /// How settled the figures are.
  var status: StatusWord?
  /// What the figures are.
  var measure: Measure?
  /// Whether the text names a measure and nothing else.
  var isPureMeasure = false
  /// The indicator or group, as an index of the vocabulary's terms.
  var term: Int?
  /// Whether the whole name was recognised, and not one inside a longer text.
  var isWholeTerm = false
  /// Whether it is a sum or an average of others.
  var isTotal = false
  /// Whether the figures compare others.
  var isChange = false
  /// Whether the figures are wanted and not had.
  var isPlan = false
  /// Whether it begins with a kind of place.
  var isPlaceLike = false
  /// Whether it speaks of a part of a year.
  var isPartOfYear = false
  /// Whether words beside the name make it another thing: "chưa đạt", "đăng ký", "nữ".
  var isOther = false
  /// The key of what is left when year and status are taken off.
  var key = HeadingKey(words: [])

  /// Whether the text says anything by which a row of headings is known.
  var isSignal: Bool {
    field != nil || isPureYear || isPureMeasure || term != nil
  }
}

/// A reader of headings and labels after a vocabulary of indicators.
struct HeadingReader: Sendable {
  let vocabulary: IndicatorVocabulary
  private let fields: [String: LayoutField]
  private let measures: [String: Measure]
  let exactTerms: [String: [Int]]
  private let abbreviations: [String: Int]
  let containedTerms: [(words: [String], term: Int)]

  init(_ vocabulary: IndicatorVocabulary) {
    self.vocabulary = vocabulary
    var fields: [String: LayoutField] = [:]
    for entry in HeadingWords.fields { for key in entry.keys { fields[key] = entry.field } }
    var measures: [String: Measure] = [:]
    for entry in HeadingWords.measures { for key in entry.keys { measures[key] = entry.measure } }
    var exact: [String: [Int]] = [:]
    var contained: [(words: [String], term: Int)] = []
    var abbreviations: [String: Int] = [:]
    for (index, term) in vocabulary.terms.enumerated() {
      for name in term.names {
        let key = HeadingKey(name)
        if name.count >= 4, name.count <= 6, name.allSatisfy({ $0.isUppercase }) {
          abbreviations[TextKey.composed(name)] = index
          continue
        }
        for form in [key, Self.name(in: key)] where !form.isEmpty {
          if exact[form.text]?.contains(index) != true {
            exact[form.text, default: []].append(index)
          }
          if term.kind != .base, form.words.count >= 3 { contained.append((form.words, index)) }
        }
      }
    }
    fields[""] = nil
    measures[""] = nil
    self.fields = fields
    self.measures = measures
    exactTerms = exact
    self.abbreviations = abbreviations
    containedTerms = contained.sorted { ($0.words.count, $1.term) > ($1.words.count, $0.term) }
  }

  /// Returns what a text says; nothing for an empty text.
  func parts(of given: String) -> HeadingParts {
    var parts = HeadingParts()
    // Programs write the year 2024 as 2024.0 where a year is missing beside it.
    let text =
      given.hasSuffix(".0") && Self.year(String(given.dropLast(2))) != nil
      ? String(given.dropLast(2)) : given
    if let joined = joinedParts(of: text) { return joined }
    var key = HeadingKey(text)
    if key.words.starts(with: ["trong", "do"]), key.words.count > 2 {
      key = HeadingKey(words: Array(key.words.dropFirst(2)))
    }
    guard !key.isEmpty else { return parts }
    if let term = term(exactly: key) { (parts.term, parts.isWholeTerm) = (term, true) }
    parts.field = fields[key.text]
    parts.isTotal = HeadingWords.isTotal(key)
    parts.isPartOfYear = Self.isPartOfYear(text, key)
    readYear(&key, &parts)
    readStatus(&key, &parts)
    parts.isOther =
      !parts.isWholeTerm && !isName(key) && HeadingWords.others.contains(where: key.contains)
    parts.isChange = parts.isChange || HeadingWords.changes.contains(where: key.contains)
    let isShort = key.words.count <= 4 || parts.year != nil
    parts.isPlan = isShort && HeadingWords.plans.contains(where: key.contains)
    parts.key = key
    if parts.year != nil {
      let rest = key.removing(HeadingWords.yearFillers + HeadingWords.plans)
      parts.isPureYear = rest.isEmpty && !parts.isPartOfYear
      key = key.removing(HeadingWords.yearFillers)
    }
    if parts.field == nil { parts.field = fields[key.text] }
    readMeasureAndTerm(key, of: text, &parts)
    parts.isPlaceLike = Self.isPlaceLike(key)
    return parts
  }

  /// Returns what "Công dân học tập – Tổng số" or "Số đạt: Gia đình học tập" says: a name and a measure
  /// in one heading, told apart by a sign; nil for any other text.
  private func joinedParts(of text: String) -> HeadingParts? {
    let segments = text.split { "-–—:/,;|()[]\n".contains($0) }.map { HeadingKey(String($0)) }
      .filter { !$0.isEmpty }
    guard segments.count >= 2, segments.count <= 5 else { return nil }
    for (index, own) in [(segments.count - 1, true), (0, false)] {
      let words =
        segments[index].words.starts(with: ["trong", "do"])
        ? Array(segments[index].words.dropFirst(2)) : segments[index].words
      let bare = words.filter { $0 != "%" }
      let isPercent =
        words.contains("%") && (bare.isEmpty || measures[bare.joined(separator: " ")] == .percent)
      guard let measure = isPercent ? .percent : measures[words.joined(separator: " ")] else {
        continue
      }
      let rest = own ? segments.dropLast() : segments.dropFirst()
      let restText = rest.map(\.text).joined(separator: " ")
      guard !(own && isPercent && bare.isEmpty) else { continue }
      var parts = parts(of: restText)
      guard let term = parts.term, vocabulary.terms[term].kind == .share, parts.field == nil else {
        continue
      }
      parts.measure = measure
      parts.isWholeTerm = false
      return parts
    }
    return nil
  }

  private func readYear(_ key: inout HeadingKey, _ parts: inout HeadingParts) {
    let years = key.words.indices.filter { Self.year(key.words[$0]) != nil }
    let distinct = Set(years.compactMap { Self.year(key.words[$0]) })
    if distinct.count > 1 {
      parts.isChange = true
      return
    }
    guard let index = years.first, let year = distinct.first else { return }
    parts.year = year
    var words = key.words
    words.remove(at: index)
    // "31/12/2024", "31 thang 12 nam 2024": day and month belong to the year.
    var before = index - 1
    var removed = 0
    while before >= 0, removed < 2 {
      if let number = Int(words[before]), (1...31).contains(number) {
        words.remove(at: before)
        removed += 1
      } else if words[before] != "thang" && words[before] != "nam" {
        break
      }
      before -= 1
    }
    // 2024-12-31.
    if removed == 0, index + 1 < words.count, let month = Int(words[index]),
      let day = Int(words[index + 1]), (1...12).contains(month), (1...31).contains(day)
    {
      words.removeSubrange(index...(index + 1))
      if words.dropFirst(index).allSatisfy({ $0.allSatisfy(\.isNumber) }) {
        words.removeSubrange(index...)
      }
    }
    key = HeadingKey(words: words.filter { Self.year($0) != year })
  }

  private func readStatus(_ key: inout HeadingKey, _ parts: inout HeadingParts) {
    for entry in HeadingWords.statuses where entry.phrases.contains(where: key.contains) {
      parts.status = parts.status ?? entry.status
      key = key.removing(entry.phrases)
    }
  }

  private func readMeasureAndTerm(
    _ key: HeadingKey, of original: String, _ parts: inout HeadingParts
  ) {
    let bare = HeadingKey(words: key.words.filter { $0 != "%" })
    if let measure = measures[key.text] ?? (measures[bare.text] == .percent ? .percent : nil) {
      parts.measure = measure
      parts.isPureMeasure = true
      return
    }
    let isPercent =
      key.words.contains("%") || HeadingWords.percentPrefixes.contains { Self.begins(key, $0) }
      || key.contains(["phan", "tram"])
    let isReached = !parts.isOther && HeadingWords.reached.contains(where: key.contains)
    let saysTotal = HeadingWords.basePrefixes.contains { Self.begins(key, $0) }
    let saysNumber = HeadingWords.countPrefixes.contains { Self.begins(key, $0) }
    if parts.term == nil, let found = abbreviation(in: original) {
      (parts.term, parts.isWholeTerm) = (found, true)
    }
    if parts.term == nil, let found = term(in: key) {
      (parts.term, parts.isWholeTerm) = (found.term, found.isWhole)
    }
    let kind = parts.term.map { vocabulary.terms[$0].kind }
    if kind == .base {
      if isReached {
        parts.term = nil
        parts.measure = isPercent ? .percent : .count
      } else {
        parts.measure = isPercent ? .percent : .base
        if isPercent { parts.term = nil }
      }
      return
    }
    if isPercent {
      parts.measure = .percent
    } else if saysTotal && parts.term == nil && !isReached {
      parts.measure = .base
    } else if saysNumber || saysTotal || (isReached && parts.term == nil) {
      parts.measure = .count
    }
    if let unit = Self.unit(in: key), parts.measure == nil, parts.term != nil {
      parts.measure = unit
    }
  }

  func term(exactly key: HeadingKey) -> Int? {
    guard let found = exactTerms[key.text], found.count == 1 else { return nil }
    return found[0]
  }

  /// Whether a key is the whole name of a term but for a measure: "thieu nien 15 18 tuoi … %" then speaks of
  /// young people and not of those who are missing.
  private func isName(_ key: HeadingKey) -> Bool {
    [Self.name(in: key), Self.name(in: Self.withoutUnit(key))].contains {
      term(exactly: $0) != nil
    }
  }

  /// Returns the indicator that a title above a table names beside what all titles say.
  func term(inTitle title: String) -> Int? {
    let parts = parts(of: title)
    if parts.isOther { return nil }
    if let term = parts.term { return vocabulary.terms[term].kind == .base ? nil : term }
    return term(in: parts.key, isTitle: true)?.term
  }

  /// Returns the term that a word of capitals abbreviates, as spelled: "CĐHT" is not "CDHT".
  private func abbreviation(in text: String) -> Int? {
    let key = HeadingKey(text)
    if HeadingWords.others.contains(where: key.contains) { return nil }
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      if let term = abbreviations[TextKey.composed(word.uppercased())] { return term }
    }
    return nil
  }

  /// Whether a text speaks of months or quarters, or of a day that does not end or begin a year.
  private static func isPartOfYear(_ text: String, _ key: HeadingKey) -> Bool {
    let words = key.words
    guard words.contains(where: { year($0) != nil }) else { return false }
    if HeadingWords.partsOfYears.contains(where: key.contains) { return true }
    for (index, word) in words.enumerated() {
      if word.last == "t", let months = Int(word.dropLast()), months < 12 { return true }
      guard word == "thang" else { continue }
      let before = index > 0 ? Int(words[index - 1]) : nil
      let after = index + 1 < words.count ? Int(words[index + 1]) : nil
      // "31 thang 12" is a day; "6 thang" a span; "thang 6" a month.
      if let after, (1...12).contains(after) {
        if after != 12 { return true }
      } else if let before, before < 12 {
        return true
      }
    }
    let numbers = words.filter { $0.allSatisfy(\.isNumber) }.compactMap { Int($0) }
    guard let position = numbers.firstIndex(where: { (1900...2100).contains($0) }) else {
      return false
    }
    if position >= 2 {
      let (day, month) = (numbers[position - 2], numbers[position - 1])
      if (1...31).contains(day), (1...12).contains(month) {
        return (day, month) != (31, 12) && (day, month) != (1, 1)
      }
    }
    if position == 0, numbers.count >= 3, text.contains("-") {
      let (month, day) = (numbers[1], numbers[2])
      if (1...31).contains(day), (1...12).contains(month) {
        return (day, month) != (31, 12) && (day, month) != (1, 1)
      }
    }
    return false
  }

  /// Returns the one term that a key names, whole or within a longer text.
  func term(in key: HeadingKey, isTitle: Bool = false) -> (term: Int, isWhole: Bool)? {
    let counted = key.words.first == "so" ? HeadingKey(words: Array(key.words.dropFirst())) : key
    for form in [key, counted, Self.name(in: key), Self.name(in: Self.withoutUnit(key))] {
      if let term = term(exactly: form) { return (term, true) }
    }
    if HeadingWords.others.contains(where: key.contains) { return nil }
    let name = Self.name(in: key)
    for (index, entry) in containedTerms.enumerated()
    where name.contains(entry.words) || key.contains(entry.words) {
      guard
        isHarmless(name, beside: entry.words, isTitle)
          || isHarmless(key, beside: entry.words, isTitle)
      else {
        continue
      }
      let rivals = containedTerms[index...].prefix { $0.words.count == entry.words.count }
        .filter { $0.term != entry.term && (name.contains($0.words) || key.contains($0.words)) }
      return rivals.isEmpty ? (entry.term, false) : nil
    }
    return nil
  }

  /// Whether the words around a name leave it what it is: no "chưa", "nữ", "cán bộ".
  private func isHarmless(_ key: HeadingKey, beside name: [String], _ isTitle: Bool) -> Bool {
    guard let range = key.range(of: name) else { return false }
    return key.words.indices.allSatisfy { index in
      range.contains(index) || HeadingWords.harmless.contains(key.words[index])
        || Self.year(key.words[index]) != nil || Self.isNumbering(key.words[index])
        || (isTitle && HeadingWords.harmlessInTitles.contains(key.words[index]))
    }
  }

  /// Whether a word numbers a row: "5", "2a", "iv", "a".
  static func isNumbering(_ word: String) -> Bool {
    word.count == 1
      || word.count <= 3 && (word.first?.isNumber == true || word.allSatisfy { "ivx".contains($0) })
  }

  /// Returns the name in a key: without words of measure before it and without words of most titles.
  static func name(in key: HeadingKey) -> HeadingKey {
    var words = key.words[...]
    let prefixes =
      HeadingWords.percentPrefixes + HeadingWords.basePrefixes + HeadingWords.countPrefixes
    var isStripped = true
    while isStripped {
      isStripped = false
      for prefix in prefixes + [["cac"], ["%"], ["chi", "tieu"], ["tieu", "chi"]]
      where words.count > prefix.count && words.starts(with: prefix) {
        words = words.dropFirst(prefix.count)
        isStripped = true
      }
    }
    while words.count > 1, words.last == "%" { words = words.dropLast() }
    let name = HeadingKey(words: Array(words)).removing(HeadingWords.fillers)
    return name.isEmpty ? HeadingKey(words: Array(words)) : name
  }

  private static func withoutUnit(_ key: HeadingKey) -> HeadingKey {
    guard key.words.count > 2, let last = key.words.last,
      HeadingWords.countUnits.contains(last) || last == "%"
    else { return key }
    return HeadingKey(words: Array(key.words.dropLast()))
  }

  private static func unit(in key: HeadingKey) -> Measure? {
    guard let last = key.words.last else { return nil }
    if last == "%" { return .percent }
    return ["nguoi", "ho"].contains(last) && key.words.count > 2 ? .count : nil
  }

  private static func begins(_ key: HeadingKey, _ phrase: [String]) -> Bool {
    key.words.starts(with: phrase)
  }

  private static func isPlaceLike(_ key: HeadingKey) -> Bool {
    if HeadingWords.noPlaces.contains(where: { begins(key, $0) }) { return false }
    return HeadingWords.placeKinds.contains { $0.count < key.words.count && begins(key, $0) }
      && key.words.count <= 7
  }

  /// Returns the year that a word is: 1900…2100.
  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) else {
      return nil
    }
    return year
  }
}
