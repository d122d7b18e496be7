import Indicators
import Testing
import Wording

@testable import Planning

@Suite("PartGaps")
struct PartGapsTests {
  /// A commune of 300/600 whose hamlets have 30/100, 150/300 and 120/200.
  private static func commune() -> Commune {
    var commune = Commune()
    commune.places = ["Thôn 1", "Thôn 2", "Thôn 3"].map {
      Place(name: $0, kind: "thôn", parent: Commune.place.name)
    }
    commune.count("a", 2024, 300, of: 600)
    commune.count("a", 2024, 30, of: 100, place: "Thôn 1")
    commune.count("a", 2024, 150, of: 300, place: "Thôn 2")
    commune.count("a", 2024, 120, of: 200, place: "Thôn 3")
    return commune
  }

  private func gaps(_ commune: Commune, threshold: Int = 60) throws -> PartGaps? {
    let panel = commune.dataset.panel
    let series = try #require(panel.series(place: Commune.place.name, indicator: "a"))
    return PartGaps(
      of: series, threshold: ExactDecimal(threshold),
      parts: panel.children(of: Commune.place.name).map {
        ($0.name, panel.series(place: $0.name, indicator: "a"))
      })
  }

  @Test("Parts are ranked by what they lack of the place's threshold, on their own base")
  func ranking() throws {
    let gaps = try #require(try gaps(Self.commune()))
    // Equal gaps stay in the order of the data; a part that just meets it lacks nobody.
    #expect(gaps.parts.map(\.place) == ["Thôn 1", "Thôn 2", "Thôn 3"])
    #expect(gaps.parts.map(\.missing) == [30, 30, 0])
    #expect(
      try #require(try self.gaps(Self.commune(), threshold: 50)).parts.map(\.missing) == [
        20, 0, -20,
      ])
  }

  @Test("What the parts add up to is told against the figure of the place")
  func sums() throws {
    let equal = try #require(try gaps(Self.commune()))
    #expect(equal.count == 300 && equal.base == 600)
    #expect(equal.countDifference == 0 && equal.baseDifference == 0)
    var commune = Self.commune()
    commune.places.append(Place(name: "Thôn 4", kind: "thôn", parent: Commune.place.name))
    commune.count("a", 2024, 5, of: 20, place: "Thôn 4")
    let more = try #require(try gaps(commune))
    #expect(more.countDifference == 5 && more.baseDifference == 20)
  }

  @Test("Parts without a figure of the newest year are named, and not taken from another year")
  func unknown() throws {
    var commune = Self.commune()
    commune.places.append(Place(name: "Thôn 4", kind: "thôn", parent: Commune.place.name))
    commune.count("a", 2023, 5, of: 20, place: "Thôn 4")
    let gaps = try #require(try gaps(commune))
    #expect(gaps.unknown == ["Thôn 4"] && gaps.parts.count == 3 && gaps.year == 2024)
  }

  @Test("A place without parts, or whose parts have no counts, has nothing to tell")
  func nothing() throws {
    var commune = Commune()
    commune.count("a", 2024, 300, of: 600)
    #expect(try gaps(commune) == nil)
    commune.places = [Place(name: "Thôn 1", kind: "thôn", parent: Commune.place.name)]
    #expect(try gaps(commune) == nil)
  }

  @Test("The place's own percent is enough; then nothing is compared")
  func percentOnly() throws {
    var commune = Self.commune()
    commune.entries.removeFirst()
    commune.percent("a", 2024, "50.0")
    let gaps = try #require(try gaps(commune))
    #expect(gaps.countDifference == nil && gaps.baseDifference == nil && gaps.count == 300)
  }
}
