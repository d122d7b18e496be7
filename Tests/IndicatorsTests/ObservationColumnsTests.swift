import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("ObservationColumns")
struct ObservationColumnsTests {
  @Test("What goes into the columns comes out again")
  func roundTrip() {
    var observations: [Observation] = []
    for status in ObservationStatus.allCases {
      for released in [nil, CalendarDate("2025-06-30"), CalendarDate("0001-01-01")] {
        observations += [
          Observation(
            year: 2025, count: 0, base: 21_503, status: status, vintage: "2025-so-bo",
            released: released, position: InputPosition(file: "a.csv", line: 2, column: 4)),
          Observation(
            year: 1900, printedPercent: ExactDecimal(unscaled: -125, scale: 6), status: status,
            released: released, position: InputPosition(file: "b.csv")),
          Observation(
            year: 2100, count: .max, base: .min + 1, printedPercent: ExactDecimal(.max),
            status: status, vintage: "", released: released,
            position: InputPosition(file: "", line: 2_000_000_000, column: 40_000)),
        ]
      }
    }
    var columns = ObservationColumns()
    for (index, observation) in observations.enumerated() {
      columns.append(observation, place: Int32(index), indicator: Int32(index % 2))
    }
    #expect(columns.rowCount == observations.count)
    for (index, observation) in observations.enumerated() {
      #expect(columns.observation(at: index) == observation)
    }
    #expect(columns.placeIndex == observations.indices.map(Int32.init))
    #expect(columns.indicatorIndex.prefix(4) == [0, 1, 0, 1])
  }

  @Test("Zero, missing and 0,0 stay different")
  func zeroAndMissing() {
    let position = InputPosition(file: "a.csv", line: 2)
    let rows = [
      Observation(year: 2025, count: 0, base: 1, position: position),
      Observation(year: 2025, position: position),
      Observation(year: 2025, printedPercent: ExactDecimal(0), position: position),
      Observation(
        year: 2025, printedPercent: ExactDecimal(unscaled: 0, scale: 1), position: position),
    ]
    var columns = ObservationColumns()
    for row in rows { columns.append(row, place: 0, indicator: 0) }
    #expect(rows.indices.map { columns.observation(at: $0) } == rows)
  }
}
