import Charts
import Testing

@testable import Reporting

@Suite("Sheet layout")
struct SheetLayoutTests {
  private func layout(_ title: String, footer: [String] = ["Nguồn: Xã."]) -> SheetLayout {
    SheetLayout(title: title, subtitle: "Xã Mẫu; %", footer: footer, drawingHeight: 50)
  }

  @Test("The sheet holds title, subtitle, drawing and footer, one below the other")
  func order() throws {
    let layout = layout("Tên")
    let boxes = layout.marks.compactMap(\.textBox)
    #expect(boxes.count == 3)
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.bottom <= $1.top + 0.1 })
    #expect(boxes[1].bottom <= layout.top && layout.top + 50 <= boxes[2].top)
    #expect(boxes[2].bottom <= layout.height)
  }

  @Test("A long title is broken into lines and makes the sheet taller; no word is lost")
  func longTitle() {
    let title = Array(repeating: "Công dân học tập suốt đời", count: 12).joined(separator: " ")
    let (short, long) = (layout("Tên"), layout(title))
    #expect(long.height > short.height && long.top > short.top)
    let texts = long.marks.compactMap { mark -> String? in
      if case .text(let text, _, _, _, true, _) = mark { text } else { nil }
    }
    #expect(texts.count >= 3 && texts.joined(separator: " ") == title)
    #expect(
      long.marks.compactMap(\.textBox).allSatisfy { $0.right <= SheetLayout.width - 2 + 1e-9 })
  }
}
