import OfficeDocuments
import Testing

@Suite struct TextLinesTests {
  @Test("Lines are counted at blanks and line feeds; nothing is one line")
  func counts() {
    #expect(TextLines.count(of: "", width: 10) == 1)
    #expect(TextLines.count(of: "một hai ba", width: 10) == 1)
    #expect(TextLines.count(of: "một hai ba", width: 9) == 2)
    #expect(TextLines.count(of: "một\nhai ba", width: 10) == 2)
    #expect(TextLines.count(of: "a\n\nb", width: 10) == 3)
    #expect(TextLines.count(of: "dài-hơn-cả-dòng", width: 3) == 1)
  }

  @Test("The width of a text is that of its longest line")
  func widths() {
    #expect(TextLines.width(of: "") == 0)
    #expect(TextLines.width(of: "đạt") == 3)
    #expect(TextLines.width(of: "đạt\nchưa đạt") == 8)
  }

  @Test("A heading is as narrow as its lines allow, never narrower than a word")
  func headings() {
    #expect(TextLines.width(of: "Nhịp đã qua (điểm / năm)", lines: 1) == 24)
    #expect(TextLines.width(of: "Tổng số dự báo", lines: 2) == 7)
    #expect(TextLines.width(of: "Chỉ tiêu", lines: 9) == 4)
    #expect(TextLines.width(of: "", lines: 3) == 0)
    for lines in 1...4 {
      let width = TextLines.width(of: "Còn thiếu (người, hộ …) năm 2026", lines: lines)
      #expect(TextLines.count(of: "Còn thiếu (người, hộ …) năm 2026", width: width) <= lines)
    }
  }
}
