import Diagnostics
import Indicators
import Testing

@testable import Datasets

@Suite("HeadingReader")
struct HeadingReaderTests {
  private let reader = LayoutFixture.reader

  private func parts(_ text: String) -> HeadingParts { reader.parts(of: text) }

  @Test(
    "Headings that say what a row is about",
    arguments: [
      ("place", .place), ("Địa phương", .place), ("TÊN XÃ", .place), ("Thôn/TDP", .place),
      ("Đơn vị", .place), ("Xã, phường", .place), ("Chỉ tiêu", .indicator),
      ("Nội dung", .indicator),
      ("Mã", .code), ("Mã chỉ tiêu", .code), ("Năm", .year), ("year", .year),
      ("Đại lượng", .measure), ("Giá trị", .value), ("Thực hiện", .value), ("ĐVT", .unit),
      ("Đơn vị tính", .unit), ("Trạng thái", .status), ("Kỳ công bố", .vintage),
      ("Ngày công bố", .released), ("Ghi chú", .note), ("Nguồn số liệu", .note), ("STT", .ordinal),
      ("TT", .ordinal), ("No.", .ordinal),
    ] as [(String, LayoutField)])
  func fields(text: String, field: LayoutField) {
    #expect(parts(text).field == field)
    #expect(parts(text).isSignal)
  }

  @Test(
    "Years in words, dates and beside other words",
    arguments: [
      ("2024", 2024, true), ("Năm 2024", 2024, true), ("31/12/2024", 2024, true),
      ("31 tháng 12 năm 2024", 2024, true), ("đến ngày 31/12/2024", 2024, true),
      ("2024-12-31", 2024, true), ("Thực hiện năm 2024", 2024, true), ("TH 2024", 2024, true),
      ("Kết quả 2024", 2024, true), ("FY2024", 2024, true), ("6 tháng đầu năm 2024", 2024, false),
      ("1900", 1900, true),
      ("2100", 2100, true), ("1899", nil, false), ("2101", nil, false), ("20244", nil, false),
      ("Số đạt 2024", 2024, false), ("2023–2024", nil, false), ("so với 2023", 2023, false),
    ] as [(String, Int?, Bool)])
  func years(text: String, year: Int?, isPure: Bool) {
    #expect(parts(text).year == year)
    #expect(parts(text).isPureYear == isPure)
  }

  @Test("A whole name with a measure is that name, although a word of it says another thing alone")
  func wholeNames() {
    let reader = HeadingReader(
      IndicatorVocabulary(terms: [
        IndicatorVocabulary.Term(
          id: "diploma", kind: .share,
          names: ["Thanh thiếu niên 15-18 tuổi có bằng tốt nghiệp THCS"]),
        IndicatorVocabulary.Term(id: "six", kind: .share, names: ["Trẻ em 6 tuổi vào lớp 1"]),
      ]))
    for (text, term) in [
      ("Thanh thiếu niên 15-18 tuổi có bằng tốt nghiệp THCS (%)", 0),
      ("Tỷ lệ trẻ em 6 tuổi vào lớp 1 (%)", 1), ("Trẻ em 6 tuổi vào lớp 1", 1),
    ] {
      let parts = reader.parts(of: text)
      #expect(parts.term == term && !parts.isOther, "\(text)")
    }
    for text in ["Trẻ em 6 tuổi chưa vào lớp 1 (%)", "Trẻ em nữ 6 tuổi vào lớp 1", "Còn thiếu"] {
      #expect(reader.parts(of: text).isOther, "\(text)")
    }
  }

  @Test(
    "How settled the figures are",
    arguments: [
      ("2024 (sơ bộ)", .preliminary), ("Sơ bộ 2024", .preliminary), ("Prel. 2024", .preliminary),
      ("Ước 2025", .estimated), ("Ước thực hiện năm 2025", .estimated), ("Ước TH 2025", .estimated),
      ("2023 chính thức", .final), ("2024", nil), ("nước", nil),
    ] as [(String, StatusWord?)])
  func statuses(text: String, status: StatusWord?) {
    #expect(parts(text).status == status)
    if text.contains("20") { #expect(parts(text).isPureYear) }
  }

  @Test(
    "Headings that name a measure and nothing else",
    arguments: [
      ("Số đạt", .count), ("Số lượng", .count), ("count", .count), ("Được công nhận", .count),
      ("Tổng số", .base), ("base", .base), ("Mẫu số", .base), ("TS", .base),
      ("Tỷ lệ", .percent), ("Tỉ lệ (%)", .percent), ("%", .percent), ("percent", .percent),
    ] as [(String, Measure)])
  func measures(text: String, measure: Measure) {
    #expect(parts(text).measure == measure)
    #expect(parts(text).isPureMeasure)
    #expect(parts(text).term == nil)
  }

  @Test(
    "Measures beside the name of an indicator",
    arguments: [
      ("Tỷ lệ công dân học tập", "learning-citizens", .percent),
      ("Công dân học tập (%)", "learning-citizens", .percent),
      ("Số công dân học tập", "learning-citizens", .count),
      ("Tổng số công dân học tập", "learning-citizens", .count),
      ("Công dân học tập (người)", "learning-citizens", .count),
      ("Công dân học tập", "learning-citizens", nil),
      ("Số công dân đạt danh hiệu “Công dân học tập”", "learning-citizens", .count),
      ("Tỷ lệ lao động qua đào tạo", "trained", .percent),
      ("Tỷ lệ hộ đạt danh hiệu gia đình học tập năm 2024", "learning-families", .percent),
      ("Dân số từ 15 tuổi", "adults", .base), ("Tổng số hộ gia đình", "households", .base),
      ("Số hộ gia đình", "households", .base), ("Số hộ chưa đạt gia đình học tập", nil, .count),
      ("Số hộ gia đình đạt", nil, .count), ("Tỷ lệ hộ gia đình", nil, .percent),
      ("Tổng số người", nil, .base), ("Doanh thu", nil, nil),
    ] as [(String, String?, Measure?)])
  func measuresOfTerms(text: String, id: String?, measure: Measure?) {
    #expect(parts(text).term.map { LayoutFixture.vocabulary.terms[$0].id } == id)
    #expect(parts(text).measure == measure)
  }

  @Test("A whole name is told from one inside a longer text")
  func wholeTerms() {
    #expect(parts("Công dân học tập").isWholeTerm)
    #expect(parts("5.1").isWholeTerm)
    #expect(parts("CONG DAN HOC TAP").isWholeTerm)
    #expect(parts("Các công dân học tập trên địa bàn").isWholeTerm)
    let inside = parts("Kết quả đánh giá công dân học tập theo thôn")
    #expect(inside.term == LayoutFixture.term("learning-citizens"))
    #expect(!inside.isWholeTerm)
  }

  @Test("Two indicators in one text, and two words of a name, name none")
  func ambiguousTerms() {
    let two = "So sánh lao động qua đào tạo với trình độ đại học trở lên"
    #expect(parts(two).term != LayoutFixture.term("learning-citizens"))
    #expect(parts("Biểu nước sạch và nhà ở").term == nil)
    let shared = IndicatorVocabulary.Term(id: "other", kind: .share, names: ["Công dân học tập"])
    let reader = HeadingReader(
      IndicatorVocabulary(terms: LayoutFixture.vocabulary.terms + [shared]))
    #expect(reader.parts(of: "Công dân học tập").term == nil)
  }

  @Test(
    "Labels of sums and averages, and labels that only begin like them",
    arguments: [
      ("Tổng cộng", true), ("Cộng", true), ("Toàn xã", true), ("TỔNG", true), ("Cả xã", true),
      ("Bình quân", true), ("Total", true), ("Trung bình các thôn", true), ("Tổng số", true),
      ("Bình", false), ("Cộng đồng học tập", false), ("Tổng số hộ", false), ("Xã Tổng", false),
      ("Chung Mỹ", false), ("Bình Xã", false), ("", false),
    ])
  func totals(text: String, isTotal: Bool) {
    #expect(parts(text).isTotal == isTotal)
  }

  @Test(
    "Comparisons and plans",
    arguments: [
      ("So với 2023", true, false), ("Tăng, giảm", true, false), ("2024/2023", true, false),
      ("Bình quân năm", true, false), ("Kế hoạch 2025", false, true), ("KH 2025", false, true),
      ("Mục tiêu", false, true), ("Dự kiến 2026", false, true), ("Plan", false, true),
      ("Số đạt", false, false),
      ("Kế hoạch xây dựng xã hội học tập của địa phương", false, false),
    ])
  func changesAndPlans(text: String, isChange: Bool, isPlan: Bool) {
    #expect(parts(text).isChange == isChange)
    #expect(parts(text).isPlan == isPlan)
  }

  @Test(
    "Texts that begin with a kind of place",
    arguments: [
      ("Xã Kiến Hưng", true), ("Thôn 3", true), ("TDP 5", true), ("Tổ dân phố số 2", true),
      ("xã", false), ("Xã hội học tập", false), ("Khu vực 1", false), ("Kiến Hưng", false),
      ("xã một hai ba bốn năm sáu bảy", false),
    ])
  func places(text: String, isPlaceLike: Bool) {
    #expect(parts(text).isPlaceLike == isPlaceLike)
  }

  @Test("Empty texts and texts of signs say nothing", arguments: ["", " ", "…", "–", "()"])
  func nothing(text: String) {
    let parts = parts(text)
    #expect(!parts.isSignal && parts.measure == nil && parts.year == nil && parts.key.isEmpty)
    #expect(!parts.isTotal && !parts.isChange && !parts.isPlan && !parts.isPlaceLike)
  }

  @Test("Without a vocabulary fields, years and measures are read, and no term")
  func withoutVocabulary() {
    let bare = HeadingReader(.empty)
    #expect(bare.parts(of: "Địa phương").field == .place)
    #expect(bare.parts(of: "Năm 2024").year == 2024)
    #expect(bare.parts(of: "Tỷ lệ công dân học tập").measure == .percent)
    #expect(bare.parts(of: "Công dân học tập").term == nil)
  }

  @Test(
    "A year is a word of four digits within 1900…2100",
    arguments: [
      ("2024", 2024), ("1900", 1900), ("2100", 2100), ("1899", nil), ("2101", nil), ("024", nil),
      ("+202", nil), ("-999", nil), ("２０２４", nil), ("", nil), ("20 4", nil),
    ] as [(String, Int?)])
  func yearWords(word: String, year: Int?) {
    #expect(HeadingReader.year(word) == year)
  }
}
