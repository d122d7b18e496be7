import Indicators
import Wording

/// Which places of a loose file are part of which, told by a column of theirs or by their names.
package enum PlaceTree {
  private static let hamlets = [
    "thon", "to dan pho", "tdp", "khu pho", "khu dan cu", "ap", "ban", "xom", "khom", "buon",
    "lang", "to",
  ]
  private static let communes = ["xa", "phuong", "dac khu", "thi tran"]

  /// Whether a name begins with a kind of hamlet: "Thôn 3", "Tổ dân phố số 2".
  package static func isHamlet(_ name: String) -> Bool { kind(of: name, among: hamlets) != nil }
  /// Whether a name begins with a kind of commune: "Xã An Bình", "Phường 7".
  static func isCommune(_ name: String) -> Bool { kind(of: name, among: communes) != nil }
  /// Returns the kind that the name of a hamlet begins with.
  static func hamletKind(of name: String) -> String? { kind(of: name, among: hamlets) }
  /// Returns the kind that the name of a commune begins with.
  static func communeKind(of name: String) -> String? { kind(of: name, among: communes) }

  /// Returns the places that have figures.
  ///
  /// A column of parents is believed where the parent has figures of its own. Without one, thôn belong
  /// to the only other place of the file.
  static func places(
    _ names: [String], parents: [Int: String], _ entries: [IndicatorPanel.Entry]
  ) -> [Place] {
    var used: Set<String> = []
    var ordered: [String] = []
    for entry in entries where entry.place != ordered.last {
      if used.insert(entry.place).inserted { ordered.append(entry.place) }
    }
    let keys = Dictionary(
      ordered.map { (TextKey.spelling($0), $0) }, uniquingKeysWith: { first, _ in first })
    var parentOf: [String: String] = [:]
    for (index, parent) in parents.sorted(by: { $0.key < $1.key })
    where names.indices.contains(index) {
      if let known = keys[TextKey.spelling(parent)], known != names[index] {
        parentOf[names[index]] = known
      }
    }
    if parentOf.isEmpty {
      let parts = ordered.filter { kind(of: $0, among: hamlets) != nil }
      let others = ordered.filter { kind(of: $0, among: hamlets) == nil }
      if others.count == 1, !parts.isEmpty {
        for part in parts { parentOf[part] = others[0] }
      }
    }
    let wholes = Set(parentOf.values)
    return ordered.map { name in
      guard let parent = parentOf[name] else {
        return Place(
          name: name, kind: wholes.contains(name) ? kind(of: name, among: communes) : nil)
      }
      return Place(name: name, kind: kind(of: name, among: hamlets), parent: parent)
    }
  }

  /// Returns the kind of place that a name begins with, spelled as the name spells it.
  private static func kind(of name: String, among kinds: [String]) -> String? {
    let key = TextKey.folded(name)
    guard let kind = kinds.first(where: { key.hasPrefix($0 + " ") }) else { return nil }
    let words = name.split(separator: " ").prefix(kind.split(separator: " ").count)
    return words.joined(separator: " ").lowercased()
  }
}
