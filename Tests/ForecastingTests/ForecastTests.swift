import Forecasting
import Indicators
import Testing
import Wording

@Suite("Forecast of a series")
struct ForecastTests {
  private let years = Array(2022...2030)

  private func order(
    _ series: IndicatorSeries, family: String? = nil, direction: GoodDirection = .up,
    others: [IndicatorSeries] = []
  ) -> ForecastOrder {
    ForecastOrder(
      series: series, others: others, direction: direction,
      family: LibraryFixture.library().family(family))
  }

  private func forecast(
    _ series: IndicatorSeries, _ model: any TrendModel = ModelRegistry.standard,
    years: [Int]? = nil, family: String? = nil
  ) throws -> Forecast {
    try forecasts(
      for: [order(series, family: family)], model: model, library: LibraryFixture.library(),
      years: years ?? self.years)[0]
  }

  private static let figures = [(2021, "40"), (2022, "41.5"), (2023, "41"), (2024, "43.2")]

  @Test("No figure gives no forecast, and says so")
  func noFigure() throws {
    for model in ModelRegistry.all {
      let forecast = try forecast(SeriesFixture.series([]), model)
      #expect(forecast.basis == .none)
      #expect(forecast.years.isEmpty)
      #expect(forecast.expectedPace == nil)
      #expect(forecast.figureCount == 0)
      #expect(forecast.basis.label?.en == "no data")
      #expect(forecast.firstUncalibratedYear == nil)
    }
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
    #expect(forecast.isOfPaceModel)
    #expect(forecast.otherPlaces == 0)
    #expect((basis.label == nil) == (count == 4))
    #expect(basis.label.map { $0.vi.contains("yếu") && $0.en.contains("weak") } ?? true)
  }

  @Test("A model that needs more figures gives no forecast and counts what there is")
  func tooFew() throws {
    for model in ModelRegistry.all where model.minimumCount == 3 {
      let forecast = try forecast(
        SeriesFixture.percents(Array(Self.figures.suffix(2))), model)
      #expect(forecast.basis == .tooFew)
      #expect(forecast.years.isEmpty)
      #expect(forecast.expectedPace == nil)
      #expect(forecast.figureCount == 2)
      #expect(!forecast.isOfPaceModel)
      #expect(forecast.basis.label != nil)
    }
  }

  @Test("Many series at once give what each gives alone, in their order", arguments: 0..<10)
  func batches(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let patterns = [
      [2021, 2022, 2023, 2024], [2020, 2022, 2024], [2011, 2012, 2013, 2014], [2024], [],
      [2023, 2024],
    ]
    let series = (0..<12).map { _ in
      let pattern = patterns.randomElement(using: &random) ?? []
      let figures = pattern.map { ($0, "\(Int(random.number(in: 0...100)))") }
      return SeriesFixture.percents(
        figures, last: random.number(in: 0...1) < 0.5 ? .final : .preliminary)
    }
    for model in ModelRegistry.all {
      let together = try forecasts(
        for: series.map { order($0) }, model: model, library: LibraryFixture.library(),
        years: years)
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

  @Test("The family says whether it was tested, and how far its pace may lie off")
  func families() throws {
    let series = SeriesFixture.percents([(2024, "40")])
    let usual = try forecast(series)
    let title = try forecast(series, family: "title")
    #expect(usual.isVerified && !title.isVerified)
    for (wide, narrow) in zip(title.years, usual.years) {
      #expect(wide.distribution.scale > narrow.distribution.scale)
    }
  }

  @Test("A break restarts the series for models that look at it alone")
  func breaks() throws {
    let older = [(2018, "80"), (2019, "85")] + Self.figures
    let broken = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2021)])
    for model in ModelRegistry.all where !model.learnsFromOthers {
      #expect(try forecast(broken, model) == forecast(SeriesFixture.percents(Self.figures), model))
    }
    let atLast = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2024, .survey)])
    #expect(try forecast(atLast, Drift()).basis == .tooFew)
    let ahead = SeriesFixture.percents(older, breaks: [SeriesFixture.seriesBreak(2025)])
    #expect(try forecast(ahead, Drift()).figureCount == 6)
  }

  @Test(
    "A preliminary or estimated last figure widens the default's forecast, an older one does not")
  func preliminary() throws {
    let final = try forecast(SeriesFixture.percents(Self.figures))
    for status in [ObservationStatus.preliminary, .estimated] {
      let widened = try forecast(SeriesFixture.percents(Self.figures, last: status))
      for (wide, narrow) in zip(widened.years, final.years) {
        #expect(wide.distribution.scale > narrow.distribution.scale)
      }
      let known = try forecast(SeriesFixture.percents(Self.figures, last: status), family: "title")
      #expect(try known == forecast(SeriesFixture.percents(Self.figures), family: "title"))
    }
    var observations = SeriesFixture.percents(Self.figures).observations
    observations[1] = Observation(
      year: 2022, printedPercent: observations[1].printedPercent, status: .preliminary,
      position: observations[1].position)
    #expect(try forecast(SeriesFixture.series(observations)) == final)
  }

  @Test("Years up to the last figure are left out, the distance is the series' own")
  func ownDistance() throws {
    let older = SeriesFixture.percents([(2018, "30"), (2019, "31"), (2020, "33")])
    for model in ModelRegistry.all {
      let forecast = try forecast(older, model, years: [2019, 2020, 2021, 2026, 2027])
      #expect(forecast.years.map(\.year) == [2021, 2026, 2027])
      #expect(forecast.years.map(\.horizon) == [1, 6, 7])
      #expect(forecast.year(2026)?.horizon == 6)
      #expect(forecast.year(2020) == nil)
      #expect(forecast.firstUncalibratedYear == 2027)
    }
  }

  @Test("No order gives no forecast, and no year ahead an empty one")
  func nothingAsked() throws {
    for model in ModelRegistry.all {
      #expect(
        try forecasts(for: [], model: model, library: LibraryFixture.library(), years: years)
          .isEmpty)
      let past = try forecast(SeriesFixture.percents(Self.figures), model, years: [2023, 2024])
      #expect(past.years.isEmpty && past.expectedPace == nil)
    }
  }

  @Test("The expected pace leads from the last figure to the median of the fifth year")
  func expectedPace() throws {
    for model in ModelRegistry.all {
      let forecast = try forecast(SeriesFixture.percents(Self.figures), model)
      let fifth = try #require(forecast.year(2029)?.distribution.median)
      #expect(agree(try #require(forecast.expectedPace), (fifth - 43.2) / 5, to: 1e-12))
      let near = try self.forecast(SeriesFixture.percents(Self.figures), model, years: [2026])
      let second = try #require(near.year(2026)?.distribution.median)
      #expect(agree(try #require(near.expectedPace), (second - 43.2) / 2, to: 1e-12))
    }
  }

  @Test("Only the default learns from other places, and says from how many")
  func otherPlaces() throws {
    let others = LibraryFixture.series(LibraryFixture.members(6, seed: 3))
    let series = SeriesFixture.percents(Self.figures)
    for model in ModelRegistry.all {
      let told = try forecasts(
        for: [order(series, others: others)], model: model, library: LibraryFixture.library(),
        years: years)[0]
      #expect(told.otherPlaces == (model.learnsFromOthers ? 6 : 0))
      #expect(told.record.entries.isEmpty == !model.learnsFromOthers)
      #expect(try (told == forecast(series, model)) == !model.learnsFromOthers)
    }
  }
}
