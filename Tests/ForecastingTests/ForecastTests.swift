import Forecasting
import Indicators
import Testing
import Wording

@Suite("Forecast of a series")
struct ForecastTests {
  private let years = Array(2022...2030)

  private func order(_ series: IndicatorSeries) -> ForecastOrder {
    ForecastOrder(series: series, prior: SeriesFixture.prior)
  }

  private func forecast(
    _ series: IndicatorSeries, _ model: any TrendModel = ShrunkDrift(), years: [Int]? = nil
  ) throws -> Forecast {
    try forecasts(for: [order(series)], model: model, years: years ?? self.years)[0]
  }

  private static let figures = [(2021, "40"), (2022, "41.5"), (2023, "41"), (2024, "43.2")]

  @Test("No figure gives no forecast, and says so")
  func noFigure() throws {
    let forecast = try forecast(SeriesFixture.series([]))
    #expect(forecast.basis == .none)
    #expect(forecast.years.isEmpty)
    #expect(forecast.expectedPace == nil)
    #expect(forecast.figureCount == 0)
    #expect(forecast.basis.label?.en == "no data")
    #expect(forecast.firstUncalibratedYear == nil)
  }

  @Test(
    "One, two and three figures are labelled, four are not",
    arguments: zip(1...4, [ForecastBasis.onePoint, .twoPoints, .threePoints, .series]))
  func labels(count: Int, basis: ForecastBasis) throws {
    let forecast = try forecast(SeriesFixture.percents(Array(Self.figures.suffix(count))))
    #expect(forecast.basis == basis)
    #expect(forecast.figureCount == count)
    #expect(forecast.years.map(\.year) == Array(2025...2030))
    #expect(forecast.years.map(\.horizon) == Array(1...6))
    #expect((basis.label == nil) == (count == 4))
    #expect(basis.label.map { $0.vi.contains("yếu") && $0.en.contains("weak") } ?? true)
  }

  @Test("A model that needs more figures gives no forecast and counts what there is")
  func tooFew() throws {
    let forecast = try forecast(
      SeriesFixture.percents(Array(Self.figures.suffix(2))), OLSLine())
    #expect(forecast.basis == .tooFew)
    #expect(forecast.years.isEmpty)
    #expect(forecast.expectedPace == nil)
    #expect(forecast.figureCount == 2)
    #expect(forecast.basis.label != nil)
  }

  @Test("Many series at once give what each gives alone, in their order", arguments: 0..<20)
  func batches(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let patterns = [
      [2021, 2022, 2023, 2024], [2020, 2022, 2024], [2011, 2012, 2013, 2014], [2024], [],
      [2023, 2024],
    ]
    let series = (0..<24).map { _ in
      let pattern = patterns.randomElement(using: &random) ?? []
      let figures = pattern.map { ($0, "\(Int(random.number(in: 0...100)))") }
      return SeriesFixture.percents(
        figures, last: random.number(in: 0...1) < 0.5 ? .final : .preliminary)
    }
    for model in ModelRegistry.all {
      let together = try forecasts(for: series.map(order), model: model, years: years)
      #expect(together.count == series.count)
      for (index, one) in series.enumerated() {
        let alone = try forecast(one, model)
        #expect(together[index].basis == alone.basis)
        #expect(together[index].years.map(\.year) == alone.years.map(\.year))
        for (left, right) in zip(together[index].years, alone.years) {
          #expect(agree(left.distribution.location, right.distribution.location, to: 1e-11))
          #expect(agree(left.distribution.scale, right.distribution.scale, to: 1e-11))
        }
      }
    }
  }

  @Test("Orders of one pattern keep their own priors")
  func ownPriors() throws {
    let series = SeriesFixture.percents([(2024, "40")])
    let slow = PacePrior(
      family: "slow", paceMean: -1, paceSD: 0.5, stepSD: 1, stepDegreesOfFreedom: 5,
      revisionSD: 0, isVerified: false)
    let results = try forecasts(
      for: [order(series), ForecastOrder(series: series, prior: slow)], model: ShrunkDrift(),
      years: [2025])
    #expect(results.map(\.expectedPace) == [0.7, -1])
    #expect(results.map(\.isVerified) == [true, false])
  }

  @Test("A break restarts the series")
  func breaks() throws {
    let whole = Self.figures.map { ($0.0, $0.1) }
    let older = [(2018, "80"), (2019, "85")] + whole
    let broken = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2021)])
    #expect(try forecast(broken) == forecast(SeriesFixture.percents(whole)))
    let atLast = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2024, .survey)])
    #expect(try forecast(atLast).basis == .onePoint)
    let ahead = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2025)])
    #expect(try forecast(ahead).figureCount == 6)
  }

  @Test("A preliminary or estimated last figure widens the forecast, an older one does not")
  func preliminary() throws {
    let final = try forecast(SeriesFixture.percents(Self.figures))
    for status in [ObservationStatus.preliminary, .estimated] {
      let widened = try forecast(SeriesFixture.percents(Self.figures, last: status))
      for (wide, narrow) in zip(widened.years, final.years) {
        #expect(wide.distribution.scale > narrow.distribution.scale)
        #expect(wide.distribution.location == narrow.distribution.location)
      }
    }
    var observations = SeriesFixture.percents(Self.figures).observations
    observations[1] = Observation(
      year: 2022, printedPercent: observations[1].printedPercent, status: .preliminary,
      position: observations[1].position)
    #expect(try forecast(SeriesFixture.series(observations)) == final)
  }

  @Test("Adding a constant shifts a forecast and changes nothing else")
  func shift() throws {
    for model in ModelRegistry.all {
      let low = try forecast(SeriesFixture.percents(Self.figures), model)
      let shifted = Self.figures.map { figure in
        (figure.0, "\((Double(figure.1) ?? 0) + 20)")
      }
      let high = try forecast(SeriesFixture.percents(shifted), model)
      for (left, right) in zip(low.years, high.years) {
        #expect(agree(left.distribution.location + 20, right.distribution.location, to: 1e-11))
        #expect(agree(left.distribution.scale, right.distribution.scale, to: 1e-10))
      }
      #expect(agree(low.expectedPace ?? .nan, high.expectedPace ?? .nan, to: 1e-11))
    }
  }

  @Test("Years up to the last figure are left out, the distance is the series' own")
  func ownDistance() throws {
    let older = SeriesFixture.percents([(2018, "30"), (2019, "31"), (2020, "33")])
    let forecast = try forecast(older, years: [2019, 2020, 2021, 2026, 2027])
    #expect(forecast.years.map(\.year) == [2021, 2026, 2027])
    #expect(forecast.years.map(\.horizon) == [1, 6, 7])
    #expect(forecast.year(2026)?.horizon == 6)
    #expect(forecast.year(2020) == nil)
    #expect(forecast.firstUncalibratedYear == 2027)
  }

  @Test("No order gives no forecast")
  func noOrder() throws {
    #expect(try forecasts(for: [], model: ShrunkDrift(), years: years).isEmpty)
  }

  @Test("The expected pace is the model's slope, not that of two last figures")
  func expectedPace() throws {
    let forecast = try forecast(SeriesFixture.percents(Self.figures))
    let own = (43.2 - 40) / 3
    let pace = try #require(forecast.expectedPace)
    #expect(pace > 0.7 && pace < own)
    let next = try #require(forecast.year(2025)?.distribution.location)
    #expect(agree(next, 43.2 + pace, to: 1e-12))
  }
}
