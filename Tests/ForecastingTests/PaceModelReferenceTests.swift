import Datasets
import Foundation
import Indicators
import InputFiles
import Testing

@testable import Forecasting

/// The pace model against a program written from docs/methods.md alone, with dense matrices and SciPy.
///
/// `Reference/pace_model.py` made the values; it shares no line with the program.
@Suite("Pace model, against an independent program")
struct PaceModelReferenceTests {
  private let library: PaceLibrary

  init() throws {
    let url = Self.folder.appending(path: "pace_library.json")
    library = try PaceLibraryReader.read(SourceFile(reading: url, shownAs: "pace_library.json"))
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Reference")

  /// Returns the rows of a table by the names of its columns.
  private func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { row in
      Dictionary(zip(lines[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  private func number(_ row: [String: String], _ name: String) throws -> Double {
    try #require(row[name].flatMap(Double.init), "\(name)")
  }

  private func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }
  }

  private func expect(
    _ value: Double, _ row: [String: String], _ name: String, _ comment: String,
    tolerance: Double = 1e-8
  ) throws {
    let expected = try number(row, name)
    #expect(
      abs(value - expected) <= tolerance * max(1, abs(expected)),
      "\(comment), \(name): \(value) against \(expected)")
  }

  private func direction(_ text: String?) throws -> GoodDirection {
    try #require(text.flatMap(GoodDirection.init(rawValue:)))
  }

  @Test("Fifty series with gaps, breaks, bases and revisions: centres, scales, weights, quantiles")
  func series() throws {
    let rows = try table("pace_series.csv")
    #expect(rows.count == 50)
    for row in rows {
      let sd = try direction(row["direction"])
      let prior = PacePrior(
        library: library, estimates: library.estimates, direction: sd,
        paceSD: row["pace_sd"].flatMap(Double.init))
      let percents = numbers(row["percents"])
      let bases = numbers(row["bases"]).map { Optional(Int($0)) }
      let input = TrendInput(
        years: numbers(row["years"]).map { Int($0) }, percents: percents, bases: bases,
        brokenSteps: numbers(row["broken"]).map { Int($0) }, prior: prior,
        revisionSD: try number(row, "revision"))
      let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
      let name = "series \(row["id"] ?? "")"
      for (index, weight) in fit.shapeWeights.enumerated() {
        try expect(weight, row, "w_\(index + 1)", name)
      }
      for ahead in 1...6 {
        try expect(fit.centres[ahead - 1], row, "mu_\(ahead)", name)
        try expect(fit.scales[ahead - 1], row, "S_\(ahead)", name)
        try expect(fit.widths.factor(horizon: ahead), row, "factor_\(ahead)", name)
        let forecast = fit.distribution(horizon: ahead)
        try expect(forecast.quantile(0.1), row, "q10_\(ahead)", name)
        try expect(forecast.quantile(0.5), row, "q50_\(ahead)", name)
        try expect(forecast.quantile(0.9), row, "q90_\(ahead)", name)
        try expect(
          forecast.probability(atLeast: percents[percents.count - 1] + 2), row, "p_\(ahead)", name)
      }
    }
  }

  @Test("Series with figures rebuilt from split units: centres, scales, weights")
  func rebuiltSeries() throws {
    let rows = try table("pace_rebuilt.csv")
    #expect(rows.count == 24)
    for row in rows {
      let years = numbers(row["years"]).map { Int($0) }
      // The program takes what the model is given: at most the last 15 figures.
      let first = max(0, years.count - PaceModel.longestHistory)
      func last<Value>(_ values: [Value]) -> [Value] { Array(values.dropFirst(first)) }
      let input = TrendInput(
        years: last(years), percents: last(numbers(row["percents"])),
        bases: last(numbers(row["bases"]).map { Optional(Int($0)) }),
        brokenSteps: numbers(row["broken"]).map { Int($0) - first }.filter { $0 >= 0 },
        prior: PacePrior(
          library: library, estimates: library.estimates,
          direction: try direction(row["direction"])),
        revisionSD: try number(row, "revision"), rebuildingSDs: last(numbers(row["rebuilding"])))
      #expect(input.rebuildingSDs.contains { $0 > 0 })
      let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
      let name = "series \(row["id"] ?? "")"
      for (index, weight) in fit.shapeWeights.enumerated() {
        try expect(weight, row, "w_\(index + 1)", name)
      }
      for ahead in 1...6 {
        try expect(fit.centres[ahead - 1], row, "mu_\(ahead)", name)
        try expect(fit.scales[ahead - 1], row, "S_\(ahead)", name)
      }
    }
  }

  @Test("Where formulas agree, centres and scales are those of the prototype to 1e-6")
  func prototype() throws {
    var settings = library.settings
    // The prototype has no recent scale; with this weight all changes count alike.
    settings.recency = 1
    let plain = PaceLibrary(
      version: "plain", estimates: library.estimates, shapes: library.shapes, settings: settings,
      families: library.families)
    let cases = Dictionary(
      uniqueKeysWithValues: try table("pace_series.csv").map { ($0["id"] ?? "", $0) })
    let rows = try table("prototype.csv")
    #expect(rows.count >= 8)
    for row in rows {
      let given = try #require(cases[row["id"] ?? ""])
      let input = TrendInput(
        years: numbers(given["years"]).map { Int($0) }, percents: numbers(given["percents"]),
        prior: PacePrior(
          library: plain, estimates: plain.estimates, direction: try direction(given["direction"])))
      let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
      for ahead in 1...6 {
        try expect(fit.centres[ahead - 1], row, "mu_\(ahead)", "prototype", tolerance: 1e-6)
        try expect(fit.scales[ahead - 1], row, "S_\(ahead)", "prototype", tolerance: 1e-6)
      }
    }
  }

  @Test("Twelve panels: what others teach each place, and its forecast")
  func panels() throws {
    var panels: [String: [(place: String, member: RollingPanel.Member)]] = [:]
    var directions: [String: GoodDirection] = [:]
    var figures: [String: [String: [(year: Int, percent: Double)]]] = [:]
    var order: [String: [String]] = [:]
    for row in try table("pace_panel.csv") {
      let (panel, place) = (row["panel"] ?? "", row["place"] ?? "")
      directions[panel] = try direction(row["direction"])
      if figures[panel]?[place] == nil { order[panel, default: []].append(place) }
      figures[panel, default: [:]][place, default: []].append(
        (Int(try number(row, "year")), try number(row, "percent")))
    }
    for (panel, places) in order {
      panels[panel] = places.map { place in
        let own = (figures[panel]?[place] ?? []).sorted { $0.year < $1.year }
        return (
          place, RollingPanel.Member(years: own.map(\.year), percents: own.map(\.percent))
        )
      }
    }
    let expected = try table("pace_panel_expected.csv")
    #expect(expected.count >= 50)
    var priors: [String: [PacePrior]] = [:]
    for row in expected {
      let panel = try #require(row["panel"])
      let members = try #require(panels[panel])
      let origin = members.compactMap(\.member.years.last).max() ?? 0
      if priors[panel] == nil {
        let lone = PacePrior(
          library: library, estimates: library.estimates,
          direction: try #require(directions[panel]))
        priors[panel] = try PacePanel(
          members: LibraryFixture.angles(members.map(\.member)), lone: lone
        ).priors(origin: origin)
      }
      let index = try #require(members.firstIndex { $0.place == row["place"] })
      let prior = try #require(priors[panel]?[index])
      let name = "panel \(panel), place \(row["place"] ?? "")"
      try expect(prior.upProbability, row, "up", name)
      try expect(prior.paceMean, row, "m", name)
      try expect(prior.paceVariance, row, "v_m", name)
      try expect(prior.changeDegreesOfFreedom, row, "nu0", name)
      try expect(prior.changeVariance, row, "s0sq", name)
      for (shape, weight) in prior.shapeWeights.enumerated() {
        try expect(weight, row, "pi_\(shape + 1)", name)
      }
      for (knot, pace) in prior.panelCurve.enumerated() {
        try expect(pace, row, "f_\(knot + 1)", name)
      }
      let member = members[index].member
      let input = member.slice(
        max(0, member.years.count - 8)...(member.years.count - 1), prior: prior)
      let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
      for ahead in 1...6 {
        try expect(fit.centres[ahead - 1], row, "mu_\(ahead)", name)
        try expect(fit.scales[ahead - 1], row, "S_\(ahead)", name)
      }
    }
  }

  @Test("Track records: factor and tails of each year ahead")
  func trackRecords() throws {
    for row in try table("pace_track.csv") {
      var record = TrackRecord(horizon: 6)
      for text in (row["ratios"] ?? "").split(separator: " ") {
        let parts = text.split(separator: ":")
        record.add(
          ratio: try #require(Double(parts[1])), place: 0,
          horizon: try #require(Int(parts[0])))
      }
      var prior = PacePrior(
        library: library, estimates: library.estimates, direction: .up)
      prior.widths = PacePrior.Widths(
        factor: library.estimates.panelWidth, degreesOfFreedom: 2)
      record.apply(to: &prior, place: 99)
      for ahead in 1...6 {
        try expect(prior.widths.factor(horizon: ahead), row, "factor_\(ahead)", "track")
        try expect(prior.widths.degreesOfFreedom(horizon: ahead), row, "nu_\(ahead)", "track")
      }
    }
  }
}
