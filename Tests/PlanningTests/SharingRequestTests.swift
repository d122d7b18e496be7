import Diagnostics
import Indicators
import Testing
import Wording

@testable import Planning

@Suite struct SharingRequestTests {
  private let panel = IndicatorPanel(
    entries: [],
    indicators: ["trained", "university", "gia-đình"].map { Indicator(id: $0, title: Phrase($0)) })

  @Test("An indicator is found without case and diacritics", arguments: ["Trained", "gia-dinh"])
  func found(id: String) throws {
    let indicator = try SharingRequest.indicator(of: id, in: panel)
    #expect(TextKey.folded(indicator.id) == TextKey.folded(id))
  }

  @Test("An unknown one is told with the nearest ones, or with all")
  func unknown() {
    func remedy(_ id: String) -> String? {
      do throws(Faults) {
        _ = try SharingRequest.indicator(of: id, in: panel)
        return nil
      } catch { return error.diagnostics.first?.remedy(in: .en) }
    }
    #expect(remedy("traind") == "Nearest: trained.")
    #expect(remedy("zzz") == "Nearest: trained, university, gia-đình.")
  }

  @Test("A total or a pace below zero is a mistake of the caller")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = SharingRequest(
        whole: nil, places: [], indicator: Indicator(id: "a", title: Phrase("a")), total: -1,
        targetYear: 2027)
    }
    await #expect(processExitsWith: .failure) {
      _ = SharingRequest(
        whole: nil, places: [], indicator: Indicator(id: "a", title: Phrase("a")), total: 1,
        targetYear: 2027, maximumPace: ExactDecimal(-1))
    }
  }
}
