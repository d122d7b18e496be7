import Indicators
import Testing

@testable import Forecasting

@Suite("PaceWindow")
struct PaceWindowTests {
  private static let member = RollingPanel.Member(
    years: [2015, 2016, 2017, 2019, 2020], percents: [40, 42, 41, 45, 48], brokenSteps: [3])

  @Test("Windows lie between two figures that are exactly so many years apart, and overlap")
  func lengths() {
    #expect(
      PaceWindow.windows(of: Self.member, years: 2) == [
        PaceWindow(start: 40, end: 41, years: 2), PaceWindow(start: 41, end: 45, years: 2),
      ])
    #expect(PaceWindow.windows(of: Self.member, years: 4).map(\.end) == [45])
    #expect(PaceWindow.windows(of: Self.member, years: 9).isEmpty)
  }

  @Test("No window crosses a declared break")
  func breaks() {
    #expect(PaceWindow.windows(of: Self.member, years: 1).map(\.start) == [40, 42])
    #expect(PaceWindow.windows(of: Self.member, years: 3).map(\.end) == [45])
  }

  @Test("No window crosses a change that is no pace: ten angular points a year")
  func jumps() {
    func windows(_ percents: [Double], years: Int) -> Int {
      PaceWindow.windows(
        of: RollingPanel.Member(years: Array(2015..<(2015 + percents.count)), percents: percents),
        years: years
      ).count
    }
    #expect(windows([50, 65, 66], years: 1) == 2 && windows([50, 66, 66], years: 1) == 1)
    #expect(windows([50, 66, 66], years: 2) == 0)
  }

  @Test("Level and pace point to the good end")
  func direction() {
    let window = PaceWindow(start: 30, end: 24, years: 3)
    #expect(window.level(towards: .down) == 70 && window.pace(towards: .down) == 2)
    #expect(window.level(towards: .up) == 30 && window.pace(towards: .up) == -2)
    #expect(window.level(towards: .unknown) == 30 && window.pace(towards: .unknown) == -2)
  }
}
