import OfficeDocuments
import Wording

/// A name that Excel takes for a sheet.
enum SheetTitle {
  /// Returns a title for a name: signs that Excel forbids as hyphens, cut to 31 units, at a blank where
  /// that leaves half of them, numbered where another sheet has it already.
  ///
  /// - Parameters:
  ///   - name: the name; one without any letter gives "–".
  ///   - taken: the titles of the other sheets; case does not tell titles apart.
  /// - Returns: a title that `Worksheet` takes and no other sheet has.
  static func free(for name: String, besides taken: [String]) -> String {
    let allowed = String(
      TextKey.printable(TextKey.composed(name)).map { "[]:*?/\\'".contains($0) ? "-" : $0 })
    let used = Set(taken.map { $0.lowercased() })
    var title = cut(allowed, to: Worksheet.longestTitle)
    var number = 2
    while used.contains(title.lowercased()) {
      let suffix = " (\(number))"
      title = cut(allowed, to: Worksheet.longestTitle - suffix.utf16.count) + suffix
      number += 1
    }
    return title
  }

  private static let ellipsis = " …"

  private static func cut(_ name: String, to length: Int) -> String {
    var words = name.split(separator: " ").map(String.init)
    let whole = words.joined(separator: " ")
    if whole.isEmpty { return NumberStyle.missing }
    if whole.utf16.count <= length { return whole }
    while words.count > 1, (words.joined(separator: " ") + ellipsis).utf16.count > length {
      words.removeLast()
    }
    var head = words.joined(separator: " ")
    // A long word is cut between letters where dropping it would leave little that tells sheets apart.
    if head.utf16.count < length / 2 { head = whole }
    while (head + ellipsis).utf16.count > length { head.removeLast() }
    while head.last == " " { head.removeLast() }
    return head + ellipsis
  }
}
