package import Diagnostics
package import InputFiles
import Wording

/// All rule files at hand: which levels there are, and for which kind of place.
package struct RegulationLibrary: Sendable, Equatable {
  /// The regulations in the order of the files, those of law before those of planning.
  package let regulations: [Regulation]

  /// Reads rule files, which may extend each other's levels.
  ///
  /// - Parameter sources: the files, in any order.
  /// - Returns: the regulations in the order of the files, law first; none for no files.
  /// - Throws: `Faults` with all faults of all files, ordered by file, line and column.
  package static func read(_ sources: [SourceFile]) throws(Faults) -> RegulationLibrary {
    var reader = RuleFileReader()
    var drafts: [RegulationDraft] = []
    var unread: [Diagnostic] = []
    for source in sources {
      do {
        if let draft = try reader.draft(of: source) { drafts.append(draft) }
      } catch {
        unread += error.diagnostics
      }
    }
    var resolver = RuleResolver(drafts, hasUnreadFiles: drafts.count < sources.count)
    let resolved = resolver.regulations()
    let regulations = resolved.filter { !$0.isPlanning } + resolved.filter(\.isPlanning)
    let faults = unread + reader.faults + resolver.faults
    if faults.isEmpty { return RegulationLibrary(regulations: regulations) }
    throw Faults(inOrder(faults, of: sources.map(\.path)))
  }

  /// Returns the regulation of an id.
  ///
  /// - Throws: `Faults` with `regulation.unknown`.
  package func regulation(_ id: String) throws(Faults) -> Regulation {
    if let regulation = regulations.first(where: { $0.id == id }) { return regulation }
    let ids = regulations.map(\.id)
    throw Faults(
      Diagnostic(
        .regulationUnknown, value: id, ["regulations": ids.joined(separator: ", ")],
        phrases: ["hint": NameHint.phrase(for: id, among: ids)]))
  }

  /// Returns the levels for a kind of place, in the order of the files; all of them for nil.
  package func levels(forKind kind: String?) -> [Level] {
    regulations.filter { $0.fits(kind: kind) }.flatMap(\.levels)
  }

  /// Returns the level of an id.
  ///
  /// - Parameters:
  ///   - id: the id of the level.
  ///   - kind: the kind of place, which decides among regulations; nil fits every regulation.
  ///   - regulation: the id of the regulation to look in, whatever the kind of place.
  /// - Returns: the level, with all that it inherits.
  /// - Throws: `Faults` with `regulation.unknown`, `level.unknown` or `level.ambiguous`.
  package func level(
    _ id: String, kind: String?, regulation: String?
  ) throws(Faults) -> Level {
    var candidates = regulations.filter { $0.fits(kind: kind) }
    if let regulation { candidates = [try self.regulation(regulation)] }
    let found = candidates.flatMap(\.levels).filter { $0.id == id }
    if found.count > 1 {
      throw Faults(
        Diagnostic(
          .levelAmbiguous, value: id,
          ["regulations": found.map(\.regulation).joined(separator: ", ")]))
    }
    if let level = found.first { return level }
    throw Faults(unknownLevel(id, kind: kind, regulation: regulation, among: candidates))
  }

  private func unknownLevel(
    _ id: String, kind: String?, regulation: String?, among candidates: [Regulation]
  ) -> Diagnostic {
    let ids = candidates.flatMap { $0.levels.map(\.id) }
    let elsewhere = regulations.first { regulation in
      regulation.levels.contains { $0.id == id }
    }
    var hint = NameHint.phrase(for: id, among: ids)
    if let elsewhere {
      let kinds = elsewhere.placeKinds.joined(separator: ", ")
      hint = Phrase(
        vi: "Mức này có trong “\(elsewhere.id)”, dành cho: \(kinds).",
        en: "This level stands in “\(elsewhere.id)”, which is for: \(kinds).")
    }
    let subject =
      regulation.map { Phrase(vi: " trong “\($0)”", en: " in “\($0)”") }
      ?? kind.map { Phrase(vi: " cho “\($0)”", en: " for “\($0)”") } ?? Phrase("")
    return Diagnostic(
      .levelUnknown, value: id,
      phrases: [
        "subject": subject, "levels": Self.listing(of: candidates), "hint": hint,
      ])
  }

  /// Returns "level1, level2 (Thông tư …); level3 (…)": the levels and where each comes from.
  private static func listing(of regulations: [Regulation]) -> Phrase {
    guard !regulations.isEmpty else { return Phrase(vi: "không có", en: "none") }
    let listed = regulations.map { regulation in
      let ids = regulation.levels.map(\.id).joined(separator: ", ")
      let origin = regulation.legalBasis.map { Phrase($0) } ?? regulation.notice ?? regulation.title
      return Phrase(vi: "\(ids) (\(origin.vi))", en: "\(ids) (\(origin.en))")
    }
    return Phrase(
      vi: listed.map(\.vi).joined(separator: "; "), en: listed.map(\.en).joined(separator: "; "))
  }

  private static func inOrder(_ faults: [Diagnostic], of files: [String]) -> [Diagnostic] {
    let ranked = faults.enumerated().map { order, fault in
      let file = files.firstIndex { $0 == fault.position?.file } ?? files.count
      let (line, column) = (fault.position?.line ?? 0, fault.position?.column ?? 0)
      return (rank: (file, line, column, order), fault: fault)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.fault)
  }
}

extension DiagnosticCode {
  package static let regulationUnknown = DiagnosticCode(
    "regulation.unknown",
    message: Phrase(
      vi: "không có quy định “{value}”; đang có: {regulations}",
      en: "there is no regulation “{value}”; there are: {regulations}"),
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  package static let levelUnknown = DiagnosticCode(
    "level.unknown",
    message: Phrase(
      vi: "không có mức “{value}”{subject}; các mức đã định nghĩa: {levels}",
      en: "there is no level “{value}”{subject}; the levels defined are: {levels}"),
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  package static let levelAmbiguous = DiagnosticCode(
    "level.ambiguous",
    message: Phrase(
      vi: "mức “{value}” có trong nhiều quy định: {regulations}",
      en: "the level “{value}” stands in more than one regulation: {regulations}"),
    remedy: Phrase(
      vi: "Nêu rõ một quy định trong số đó.", en: "Name one of these regulations as well."))
}
