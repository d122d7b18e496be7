/// The models that `--model` can choose.
package enum ModelRegistry {
  /// All models, the default first.
  package static let all: [any TrendModel] = [ShrunkDrift(), OLSLine()]

  /// The model that is used when none is chosen.
  package static let standard: any TrendModel = ShrunkDrift()

  /// Returns the model of a name; `default` names the default.
  package static func model(_ id: String) -> (any TrendModel)? {
    id == "default" ? standard : all.first { $0.id == id }
  }
}
