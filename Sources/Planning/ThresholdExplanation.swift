import Indicators
import Regulations
import Wording

/// Explains whether a past figure reached a threshold, in whole numbers.
struct ThresholdExplanation {
  let result: RequirementResult
  let evidence: RequirementEvidence?
  let year: Int

  private var observation: Observation? { result.series?.observation(in: year) }

  var section: Explanation.Section {
    guard let observation else {
      return Explanation.Section(
        vi: "Kết quả", en: "The result",
        [
          ExplanationStep(
            "test.figure", vi: "Năm \(year) không có số liệu (tính đến ngày xem)",
            en: "There is no figure of \(year) (as seen on the day)")
        ])
    }
    let percent = percent(observation)
    guard let threshold = evidence?.threshold else {
      return Explanation.Section(vi: "Kết quả", en: "The result", [percent])
    }
    return Explanation.Section(
      vi: "Kết quả", en: "The result",
      [percent] + test(observation, threshold: threshold) + [verdict])
  }

  private func percent(_ observation: Observation) -> ExplanationStep {
    guard let count = observation.count, let base = observation.base else {
      return ExplanationStep(
        "test.percent", vi: "Tỷ lệ như đã công bố", en: "The share as printed",
        value: .number(observation.percent), unit: .percent)
    }
    return ExplanationStep(
      "test.percent", vi: "Tỷ lệ của năm \(year)", en: "The share in \(year)",
      formula: "100·{C}/{B}",
      [
        .init("C", count, .input(observation.position)),
        .init("B", base, .input(observation.position)),
      ], value: .number(observation.percent), unit: .percent)
  }

  /// The two sides that are compared; none of them is rounded.
  private func test(_ observation: Observation, threshold: ExactDecimal) -> [ExplanationStep] {
    guard let count = observation.count, let base = observation.base else {
      return printedTest(observation, threshold: threshold)
    }
    let unit = ExactDecimal.powerOfTen(threshold.scale)
    let power = ExplanationStep.Input("k", threshold.scale, .step("rule.threshold"))
    return [
      ExplanationStep(
        "test.left", vi: "Vế trái: 100 × số đạt (nhân 10 lũy thừa k nếu ngưỡng có k số lẻ)",
        en: "Left: 100 × count (times ten to the decimals k of the threshold)",
        formula: "100·10^{k}·{C}", [power, .init("C", count, .input(observation.position))],
        value: .whole(100 * unit * count)),
      ExplanationStep(
        "test.right", vi: "Vế phải: ngưỡng × tổng số", en: "Right: threshold × base",
        formula: "{U}·{B}",
        [
          .init("U", threshold.unscaled, .step("rule.threshold")),
          .init("B", base, .input(observation.position)),
        ], value: .whole(threshold.unscaled * base)),
    ]
  }

  /// A published percent is tested as printed, and nothing is known within half of its last digit.
  private func printedTest(
    _ observation: Observation, threshold: ExactDecimal
  ) -> [ExplanationStep] {
    guard let percent = observation.printedPercent else { return [] }
    return [
      ExplanationStep(
        "test.difference", vi: "Hơn ngưỡng bao nhiêu", en: "How far it lies above the threshold",
        formula: "{p} − {T}",
        [
          .init("p", percent.value, .input(observation.position)),
          .init("T", threshold.value, .step("rule.threshold")),
        ], value: .number(percent.value - threshold.value), unit: .points),
      ExplanationStep(
        "test.rounding",
        vi: "Nửa đơn vị của chữ số cuối đã in: gần ngưỡng hơn mức này thì chưa kết luận được",
        en: "Half of the last printed digit: nearer to the threshold nothing is decided",
        formula: "10^(−{d})/2", [.init("d", percent.scale, .input(observation.position))],
        value: .number(0.5 / Double(ExactDecimal.powerOfTen(percent.scale))), unit: .points),
    ]
  }

  private var verdict: ExplanationStep {
    let met = evidence?.wasMet(in: year)
    var sides: [ExplanationStep.Input] = []
    if let observation, let count = observation.count, let base = observation.base,
      let threshold = evidence?.threshold, met != nil
    {
      let unit = ExactDecimal.powerOfTen(threshold.scale)
      sides = [
        .init("L", 100 * unit * count, .step("test.left")),
        .init("R", threshold.unscaled * base, .step("test.right")),
      ]
    }
    let redefined = result.series?.breaks.last { $0.kind == .definition && $0.year > year }
    return ExplanationStep(
      "test.met", vi: "Đạt khi vế trái không nhỏ hơn vế phải (hoặc hơn ngưỡng quá nửa chữ số cuối)",
      en: "Met when left is at least right (or the share lies above by more than half a digit)",
      formula: sides.isEmpty ? nil : "{L} ≥ {R}", sides,
      value: met.map { .truth($0) } ?? .unknown,
      remark: redefined.map {
        Phrase(
          vi:
            "Từ năm \($0.year) đổi định nghĩa, nên năm \(year) không so được với ngưỡng hiện nay.",
          en:
            "The definition changed in \($0.year), so that \(year) cannot be held against today's threshold."
        )
      })
  }
}
