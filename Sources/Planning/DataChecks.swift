import Diagnostics
import Forecasting
import Indicators
import Regulations
import Wording

/// Checks of data against rules: what contradicts a rule, and names that no rule knows.
enum DataChecks {
  /// Returns a fault for each figure of a part that is above the whole that contains it.
  ///
  /// "Trong đó": the people of 5.2b are among those of 5.2a. Compared are counts over one base, else
  /// percents as printed, of every place and year.
  static func contradictions(in panel: IndicatorPanel, levels: [Level]) -> [Diagnostic] {
    var pairs: [(part: Requirement, whole: Requirement)] = []
    for level in levels {
      for part in level.requirements {
        guard let id = part.partOf, let whole = level.requirements.first(where: { $0.id == id }),
          !pairs.contains(where: {
            $0.part.indicator == part.indicator && $0.whole.indicator == whole.indicator
          })
        else { continue }
        pairs.append((part, whole))
      }
    }
    var diagnostics: [Diagnostic] = []
    for pair in pairs {
      for place in panel.places {
        let wholes = panel.releases(place: place.name, indicator: pair.whole.indicator)
        for part in panel.releases(place: place.name, indicator: pair.part.indicator) {
          guard
            let whole = wholes.last(where: { $0.year == part.year && $0.vintage == part.vintage })
              ?? wholes.last(where: { $0.year == part.year }),
            exceeds(part, whole)
          else { continue }
          diagnostics.append(
            Diagnostic(
              .partAboveWhole, at: part.position, value: FigureWords.text(of: part),
              [
                "place": place.name, "year": String(part.year), "partID": pair.part.id,
                "wholeID": pair.whole.id,
              ],
              phrases: [
                "part": FigureWords.phrase(of: part), "whole": FigureWords.phrase(of: whole),
              ]))
        }
      }
    }
    return diagnostics
  }

  private static func exceeds(_ part: Observation, _ whole: Observation) -> Bool {
    if let partCount = part.count, let wholeCount = whole.count, part.base == whole.base {
      return partCount > wholeCount
    }
    if let partPercent = part.printedPercent, let wholePercent = whole.printedPercent {
      return partPercent > wholePercent
    }
    return part.percent > whole.percent + 0.05
  }

  /// Returns a warning for each indicator of the data that no rule knows.
  static func unknownIndicators(in panel: IndicatorPanel, known: Set<String>) -> [Diagnostic] {
    panel.indicators.filter { !known.contains($0.id) }.map { indicator in
      let nearest = NearestName.suggestions(for: indicator.id, among: known.sorted(), limit: 3)
      let position = panel.firstPosition(ofIndicator: indicator.id)
      return Diagnostic(
        .indicatorUnknown, at: position, value: indicator.id,
        ["nearest": (nearest.isEmpty ? known.sorted() : nearest).joined(separator: ", ")],
        phrases: [
          "line": position?.line.map { Phrase(vi: " (dòng \($0))", en: " (line \($0))") }
            ?? Phrase("")
        ])
    }
  }

  /// Returns a warning for each fact that no rule asks for and each agency of no requirement.
  static func strayRecords(in dataset: Dataset, _ request: AnalysisRequest) -> [Diagnostic] {
    let requirements = request.levels.flatMap(\.requirements)
    let indicators = Set(requirements.map(\.indicator))
    let ids = indicators.union(requirements.map(\.id))
      .union(request.levels.flatMap { $0.supporting.map(\.id) })
      .union(requirements.flatMap(\.gradeConditions).flatMap(\.rates).map(\.indicator.id))
    var strays: [Diagnostic] = []
    var seen: Set<String> = []
    for record in dataset.facts where !indicators.contains(record.indicator) {
      guard seen.insert(record.indicator).inserted else { continue }
      let nearest = NearestName.suggestions(
        for: record.indicator, among: indicators.sorted(), limit: 1)
      strays.append(
        Diagnostic(
          .factStray, at: record.position, value: record.indicator,
          ["nearest": nearest.first ?? "–"]))
    }
    for assignment in dataset.assignments where !ids.contains(assignment.requirement) {
      let nearest = NearestName.suggestions(
        for: assignment.requirement, among: ids.sorted(), limit: 1)
      strays.append(
        Diagnostic(
          .assignmentStray, value: assignment.requirement, ["nearest": nearest.first ?? "–"]))
    }
    return strays
  }

  /// Returns a warning for a recognition whose level no rule file defines.
  static func unknownRecognition(_ outlook: RecognitionOutlook?) -> [Diagnostic] {
    guard let outlook, outlook.level == nil else { return [] }
    let name = "\(outlook.recognition.regulation)#\(outlook.recognition.level)"
    return [Diagnostic(.recognitionUnknown, value: name)]
  }

  /// Returns a warning for each definition that was accepted but that no row of the answer has.
  static func unusedAcceptances(
    _ request: AnalysisRequest, results: [RequirementResult]
  ) -> [Diagnostic] {
    let foreign = results.compactMap(\.foreignDefinition)
    return request.acceptedDefinitions.subtracting(foreign).sorted().map { id in
      Diagnostic(
        .definitionUnused, value: id,
        ["known": foreign.isEmpty ? "–" : foreign.joined(separator: ", ")])
    }
  }
}

extension DiagnosticCode {
  static let partAboveWhole = DiagnosticCode(
    "part.above-whole",
    message: Phrase(
      vi:
        "{place}, năm {year}: {partID} ({part}) lớn hơn {wholeID} ({whole}), mà {partID} là một phần của {wholeID}",
      en: "{place}, {year}: {partID} ({part}) is above {wholeID} ({whole}), of which it is a part"),
    remedy: Phrase(
      vi: "Sửa một trong hai số: người có trình độ {partID} phải được đếm cả trong {wholeID}.",
      en: "Mend one of the two: whoever counts in {partID} counts in {wholeID} as well."))

  static let indicatorUnknown = DiagnosticCode(
    "indicator.unknown", .warning,
    message: Phrase(
      vi: "không quy định nào dùng chỉ tiêu “{value}”{line}",
      en: "no rule uses the indicator “{value}”{line}"),
    remedy: Phrase(
      vi: "Nếu viết nhầm, sửa thành một trong: {nearest}.",
      en: "If misspelt, use one of: {nearest}."))

  static let factStray = DiagnosticCode(
    "fact.unknown", .warning,
    message: Phrase(
      vi: "không quy định nào hỏi đến “{value}” trong bảng facts",
      en: "no rule asks for “{value}” of the table of facts"),
    remedy: Phrase(vi: "Nếu viết nhầm, sửa thành: {nearest}.", en: "If misspelt, use: {nearest}."))

  static let assignmentStray = DiagnosticCode(
    "assignment.unknown", .warning,
    message: Phrase(
      vi: "bảng phân công có “{value}”, không phải chỉ tiêu nào",
      en: "the assignment table names “{value}”, which is no requirement"),
    remedy: Phrase(vi: "Nếu viết nhầm, sửa thành: {nearest}.", en: "If misspelt, use: {nearest}."))

  static let recognitionUnknown = DiagnosticCode(
    "recognition.unknown", .warning,
    message: Phrase(
      vi: "quyết định công nhận ghi mức “{value}”, không tệp quy định nào có mức này",
      en: "the recognition names “{value}”, a level that no rule file defines"),
    remedy: Phrase(
      vi: "Sửa cột regulation và level trong bảng recognition.",
      en: "Mend columns regulation and level of the table of recognitions."))

  static let definitionUnused = DiagnosticCode(
    "definition.unused", .warning,
    message: Phrase(
      vi: "--accept-definition {value}: không dòng số liệu nào theo định nghĩa này",
      en: "--accept-definition {value}: no row of data has this definition"),
    remedy: Phrase(
      vi: "Định nghĩa khác với quy định trong số liệu: {known}.",
      en: "Definitions in the data that differ from the rule's: {known}."))
}
