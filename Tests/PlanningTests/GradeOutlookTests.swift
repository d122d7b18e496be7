import Diagnostics
@testable import Forecasting
import Foundation
import Indicators
@testable import Planning
import Regulations
import Statistics
import Testing
import Wording

@Suite("Levels whose grades rest on rates")
struct GradeOutlookTests {
  /// A requirement of Reference/grade_outlook.csv with the chances of its shares.
  private struct Asked {
    let id: String
    let shares: [(indicator: String, probability: Double)]
  }

  private struct Row {
    let correlation: Double
    let requirements: [Asked]
    let joint: Double
    let gains: [Double]
  }

  private func reference() throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/grade_outlook.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      try #require(fields.count == 4)
      let requirements = try fields[1].split(separator: " ").map { word in
        let parts = word.split(separator: ":").map(String.init)
        return Asked(
          id: parts[0],
          shares: try parts[1].split(separator: "+").map { share in
            let pair = share.split(separator: "=").map(String.init)
            return (pair[0], try #require(Double(pair[1])))
          })
      }
      return Row(
        correlation: try #require(Double(fields[0])), requirements: requirements,
        joint: try #require(Double(fields[2])),
        gains: try fields[3].split(separator: " ").map { try #require(Double($0)) })
    }
  }

  @Test("The joint chance of requirements with several rates is that of scipy and mpmath")
  func agreesWithReference() throws {
    let rows = try reference()
    #expect(rows.count == 24)
    for row in rows {
      // Every requirement is a grade; a threshold is but the number of the chance that it is to have.
      var commune = Commune()
      var chances: [Double] = []
      let requirements = row.requirements.map { asked in
        Rule.grade(
          asked.id, 1,
          rates: [
            asked.shares.map { share in
              chances.append(share.probability)
              return (share.indicator, String(chances.count))
            }
          ])
      }
      for share in row.requirements.flatMap(\.shares)
      where
        !commune.entries.contains(where: { $0.indicator == share.indicator })
      {
        commune.count(share.indicator, 2024, 1, of: 2)
      }
      let evidence = Rule.evidence(commune, Rule.request(Rule.level(requirements)))
      #expect(evidence.allSatisfy { $0.grade?.isComplete == true })
      let outlook = LevelOutlook.years(
        [2026], evidence: evidence, correlation: row.correlation,
        forecast: { item in
          let threshold = item.threshold?.value ?? 0
          return forecast(reaching: threshold, with: chances[Int(threshold) - 1])
        })[0]
      let joint = try #require(outlook.probability)
      #expect(abs(joint - row.joint) <= 1e-10, "\(row.correlation) \(row.joint)")
      let largest = row.gains.max() ?? 0
      let binding = zip(row.requirements, row.gains).filter { $0.1 > largest - 1e-9 }.map(\.0.id)
      #expect(outlook.bindingRequirements == binding)
      #expect(outlook.assumedFacts.isEmpty && outlook.conditionalOn.isEmpty)
    }
  }

  /// Returns a forecast of one year that reaches a threshold with a chance.
  private func forecast(reaching threshold: Double, with chance: Double) -> Forecast {
    let distance = StudentT(degreesOfFreedom: 5).upperQuantile(chance)
    return Forecast(
      years: [
        Forecast.Year(
          year: 2026, horizon: 1,
          distribution: ShareDistribution(
            location: threshold - 3 * distance, scale: 3, degreesOfFreedom: 5))
      ], basis: .series, isVerified: true)
  }

  // MARK: A small commune

  private func commune() -> Commune {
    var commune = Commune()
    commune.rate("a", last: 605)
    commune.rate("r", last: 905)
    commune.rate("s", last: 805)
    commune.fact("g", 2023, .grade(1))
    return commune
  }

  private let grade = Rule.grade("g", 2, rates: [[("r", "85")], [("r", "90"), ("s", "80")]])

  private func analysis(
    _ commune: Commune, _ requirements: [Requirement], isDifficultArea: Bool? = nil
  ) throws -> Analysis {
    try analyze(
      commune.dataset, Rule.request(Rule.level(requirements), isDifficultArea: isDifficultArea))
  }

  @Test("A recorded grade that falls short does not forbid what the rates make likely")
  func ratesInsteadOfRecord() throws {
    let analysis = try analysis(commune(), [Rule.share("a", "60"), grade])
    let result = try #require(analysis.result("g"))
    #expect(result.met == false)
    #expect(result.rates.map(\.id) == ["r", "s"])
    #expect(result.rates.map(\.kind) == [.share, .share])
    #expect(result.gradeOutlook.map(\.year) == Array(2025...2029))
    for outlook in analysis.outlook {
      let a = try #require(analysis.result("a")?.probability(in: outlook.year))
      let rates = result.rates.compactMap { $0.probability(in: outlook.year) }
      let joint = orthantProbability(
        marginals: [a] + rates, correlation: analysis.correlation)
      #expect(outlook.probability == joint)
      #expect(outlook.assumedFacts.isEmpty && outlook.failingFacts.isEmpty)
      #expect(
        result.probability(in: outlook.year)
          == orthantProbability(marginals: rates, correlation: analysis.correlation))
    }
    let missing = try #require(result.rates.first?.gapPeople)
    #expect(missing == 900 - 905)
    #expect(analysis.history.allSatisfy { $0.failing.contains("g") || $0.year < 2023 })
    #expect(analysis.codes(of: "g").isEmpty)
  }

  @Test("Without a rate the record counts as before, with a remark")
  func fallsBack() throws {
    var commune = commune()
    commune.entries.removeAll { $0.indicator == "s" }
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    #expect(analysis.outlook.allSatisfy { $0.probability == 0 })
    #expect(analysis.outlook.allSatisfy { $0.bindingRequirements == ["g"] })
    #expect(analysis.result("g")?.gradeOutlook.isEmpty == true)
    #expect(analysis.codes(of: "g") == ["grade.rates-missing"])
    let remark = try #require(analysis.diagnostics.first { $0.code.id == "grade.rates-missing" })
    #expect(remark.message(in: .en).contains("“rate r”"))
    #expect(remark.message(in: .en).contains("“rate s”"))
  }

  @Test("Without any rate nothing changes")
  func untouched() throws {
    var commune = commune()
    commune.entries.removeAll { $0.indicator != "a" }
    let with = try analysis(commune, [Rule.share("a", "60"), grade])
    let without = try analysis(commune, [Rule.share("a", "60"), Rule.grade("g", 2)])
    #expect(with.outlook == without.outlook)
    #expect(with.history == without.history)
    #expect(with.result("g") == without.result("g"))
    #expect(with.diagnostics == without.diagnostics)
  }

  @Test("A plan yields to the rates, with a remark")
  func planYields() throws {
    var commune = commune()
    commune.fact("g", 2026, .grade(2), planned: true)
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    #expect(analysis.outlook.allSatisfy { ($0.probability ?? 0) > 0 })
    #expect(analysis.codes(of: "g") == ["grade.plan-yields"])
    let plain = try self.analysis(self.commune(), [Rule.share("a", "60"), grade])
    #expect(analysis.outlook == plain.outlook)
  }

  @Test("One rate behind two grades counts once, with the higher of its thresholds")
  func sharedRate() throws {
    let other = Rule.grade("h", 1, rates: [[("r", "88")]])
    let both = try analysis(commune(), [grade, other])
    let one = try analysis(commune(), [grade])
    #expect(both.outlook.map(\.probability) == one.outlook.map(\.probability))
    #expect(both.outlook.allSatisfy { $0.bindingRequirements == ["g"] })
    // It is told of once, under the grade with fewer rates only where that asks for more.
    #expect(both.rows.map(\.id) == ["g", "r", "s", "h", "r"])
    let higher = Rule.grade("h", 1, rates: [[("r", "90")]])
    #expect(try analysis(commune(), [grade, higher]).rows.map(\.id) == ["g", "s", "h", "r"])
  }

  @Test("A binding grade is one requirement, however many rates stand behind it")
  func binding() throws {
    var commune = commune()
    commune.rate("r2", last: 905)
    commune.entries.removeAll { $0.indicator == "a" }
    commune.rate("a", last: 900)
    let wide = Rule.grade("g", 1, rates: [[("r", "90"), ("s", "80"), ("r2", "90")]])
    let analysis = try analysis(commune, [Rule.share("a", "60"), wide])
    #expect(analysis.outlook.allSatisfy { $0.bindingRequirements == ["g"] })
  }

  @Test("A commune with rates only is answered, too")
  func ratesOnly() throws {
    var commune = commune()
    commune.entries.removeAll { $0.indicator == "a" }
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    #expect(analysis.baseYear == 2024)
    #expect(analysis.outlook.allSatisfy { $0.conditionalOn == ["a"] })
    #expect(analysis.outlook.allSatisfy { ($0.probability ?? 0) > 0 })
  }

  @Test("A rate that is known for a coming year counts as it is")
  func knownAhead() throws {
    var commune = commune()
    commune.count("r", 2025, 950, of: 1000)
    commune.count("s", 2025, 799, of: 1000)
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    #expect(analysis.baseYear == 2024)
    #expect(analysis.outlook(2025)?.probability == 0)
    #expect(analysis.outlook(2025)?.bindingRequirements == ["g"])
    #expect(try #require(analysis.outlook(2026)?.probability) > 0)
  }

  @Test("Notes, softer thresholds and a record that the rates contradict are told of")
  func remarks() throws {
    var commune = commune()
    commune.fact("g", 2024, .grade(2))
    commune.rate("t", last: 500)
    let strict = Rule.grade(
      "g", 2, rates: [[("r", "85")], [("r", "90"), ("t", "80")]],
      notes: [Phrase(vi: "điều kiện khác", en: "another condition")], softer: "60")
    let analysis = try analysis(commune, [Rule.share("a", "60"), strict], isDifficultArea: true)
    #expect(
      analysis.codes(of: "g")
        == ["grade.rates-disagree", "grade.open-condition", "grade.softer-thresholds"])
    let note = try #require(analysis.diagnostics.first { $0.code.id == "grade.open-condition" })
    #expect(note.message(in: .vi).contains("điều kiện khác"))
    let plain = try self.analysis(commune, [Rule.share("a", "60"), strict])
    #expect(!plain.codes(of: "g").contains("grade.softer-thresholds"))
  }

  @Test("A rate is remarked on once, and an agency may be named for it")
  func rows() throws {
    var commune = commune()
    commune.assignments = [
      Assignment(requirement: "g", leadAgency: "Phòng A", supportingAgencies: []),
      Assignment(requirement: "s", leadAgency: "Trường B", supportingAgencies: []),
    ]
    commune.count("r", 2025, 905, of: 1000, .preliminary)
    let other = Rule.grade("h", 1, rates: [[("r", "88")]])
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade, other])
    #expect(analysis.result("g")?.rates.map(\.leadAgency) == ["Phòng A", "Trường B"])
    #expect(analysis.codes(of: "r").filter { $0 == "figure.preliminary" }.count == 1)
    #expect(!analysis.diagnostics.contains { $0.code.id == "assignment.unknown" })
  }

  @Test("The rates of grades take part in what is said of dependence")
  func dependence() throws {
    var commune = Commune()
    let counts = [850, 872, 875, 899, 905]
    for (year, count) in zip(2020...2024, counts) {
      commune.count("a", year, count - 300, of: 1000)
      commune.count("r", year, count, of: 1000)
      commune.count("s", year, count - 100, of: 1000)
    }
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    #expect(try #require(analysis.dependence.estimate) > 0.9)
    let alone = try self.analysis(commune, [Rule.share("a", "60"), Rule.grade("g", 2)])
    #expect(alone.dependence.estimate == nil)
  }
}
