import Diagnostics
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("LooseFile")
struct LooseFileTests {
  @Test("A file gives figures, places, facts, tables and findings beside one another")
  func everything() throws {
    let file = try LayoutFixture.file(
      "Thôn,Chỉ tiêu,Năm,Số đạt,Tổng số\nXã A,trained,2024,5,10\nThôn 1,trained,2024,2,4\nThôn 2,trained,2024,7,6\n"
    )
    #expect(
      LayoutFixture.lines(file.entries) == ["Thôn 1 trained 2024 2/4", "Xã A trained 2024 5/10"])
    #expect(file.places.map(\.name) == ["Xã A", "Thôn 1"])
    #expect(file.places.map(\.parent) == [nil, "Xã A"])
    #expect(file.tables.count == 1)
    #expect(file.diagnostics.map(\.code.id) == ["count.above-base"])
    #expect(!file.isSound)
    #expect(file.source.path == "a.csv")
  }

  @Test("The data set has the title, the places and the figures; it is sound without errors")
  func dataset() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,percent,foo\nXã A,trained,2024,50,x\n")
    #expect(file.isSound)
    #expect(file.diagnostics.map(\.severity) == [.warning])
    let dataset = file.dataset(title: "Số liệu")
    #expect(dataset.title == "Số liệu")
    #expect(dataset.panel.rowCount == 1)
    #expect(dataset.panel.places.map(\.name) == ["Xã A"])
  }

  @Test("--place names the place of tables that name none, and of no other")
  func place() throws {
    let text = "Năm,Công dân học tập (%)\n2024,50\n"
    #expect(try LayoutFixture.file(text).diagnostics.map(\.code.id) == ["layout.place-missing"])
    let file = try LayoutFixture.file(text, place: "Xã B")
    #expect(LayoutFixture.lines(file.entries) == ["Xã B learning-citizens 2024 50%"])
    #expect(file.tables.first?.context.map { $0(.en) } == ["place “Xã B”, from --place"])
    #expect(
      try LayoutFixture.lines("Xã A,\n" + text, place: "Xã B")
        == ["Xã A learning-citizens 2024 50%"])
    #expect(
      try LayoutFixture.lines("place,indicator,year,percent\nXã A,trained,2024,5\n", place: "Xã B")
        == ["Xã A trained 2024 5%"])
  }

  @Test("Names that differ in capitals only are one place, shown as it is not all capitals")
  func capitals() throws {
    let file = try LayoutFixture.file(
      "Thôn,Chỉ tiêu,Năm,Số đạt,Tổng số\nTHÔN ĐÔNG,trained,2023,2,4\nThôn Đông,trained,2024,3,4\nThôn Dông,trained,2024,1,4\n"
    )
    #expect(
      LayoutFixture.lines(file.entries) == [
        "Thôn Dông trained 2024 1/4", "Thôn Đông trained 2023 2/4", "Thôn Đông trained 2024 3/4",
      ])
    #expect(file.places.map(\.name) == ["Thôn Đông", "Thôn Dông"])
  }

  @Test("A title in capitals and one that is not name the same commune of thôn and of items")
  func titles() throws {
    let file = try LayoutFixture.file(
      "UBND XÃ AN LẠC\nThôn,Năm,Công dân học tập - Số đạt,Tổng số\nThôn 1,2024,5,10\nThôn 2,2024,5,10\n\nXã An Lạc\nChỉ tiêu,2024\nTuần lễ học tập suốt đời,Đạt\n"
    )
    #expect(file.facts.map(\.place) == ["Xã An Lạc"])
    let (dataset, remarks) = SummedCommune.added(
      to: file.dataset(title: "a"), tables: file.tables)
    #expect(dataset.panel.places.map(\.name) == ["Xã An Lạc", "Thôn 1", "Thôn 2"])
    #expect(remarks.map(\.code) == [.communeSummed])
  }

  @Test(
    "Without a vocabulary every indicator keeps its name, and names that resemble others are asked about"
  )
  func withoutVocabulary() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,count,base\nXã Hòa,trained,2023,1,2\nXã Hoa,trained,2024,1,2\n",
      vocabulary: .empty)
    #expect(file.diagnostics.map(\.code.id) == ["place.look-alike"])
    #expect(file.entries.count == 2)
  }

  @Test(
    "A file that holds no figures at all throws, or says that no table is recognised",
    arguments: ["", "\n\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(throws: Faults.self) { try LayoutFixture.file(text) }
  }

  @Test(
    "Letters, pictures and other formats are told by what they are",
    arguments: ["%PDF-1.7\n", "PK\u{3}\u{4}"])
  func formats(text: String) {
    #expect(throws: Faults.self) { try LayoutFixture.file(text) }
  }

  @Test("A text without a table is told, with how it begins")
  func unrecognised() throws {
    let file = try LayoutFixture.file("Kính gửi,UBND xã\n")
    #expect(file.diagnostics.map(\.code.id) == ["layout.unrecognised"])
    #expect(file.entries.isEmpty && file.tables.isEmpty && file.places.isEmpty)
  }

  @Test("A quote that is never closed is told beside what can be read")
  func quotes() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,percent\nXã A,trained,2023,5\nXã A,\"trained,2024,5\n")
    #expect(file.diagnostics.map(\.code.id) == ["quote.unclosed"])
    #expect(file.entries.count == 1)
  }
}
