import Testing

@testable import OfficeDocuments

@Suite struct WorksheetTests {
  @Test("Titles are those that Excel takes")
  func titles() {
    for good in ["Số liệu", "Đạt – chưa đạt", String(repeating: "x", count: 31), "it's"] {
      #expect(Worksheet.isTitle(good), "\(good)")
    }
    for bad in ["", String(repeating: "x", count: 32), "a/b", "a:b", "a?b", "[a]", "'a", "a'"] {
      #expect(!Worksheet.isTitle(bad), "\(bad)")
    }
    // An emoji is two UTF-16 units.
    #expect(!Worksheet.isTitle(String(repeating: "😀", count: 16)))
  }

  @Test("Rows stand in the order in which they were added, and the heading knows its row")
  func rows() {
    var sheet = Worksheet(title: "A", widths: [10, 10])
    sheet.appendLine("title")
    sheet.append(Worksheet.Row([]))
    sheet.appendHeading(Worksheet.Row([.text("x"), .text("y")]))
    sheet.append(Worksheet.Row([.number(1), .number(2)]))
    #expect(sheet.rows.count == 4)
    #expect(sheet.headingRow == 2)
    #expect(sheet.rows[0].isJoined && sheet.rows[0].cells[0].look.isWrapped)
    #expect(!sheet.rows[3].isJoined)
  }

  @Test("A line over the whole width is as high as its lines at that width")
  func heights() {
    var sheet = Worksheet(title: "A", widths: [10, 10])
    sheet.appendLine("một hai ba")
    sheet.appendLine("một hai ba bốn năm sáu bảy tám chín mười")
    sheet.appendLine("")
    #expect(sheet.rows.map(\.height) == [15, 30, 15])
    let large = CellLook.plain.with { $0.size = 22 }
    #expect(Worksheet.height(of: "một hai ba", width: 20, look: large) == 30)
    let bold = CellLook.plain.with { $0.isBold = true }
    #expect(Worksheet.height(of: "một hai ba b", width: 10, look: bold) == 30)
    #expect(Worksheet.height(of: "một hai ba b", width: 10, look: .plain) == 15)
    #expect(Worksheet.height(of: "a\nb\nc", width: 20, look: .plain) == 45)
    #expect(Worksheet.height(of: "a", width: 0.5, look: .plain) == 15)
  }

  @Test("A row is as high as the tallest text in it that may be broken")
  func fitted() {
    let wrapped = CellLook.plain.with { $0.isWrapped = true }
    let long = "một hai ba bốn năm sáu"
    func height(_ cells: [WorksheetCell]) -> Double? {
      Worksheet.Row.fitted(cells, to: [10, 10]).height
    }
    #expect(height([.text(long, wrapped), .number(1)]) == 30)
    #expect(height([.text(long), .number(1)]) == nil)
    #expect(height([.text("ngắn", wrapped), WorksheetCell()]) == nil)
    #expect(height([]) == nil)
  }
}
