import Diagnostics
import Indicators
import Testing

@testable import Planning

@Suite("Other places")
struct OtherPlacesTests {
  private func panel(_ places: [Place], without: Set<String> = []) -> IndicatorPanel {
    var commune = Commune()
    for place in places where !without.contains(place.name) {
      for year in 2022...2024 { commune.count("a", year, 10 + year % 3, of: 50, place: place.name) }
    }
    return IndicatorPanel(entries: commune.entries, places: places)
  }

  private func names(_ place: String, in panel: IndicatorPanel) throws -> [String] {
    OtherPlaces.series(
      of: "a", besides: try #require(panel.place(named: place)), in: panel, asOf: nil
    ).map(\.place)
  }

  @Test(
    "Places of the same kind are learned from, in the order of the data, the place itself is not")
  func kinds() throws {
    let panel = panel([
      Place(name: "A", kind: "xã"), Place(name: "B", kind: "xã"), Place(name: "P", kind: "tỉnh"),
      Place(name: "C", kind: "xã"), Place(name: "Q", kind: "tỉnh"),
    ])
    #expect(try names("A", in: panel) == ["B", "C"])
    #expect(try names("B", in: panel) == ["A", "C"])
    #expect(try names("P", in: panel) == ["Q"])
  }

  @Test("Places of unknown kind count as one kind")
  func unknownKind() throws {
    let panel = panel([
      Place(name: "A"), Place(name: "B"), Place(name: "C", kind: "xã"),
    ])
    #expect(try names("A", in: panel) == ["B"])
    #expect(try names("C", in: panel).isEmpty)
  }

  @Test("Neither what a place is part of, nor its own parts, nor their parts")
  func ancestors() throws {
    let panel = panel([
      Place(name: "nation"), Place(name: "province", parent: "nation"),
      Place(name: "A", parent: "province"), Place(name: "hamlet", parent: "A"),
      Place(name: "B", parent: "province"), Place(name: "elsewhere"),
    ])
    #expect(try names("A", in: panel) == ["B", "elsewhere"])
    #expect(try names("hamlet", in: panel) == ["B", "elsewhere"])
    #expect(try names("nation", in: panel) == ["elsewhere"])
    #expect(try names("elsewhere", in: panel) == ["nation", "province", "A", "hamlet", "B"])
  }

  @Test("A parent that the data do not know, or that leads round in a circle, harms nothing")
  func strangeParents() throws {
    let panel = panel([
      Place(name: "A", parent: "B"), Place(name: "B", parent: "A"),
      Place(name: "C", parent: "nowhere"), Place(name: "D", parent: "D"),
    ])
    #expect(try names("A", in: panel) == ["C", "D"])
    #expect(try names("C", in: panel) == ["A", "B", "D"])
    #expect(try names("D", in: panel) == ["A", "B", "C"])
  }

  @Test("No place learns from those that it was made of, nor from one that shared people with it")
  func territory() throws {
    var commune = Commune()
    for place in ["A", "B", "C", "D"] {
      for year in 2022...2024 { commune.count("a", year, 10 + year % 3, of: 50, place: place) }
    }
    let names = ["N", "M", "O", "A", "B", "C", "D"]
    func move(_ old: String, _ new: String, _ share: Double) throws -> TerritoryTransfer {
      TerritoryTransfer(
        oldPlace: old, newPlace: new, share: .decimal(share),
        validFrom: try #require(CalendarDate("2025-07-01")), position: InputPosition(file: "c.csv"))
    }
    let transfers = [
      try move("A", "N", 1), try move("B", "N", 0.5), try move("B", "M", 0.5),
      try move("C", "O", 1),
    ]
    let panel = PanelRebuilding(
      IndicatorPanel(entries: commune.entries, places: names.map { Place(name: $0) }),
      crosswalk: Crosswalk(transfers), onlyKnownPlaces: true
    ).panel
    #expect(try self.names("N", in: panel) == ["O", "D"])
    #expect(try self.names("M", in: panel) == ["O", "D"])
    #expect(try self.names("O", in: panel) == ["N", "M", "D"])
    // A place of former times learns from others of former times, one without changes from the present.
    #expect(try self.names("A", in: panel) == ["B", "C", "D"])
    #expect(try self.names("D", in: panel) == ["N", "M", "O"])
  }

  @Test("A place without a figure tells nothing, nor one whose figures came later")
  func figures() throws {
    let places = [Place(name: "A"), Place(name: "B"), Place(name: "C")]
    let panel = panel(places, without: ["B"])
    #expect(try names("A", in: panel) == ["C"])
    func seen(_ day: String, of indicator: String = "a") -> [Int] {
      OtherPlaces.series(
        of: indicator, besides: places[0], in: panel, asOf: CalendarDate(day)
      ).flatMap { $0.observations.map(\.year) }
    }
    #expect(seen("2022-12-30").isEmpty)
    #expect(seen("2023-12-31") == [2022, 2023])
    #expect(seen("2030-01-01", of: "b").isEmpty)
  }
}
