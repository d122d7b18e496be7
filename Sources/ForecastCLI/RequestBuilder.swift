import Datasets
import Diagnostics
import Forecasting
import Indicators
import InputFiles
import Planning
import Regulations
import Reporting
import Wording

/// The one way from options to a data set and a request.
struct RequestBuilder {
  let source: SourceOptions
  let place: PlaceOptions
  let models: ModelOptions
  let outlook: OutlookOptions
  let target: String
  /// The published methods asked for, as written: ids, several with commas between.
  var methods: [String] = []
  /// Chooses the level by what the rules say of the place, where a command does not leave it to `target`.
  var choosing: ((RegulationLibrary, Place, _ regulation: String?) throws(Faults) -> String)?

  /// Reads everything that a request needs; inputs and warnings are noted in the session.
  func build(_ session: inout Session) throws(Faults) -> (Dataset, AnalysisRequest) {
    let (model, methods) = try checkedModels()
    let resources = try ResourceFolder(session.console)
    var ruleFiles = try resources.ruleFiles()
    let regulationID = try place.addOwnRuleFile(&ruleFiles, session.console)
    let library = try RegulationLibrary.read(ruleFiles)
    let paceFile = try source.paceLibraryFile(resources, session.console)
    let paceLibrary = try PaceLibraryReader.read(paceFile)
    let options = try source.looseFileOptions(
      library.vocabulary, place: place.place, session.console)
    let loaded = try source.dataset(resources, options, session.console)
    session.inputs += (loaded.sources + ruleFiles + [paceFile]).map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    session.diagnostics += loaded.diagnostics
    let place = try PlaceChoice.place(
      named: self.place.place, in: loaded.dataset, remarks: loaded.diagnostics)
    let target = try choosing?(library, place, regulationID) ?? self.target
    let level = try library.level(target, kind: place.kind, regulation: regulationID)
    let kinds = library.regulations.first { $0.id == level.regulation }?.placeKinds ?? []
    if !place.isKind(in: kinds), let kind = place.kind {
      session.diagnostics.append(
        Diagnostic(
          .levelOtherKind, value: place.name,
          ["kind": kind, "kinds": kinds.joined(separator: ", ")],
          phrases: ["level": level.title]))
    }
    let request = AnalysisRequest(
      place: place, level: level, levels: companions(of: level, for: place, in: library),
      knownIndicators: knownIndicators(library), byYear: outlook.by, horizon: models.horizon,
      asOf: self.place.asOf, model: model, paceLibrary: paceLibrary,
      acceptedDefinitions: Set(outlook.acceptDefinition), methods: methods)
    return (loaded.dataset, request)
  }

  /// Returns the model and the published methods, or all that is wrong with the options.
  private func checkedModels() throws(Faults) -> (any TrendModel, [PublishedMethod]) {
    var faults: [Diagnostic] = []
    func fault(_ option: String, _ value: String) {
      faults.append(UsageFault.value(value, of: option))
    }
    if !(1...30).contains(models.horizon) { fault("--horizon", String(models.horizon)) }
    if let year = outlook.by, !(1900...2100).contains(year) { fault("--by", String(year)) }
    if let probability = outlook.requireProbability, !(0...1).contains(probability) {
      fault("--require-probability", "\(probability)")
    }
    let model = ModelRegistry.model(models.model ?? ModelRegistry.standardName)
    if model == nil { fault("--model", models.model ?? "") }
    let names = methods.flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    }
    let (chosen, unknown) = PublishedMethod.methods(named: names)
    for name in unknown { fault("--method", name) }
    guard faults.isEmpty, let model else { throw Faults(faults) }
    return (model, chosen)
  }

  /// Returns a word without the blanks around it.
  private static func trimmed(_ word: Substring) -> String {
    String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Returns the levels shown beside the one asked for: those of the same kinds of place.
  private func companions(
    of level: Level, for place: Place, in library: RegulationLibrary
  ) -> [Level] {
    let kinds = library.regulations.first { $0.id == level.regulation }?.placeKinds ?? []
    let related = library.regulations.filter { regulation in
      regulation.placeKinds.contains { kinds.contains($0) }
    }
    return related.flatMap(\.levels).sorted { left, right in
      (left.isPlanning ? 1 : 0) < (right.isPlanning ? 1 : 0)
    }
  }

  /// Returns the indicators whose yearly figures some rule uses.
  private func knownIndicators(_ library: RegulationLibrary) -> Set<String> {
    Set(
      library.regulations.flatMap { regulation in
        regulation.supporting + regulation.rateIndicators
          + regulation.levels.flatMap { level in
            level.requirements.filter(\.kind.isShare).map(\.indicator)
          }
      })
  }
}

extension PlaceOptions {
  /// Adds the rule file that `--regulation` names by path; returns the id of the regulation asked for.
  func addOwnRuleFile(
    _ ruleFiles: inout [SourceFile], _ console: Console
  ) throws(Faults) -> String? {
    guard let regulation else { return nil }
    guard regulation.hasSuffix(".yaml") || regulation.hasSuffix(".yml") || regulation.contains("/")
    else { return regulation }
    let file = try SourceFile(reading: console.url(of: regulation), shownAs: regulation)
    let id = try TextTree.read(file)["id"]?.text
    if ruleFiles.contains(where: { $0.sha256 == file.sha256 }) { return id }
    if let id {
      ruleFiles.removeAll { (try? TextTree.read($0))?["id"]?.text == id }
    }
    ruleFiles.append(file)
    return id
  }
}

/// The place that an analyst means.
enum PlaceChoice {
  /// Returns the place of a name, or the main place of a data set when none is named.
  ///
  /// A name is compared as printed first, then without case, then without diacritics if only one place fits.
  ///
  /// What was found when the data were read may tell why there is no main place.
  static func place(
    named name: String?, in dataset: Dataset, remarks: [Diagnostic] = []
  ) throws(Faults) -> Place {
    let places = dataset.panel.places
    if let name {
      let composed = TextKey.composed(name)
      if let place = dataset.panel.place(named: composed) { return place }
      let spelling = TextKey.spelling(name)
      let same = places.filter { TextKey.spelling($0.name) == spelling }
      if same.count == 1 { return same[0] }
      let key = TextKey.folded(name)
      let similar = places.filter { TextKey.folded($0.name) == key }
      if similar.count == 1 { return similar[0] }
      let nearest = NearestName.suggestions(for: name, among: places.map(\.name), limit: 5)
      throw Faults(
        Diagnostic(
          .placeUnknown, value: name,
          [
            "nearest": (nearest.isEmpty ? Array(places.prefix(5).map(\.name)) : nearest)
              .joined(separator: ", ")
          ]))
    }
    if let standard = dataset.defaultPlace {
      if let place = dataset.panel.place(named: standard) { return place }
      throw Faults(
        Diagnostic(
          .placeUnknown, value: standard,
          ["nearest": places.prefix(5).map(\.name).joined(separator: ", ")]))
    }
    let roots = places.filter { $0.parent == nil }
    if roots.count == 1 { return roots[0] }
    if places.isEmpty { throw Faults(Diagnostic(.datasetEmpty, value: dataset.title)) }
    throw Faults(
      Diagnostic(
        .placeAmbiguous, value: String(roots.count),
        ["places": roots.prefix(10).map(\.name).joined(separator: ", ")],
        phrases: ["cause": cause(in: remarks, among: roots)]))
  }

  /// Returns why thôn were not added up, where the reading tells: columns that were not understood, years
  /// without counts; else how they can be.
  private static func cause(in remarks: [Diagnostic], among roots: [Place]) -> Phrase {
    let causes = remarks.filter { $0.code == .communePartly }
    guard !causes.isEmpty else {
      guard roots.allSatisfy({ PlaceTree.isHamlet($0.name) }) else { return Phrase("") }
      return Phrase(
        vi: " Muốn có số của cả xã thì ghi --place \"Xã …\", số của các thôn được cộng lại.",
        en: " For the whole commune write --place \"Xã …\"; the hamlets are then added up.")
    }
    let columns = remarks.filter { $0.code == .columnPassedOver }
    func told(_ language: Language) -> String {
      (causes + columns).prefix(5).map { $0.message(in: language) }.joined(separator: "; ")
    }
    return Phrase(
      vi:
        " Không cộng được các thôn thành số của cả xã: \(told(.vi)). Xem thêm: forecast check TỆP.",
      en: " The hamlets could not be added up: \(told(.en)). See also: forecast check FILE.")
  }
}

extension DiagnosticCode {
  static let levelOtherKind = DiagnosticCode(
    "level.other-kind", .warning,
    message: Phrase(
      vi: "“{level}” đặt ra cho {kinds}, không phải cho {kind}: kết quả của {value} chỉ để so sánh",
      en:
        "“{level}” is set for {kinds}, not for {kind}: the result for {value} is a comparison only"),
    remedy: Phrase(
      vi: "Ghi rõ điều này khi dùng kết quả.", en: "Say so wherever the result is used."))

  static let placeUnknown = DiagnosticCode(
    "place.unknown",
    message: Phrase(vi: "bộ số liệu không có “{value}”", en: "the data have no place “{value}”"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))

  static let placeAmbiguous = DiagnosticCode(
    "place.ambiguous", obstacle: .usage,
    message: Phrase(
      vi: "bộ số liệu có {value} địa phương: {places} …",
      en: "the data have {value} places: {places} …"),
    remedy: Phrase(
      vi: "Chọn một nơi bằng --place.{cause}", en: "Choose one with --place.{cause}"))

  static let datasetEmpty = DiagnosticCode(
    "dataset.empty", obstacle: .insufficientData,
    message: Phrase(vi: "“{value}” không có số liệu nào", en: "“{value}” has no figures"),
    remedy: Phrase(
      vi: "Nhập ít nhất một dòng số liệu.", en: "Enter at least one row of figures."))
}
