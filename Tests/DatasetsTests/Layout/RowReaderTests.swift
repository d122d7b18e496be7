import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("RowReader")
struct RowReaderTests {
  private func lines(_ text: String) throws -> [String] { try LayoutFixture.lines(text) }

  @Test("A row without figures speaks of those below: an indicator, a year, a place")
  func sections() throws {
    #expect(
      try lines(
        """
        Địa phương,Số đạt,Tổng số
        Công dân học tập,,
        Năm 2023,,
        Xã A,1,10
        Năm 2024 (sơ bộ),,
        Xã A,2,10
        Lao động qua đào tạo,,
        Xã A,3,10

        """)
        == [
          "Xã A learning-citizens 2023 1/10", "Xã A learning-citizens 2024 2/10 preliminary",
          "Xã A trained 2024 3/10 preliminary",
        ])
    #expect(
      try lines(
        """
        STT,Chỉ tiêu,2023,2024
        I,Xã A,,
        1,Công dân học tập (%),"10,5","11,5"
        II,Xã B,,
        1,Công dân học tập (%),"20,5","21,5"

        """)
        == [
          "Xã A learning-citizens 2023 10.5%", "Xã A learning-citizens 2024 11.5%",
          "Xã B learning-citizens 2023 20.5%", "Xã B learning-citizens 2024 21.5%",
        ])
  }

  @Test("Rows that only name measures belong to the indicator above them")
  func measuresOfSections() throws {
    #expect(
      try lines(
        """
        Xã A,,
        Chỉ tiêu,2023,2024
        Công dân học tập,,
        Tổng số,10,20
        Số đạt,5,6
        Câu lạc bộ đọc sách,,
        Tổng số,30,40
        Số đạt,7,8

        """)
        == [
          "Xã A cau-lac-bo-doc-sach 2023 7/30", "Xã A cau-lac-bo-doc-sach 2024 8/40",
          "Xã A learning-citizens 2023 5/10", "Xã A learning-citizens 2024 6/20",
        ])
  }

  @Test("A place or indicator written once holds for the blank rows below it")
  func carried() throws {
    #expect(
      try lines(
        """
        Địa phương,Chỉ tiêu,Năm,Số đạt,Tổng số
        Xã A,Công dân học tập,2023,1,10
        ,,2024,2,10
        ,Nước sạch,2023,3,10
        ,,2024,4,10
        Xã B,Công dân học tập,2023,5,10
        ,,2024,6,10

        """)
        == [
          "Xã A clean-water 2023 3/10", "Xã A clean-water 2024 4/10",
          "Xã A learning-citizens 2023 1/10", "Xã A learning-citizens 2024 2/10",
          "Xã B learning-citizens 2023 5/10", "Xã B learning-citizens 2024 6/10",
        ])
  }

  @Test("A key that is written in every row is not carried; where it is missing it is a fault")
  func notCarried() throws {
    let file = try LayoutFixture.file(
      """
      place,indicator,year,count,base
      Xã A,trained,2023,1,10
      Xã A,trained,2024,2,10
      ,trained,2025,3,10
      Xã A,,2025,3,10
      Xã A,trained,,3,10

      """)
    #expect(
      file.diagnostics.map { "\($0.code.id) \($0.position?.label ?? "")" } == [
        "cell.missing a.csv:4:1", "cell.missing a.csv:5:2", "cell.missing a.csv:6:3",
      ])
    #expect(file.entries.count == 2)
  }

  @Test("Rows of sums and averages are no places")
  func totals() throws {
    let file = try LayoutFixture.file(
      """
      Thôn,2023,2024
      Tổng cộng,"30,5","32,5"
      Thôn 1,"10,5","11,5"
      Thôn 2,"20,5","21,5"
      Bình quân,"15,5","16,5"

      """, place: nil)
    #expect(file.tables.first?.passedOver.map(\.row) == [2, 5])
    #expect(file.tables.first?.passedOver.first?.reason(.en) == "a sum or an average")
  }

  @Test("A total of an indicator's section is its base, no sum of rows")
  func totalAsBase() throws {
    #expect(
      try lines("Xã A,\nChỉ tiêu,2024\nCông dân học tập,\nTổng số,10\nSố đạt,5\n")
        == ["Xã A learning-citizens 2024 5/10"])
  }

  @Test("Headings once more are passed over")
  func repeatedHeadings() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,count,base\nXã A,trained,2024,1,2\nplace,indicator,year,count,base\nXã A,trained,2025,1,2\n"
    )
    #expect(file.entries.count == 2)
    #expect(file.isSound)
    #expect(file.tables.first?.passedOver.map(\.reason.en) == ["the headings once more"])
  }

  @Test("Remarks and signatures below a table are not read")
  func remarks() throws {
    let file = try LayoutFixture.file(
      """
      Thôn,Năm,Số đạt,Tổng số
      Thôn 1,2024,5,10
      ,,,
      Ghi chú: số liệu do công an xã cung cấp,,,
      ,,TM. ỦY BAN NHÂN DÂN,
      ,,CHỦ TỊCH,
      Người lập biểu,,Nguyễn Văn An đã kiểm tra và ký,

      """)
    #expect(file.diagnostics.filter { $0.code.id != "layout.indicator-missing" }.isEmpty)
  }

  @Test("A tidy row has as many fields as the headings; blank ones beyond, and remarks, need not")
  func fieldCounts() throws {
    let head = "place,indicator,year,count,base\n"
    let good = "Xã A,trained,2024,1,2\n"
    let file = try LayoutFixture.file(
      head + good + "Xã A,trained,2025,1\nXã A,trained,2023,1,2,3\n")
    #expect(
      file.diagnostics.map { "\($0.code.id) \($0.position?.label ?? "") \($0.value ?? "")" } == [
        "row.field-count a.csv:3 4", "row.field-count a.csv:4 6",
      ])
    #expect(file.entries.count == 1)
    #expect(try LayoutFixture.file(head + good + "Xã A,trained,2025,1,2,,,\n").entries.count == 2)
    #expect(try LayoutFixture.file(head + good + "Nguồn: thống kê xã\n").isSound)
  }

  @Test(
    "A year is read from words and dates",
    arguments: [
      ("2024", "2024 1/2"), ("Năm 2024", "2024 1/2"), ("31/12/2024", "2024 1/2"),
      ("2024-12-31", "2024 1/2"), ("Ước 2024", "2024 1/2 estimated"),
      ("2024 (sơ bộ)", "2024 1/2 preliminary"),
    ])
  func years(text: String, expected: String) throws {
    #expect(
      try lines("place,indicator,year,count,base\nXã A,trained,\(text),1,2\n")
        == ["Xã A trained \(expected)"])
  }

  @Test(
    "What is no year is reported once, not as a missing year too",
    arguments: ["20244", "abc", "24"])
  func badYears(text: String) throws {
    let file = try LayoutFixture.file("place,indicator,year,count,base\nXã A,trained,\(text),1,2\n")
    #expect(file.diagnostics.map(\.code.id) == ["year.unreadable"])
    #expect(file.diagnostics.first?.value == text)
    #expect(file.entries.isEmpty)
  }

  @Test(
    "How settled a figure is stands in its column, in the heading or in a short note",
    arguments: [
      ("place,indicator,year,count,base,status\nXã A,trained,2024,1,2,sơ bộ\n", "preliminary"),
      ("place,indicator,year,count,base,status\nXã A,trained,2024,1,2,số ước\n", "estimated"),
      ("place,indicator,year,count,base,status\nXã A,trained,2024,1,2,\n", ""),
      ("place,indicator,year,count,base,note\nXã A,trained,2024,1,2,số sơ bộ\n", "preliminary"),
      (
        "place,indicator,year,count,base,note\nXã A,trained,2024,1,2,ước tính theo số của thôn báo cáo lên\n",
        ""
      ),
      ("place,indicator,year,count,base,status\nXã A,trained,Ước 2024,1,2,final\n", ""),
    ])
  func statuses(text: String, status: String) throws {
    #expect(
      try lines(text) == ["Xã A trained 2024 1/2" + (status.isEmpty ? "" : " \(status)")])
  }

  @Test("Releases are told apart by their label and day; a bad day or status is a fault")
  func releases() throws {
    let head = "place,indicator,year,count,base,status,vintage,released\n"
    let file = try LayoutFixture.file(
      head + "Xã A,trained,2024,1,2,final,a,2025-01-31\nXã A,trained,2024,2,2,final,b,31/03/2025\n")
    #expect(file.entries.map(\.observation.vintage) == ["a", "b"])
    #expect(file.entries.map { $0.observation.released?.iso } == ["2025-01-31", "2025-03-31"])
    let bad = try LayoutFixture.file(head + "Xã A,trained,2024,1,2,nonsense,a,2025-13-31\n")
    #expect(bad.diagnostics.map(\.code.id) == ["choice.unknown", "date.unreadable"])
  }

  @Test("A code names the indicator before its title does")
  func codes() throws {
    #expect(
      try lines("Xã A,,,\nMã,Chỉ tiêu,Năm,Tỷ lệ (%)\ntrained,Nước sạch,2024,5\n,Nước sạch,2025,6\n")
        == ["Xã A clean-water 2025 6%", "Xã A trained 2024 5%"])
  }

  @Test("A column of measures or units says what the number of its row is")
  func measures() throws {
    #expect(
      try lines(
        "Địa phương,Chỉ tiêu,Năm,Đại lượng,Giá trị\nXã A,trained,2024,Số đạt,5\nXã A,trained,2024,Tổng số,10\n"
      ) == ["Xã A trained 2024 5/10"])
    #expect(
      try lines(
        "Địa phương,Chỉ tiêu,ĐVT,2024\nXã A,Công dân học tập,%,50\nXã A,Nước sạch,%,\"60,5\"\n")
        == ["Xã A clean-water 2024 60.5%", "Xã A learning-citizens 2024 50%"])
  }

  @Test("Rows and columns merged over others hold for all of them")
  func merged() {
    let rows = [
      "Xã | Chỉ tiêu | 2023 | 2024", "Xã A | Công dân học tập (%) | 10.5 | 11.5",
      " | Nước sạch (%) | 20.5 | 21.5",
    ]
    .map(LayoutFixture.cells)
    let sheet = LayoutFixture.sheet(
      named: "T", rows, merges: [CellRange(rows: 2...3, columns: 0...0)])
    #expect(
      LayoutFixture.outcome([sheet]).lines == [
        "Xã A clean-water 2023 20.5%", "Xã A clean-water 2024 21.5%",
        "Xã A learning-citizens 2023 10.5%", "Xã A learning-citizens 2024 11.5%",
      ])
  }
}
