import Forecasting
import Indicators
import Wording

/// Explains the shapes of yearly changes: each one's least-squares problem, its weight, its forecast, the mixture.
struct PaceShapesExplanation {
  let trace: PaceTrace
  /// h, years ahead.
  let ahead: Int

  var steps: [ExplanationStep] {
    [problems, likelihoods, weightSum, weights, predictions, location, variance, spread]
  }

  private var prior: PacePrior { trace.prior }
  private var fitted: [Double] { trace.fit?.shapeWeights ?? [] }
  private var index: Int { ahead - 1 }
  private var numbers: Range<Int> { 0..<trace.shapes.count }

  private func name(_ shape: Int) -> ExplainedValue { .whole(shape + 1) }

  // MARK: The problems

  private var problems: ExplanationStep {
    let shapes = prior.library.shapes
    var matrices: [ExplanationStep.Matrix] = []
    if !trace.steps.isEmpty {
      matrices.append(ExplanationStep.Matrix(name: "E", rows: trace.steps.map { [$0.residual] }))
      for shape in numbers {
        matrices.append(
          ExplanationStep.Matrix(name: "S\(shape + 1)", rows: trace.shapes[shape].covariance))
        matrices.append(
          ExplanationStep.Matrix(
            name: "c\(shape + 1)", rows: trace.shapes[shape].covariances[index].map { [$0] }))
      }
    }
    return ExplanationStep(
      "pace.problems",
      vi:
        "Tám dạng mà các thay đổi hằng năm có thể liên hệ với nhau. Mỗi dạng cho một ma trận S giữa các bước và một cột c với năm \(lastYear + ahead); bước này cần giải ma trận (E′S⁻¹E, c′S⁻¹E, c′S⁻¹c, ln det S)",
      en:
        "Eight shapes in which yearly changes may hang together. Each gives a matrix S between steps and a column c with \(lastYear + ahead); this step needs a matrix solution (E′S⁻¹E, c′S⁻¹E, c′S⁻¹c, ln det S)",
      [
        .init("v_m", prior.paceVariance, .step("pace.vm")),
        .init("σ²", trace.variance, .step(varianceStep)),
      ],
      table: ExplanationTable(
        columns: [
          .init("shape", vi: "Dạng", en: "Shape"), .init("noise", vi: "nhiễu", en: "noise"),
          .init("slope", vi: "dốc", en: "slope"), .init("drift", vi: "trôi", en: "drift"),
          .init("persistence", vi: "bền", en: "persistence"), .init("π"),
          .init("lnDet", vi: "ln det S", en: "ln det S"), .init("Q", vi: "E′S⁻¹E", en: "E′S⁻¹E"),
          .init("shift", vi: "c′S⁻¹E", en: "c′S⁻¹E"), .init("x", vi: "c′S⁻¹c", en: "c′S⁻¹c"),
        ],
        rows: numbers.map { shape in
          let told = trace.shapes[shape]
          return [
            name(shape), .number(shapes[shape].noise), .number(shapes[shape].slope),
            .number(shapes[shape].drift), .number(shapes[shape].persistence),
            .number(prior.shapeWeights[shape]),
            .number(told.logDeterminant), .number(told.squares), .number(told.shifts[index]),
            .number(told.explained[index]),
          ]
        }), matrices: matrices,
      remark: Phrase(
        vi:
          "S = B·V·B′ + (v_m/σ²)·k·k′ + diag(k·(1/u − 1)) + N/σ², V của từng dạng ở docs/methods.md; NumPy: x = numpy.linalg.solve(S, E).",
        en:
          "S = B·V·B′ + (v_m/σ²)·k·k′ + diag(k·(1/u − 1)) + N/σ², V of each shape in docs/methods.md; NumPy: x = numpy.linalg.solve(S, E)."
      ))
  }

  private var lastYear: Int { trace.input.years[trace.input.years.count - 1] }

  private var varianceStep: String {
    trace.rounds.isEmpty ? "pace.variance" : "pace.variance3"
  }

  // MARK: Weights

  private var priorInputs: [ExplanationStep.Input] {
    [
      .init("ν0", prior.changeDegreesOfFreedom, .step("pace.nu0")),
      .init("s0²", prior.changeVariance, .step("pace.s0")),
      .init("p", trace.steps.count, .step("pace.steps")),
    ]
  }

  private var likelihoods: ExplanationStep {
    ExplanationStep(
      "pace.likelihoods",
      vi: "Phương sai s² và độ hợp l (logarit) của từng dạng với các thay đổi đã thấy",
      en: "The variance s² of each shape, and how well it fits what was seen (l, a logarithm)",
      priorInputs,
      table: ExplanationTable(
        columns: [
          .init("shape", vi: "Dạng", en: "Shape"),
          .init("lnDet", vi: "ln det S", en: "ln det S"), .init("Q", vi: "E′S⁻¹E", en: "E′S⁻¹E"),
          .init("s²", formula: "({ν0}·{s0²} + {Q})/({ν0} + {p})"),
          .init("l", formula: "−{lnDet}/2 − ({ν0} + {p})/2·ln(1 + {Q}/({ν0}·{s0²}))"),
        ],
        rows: numbers.map { shape in
          let told = trace.shapes[shape]
          return [
            name(shape), .number(told.logDeterminant), .number(told.squares),
            .number(told.variance), .number(told.logLikelihood),
          ]
        }))
  }

  private var likelihoodInputs: [ExplanationStep.Input] {
    numbers.flatMap { shape in
      [
        ExplanationStep.Input("π\(shape + 1)", prior.shapeWeights[shape], .step("pace.problems")),
        ExplanationStep.Input(
          "l\(shape + 1)", trace.shapes[shape].logLikelihood, .step("pace.likelihoods")),
      ]
    }
  }

  private var weightSum: ExplanationStep {
    ExplanationStep(
      "pace.weightSum", vi: "Tổng các trọng số chưa chuẩn hóa",
      en: "The weights before they are brought to 1, added up",
      formula: "Σ(π + 10^(−12))·exp(l)",
      expansion: numbers.map { "({π\($0 + 1)} + 10^(−12))·exp({l\($0 + 1)})" }
        .joined(separator: " + "), likelihoodInputs, value: .number(trace.weightSum))
  }

  private var weights: ExplanationStep {
    ExplanationStep(
      "pace.weights",
      vi:
        "Trọng số w của từng dạng: π trước khi xem số (của thư viện, hoặc theo các nơi khác), w sau khi xem",
      en:
        "The weight w of each shape: π before the figures (of the library, or by other places), w after",
      [.init("W", trace.weightSum, .step("pace.weightSum"))],
      table: ExplanationTable(
        columns: [
          .init("shape", vi: "Dạng", en: "Shape"), .init("π"), .init("l"),
          .init("w", formula: "({π} + 10^(−12))·exp({l})/{W}"),
        ],
        rows: numbers.map { shape in
          [
            name(shape), .number(prior.shapeWeights[shape]),
            .number(trace.shapes[shape].logLikelihood), .number(fitted[shape]),
          ]
        }))
  }

  // MARK: Forecasts and their mixture

  private var predictions: ExplanationStep {
    let last = trace.angles[trace.angles.count - 1]
    return ExplanationStep(
      "pace.predictions",
      vi: "Dự báo của từng dạng cho năm \(lastYear + ahead): tâm μ và phương sai",
      en: "The forecast of each shape for \(lastYear + ahead): centre μ and variance",
      [
        .init("z_n", last, .step("pace.angles")),
        .init("ΣG", trace.path.prefix(ahead).reduce(0) { $0 + $1.change }, .step("pace.pathSum")),
        .init("m", prior.paceMean, .step("pace.m")), .init("h", ahead, .request),
        .init("v_m", prior.paceVariance, .step("pace.vm")),
        .init("σ²", trace.variance, .step(varianceStep)),
        .init("o", trace.aheadNoise, .step("pace.noise")),
        .init("ρ", trace.recency, .step("pace.recency")),
        .init("φ", prior.library.settings.recencyFade, .library),
      ],
      table: ExplanationTable(
        columns: [
          .init("shape", vi: "Dạng", en: "Shape"), .init("w"),
          .init("shift", vi: "c′S⁻¹E", en: "c′S⁻¹E"), .init("x", vi: "c′S⁻¹c", en: "c′S⁻¹c"),
          .init("V", vi: "1′V1", en: "1′V1"), .init("s²"),
          .init("a", formula: "{V} + {v_m}/{σ²}·{h}^2 + {o}/{σ²}"),
          .init("μ", formula: "{z_n} + {ΣG} + {m}·{h} + {shift}"),
          .init("var", formula: "{s²}·{ρ}^({φ}^({h} − 1))·max(0; {a} − {x})"),
        ],
        rows: numbers.map { shape in
          let told = trace.shapes[shape]
          return [
            name(shape), .number(fitted[shape]), .number(told.shifts[index]),
            .number(told.explained[index]), .number(told.sums[index]), .number(told.variance),
            .number(told.totals[index]), .number(told.centres[index]),
            .number(told.variances[index]),
          ]
        }),
      remark: Phrase(
        vi:
          "o: nhiễu của số cuối cộng phần do tổng số của số sắp tới; V: phương sai của tổng h thay đổi tới.",
        en:
          "o: the noise of the last figure and of the coming one's base; V: the variance of h coming changes."
      ))
  }

  private func mixtureInputs(_ symbols: [(String, (Int) -> Double)]) -> [ExplanationStep.Input] {
    symbols.flatMap { symbol, value in
      numbers.map { .init("\(symbol)\($0 + 1)", value($0), .step("pace.predictions")) }
    }
  }

  private func sum(_ term: String) -> String {
    numbers.map { term.replacing("#", with: String($0 + 1)) }.joined(separator: " + ")
  }

  private var centre: Double { trace.fit?.centres[index] ?? .nan }

  private var location: ExplanationStep {
    ExplanationStep(
      "forecast.location",
      vi:
        "μ: dự báo của năm \(lastYear + ahead) trên thang góc, trung bình có trọng số của tám dạng",
      en:
        "μ: the forecast for \(lastYear + ahead) on the angular scale, the weighted mean of the shapes",
      formula: "Σw·μ_k", expansion: sum("{w#}·{μ#}"),
      mixtureInputs([
        ("w", { fitted[$0] }), ("μ", { trace.shapes[$0].centres[index] }),
      ]), value: .number(centre), unit: .angularPoints)
  }

  private var variance: ExplanationStep {
    let spread = trace.fit?.scales[index] ?? .nan
    return ExplanationStep(
      "pace.mixtureVariance", vi: "Phương sai của hỗn hợp: trong từng dạng và giữa các dạng",
      en: "The variance of the mixture: within shapes and between them",
      formula: "Σw·(var_k + (μ_k − μ)²) + 10^(−12)",
      expansion: sum("{w#}·({var#} + ({μ#} − {μ})^2)") + " + 10^(−12)",
      mixtureInputs([
        ("w", { fitted[$0] }), ("μ", { trace.shapes[$0].centres[index] }),
        ("var", { trace.shapes[$0].variances[index] }),
      ]) + [.init("μ", centre, .step("forecast.location"))], value: .number(spread * spread),
      unit: .squaredAngularPoints)
  }

  private var spread: ExplanationStep {
    let spread = trace.fit?.scales[index] ?? .nan
    return ExplanationStep(
      "pace.spread", vi: "S_h: độ rộng trước khi hiệu chỉnh theo sai số quá khứ",
      en: "S_h: the scale before widths", formula: "√({v})",
      [.init("v", spread * spread, .step("pace.mixtureVariance"))], value: .number(spread),
      unit: .angularPoints)
  }
}
