import Diagnostics
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("TotalCheck")
struct TotalCheckTests {
  private static let head = "Công dân học tập xã A năm 2024\nThôn,Số đạt,Tổng số\n"

  private func found(_ rows: String, head: String = head) throws -> [String] {
    try LayoutFixture.file(head + rows).diagnostics.filter { $0.code.id == "total.differs" }.map {
      "\($0.position?.label ?? ""): \($0.message(in: .en))"
    }
  }

  @Test("A sum that its rows add up to is passed over in silence, wherever it stands")
  func agrees() throws {
    let rows = "Thôn 1,5,10\nThôn 2,6,20\n"
    #expect(try found(rows + "Tổng cộng,11,30\n").isEmpty)
    #expect(try found("Toàn xã,11,30\n" + rows).isEmpty)
  }

  @Test("Another sum is asked about, with what the rows add up to")
  func differs() throws {
    let rows = "Thôn 1,5,10\nThôn 2,6,20\nTổng cộng,12,30\n"
    #expect(
      try found(rows) == [
        "a.csv:5:2: the row of sums says 12, the 2 places of the table add up to 11"
      ])
    #expect(try LayoutFixture.file(Self.head + rows).isSound)
  }

  @Test(
    "A sum over one place, over cells that are no number, and averages of percents are not compared"
  )
  func notCompared() throws {
    #expect(try found("Thôn 1,5,10\nTổng cộng,6,20\n").isEmpty)
    #expect(try found("Thôn 1,5,10\nThôn 2,abc,10\nTổng cộng,6,20\n").isEmpty)
    #expect(
      try found("Thôn 1,50\nThôn 2,60\nBình quân,70\n", head: "Nước sạch 2024\nThôn,Tỷ lệ (%)\n")
        .isEmpty)
    #expect(try found("Thôn 1,5,10\nThôn 2,6,20\nTổng cộng,–,x\n").isEmpty)
  }

  @Test("Sums of parts of the table are compared with their own rows")
  func subtotals() throws {
    let below = "Thôn 1,1,10\nThôn 2,2,20\nCộng,3,30\nThôn 3,4,40\nThôn 4,5,50\nCộng,9,90\n"
    #expect(try found(below + "Tổng cộng,12,120\n").isEmpty)
    let above = "Cộng,3,30\nThôn 1,1,10\nThôn 2,2,20\nCộng,9,90\nThôn 3,4,40\nThôn 4,5,50\n"
    #expect(try found("Tổng cộng,12,120\n" + above).isEmpty)
    #expect(
      try found(below.replacing("Cộng,9,90", with: "Cộng,8,90")) == [
        "a.csv:8:2: the row of sums says 8, the 2 places of the table add up to 9"
      ])
  }

  @Test("Releases of one year are added up apart")
  func releases() throws {
    let head = "Công dân học tập xã A\nThôn,Số đạt 2024 (sơ bộ),Số đạt 2024 (chính thức)\n"
    #expect(try found("Thôn 1,5,6\nThôn 2,6,7\nTổng cộng,11,13\n", head: head).isEmpty)
    #expect(try found("Thôn 1,5,6\nThôn 2,6,7\nTổng cộng,11,14\n", head: head).count == 1)
  }

  @Test("In tables of one figure a row sums are compared by year and measure")
  func tidy() throws {
    let head = "Thôn,Chỉ tiêu,Năm,Đại lượng,Giá trị\n"
    let rows = """
      Thôn 1,trained,2023,Số đạt,5
      Thôn 2,trained,2023,Số đạt,6
      Thôn 1,trained,2024,Số đạt,7
      Thôn 2,trained,2024,Số đạt,8

      """
    #expect(try found(rows + "Tổng cộng,trained,2024,Số đạt,15\n", head: head).isEmpty)
    #expect(try found(rows + "Tổng cộng,trained,2024,Số đạt,16\n", head: head).count == 1)
  }
}
