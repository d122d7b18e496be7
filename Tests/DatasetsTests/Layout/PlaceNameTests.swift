import Testing

@testable import Datasets

@Suite("PlaceName")
struct PlaceNameTests {
  @Test(
    "The first name in a title is a kind of place and the capitals or digits after it, as spelled",
    arguments: [
      ("UBND XÃ KIẾN HƯNG", "XÃ KIẾN HƯNG"),
      ("Số liệu thôn 3 năm 2024", "thôn 3"),
      ("Kết quả xây dựng xã hội học tập của xã An Bình giai đoạn 2021–2025", "xã An Bình"),
      ("Phường Lê Chân, thành phố Hải Phòng", "Phường Lê Chân"),
      ("Số liệu của tổ dân phố 12 (phường Nghĩa Xá)", "tổ dân phố 12"),
      ("Đặc khu Cát Hải", "Đặc khu Cát Hải"),
      ("thị trấn Núi Đối năm 2023", "thị trấn Núi Đối"),
      ("Số liệu thành phố Hải Phòng", "thành phố Hải Phòng"),
      ("“Xã Kiến Hưng”", "Xã Kiến Hưng"),
      ("Xã Kiến Hưng Đạt chuẩn", "Xã Kiến Hưng"),
      ("Thôn A1 2024", "Thôn A1"),
    ])
  func titles(text: String, name: String) {
    #expect(PlaceName.first(in: text) == name)
  }

  @Test(
    "A kind without a name after it is none",
    arguments: [
      "", "xã", "Các xã trong huyện", "xây dựng xã hội học tập", "Xã Hội Học Tập", "xã: Kiến Hưng",
      "Số liệu cấp xã năm 2024", "xã 2024", "Biểu 3", "Kiến Hưng", "thôn, Xóm",
    ])
  func none(text: String) {
    #expect(PlaceName.first(in: text) == nil)
  }

  @Test("Of two spellings the first is printed, unless only the second is not all capitals")
  func preferred() {
    #expect(PlaceName.preferred("XÃ AN LẠC", "Xã An Lạc") == "Xã An Lạc")
    #expect(PlaceName.preferred("Xã An Lạc", "XÃ AN LẠC") == "Xã An Lạc")
    #expect(PlaceName.preferred("XÃ AN LẠC", "XÃ AN LẠC ") == "XÃ AN LẠC")
    #expect(PlaceName.preferred("xã An Lạc", "Xã An Lạc") == "xã An Lạc")
    #expect(PlaceName.preferred("12", "Thôn 12") == "12")
  }

  @Test("A name has at most five words and ends with its phrase")
  func ends() {
    #expect(PlaceName.first(in: "xã A B C D E F G") == "xã A B C D E")
    #expect(PlaceName.first(in: "xã Kiến Hưng. Biểu Số 3") == "xã Kiến Hưng")
    #expect(PlaceName.first(in: "Xã Kiến Hưng (Hải Phòng)") == "Xã Kiến Hưng Hải Phòng")
  }

  @Test(
    "A label names the place after its colon",
    arguments: [
      ("Địa phương: Xã An Bình", "Xã An Bình"), ("Đơn vị:  UBND  xã An Bình", "UBND xã An Bình"),
      ("Xã: An Bình", "Xã An Bình"), ("Xã: xã An Bình", "xã An Bình"), ("Thôn: 3", "Thôn 3"),
      ("Place: Binh", "Binh"), ("Tên xã: An Bình", "An Bình"),
    ])
  func labels(text: String, name: String) {
    #expect(PlaceName.labelled(in: text, LayoutFixture.reader) == name)
  }

  @Test(
    "Other labels, units, empty and overlong names are no places",
    arguments: [
      "Năm: 2024", "Địa phương:", "Địa phương", "Đơn vị: %", "Ghi chú: xã An Bình",
      "Địa phương: " + String(repeating: "a", count: 61), "",
    ])
  func noLabels(text: String) {
    #expect(PlaceName.labelled(in: text, LayoutFixture.reader) == nil)
  }
}
