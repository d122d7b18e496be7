import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Gap of a requirement")
struct GapAnalysisTests {
  /// 40% of 1000 in 2020, 50% of 1040 in 2024: ten people more a year, 2.5 points a year.
  private func commune() -> Commune {
    var commune = Commune()
    commune.count("a", 2020, 400, of: 1000)
    commune.count("a", 2024, 520, of: 1040)
    return commune
  }

  private func result(
    _ commune: Commune, _ requirement: Requirement, by: Int? = 2027, horizon: Int = 8,
    dueYear: Int? = nil
  ) throws -> RequirementResult {
    let level = Rule.level([requirement], dueYear: dueYear)
    let request = Rule.request(level, by: by, horizon: horizon)
    return try #require(try analyze(commune.dataset, request).requirements.first)
  }

  @Test("Points, people, base and pace are those worked out by hand")
  func byHand() throws {
    let result = try result(commune(), Rule.share("a", "60", family: "known"))
    #expect(result.met == false)
    #expect(result.metBasis == .count)
    #expect(result.latest?.year == 2024)
    #expect(result.baseForecast == 1070)
    #expect(result.gapPoints == 10)
    #expect(result.gapPeople == 122)
    #expect(result.paceSoFar == 2.5)
    let needed = try #require(result.paceNeeded)
    #expect(abs(needed - 10.0 / 3) <= 1e-14)
    // Between a little above the usual pace at this level and that of the place itself.
    let expected = try #require(result.forecast.expectedPace)
    #expect(expected > 0.5 && expected < 2.5)
  }

  @Test("The years of 50% and 80% are the first that reach them")
  func yearsOfProbability() throws {
    let requirement = Rule.share("a", "60", family: "known")
    let result = try result(commune(), requirement, by: nil, horizon: 30)
    let even = try #require(result.yearAtProbability50)
    #expect(try #require(result.probability(in: even)) >= 0.5)
    #expect(try #require(result.probability(in: even - 1)) < 0.5)
    #expect(try #require(result.forecast.year(even)?.distribution.median) >= 60)
    #expect(result.yearAtProbability80.map { $0 > even } ?? true)
    let short = try self.result(commune(), requirement, by: nil, horizon: even - 2025)
    #expect(short.yearAtProbability50 == nil)
    #expect(short.yearAtProbability80 == nil)
    let met = try self.result(commune(), Rule.share("a", "20", family: "known"))
    #expect(met.yearAtProbability50 == 2025)
    #expect(met.yearAtProbability80 == 2025)
  }

  @Test("What is met needs no pace; its gap is a reserve, but not for a larger base")
  func reserve() throws {
    let met = try result(commune(), Rule.share("a", "45"))
    #expect(met.met == true)
    #expect(met.gapPoints == -5)
    #expect(met.gapPeople == 482 - 520)
    #expect(met.paceNeeded == nil)
    let exact = try result(commune(), Rule.share("a", "50"))
    #expect(exact.met == true)
    #expect(exact.gapPoints == 0)
    #expect(exact.gapPeople == 535 - 520)
    #expect(exact.paceNeeded == nil)
  }

  @Test("Missing people are counted up to whole persons at decimal thresholds")
  func ceiling() throws {
    let result = try result(commune(), Rule.share("a", "50.1"), by: 2025)
    #expect(result.baseForecast == 1050)
    #expect(result.gapPeople == 527 - 520)
    #expect(abs(try #require(result.gapPoints) - 0.1) <= 1e-12)
    #expect(abs(try #require(result.paceNeeded) - 0.1) <= 1e-12)
  }

  @Test("A base that is one in all years is that base; a single one, too")
  func oneBase() throws {
    var constant = Commune()
    for year in 2021...2024 { constant.count("a", year, 6 + year - 2021, of: 14) }
    let result = try result(constant, Rule.share("a", "75"))
    #expect(result.baseForecast == 14)
    #expect(result.gapPeople == 11 - 9)
    var single = Commune()
    single.count("a", 2024, 30, of: 43)
    let one = try self.result(single, Rule.share("a", "75"))
    #expect(one.baseForecast == 43)
    #expect(one.gapPeople == 33 - 30)
    #expect(one.paceSoFar == nil)
    #expect(one.paceNeeded != nil)
  }

  @Test("People are unknown where only percents were published")
  func percentsOnly() throws {
    var commune = Commune()
    commune.percent("a", 2020, "40.0")
    commune.percent("a", 2024, "50.0")
    let result = try result(commune, Rule.share("a", "60"))
    #expect(result.met == false)
    #expect(result.metBasis == .percent)
    #expect(result.gapPoints == 10)
    #expect(result.gapPeople == nil)
    #expect(result.baseForecast == nil)
    #expect(result.paceSoFar == 2.5)
  }

  @Test("A preliminary figure is the latest, and gap and verdict speak of it")
  func preliminaryIsLatest() throws {
    var commune = commune()
    commune.count("a", 2025, 640, of: 1050, .preliminary, vintage: "so-bo", released: "2026-01-15")
    let requirement = Rule.share("a", "60")
    let first = try result(commune, requirement)
    #expect(first.latest?.status == .preliminary)
    #expect(first.met == true)
    commune.count("a", 2025, 620, of: 1050, vintage: "chinh-thuc", released: "2026-06-30")
    let second = try result(commune, requirement)
    #expect(second.latest?.count == 620)
    #expect(second.met == false)
  }

  @Test("Pace so far counts from the last break")
  func paceSinceBreak() throws {
    var commune = Commune()
    commune.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2022, kind: .definition, note: "")
    ]
    for (year, count) in [(2018, 900), (2021, 930), (2022, 500), (2023, 530), (2024, 540)] {
      commune.count("a", year, count, of: 1000)
    }
    let level = Rule.level([Rule.share("a", "60")])
    for model in ModelRegistry.all {
      let analysis = try analyze(commune.dataset, Rule.request(level, model: model))
      let result = try #require(analysis.result("a"))
      #expect(result.paceSoFar == 2)
      // Where the pace before the break is learned from, too, more figures tell of it.
      #expect(model.learnsFromOthers || result.forecast.figureCount == 3)
    }
  }

  @Test("Pace needed counts from the figure's own year; without years left there is none")
  func paceNeededYears() throws {
    var commune = commune()
    commune.count("b", 2021, 10, of: 100)
    let level = Rule.level([Rule.share("a", "60"), Rule.share("b", "25")])
    let analysis = try analyze(commune.dataset, Rule.request(level, by: 2026))
    #expect(analysis.result("a")?.paceNeeded == 5)
    #expect(analysis.result("b")?.paceNeeded == 3)
    #expect(analysis.result("b")?.forecast.years.map(\.horizon) == [4, 5, 6, 7, 8])
    let passed = try result(commune, Rule.share("a", "60"), by: nil, dueYear: 2024)
    #expect(passed.met == false)
    #expect(passed.paceNeeded == nil)
  }

  @Test("Nothing is said of a share without figures")
  func withoutFigures() throws {
    let level = Rule.level([Rule.share("a", "60"), Rule.share("b", "25")])
    let result = try #require(
      try analyze(commune().dataset, Rule.request(level)).result("b"))
    #expect(result.met == nil && result.metBasis == nil && result.latest == nil)
    #expect(result.gapPoints == nil && result.gapPeople == nil && result.baseForecast == nil)
    #expect(result.paceSoFar == nil && result.paceNeeded == nil)
    #expect(result.forecast.basis == .none)
    #expect(result.probabilities == [])
    #expect(result.probability(in: 2025) == nil)
    #expect(result.yearAtProbability50 == nil)
  }

  @Test("Shares of the same people get one forecast of them, those of others their own")
  func sharedBase() throws {
    var commune = Commune()
    commune.count("long", 2014, 400, of: 500)
    for id in ["long", "short", "other"] {
      commune.count(id, 2022, 400, of: 1000)
      commune.count(id, 2024, 420, of: 1020)
    }
    let rules = [
      Rule.share("long", "60", base: "citizens"), Rule.share("short", "60", base: "citizens"),
      Rule.share("other", "60", base: "households"),
    ]
    let analysis = try analyze(commune.dataset, Rule.request(Rule.level(rules), by: 2025))
    #expect(analysis.result("long")?.baseForecast == 1072)
    #expect(analysis.result("short")?.baseForecast == 1072)
    #expect(analysis.result("other")?.baseForecast == 1030)
  }

  @Test("Shares of which the rule does not say who they are taken of share no base")
  func undeclaredBase() throws {
    var commune = Commune()
    commune.count("long", 2014, 400, of: 500)
    for id in ["long", "short"] {
      commune.count(id, 2022, 400, of: 1000)
      commune.count(id, 2024, 420, of: 1020)
    }
    let rules = [Rule.share("long", "60"), Rule.share("short", "60")]
    let analysis = try analyze(commune.dataset, Rule.request(Rule.level(rules), by: 2025))
    #expect(analysis.result("long")?.baseForecast == 1072)
    #expect(analysis.result("short")?.baseForecast == 1030)
  }

  @Test("The shipped commune: one base of 5.1, 5.2a and 5.2b, people by hand")
  func shipped() throws {
    let analysis = try Shipped().analysis("level2")
    // 21503 + (21503 − 21214)/7 = 21544.29; shares of 80, 60 and 15%.
    for (id, people) in [("5.1", 17_236 - 14_041), ("5.2a", 12_927 - 11_547), ("5.2b", 647)] {
      let result = try #require(analysis.result(id))
      #expect(result.baseForecast == 21_544)
      #expect(result.gapPeople == people)
    }
  }
}

@Suite("State of a fact or grade")
struct FactResultTests {
  private func analysis(_ commune: Commune, _ requirements: [Requirement]) throws -> Analysis {
    var commune = commune
    commune.count("share", 2024, 500, of: 1000)
    return try analyze(
      commune.dataset, Rule.request(Rule.level(requirements + [Rule.share("share", "40")])))
  }

  @Test("The newest record is the state, a later plan stands beside it")
  func states() throws {
    var commune = Commune()
    commune.fact("g", 2022, .grade(1))
    commune.fact("g", 2024, .grade(2), .partial)
    commune.fact("g", 2027, .grade(3), .none, planned: true)
    let result = try #require(try analysis(commune, [Rule.grade("g", 3)]).result("g"))
    #expect(result.kind == .grade)
    #expect(result.threshold == ExactDecimal(3))
    #expect(result.met == false)
    #expect(result.metBasis == .grade)
    #expect(result.state?.record.year == 2024)
    #expect(result.state?.record.evidence == .partial)
    #expect(result.state?.planned?.year == 2027)
    #expect(result.isComparable)
    #expect(result.latest == nil && result.series == nil && result.paceSoFar == nil)
    #expect(result.gapPoints == nil && result.gapPeople == nil && result.paceNeeded == nil)
    #expect(result.probabilities == nil && result.probability(in: 2025) == nil)
    #expect(result.forecast.years.isEmpty)
  }

  @Test("A record newer than the figures is the state that the verdict speaks of")
  func newerThanFigures() throws {
    var commune = Commune()
    commune.fact("g", 2024, .grade(2))
    commune.fact("g", 2026, .grade(3))
    commune.fact("f", 2026, .met)
    let analysis = try analysis(commune, [Rule.grade("g", 3), Rule.fact("f")])
    for id in ["g", "f"] {
      let result = try #require(analysis.result(id))
      #expect(result.state?.record.year == 2026)
      #expect(result.state?.planned == nil)
      #expect(result.met == true)
      #expect(result.metBasis != nil)
    }
    #expect(analysis.outlook(2025)?.probability == 0)
    #expect(analysis.outlook(2025)?.conditionalOn == ["f"])
    #expect(try #require(analysis.outlook(2026)?.probability) > 0)
  }

  @Test("Without any record nothing is known, with a plan alone nothing is met")
  func unknown() throws {
    var commune = Commune()
    commune.fact("f", 2027, .met, planned: true)
    let analysis = try analysis(commune, [Rule.fact("f"), Rule.fact("z")])
    #expect(analysis.result("z")?.met == nil)
    #expect(analysis.result("z")?.state == nil)
    #expect(analysis.result("z")?.kind == .fact)
    #expect(analysis.result("f")?.met == nil)
    #expect(analysis.result("f")?.metBasis == nil)
    #expect(analysis.result("f")?.state?.record.isPlanned == true)
    #expect(analysis.result("f")?.state?.planned == nil)
  }
}
