import Diagnostics
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("RecordReader")
struct RecordReaderTests {
  private static let fields = [
    Field("place", synonyms: ["địa phương"], required: true), Field("percent"), Field("note"),
  ]

  @Test("Headings match names and synonyms without case and diacritics")
  func headings() throws {
    for heading in ["place", "Place", "ĐỊA PHƯƠNG", "dia phuong", " Địa\u{A0}phương "] {
      let reader = RecordReader(try table("\(heading),percent\n"), fields: Self.fields)
      #expect(reader.has("place"), "\(heading)")
      #expect(!reader.has("note"))
      #expect(reader.diagnostics.isEmpty)
    }
  }

  @Test("An unknown heading is passed over with a warning that names the nearest")
  func unknownHeading() throws {
    let reader = RecordReader(try table("place,percnt,,zzzzz\nA,1,2,3\n"), fields: Self.fields)
    #expect(!reader.hasErrors)
    let warnings = reader.diagnostics
    try #require(warnings.map(\.code) == [.columnUnknown, .columnUnknown])
    #expect(warnings.map { $0.severity } == [.warning, .warning])
    #expect(warnings.compactMap { $0.position?.label } == ["a.csv:1:2", "a.csv:1:4"])
    #expect(warnings[0].message(in: .vi) == "không biết cột “percnt”, bỏ qua cột này")
    #expect(warnings[0].message(in: .en) == "column “percnt” is not known and is passed over")
    #expect(
      warnings[0].remedy(in: .vi) == "Nếu cột có số liệu cần dùng, đổi tên thành: percent.")
    #expect(
      warnings[1].remedy(in: .en)
        == "If it holds figures that matter, rename it: place, percent, note.")
  }

  @Test("Two headings of one meaning are refused")
  func repeatedHeading() throws {
    let reader = RecordReader(try table("place,Địa phương\nA,B\n"), fields: Self.fields)
    let fault = try #require(reader.diagnostics.first)
    #expect(reader.diagnostics.count == 1)
    #expect(fault.code == .columnRepeated)
    #expect(fault.position?.label == "a.csv:1:2")
    #expect(fault.message(in: .vi) == "có hai cột cùng nghĩa “place”")
    #expect(fault.message(in: .en) == "two columns both mean “place”")
  }

  @Test("A field that the table does not have is empty everywhere")
  func absentField() throws {
    var reader = RecordReader(try table("place\nA\n"), fields: Self.fields)
    #expect(reader.text(0, "note") == nil)
    let number = reader.number(0, "percent")
    #expect(number == nil)
    let date = reader.date(0, "note")
    #expect(date == nil)
    let choice = reader.choice(0, "note", of: [(["a"], 1)], default: 7)
    #expect(choice == 7)
    #expect(reader.diagnostics.isEmpty)
    #expect(reader.position(0, "note").label == "a.csv:2")
  }

  @Test("Marks of the descriptor stand for an empty cell")
  func missingMarks() throws {
    var reader = RecordReader(
      try table("place,percent\nA,NA\n.,5\n"), fields: Self.fields, missingValues: ["NA", "."])
    #expect(reader.text(0, "percent") == nil)
    let place = reader.requiredText(1, "place")
    #expect(place == nil)
    #expect(reader.diagnostics.map { $0.position?.label } == ["a.csv:3:1"])
  }

  @Test("Choices are compared without case and diacritics, and others are listed")
  func choices() throws {
    var reader = RecordReader(try table("place,note\nA,CÓ\nB,maybe\nC,\n"), fields: Self.fields)
    let choices = [
      (names: ["true", "có"], value: true), (names: ["false", "không"], value: false),
    ]
    let named = reader.choice(0, "note", of: choices, default: false)
    #expect(named)
    let empty = reader.choice(2, "note", of: choices, default: true)
    #expect(empty)
    #expect(reader.diagnostics.isEmpty)
    let unknown = reader.choice(1, "note", of: choices, default: false)
    #expect(!unknown)
    #expect(reader.diagnostics.first?.remedy(in: .vi) == "Dùng một trong: true, false.")
  }

  @Test("Whole numbers may be printed with zero decimals, not with others")
  func wholeNumbers() throws {
    var reader = RecordReader(try table("place,percent\nA,12.0\nB,12.5\n"), fields: Self.fields)
    let whole = reader.wholeNumber(0, "percent")
    #expect(whole == 12)
    let broken = reader.wholeNumber(1, "percent")
    #expect(broken == nil)
    #expect(reader.diagnostics.map(\.code) == [.numberNotWhole])
    #expect(
      reader.diagnostics.first?.message(in: .vi)
        == "“12.5” phải là số nguyên (số người, số hộ …)")
  }
}
