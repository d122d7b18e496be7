import Indicators
import Regulations
import Wording

/// Explains a fact or grade in a year: its records, the one that holds, and the test.
struct RecordExplanation {
  let context: ExplanationContext
  let result: RequirementResult
  let evidence: RequirementEvidence

  private var year: Int { context.year }

  /// The record that decides the year; plans count in coming years only.
  private var deciding: FactRecord? {
    evidence.records.last { $0.year <= year && !(context.isPast && $0.isPlanned) }
  }

  private var met: Bool? {
    context.isPast ? evidence.wasMet(in: year) : evidence.willBeMet(in: year)
  }

  var explanation: Explanation {
    Explanation(
      analysis: context.analysis, subject: result.kind == .grade ? .grade : .fact, id: result.id,
      title: result.title, year: year, isPast: context.isPast, figures: [], lineages: [],
      breaks: [], records: records,
      sections: [
        RuleExplanation(evidence, context: context).section,
        Explanation.Section(vi: "Kết quả", en: "The result", [holding, test]),
      ] + rates, result: result, probability: result.probability(in: year), met: met)
  }

  private var records: [ExplainedRecord] {
    let all = context.dataset.facts(
      place: context.request.place.name, indicator: result.indicator)
    let kept = evidence.records
    return all.map { record in
      let use: ExplainedRecord.Use =
        if !record.isVisible(on: context.request.asOf) {
          .unpublished
        } else if record == deciding {
          .used
        } else if !kept.contains(record) {
          .supersededPlan
        } else if record.year > year {
          .later
        } else if context.isPast, record.isPlanned {
          .plan
        } else {
          record.year == deciding?.year ? .superseded : .earlier
        }
      return ExplainedRecord(record: record, use: use)
    }
  }

  /// The rates that decide a grade in a coming year in place of its record; none where the record counts.
  private var rates: [Explanation.Section] {
    let analysis = context.analysis
    let marginals = LevelOutlook.distinct(
      (analysis.outlook.first { $0.year == year }?.marginals ?? []).filter {
        $0.requirement == result.id
      })
    guard !context.isPast, let chance = result.probability(in: year), !marginals.isEmpty else {
      return []
    }
    let inputs = marginals.enumerated().map {
      ExplanationStep.Input("p\($0 + 1)", $1.probability, .step("grade.rates"))
    }
    return [
      Explanation.Section(
        vi: "Các tỷ lệ quyết định mức độ", en: "The rates that decide the grade",
        DependenceExplanation(analysis: analysis).steps + [
          ExplanationStep(
            "grade.rates",
            vi:
              "Xác suất p của từng tỷ lệ năm \(year) (cách tính: forecast explain <mã> \(year)); có đủ các tỷ lệ nên ghi nhận không quyết định năm này",
            en:
              "The chance p of each rate in \(year) (see: forecast explain <id> \(year)); all rates are known, so that the record does not decide this year",
            table: ExplanationTable(
              columns: [
                .init("id", vi: "Mã", en: "Id"), .init("title", vi: "Tỷ lệ", en: "Rate"),
                .init("T", vi: "Ngưỡng", en: "Threshold"), .init("p"),
              ],
              rows: marginals.map { marginal in
                [
                  .text(Phrase(marginal.indicator)),
                  .text(analysis.row(of: marginal)?.shortTitle ?? Phrase(marginal.indicator)),
                  .number(marginal.threshold), .number(marginal.probability),
                ]
              })),
          ExplanationStep(
            "grade.probability",
            vi: "Xác suất mọi tỷ lệ cùng đạt, với tương quan ρ (tích phân, cần máy)",
            en: "The chance that all rates are met with correlation ρ (an integral)",
            formula: "∫ φ(x)·Π Φ((Φ⁻¹(p_i) + √ρ·x)/√(1 − ρ)) dx", expansion: "",
            inputs + [.init("ρ", analysis.correlation, .step("level.correlation"))],
            value: .number(chance)),
        ])
    ]
  }

  private var holding: ExplanationStep {
    guard let record = deciding else {
      return ExplanationStep(
        "record.state", vi: "Không có ghi nhận nào có hiệu lực cho năm \(year)",
        en: "No record holds in \(year)")
    }
    let value: ExplainedValue =
      switch record.value {
      case .met: .text(Phrase(vi: "đạt", en: "met"))
      case .notMet: .text(Phrase(vi: "không đạt", en: "not met"))
      case .grade(let grade): .whole(grade)
      }
    let carried = Phrase(
      vi: "Giữ nguyên từ năm \(record.year): mục này không dự báo, chỉ đổi khi có ghi nhận mới.",
      en: "Carried over from \(record.year): it is never fitted and changes by new records only.")
    let plan = Phrase(
      vi: "Đây là kế hoạch, chưa phải kết quả.", en: "This is a plan and no result yet.")
    return ExplanationStep(
      "record.state",
      vi:
        "Ghi nhận có hiệu lực: bản mới nhất của năm gần nhất không sau \(year) (\(record.evidence.title.vi))",
      en:
        "The record that holds: the newest of the last year up to \(year) (\(record.evidence.title.en))",
      value: value, remark: record.isPlanned ? plan : record.year < year ? carried : nil)
  }

  private var test: ExplanationStep {
    guard let record = deciding, case .grade(let reached) = record.value,
      case .grade(let asked) = evidence.requirement.kind
    else {
      return ExplanationStep(
        "record.met", vi: "Có đạt không", en: "Whether it is met",
        value: met.map { .truth($0) } ?? .unknown)
    }
    return ExplanationStep(
      "record.met", vi: "Đạt khi mức độ được ghi nhận không thấp hơn mức độ yêu cầu",
      en: "Met when the grade on record is at least the one asked for", formula: "{r} ≥ {a}",
      [.init("r", reached, .input(record.position)), .init("a", asked, .step("rule.threshold"))],
      value: .truth(reached >= asked))
  }
}
