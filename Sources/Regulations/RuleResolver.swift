import Diagnostics
import Indicators
import Wording

/// Turns drafts into regulations: looks up every name and puts what a level extends first.
struct RuleResolver {
  /// A level with what the levels that extend it may name.
  private struct Resolution {
    let level: Level
    let indicators: [RegulatedIndicator]
    let correlation: Double?
  }

  private let drafts: [RegulationDraft]
  /// Whether some file could not be read at all, so that a name in it may only seem unknown.
  private let hasUnreadFiles: Bool
  private var indicators: [String: [RegulatedIndicator]] = [:]
  private var resolutions: [LevelReference: Resolution] = [:]
  private(set) var faults: [Diagnostic] = []

  init(_ drafts: [RegulationDraft], hasUnreadFiles: Bool) {
    self.drafts = drafts
    self.hasUnreadFiles = hasUnreadFiles
  }

  /// Returns the regulations in the order of the drafts; worth something only without faults.
  mutating func regulations() -> [Regulation] {
    RuleNames.checkUnique(drafts.map(\.id), &faults)
    for draft in drafts {
      RuleNames.checkUnique(
        draft.criteria.map { Placed(value: $0.value.id, position: $0.position) }, &faults)
      RuleNames.checkUnique(
        draft.definitions.map { Placed(value: $0.value.id, position: $0.position) }, &faults)
      RuleNames.checkUnique(draft.indicators.map(\.id), &faults)
      RuleNames.checkUnique(draft.levels.map(\.id), &faults)
      var grades = RuleGradeResolver(
        draft.indicators, indicators: draft.indicators.map { indicator($0, in: draft) })
      indicators[draft.id.value] = grades.resolved()
      faults += grades.faults
      let names = draft.indicators.map(\.id.value)
      for setting in draft.settings {
        RuleNames.check(
          Placed(value: setting.value.value, position: setting.position),
          among: draft.definitions.map(\.value.id), as: RuleNames.definition, &faults)
      }
      for id in draft.supporting {
        RuleNames.check(id, among: names, as: RuleNames.indicator, &faults)
      }
    }
    return drafts.map { regulation($0) }
  }

  private mutating func regulation(_ draft: RegulationDraft) -> Regulation {
    let levels = draft.levels.map { resolution(of: $0, in: draft, path: []).level }
    return Regulation(
      id: draft.id.value, title: draft.title, legalBasis: draft.legalBasis,
      isPlanning: draft.isPlanning, notice: draft.notice, placeKinds: draft.placeKinds,
      calendar: draft.calendar, correlation: draft.correlation ?? Regulation.defaultCorrelation,
      settings: draft.settings.map(\.value), definitions: draft.definitions.map(\.value),
      indicators: indicators[draft.id.value] ?? [], supporting: draft.supporting.map(\.value),
      notes: draft.notes, levels: levels, file: draft.file)
  }

  private mutating func indicator(
    _ draft: IndicatorDraft, in regulation: RegulationDraft
  ) -> RegulatedIndicator {
    let definitions = regulation.definitions.map(\.value.id)
    let settings = regulation.settings.map(\.value)
    if let definition = draft.definition {
      RuleNames.check(definition, among: definitions, as: RuleNames.definition, &faults)
    }
    if let base = draft.base {
      RuleNames.check(base, among: definitions, as: RuleNames.definition, &faults)
    }
    if let setting = draft.baseSetting {
      RuleNames.check(setting, among: settings.map(\.id), as: RuleNames.setting, &faults)
    }
    let setting = settings.first { $0.id == draft.baseSetting?.value }
    return RegulatedIndicator(
      id: draft.id.value, title: draft.title, shortTitle: draft.shortTitle,
      direction: draft.direction, definition: draft.definition?.value,
      base: draft.base?.value ?? setting?.value, baseSetting: draft.baseSetting?.value,
      paceFamily: draft.paceFamily, synonyms: draft.synonyms)
  }

  private mutating func resolution(
    of draft: LevelDraft, in regulation: RegulationDraft, path: [LevelReference]
  ) -> Resolution {
    let reference = LevelReference(regulation: regulation.id.value, level: draft.id.value)
    if let known = resolutions[reference] { return known }
    let base = draft.extends.flatMap { extended($0, path: path + [reference]) }
    let known = (indicators[regulation.id.value] ?? []) + (base?.indicators ?? [])
    let requirements = allRequirements(of: draft, in: regulation, base: base, indicators: known)
    let inheritsPlan = !regulation.isPlanning && base?.level.isPlanning == true
    let isPlanning = regulation.isPlanning || inheritsPlan
    let ownNotice = regulation.notice ?? base?.level.notice
    let correlation = regulation.correlation ?? base?.correlation
    let tested = Set(requirements.map(\.indicator))
    let own = regulation.supporting.compactMap { id in known.first { $0.id == id.value } }
    let inherited = base?.level.supporting ?? []
    let added = own.filter { candidate in !inherited.contains { $0.id == candidate.id } }
    let level = Level(
      id: draft.id.value, regulation: regulation.id.value, title: draft.title,
      legalBasis: isPlanning ? nil : draft.legalBasis?.value ?? regulation.legalBasis,
      isPlanning: isPlanning, notice: inheritsPlan ? base?.level.notice : ownNotice,
      dueYear: draft.dueYear,
      criteria: allCriteria(of: draft, in: regulation, base: base), requirements: requirements,
      supporting: (inherited + added).filter { !tested.contains($0.id) },
      calendar: regulation.calendar ?? base?.level.calendar,
      correlation: correlation ?? Regulation.defaultCorrelation,
      readings: readings(of: requirements, in: regulation, base: base))
    let resolution = Resolution(level: level, indicators: known, correlation: correlation)
    resolutions[reference] = resolution
    return resolution
  }

  /// Returns what is not law but was chosen: settings in use, how the calendar is read, remarks.
  private func readings(
    of requirements: [Requirement], in regulation: RegulationDraft, base: Resolution?
  ) -> [Phrase] {
    let used = Set(requirements.compactMap(\.baseSetting))
    let settings = regulation.settings.map(\.value).filter { used.contains($0.id) }
    let own =
      settings.compactMap(\.provenance.note)
      + [regulation.calendar?.validity.provenance.note].compactMap(\.self)
      + regulation.notes.filter { !$0.isLaw }.map(\.text)
    let inherited = base?.level.readings ?? []
    return inherited + own.filter { !inherited.contains($0) }
  }

  /// Returns what a level extends; nil, with a fault, when there is no such level or it is a cycle.
  private mutating func extended(
    _ extends: Placed<LevelReference>, path: [LevelReference]
  ) -> Resolution? {
    if let start = path.firstIndex(of: extends.value) {
      let chain = (path[start...] + [extends.value]).map(\.label).joined(separator: " → ")
      faults.append(
        Diagnostic(
          .ruleExtendsCycle, at: extends.position, value: extends.value.label, ["chain": chain]))
      return nil
    }
    let owner = drafts.first { $0.id.value == extends.value.regulation }
    if let owner, let level = owner.levels.first(where: { $0.id.value == extends.value.level }) {
      return resolution(of: level, in: owner, path: path)
    }
    if owner == nil && hasUnreadFiles { return nil }
    let labels = drafts.flatMap { draft in
      draft.levels.map { LevelReference(regulation: draft.id.value, level: $0.id.value).label }
    }
    let others = labels.filter { $0 != path.last?.label }
    RuleNames.check(
      Placed(value: extends.value.label, position: extends.position), among: others,
      as: RuleNames.level, &faults)
    return nil
  }

  private mutating func allRequirements(
    of draft: LevelDraft, in regulation: RegulationDraft, base: Resolution?,
    indicators: [RegulatedIndicator]
  ) -> [Requirement] {
    var resolved = base?.level.requirements ?? []
    let criteria = regulation.criteria.map(\.value.id) + (base?.level.criteria.map(\.id) ?? [])
    // Without the level that it extends, what a level may name is not known.
    let isBaseKnown = !draft.isExtending || base != nil
    for own in draft.requirements {
      if isBaseKnown {
        RuleNames.check(own.criterion, among: criteria, as: RuleNames.criterion, &faults)
        RuleNames.check(
          own.indicator, among: indicators.map(\.id), as: RuleNames.indicator, &faults)
      }
      if isBaseKnown, let whole = own.partOf {
        let earlier = resolved.filter(\.kind.isShare).map(\.id)
        RuleNames.check(whole, among: earlier, as: RuleNames.whole, &faults)
      }
      let indicator =
        indicators.first { $0.id == own.indicator.value }
        ?? RegulatedIndicator(id: own.indicator.value, title: Phrase(""), direction: .up)
      if own.kind.isShare, indicator.direction == .down {
        faults.append(
          Diagnostic(.ruleDirectionDown, at: own.indicator.position, value: indicator.id))
      }
      resolved.append(
        Requirement(
          id: own.id.value, criterion: own.criterion.value, indicator: indicator,
          title: own.title, kind: own.kind, partOf: own.partOf?.value, provenance: own.provenance,
          gradeConditions: conditions(of: own.kind, indicator, among: indicators)))
    }
    let inherited = Set((base?.level.requirements ?? []).map(\.id))
    for own in draft.requirements where inherited.contains(own.id.value) {
      RuleNames.refuse(own.id, inheritedFrom: base?.level, &faults)
    }
    RuleNames.checkUnique(draft.requirements.map(\.id), &faults)
    return resolved
  }

  /// Returns what the grades of a requirement up to the one asked for rest on; none for other kinds.
  private func conditions(
    of kind: RequirementKind, _ indicator: RegulatedIndicator,
    among indicators: [RegulatedIndicator]
  ) -> [GradeConditions] {
    guard case .grade(let asked) = kind else { return [] }
    return GradeConditions.conditions(of: indicator, through: asked, among: indicators)
  }

  private mutating func allCriteria(
    of draft: LevelDraft, in regulation: RegulationDraft, base: Resolution?
  ) -> [Criterion] {
    let inherited = base?.level.criteria ?? []
    let used = Set(draft.requirements.map(\.criterion.value))
    var criteria = inherited
    for own in regulation.criteria where used.contains(own.value.id) {
      if let known = inherited.first(where: { $0.id == own.value.id }) {
        guard known != own.value else { continue }
        let id = Placed(value: own.value.id, position: own.position)
        RuleNames.refuse(id, inheritedFrom: base?.level, &faults)
      } else {
        criteria.append(own.value)
      }
    }
    return criteria
  }
}

extension DiagnosticCode {
  static let ruleDirectionDown = DiagnosticCode(
    "rule.direction.down",
    message: Phrase(
      vi: "chỉ tiêu “{value}” càng thấp càng tốt, mà ngưỡng của tỷ lệ luôn được hiểu là “ít nhất”",
      en: "less of “{value}” is better, but the threshold of a share always means “at least”"),
    remedy: Phrase(
      vi: "Dùng chỉ tiêu ngược lại (ví dụ tỷ lệ hộ không nghèo), hoặc để làm chỉ số hỗ trợ.",
      en: "Use the opposite indicator (households that are not poor), or name it as supporting."))
}
