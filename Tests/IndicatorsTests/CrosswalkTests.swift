import Testing

@testable import Indicators

@Suite("Crosswalk")
struct CrosswalkTests {
  private func crosswalk() throws -> Crosswalk {
    var fixture = CrosswalkFixture()
    try fixture.move("C", to: "N", .decimal(0.6))
    try fixture.move("C", to: "M", .decimal(0.4))
    try fixture.move("C", to: "N", .counted(part: 0, whole: 5), for: "clans")
    try fixture.move("C", to: "M", .counted(part: 5, whole: 5), for: "clans")
    try fixture.move("D", to: "N", .decimal(1), for: "i")
    try fixture.move("A", to: "C", from: "2019-12-01")
    try fixture.move("B", to: "C", from: "2019-12-01")
    return Crosswalk(fixture.transfers)
  }

  @Test("A share is as it was written, or exactly part over whole")
  func shares() {
    #expect(TerritoryShare.decimal(0.62).value == 0.62)
    #expect(TerritoryShare.counted(part: 1203, whole: 3117).value == 1203.0 / 3117)
    #expect(TerritoryShare.counted(part: 0, whole: 8).value == 0)
    #expect(TerritoryShare.counted(part: 8, whole: 8).value == 1)
  }

  @Test("The rows of an indicator override the general ones; a share of 0 brings nothing")
  func overrides() throws {
    let crosswalk = try crosswalk()
    func told(_ place: String, _ indicator: String) -> [String] {
      crosswalk.inflows(into: place, indicator: indicator).map {
        "\($0.oldPlace) \($0.transfer.map { "\($0.share.value)" } ?? "?")"
      }
    }
    #expect(told("N", "i") == ["C 0.6", "D 1.0"])
    #expect(told("M", "i") == ["C 0.4"])
    #expect(told("N", "clans") == ["D ?"])
    #expect(told("M", "clans") == ["C 1.0"])
    #expect(told("A", "i").isEmpty)
  }

  @Test("Units begin and end on their days and are known over all changes, nearest first")
  func chains() throws {
    let crosswalk = try crosswalk()
    #expect(crosswalk.newPlaces == ["C", "N", "M"])
    #expect(crosswalk.beginning(of: "C")?.iso == "2019-12-01")
    #expect(crosswalk.end(of: "C")?.iso == "2025-07-01")
    #expect(crosswalk.beginning(of: "A") == nil && crosswalk.end(of: "N") == nil)
    #expect(crosswalk.formerUnits(of: "N") == ["C", "D", "A", "B"])
    #expect(crosswalk.formerUnits(of: "A").isEmpty)
  }
}
