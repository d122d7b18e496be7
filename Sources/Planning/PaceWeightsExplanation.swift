import Forecasting
import Indicators
import Wording

/// Explains the robust weights of the pace model: no jump speaks for all years, and recent scale counts more.
struct PaceWeightsExplanation {
  let trace: PaceTrace

  var steps: [ExplanationStep] {
    guard trace.rounds.count == 4 else { return single }
    return pilot + (0..<3).flatMap(round) + recency
  }

  private var prior: PacePrior { trace.prior }
  private var count: Int { trace.steps.count }

  private var priorInputs: [ExplanationStep.Input] {
    [
      .init("ν0", prior.changeDegreesOfFreedom, .step("pace.nu0")),
      .init("s0²", prior.changeVariance, .step("pace.s0")),
    ]
  }
  private var paceInputs: [ExplanationStep.Input] {
    [
      .init("m", prior.paceMean, .step("pace.m"))
    ]
  }
  private var countInput: ExplanationStep.Input { .init("p", count, .step("pace.steps")) }

  private func changes(_ symbol: String, _ values: [Double]) -> [ExplanationStep.Input] {
    values.enumerated().map { .init("\(symbol)\($0 + 1)", $1, .step("pace.changes")) }
  }
  private var unexplained: [ExplanationStep.Input] {
    changes("D", trace.steps.map(\.unexplained))
  }
  private var lengths: [ExplanationStep.Input] { changes("k", trace.steps.map(\.length)) }

  /// Returns terms for each step, added up; `#` stands for its number.
  private func sum(_ term: String) -> String {
    (1...count).map { term.replacing("#", with: String($0)) }.joined(separator: " + ")
  }

  /// With fewer than two steps nothing is weighed.
  private var single: [ExplanationStep] {
    [
      ExplanationStep(
        "pace.variance", vi: "σ²: với dưới hai bước thì dùng phương sai thường gặp",
        en: "σ²: with fewer than two steps the usual variance", formula: "{s0²}",
        [.init("s0²", prior.changeVariance, .step("pace.s0"))], value: .number(trace.variance),
        unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.recency", vi: "ρ: chưa có gì để so dao động gần đây với trước kia",
        en: "ρ: nothing yet to hold recent scale against", value: .number(trace.recency)),
    ]
  }

  // MARK: Before the rounds

  private var pilot: [ExplanationStep] {
    let pilot = trace.pilot
    let variance = ExplanationStep.Input("σ²", pilot.variance, .step("pace.pilotVariance"))
    let trust = ExplanationStep.Input("β", pilot.trust, .step("pace.pilotTrust"))
    return [
      ExplanationStep(
        "pace.pilotMean", vi: "D̄: nhịp trung bình ngoài nhịp chờ đợi",
        en: "D̄: the mean pace beyond the expected", formula: "ΣD/Σk",
        expansion: "(\(sum("{D#}")))/(\(sum("{k#}")))", unexplained + lengths,
        value: .number(pilot.mean), unit: .angularPointsPerYear),
      ExplanationStep(
        "pace.pilotVariance", vi: "σ² ban đầu: dao động quanh D̄, kéo về mức thường gặp",
        en: "σ² at first: the scatter about D̄, drawn towards the usual",
        formula: "(ν0·s0² + Σ(D − D̄·k)²/k)/(ν0 + p − 1)",
        expansion: "({ν0}·{s0²} + \(sum("({D#} − {D̄}·{k#})^2/{k#}")))/({ν0} + {p} − 1)",
        priorInputs + [countInput, .init("D̄", pilot.mean, .step("pace.pilotMean"))] + unexplained
          + lengths, value: .number(pilot.variance), unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.ownPace", vi: "t²: nhịp riêng của một nơi có thể khác m bao nhiêu",
        en: "t²: how far a place's own pace may lie from m", formula: "0.15·{σ²} + {v_m}",
        [variance, .init("v_m", prior.paceVariance, .step("pace.vm"))],
        value: .number(pilot.ownPace), unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.pilotPace", vi: "Trung vị của D/k (hai bước: trung bình)",
        en: "The median of D/k (of two steps the mean)", value: .number(pilot.pace),
        unit: .angularPointsPerYear),
      ExplanationStep(
        "pace.pilotTrust", vi: "β: tin nhịp của chính nơi này bao nhiêu",
        en: "β: how far the place's own pace is believed", formula: "{t²}/({t²} + {σ²}/{p})",
        [.init("t²", pilot.ownPace, .step("pace.ownPace")), variance, countInput],
        value: .number(pilot.trust)),
      ExplanationStep(
        "pace.centre0", vi: "C ban đầu: nhịp để đo độ lệch",
        en: "C at first: the pace to measure from",
        formula: "{β}·{C̃} + (1 − {β})·{m}",
        [trust, .init("C̃", pilot.pace, .step("pace.pilotPace"))] + paceInputs,
        value: .number(trace.rounds[0].centre), unit: .angularPointsPerYear),
    ]
  }

  // MARK: Rounds

  /// σ² before a round.
  private func variance(before round: Int) -> ExplanationStep.Input {
    round == 0
      ? .init("σ²", trace.pilot.variance, .step("pace.pilotVariance"))
      : .init("σ²", trace.rounds[round - 1].variance, .step("pace.variance\(round)"))
  }

  private func weights(_ round: Int) -> ExplanationStep {
    let told = trace.rounds[round]
    return ExplanationStep(
      "pace.weights\(round + 1)",
      vi: round < 3
        ? "Vòng \(round + 1): độ lệch e² và trọng số u của từng bước"
        : "Một lần nữa với C và σ² cuối, cho độ dao động gần đây",
      en: round < 3
        ? "Round \(round + 1): the miss e² and the weight u of each step"
        : "Once more with the last C and σ², for the recent scale",
      [
        .init("C", told.centre, .step("pace.centre\(round)")), variance(before: round),
        .init("η", prior.library.settings.robustness, .library),
      ],
      table: ExplanationTable(
        columns: [
          .init("to", vi: "Đến năm", en: "To"), .init("D"), .init("k"),
          .init("e²", formula: "({D} − {C}·{k})^2/{k}"),
          .init("u", formula: "1/(1 + {e²}/({η}·{σ²}))"),
        ],
        rows: trace.steps.enumerated().map { index, step in
          [
            .whole(trace.input.years[step.figure + 1]), .number(step.unexplained),
            .whole(Int(step.length)), .number(told.squares[index]), .number(told.weights[index]),
          ]
        }))
  }

  private func weighted(_ round: Int) -> [ExplanationStep.Input] {
    let told = trace.rounds[round]
    let source = ExplanationStep.Source.step("pace.weights\(round + 1)")
    return told.squares.enumerated().map { .init("e²\($0 + 1)", $1, source) }
      + told.weights.enumerated().map { .init("u\($0 + 1)", $1, source) }
  }

  private func round(_ round: Int) -> [ExplanationStep] {
    let told = trace.rounds[round]
    let number = round + 1
    let inputs = weighted(round)
    let trust = ExplanationStep.Input("β", told.trust, .step("pace.trust\(number)"))
    return [
      weights(round),
      ExplanationStep(
        "pace.variance\(number)", vi: "σ² sau vòng \(number)", en: "σ² after round \(number)",
        formula: "(ν0·s0² + Σu·e²)/(ν0 + p)",
        expansion: "({ν0}·{s0²} + \(sum("{u#}·{e²#}")))/({ν0} + {p})",
        priorInputs + [countInput] + inputs, value: .number(told.variance),
        unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.trust\(number)", vi: "β sau vòng \(number)", en: "β after round \(number)",
        formula: "t²/(t² + σ²/Σu)", expansion: "{t²}/({t²} + {σ²}/(\(sum("{u#}"))))",
        [
          .init("t²", trace.pilot.ownPace, .step("pace.ownPace")),
          .init("σ²", told.variance, .step("pace.variance\(number)")),
        ] + inputs, value: .number(told.trust)),
      ExplanationStep(
        "pace.centre\(number)", vi: "C sau vòng \(number)", en: "C after round \(number)",
        formula: "β·Σ(u·D/k)/Σu + (1 − β)·m",
        expansion: "{β}·(\(sum("{u#}·{D#}/{k#}")))/(\(sum("{u#}"))) + (1 − {β})·{m}",
        [trust] + inputs + unexplained + lengths + paceInputs,
        value: .number(trace.rounds[round + 1].centre), unit: .angularPointsPerYear),
    ]
  }

  // MARK: Recent scale

  private var recency: [ExplanationStep] {
    let last = trace.input.years[trace.input.years.count - 1]
    let halving = prior.library.settings.recency
    let ages = trace.steps.enumerated().map { index, step in
      ExplanationStep.Input(
        "a\(index + 1)", last - trace.input.years[step.figure + 1], .step("pace.changes"))
    }
    let inputs = priorInputs + weighted(3)
    return [
      weights(3),
      ExplanationStep(
        "pace.recentSquare",
        vi: "Bình phương trung bình, năm càng xa càng nhẹ một nửa (a: số năm đã qua)",
        en: "The mean square where each year back counts half (a: years since)",
        formula: "(ν0·s0² + Σα^a·u·e²)/(ν0 + Σα^a·u)",
        expansion:
          "({ν0}·{s0²} + \(sum("{α}^{a#}·{u#}·{e²#}")))/({ν0} + \(sum("{α}^{a#}·{u#}")))",
        inputs + [.init("α", halving, .library)] + ages,
        value: .number(trace.pilot.recentSquare), unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.equalSquare", vi: "Bình phương trung bình, mọi năm nặng như nhau",
        en: "The mean square where all years count alike",
        formula: "(ν0·s0² + Σu·e²)/(ν0 + Σu)",
        expansion: "({ν0}·{s0²} + \(sum("{u#}·{e²#}")))/({ν0} + \(sum("{u#}")))", inputs,
        value: .number(trace.pilot.equalSquare), unit: .squaredAngularPoints),
      ExplanationStep(
        "pace.recency", vi: "ρ: dao động gần đây so với tất cả",
        en: "ρ: recent scale over that of all",
        formula: "{r}/{e}",
        [
          .init("r", trace.pilot.recentSquare, .step("pace.recentSquare")),
          .init("e", trace.pilot.equalSquare, .step("pace.equalSquare")),
        ], value: .number(trace.recency)),
    ]
  }
}
