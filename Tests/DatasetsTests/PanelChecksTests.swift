import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("PanelChecks")
struct PanelChecksTests {
  private static let places = [
    Place(name: "Xã"), Place(name: "Thôn 1", parent: "Xã"), Place(name: "Thôn 2", parent: "Xã"),
  ]

  private func entries(_ rows: String) throws -> [IndicatorPanel.Entry] {
    let result = ObservationTable.read(
      try table("place,indicator,year,count,base,percent,status,vintage\n" + rows))
    #expect(result.diagnostics.isEmpty)
    return result.records
  }

  private func sums(_ rows: String) throws -> [Diagnostic] {
    PanelChecks.sums(of: IndicatorPanel(entries: try entries(rows), places: Self.places))
  }

  @Test("A place that is not declared is reported once, with the nearest name")
  func undeclared() throws {
    let found = PanelChecks.undeclaredPlaces(
      try entries(
        "Thôn 1,t,2024,1,2,,,\nThôn l,t,2024,1,2,,,\nThôn l,t,2025,1,2,,,\nQqq,t,2025,1,2,,,\n"),
      declared: Self.places)
    try #require(found.map(\.code) == [.placeUndeclared, .placeUndeclared])
    #expect(found.map { $0.position?.label } == ["a.csv:3:1", "a.csv:5:1"])
    #expect(found[0].message(in: .vi) == "“Thôn l” không có trong bảng các địa phương")
    #expect(found[0].message(in: .en) == "“Thôn l” is not in the table of places")
    #expect(
      found[0].remedy(in: .vi) == "Sửa tên (gần nhất: Thôn 1) hoặc thêm vào places.csv.")
    #expect(found[1].remedy(in: .en) == "Mend the name (nearest: –) or add it to places.csv.")
  }

  @Test("A name that resembles an earlier one but for case, diacritics or blanks is asked about")
  func lookAlikes() throws {
    let found = PanelChecks.lookAlikes(
      try entries(
        "Xã Tân Lập,t,2023,1,2,,,\nxã tân lập,t,2024,1,2,,,\nXa  Tan Lap,t,2025,1,2,,,\nXã Tân Hà,t,2025,1,2,,,\n"
      ))
    #expect(found.map(\.value) == ["xã tân lập", "Xa  Tan Lap"])
    #expect(found.map { $0.position?.label } == ["a.csv:3", "a.csv:4"])
    #expect(found[0].message(in: .vi).contains("gần giống “Xã Tân Lập”"))
  }

  @Test("Parts that add up, or cannot be added, are not reported")
  func sound() throws {
    #expect(try sums("Xã,t,2024,3,5,,,\nThôn 1,t,2024,1,2,,,\nThôn 2,t,2024,2,3,,,\n").isEmpty)
    #expect(try sums("Xã,t,2024,3,5,,,\n").isEmpty)
    #expect(try sums("Thôn 1,t,2024,1,2,,,\n").isEmpty)
    #expect(try sums("Xã,t,2024,,,60,,\nThôn 1,t,2024,1,2,,,\nThôn 2,t,2024,2,3,,,\n").isEmpty)
    #expect(try sums("Xã,t,2024,9,9,,,\nThôn 1,t,2024,1,2,,,\nThôn 2,t,2024,,,7,,\n").isEmpty)
    // Thôn 2 reports the indicator, but not in that year.
    #expect(try sums("Xã,t,2024,9,9,,,\nThôn 1,t,2024,1,2,,,\nThôn 2,t,2023,1,2,,,\n").isEmpty)
  }

  @Test("A year in which parts and whole differ in count or base is a warning")
  func different() throws {
    let parts = "Thôn 1,t,2024,1,2,,,\nThôn 2,t,2024,2,3,,,\n"
    for whole in ["4,5", "3,6"] {
      let found = try sums("Xã,t,2024,\(whole),,,\n" + parts)
      #expect(found.map(\.code) == [.partsDoNotAddUp])
      #expect(found.first?.severity == .warning)
      #expect(found.first?.position?.label == "a.csv:2:4")
      let shown = whole.replacing(",", with: "/")
      #expect(
        found.first?.message(in: .vi)
          == "Xã, t, năm 2024: toàn địa bàn ghi \(shown), cộng các thôn được 3/5")
      #expect(
        found.first?.message(in: .en)
          == "Xã, t, 2024: the whole says \(shown), its parts add up to 3/5")
    }
  }

  @Test("The newest release is what is compared")
  func newest() throws {
    let rows = "Xã,t,2024,9,9,,preliminary,so-bo\nXã,t,2024,3,5,,final,chinh-thuc\n"
    #expect(try sums(rows + "Thôn 1,t,2024,1,2,,,\nThôn 2,t,2024,2,3,,,\n").isEmpty)
  }
}
