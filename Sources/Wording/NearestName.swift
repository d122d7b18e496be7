/// The names most like one that was not found.
package enum NearestName {
  /// Returns up to `limit` candidates near to a name, nearest first, ties in the order given.
  ///
  /// Names are compared by their folded keys (no case, no diacritics) with the edit distance that
  /// counts a swap of neighbours as one (optimal string alignment; Damerau 1964). A candidate is
  /// near when the distance is at most a third of the longer key, or when one key contains the
  /// other. No candidate is near to an empty name.
  ///
  /// - Complexity: O(candidates × length²).
  package static func suggestions(
    for name: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let key = Array(TextKey.folded(name).unicodeScalars)
    guard !key.isEmpty else { return [] }
    var ranked: [(distance: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = Array(TextKey.folded(candidate).unicodeScalars)
      let distance = editDistance(key, other)
      let isContained =
        min(key.count, other.count) >= 3 && (contains(other, key) || contains(key, other))
      guard distance * 3 <= max(key.count, other.count) || isContained else { continue }
      ranked.append((distance, order, candidate))
    }
    ranked.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return ranked.prefix(limit).map(\.name)
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)].elementsEqual(part)
    }
  }

  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(substitution, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforePrevious[j - 2] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
