import Testing

@testable import Charts

@Suite("Picture")
struct PictureTests {
  private func picture(_ marks: [Mark]) -> Picture {
    Picture(
      width: 60, height: 20, title: "Tên", description: "Mô tả", language: "vi", marks: marks)
  }

  private func text(_ text: String, _ x: Double, _ y: Double) -> Mark {
    .text(text, at: Point(x, y), .start, size: 4, isBold: false, .black)
  }

  @Test("Two texts in one place are found, each pair once")
  func overlapping() {
    let found = picture([text("một", 2, 10), text("hai", 4, 11), text("ba", 40, 10)])
      .overlappingTexts
    #expect(found.map { [$0.0, $0.1] } == [["một", "hai"]])
    let three = picture([text("một", 2, 10), text("hai", 2, 10), text("ba", 2, 10)])
    #expect(three.overlappingTexts.count == 3)
  }

  @Test("Lines of a paragraph do not count as overlapping, nor do lines that cross a text")
  func apart() {
    let line = Mark.line([Point(0, 0), Point(60, 20)], Stroke(.black))
    #expect(picture([text("một", 2, 6), text("hai", 2, 9.9), line]).overlappingTexts.isEmpty)
  }

  @Test("A text that leaves the sheet at any edge is found")
  func cut() {
    let texts = [
      text("trái", -0.1, 10), text("phải", 56, 10), text("trên", 10, 2), text("dưới", 10, 19.5),
      text("vừa", 20, 10),
    ]
    #expect(picture(texts).cutTexts == ["trái", "phải", "trên", "dưới"])
  }
}
