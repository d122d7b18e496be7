/// What may be typed into some cells of a worksheet, and what the spreadsheet says about it.
package struct EntryRule: Sendable, Hashable {
  /// What may be typed.
  package enum Allowed: Sendable, Hashable {
    /// A whole number of at least this.
    case wholeNumber(atLeast: Int)
    /// One of these texts, offered as a list.
    case list([String])
  }

  /// Rows and columns, counted from 0.
  package struct Area: Sendable, Hashable {
    /// The rows.
    package let rows: ClosedRange<Int>
    /// The columns.
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// The longest title in characters; Excel's limit.
  package static let longestTitle = 32
  /// The longest message in characters; Excel's limit.
  package static let longestText = 255
  /// The longest list in UTF-8 bytes, with its commas: Excel takes 255 characters, but libxlsxwriter 1.1.4
  /// keeps a list in a buffer of as many bytes and writes past its end.
  package static let longestList = 255

  /// Where it holds.
  package let area: Area
  /// What may be typed.
  package let allowed: Allowed
  /// The heading of both messages.
  package let title: String
  /// What is said when a cell is entered.
  package let invitation: String
  /// What is said when something else was typed, which is then refused.
  package let refusal: String

  /// - Precondition: texts within Excel's limits; a list has entries, none with a comma.
  package init(
    area: Area, allowed: Allowed, title: String, invitation: String, refusal: String
  ) {
    precondition(title.unicodeScalars.count <= Self.longestTitle, "a title is too long")
    precondition(
      invitation.unicodeScalars.count <= Self.longestText
        && refusal.unicodeScalars.count <= Self.longestText, "a message is too long")
    if case .list(let entries) = allowed {
      precondition(!entries.isEmpty && entries.allSatisfy { !$0.contains(",") }, "a list is unfit")
      precondition(
        entries.joined(separator: ",").utf8.count <= Self.longestList,
        "a list is too long")
    }
    self.area = area
    self.allowed = allowed
    self.title = title
    self.invitation = invitation
    self.refusal = refusal
  }
}
