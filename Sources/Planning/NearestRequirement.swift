import Wording

/// The names of what can be explained, for one that is not known.
package enum NearestRequirement {
  /// How many names are told at most where some are near.
  static let most = 5

  /// Returns the names that begin like the one asked for, then those that are spelled nearly so; all of them
  /// where none is near.
  package static func names(to name: String, among known: [String]) -> [String] {
    var names = known.filter { $0.hasPrefix(name) }
    for near in NearestName.suggestions(for: name, among: known, limit: most)
    where !names.contains(near) { names.append(near) }
    return names.isEmpty ? known : Array(names.prefix(most))
  }
}
