package import Indicators
import Regulations

/// Why a requirement is something to work on.
package enum GapReason: String, Sendable, CaseIterable {
  /// It is not met.
  case notMet
  /// It is met, but will not be: the base grows, or the data date a change.
  case endangered
  /// The printed figure lies too near to the threshold.
  case undecided
  /// The data are counted after another definition than the rule's.
  case notComparable
  /// There are no data, or the grade is not known.
  case unknown
  /// It is met, but documents do not show it.
  case evidence
}

/// One requirement to work on: what is missing, by when, how fast, and who did as much.
package struct GapRow: Sendable, Equatable {
  /// The requirement.
  package let result: RequirementResult
  /// Why it is here.
  package let reason: GapReason
  /// The missing people, by quarter from the base year's end to the target year's; empty without counts.
  package let quarters: [PeoplePart]
  /// Points a quarter to reach the threshold in the target year; nil when met.
  package let paceQuarter: Double?
  /// How the pace needed stands among those of other places; nil without a pace, or nothing to compare with.
  package let standing: PaceStanding?
  /// The pace that three quarters of other places did not exceed; nil like `standing`.
  package let peerPace: PeerPace?
  /// What the parts of the place lack; nil where the data have none.
  package let parts: PartGaps?

  /// The missing people, by year.
  package var years: [PeoplePart] { PeoplePart.years(of: quarters) }
  /// How many people are missing; nil without comparable counts, and where nobody is.
  package var people: Int? { result.missingPeople }
  /// What documents show of a fact or grade; nil for shares and without a record.
  package var evidence: Evidence? {
    result.state.flatMap { $0.record.isPlanned ? nil : $0.record.evidence }
  }
}

/// The rows that one agency leads.
package struct AgencyGap: Sendable, Equatable {
  /// The agency; nil for what nobody leads.
  package let agency: String?
  /// Its rows, in rule order.
  package let rows: [GapRow]
}

/// What a place still lacks of a level: the work to be handed out.
package struct GapReport: Sendable {
  /// The answer that it is drawn from.
  package let analysis: Analysis
  /// By when; nil for a year that no calendar has.
  package let due: GapDue?
  /// What has to be worked on, in rule order.
  package let rows: [GapRow]

  /// The row whose share lacks most points; nil when no share does.
  package var most: GapRow? {
    rows.filter { $0.reason == .notMet && $0.result.kind == .share }
      .max { ($0.result.gapPoints ?? 0) < ($1.result.gapPoints ?? 0) }
  }

  /// The row whose share is met and needs most people to stay so; nil when no share does.
  package var mostEndangered: GapRow? {
    rows.filter { $0.reason == .endangered && $0.result.kind == .share }
      .max { ($0.people ?? 0) < ($1.people ?? 0) }
  }

  /// The shares that are met and will be as far as the base goes, the smallest reserve first.
  package var reserves: [RequirementResult] {
    let open = Set(rows.map(\.result.id))
    return analysis.requirements.enumerated()
      .filter {
        $0.element.kind == .share && $0.element.met == true && !open.contains($0.element.id)
      }
      .sorted {
        (-($0.element.gapPoints ?? 0), $0.offset) < (-($1.element.gapPoints ?? 0), $1.offset)
      }.map(\.element)
  }

  /// The years that are left, whoever is missing: those after the base year, to the target year; none where
  /// that is over.
  package var years: [Int] {
    Array((analysis.baseYear + 1)..<(max(analysis.baseYear, analysis.targetYear) + 1))
  }

  /// The rows by the agency that leads, in the order in which the rule first names something of each; what
  /// nobody leads comes last.
  package var agencies: [AgencyGap] {
    var names: [String?] = []
    for row in rows where row.result.leadAgency != nil && !names.contains(row.result.leadAgency) {
      names.append(row.result.leadAgency)
    }
    if rows.contains(where: { $0.result.leadAgency == nil }) { names.append(nil) }
    return names.map { name in
      AgencyGap(agency: name, rows: rows.filter { $0.result.leadAgency == name })
    }
  }
}

extension GapReport {
  /// The share of other places whose pace is given as that of fast ones.
  package static let peerQuantile = 0.75

  /// Draws the work from an answer.
  ///
  /// - Parameters:
  ///   - analysis: the answer.
  ///   - dataset: the data that it was made from.
  ///   - request: what was asked.
  /// - Complexity: O(requirements · figures of all places).
  package init(_ analysis: Analysis, dataset: Dataset, request: AnalysisRequest) {
    self.analysis = analysis
    due = GapDue.of(analysis.level, year: analysis.targetYear)
    let plans = Milestones(of: analysis).plans
    rows = zip(analysis.level.requirements, analysis.requirements).compactMap {
      requirement, result in
      let evidence = RequirementEvidence(requirement, dataset: dataset, request: request)
      return Self.reason(of: result, evidence, in: analysis.targetYear).map { reason in
        let peers = PeerPaces(of: requirement, for: request, in: dataset)
        return GapRow(
          result: result, reason: reason,
          quarters: Self.quarters(of: result, by: plans.first { $0.result.id == result.id }),
          paceQuarter: Self.paceQuarter(of: result, analysis),
          standing: Self.span(of: result, analysis).flatMap { span in
            result.paceNeeded.flatMap {
              peers.standing(pace: $0, from: span.from, years: span.years)
            }
          },
          peerPace: Self.span(of: result, analysis).flatMap {
            peers.peerPace(quantile: Self.peerQuantile, from: $0.from, years: $0.years)
          },
          parts: Self.parts(of: result, dataset, request))
      }
    }
  }

  private static func reason(
    of result: RequirementResult, _ evidence: RequirementEvidence, in targetYear: Int
  ) -> GapReason? {
    if !result.isComparable { return .notComparable }
    switch (result.met, result.kind) {
    case (false?, _): return .notMet
    case (true?, .share): return (result.gapPeople ?? 0) > 0 ? .endangered : nil
    case (true?, _):
      if evidence.willBeMet(in: targetYear) == false { return .endangered }
      return result.state.map { $0.record.evidence != .full } == true ? .evidence : nil
    case (nil, .share): return result.latest == nil ? .unknown : .undecided
    case (nil, _): return .unknown
    }
  }

  /// Returns the missing people by quarter, as the milestones add them: one plan has one pace.
  private static func quarters(
    of result: RequirementResult, by plan: Milestones.Plan?
  ) -> [PeoplePart] {
    guard result.missingPeople != nil else { return [] }
    return (plan?.quarters ?? []).compactMap { quarter in
      quarter.add.map { PeoplePart(year: quarter.year, quarter: quarter.quarter, people: $0) }
    }
  }

  private static func paceQuarter(of result: RequirementResult, _ analysis: Analysis) -> Double? {
    guard result.paceNeeded != nil, let points = result.gapPoints, let year = result.latest?.year
    else { return nil }
    return points / Double(4 * (analysis.targetYear - year))
  }

  /// Returns the share from which a needed pace starts, and for how many years it is to be held.
  private static func span(
    of result: RequirementResult, _ analysis: Analysis
  ) -> (from: Double, years: Int)? {
    guard result.isComparable, result.paceNeeded != nil, let latest = result.latest else {
      return nil
    }
    return (latest.percent, analysis.targetYear - latest.year)
  }

  private static func parts(
    of result: RequirementResult, _ dataset: Dataset, _ request: AnalysisRequest
  ) -> PartGaps? {
    guard let series = result.series, let threshold = result.threshold, result.isComparable else {
      return nil
    }
    return PartGaps(
      of: series, threshold: threshold,
      parts: dataset.panel.children(of: request.place.name).map { part in
        (
          part.name,
          dataset.panel.series(
            place: part.name, indicator: result.indicator, asOf: request.asOf)
        )
      })
  }
}

extension RequirementResult {
  /// How many people are missing; nil without comparable counts, and where nobody is.
  fileprivate var missingPeople: Int? {
    isComparable ? gapPeople.flatMap { $0 > 0 ? $0 : nil } : nil
  }
}
