import Testing
import Wording

@testable import Indicators

@Suite("Indicator")
struct IndicatorTests {
  @Test("Direction and definition are unknown unless declared")
  func defaults() {
    let indicator = Indicator(id: "trained", title: Phrase("t"))
    #expect(indicator.direction == .unknown)
    #expect(indicator.definition == nil)
    #expect(indicator.definitionText == nil)
    #expect(indicator.baseText == nil)
    #expect(indicator.source == nil)
  }

  @Test("Directions are named as tables write them")
  func directions() {
    #expect(GoodDirection(rawValue: "up") == .up)
    #expect(GoodDirection(rawValue: "down") == .down)
    #expect(GoodDirection(rawValue: "unknown") == .unknown)
    #expect(GoodDirection(rawValue: "") == nil)
  }
}
