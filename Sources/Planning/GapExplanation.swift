import Forecasting
import Indicators
import Regulations
import Wording

/// Explains the gap in a coming year: base, people, points, pace needed and so far, and what the base did.
struct GapExplanation {
  let result: RequirementResult
  let evidence: RequirementEvidence?
  let context: ExplanationContext

  private var year: Int { context.year }

  var steps: [ExplanationStep] {
    [base, required, people, points, paceNeeded, paceSoFar].compactMap(\.self) + split
  }

  private var projection: BaseForecast.Projection? {
    guard let series = result.series else { return nil }
    let companions = evidence.map { context.companions(of: $0) } ?? []
    return BaseForecast.projection(
      in: year, of: series,
      sharedWith: evidence.map {
        GapAnalysis.sharingBase(of: $0.requirement, among: companions)
      } ?? [])
  }

  private var base: ExplanationStep? {
    guard let projection else { return nil }
    func cell(_ year: Int) -> ExplanationStep.Source {
      let figure = context.series(of: projection.indicator)?.observation(in: year)
      return figure.map { .input($0.position) } ?? .request
    }
    let isProjected =
      projection.last.year > projection.first.year && year > projection.last.year
    let others = Phrase(
      vi:
        "Tổng số lấy từ chuỗi “\(projection.indicator)”, dài nhất trong các chỉ tiêu cùng tổng số.",
      en: "The bases are those of “\(projection.indicator)”, the longest series of the same people."
    )
    return ExplanationStep(
      "gap.base",
      vi: "Tổng số dự báo B của năm \(year): đi tiếp thay đổi trung bình mỗi năm, làm tròn",
      en: "The base B forecast for \(year): its mean yearly change goes on, rounded",
      formula: isProjected
        ? "max(1; round({B_n} + ({Y} − {t_n})·({B_n} − {B_1})/({t_n} − {t_1})))" : "{B_n}",
      [
        .init("B_n", projection.last.base, cell(projection.last.year)),
        .init("B_1", projection.first.base, cell(projection.first.year)),
        .init("t_n", projection.last.year, cell(projection.last.year)),
        .init("t_1", projection.first.year, cell(projection.first.year)),
        .init("Y", year, .request),
      ],
      value: .whole(projection.base), unit: .units,
      remark: projection.indicator == result.series?.indicator.id ? nil : others)
  }

  private var required: ExplanationStep? {
    guard let threshold = result.threshold, let projection else { return nil }
    return ExplanationStep(
      "gap.required", vi: "Số người (hộ …) phải đạt: làm tròn lên",
      en: "How many have to have it: rounded up", formula: "⌈{T}·{B}/100⌉",
      [
        .init("T", threshold.value, .step("rule.threshold")),
        .init("B", projection.base, .step("gap.base")),
      ],
      value: .whole(ThresholdTest.required(threshold: threshold, base: projection.base)),
      unit: .units)
  }

  private var people: ExplanationStep? {
    guard let threshold = result.threshold, let projection, let latest = result.latest,
      let count = latest.count, let gap = result.gapPeople
    else { return nil }
    return ExplanationStep(
      "gap.people", vi: "Còn thiếu (số âm là phần dư)", en: "Missing (negative is a reserve)",
      formula: "{R} − {C}",
      [
        .init(
          "R", ThresholdTest.required(threshold: threshold, base: projection.base),
          .step("gap.required")),
        .init("C", count, .input(latest.position)),
      ], value: .whole(gap), unit: .units)
  }

  private var points: ExplanationStep? {
    guard let threshold = result.threshold, let latest = result.latest, let gap = result.gapPoints
    else { return nil }
    return ExplanationStep(
      "gap.points", vi: "Còn thiếu, tính bằng điểm phần trăm so với số mới nhất",
      en: "Missing, in points against the newest figure", formula: "{T} − {p_n}",
      [
        .init("T", threshold.value, .step("rule.threshold")),
        .init("p_n", latest.percent, .input(latest.position)),
      ], value: .number(gap), unit: .points)
  }

  private var paceNeeded: ExplanationStep? {
    guard let needed = result.paceNeeded, let gap = result.gapPoints, let latest = result.latest
    else { return nil }
    return ExplanationStep(
      "gap.paceNeeded", vi: "Mỗi năm phải tăng bao nhiêu để đạt ngưỡng năm \(year)",
      en: "The pace needed to reach the threshold in \(year)", formula: "{G}/({Y} − {t_n})",
      [
        .init("G", gap, .step("gap.points")), .init("Y", year, .request),
        .init("t_n", latest.year, .input(latest.position)),
      ], value: .number(needed), unit: .pointsPerYear)
  }

  private var paceSoFar: ExplanationStep? {
    guard let pace = result.paceSoFar, let window = result.series?.comparableObservations,
      let first = window.first, let last = window.last
    else { return nil }
    return ExplanationStep(
      "gap.paceSoFar", vi: "Đã tăng mỗi năm, từ số đầu (sau gián đoạn cuối) đến số mới nhất",
      en: "The pace so far, from the first figure (after the last break) to the newest",
      formula: "({p_n} − {p_1})/({t_n} − {t_1})",
      [
        .init("p_n", last.percent, .input(last.position)),
        .init("p_1", first.percent, .input(first.position)),
        .init("t_n", last.year, .input(last.position)),
        .init("t_1", first.year, .input(first.position)),
      ], value: .number(pace), unit: .pointsPerYear)
  }

  /// What more people did and what the base did by itself.
  private var split: [ExplanationStep] {
    guard let split = result.changeSplit, let series = result.series,
      let first = series.observation(in: split.from), let last = series.observation(in: split.to),
      let c = first.count, let b = first.base, let newC = last.count, let newB = last.base
    else { return [] }
    let inputs: [ExplanationStep.Input] = [
      .init("C", newC, .input(last.position)), .init("B", newB, .input(last.position)),
      .init("c", c, .input(first.position)), .init("b", b, .input(first.position)),
    ]
    return [
      ExplanationStep(
        "gap.byCount", vi: "Phần thay đổi \(split.from)–\(split.to) do số người đạt thay đổi",
        en: "Of the change \(split.from)–\(split.to), what the count did",
        formula: "100·({C} − {c})·(1/{b} + 1/{B})/2", inputs, value: .number(split.byCount),
        unit: .points),
      ExplanationStep(
        "gap.byBase", vi: "Phần thay đổi do chính tổng số thay đổi",
        en: "Of the change, what the base did by itself",
        formula: "100·(1/{B} − 1/{b})·({c} + {C})/2", inputs, value: .number(split.byBase),
        unit: .points),
    ]
  }
}
