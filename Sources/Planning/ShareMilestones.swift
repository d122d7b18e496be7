import Forecasting
import Indicators
import Regulations
import Wording

/// The way of a share from its newest figure to its threshold, in people or, without counts, in points.
struct ShareMilestones {
  let result: RequirementResult
  /// The years of the path, at least one.
  let years: [Int]
  /// The series of all shares of the same people.
  let sharing: [IndicatorSeries]
  /// What to aim at above the threshold; nil to just reach it.
  var aim: CheapestMix.Share?

  func plan(due: CalendarDate) -> Milestones.Plan {
    guard let latest = result.latest, let threshold = result.threshold else {
      return Milestones.Plan(result: result, mode: .unknown, due: due, years: [], quarters: [])
    }
    if let count = latest.count, let bases {
      return counted(
        from: count, needed: bases.map { ThresholdTest.required(threshold: threshold, base: $0) },
        bases: bases, due: due)
    }
    return printed(
      from: latest.percent, to: max(threshold.value, aim?.needed ?? threshold.value), due: due)
  }

  /// The forecast of the base in each year; nil without counts.
  private var bases: [Int]? {
    let bases = years.compactMap { year in
      result.series.flatMap { BaseForecast.base(in: year, of: $0, sharedWith: sharing) }
    }
    return bases.count == years.count ? bases : nil
  }

  private func counted(
    from count: Int, needed: [Int], bases: [Int], due: CalendarDate
  ) -> Milestones.Plan {
    let asked = needed[needed.count - 1]
    let required = max(asked, aim?.count ?? asked)
    let isRise = required > count && (result.met != true || required > asked)
    // Where a base that shrinks alone brings the share up, nobody has to be added before.
    let held = result.met == true ? needed : needed.map { min($0, count) }
    let path =
      isRise
      ? MilestonePath.rise(from: count, to: required, years: years.count)
      : MilestonePath.hold(from: count, needed: held)
    let size = MilestonePath.quarters
    return Milestones.Plan(
      result: result, mode: isRise ? .rise : .hold, due: due,
      years: years.enumerated().map { index, year in
        let reached = path.counts[size * index + size - 1]
        let percent = 100 * Double(reached) / Double(bases[index])
        return milestone(
          year, base: bases[index], count: reached, percent: percent,
          isThreshold: reached == needed[index],
          add: path.additions[(size * index)..<(size * index + size)].reduce(0, +), addPoints: nil)
      },
      quarters: path.counts.indices.map { index in
        let base = bases[index / size]
        return quarter(
          index, count: path.counts[index],
          percent: 100 * Double(path.counts[index]) / Double(base), add: path.additions[index],
          addPoints: nil)
      })
  }

  /// The way of a share of which only percents are published.
  private func printed(
    from percent: Double, to threshold: Double, due: CalendarDate
  ) -> Milestones.Plan {
    let isRise = threshold > percent && (result.met != true || aim != nil)
    let steps = MilestonePath.quarters * years.count
    func reached(_ step: Int) -> Double {
      // The last step is the threshold itself and no sum of fractions near it.
      isRise && step < steps
        ? percent + (threshold - percent) * Double(step) / Double(steps) : threshold
    }
    func added(from step: Int, to next: Int) -> Double {
      isRise ? (threshold - percent) * Double(next - step) / Double(steps) : 0
    }
    let size = MilestonePath.quarters
    return Milestones.Plan(
      result: result, mode: isRise ? .rise : .hold, due: due,
      years: years.enumerated().map { index, year in
        let last = size * (index + 1)
        return milestone(
          year, base: nil, count: nil, percent: reached(last),
          isThreshold: !isRise || last == steps, add: nil,
          addPoints: added(from: last - size, to: last))
      },
      quarters: (1...steps).map { step in
        quarter(
          step - 1, count: nil, percent: reached(step), add: nil,
          addPoints: added(from: step - 1, to: step))
      })
  }

  /// Returns a yearly milestone beside what is expected.
  ///
  /// A milestone that is the threshold has the threshold's own chance, as the answer states it: a share in
  /// whole people lies a trifle above it.
  private func milestone(
    _ year: Int, base: Int?, count: Int?, percent: Double, isThreshold: Bool, add: Int?,
    addPoints: Double?
  ) -> Milestones.Year {
    let distribution = result.forecast.year(year)?.distribution
    let tested = isThreshold ? result.threshold?.value ?? percent : percent
    return Milestones.Year(
      year: year, base: base, count: count, percent: percent, add: add, addPoints: addPoints,
      median: distribution?.median,
      probability: distribution?.probability(atLeast: tested))
  }

  private func quarter(
    _ index: Int, count: Int?, percent: Double, add: Int?, addPoints: Double?
  ) -> Milestones.Quarter {
    let year = years[index / MilestonePath.quarters]
    let quarter = index % MilestonePath.quarters + 1
    return Milestones.Quarter(
      year: year, quarter: quarter, date: Milestones.lastDay(ofQuarter: quarter, in: year),
      count: count, percent: percent, add: add, addPoints: addPoints)
  }
}
