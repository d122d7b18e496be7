import Indicators
import Wording

/// The shares, items and grades that a text names: their names, names inside longer titles, ids.
extension HeadingReader {
  /// How many words a name must have to be believed inside a text of any other words.
  private static let tellingLength = 6

  /// Words before a name that say how much of it is asked for: "có ít nhất 60%".
  private static let asked = [
    ["co", "it", "nhat"], ["it", "nhat"], ["toi", "thieu"], ["phan", "dau"], ["at", "least"],
  ]

  /// Returns the indicator whose whole name a text is, with or without a number before it.
  func indicator(named text: String) -> Int? {
    let key = HeadingKey(text)
    let bare = HeadingKey(words: Array(key.words.drop { Self.isNumbering($0) }))
    return [key, bare, Self.name(in: bare)].lazy.filter { !$0.isEmpty }
      .compactMap { term(exactly: $0) }.first { isIndicator($0) }
  }

  /// Returns the indicators whose names stand in a longer title, in its order.
  ///
  /// A long name counts wherever it stands, as in "Có ít nhất 60% công dân trong xã đạt danh hiệu “Công
  /// dân học tập” theo quy định tại …"; a short one only among words that change nothing about it. Of
  /// names that overlap the longest counts; one that two indicators bear counts for none.
  ///
  /// - Complexity: O(names · words).
  func indicators(within text: String) -> [Int] {
    let key = HeadingKey(text)
    var found: [(range: Range<Int>, term: Int)] = []
    for entry in containedTerms where entry.words.count >= Self.tellingLength {
      guard let range = key.range(of: entry.words),
        exactTerms[entry.words.joined(separator: " ")]?.count == 1,
        !found.contains(where: { $0.range.overlaps(range) || $0.term == entry.term })
      else { continue }
      found.append((range, entry.term))
    }
    if !found.isEmpty {
      return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.term)
    }
    let short = term(in: key.removing(Self.asked), isTitle: true)?.term
    return short.map { isIndicator($0) ? [$0] : [] } ?? []
  }

  /// Returns the indicators of an id with a point in it, "5.1" or "1.3."; "5.2" means 5.2a and 5.2b.
  func indicators(numbered text: String) -> [Int] {
    let id = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard id.utf8.count <= 12, id.contains("."), id.first?.isNumber == true else { return [] }
    let named = vocabulary.terms.indices.filter { index in
      isIndicator(index)
        && vocabulary.terms[index].names.contains { name in
          name == id || (name.dropLast() == id[...] && name.last?.isLetter == true)
        }
    }
    let whole = named.filter { vocabulary.terms[$0].names.contains(id) }
    return whole.isEmpty ? named : whole.count == 1 ? whole : []
  }

  private func isIndicator(_ term: Int) -> Bool { vocabulary.terms[term].kind != .base }
}
