import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("MappingWriter")
struct MappingWriterTests {
  private func mapping(
    _ text: String, place: String? = nil, in language: Language = .en
  ) throws -> String {
    try MappingWriter.mapping(
      of: LayoutFixture.source(text),
      LooseFileOptions(vocabulary: LayoutFixture.vocabulary, place: place), in: language)
  }

  /// Returns the lines below the comments.
  private func body(_ text: String, place: String? = nil) throws -> [String] {
    try mapping(text, place: place).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map(String.init)
  }

  @Test(
    "A table is written with its place in the file, its context and its columns with their reasons")
  func table() throws {
    #expect(
      try body("Xã A,,\n\nNăm,Số công dân học tập,Tổng số,KH\n2024,5,10,11\n2025,6,10,11\n") == [
        "tables:", "  - sheet: null", "    headerRows: [3]", "    rows: [4, 5]",
        "    place: \"Xã A\"", "    indicator: null", "    year: null", "    measure: null",
        "    columns:", "      1: year  # “Năm”: heading “Năm”",
        "      2: {indicator: learning-citizens, measure: count}  # “Số công dân học tập”: learning-citizens, count",
        "      3: {indicator: learning-citizens, measure: base}  # “Tổng số”: learning-citizens, base",
        "      4: none  # “KH”: planned, no figures",
      ])
  }

  @Test("The place that the user names is written where the file names none")
  func place() throws {
    let text = "Năm,Công dân học tập (%)\n2024,5\n"
    #expect(try body(text, place: "Xã \"B\\C\"").contains("    place: \"Xã \\\"B\\\\C\\\"\""))
    #expect(try body("Xã A,\n" + text, place: "Xã B").contains("    place: \"Xã A\""))
  }

  @Test("Comments say what may be written, in either language, with the ids of the rule files")
  func comments() throws {
    for (language, word) in [(Language.vi, "tên trang tính"), (.en, "the name of the sheet")] {
      let text = try mapping("place,indicator,year,percent\n", in: language)
      #expect(text.contains(word))
      #expect(
        text.contains(
          "indicator: learning-citizens, trained, university, learning-families, clean-water"))
      #expect(text.contains("group: adults, households"))
    }
  }

  @Test("A file without a table gives its first row as headings, to be filled in")
  func skeleton() throws {
    #expect(
      try body("tên,số\na,5\n") == [
        "tables:", "  - sheet: null", "    headerRows: [1]", "    rows: [2, 2]", "    place: null",
        "    indicator: null", "    year: null", "    measure: null", "    columns:",
        "      1: none  # “tên”: not recognised", "      2: none  # “số”: not recognised",
      ])
    #expect(throws: Faults.self) { try mapping("") }
  }

  @Test(
    "What is written is read back as the same figures",
    arguments: [
      "place,indicator,year,count,base,status\nXã A,trained,2024,5,10,sơ bộ\nXã A,own,2025,6,10,\n",
      "place,indicator,year,count,base,percent\nXã A,trained,2024,53,100,0.53\n",
      "\"Công dân học tập xã A, sơ bộ năm 2024\"\nThôn,Số đạt,Tổng số\nThôn 1,5,10\nCộng,5,10\n",
      "Công dân học tập xã A\nThôn,2023,2024 (sơ bộ),Ước 2025\nThôn 1,\"50,5\",\"51,5\",\"52,5\"\n",
      "Tỷ lệ lao động qua đào tạo xã A\nThôn,2023,2024\nThôn 1,50,51\n",
      "Đơn vị tính: %\nĐịa phương,Nước sạch 2023,Nước sạch 2024\nXã A,50,51.5\n",
      "Xã,Thôn,Chỉ tiêu,Năm,Số đạt,Tổng số\nXã A,Thôn 1,trained,2024,5,10\n",
      "Chỉ tiêu,Xã A,\"Xã \"\"B\"\"\"\nCông dân học tập 2024 (%),50,51\n",
      "Xã A,,,\nChỉ tiêu,ĐVT,2023,2024\nDân số từ 15 tuổi,người,100,110\nLao động qua đào tạo,người,50,51\n",
      "Địa phương,Năm,Tỷ lệ hộ có internet (%),Dân số từ 15 tuổi,Số lao động qua đào tạo\nXã A,2024,50,10,5\n",
      "Địa phương,Công dân học tập,,Lao động qua đào tạo,\n,Số đạt,Tổng số,Số đạt,Tổng số\n(1),(2),(3),(4),(5)\nNăm 2024,,,,\nXã A,1,10,2,20\n",
    ])
  func roundTrip(text: String) throws {
    let expected = try LayoutFixture.file(text)
    #expect(!expected.entries.isEmpty)
    let read = try LayoutFixture.file(text, mapping: try mapping(text))
    #expect(LayoutFixture.lines(read.entries) == LayoutFixture.lines(expected.entries))
    #expect(read.entries.map(\.observation) == expected.entries.map(\.observation))
    #expect(read.places == expected.places)
  }

  @Test("Two tables of a file are read back, each with its own context")
  func tables() throws {
    let table = "Năm,Số đạt,Tổng số\n2023,10,20\n2024,11,20\n"
    let text = "Công dân học tập xã A\n" + table + ",,\nCông dân học tập xã B\n" + table
    let expected = try LayoutFixture.lines(text)
    #expect(expected.count == 4)
    #expect(try LayoutFixture.lines(text, mapping: try mapping(text)) == expected)
  }
}
