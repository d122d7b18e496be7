import Diagnostics
import Indicators
import Regulations
import Statistics
import Wording

/// Explains the chance of a level in a coming year, or whether it was met in a past one.
struct LevelExplanation {
  let context: ExplanationContext

  private var year: Int { context.year }
  private var analysis: Analysis { context.analysis }
  private var outlook: OutlookYear? { analysis.outlook.first { $0.year == year } }

  var explanation: Explanation {
    Explanation(
      analysis: analysis, subject: .level, id: analysis.level.id, title: analysis.level.title,
      year: year, isPast: context.isPast, figures: [], lineages: [], breaks: [], records: [],
      sections: context.isPast ? past : coming, result: nil,
      probability: context.isPast ? nil : outlook?.probability,
      met: context.isPast ? analysis.history.first { $0.year == year }?.met : nil)
  }

  // MARK: Past

  private var past: [Explanation.Section] {
    let evidence = context.evidence
    let found = evidence.map { ($0, $0.wasMet(in: year)) }
    let table = ExplanationTable(
      columns: [
        .init("id", vi: "Mã", en: "Id"), .init("title", vi: "Chỉ tiêu", en: "Requirement"),
        .init("met", vi: "Đạt", en: "Met"),
      ],
      rows: found.map { item, met in
        [
          .text(Phrase(item.requirement.id)), .text(item.requirement.shortTitle),
          met.map { .truth($0) } ?? .unknown,
        ]
      })
    let verdict = analysis.history.first { $0.year == year }?.met
    return [
      Explanation.Section(
        vi: "Từng chỉ tiêu", en: "Requirements",
        [
          ExplanationStep(
            "level.requirements",
            vi:
              "Từng chỉ tiêu theo số liệu năm \(year); xem từng số: forecast explain <mã> \(year)",
            en:
              "Each requirement by the data of \(year); for its numbers: forecast explain <id> \(year)",
            table: table)
        ]),
      Explanation.Section(
        vi: "Kết quả", en: "The result",
        [
          ExplanationStep(
            "level.met",
            vi:
              "Mức đạt khi mọi chỉ tiêu đạt; một chỉ tiêu không đạt là mức không đạt, dù còn mục chưa biết",
            en: "Met when all requirements are; one that fails decides, whatever else is unknown",
            value: verdict.map { .truth($0) } ?? .unknown)
        ]),
    ]
  }

  // MARK: Coming years

  /// The chances that the joint chance is made of, each indicator once, with the row that tells of each.
  private var shares: [(id: String, title: Phrase, probability: Double)] {
    LevelOutlook.distinct(outlook?.marginals ?? []).compactMap { marginal in
      analysis.row(of: marginal).map { ($0.id, $0.shortTitle, marginal.probability) }
    }
  }

  private var marginals: [Double] { shares.map(\.probability) }

  private var coming: [Explanation.Section] {
    [
      Explanation.Section(
        vi: "Từng tỷ lệ", en: "The shares", shares.isEmpty ? [] : [shareTable]),
      Explanation.Section(vi: "Mục đạt/không đạt và mức độ", en: "Facts and grades", [factTable]),
      Explanation.Section(
        vi: "Tương quan giữa các tỷ lệ", en: "How the shares hang together",
        shares.isEmpty ? [] : DependenceExplanation(analysis: analysis).steps),
      Explanation.Section(vi: "Xác suất của mức", en: "The chance of the level", joint),
    ].filter { !$0.steps.isEmpty }
  }

  private var shareTable: ExplanationStep {
    ExplanationStep(
      "level.shares",
      vi:
        "Xác suất p của từng tỷ lệ năm \(year) (cách tính: forecast explain <mã> \(year)) và Φ⁻¹(p), vị trí của nó trên phân phối chuẩn",
      en:
        "The chance p of each share in \(year) (see: forecast explain <id> \(year)) and Φ⁻¹(p), its place on the normal distribution",
      table: ExplanationTable(
        columns: [
          .init("id", vi: "Mã", en: "Id"), .init("title", vi: "Chỉ tiêu", en: "Requirement"),
          .init("p"), .init("q", vi: "Φ⁻¹(p)", en: "Φ⁻¹(p)", formula: "Φ⁻¹({p})"),
        ],
        rows: shares.map { id, title, probability in
          let quantile = Normal.standard.quantile(probability)
          return [
            .text(Phrase(id)), .text(title), .number(probability),
            quantile.isFinite ? .number(quantile) : .unknown,
          ]
        }))
  }

  private var factTable: ExplanationStep {
    let items = context.evidence.filter { item in
      !(outlook?.marginals.contains { $0.requirement == item.requirement.id } ?? false)
        || outlook?.assumedFacts.contains(item.requirement.id) == true
    }
    return ExplanationStep(
      "level.facts",
      vi:
        "Các mục không có xác suất: giữ theo ghi nhận gần nhất hoặc kế hoạch (1 hoặc 0); chưa biết hoặc không so được thì xác suất chỉ đúng khi chúng đạt",
      en:
        "What has no chance of its own stays as recorded or planned (1 or 0); of what is unknown or not comparable the chance holds if it is met",
      table: ExplanationTable(
        columns: [
          .init("id", vi: "Mã", en: "Id"), .init("title", vi: "Chỉ tiêu", en: "Requirement"),
          .init("met", vi: "Đạt", en: "Met"), .init("year", vi: "Ghi nhận năm", en: "Record of"),
          .init("evidence", vi: "Minh chứng", en: "Evidence"),
          .init("position", vi: "Vị trí", en: "Position"),
        ],
        rows: items.map { item in
          let record = item.records.last { $0.year <= year }
          let plan = record.map { $0.isPlanned } ?? false
          return [
            .text(Phrase(item.requirement.id)), .text(item.requirement.shortTitle),
            item.threshold == nil
              ? item.willBeMet(in: year).map { .truth($0) } ?? .unknown : .unknown,
            record.map { .whole($0.year) } ?? .unknown,
            record.map {
              .text(plan ? Phrase(vi: "kế hoạch", en: "planned") : $0.evidence.title)
            } ?? .unknown,
            record.map { .text(Phrase($0.position.label)) } ?? .unknown,
          ]
        }))
  }

  // MARK: The chance

  private var joint: [ExplanationStep] {
    guard let outlook, let chance = outlook.probabilityIfFactsMet else {
      return [
        ExplanationStep(
          "level.probability",
          vi: "Không tính được xác suất: không còn tỷ lệ nào so được với quy định",
          en: "No chance: no share that is comparable with the rule is left")
      ]
    }
    let inputs = marginals.enumerated().map {
      ExplanationStep.Input("p\($0 + 1)", $1, .step("level.shares"))
    }
    let symbols = inputs.map { "{\($0.symbol)}" }
    var steps = [
      ExplanationStep(
        "level.joint",
        vi:
          "Xác suất mọi tỷ lệ cùng đạt, khi các tỷ lệ có chung một yếu tố với tương quan ρ (tích phân, cần máy)",
        en:
          "The chance that all shares are met where they have one factor in common with correlation ρ (an integral)",
        formula: "∫ φ(x)·Π Φ((Φ⁻¹(p_i) + √ρ·x)/√(1 − ρ)) dx", expansion: "",
        inputs + [.init("ρ", analysis.correlation, .step("level.correlation"))],
        value: .number(chance),
        remark: Phrase(
          vi: "φ, Φ: mật độ và hàm phân phối chuẩn; SciPy: scipy.integrate.quad.",
          en: "φ, Φ: the normal density and distribution function; SciPy: scipy.integrate.quad.")),
      ExplanationStep(
        "level.product", vi: "Để so sánh: tích các xác suất (nếu không liên quan gì nhau)",
        en: "For comparison: the product (were they independent)", formula: "Πp_i",
        expansion: symbols.joined(separator: " · "), inputs,
        value: .number(marginals.reduce(1, *))),
    ]
    steps += bounds(inputs)
    steps.append(
      ExplanationStep(
        "level.probability",
        vi: outlook.failingFacts.isEmpty
          ? "Xác suất đạt mức: mọi mục đạt/không đạt đều đạt nên bằng xác suất của các tỷ lệ"
          : "Xác suất đạt mức: có mục không đạt (\(outlook.failingFacts.joined(separator: ", "))) nên bằng 0",
        en: outlook.failingFacts.isEmpty
          ? "The chance of the level: no fact fails, so that it is the chance of the shares"
          : "The chance of the level: facts fail (\(outlook.failingFacts.joined(separator: ", "))), so that it is 0",
        formula: outlook.failingFacts.isEmpty ? "{P}" : "0·{P}",
        [.init("P", chance, .step("level.joint"))], value: .optional(outlook.probability),
        remark: condition(outlook)))
    steps.append(gains(joint: chance))
    return steps
  }

  private func condition(_ outlook: OutlookYear) -> Phrase? {
    guard !outlook.conditionalOn.isEmpty else { return nil }
    let ids = outlook.conditionalOn.joined(separator: ", ")
    return Phrase(
      vi: "Với điều kiện các mục chưa biết hoặc không so được này đạt: \(ids).",
      en: "Provided that these, of which nothing comparable is known, are met: \(ids).")
  }

  private func bounds(_ inputs: [ExplanationStep.Input]) -> [ExplanationStep] {
    let bounds = FrechetBounds(marginals: marginals)
    let symbols = inputs.map { "{\($0.symbol)}" }
    return [
      ExplanationStep(
        "level.frechetLower",
        vi: "Thấp nhất có thể, các tỷ lệ liên quan thế nào cũng vậy (Fréchet)",
        en: "The least that any dependence allows (Fréchet)", formula: "max(0; Σp_i − (k − 1))",
        expansion: "max(0; \(symbols.joined(separator: " + ")) − (\(inputs.count) − 1))", inputs,
        value: .number(bounds.lower)),
      ExplanationStep(
        "level.frechetUpper", vi: "Cao nhất có thể: xác suất nhỏ nhất",
        en: "The most that any dependence allows: the smallest chance", formula: "min(p_i)",
        expansion: "min(\(symbols.joined(separator: "; ")))", inputs,
        value: .number(bounds.upper)),
    ]
  }

  private func gains(joint: Double) -> ExplanationStep {
    let certain = LevelOutlook.chancesIfCertain(
      outlook?.marginals ?? [], correlation: analysis.correlation)
    return ExplanationStep(
      "level.gains",
      vi:
        "Nếu một chỉ tiêu chắc chắn đạt thì xác suất đạt các tỷ lệ lên bao nhiêu; tăng nhiều nhất là chỗ vướng",
      en: "What the chance would be were one requirement certain; the largest gain binds",
      [.init("P", joint, .step("level.joint"))],
      table: ExplanationTable(
        columns: [
          .init("id", vi: "Mã", en: "Id"),
          .init("P′", vi: "Xác suất khi đó", en: "Chance then"),
          .init("gain", vi: "Tăng thêm", en: "Gain", formula: "{P′} − {P}"),
        ],
        rows: certain.map { id, chance in
          [.text(Phrase(id)), .number(chance), .number(chance - joint)]
        }))
  }
}
