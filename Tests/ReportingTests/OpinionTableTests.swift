import OfficeDocuments
import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Table of second opinions")
struct OpinionTableTests {
  private func analysis(_ methods: [PublishedMethod]) throws -> Analysis {
    var fixture = AnalysisFixture()
    fixture.methods = methods
    return try fixture.analysis()
  }

  @Test("Nobody asked, no rows and no sheet")
  func empty() throws {
    let answer = try analysis([])
    #expect(OpinionTable.table(of: answer).rows.isEmpty)
    #expect(AnalysisText(answer, language: .vi).opinions == nil)
  }

  @Test("One row a number, a refusal one row; the level closes where the method speaks of it")
  func rows() throws {
    let answer = try analysis([.dns])
    let table = OpinionTable.table(of: answer)
    let ids = table.rows.map { table.words($0, in: .vi)[2] }
    // Three shares with three or two numbers, two that are not assessed, the level.
    #expect(ids.first == "A.1")
    #expect(ids.filter { $0 == "KH.1" }.count == 1)
    #expect(ids.last == "")
    let refused = try #require(table.rows.first { table.words($0, in: .vi)[2] == "KH.1" })
    #expect(table.words(refused, in: .vi)[5] == "không xếp: định nghĩa khác, không so được")
    for row in table.rows {
      let words = table.words(row, in: .vi)
      #expect(words[0] == "Xã Mẫu")
      #expect(words[1].contains(AnalysisFixture.planNotice.vi))
      #expect(words[4] == "dns")
    }
  }

  @Test("The report's table has a column a method, our chance, and a last row for the level")
  func text() throws {
    let answer = try analysis([.escap, .dns])
    let text = try #require(AnalysisText(answer, language: .en).opinions)
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("SECOND OPINIONS (methods of other organisations"))
    #expect(text.contains("ESCAP"))
    #expect(text.contains("Germany"))
    #expect(text.contains("This program's"))
    #expect(text.contains("the level"))
    #expect(text.contains("decided by"))
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 114 })
  }

  @Test("The workbook has a sheet of them with formula and source above")
  func sheet() throws {
    let book = AnalysisWorkbook(
      try analysis([.unsd]), inputs: [], toolVersion: "9.9", language: .vi
    ).workbook
    let sheet = try #require(book.sheets.first { $0.title == "Ý kiến thứ hai" })
    let texts = sheet.rows.flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.content { text } else { nil }
    }
    #expect(texts.contains { $0.hasPrefix("unsd: ") && $0.contains("Nguồn: UNSD") })
    #expect(texts.contains { $0.contains("6.323") })
  }
}
