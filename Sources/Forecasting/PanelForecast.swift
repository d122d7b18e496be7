import Indicators
import LinearAlgebra

/// The forecast of one place by the pace model, with all that other places of the data teach.
///
/// The past of the other places is walked first: their errors set the widths, and what they would have
/// stated becomes the record beside the forecast.
struct PanelForecast {
  /// How many other places are walked at most; more were measured to change nothing but time.
  static let mostOthers = 200
  /// How many others there must be to say anything of a place without figures.
  static let fewestOthersWithoutFigures = 20

  private let order: ForecastOrder
  private let others: [RollingPanel.Member]
  private let own: RollingPanel.Member?
  private let lone: PacePrior

  init(_ order: ForecastOrder, library: PaceLibrary) {
    self.order = order
    let told = order.others.filter { !$0.observations.isEmpty }
    let step = max(1, (told.count + Self.mostOthers - 1) / Self.mostOthers)
    others = stride(from: 0, to: told.count, by: step).map { RollingPanel.Member(told[$0]) }
    own = order.series.observations.isEmpty ? nil : RollingPanel.Member(order.series)
    lone = PacePrior(
      library: library, estimates: library.estimates, direction: order.direction,
      paceSD: order.family.paceSD)
  }

  /// Returns the forecast for the years asked for.
  func forecast(years: [Int]) throws(LinearAlgebraError) -> Forecast {
    guard let problem = try problem() else { return try withoutFigures(years: years) }
    let fit = try PaceModel().fits(
      inputs: [problem.input], horizon: problem.horizon(for: years))[0]
    return Forecast(
      fit, of: problem.input, years: years, isVerified: order.family.isVerified,
      otherPlaces: problem.otherPlaces, record: problem.record)
  }

  /// Returns every value behind the forecast for the years asked for.
  func trace(years: [Int]) throws(LinearAlgebraError) -> ForecastTrace {
    if let problem = try problem() {
      return .pace(
        try PaceModel().trace(problem.input, horizon: problem.horizon(for: years)))
    }
    guard let spreads = try spreads(years: years) else { return .nothing }
    return .others(spreads.levels)
  }

  /// What the model is asked once others have taught.
  private struct Problem {
    let input: TrendInput
    let otherPlaces: Int
    let record: PanelRecord

    /// Returns how many years ahead are solved for.
    func horizon(for years: [Int]) -> Int {
      let last = input.years[input.years.count - 1]
      return max(1, (years.max() ?? last) - last)
    }
  }

  /// Returns the figures with the prior and the record that other places give them; nil without figures.
  private func problem() throws(LinearAlgebraError) -> Problem? {
    guard let own, let last = own.years.last else { return nil }
    let count = min(own.years.count, PaceModel.longestHistory)
    var panel = RollingPanel(
      members: others + [own], lone: lone,
      history: .all(atLeast: min(3, count), atMost: count), horizon: Forecast.calibratedHorizon)
    let record = try panel.walk(before: last)
    let priors = try panel.priors(origin: last)
    let status = order.series.observations.last?.status ?? .final
    let first = own.years.count - count
    let input = own.slice(
      first...(own.years.count - 1), prior: priors[priors.count - 1],
      revisionSD: status == .final ? 0 : order.family.revisionSD)
    return Problem(
      input: input, otherPlaces: priors[priors.count - 1].otherPlaces, record: record)
  }

  /// Returns the forecast of a place without figures: the levels of the others, moved by their pace.
  ///
  /// The centre is the median of the others' levels in h years, the spread that between their tenths
  /// and nine tenths, widened by the error of one figure's forecast.
  private func withoutFigures(years: [Int]) throws(LinearAlgebraError) -> Forecast {
    guard let spreads = try spreads(years: years) else {
      return Forecast(basis: .none, isVerified: order.family.isVerified)
    }
    let stated = spreads.levels.map { spread in
      Forecast.Year(
        year: spread.year, horizon: spread.year - spreads.newest,
        distribution: spread.distribution)
    }
    return Forecast(
      years: stated, basis: .othersOnly, isVerified: order.family.isVerified, isOfPaceModel: true,
      otherPlaces: spreads.otherPlaces)
  }

  /// Returns the spread of the others' levels in the years asked for; nil where they are too few.
  private func spreads(
    years: [Int]
  ) throws(LinearAlgebraError) -> (newest: Int, otherPlaces: Int, levels: [OtherLevels])? {
    let newest = others.compactMap(\.years.last).max() ?? 0
    let told = others.filter { member in
      member.years.last.map { $0 >= newest - 2 } ?? false
    }
    guard told.count >= Self.fewestOthersWithoutFigures else { return nil }
    let panel = RollingPanel(
      members: others + [RollingPanel.Member(years: [], percents: [])], lone: lone,
      history: .all(atLeast: 1, atMost: 1), horizon: 1)
    let prior = try panel.unwalkedPriors(origin: newest)[others.count]
    let inputs = told.map { member in
      member.slice((member.years.count - 1)...(member.years.count - 1), prior: prior)
    }
    let horizon = max(1, (years.max() ?? newest) - newest) + 2
    let fits = try PaceModel().fits(inputs: inputs, horizon: horizon)
    let levels = years.filter { $0 > newest }.map { year in
      OtherLevels(
        year: year,
        parts: zip(inputs, fits).map { input, fit in
          fit.distribution(horizon: year - input.years[0])
        })
    }
    return (newest, prior.otherPlaces, levels)
  }
}
