import OfficeDocuments
import Testing

@Suite struct EntryRuleTests {
  private static let area = EntryRule.Area(rows: 0...0, columns: 0...0)

  private func workbook(_ rule: EntryRule) -> Workbook {
    var sheet = Worksheet(title: "A", widths: [10])
    sheet.append(Worksheet.Row([.number(1)]))
    sheet.entryRules = [rule]
    return Workbook(title: "t", sheets: [sheet])
  }

  @Test("The longest texts that Excel takes are written")
  func limits() throws {
    // Letters of three bytes: the limits of messages count letters, that of lists bytes.
    let rule = EntryRule(
      area: Self.area, allowed: .wholeNumber(atLeast: 0),
      title: String(repeating: "ế", count: EntryRule.longestTitle),
      invitation: String(repeating: "ế", count: EntryRule.longestText),
      refusal: String(repeating: "ế", count: EntryRule.longestText))
    #expect(try !workbook(rule).bytes().isEmpty)
    let list = EntryRule(
      area: Self.area, allowed: .list([String(repeating: "ế", count: EntryRule.longestList / 3)]),
      title: "", invitation: "", refusal: "")
    #expect(try !workbook(list).bytes().isEmpty)
  }

  @Test("Each part of a rule reaches the file")
  func parts() throws {
    func bytes(
      _ allowed: EntryRule.Allowed = .list(["Đạt", "Chưa đạt"]), title: String = "T",
      invitation: String = "I", refusal: String = "R", rows: ClosedRange<Int> = 0...0
    ) throws -> [UInt8] {
      try workbook(
        EntryRule(
          area: EntryRule.Area(rows: rows, columns: 0...0), allowed: allowed, title: title,
          invitation: invitation, refusal: refusal)
      ).bytes()
    }
    let files = [
      try bytes(), try bytes(.list(["Đạt"])), try bytes(.wholeNumber(atLeast: 0)),
      try bytes(.wholeNumber(atLeast: 1)), try bytes(title: "U"), try bytes(invitation: "J"),
      try bytes(refusal: "S"), try bytes(rows: 0...4),
    ]
    #expect(Set(files).count == files.count)
    #expect(try bytes() == files[0])
  }
}
