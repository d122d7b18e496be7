import Diagnostics
import Indicators
import Testing

@testable import Planning

@Suite struct SharingPlacesTests {
  private func panel(_ places: [(String, String?)]) -> IndicatorPanel {
    IndicatorPanel(entries: [], places: places.map { Place(name: $0.0, parent: $0.1) })
  }

  /// A panel that does not say what is part of what: counts of bases ten times as large.
  private func flat(_ counts: [(String, Int)], year: Int = 2025) -> IndicatorPanel {
    IndicatorPanel(
      entries: counts.map { name, count in
        IndicatorPanel.Entry(
          place: name, indicator: "trained",
          observation: Observation(
            year: year, count: count, base: 10 * count, position: InputPosition(file: "a.csv")))
      })
  }

  private func names(
    _ named: String?, _ panel: IndicatorPanel, isAsked: Bool = true
  ) throws(Faults) -> [String?] {
    let found = try SharingPlaces.of(
      named.flatMap { panel.place(named: $0) }, isAsked: isAsked, indicator: "trained", in: panel)
    return [found.whole?.name] + found.places.map(\.name)
  }

  private func code(
    _ named: String?, _ panel: IndicatorPanel, isAsked: Bool = true
  ) -> String? {
    do throws(Faults) {
      _ = try names(named, panel, isAsked: isAsked)
      return nil
    } catch { return error.diagnostics.first?.code.id }
  }

  @Test("With a place its parts share, without one those of the only whole, else all places")
  func choice() throws {
    let commune = panel([("Xã A", nil), ("Thôn 1", "Xã A"), ("Thôn 2", "Xã A")])
    #expect(try names("Xã A", commune) == ["Xã A", "Thôn 1", "Thôn 2"])
    #expect(try names(nil, commune) == ["Xã A", "Thôn 1", "Thôn 2"])
    #expect(try names(nil, panel([("Xã A", nil), ("Xã B", nil)])) == [nil, "Xã A", "Xã B"])
    #expect(try names(nil, panel([("Xã A", nil)])) == [nil, "Xã A"])
    // The whole is named by its parts only.
    #expect(try names(nil, panel([("Thôn 1", "Xã A")])) == [nil, "Thôn 1"])
  }

  @Test(
    "Where the file does not say what is part of what, a named place that is the sum is the whole")
  func sums() throws {
    let province = flat([("Tỉnh", 30), ("Xã A", 10), ("Xã B", 20)])
    #expect(try names(nil, province) == [nil, "Tỉnh", "Xã A", "Xã B"])
    #expect(try names("Tỉnh", province) == ["Tỉnh", "Xã A", "Xã B"])
    #expect(code("Xã A", province) == "share.parts-missing")
    let communes = flat([("Xã A", 10), ("Xã B", 20), ("Xã C", 29)])
    #expect(try names(nil, communes) == [nil, "Xã A", "Xã B", "Xã C"])
    #expect(code("Xã C", communes) == "share.parts-missing")
    // The main place of data without parts stands for all of them.
    #expect(try names("Xã C", communes, isAsked: false) == [nil, "Xã A", "Xã B", "Xã C"])
  }

  @Test("A place without parts is told, and so are several wholes of which none is named")
  func faults() throws {
    let province = panel([
      ("Xã A", nil), ("Thôn 1", "Xã A"), ("Xã B", nil), ("Thôn 2", "Xã B"), ("Xã C", nil),
    ])
    #expect(code("Thôn 1", province) == "share.parts-missing")
    #expect(code("Xã C", province, isAsked: false) == "share.parts-missing")
    #expect(code(nil, province) == "share.place-ambiguous")
    #expect(try names("Xã B", province) == ["Xã B", "Thôn 2"])
  }
}
