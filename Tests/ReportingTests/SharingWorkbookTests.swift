import OfficeDocuments
import Testing
import Wording

@testable import Reporting

@Suite struct SharingWorkbookTests {
  @Test("One sheet with the sums, the measure of effort and what is told of the data")
  func sheet() throws {
    let sharing = try SharingFixture.sharing(63, isIllustrative: true)
    let book = SharingWorkbook(sharing, title: SharingFixture.title, language: .vi).workbook
    #expect(book.sheets.count == 1 && book.sheets[0].title == "Chia chỉ tiêu")
    let texts = book.sheets[0].rows.flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.content { text } else { nil }
    }
    #expect(texts.contains { $0.contains("SỐ LIỆU MINH HỌA") })
    #expect(texts.contains { $0.contains("trọng số × (chỉ tiêu − hiện có)²") })
    #expect(texts.contains("Cộng") && texts.contains("Thôn 3"))
  }
}
