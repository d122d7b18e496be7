import Diagnostics
import Testing

@testable import InputFiles

@Suite("SharedStrings")
struct SharedStringsTests {
  private func texts(_ strings: [String]) throws -> [String?] {
    let rows = strings.indices.map { "<c t='s'><v>\($0)</v></c>" }.joined()
    let book = BookParts(rows: "<row>\(rows)</row>", strings: strings.joined())
    let cells = try book.cells()
    return strings.indices.map { cells[CellName.name(column: $0, row: 1)] }
  }

  @Test("Runs are joined, readings of ideographs and empty texts are left out")
  func runs() throws {
    #expect(
      try texts([
        "<si><t>Xã An Bình</t></si>", "<si/>", "<si><r><t>Xã </t></r><r><t>An</t></r></si>",
        "<si><t>東京</t><rPh><t>トウキョウ</t></rPh></si>", "<si><t><![CDATA[<Đ>]]></t></si>",
      ]) == ["Xã An Bình", nil, "Xã An", "東京", "<Đ>"])
  }

  @Test("Escapes are resolved, and what only looks like one stays")
  func escapes() throws {
    #expect(
      try texts([
        "<si><t>a_x000A_b</t></si>", "<si><t>_x1EDD_</t></si>", "<si><t>_x005F_x000A_</t></si>",
        "<si><t>_xD800_</t></si>", "<si><t>_x+041_</t></si>", "<si><t>_x004</t></si>",
      ]) == ["a\nb", "ờ", "_x000A_", "_xD800_", "_x+041_", "_x004"])
  }
}
