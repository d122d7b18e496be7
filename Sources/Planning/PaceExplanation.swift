import Forecasting
import Indicators
import Wording

/// Explains a forecast of the pace model: figures on the angular scale, what is known beforehand, the steps, the
/// robust weights, the eight shapes, their mixture, and the width.
///
/// Symbols are those of docs/methods.md.
struct PaceExplanation {
  let trace: PaceTrace
  let year: Int
  let distribution: ShareDistribution

  var sections: [Explanation.Section] {
    [
      Explanation.Section(
        vi: "Dự báo: thang góc và điều biết trước", en: "The forecast: scale and prior",
        [angles, curve] + prior.steps),
      Explanation.Section(
        vi: "Dự báo: thay đổi đã qua", en: "The forecast: changes so far",
        [expectations, changes].compactMap(\.self) + [stepCount, noise]),
      Explanation.Section(
        vi: "Dự báo: trọng số của từng bước", en: "The forecast: weights of the steps",
        PaceWeightsExplanation(trace: trace).steps),
      Explanation.Section(
        vi: "Dự báo: tám dạng và trung bình của chúng",
        en: "The forecast: shapes and their mixture",
        [path, pathSum] + PaceShapesExplanation(trace: trace, ahead: ahead).steps),
      Explanation.Section(
        vi: "Dự báo: độ rộng theo sai số đã đo", en: "The forecast: width by measured errors", width
      ),
    ]
  }

  private var ahead: Int { year - lastYear }
  private var lastYear: Int { trace.input.years[trace.input.years.count - 1] }
  private var prior: PacePriorExplanation { PacePriorExplanation(prior: trace.prior) }

  // MARK: Figures and curve

  private var angles: ExplanationStep {
    ExplanationStep(
      "pace.angles",
      vi: "Đổi từng tỷ lệ p sang thang góc z, thang mà ở mọi mức tỷ lệ dao động như nhau",
      en: "Each share p on the angular scale z, on which shares vary alike at every level",
      table: ExplanationTable(
        columns: [
          .init("year", vi: "Năm", en: "Year"), .init("p", vi: "p (%)", en: "p (%)"),
          .init("z", formula: "200/π·asin(√({p}/100))"),
        ],
        rows: zip(trace.input.years, zip(trace.input.percents, trace.angles)).map {
          [.whole($0), .number($1.0), .number($1.1)]
        }))
  }

  private var curve: ExplanationStep {
    let curve = trace.prior.estimates.curve
    let panel = trace.prior.panelCurve
    var columns: [ExplanationTable.Column] = [
      .init("u", vi: "Mức u", en: "Level u"), .init("c", vi: "Nhịp c(u)", en: "Pace c(u)"),
    ]
    if !panel.isEmpty { columns.append(.init("f", vi: "Nơi khác f(u)", en: "Others f(u)")) }
    return ExplanationStep(
      "pace.curve",
      vi:
        "Nhịp thường gặp ở từng mức (điểm góc mỗi năm) do thư viện nhịp cho; giữa hai nút thì nội suy thẳng",
      en:
        "The pace usual at each level (angular points a year) by the pace library, linear between its knots",
      table: ExplanationTable(
        columns: columns,
        rows: curve.knots.indices.map { knot in
          [.number(curve.knots[knot]), .number(curve.paces[knot])]
            + (panel.isEmpty ? [] : [.number(panel[knot])])
        }),
      remark: panel.isEmpty
        ? nil
        : Phrase(
          vi: "Cột cuối là phần mà các nơi khác của bộ số liệu nhanh hơn hay chậm hơn ở từng mức.",
          en: "The last column is what other places of the data add at each level."))
  }

  // MARK: What the curves expect

  /// What the curves expect of each year between figures; nil with a single figure.
  private var expectations: ExplanationStep? {
    let rows = trace.steps.flatMap { step in
      step.readings.enumerated().map { index, reading in
        (trace.input.years[step.figure] + index, reading)
      }
    }
    guard !rows.isEmpty else { return nil }
    return ExplanationStep(
      "pace.expectations",
      vi: "Nhịp chờ đợi G của từng năm đã qua, đọc ở mức z đầu năm trên đường cong nhịp",
      en: "The pace G expected of each past year, read off the curve at the level z it starts from",
      prior.directions, table: PaceReadings(prior: trace.prior).table(rows), remark: interpolation)
  }

  private var interpolation: Phrase {
    Phrase(
      vi: "u₁, u₂: hai nút của đường cong ở hai bên; c₁, c₂: nhịp ở hai nút đó.",
      en: "u₁, u₂: the knots of the curve on both sides; c₁, c₂: the paces there.")
  }

  /// The steps between figures, less what was expected; nil with a single figure.
  private var changes: ExplanationStep? {
    guard !trace.steps.isEmpty else { return nil }
    return ExplanationStep(
      "pace.changes",
      vi:
        "Từng bước giữa hai số liền nhau: phần thay đổi ngoài nhịp chờ đợi (D), rồi trừ nhịp riêng m (E)",
      en: "Each step between neighbouring figures: what the curve did not expect (D), less m (E)",
      [.init("m", trace.prior.paceMean, .step("pace.m"))],
      table: ExplanationTable(
        columns: [
          .init("from", vi: "Từ", en: "From"), .init("to", vi: "Đến", en: "To"), .init("k"),
          .init("z₁"), .init("z₂"), .init("ΣG"), .init("D", formula: "{z₂} − {z₁} − {ΣG}"),
          .init("E", formula: "{D} − {m}·{k}"),
        ],
        rows: trace.steps.map { step in
          let years = trace.input.years
          return [
            .whole(years[step.figure]), .whole(years[step.figure + 1]),
            .whole(Int(step.length)), .number(trace.angles[step.figure]),
            .number(trace.angles[step.figure + 1]),
            .number(step.readings.reduce(0) { $0 + $1.change }), .number(step.unexplained),
            .number(step.residual),
          ]
        }),
      remark: trace.input.brokenSteps.isEmpty
        ? nil
        : Phrase(
          vi: "Bước qua chỗ gián đoạn đã khai báo không nói gì về nhịp nên không dùng.",
          en: "A step across a declared break says nothing of pace and is left out."))
  }

  private var stepCount: ExplanationStep {
    ExplanationStep(
      "pace.steps", vi: "p: số bước được dùng", en: "p: how many steps are used",
      value: .whole(trace.steps.count))
  }

  /// The noise of single figures.
  private var noise: ExplanationStep {
    let input = trace.input
    let last = input.years.count - 1
    let changes =
      "((200/π·asin(√(min(100; {p} + {r})/100)) − 200/π·asin(√(max(0; {p} − {r})/100)))/2)^2"
    return ExplanationStep(
      "pace.noise",
      vi:
        "Nhiễu o của từng số: may rủi khi tổng số B nhỏ, và sai số r (điểm %) của số sơ bộ hoặc số ghép từ đơn vị cũ",
      en:
        "The noise o of each figure: chance in a small base B, and the error r (points) of a preliminary or rebuilt one",
      [.init("τ", trace.prior.library.settings.unitTurnover, .library)],
      table: ExplanationTable(
        columns: [
          .init("year", vi: "Năm", en: "Year"), .init("p", vi: "p (%)", en: "p (%)"), .init("B"),
          .init("r"),
          .init("o", formula: "{τ}·(100/π)^2/{B} + " + changes),
        ],
        rows: input.years.indices.map { figure in
          // A last figure that is both preliminary and rebuilt adds both errors; its row is given, not found.
          let errors = [
            input.rebuildingSDs[figure], figure == last ? input.revisionSD : 0,
          ].filter { $0 > 0 }
          return [
            .whole(input.years[figure]), .number(input.percents[figure]),
            .optional(input.bases[figure]),
            errors.count > 1 ? .unknown : .number(errors.first ?? 0),
            .number(trace.noise[figure]),
          ]
        }))
  }

  // MARK: The years to come

  private var path: ExplanationStep {
    let rows = trace.path.prefix(ahead).enumerated().map { (lastYear + $0 + 1, $1) }
    return ExplanationStep(
      "pace.path",
      vi:
        "Nhịp chờ đợi G của từng năm tới; mức đầu năm sau là max(0; min(100; z + G + m))",
      en:
        "The pace G expected of each coming year; the next one starts from max(0; min(100; z + G + m))",
      prior.directions, table: PaceReadings(prior: trace.prior).table(rows), remark: interpolation)
  }

  private var pathSum: ExplanationStep {
    let readings = trace.path.prefix(ahead)
    let symbols = readings.indices.map { "{G\($0 + 1)}" }
    return ExplanationStep(
      "pace.pathSum", vi: "Cộng nhịp chờ đợi đến năm \(year)",
      en: "The expected paces up to \(year) added up", formula: "ΣG",
      expansion: symbols.joined(separator: " + "),
      readings.enumerated().map { .init("G\($0 + 1)", $1.change, .step("pace.path")) },
      value: .number(readings.reduce(0) { $0 + $1.change }), unit: .angularPoints)
  }

  // MARK: Width

  private var width: [ExplanationStep] {
    guard let widths = trace.fit?.widths, let fit = trace.fit else { return [] }
    let tails = widths.degreesOfFreedom(horizon: ahead)
    let record = widths.recordFactor(horizon: ahead)
    let ratio = widths.factor(horizon: ahead) / (widths.libraryWidth * record)
    let targets = widths.targets
    return [
      ExplanationStep(
        "forecast.degreesOfFreedom", vi: "ν: số bậc tự do của phân phối t",
        en: "ν: degrees of freedom of the t distribution", value: .number(tails),
        remark: targets == 0
          ? Phrase(
            vi: "Không có nơi khác để đo sai số quá khứ: dùng ν của thư viện nhịp.",
            en: "No other places whose past errors could be measured: ν of the pace library.")
          : Phrase(
            vi: "Trung bình hậu nghiệm từ \(targets) sai số dự báo quá khứ của nơi khác.",
            en: "A posterior mean from \(targets) past errors of other places.")),
      ExplanationStep(
        "pace.kappa", vi: "κ: sai số thật so với độ rộng mô hình nêu, đo trên thư viện nhịp",
        en: "κ: past errors over the stated scale, measured on the pace library",
        value: .number(widths.libraryWidth)),
      ExplanationStep(
        "pace.g", vi: "g: hiệu chỉnh theo sai số quá khứ của các nơi khác (1 nếu không có)",
        en: "g: corrected by the past errors of other places (1 without any)",
        value: .number(record)),
      ExplanationStep(
        "pace.tailRatio", vi: "c: giữ khoảng 80% như cũ khi đổi số bậc tự do",
        en: "c: keeps the 80% interval where it is while ν bends the tails",
        formula: "T⁻¹(0.9; 2)/T⁻¹(0.9; {ν})",
        [.init("ν", tails, .step("forecast.degreesOfFreedom"))], value: .number(ratio)),
      ExplanationStep(
        "forecast.scale", vi: "σ: độ rộng của dự báo", en: "σ: the scale of the forecast",
        formula: "{κ}·{g}·{c}·{S_h}",
        [
          .init("κ", widths.libraryWidth, .step("pace.kappa")), .init("g", record, .step("pace.g")),
          .init("c", ratio, .step("pace.tailRatio")),
          .init("S_h", fit.scales[ahead - 1], .step("pace.spread")),
        ], value: .number(distribution.scale), unit: .angularPoints),
    ]
  }
}
