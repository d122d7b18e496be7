import Indicators
import Testing
import Wording

@testable import Forecasting

@Suite("Forecast of a place among others")
struct PanelForecastTests {
  private let years = Array(2025...2030)
  private let own = SeriesFixture.percents([
    (2020, "40"), (2021, "41.5"), (2022, "41"), (2023, "43.2"), (2024, "44"),
  ])

  private func forecast(
    _ series: IndicatorSeries, _ others: [IndicatorSeries], direction: GoodDirection = .up
  ) throws -> Forecast {
    let library = LibraryFixture.library()
    return try PanelForecast(
      ForecastOrder(
        series: series, others: others, direction: direction, family: library.family(nil)),
      library: library
    ).forecast(years: years)
  }

  private func others(_ count: Int, seed: UInt64 = 2) -> [IndicatorSeries] {
    LibraryFixture.series(LibraryFixture.members(count, seed: seed))
  }

  private func expectAlike(_ left: Forecast, _ right: Forecast) {
    #expect(left.years.map(\.year) == right.years.map(\.year))
    for (one, other) in zip(left.years, right.years) {
      let (first, second) = (one.distribution, other.distribution)
      #expect(agree(first.location, second.location, to: 1e-9))
      #expect(agree(first.scale, second.scale, to: 1e-9))
      #expect(agree(first.degreesOfFreedom, second.degreesOfFreedom, to: 1e-9))
    }
  }

  @Test("Without others it is the model's fit with the library's prior, and no record")
  func alone() throws {
    let forecast = try forecast(own, [])
    let input = TrendInput(
      years: Array(2020...2024), percents: [40, 41.5, 41, 43.2, 44], prior: LibraryFixture.prior())
    let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
    for year in forecast.years {
      #expect(year.distribution == fit.distribution(horizon: year.horizon))
    }
    #expect(forecast.otherPlaces == 0 && forecast.record.entries.isEmpty)
    #expect(try self.forecast(own, [SeriesFixture.series([], place: "Xã B")]) == forecast)
  }

  @Test("The order of the others changes nothing", arguments: 0..<4)
  func order(seed: UInt64) throws {
    let others = others(9, seed: seed)
    expectAlike(try forecast(own, others), try forecast(own, others.reversed()))
  }

  @Test("Figures of others after the place's own last one are not seen")
  func laterFigures() throws {
    let cut = IndicatorSeries(
      place: own.place, indicator: own.indicator, observations: Array(own.observations.prefix(3)))
    let others = others(6)
    let seen = others.map { series in
      IndicatorSeries(
        place: series.place, indicator: series.indicator,
        observations: series.observations.filter { $0.year <= 2022 })
    }
    expectAlike(try forecast(cut, others), try forecast(cut, seen))
  }

  @Test("What others taught, and what they would have been told, stands beside the forecast")
  func learned() throws {
    let forecast = try forecast(own, others(6))
    #expect(forecast.otherPlaces == 6)
    #expect(!forecast.record.entries.isEmpty)
    #expect(forecast.record.entries.allSatisfy { (0...100).contains($0.actual) })
    #expect(forecast.basis == .series && forecast.isOfPaceModel)
  }

  @Test("Of very many others enough are walked, and the rest left out evenly")
  func manyOthers() throws {
    let few = (0..<(2 * PanelForecast.mostOthers)).map { place in
      SeriesFixture.percents(
        [(2022, "\(20 + place % 40)"), (2023, "\(21 + place % 40)"), (2024, "\(22 + place % 40)")],
        place: "Xã \(place)")
    }
    #expect(try forecast(own, few).otherPlaces == PanelForecast.mostOthers)
    #expect(try forecast(own, Array(few.prefix(30))).otherPlaces == 30)
  }

  // MARK: Without figures

  @Test("A place without figures is forecast by the levels of many others, and by no fewer")
  func withoutFigures() throws {
    let empty = SeriesFixture.series([])
    let many = others(30)
    let forecast = try forecast(empty, many)
    #expect(forecast.basis == .othersOnly)
    #expect(forecast.basis.label?.en.contains("very weak") == true)
    #expect(forecast.figureCount == 0 && forecast.expectedPace == nil)
    #expect(forecast.years.map(\.year) == years)
    #expect(forecast.otherPlaces == 30 && forecast.isOfPaceModel)
    let levels = many.compactMap { $0.latest?.percent }.sorted()
    let next = try #require(forecast.years.first).distribution
    #expect(next.median > levels[5] && next.median < levels[24])
    #expect(next.quantile(0.1) < levels[10] && next.quantile(0.9) > levels[19])
    let few = try self.forecast(empty, Array(many.prefix(19)))
    #expect(few.basis == .none && few.years.isEmpty)
  }

  @Test("Others whose figures are old do not tell where a place without figures stands")
  func oldFigures() throws {
    let empty = SeriesFixture.series([])
    let old = LibraryFixture.series(LibraryFixture.members(25, seed: 1, last: 2018))
    #expect(try forecast(empty, old + others(10)).basis == .none)
    #expect(try forecast(empty, old + others(20)).basis == .othersOnly)
    // Years that have passed since the others' newest figures are no forecast.
    let passed = try forecast(empty, old)
    #expect(passed.years.first?.year == 2025 && passed.years.first?.horizon == 7)
  }

  @Test("Doubt about a place without figures grows with the years")
  func growingDoubt() throws {
    let scales = try forecast(SeriesFixture.series([]), others(30)).years.map {
      $0.distribution.scale
    }
    for (near, far) in zip(scales, scales.dropFirst()) { #expect(near < far) }
  }
}
