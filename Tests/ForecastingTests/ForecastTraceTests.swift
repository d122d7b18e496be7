import Diagnostics
import Indicators
import Testing
import Wording

@testable import Forecasting

@Suite("Trace of a forecast")
struct ForecastTraceTests {
  private func series(_ place: String, _ percents: [Double], last: Int = 2025) -> IndicatorSeries {
    IndicatorSeries(
      place: place, indicator: Indicator(id: "a", title: Phrase("a")),
      observations: percents.enumerated().map { index, percent in
        Observation(
          year: last - percents.count + 1 + index, count: Int(percent * 100), base: 10_000,
          position: InputPosition(file: "a.csv"))
      })
  }

  private func order(_ own: IndicatorSeries, others: [IndicatorSeries] = []) -> ForecastOrder {
    ForecastOrder(
      series: own, others: others, direction: .up, family: LibraryFixture.families[0])
  }

  private let years = [2026, 2027, 2028]

  @Test(
    "The trace of the pace model holds the distribution of the forecast, alone and among others")
  func pace() throws {
    let others = LibraryFixture.places(8, seed: 3).enumerated().map { index, place in
      series("Xã \(index)", place.percents, last: 2024)
    }
    let own = series("Xã A", [40, 41, 43, 44, 47])
    for order in [order(own), order(own, others: others)] {
      let library = LibraryFixture.library()
      let forecast = try forecasts(
        for: [order], model: PaceModel(), library: library, years: years)[0]
      guard
        case .pace(let trace) = try forecastTrace(
          for: order, model: PaceModel(), library: library, years: years)
      else {
        Issue.record("no trace of the pace model")
        return
      }
      for year in forecast.years {
        #expect(trace.fit?.distribution(horizon: year.horizon) == year.distribution)
      }
      let widths = try #require(trace.fit?.widths)
      for ahead in 1...3 {
        let unit = TrackRecord.unit(degreesOfFreedom: widths.degreesOfFreedom(horizon: ahead))
        let product = widths.libraryWidth * widths.recordFactor(horizon: ahead) * unit
        #expect(abs(product - widths.factor(horizon: ahead)) < 1e-14)
      }
    }
  }

  @Test("Without a figure the levels of others are traced where they are enough, else nothing")
  func othersOnly() throws {
    let places = LibraryFixture.places(25, seed: 5).enumerated().map { index, place in
      series("Xã \(index)", place.percents, last: 2024)
    }
    let library = LibraryFixture.library()
    let bare = order(series("Xã A", []), others: places)
    let forecast = try forecasts(
      for: [bare], model: PaceModel(), library: library, years: years)[0]
    guard
      case .others(let levels) = try forecastTrace(
        for: bare, model: PaceModel(), library: library, years: years)
    else {
      Issue.record("no trace of the others' levels")
      return
    }
    #expect(levels.map(\.distribution) == forecast.years.map(\.distribution))
    for level in levels {
      #expect(level.places == 25 && level.lower < level.middle && level.middle < level.upper)
    }
    let alone = try forecastTrace(
      for: order(series("Xã A", [])), model: PaceModel(), library: library, years: years)
    guard case .nothing = alone else {
      Issue.record("a trace of nothing")
      return
    }
  }

  @Test(
    "Every other model has a formula, and numbers for all of its symbols",
    arguments: ModelRegistry.all.map(\.id))
  func formulas(id: String) throws {
    let model = try #require(ModelRegistry.model(id))
    guard !model.learnsFromOthers else { return }
    guard
      case .stated(let trace) = try forecastTrace(
        for: order(series("Xã A", [40, 41, 43, 44, 47])), model: model,
        library: LibraryFixture.library(), years: years)
    else {
      Issue.record("\(id) has no formula")
      return
    }
    var known = Set(trace.terms.map(\.symbol)).union(["h"])
    func symbols(_ text: String) -> [String] {
      text.matches(of: /\{(.+?)\}/).map { String($0.1) }
    }
    for part in trace.formula.parts {
      #expect(known.isSuperset(of: symbols(part.formula)))
      known.insert(part.symbol)
    }
    for text in [trace.formula.centre, trace.formula.variance, trace.formula.degreesOfFreedom] {
      #expect(known.isSuperset(of: symbols(text)), "\(text)")
    }
    for term in trace.terms { #expect(term.value.isFinite, "\(term.symbol)") }
  }

  @Test("Too few figures for a model leave nothing to trace")
  func tooFew() throws {
    let trace = try forecastTrace(
      for: order(series("Xã A", [40, 41])), model: OLSLine.points,
      library: LibraryFixture.library(), years: years)
    guard case .nothing = trace else {
      Issue.record("a line through two figures")
      return
    }
  }
}
