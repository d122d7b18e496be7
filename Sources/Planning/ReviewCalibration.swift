package import Forecasting
package import Indicators
package import Statistics

/// How the program's own statements about a place came out so far.
///
/// One distribution that stands in several records, or serves several levels, is one statement. Figures of one
/// year, and years of one series, are not independent: the exact intervals here, which take them as such, are
/// narrower than what is known.
package struct ReviewCalibration: Sendable, Equatable {
  /// A rate of hits.
  package struct Tally: Sendable, Equatable {
    /// How many.
    package let count: Int
    /// How many hits.
    package let hits: Int

    /// The exact 95% interval of the rate; the whole of 0...1 for none.
    package var interval: BinomialInterval { BinomialInterval(hits: hits, of: count) }
  }

  /// Statements of probability and how often they came true.
  package struct Statements: Sendable, Equatable {
    /// One band of probabilities.
    package struct Band: Sendable, Equatable {
      /// The band.
      package let band: ProbabilityBand
      /// The mean of what was stated in it.
      package let mean: Double
      /// How many, and how many came true.
      package let tally: Tally
    }

    /// How many, and how many came true.
    package let tally: Tally
    /// The mean of (p − o)², 0 best, 0.25 for saying 50% always (Brier 1950); nil for none.
    package let brier: Double?
    /// The bands that have a statement, ascending.
    package let bands: [Band]

    init(_ statements: [(probability: Double, cameTrue: Bool)]) {
      tally = Tally(count: statements.count, hits: statements.count { $0.cameTrue })
      let errors = statements.map { statement in
        let error = statement.probability - (statement.cameTrue ? 1 : 0)
        return error * error
      }
      brier = errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
      bands = ProbabilityBand.all.compactMap { band in
        let own = statements.filter { band.contains($0.probability) }
        guard !own.isEmpty else { return nil }
        return Band(
          band: band, mean: own.map(\.probability).reduce(0, +) / Double(own.count),
          tally: Tally(count: own.count, hits: own.count { $0.cameTrue }))
      }
    }
  }

  /// How often the 50% interval held what came.
  package let inside50: Tally
  /// How often the 80% interval held what came.
  package let inside80: Tally
  /// Statements that a share reaches its threshold.
  package let shares: Statements
  /// Statements that a level is met.
  package let levels: Statements
  /// How many of the figures that came are not final.
  package let preliminary: Int

  /// Whether there are too few to say anything of how good the statements are.
  package var isTooFew: Bool {
    inside80.count < StatementRecord.fewestOwn && shares.tally.count < StatementRecord.fewestOwn
  }

  /// Counts the statements of plans.
  init(of plans: [PlanReview.Plan]) {
    let rows = plans.flatMap(\.shares).filter { $0.pit != nil }
    let forecasts = Self.unlike(rows) { left, right in
      left.requirement.indicator == right.requirement.indicator && left.year == right.year
        && Self.isSame(left.expectation, right.expectation)
    }
    let statements = Self.unlike(rows.filter { $0.probability != nil }) { left, right in
      left.requirement.indicator == right.requirement.indicator && left.year == right.year
        && left.requirement.threshold == right.requirement.threshold
        && Self.isSame(left.expectation, right.expectation)
    }
    inside50 = Tally(count: forecasts.count, hits: forecasts.count { $0.inside50 == true })
    inside80 = Tally(count: forecasts.count, hits: forecasts.count { $0.inside80 == true })
    preliminary = forecasts.count { $0.actual.map { $0.status != .final } == true }
    shares = Statements(
      statements.compactMap { row in
        row.probability.flatMap { probability in row.cameTrue.map { (probability, $0) } }
      })
    let levelRows = plans.flatMap { plan in plan.levels.map { (plan.record.plan, $0) } }
    levels = Statements(
      Self.unlike(levelRows) { left, right in
        left.0.regulation == right.0.regulation && left.0.level == right.0.level
          && left.0.baseYear == right.0.baseYear && left.1 == right.1
      }.compactMap { _, row in
        row.probability.flatMap { probability in row.cameTrue.map { (probability, $0) } }
      })
  }

  /// Whether two expectations are one distribution, whatever thresholds they were held against.
  private static func isSame(
    _ left: ArchivedPlan.Expectation?, _ right: ArchivedPlan.Expectation?
  ) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.year == right.year && left.valueScale == right.valueScale
      && left.location == right.location && left.spread == right.spread
      && left.degreesOfFreedom == right.degreesOfFreedom
  }

  /// Returns elements without those that say the same as an earlier one.
  private static func unlike<Element>(
    _ elements: [Element], _ isSame: (Element, Element) -> Bool
  ) -> [Element] {
    elements.reduce(into: []) { kept, element in
      if !kept.contains(where: { isSame($0, element) }) { kept.append(element) }
    }
  }
}

extension PlanReview.ShareYear {
  /// What was expected of the year; nil without a forecast.
  package var expectation: ArchivedPlan.Expectation? {
    requirement.forecast.first { $0.year == year }
  }
}
