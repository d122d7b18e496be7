/// The models that `--model` can choose.
package enum ModelRegistry {
  /// All models, the default first.
  package static let all: [any TrendModel] = [
    PaceModel(), NoChange(), Drift(), ShrunkDrift(), DampedTrend(), Theta(), OLSLine.points,
    OLSLine.logit, TheilSenLine(),
  ]

  /// The model that is used when none is chosen.
  package static let standard: any TrendModel = PaceModel()

  /// The name under which the default is known beside its own.
  package static let standardName = "default"

  /// Returns the model of a name; `default` names the default.
  package static func model(_ id: String) -> (any TrendModel)? {
    id == standardName ? standard : all.first { $0.id == id }
  }
}
