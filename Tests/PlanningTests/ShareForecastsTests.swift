import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Forecasts of the shares of a place")
struct ShareForecastsTests {
  private func commune() -> Commune {
    var commune = Commune()
    for (id, last) in [("a", 600), ("b", 400), ("s", 300), ("r", 900)] {
      commune.rate(id, last: last)
    }
    commune.fact("f", 2022, .met)
    return commune
  }

  private func forecasts(
    _ evidence: [RequirementEvidence], supporting: [RegulatedIndicator] = [],
    years: [Int] = [2025, 2026]
  ) throws -> ShareForecasts {
    try ShareForecasts(
      evidence: evidence, supporting: supporting, dataset: commune().dataset,
      request: Rule.request(Rule.level(evidence.map(\.requirement))), years: years)
  }

  private func evidence(_ requirements: [Requirement]) -> [RequirementEvidence] {
    Rule.evidence(commune(), Rule.request(Rule.level(requirements)))
  }

  @Test("A share has one forecast, whatever thresholds ask for it")
  func once() throws {
    let items = evidence([
      Rule.share("1", "60", indicator: "a", family: "known"),
      Rule.share("2", "80", indicator: "a", family: "known"),
    ])
    let forecasts = try forecasts(items)
    let first = forecasts.forecast(of: items[0])
    #expect(first == forecasts.forecast(of: items[1]))
    #expect(first.years.map(\.year) == [2025, 2026])
    #expect(first.isVerified)
  }

  @Test("Another family is another forecast")
  func family() throws {
    let items = evidence([
      Rule.share("1", "60", indicator: "a", family: "known"),
      Rule.share("2", "60", indicator: "a", family: "other"),
    ])
    let forecasts = try forecasts(items)
    #expect(forecasts.forecast(of: items[0]) != forecasts.forecast(of: items[1]))
    #expect(!forecasts.forecast(of: items[1]).isVerified)
  }

  @Test("The forecast of a share is that of the analysis, with whatever else is forecast beside it")
  func alone() throws {
    let items = evidence([Rule.share("a", "60"), Rule.share("b", "60")])
    let both = try forecasts(items)
    for item in items {
      #expect(try forecasts([item]).forecast(of: item) == both.forecast(of: item))
    }
    let analysis = try analyze(
      commune().dataset, Rule.request(Rule.level(items.map(\.requirement)), horizon: 2))
    #expect(analysis.result("a")?.forecast == both.forecast(of: items[0]))
  }

  @Test("Supporting indicators and the rates behind a grade are forecast as well")
  func others() throws {
    let items = evidence([Rule.grade("g", 1, rates: [[("r", "90"), ("none", "80")]])])
    let supporting = RegulatedIndicator(id: "s", title: Phrase("s"), direction: .up)
    let forecasts = try forecasts(items, supporting: [supporting])
    #expect(forecasts.forecast(of: supporting).years.count == 2)
    let rates = try #require(items[0].grade).rates
    #expect(forecasts.forecast(of: rates[0]).years.count == 2)
    #expect(forecasts.forecast(of: rates[1]).basis == .none)
    #expect(forecasts.forecast(of: items[0]).years.isEmpty)
  }

  @Test("Facts, unknown indicators and no years at all give forecasts without years")
  func nothing() throws {
    let items = evidence([Rule.fact("f"), Rule.share("x", "50"), Rule.share("a", "50")])
    let forecasts = try forecasts(items)
    #expect(forecasts.forecast(of: items[0]).years.isEmpty)
    #expect(forecasts.forecast(of: items[1]).basis == .none)
    let unknown = RegulatedIndicator(id: "nobody", title: Phrase("n"), direction: .up)
    #expect(forecasts.forecast(of: unknown).years.isEmpty)
    #expect(try self.forecasts([]).forecast(of: items[2]).years.isEmpty)
  }
}
