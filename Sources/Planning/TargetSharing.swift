package import Diagnostics
package import Indicators
import LinearAlgebra
package import Wording

/// A target shared among places: whole people, the lowest sum of efforts that limits allow.
package struct TargetSharing: Sendable {
  /// What one place is given.
  package struct Share: Sendable, Equatable {
    /// Which of its limits keeps a target from going further.
    package enum Bound: String, Sendable {
      /// It may not be given less.
      case floor
      /// It may not be given more.
      case ceiling
    }

    /// The place, its figures and its limits.
    package let part: SharingPart
    /// The count that it has to reach.
    package let target: Int
    /// What that costs it, by the measure of the request.
    package let effort: Double
    /// The limit that it lies at; nil between its limits.
    ///
    /// A place whose limits are one number is at its floor.
    package let bound: Bound?

    /// How many it has to gain; below 0 where it may lose some.
    package var added: Int { target - part.current }
    /// 100·current/base.
    package var currentPercent: Double { 100 * Double(part.current) / Double(part.base) }
    /// 100·target/base.
    package var targetPercent: Double { 100 * Double(target) / Double(part.base) }
  }

  /// What was asked.
  package let request: SharingRequest
  /// The title of the data.
  package let datasetTitle: String
  /// Whether the figures are made up.
  package let isIllustrative: Bool
  /// What a reader of any output has to be told.
  package let notice: Phrase?
  /// One share a place, in the order of the data.
  package let shares: [Share]
  /// Σ effort.
  package let objective: Double
  /// The lowest sum of efforts if people could be divided: no sharing of whole people is below it.
  package let relaxedObjective: Double
  /// Warnings and notes.
  package let diagnostics: [Diagnostic]

  /// The least total that floors allow.
  package var smallestTotal: Int { shares.reduce(0) { $0 + $1.part.floor } }
  /// The largest total that ceilings allow.
  package var largestTotal: Int { shares.reduce(0) { $0 + $1.part.ceiling } }
  /// What all places have.
  package var current: Int { shares.reduce(0) { $0 + $1.part.current } }
  /// Of how many.
  package var base: Int { shares.reduce(0) { $0 + $1.part.base } }
  /// The newest year of a count.
  package var baseYear: Int { shares.map(\.part.year).max() ?? request.targetYear }
}

/// Shares a target among places: exact sum, within floors and ceilings, whole people, lowest sum of efforts.
///
/// ```
///     min Σ weightᵢ (targetᵢ − currentᵢ)²          or   min Σ weightᵢ ((targetᵢ − currentᵢ)/baseᵢ)²
///     Σ targetᵢ = total,   floorᵢ ≤ targetᵢ ≤ ceilingᵢ ≤ baseᵢ
/// ```
///
/// Among sharings of equal effort the one that gives a person to the place that stands first in the data is
/// taken. The base of a place is that of its newest count, not a forecast: a number of people is handed out.
///
/// - Parameters:
///   - dataset: the figures.
///   - request: what is asked.
/// - Returns: one share a place.
/// - Throws: `Faults` with everything that is wrong with figures and limits at once; when the total cannot be
///   reached, with the largest or smallest one; when no place has a count.
/// - Complexity: O(n log n); O(n³) a bound for up to 100 places.
package func shareTarget(
  _ dataset: Dataset, _ request: SharingRequest
) throws(Faults) -> TargetSharing {
  let (parts, findings) = SharingParts.parts(of: request, in: dataset.panel)
  if parts.isEmpty, findings.allSatisfy({ $0.code == .sharingCountMissing }) {
    throw Faults(
      Diagnostic(
        .sharingWithoutData, value: request.indicator.id,
        phrases: [
          "asOf": request.asOf.map {
            Phrase(vi: " tính đến ngày \($0.dayFirst)", en: " as of \($0.iso)")
          } ?? Phrase("")
        ]))
  }
  if findings.contains(where: { $0.severity == .error }) { throw Faults(findings) }
  let newest = parts.map(\.year).max() ?? request.targetYear
  if request.targetYear <= newest {
    throw Faults(
      Diagnostic(
        .targetYearPast, value: String(request.targetYear), ["baseYear": String(newest)]))
  }
  try requireReachable(request.total, parts)
  let relaxed: [Double]
  do throws(LinearAlgebraError) {
    relaxed = try RelaxedSharing.targets(parts, total: request.total, request.effort)
  } catch {
    throw Faults(Diagnostic(.forecastFailed, ["reason": "\(error)"]))
  }
  let targets = WholeSharing.targets(
    parts, total: request.total, request.effort, startingAt: relaxed)
  let shares = zip(parts, targets).map { part, target in
    TargetSharing.Share(
      part: part, target: target, effort: part.effort(of: target, request.effort),
      bound: target == part.floor ? .floor : target == part.ceiling ? .ceiling : nil)
  }
  return TargetSharing(
    request: request, datasetTitle: dataset.title,
    isIllustrative: dataset.isIllustrative, notice: dataset.notice, shares: shares,
    objective: shares.reduce(0) { $0 + $1.effort },
    relaxedObjective: RelaxedSharing.objective(parts, relaxed, request.effort),
    diagnostics: findings + yearsApart(parts, newest: newest) + sums(parts, of: request.whole))
}

private func requireReachable(_ total: Int, _ parts: [SharingPart]) throws(Faults) {
  let largest = parts.reduce(0) { $0 + $1.ceiling }
  let smallest = parts.reduce(0) { $0 + $1.floor }
  if total > largest {
    throw Faults(
      Diagnostic(.sharingTotalAbove, value: String(total), ["largest": String(largest)]))
  }
  if total < smallest {
    throw Faults(
      Diagnostic(.sharingTotalBelow, value: String(total), ["smallest": String(smallest)]))
  }
}

/// Returns a note where the newest counts are not all of one year.
private func yearsApart(_ parts: [SharingPart], newest: Int) -> [Diagnostic] {
  let older = parts.filter { $0.year < newest }
  guard !older.isEmpty else { return [] }
  return [
    Diagnostic(
      .sharingYearsApart, value: String(newest),
      [
        "count": String(older.count),
        "places": older.prefix(5).map { "\($0.place) (\($0.year))" }.joined(separator: ", "),
      ])
  ]
}

/// Returns a warning where all places of a file share and one of them is the sum of all others.
private func sums(_ parts: [SharingPart], of whole: Place?) -> [Diagnostic] {
  guard whole == nil, parts.count > 2 else { return [] }
  let count = parts.reduce(0) { $0 + $1.current }
  let base = parts.reduce(0) { $0 + $1.base }
  return parts.filter { 2 * $0.current == count && 2 * $0.base == base }.prefix(1).map {
    Diagnostic(.sharingSumAmongPlaces, value: $0.place)
  }
}

extension DiagnosticCode {
  package static let sharingWithoutData = DiagnosticCode(
    "share.no-data", obstacle: .insufficientData,
    message: Phrase(
      vi: "không nơi nào có số đạt và tổng số của “{value}”{asOf}",
      en: "no place has a count and base of “{value}”{asOf}"),
    remedy: Phrase(
      vi: "Nhập số đạt và tổng số của từng nơi, ít nhất một năm.",
      en: "Enter count and base of each place, of one year at least."))

  package static let sharingTotalAbove = DiagnosticCode(
    "share.total-above",
    message: Phrase(
      vi: "không thể đạt tổng {value}: trần của các nơi cộng lại là {largest}",
      en: "a total of {value} cannot be reached: the ceilings of all places sum to {largest}"),
    remedy: Phrase(
      vi: "Giao nhiều nhất {largest}, hoặc nâng trần của một số nơi.",
      en: "Share {largest} at most, or raise the ceilings of some places."))

  package static let sharingTotalBelow = DiagnosticCode(
    "share.total-below",
    message: Phrase(
      vi: "không thể giao tổng {value}: sàn của các nơi cộng lại đã là {smallest}",
      en: "a total of {value} cannot be shared: the floors of all places sum to {smallest}"),
    remedy: Phrase(
      vi:
        "Giao ít nhất {smallest}, hoặc ghi sàn thấp hơn trong tệp --limits (để trống thì sàn là số hiện có).",
      en:
        "Share {smallest} at least, or write lower floors in the file of --limits (the current count where empty)."
    ))

  package static let sharingSumAmongPlaces = DiagnosticCode(
    "share.sum-among-places", .warning,
    message: Phrase(
      vi:
        "số đạt và tổng số của {value} đúng bằng tổng của mọi nơi khác, mà {value} cũng được chia chỉ tiêu",
      en:
        "count and base of {value} are the sums of all other places, and {value} shares the target, too"
    ),
    remedy: Phrase(
      vi: "Nếu {value} là dòng cộng, chia lại với --place “{value}”.",
      en: "If {value} is their sum, share again with --place “{value}”."))

  package static let sharingYearsApart = DiagnosticCode(
    "share.years-apart", .warning,
    message: Phrase(
      vi: "{count} nơi chưa có số liệu năm {value}, dùng số mới nhất của nơi đó: {places}",
      en: "{count} places have no figure of {value}; their newest ones are used: {places}"),
    remedy: Phrase(
      vi: "Bổ sung số liệu năm {value} rồi chia lại.",
      en: "Add their figures of {value} and share again."))
}
