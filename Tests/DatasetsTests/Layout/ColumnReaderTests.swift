import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("ColumnReader")
struct ColumnReaderTests {
  /// Returns the columns of the one table of CSV text.
  private func columns(_ text: String) throws -> [LayoutColumn] {
    try #require(try LayoutFixture.layouts(text).first).columns
  }

  private func meanings(_ text: String) throws -> [FigureMeaning] {
    try columns(text).compactMap {
      if case .figures(let meaning) = $0.role { meaning } else { nil }
    }
  }

  @Test("A field is a key, and its heading is the reason")
  func keys() throws {
    let columns = try columns(
      "STT,Địa phương,Chỉ tiêu,Năm,Số đạt,Ghi chú\n1,Xã A,trained,2024,5,\n")
    #expect(
      columns.map(\.role).filter { if case .figures = $0 { false } else { true } } == [
        .key(.ordinal), .key(.place), .key(.indicator), .key(.year), .key(.note),
      ])
    #expect(columns[1].reason(.vi) == "tiêu đề “Địa phương”")
    #expect(columns[1].reason(.en) == "heading “Địa phương”")
    #expect(columns[1].heading == "Địa phương")
  }

  @Test("Headings from top to bottom say together what figures are")
  func stacked() throws {
    let found = try meanings(
      "Địa phương,Công dân học tập,,Lao động qua đào tạo,\n,Số đạt,Tỷ lệ (%),Số đạt,Tỷ lệ (%)\nXã A,1,50,2,60\n"
    )
    let (citizens, trained) = (
      LayoutFixture.term("learning-citizens"), LayoutFixture.term("trained")
    )
    #expect(found.map(\.term) == [citizens, citizens, trained, trained])
    #expect(found.map(\.measure) == [.count, .percent, .count, .percent])
    #expect(found.map(\.saysPercentSign) == [false, true, false, true])
  }

  @Test("What a column is taken for is said in words")
  func words() throws {
    let columns = try columns(
      "Địa phương,Dân số từ 15 tuổi 2024,Số công dân học tập 2024 (sơ bộ),Ước 2025\nXã A,10,5,6\n")
    #expect(
      columns.dropFirst().map { $0.reason(.vi) } == [
        "tổng số: adults, năm 2024", "learning-citizens, năm 2024, số đạt, sơ bộ",
        "năm 2025, ước",
      ])
    #expect(
      columns.dropFirst().map { $0.reason(.en) } == [
        "total: adults, year 2024",
        "learning-citizens, year 2024, count, preliminary",
        "year 2025, estimated",
      ])
  }

  @Test("Comparisons are passed over, plans are no figures, sums of years are no base")
  func others() throws {
    let columns = try columns(
      "Địa phương,2023,2024,So với 2023,Kế hoạch 2025,Tổng\nXã A,10,11,1,15,21\n")
    #expect(columns[3].role == .passedOver)
    #expect(columns[3].reason(.en) == "a comparison of other columns")
    guard case .figures(let plan) = columns[4].role else { throw NoFigures() }
    #expect(plan.isPlanned)
    #expect(columns[5].role == .passedOver)
    #expect(columns[5].reason(.vi) == "cột cộng")
  }

  private struct NoFigures: Error {}

  @Test("Names of places in headings are places")
  func places() throws {
    #expect(
      try meanings("Chỉ tiêu,Xã A,Phường B\nCông dân học tập (%),5,6\n").map(\.place)
        == ["Xã A", "Phường B"])
    #expect(
      try meanings("Chỉ tiêu,Địa phương,\n,Xã An Bình,Hòa Bình\nCông dân học tập (%),5,6\n")
        .map(\.place) == ["Xã An Bình", "Hòa Bình"])
  }

  @Test("Percents of things that no rule file knows are indicators of their own, to be asked about")
  func own() throws {
    let columns = try columns("Địa phương,Năm,Tỷ lệ hộ có internet (%)\nXã A,2024,50\n")
    guard case .figures(let meaning) = columns[2].role else { throw NoFigures() }
    #expect(meaning.ownIndicator == "hộ có internet")
    #expect(meaning.measure == .percent)
    #expect(columns[2].isQuestionable)
  }

  @Test("An unknown heading over numbers is asked about, one over texts is not")
  func unknown() throws {
    let columns = try columns("Địa phương,Năm,Số đạt,Foo,Bar\nXã A,2024,5,7,abc\n")
    #expect(columns[3].role == .passedOver && columns[3].isQuestionable && columns[3].isUnknown)
    #expect(columns[4].role == .passedOver && !columns[4].isQuestionable && columns[4].isUnknown)
  }

  @Test(
    "A column without a heading is known by its cells",
    arguments: [
      ("2023|2024|2023", ColumnRole.passedOver), ("Năm 2023|Năm 2024|Năm 2025", .key(.year)),
      ("Số đạt|Tổng số|Số đạt", .key(.measure)), ("người|hộ|%", .key(.unit)),
      ("Công dân học tập|Nước sạch|abc", .key(.indicator)), ("Xã A|Xã B|Xã C", .key(.place)),
      ("5|6|7", .passedOver),
    ])
  func unnamed(cells: String, role: ColumnRole) throws {
    let rows = cells.split(separator: "|").map { "\($0),1,2\n" }.joined()
    let first = try #require(try columns(",Tổng số,Số đạt\n" + rows).first)
    if role == .passedOver, !cells.hasPrefix("5") {
      #expect(first.role == .key(.year), "years alone are years")
    } else {
      #expect(first.role == role)
    }
    #expect(first.isQuestionable == cells.hasPrefix("5"))
  }

  @Test("The only column of texts names the places where nothing else does")
  func lonePlaces() throws {
    let columns = try columns(",2023,2024\nAn Bình,\"1,5\",\"2,5\"\nHòa Bình,\"1,5\",\"2,5\"\n")
    #expect(columns.first?.role == .key(.place))
    #expect(columns.first?.reason(.en) == "the only column of texts that can name places")
  }

  @Test("Of two columns of places the finer names the place, the other what it is part of")
  func parents() throws {
    for heading in ["Xã,Thôn", "Huyện,Xã", "Tỉnh,Huyện"] {
      let columns = try columns(heading + ",Năm,Số đạt,Tổng số\nA,B,2024,1,2\n")
      #expect(columns[0].role == .parent && columns[1].role == .key(.place), "\(heading)")
    }
    let reversed = try columns("Thôn,Xã,Năm,Số đạt,Tổng số\nA,B,2024,1,2\n")
    #expect(reversed[0].role == .key(.place) && reversed[1].role == .parent)
  }

  @Test("Of two columns of indicators the one whose cells are known is taken")
  func indicators() throws {
    let columns = try columns(
      "Tiêu chí,Chỉ tiêu,Năm,Số đạt,Tổng số\nMục 1,Công dân học tập,2024,1,2\nMục 2,Nước sạch,2024,1,2\n"
    )
    #expect(columns[0].role == .passedOver)
    #expect(columns[1].role == .key(.indicator))
  }

  @Test("“Đơn vị” over units is no place")
  func units() throws {
    let columns = try columns(
      "Chỉ tiêu,Đơn vị,2023,2024\nCông dân học tập,%,5,6\nNước sạch,hộ,5,6\n")
    #expect(columns[1].role == .key(.unit))
  }

  @Test("A measure beside the columns of one indicator belongs to it")
  func loneMeasure() throws {
    let found = try meanings("Địa phương,Năm,Tổng số,Công dân học tập (%)\nXã A,2024,10,50\n")
    #expect(Set(found.map(\.term)) == [LayoutFixture.term("learning-citizens")])
    #expect(found.map(\.measure) == [.base, .percent])
  }

  @Test("A total before the columns of one of several indicators is its own")
  func neighbours() throws {
    let found = try meanings(
      "Địa phương,Năm,Tổng số,Số công dân học tập,Tổng số,Số lao động qua đào tạo\nXã A,2024,10,5,20,6\n"
    )
    let (citizens, trained) = (
      LayoutFixture.term("learning-citizens"), LayoutFixture.term("trained")
    )
    #expect(found.map(\.term) == [citizens, citizens, trained, trained])
  }

  @Test("A measure that may belong to several indicators is asked about")
  func ambiguousMeasure() throws {
    let columns = try columns(
      "Địa phương,Năm,Tỷ lệ,Công dân học tập (%),Lao động qua đào tạo (%)\nXã A,2024,10,5,6\n")
    #expect(columns[2].role == .passedOver && columns[2].isQuestionable)
    #expect(columns[2].reason(.en) == "it is not clear to which indicator it belongs")
  }

  @Test(
    "Titles lose the words of measure before them and the unit after",
    arguments: [
      ("Tỷ lệ hộ có internet (%)", "hộ có internet"), ("Số lượng bể bơi", "bể bơi"),
      ("Tổng số giường", "giường"), ("Số giường", "giường"), ("% hộ nghèo", "hộ nghèo"),
      ("Thu nhập", "Thu nhập"), ("Số", "Số"), ("%", "%"), ("", ""),
    ])
  func ownTitles(text: String, title: String) {
    #expect(OwnIndicator.title(in: text) == title)
  }

  @Test(
    "The id of a title is the same in every spelling; an id stays",
    arguments: [
      ("hộ có internet", "ho-co-internet"), ("Hộ có INTERNET", "ho-co-internet"),
      ("Tỷ lệ hộ có internet (%)", "ho-co-internet"), ("poverty_rate", "poverty_rate"),
      ("ABC-1.2", "ABC-1.2"), ("đường nhựa", "duong-nhua"),
    ])
  func ownIDs(title: String, id: String) {
    #expect(OwnIndicator.id(of: title) == id)
  }

  @Test("Headings of measure words alone name nothing of their own")
  func generic() {
    #expect(OwnIndicator.isGeneric(HeadingKey("Số người đạt")))
    #expect(OwnIndicator.isGeneric(HeadingKey("")))
    #expect(!OwnIndicator.isGeneric(HeadingKey("Số giường")))
  }
}
