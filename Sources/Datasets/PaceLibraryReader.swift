package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The reader of the pace library's document, library.json.
package enum PaceLibraryReader {
  /// The value of `format` that marks such a document.
  package static let format = "pace-library"

  /// Reads the library.
  ///
  /// - Throws: `Faults` with every fault of the document.
  package static func read(_ source: SourceFile) throws(Faults) -> PaceLibrary {
    let tree = try TextTree.read(source)
    guard tree["format"]?.text == format else {
      throw Faults(
        Diagnostic(
          .libraryFormat, at: tree.position, value: tree["format"]?.text ?? "",
          ["format": format]))
    }
    var fields = TreeFields(root: tree)
    let version = fields.text("version", of: tree)
    let estimates = fields.node("estimates", of: tree).flatMap { Self.estimates($0, &fields) }
    var withoutGroup: [String: PaceEstimates] = [:]
    for entry in tree["withoutGroup"]?.entries ?? [] {
      withoutGroup[entry.key] = Self.estimates(entry.value, &fields)
    }
    let shapes = fields.nodes("shapes", of: tree).compactMap { Self.shape($0, &fields) }
    let settings = fields.node("settings", of: tree).map { Self.settings($0, &fields) }
    let sets = fields.nodes("sets", of: tree).compactMap { Self.set($0, &fields) }
    let families = fields.nodes("families", of: tree).compactMap { Self.family($0, &fields) }
    let record = fields.nodes("record", of: tree).compactMap { Self.band($0, &fields) }
    let models = fields.nodes("models", of: tree).compactMap { Self.model($0, &fields) }
    // Libraries up to version 2 hold no paces of places.
    let placePaces = tree["placePaces"].map { Self.placePaces($0, &fields) } ?? .none
    // What is missing altogether, or wrong in itself, has been told.
    if let list = tree["shapes"], list.elements?.isEmpty == true {
      fields.report(.libraryValue, list, "shapes")
    }
    if let list = tree["families"], let elements = list.elements,
      !elements.contains(where: { $0["id"]?.text == PaceLibrary.fallbackFamily })
    {
      fields.report(.libraryFallback, list, PaceLibrary.fallbackFamily)
    }
    guard fields.faults.isEmpty, let version, let estimates, let settings else {
      throw Faults(fields.faults)
    }
    return PaceLibrary(
      version: version, estimates: estimates, withoutGroup: withoutGroup, shapes: shapes,
      settings: settings, sets: sets, families: families, record: record, models: models,
      placePaces: placePaces)
  }

  private static func estimates(
    _ tree: TextTree, _ fields: inout TreeFields
  ) -> PaceEstimates? {
    let knots = fields.numbers("knots", of: tree)
    let paces = fields.numbers("paces", of: tree)
    let panelWidth = fields.number("panelWidth", of: tree, in: 0.01...100)
    let loneWidth = fields.number("loneWidth", of: tree, in: 0.01...100)
    guard let knots, let paces, let panelWidth, let loneWidth else { return nil }
    guard knots.count == paces.count, knots.count >= 2, knots.first == 0, knots.last == 100,
      zip(knots, knots.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      fields.report(.libraryValue, tree["knots"] ?? tree, "knots")
      return nil
    }
    return PaceEstimates(
      curve: PaceCurve(knots: knots, paces: paces), panelWidth: panelWidth, loneWidth: loneWidth)
  }

  private static func shape(_ tree: TextTree, _ fields: inout TreeFields) -> ChangeShape? {
    let names = ["noise", "slope", "drift", "persistence", "weight"]
    let values = names.compactMap { fields.number($0, of: tree, in: 0...1) }
    guard values.count == names.count else { return nil }
    guard values[0] + values[1] + values[2] <= 1, values[3] < 1, values[4] > 0 else {
      fields.report(.libraryValue, tree, "shapes")
      return nil
    }
    return ChangeShape(
      noise: values[0], slope: values[1], drift: values[2], persistence: values[3],
      weight: values[4])
  }

  private static func settings(_ tree: TextTree, _ fields: inout TreeFields) -> PaceSettings {
    var settings = PaceSettings()
    for (name, path) in PaceSettings.numbers {
      let range =
        switch name {
        case "logVarianceMean": -1e6...1e6
        case "recordTemper": 0...1e6
        default: 1e-6...1e6
        }
      if let value = fields.number(name, of: tree, in: range) { settings[keyPath: path] = value }
    }
    if let years = fields.number("panelYears", of: tree, in: 1...100) {
      settings.panelYears = Int(years)
    }
    return settings
  }

  private static func set(_ tree: TextTree, _ fields: inout TreeFields) -> PaceSet? {
    let id = fields.text("id", of: tree)
    let group = fields.text("group", of: tree)
    let word = fields.text("direction", of: tree)
    let places = fields.number("places", of: tree, in: 0...1e9)
    let figures = fields.number("figures", of: tree, in: 0...1e9)
    guard let id, let group, let word, let places, let figures else { return nil }
    guard let direction = GoodDirection(rawValue: word) else {
      fields.report(.libraryValue, tree["direction"] ?? tree, "direction")
      return nil
    }
    return PaceSet(
      id: id, group: group, direction: direction, places: Int(places), figures: Int(figures))
  }

  private static func family(_ tree: TextTree, _ fields: inout TreeFields) -> PaceFamily? {
    let id = fields.text("id", of: tree)
    let revision = fields.number("revisionSD", of: tree, in: 0...100)
    let isVerified = fields.truth("verified", of: tree)
    guard let id, let revision, let isVerified else { return nil }
    let paceSD =
      tree["paceSD"].map(\.isNull) ?? true
      ? nil : fields.number("paceSD", of: tree, in: 0.001...100)
    return PaceFamily(
      id: id, revisionSD: revision, isVerified: isVerified, paceSD: paceSD)
  }

  private static func model(_ tree: TextTree, _ fields: inout TreeFields) -> ModelRecord? {
    let id = fields.text("id", of: tree)
    let names = ["relativeError", "relativeRankedScore", "coverageNext", "coverageFifth"]
    let values = names.compactMap { fields.number($0, of: tree, in: 0...1000) }
    guard let id, values.count == names.count else { return nil }
    return ModelRecord(
      id: id, relativeError: values[0], relativeRankedScore: values[1], coverageNext: values[2],
      coverageFifth: values[3])
  }

  private static func placePaces(
    _ tree: TextTree, _ fields: inout TreeFields
  ) -> PaceDistribution {
    let probabilities = fields.numbers("probabilities", of: tree) ?? []
    let elements = fields.nodes("bands", of: tree)
    let bands = elements.compactMap { placeBand($0, count: probabilities.count, &fields) }
    guard !elements.isEmpty, bands.count == elements.count else { return .none }
    guard probabilities.first == 0, probabilities.last == 1,
      zip(probabilities, probabilities.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      fields.report(.libraryValue, tree["probabilities"] ?? tree, "probabilities")
      return .none
    }
    return PaceDistribution(probabilities: probabilities, bands: bands)
  }

  private static func placeBand(
    _ tree: TextTree, count: Int, _ fields: inout TreeFields
  ) -> PaceDistribution.Band? {
    let years = fields.number("years", of: tree, in: 1...1000)
    let lower = fields.number("lower", of: tree, in: 0...100)
    let upper = fields.number("upper", of: tree, in: 0...100)
    let paces = fields.numbers("paces", of: tree)
    let counts = ["windows", "places", "indicators"].compactMap {
      fields.number($0, of: tree, in: 0...1e12)
    }
    guard let years, let lower, let upper, let paces, counts.count == 3 else { return nil }
    guard lower < upper, paces.count == count,
      zip(paces, paces.dropFirst()).allSatisfy({ $0 <= $1 })
    else {
      fields.report(.libraryValue, tree["paces"] ?? tree, "paces")
      return nil
    }
    return PaceDistribution.Band(
      years: Int(years), lower: lower, upper: upper, paces: paces, windows: Int(counts[0]),
      places: Int(counts[1]), indicators: Int(counts[2]))
  }

  private static func band(_ tree: TextTree, _ fields: inout TreeFields) -> StatementBand? {
    let lower = fields.number("lower", of: tree, in: 0...1)
    let upper = fields.number("upper", of: tree, in: 0...1)
    let count = fields.number("count", of: tree, in: 0...1e12)
    let hits = fields.number("hits", of: tree, in: 0...1e12)
    let isRise = fields.truth("rise", of: tree)
    let isAlone = fields.truth("alone", of: tree)
    guard let lower, let upper, let count, let hits, let isRise, let isAlone else { return nil }
    guard lower < upper, hits <= count else {
      fields.report(.libraryValue, tree, "record")
      return nil
    }
    return StatementBand(
      lower: lower, upper: upper, isRise: isRise, isAlone: isAlone, count: Int(count),
      hits: Int(hits))
  }
}

/// Reads fields of a tree and collects what is wrong with them.
private struct TreeFields {
  private let root: TextTree
  private(set) var faults: [Diagnostic] = []

  init(root: TextTree) {
    self.root = root
  }

  mutating func report(_ code: DiagnosticCode, _ tree: TextTree, _ name: String) {
    faults.append(Diagnostic(code, at: tree.position, value: tree.text, ["name": name]))
  }

  mutating func node(_ name: String, of tree: TextTree) -> TextTree? {
    if let node = tree[name], !node.isNull { return node }
    report(.libraryMissing, tree, name)
    return nil
  }

  mutating func nodes(_ name: String, of tree: TextTree) -> [TextTree] {
    guard let node = node(name, of: tree) else { return [] }
    if let elements = node.elements { return elements }
    report(.libraryValue, node, name)
    return []
  }

  mutating func text(_ name: String, of tree: TextTree) -> String? {
    guard let node = node(name, of: tree) else { return nil }
    if let text = node.text { return text }
    report(.libraryValue, node, name)
    return nil
  }

  mutating func truth(_ name: String, of tree: TextTree) -> Bool? {
    guard let node = node(name, of: tree) else { return nil }
    if let text = node.text, text == "true" || text == "false" { return text == "true" }
    report(.libraryValue, node, name)
    return nil
  }

  mutating func number(
    _ name: String, of tree: TextTree, in range: ClosedRange<Double> = -1e6...1e6
  ) -> Double? {
    guard let node = node(name, of: tree) else { return nil }
    if let value = node.text.flatMap(Double.init), range.contains(value) { return value }
    report(.libraryValue, node, name)
    return nil
  }

  mutating func numbers(_ name: String, of tree: TextTree) -> [Double]? {
    node(name, of: tree).flatMap { numbers($0, name: name) }
  }

  mutating func numbers(_ node: TextTree, name: String) -> [Double]? {
    let values = node.elements?.compactMap { $0.text.flatMap(Double.init) }.filter(\.isFinite)
    if let values, values.count == node.elements?.count { return values }
    report(.libraryValue, node, name)
    return nil
  }
}

extension DiagnosticCode {
  static let libraryFormat = DiagnosticCode(
    "library.format",
    message: Phrase(
      vi: "tệp không phải thư viện nhịp tăng (“format” là “{value}”, phải là “{format}”)",
      en: "the file is no pace library (“format” is “{value}”, but must be “{format}”)"),
    remedy: Phrase(
      vi: "Dùng tệp do forecast library build ghi.",
      en: "Use a file that forecast library build has written."))

  static let libraryMissing = DiagnosticCode(
    "library.missing",
    message: Phrase(
      vi: "thư viện nhịp tăng thiếu “{name}”", en: "the pace library lacks “{name}”"),
    remedy: Phrase(
      vi: "Dùng tệp do forecast library build ghi, không sửa tay.",
      en: "Use a file that forecast library build has written, unedited."))

  static let libraryValue = DiagnosticCode(
    "library.value",
    message: Phrase(
      vi: "“{name}” của thư viện nhịp tăng không dùng được",
      en: "“{name}” of the pace library cannot be used"),
    remedy: Phrase(
      vi: "Dùng tệp do forecast library build ghi, không sửa tay.",
      en: "Use a file that forecast library build has written, unedited."))

  static let libraryFallback = DiagnosticCode(
    "library.no-fallback",
    message: Phrase(
      vi: "thư viện nhịp tăng không có họ “{name}”",
      en: "the pace library has no family “{name}”"),
    remedy: Phrase(
      vi: "Thêm họ “{name}” vào families.", en: "Add the family “{name}” to families."))
}
