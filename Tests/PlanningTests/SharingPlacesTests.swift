import Diagnostics
import Indicators
import Testing

@testable import Planning

@Suite struct SharingPlacesTests {
  private func panel(_ places: [(String, String?)]) -> IndicatorPanel {
    IndicatorPanel(entries: [], places: places.map { Place(name: $0.0, parent: $0.1) })
  }

  private func names(_ named: String?, _ panel: IndicatorPanel) throws(Faults) -> [String?] {
    let found = try SharingPlaces.of(named.flatMap { panel.place(named: $0) }, in: panel)
    return [found.whole?.name] + found.places.map(\.name)
  }

  @Test("With a place its parts share, without one those of the only whole, else all places")
  func choice() throws {
    let commune = panel([("Xã A", nil), ("Thôn 1", "Xã A"), ("Thôn 2", "Xã A")])
    #expect(try names("Xã A", commune) == ["Xã A", "Thôn 1", "Thôn 2"])
    #expect(try names(nil, commune) == ["Xã A", "Thôn 1", "Thôn 2"])
    let flat = panel([("Thôn 1", nil), ("Thôn 2", nil), ("Toàn xã", nil)])
    #expect(try names(nil, flat) == [nil, "Thôn 1", "Thôn 2", "Toàn xã"])
    #expect(try names("Toàn xã", flat) == ["Toàn xã", "Thôn 1", "Thôn 2"])
    #expect(try names(nil, panel([("Xã A", nil)])) == [nil, "Xã A"])
    // The whole is named by its parts only.
    #expect(try names(nil, panel([("Thôn 1", "Xã A")])) == [nil, "Thôn 1"])
  }

  @Test("A place without parts is told, and so are several wholes of which none is named")
  func faults() throws {
    let province = panel([
      ("Xã A", nil), ("Thôn 1", "Xã A"), ("Xã B", nil), ("Thôn 2", "Xã B"), ("Xã C", nil),
    ])
    func code(_ named: String?) -> String? {
      do throws(Faults) {
        _ = try names(named, province)
        return nil
      } catch { return error.diagnostics.first?.code.id }
    }
    #expect(code("Thôn 1") == "share.parts-missing")
    #expect(code("Xã C") == "share.parts-missing")
    #expect(code(nil) == "share.place-ambiguous")
    #expect(try names("Xã B", province) == ["Xã B", "Thôn 2"])
  }
}
