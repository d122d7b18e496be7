import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The words in which the state of a requirement is told.
enum RequirementWords {
  /// Returns what kind of requirement it is.
  static func kind(of result: RequirementResult) -> Phrase {
    switch result.kind {
    case .share where result.criterion == nil: Phrase(vi: "hỗ trợ", en: "supporting")
    case .share: Phrase(vi: "tỷ lệ", en: "share")
    case .grade: Phrase(vi: "mức độ", en: "grade")
    case .fact: Phrase(vi: "đạt/không đạt", en: "pass/fail")
    }
  }

  /// Returns whether it is met.
  static func result(of result: RequirementResult) -> Phrase {
    if result.threshold == nil && result.kind == .share {
      return Phrase(vi: "không phải điều kiện", en: "no condition")
    }
    if !result.isComparable {
      return Phrase(vi: "không so được", en: "not comparable")
    }
    let hasData = result.latest != nil || result.metBasis != nil
    switch result.met {
    case true?:
      guard let record = result.state?.record, record.evidence != .full else {
        return Phrase(vi: "đạt", en: "met")
      }
      return Phrase(
        vi: "đạt (\(record.evidence.title.vi))", en: "met (\(record.evidence.title.en))")
    case false?: return Phrase(vi: "CHƯA ĐẠT", en: "NOT MET")
    case nil:
      if !hasData { return Phrase(vi: "không có số liệu", en: "no data") }
      return result.kind == .share
        ? Phrase(vi: "chưa rõ (làm tròn)", en: "undecided (rounding)")
        : Phrase(vi: "chưa rõ mức độ", en: "grade not known")
    }
  }

  /// Returns the newest state in a few words: "53,7% (11.547/21.503), 2025 sơ bộ".
  static func current(_ result: RequirementResult) -> Phrase {
    if let latest = result.latest {
      func words(_ language: Language) -> String {
        let style = NumberStyle(language)
        let decimals = latest.printedPercent?.scale ?? 1
        var text = style.percent(latest.percent, decimals: decimals)
        if let count = latest.count, let base = latest.base {
          text += " (\(style.whole(count))/\(style.whole(base)))"
        }
        return text + yearWords(latest.year, latest.status, language)
      }
      return Phrase(vi: words(.vi), en: words(.en))
    }
    guard let record = result.state?.record, !record.isPlanned else {
      return Phrase(NumberStyle.missing)
    }
    switch record.value {
    case .met: return Phrase(vi: "đạt, \(record.year)", en: "met, \(record.year)")
    case .notMet: return Phrase(vi: "không đạt, \(record.year)", en: "not met, \(record.year)")
    case .grade(let grade):
      return Phrase(vi: "mức độ \(grade), \(record.year)", en: "grade \(grade), \(record.year)")
    }
  }

  private static func yearWords(
    _ year: Int, _ status: ObservationStatus, _ language: Language
  ) -> String {
    status == .final ? ", \(year)" : ", \(year) \(status.title(language))"
  }

  /// Returns the threshold: "≥ 60%", "mức độ 3".
  static func threshold(of result: RequirementResult) -> Phrase {
    guard let threshold = result.threshold else {
      return result.kind == .fact ? Phrase(vi: "đạt", en: "met") : Phrase(NumberStyle.missing)
    }
    if result.kind == .grade {
      return Phrase(vi: "mức độ \(threshold.unscaled)", en: "grade \(threshold.unscaled)")
    }
    func words(_ language: Language) -> String {
      "≥ " + NumberStyle(language).percent(threshold.value, decimals: threshold.scale)
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  /// Returns how far the probability of a row may be printed.
  static func cap(on result: RequirementResult) -> ProbabilityCap {
    guard result.kind == .share else {
      return result.gradeOutlook.isEmpty ? .none : cap(onAllOf: result.rates)
    }
    let length =
      result.forecast.figureCount < Forecast.uncappedCount
      ? ProbabilityCap.shortSeries : ProbabilityCap.none
    return result.isUnprovenRise ? length.joined(.unprovenRise) : length
  }

  /// Returns how far the probability of a level may be printed that all rows make up.
  static func cap(onAllOf results: [RequirementResult]) -> ProbabilityCap {
    results.flatMap { [$0] + $0.rates }
      .filter { $0.kind == .share && !$0.forecast.years.isEmpty }
      .reduce(.none) { $0.joined(cap(on: $1)) }
  }

  /// What every row of made-up figures says.
  static let illustrative = Phrase(vi: "số liệu minh họa", en: "illustrative figures")

  /// Returns what has to be known of a row: another definition, weak basis, unverified pace.
  ///
  /// - Parameters:
  ///   - result: the row.
  ///   - analysis: the answer that it is a part of.
  ///   - saysIllustrative: whether to say that figures are made up.
  /// - Returns: the remarks, with semicolons between; empty for none.
  static func remark(
    on result: RequirementResult, analysis: Analysis, saysIllustrative: Bool = true
  ) -> Phrase {
    var remarks: [Phrase] = []
    if saysIllustrative, analysis.isIllustrative {
      remarks.append(illustrative)
    }
    if let definition = result.foreignDefinition {
      remarks.append(
        result.isComparable
          ? Phrase(
            vi: "định nghĩa khác, được chấp nhận (\(definition))",
            en: "other definition, accepted (\(definition))")
          : Phrase(
            vi: "định nghĩa khác, không so được (\(definition))",
            en: "other definition, not comparable (\(definition))"))
    }
    if let label = result.forecast.basis.label, result.kind == .share { remarks.append(label) }
    if !result.forecast.years.isEmpty, !result.forecast.isVerified {
      remarks.append(Phrase(vi: "chưa kiểm chứng", en: "unverified"))
    }
    if !result.gradeOutlook.isEmpty {
      remarks.append(Phrase(vi: "tính từ các tỷ lệ", en: "by the rates behind it"))
    } else if let plan = result.state?.plan {
      remarks.append(words(of: plan))
    }
    if analysis.level.isPlanning, result.criterion != nil, !isOfLaw(result, analysis),
      let notice = analysis.level.notice
    {
      remarks.append(notice)
    }
    return Phrase(
      vi: remarks.map(\.vi).joined(separator: "; "), en: remarks.map(\.en).joined(separator: "; "))
  }

  private static func words(of plan: FactRecord) -> Phrase {
    switch plan.value {
    case .grade(let grade):
      Phrase(
        vi: "dự kiến đạt mức độ \(grade) năm \(plan.year)",
        en: "planned to reach grade \(grade) in \(plan.year)")
    case .met:
      Phrase(vi: "dự kiến đạt năm \(plan.year)", en: "planned to be met in \(plan.year)")
    case .notMet:
      Phrase(
        vi: "dự kiến không đạt từ năm \(plan.year)",
        en: "planned not to be met from \(plan.year)")
    }
  }

  private static func isOfLaw(_ result: RequirementResult, _ analysis: Analysis) -> Bool {
    analysis.heldLevels.contains { held in
      !held.level.isPlanning
        && held.requirements.contains { row in
          row.id == result.id || row.rates.contains { $0.id == result.id }
        }
    }
  }

  /// Returns the words for a probability as it is printed, in whole percent (peers: ≥ 85, 60, 40, 15).
  static func likelihood(_ probability: Double) -> Phrase {
    switch (probability * 100).rounded(.toNearestOrEven) / 100 {
    case 0.85...: Phrase(vi: "rất có khả năng", en: "very likely")
    case 0.60...: Phrase(vi: "có khả năng", en: "likely")
    case 0.40...: Phrase(vi: "ngang ngửa", en: "even")
    case 0.15...: Phrase(vi: "khó", en: "unlikely")
    default: Phrase(vi: "rất khó", en: "very unlikely")
    }
  }
}
