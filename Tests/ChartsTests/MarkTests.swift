import Testing

@testable import Charts

@Suite("Mark")
struct MarkTests {
  private func text(_ anchor: Mark.Anchor, isBold: Bool = false) -> Mark {
    .text("Mức độ 2", at: Point(50, 20), anchor, size: 4, isBold: isBold, .black)
  }

  @Test("The box of a text hangs on its point as the anchor says")
  func textBox() throws {
    let width = TextMetrics.width("Mức độ 2", size: 4)
    let start = try #require(text(.start).textBox)
    let middle = try #require(text(.middle).textBox)
    let end = try #require(text(.end).textBox)
    #expect(start.left == 50 && abs(start.width - width) < 1e-9)
    #expect(abs(middle.centre.x - 50) < 1e-9 && abs(middle.width - width) < 1e-9)
    #expect(abs(end.right - 50) < 1e-9 && abs(end.width - width) < 1e-9)
    for box in [start, middle, end] {
      #expect(box.top < 20 && box.bottom > 20)
      #expect(
        abs(box.height - TextMetrics.capHeight(size: 4) - TextMetrics.descent(size: 4)) < 1e-9)
    }
  }

  @Test("Bold text takes a wider box")
  func bold() throws {
    let regular = try #require(text(.start).textBox)
    let bold = try #require(text(.start, isBold: true).textBox)
    #expect(bold.width > regular.width)
  }

  @Test("Only texts have a text box")
  func otherMarks() {
    let box = Box(left: 0, top: 0, right: 1, bottom: 1)
    let marks: [Mark] = [
      .line([Point(0, 0)], Stroke(.black)), .hatch(box, Stroke(.black)),
      .box(box, fill: .white, outline: nil), .point(Point(0, 0), .disc, size: 1, .blue),
      .band(upper: [], lower: [], fill: .blue, outline: nil),
    ]
    #expect(marks.allSatisfy { $0.textBox == nil })
  }

  @Test("Boxes that only touch do not overlap; a tolerance forgives more")
  func overlaps() {
    let box = Box(left: 0, top: 0, right: 10, bottom: 5)
    #expect(!box.overlaps(Box(left: 10, top: 0, right: 12, bottom: 5)))
    #expect(!box.overlaps(Box(left: 0, top: 5, right: 12, bottom: 6)))
    let near = Box(left: 9.9, top: 4.9, right: 12, bottom: 9)
    #expect(box.overlaps(near) && near.overlaps(box))
    #expect(!box.overlaps(near, tolerance: 0.2))
    #expect(box.overlaps(Box(left: 2, top: 2, right: 3, bottom: 3)))
    #expect(box.contains(Box(left: 0, top: 0, right: 10, bottom: 5)) && !box.contains(near))
    #expect(box.centre == Point(5, 2.5))
  }
}
