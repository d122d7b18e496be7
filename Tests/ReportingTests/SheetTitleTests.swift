import OfficeDocuments
import Testing

@testable import Reporting

@Suite("Title of a sheet")
struct SheetTitleTests {
  @Test(
    "A name becomes a title that Excel takes",
    arguments: [
      ("Hội Khuyến học", "Hội Khuyến học"),
      ("Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Dịch vụ sự nghiệp …"),
      ("Ban [A]: ghi/chép*?\\", "Ban -A-- ghi-chép---"), ("'Ban'", "-Ban-"), ("", "–"),
      ("Ban ngày-nào-cũng-hội-họp-đến-khuya-khoắt", "Ban ngày-nào-cũng-hội-họp-đến …"),
      ("  ", "–"), ("Tên\u{7}một", "Tên một"),
    ])
  func titles(name: String, title: String) {
    #expect(SheetTitle.free(for: name, besides: []) == title)
  }

  @Test("A title that is taken, whatever its case, gets a number and still fits")
  func taken() {
    #expect(SheetTitle.free(for: "Ban A", besides: ["ban a"]) == "Ban A (2)")
    #expect(SheetTitle.free(for: "Ban A", besides: ["Ban A", "Ban A (2)"]) == "Ban A (3)")
    let long = "Trung tâm Dịch vụ sự nghiệp công xã"
    let second = SheetTitle.free(
      for: long, besides: [SheetTitle.free(for: long, besides: [])])
    #expect(second.hasSuffix(" (2)"))
  }

  @Test("Every title is one that Excel takes, also of one long word")
  func valid() {
    for name in [
      String(repeating: "a", count: 90), String(repeating: "ữ ", count: 50), "/", "👩‍👩‍👧‍👦 nhóm",
    ] {
      for taken in [[], [SheetTitle.free(for: name, besides: [])]] {
        #expect(Worksheet.isTitle(SheetTitle.free(for: name, besides: taken)), "\(name)")
      }
    }
  }
}
