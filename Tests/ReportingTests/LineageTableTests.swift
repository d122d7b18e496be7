import Datasets
import Diagnostics
import Indicators
import Testing
import Wording

@testable import Reporting

@Suite("Lineage table")
struct LineageTableTests {
  private func table() throws -> LineageTable {
    let position = InputPosition(file: "o.csv", line: 7, column: 4)
    let figure = Observation(
      year: 2022, count: 9182, base: 18440, status: .preliminary, vintage: "so-bo",
      released: CalendarDate("2023-06-30"), position: InputPosition(file: "c.csv", line: 2),
      rebuildingDeviation: 0.5702)
    func part(_ place: String, _ weight: Double, via: [String] = [], cell: String? = nil)
      -> Lineage.Part
    {
      Lineage.Part(
        place: place, via: via, weight: weight, count: 50, base: 200, status: .final, vintage: "",
        released: cell == nil ? nil : CalendarDate("2023-01-15"),
        position: cell.map { InputPosition(file: "a.xlsx", sheet: "2022", cell: $0) } ?? position,
        transfers: [InputPosition(file: "c.csv", line: 2, column: 1)])
    }
    return LineageTable([
      Lineage(
        place: "N", indicator: "trained", observation: figure, exactCount: 9181.65,
        exactBase: 18440.39, parts: [part("A", 1), part("B", 0.65, via: ["C"], cell: "D9")])
    ])
  }

  @Test("Parts come first with share, counts and every position; the sum after them")
  func text() throws {
    let lines = try table().table.text(in: .vi).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[2].contains("1,0000") && lines[2].contains("o.csv:7:4; c.csv:2:1"))
    #expect(lines[2].contains("50") && lines[2].contains("200") && lines[2].contains("25,0%"))
    #expect(lines[3].contains("B → C") && lines[3].contains("0,6500"))
    #expect(lines[3].contains("a.xlsx [2022!D9]; c.csv:2:1") && lines[3].contains("15/01/2023"))
    #expect(lines[4].hasPrefix("N") && lines[4].contains("9.182") && lines[4].contains("0,57"))
    #expect(lines[4].contains("sơ bộ") && lines[4].contains("30/06/2023"))
    let english = try table().table.text(in: .en)
    #expect(english.contains("9,182") && english.contains("2023-06-30"))
  }

  @Test("The document has the sums before rounding and the parts")
  func json() throws {
    let text = try table().data.text
    for piece in [
      "\"exactCount\": 9181.65", "\"rebuildingDeviation\": 0.5702", "\"status\": \"preliminary\"",
      "\"via\": [\"C\"]", "\"weight\": 0.65", "\"position\": \"a.xlsx [2022!D9]\"",
      "\"released\": null", "\"crosswalk\": [\"c.csv:2:1\"]",
    ] {
      #expect(text.contains(piece), "\(piece) is not in \(text)")
    }
  }

  @Test("Sums of present parts are told without shares and errors")
  func sums() throws {
    let lines = try table().sums.text(in: .vi).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].contains("Vị trí") && !lines[0].contains("Phần"))
    #expect(lines[2].hasPrefix("2022  A") && lines[2].contains("25,0%"))
    #expect(lines[2].hasSuffix("o.csv:7:4") && lines[3].hasSuffix("a.xlsx [2022!D9]"))
  }

  @Test("Nothing rebuilt is a table without rows and an empty list")
  func empty() {
    #expect(LineageTable([]).table.rows.isEmpty)
    #expect(LineageTable([]).data == .array([]))
  }
}
