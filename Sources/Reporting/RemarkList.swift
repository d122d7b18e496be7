import Diagnostics
import Wording

/// Findings told as remarks: those that differ only in the requirement are told once.
enum RemarkList {
  /// Returns one sentence a kind of finding, most severe first, with its remedy.
  static func merged(_ diagnostics: [Diagnostic], in language: Language) -> [String] {
    var groups: [(key: String, ids: [String], diagnostic: Diagnostic)] = []
    for diagnostic in diagnostics.sorted(by: { $0.severity > $1.severity }) {
      let key = diagnostic.code.id + diagnostic.replacing("id", with: "").message(in: language)
      let id = diagnostic.facts["id"]?(language)
      if let id, let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].ids.append(id)
      } else {
        groups.append((key, id.map { [$0] } ?? [], diagnostic))
      }
    }
    return groups.map { group in
      let told = group.diagnostic.replacing("id", with: group.ids.joined(separator: ", "))
      let remedy = told.remedy(in: language)
      let message = told.message(in: language)
      let stop = message.hasSuffix("?") || message.hasSuffix(".") ? "" : "."
      return message + stop + (remedy.isEmpty ? "" : " " + remedy)
    }
  }
}
