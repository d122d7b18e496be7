import Forecasting
import Indicators
import Wording

/// The path of one share under one scenario, year by year.
struct ScenarioPath {
  private let share: FollowedShare
  private let scenario: Scenario
  private let analysis: Analysis
  private let peers: PeerPaces?

  init(
    _ share: FollowedShare, _ scenario: Scenario, _ analysis: Analysis, peers: PeerPaces?
  ) {
    self.share = share
    self.scenario = scenario
    self.analysis = analysis
    self.peers = peers
  }

  private var result: RequirementResult { share.result }

  /// The medians of the scenario and what chance they give.
  var path: SharePath {
    let (medians, remark) = medians
    let target = analysis.targetYear
    let years = zip(result.forecast.years, medians).map { year, median -> SharePath.Year in
      let base = analysis.base(of: result, in: year.year)
      let isExpected = median == year.distribution.median
      let distribution = isExpected ? year.distribution : year.distribution.moved(toMedian: median)
      return SharePath.Year(
        year: year.year, base: base,
        count: base.map { Int((Double($0) * median / 100).rounded(.toNearestOrEven)) },
        percent: median, distribution: distribution,
        probability: distribution.probability(atLeast: share.threshold))
    }
    let pace = result.latest.flatMap { latest in
      years.first { $0.year == target }.flatMap { reached in
        target > latest.year
          ? (reached.percent - latest.percent) / Double(target - latest.year) : nil
      }
    }
    return SharePath(
      requirement: result.id, indicator: result.indicator, years: years, pace: pace, peers: basis,
      remark: remark)
  }

  /// Which places a pace of peers comes from.
  private var basis: PaceBasis? {
    guard case .peerPace(let quantile) = scenario.kind, let latest = result.latest else {
      return nil
    }
    return peerPace(quantile, from: latest)?.basis
  }

  private var expected: [Double] { result.forecast.years.map(\.distribution.median) }

  private var medians: ([Double], SharePath.Remark?) {
    if case .trend = scenario.kind { return (expected, nil) }
    if case .assumed(let assumptions) = scenario.kind {
      return assumed(assumptions.filter { $0.requirement == result.id })
    }
    guard let latest = result.latest else { return (expected, .noStart) }
    if case .peerPace(let quantile) = scenario.kind {
      guard let peer = peerPace(quantile, from: latest) else { return (expected, .noPeers) }
      return (line(from: latest, pace: peer.pace, through: nil), nil)
    }
    if result.met == true { return (expected, .met) }
    guard let goal = goal, analysis.targetYear > latest.year else { return (expected, .noStart) }
    let pace = (goal - latest.percent) / Double(analysis.targetYear - latest.year)
    return (line(from: latest, pace: pace, through: goal), nil)
  }

  /// The pace that a quantile of other places held as long as the plan runs.
  private func peerPace(_ quantile: Double, from latest: Observation) -> PeerPace? {
    peers?.peerPace(
      quantile: quantile, from: latest.percent, years: max(1, analysis.targetYear - latest.year))
  }

  /// The share that meets the threshold exactly in the target year: whole people over the forecast base.
  private var goal: Double? {
    guard let threshold = result.threshold else { return nil }
    guard result.latest?.count != nil, let base = analysis.base(of: result, in: analysis.targetYear)
    else { return threshold.value }
    return 100 * Double(ThresholdTest.required(threshold: threshold, base: base)) / Double(base)
  }

  /// Returns a straight line from the newest figure, held to 0...100; at `goal` from the target year on.
  private func line(from latest: Observation, pace: Double, through goal: Double?) -> [Double] {
    result.forecast.years.map { year in
      if let goal, year.year >= analysis.targetYear { return goal }
      return min(max(latest.percent + pace * Double(year.year - latest.year), 0), 100)
    }
  }

  /// Returns the path that a file assumes: its pace where it says one, else the expected change of the year,
  /// and what comes once on top.
  private func assumed(_ assumptions: [ScenarioAssumption]) -> ([Double], SharePath.Remark?) {
    guard !assumptions.isEmpty else { return (expected, nil) }
    guard let latest = result.latest else { return (expected, .noStart) }
    let first = analysis.baseYear + 1
    var current = latest.percent
    var last = (year: latest.year, median: latest.percent)
    var isHeld = false
    var medians: [Double] = []
    for year in result.forecast.years {
      let applying = assumptions.filter { ($0.year ?? first) <= year.year }
      let pace = applying.filter(\.isPace).max { ($0.year ?? first) < ($1.year ?? first) }
      let elapsed = Double(year.year - last.year)
      if case .pace(let points) = pace?.change {
        current += points * elapsed
      } else {
        current += year.distribution.median - last.median
      }
      for assumption in assumptions where (assumption.year ?? first) == year.year {
        current += oneOff(assumption, in: year.year)
      }
      let held = min(max(current, 0), 100)
      isHeld = isHeld || held != current
      current = held
      last = (year.year, year.distribution.median)
      medians.append(current)
    }
    return (medians, isHeld ? .held : nil)
  }

  /// Returns the points that an assumption adds once; 0 for a pace or a state.
  private func oneOff(_ assumption: ScenarioAssumption, in year: Int) -> Double {
    switch assumption.change {
    case .points(let points): return points
    case .people(let people):
      guard let base = analysis.base(of: result, in: year) else { return 0 }
      return 100 * Double(people) / Double(base)
    case .pace, .state: return 0
    }
  }
}

extension ScenarioAssumption {
  /// Whether a pace is assumed.
  fileprivate var isPace: Bool { if case .pace = change { true } else { false } }
}
