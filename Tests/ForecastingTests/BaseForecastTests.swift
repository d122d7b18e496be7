import Forecasting
import Indicators
import Testing
import Wording

@Suite("Forecast of a base")
struct BaseForecastTests {
  @Test("The base drifts at its mean yearly change, rounded half to even")
  func drift() {
    let series = SeriesFixture.bases([2020: 1000, 2021: 900, 2024: 1120])
    #expect(BaseForecast.base(in: 2025, of: series) == 1150)
    #expect(BaseForecast.base(in: 2030, of: series) == 1300)
    let halves = SeriesFixture.bases([2022: 100, 2024: 101])
    #expect(BaseForecast.base(in: 2025, of: halves) == 102)
    #expect(BaseForecast.base(in: 2026, of: halves) == 102)
    #expect(BaseForecast.base(in: 2027, of: halves) == 102)
    #expect(BaseForecast.base(in: 2029, of: halves) == 104)
  }

  @Test("A projection says from which bases it was found, and its base is that of the forecast")
  func projection() throws {
    let series = SeriesFixture.bases([2022: 100, 2024: 101])
    let found = try #require(BaseForecast.projection(in: 2025, of: series, sharedWith: []))
    #expect(found.base == 102 && found.exact == 101.5)
    #expect(found.first == (2022, 100) && found.last == (2024, 101))
    #expect(found.indicator == series.indicator.id)
    let past = try #require(BaseForecast.projection(in: 2023, of: series, sharedWith: []))
    #expect(past.base == 101 && past.exact == 101)
  }

  @Test("Up to the last figure's year it is the last base")
  func pastYears() {
    let series = SeriesFixture.bases([2020: 1000, 2024: 1120])
    #expect(BaseForecast.base(in: 2024, of: series) == 1120)
    #expect(BaseForecast.base(in: 2021, of: series) == 1120)
  }

  @Test("A base that never changed, and a single one, stay")
  func constant() {
    #expect(
      BaseForecast.base(in: 2040, of: SeriesFixture.bases([2020: 14, 2021: 14, 2024: 14])) == 14)
    #expect(BaseForecast.base(in: 2040, of: SeriesFixture.bases([2024: 43])) == 43)
  }

  @Test("A shrinking base never falls below one")
  func floor() {
    #expect(BaseForecast.base(in: 2030, of: SeriesFixture.bases([2020: 900, 2024: 100])) == 1)
  }

  @Test("A series of printed percents, and an empty one, have no base")
  func withoutCounts() {
    let percents = SeriesFixture.percents([(2023, "40"), (2024, "41.5")])
    #expect(BaseForecast.base(in: 2026, of: percents) == nil)
    #expect(BaseForecast.base(in: 2026, of: SeriesFixture.series([])) == nil)
    let other = SeriesFixture.bases([2023: 500, 2024: 510])
    #expect(BaseForecast.base(in: 2026, of: percents, sharedWith: [other]) == nil)
  }

  @Test("Bases before the last break do not count")
  func breaks() {
    let bases = [2018: 5000, 2021: 5300, 2022: 1000, 2024: 1010]
    let series = SeriesFixture.bases(bases, breaks: [SeriesFixture.seriesBreak(2022, .territory)])
    #expect(BaseForecast.base(in: 2026, of: series) == 1020)
    let later = SeriesFixture.bases(bases, breaks: [SeriesFixture.seriesBreak(2027)])
    #expect(BaseForecast.base(in: 2026, of: later) != 1020)
  }

  @Test("Of series of the same people the longest record speaks for all")
  func sharedRecord() {
    let short = SeriesFixture.bases([2022: 1040, 2023: 1000, 2024: 1060])
    let long = SeriesFixture.bases([2014: 1000, 2022: 1040, 2024: 1060])
    #expect(BaseForecast.base(in: 2026, of: short, sharedWith: []) == 1080)
    #expect(BaseForecast.base(in: 2026, of: short, sharedWith: [short, long]) == 1072)
    #expect(BaseForecast.base(in: 2026, of: long, sharedWith: [short, long]) == 1072)
  }

  @Test("Series that disagree in a common year, or do not reach the last one, are other people")
  func notShared() {
    let own = SeriesFixture.bases([2022: 1040, 2024: 1060])
    let contradicting = SeriesFixture.bases([2014: 900, 2022: 1041, 2024: 1060])
    let older = SeriesFixture.bases([2014: 1000, 2022: 1040])
    #expect(
      BaseForecast.base(in: 2026, of: own, sharedWith: [own, contradicting, older]) == 1080)
  }

  @Test("Among records of one length the series' own comes first")
  func ties() {
    let own = SeriesFixture.bases([2020: 1000, 2024: 1040])
    let gap = SeriesFixture.bases([2020: 1000, 2022: 990, 2024: 1040])
    #expect(BaseForecast.base(in: 2025, of: own, sharedWith: [gap, own]) == 1050)
  }
}
