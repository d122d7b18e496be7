import Regulations
import Wording

/// Explains how far the shares of a level hang together: the default of the rule file, and what the data say.
struct DependenceExplanation {
  let analysis: Analysis

  var steps: [ExplanationStep] {
    let standard = analysis.standardCorrelation
    let found = analysis.dependence
    let given = ExplanationStep(
      "level.defaultCorrelation", vi: "ρ0: tương quan mặc định của tệp quy định, chung cho mọi mức",
      en: "ρ0: the default of the rule file, one for all levels", value: .number(standard))
    guard let estimate = found.estimate, let weight = found.weight(default: standard) else {
      return [
        given,
        ExplanationStep(
          "level.correlation", vi: "ρ: số liệu quá ít để ước lượng, dùng mặc định",
          en: "ρ: the data are too few to tell, the default is used", formula: "{ρ0}",
          [.init("ρ0", standard, .step("level.defaultCorrelation"))],
          value: .number(analysis.correlation)),
      ]
    }
    return [
      given,
      ExplanationStep(
        "level.estimate",
        vi:
          "r̄: tương quan giữa thay đổi hằng năm của các cặp chỉ tiêu, trung bình ở \(found.places) nơi",
        en:
          "r̄: the correlation of yearly changes of pairs of indicators, the mean over \(found.places) places",
        value: .number(estimate)),
      ExplanationStep(
        "level.changes", vi: "n: số thay đổi làm căn cứ", en: "n: how many changes speak of it",
        value: .number(found.changes)),
      ExplanationStep(
        "level.weight",
        vi: "w: tin số liệu bao nhiêu so với mặc định (τ: tương quan thường lệch nhau bao nhiêu)",
        en:
          "w: how far the data count against the default (τ: how far correlations usually differ)",
        formula: "{n}/({n} + (1 − {ρ0}^2)^2/{τ}^2)",
        [
          .init("n", found.changes, .step("level.changes")),
          .init("ρ0", standard, .step("level.defaultCorrelation")),
          .init("τ", LevelDependence.spread, .constant),
        ], value: .number(weight)),
      ExplanationStep(
        "level.correlation", vi: "ρ: tương quan dùng để tính",
        en: "ρ: the correlation in use", formula: "max(0; min({ρmax}; {ρ0} + {w}·({r̄} − {ρ0})))",
        [
          .init("ρmax", max(LevelDependence.largest, standard), .constant),
          .init("ρ0", standard, .step("level.defaultCorrelation")),
          .init("w", weight, .step("level.weight")), .init("r̄", estimate, .step("level.estimate")),
        ], value: .number(analysis.correlation)),
    ]
  }
}
