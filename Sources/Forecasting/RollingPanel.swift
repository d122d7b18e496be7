package import Indicators
package import LinearAlgebra

/// Which own figures a forecast from an origin may use.
package enum HistoryRule: Sendable, Equatable {
  /// Exactly so many figures of consecutive years, the last in the origin.
  case exactly(Int)
  /// All figures up to the origin, gaps allowed, the last in the origin: at least and at most so many.
  case all(atLeast: Int, atMost: Int)
}

/// A forecast that could have been made in the past, from nothing later than its origin.
package struct PastForecast: Sendable, Equatable {
  /// The number of the place in the panel.
  package let place: Int
  /// The last year used.
  package let origin: Int
  /// The figures used.
  package let input: TrendInput
}

/// The series of one indicator in many places, walked from origin to origin.
///
/// At each origin every place gets the prior that all others teach up to that year, and the widths that
/// the errors of others had where their targets had come by then: nothing is learned from after the
/// origin, and nothing from the place itself but its own figures.
package struct RollingPanel: Sendable {
  /// One place's series.
  package struct Member: Sendable, Equatable {
    /// The years, ascending.
    package let years: [Int]
    /// The shares in percent.
    package let percents: [Double]
    /// Of how many each share is taken; empty where only percents are known.
    package let bases: [Int?]
    /// The steps that cross a declared break.
    package let brokenSteps: [Int]
    /// By how many points each share may be off because it was rebuilt; empty where none was.
    package let rebuildingSDs: [Double]

    package init(
      years: [Int], percents: [Double], bases: [Int?] = [], brokenSteps: [Int] = [],
      rebuildingSDs: [Double] = []
    ) {
      self.rebuildingSDs = rebuildingSDs
      self.years = years
      self.percents = percents
      self.bases = bases
      self.brokenSteps = brokenSteps
    }

    /// Takes the figures of a series, with the steps that cross its breaks.
    package init(_ series: IndicatorSeries) {
      let observations = series.observations
      let years = observations.map(\.year)
      self.init(
        years: years, percents: observations.map(\.percent), bases: observations.map(\.base),
        brokenSteps: years.indices.dropLast().filter { step in
          series.breaks.contains { $0.year > years[step] && $0.year <= years[step + 1] }
        },
        rebuildingSDs: observations.contains(where: \.isRebuilt)
          ? observations.map { $0.rebuildingDeviation ?? 0 } : [])
    }

    /// Returns the share that came some years after an origin; nil where none is known, or where a
    /// declared break lies between.
    package func target(origin: Int, ahead: Int) -> Double? {
      guard let index = years.firstIndex(of: origin + ahead),
        !brokenSteps.contains(where: { $0 < index && years[$0] >= origin })
      else { return nil }
      return percents[index]
    }

    /// Returns the figures from one to another, with the breaks between them.
    func slice(
      _ range: ClosedRange<Int>, prior: PacePrior, revisionSD: Double = 0
    ) -> TrendInput {
      TrendInput(
        years: Array(years[range]), percents: Array(percents[range]),
        bases: bases.isEmpty ? [] : Array(bases[range]),
        brokenSteps: brokenSteps.filter { range.contains($0) && range.contains($0 + 1) }
          .map { $0 - range.lowerBound },
        prior: prior, revisionSD: revisionSD,
        rebuildingSDs: rebuildingSDs.isEmpty ? [] : Array(rebuildingSDs[range]))
    }
  }

  /// The places.
  package let members: [Member]
  /// The longest distance, years.
  package let horizon: Int
  /// Which own figures are used.
  package let history: HistoryRule
  private let panel: PacePanel
  private let learnsFromOthers: Bool
  private var record: TrackRecord
  /// Forecasts whose targets have not all come, by the year of the target.
  private var pending: [Int: [Pending]] = [:]

  private struct Pending: Sendable {
    let place: Int
    let horizon: Int
    let error: Double
  }

  /// - Parameters:
  ///   - members: the series of the places.
  ///   - lone: what is known without other places.
  ///   - history: which own figures are used.
  ///   - horizon: the longest distance.
  ///   - learnsFromOthers: whether places learn from each other; else each is taken as alone.
  package init(
    members: [Member], lone: PacePrior, history: HistoryRule, horizon: Int,
    learnsFromOthers: Bool = true
  ) {
    self.members = members
    self.horizon = horizon
    self.history = history
    self.learnsFromOthers = learnsFromOthers
    panel = PacePanel(
      members: members.map { member in
        PacePanel.Member(
          years: member.years,
          angles: member.percents.map { ValueScale.angular.value(ofPercent: $0) },
          brokenSteps: member.brokenSteps)
      }, lone: lone)
    record = TrackRecord(horizon: horizon)
  }

  /// All years with a figure, ascending: the origins.
  package var origins: [Int] { Set(members.flatMap(\.years)).sorted() }

  /// Returns the prior of each place at an origin, with the widths of the track record so far.
  ///
  /// - Precondition: origins are asked for in ascending order.
  package mutating func priors(origin: Int) throws(LinearAlgebraError) -> [PacePrior] {
    guard learnsFromOthers else { return members.map { _ in panel.lone } }
    for year in pending.keys.sorted() where year <= origin {
      for target in pending[year] ?? [] {
        record.add(ratio: target.error, place: target.place, horizon: target.horizon)
      }
      pending[year] = nil
    }
    var priors = try panel.priors(origin: origin)
    for place in priors.indices where priors[place].otherPlaces > 0 {
      record.apply(to: &priors[place], place: place)
    }
    return priors
  }

  /// Returns the prior of each place at an origin, with the widths of the library.
  package func unwalkedPriors(origin: Int) throws(LinearAlgebraError) -> [PacePrior] {
    learnsFromOthers ? try panel.priors(origin: origin) : members.map { _ in panel.lone }
  }

  /// Walks all origins before a year and returns what would have been stated, where the target has come.
  ///
  /// - Parameter year: origins from it on are left out; targets up to it count.
  /// - Returns: the statements, in order of their origins.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  mutating func walk(before year: Int) throws(LinearAlgebraError) -> PanelRecord {
    var record = PanelRecord()
    guard members.count > 1 else { return record }
    for origin in origins where origin < year {
      let priors = try priors(origin: origin)
      let forecasts = inputs(origin: origin, priors: priors)
      for (forecast, fit) in zip(forecasts, try fits(forecasts)) {
        let member = members[forecast.place]
        for ahead in 1...horizon {
          guard origin + ahead <= year, let actual = member.target(origin: origin, ahead: ahead)
          else { continue }
          record.entries.append(
            PanelRecord.Entry(
              last: forecast.input.percents[forecast.input.percents.count - 1],
              forecast: fit.distribution(horizon: ahead), actual: actual))
        }
      }
    }
    return record
  }

  /// Returns the figures that each place would have been forecast from at an origin.
  package func inputs(origin: Int, priors: [PacePrior]) -> [PastForecast] {
    members.indices.compactMap { place in
      guard let last = members[place].years.firstIndex(of: origin),
        let first = firstFigure(of: members[place], last: last)
      else { return nil }
      return PastForecast(
        place: place, origin: origin,
        input: members[place].slice(first...last, prior: priors[place]))
    }
  }

  private func firstFigure(of member: Member, last: Int) -> Int? {
    switch history {
    case .exactly(let count):
      let first = last - count + 1
      guard first >= 0, member.years[last] - member.years[first] == count - 1 else { return nil }
      return first
    case .all(let atLeast, let atMost):
      guard last + 1 >= atLeast else { return nil }
      return max(0, last + 1 - atMost)
    }
  }

  /// Forecasts all places at an origin by the pace model and remembers the errors that will be known.
  ///
  /// - Returns: the fits, in the order of `inputs(origin:priors:)`.
  package mutating func fits(
    _ forecasts: [PastForecast]
  ) throws(LinearAlgebraError) -> [PaceFit] {
    let inputs = forecasts.map(\.input)
    let fits = try PaceModel().fits(inputs: inputs, horizon: horizon)
    guard learnsFromOthers else { return fits }
    for (forecast, fit) in zip(forecasts, fits) {
      let member = members[forecast.place]
      for ahead in 1...horizon {
        let year = forecast.origin + ahead
        guard let percent = member.target(origin: forecast.origin, ahead: ahead) else { continue }
        let actual = ValueScale.angular.value(ofPercent: percent)
        pending[year, default: []].append(
          Pending(
            place: forecast.place, horizon: ahead,
            error: (actual - fit.centres[ahead - 1])
              / (panel.lone.estimates.panelWidth * fit.scales[ahead - 1])))
      }
    }
    return fits
  }
}
