/// The difference of two texts, line by line, for people.
package enum LineDifference {
  /// Returns the changed lines, `-` recorded and `+` new, each group with a line of context; empty when
  /// the texts are equal.
  package static func text(recorded: String, new: String, context: Int = 1) -> String {
    let old = recorded.linesKeepingReturns
    let fresh = new.linesKeepingReturns
    let difference = fresh.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [(sign: Character, line: String)] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < fresh.count {
      if oldIndex < old.count, removed.contains(oldIndex) {
        rows.append(("-", old[oldIndex]))
        oldIndex += 1
      } else if newIndex < fresh.count, inserted.contains(newIndex) {
        rows.append(("+", fresh[newIndex]))
        newIndex += 1
      } else {
        rows.append((" ", old[oldIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    let shown = rows.indices.filter { index in
      rows[max(0, index - context)...min(rows.count - 1, index + context)]
        .contains { $0.sign != " " }
    }
    return shown.map { "\(rows[$0].sign) \(rows[$0].line)\n" }.joined()
  }
}
