package import Regulations
package import Wording

/// What a place has to fill in so that its levels can be forecast: read off rule files, never written
/// down here.
package struct FigureTemplate: Sendable {
  /// A share to be counted.
  struct Share: Sendable, Equatable {
    /// The id of the first requirement that tests it; nil for a supporting indicator.
    let code: String?
    /// The id of the indicator.
    let indicator: String
    /// Its name in a few words.
    let title: Phrase
    /// What is counted; nil where the rule file does not say.
    let unit: CountedUnit?
  }

  /// A pass/fail item or a grade.
  struct Item: Sendable, Equatable {
    /// The id of the requirement.
    let code: String
    /// Its name in a few words.
    let title: Phrase
    /// The highest grade that can be told; nil for a pass/fail item.
    let highestGrade: Int?
  }

  /// The rules that it is for, law before planning.
  package let regulations: [Regulation]
  /// The place.
  package let place: String
  /// The parts of the place, such as its thôn.
  package let parts: [String]
  /// The years asked for.
  package let years: ClosedRange<Int>
  /// The language of headings and sentences.
  package let language: Language
  /// The command to be run with the file when it is filled in.
  package let command: String

  /// - Parameters:
  ///   - regulations: the rules that it is for; those of law are put first.
  ///   - place: the place.
  ///   - parts: its parts; none asks for the place alone.
  ///   - years: the years.
  ///   - language: of headings and sentences.
  ///   - command: the command to be run with the filled file.
  package init(
    regulations: [Regulation], place: String, parts: [String] = [], years: ClosedRange<Int>,
    language: Language, command: String
  ) {
    self.regulations =
      regulations.filter { !$0.isPlanning } + regulations.filter(\.isPlanning)
    self.place = place
    self.parts = parts
    self.years = years
    self.language = language
    self.command = command
  }

  /// The levels of all rules.
  var levels: [Level] { regulations.flatMap(\.levels) }

  /// Returns the level that a filled file may be asked about: the last one of law, else the last one.
  package static func suggestedLevel(of regulations: [Regulation]) -> Level? {
    let levels = regulations.flatMap(\.levels)
    return levels.last { !$0.isPlanning } ?? levels.last
  }

  /// The shares, in the order of the rules, each once; then the supporting indicators.
  var shares: [Share] {
    var found: [Share] = []
    for requirement in levels.flatMap(\.requirements) where requirement.kind.isShare {
      if found.contains(where: { $0.indicator == requirement.indicator }) { continue }
      found.append(
        Share(
          code: requirement.id, indicator: requirement.indicator, title: requirement.shortTitle,
          unit: requirement.base.flatMap { CountedUnit(base: $0) }))
    }
    for supporting in levels.flatMap(\.supporting)
    where !found.contains(where: { $0.indicator == supporting.id }) {
      found.append(
        Share(
          code: nil, indicator: supporting.id, title: supporting.shortTitle,
          unit: supporting.base.flatMap { CountedUnit(base: $0) }))
    }
    return found
  }

  /// The pass/fail items and grades, in the order of the rules, each indicator once.
  var items: [Item] {
    var found: [(indicator: String, item: Item)] = []
    for requirement in levels.flatMap(\.requirements) {
      let highest: Int?
      switch requirement.kind {
      case .share: continue
      case .fact: highest = nil
      case .grade(let grade): highest = max(grade, 3)
      }
      if let known = found.firstIndex(where: { $0.indicator == requirement.indicator }) {
        let item = found[known].item
        if let highest, highest > item.highestGrade ?? highest {
          found[known].item = Item(code: item.code, title: item.title, highestGrade: highest)
        }
        continue
      }
      let item = Item(
        code: requirement.id, title: requirement.shortTitle, highestGrade: highest)
      found.append((requirement.indicator, item))
    }
    return found.map(\.item)
  }

  /// What somebody answers for: every requirement and supporting indicator, each indicator once.
  var assigned: [(code: String?, title: Phrase)] {
    var seen: Set<String> = []
    let requirements = levels.flatMap(\.requirements).filter { seen.insert($0.indicator).inserted }
    let supporting = levels.flatMap(\.supporting).filter { seen.insert($0.id).inserted }
    return requirements.map { ($0.id, $0.shortTitle) } + supporting.map { (nil, $0.shortTitle) }
  }

  /// Returns the shares that are counted in a place: a part does not count parts, nor units of the whole.
  func shares(ofPart isPart: Bool) -> [Share] {
    isPart ? shares.filter { $0.unit?.isOfWholePlace != true } : shares
  }
}

/// What is counted in a share, by the id of its base.
package enum CountedUnit: String, Sendable, CaseIterable {
  /// Người.
  case people
  /// Hộ.
  case households
  /// Dòng họ.
  case clans
  /// Thôn, tổ dân phố.
  case hamlets
  /// Đơn vị.
  case units

  /// Returns the unit that the id of a base tells; nil when it tells none.
  package init?(base: String) {
    let words = Set(base.split(separator: "-").map(String.init))
    let known: [(CountedUnit, Set<String>)] = [
      (.people, ["residents", "population", "citizens", "people", "employed", "workers"]),
      (.households, ["households"]), (.clans, ["clans"]), (.hamlets, ["thon", "hamlets"]),
      (.units, ["units"]),
    ]
    guard let unit = known.first(where: { !$0.1.isDisjoint(with: words) })?.0 else { return nil }
    self = unit
  }

  /// The word for people.
  package var title: Phrase {
    switch self {
    case .people: Phrase(vi: "người", en: "people")
    case .households: Phrase(vi: "hộ", en: "households")
    case .clans: Phrase(vi: "dòng họ", en: "clans")
    case .hamlets: Phrase(vi: "thôn", en: "hamlets")
    case .units: Phrase(vi: "đơn vị", en: "units")
    }
  }

  /// Whether it is counted for the whole place only.
  var isOfWholePlace: Bool { self == .hamlets || self == .units }
}
