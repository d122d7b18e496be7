import Diagnostics
import Indicators
import Regulations
import Wording

/// The good direction of an indicator: as told, as the data declare it, as a rule or the library knows it.
struct DirectionChoice {
  private let told: [String: GoodDirection]
  private let rules: RegulationLibrary
  private let library: PaceLibrary

  /// Gathers what is known of directions.
  ///
  /// - Parameters:
  ///   - declared: texts such as `dropout=down`.
  ///   - rules: the rule files.
  ///   - library: the pace library.
  /// - Throws: `Faults` with the first text that cannot be read.
  init(
    declared: [String], rules: RegulationLibrary, library: PaceLibrary
  ) throws(Faults) {
    var told: [String: GoodDirection] = [:]
    for text in declared {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let direction = GoodDirection(rawValue: parts[1]) else {
        throw Faults(UsageFault.value(text, of: "--direction"))
      }
      told[parts[0]] = direction
    }
    self.told = told
    self.rules = rules
    self.library = library
  }

  func direction(of indicator: Indicator) -> GoodDirection {
    if let direction = told[indicator.id] { return direction }
    if indicator.direction != .unknown { return indicator.direction }
    for level in rules.regulations.flatMap(\.levels) {
      if let requirement = level.requirements.first(where: { $0.indicator == indicator.id }) {
        return requirement.direction
      }
      if let supporting = level.supporting.first(where: { $0.id == indicator.id }) {
        return supporting.direction
      }
    }
    return library.set(indicator.id)?.direction ?? .unknown
  }
}
