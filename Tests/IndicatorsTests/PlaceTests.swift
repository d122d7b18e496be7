import Testing

@testable import Indicators

@Suite("Place")
struct PlaceTests {
  @Test(
    "A rule's kinds are compared without case and spelling of diacritics",
    arguments: [
      ("xã", ["xã", "phường"], true), ("Xã", ["xã"], true), ("xa\u{303}", ["xã"], true),
      ("phường", ["xã"], false), ("xã", [], false), ("tỉnh", ["xã", "phường"], false),
    ])
  func kinds(kind: String, kinds: [String], expected: Bool) {
    #expect(Place(name: "A", kind: kind).isKind(in: kinds) == expected)
  }

  @Test("A place of unknown kind fits every rule")
  func unknownKind() {
    #expect(Place(name: "A").isKind(in: ["xã"]))
    #expect(Place(name: "A").isKind(in: []))
  }

  @Test("What the data do not say stays unknown")
  func unknown() {
    let place = Place(name: "A")
    #expect(place.isDifficultArea == nil)
    #expect(place.parent == nil)
    #expect(place.code == nil)
  }
}
