import Diagnostics
import Testing

@testable import Datasets
@testable import InputFiles

@Suite("MappingReader")
struct MappingReaderTests {
  private static let text = "Biểu,,,\nNơi chốn,a,b,c\nXã A,5,10,x\nXã B,6,10,x\n"
  private static let sound = """
    tables:
      - sheet: null
        headerRows: [2]
        rows: [3, 4]
        place: null
        indicator: trained
        year: 2024
        measure: null
        columns:
          1: place
          2: {measure: count}
          3: {measure: base}
          4: none

    """

  private func lines(_ mapping: String, of text: String = text) throws -> [String] {
    try LayoutFixture.lines(text, mapping: mapping)
  }

  /// Returns the faults of a mapping, each with its line.
  private func faults(_ mapping: String, of text: String = text) -> [String] {
    do {
      _ = try lines(mapping, of: text)
      return []
    } catch let error as Faults {
      return error.diagnostics.map {
        "\($0.position?.file ?? ""):\($0.position?.line ?? 0) \($0.code.id) \($0.value ?? "")"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("A mapping says what columns are where headings do not")
  func sound() throws {
    #expect(try LayoutFixture.lines(Self.text).isEmpty)
    #expect(try lines(Self.sound) == ["Xã A trained 2024 5/10", "Xã B trained 2024 6/10"])
  }

  @Test("Columns may be named by letters, as in a workbook, and stand in any order")
  func letters() throws {
    let mapping = """
      tables:
        - headerRows: [2]
          indicator: trained
          columns: {C: {measure: base}, A: place, B: {measure: count}}
          year: 2025
          status: estimated
      """
    #expect(
      try lines(mapping) == [
        "Xã A trained 2025 5/10 estimated", "Xã B trained 2025 6/10 estimated",
      ])
  }

  @Test("What a column says goes before what the table says; rows bound the figures")
  func contexts() throws {
    let mapping = """
      tables:
        - headerRows: [2]
          rows: [3, 3]
          place: Xã Z
          indicator: trained
          year: 2024
          status: preliminary
          measure: percent
          columns:
            1: none
            2: {year: 2023}
            3: {indicator: clean-water, place: Xã Y, status: final}
      """
    #expect(
      try lines(mapping) == ["Xã Y clean-water 2024 10%", "Xã Z trained 2023 5% preliminary"])
  }

  @Test("Groups are bases, ids that no rule file knows are indicators of the file's own")
  func groups() throws {
    let mapping = """
      tables:
        - headerRows: [2]
          year: 2024
          columns:
            1: place
            2: {indicator: own-share, measure: count}
            3: {indicator: own-share, measure: base}
      """
    #expect(try lines(mapping) == ["Xã A own-share 2024 5/10", "Xã B own-share 2024 6/10"])
    let group = mapping.replacing("{indicator: own-share, measure: base}", with: "{group: adults}")
      .replacing("own-share", with: "university")
    #expect(try lines(group) == ["Xã A university 2024 5/10", "Xã B university 2024 6/10"])
  }

  @Test("One sheet may hold several tables")
  func tables() throws {
    let table =
      "  - headerRows: [2]\n    rows: [3, 3]\n    indicator: trained\n    year: 2024\n"
      + "    columns: {1: place, 2: {measure: count}, 3: {measure: base}}\n"
    let mapping =
      "tables:\n" + table
      + table.replacing("[3, 3]", with: "[4, 4]").replacing("2024", with: "2025")
    #expect(try lines(mapping) == ["Xã A trained 2024 5/10", "Xã B trained 2025 6/10"])
  }

  @Test(
    "Every kind of wrong line is reported where it stands",
    arguments: [
      ("sheet: null", "sheet: Trang 1", 2, "Trang 1"), ("headerRows: [2]", "headerRows: []", 3, ""),
      ("headerRows: [2]", "headerRows: [x]", 3, ""),
      ("headerRows: [2]", "headerRows: [2, 9]", 3, ""),
      ("headerRows: [2]", "headerRows: [0]", 3, ""), ("headerRows: [2]", "headerRows: 2", 3, "2"),
      ("rows: [3, 4]", "rows: [4, 3]", 4, ""), ("rows: [3, 4]", "rows: [3]", 4, ""),
      ("rows: [3, 4]", "rows: [a, 3, 4]", 4, ""), ("rows: [3, 4]", "rows: 3", 4, "3"),
      ("rows: [3, 4]", "row: [3, 4]", 4, "row"), ("year: 2024", "year: 20244", 7, "20244"),
      ("year: 2024", "year: năm nay", 7, "năm nay"),
      ("measure: null", "measure: Percent", 8, "Percent"), ("1: place", "1: palce", 10, "palce"),
      ("1: place", "1: value", 10, "value"), ("1: place", "0: place", 10, "0"),
      ("1: place", "5: place", 10, "5"), ("1: place", "@: place", 10, ""),
      ("1: place", "XFDX: place", 10, "XFDX"), ("1: place", "1:", 10, ""),
      ("1: place", "1: [place]", 10, ""), ("{measure: count}", "{mesure: count}", 11, "mesure"),
      ("{measure: count}", "{measure: number}", 11, "number"),
      ("{measure: count}", "{group: people}", 11, "people"),
      ("{measure: count}", "{status: provisional}", 11, "provisional"),
      ("{measure: count}", "{year: 24}", 11, "24"), ("4: none", "D: none\n      4: none", 10, ""),
    ])
  func wrong(right: String, wrong: String, line: Int, value: String) {
    let mapping = Self.sound.replacing(right, with: wrong)
    #expect(mapping != Self.sound)
    if wrong == "@: place" {
      // No YAML at all.
      #expect(faults(mapping) == ["m.yaml:10 tree.syntax "])
    } else {
      #expect(faults(mapping) == ["m.yaml:\(line) mapping.invalid \(value)"])
    }
  }

  @Test("All faults are told at once")
  func several() {
    let mapping = Self.sound.replacing("2024", with: "x").replacing("place\n", with: "palce\n")
      .replacing("{measure: count}", with: "{measure: z}")
    #expect(faults(mapping).count == 3)
  }

  @Test(
    "A file without tables or columns is no mapping",
    arguments: ["table: []\n", "tables: []\n", "tables: 5\n", "a\n", "tables:\n  - a\n"])
  func noTables(text: String) {
    #expect(faults(text).count == 1)
    #expect(faults(text).first?.contains("mapping.invalid") == true)
  }

  @Test("Without columns nothing is read")
  func noColumns() {
    #expect(
      faults("tables:\n  - headerRows: [2]\n") == ["m.yaml:2 mapping.invalid "])
    #expect(
      faults("tables:\n  - headerRows: [2]\n    columns: {}\n") == ["m.yaml:3 mapping.invalid "])
  }

  @Test("A mapping that is no YAML is told as such")
  func syntax() {
    #expect(faults("tables: [\n").first?.contains("tree.syntax") == true)
    #expect(faults("").first?.contains("tree.empty") == true)
  }
}
