package import Indicators
import Wording

extension RegulationLibrary {
  /// The names of everything that the rule files measure or establish, for the recognition of tables.
  ///
  /// An id that several regulations declare is one term with the names of all. The ids of requirements
  /// ("5.1") are names where one requirement only bears them and they cannot be taken for a count of
  /// rows.
  package var vocabulary: IndicatorVocabulary {
    var order: [String] = []
    // Regulations may give one group two ids; a name in common makes them one.
    var groups: [String: String] = [:]
    var terms: [String: IndicatorVocabulary.Term] = [:]
    func add(
      _ id: String, _ kind: IndicatorVocabulary.Kind, _ names: [String], base: String?,
      title: Phrase
    ) {
      let key = (kind == .base ? "base " : "") + id
      if terms[key] == nil { order.append(key) }
      let known = terms[key]
      var all = known?.names ?? [id]
      for name in names where !all.contains(name) { all.append(name) }
      terms[key] = IndicatorVocabulary.Term(
        id: id, kind: known?.kind ?? kind, names: all, base: known?.base ?? base,
        title: title)
    }
    for regulation in regulations {
      let bases = Set(regulation.indicators.compactMap(\.base))
      for definition in regulation.definitions where bases.contains(definition.id) {
        let names = [definition.text.vi, definition.text.en] + definition.synonyms
        let keys = names.map { TextKey.folded($0) }
        let id = keys.compactMap { groups[$0] }.first ?? groups[definition.id] ?? definition.id
        for key in keys + [definition.id] { groups[key] = groups[key] ?? id }
        let title = definition.synonyms.first.map { Phrase(vi: $0, en: definition.text.en) }
        add(id, .base, names, base: nil, title: title ?? definition.text)
      }
      let requirements = regulation.levels.flatMap(\.requirements)
      for indicator in regulation.indicators {
        let own = requirements.filter { $0.indicator == indicator.id }
        let kind: IndicatorVocabulary.Kind =
          switch own.first?.kind {
          case .fact: .fact
          case .grade: .grade
          case .share, nil: .share
          }
        let titles = [indicator.title, indicator.shortTitle].flatMap { [$0.vi, $0.en] }
        let ids = own.map(\.id).filter { $0.contains(".") && $0.first?.isNumber == true }
        add(
          indicator.id, kind, titles + indicator.synonyms + ids,
          base: indicator.base.map { groups[$0] ?? $0 },
          title: indicator.shortTitle)
      }
    }
    return IndicatorVocabulary(terms: order.compactMap { terms[$0] })
  }
}

extension RegulationLibrary {
  /// The shares in percent that levels and grades ask for, by indicator, ascending and each once.
  package var shareThresholds: [String: [Double]] {
    var thresholds: [String: Set<Double>] = [:]
    for requirement in regulations.flatMap(\.levels).flatMap(\.requirements) {
      guard case .share(let threshold) = requirement.kind else { continue }
      thresholds[requirement.indicator, default: []].insert(threshold.standard.value)
      if let softer = threshold.difficultArea {
        thresholds[requirement.indicator, default: []].insert(softer.value)
      }
    }
    for rate in regulations.flatMap(\.indicators).flatMap(\.grades).flatMap(\.rates) {
      thresholds[rate.indicator.id, default: []].insert(rate.threshold.value)
      if let softer = rate.especiallyDifficult {
        thresholds[rate.indicator.id, default: []].insert(softer.value)
      }
    }
    return thresholds.mapValues { $0.sorted() }
  }
}
