import Indicators
import InputFiles
import Planning
import Regulations
import Wording

/// What to run next, printed under every answer; each command can be pasted as it stands.
struct NextSteps {
  /// The options that make another run speak of the same data.
  let sameData: [String]
  /// The options that make it look in the same regulation.
  let sameRule: [String]
  /// The options that make it forecast in the same way.
  let sameModel: [String]
  /// The option that makes it ask about the same year; empty where none was named.
  var sameYear: [String] = []
  /// The options that make the answer, and only it, give the same second opinions.
  var sameMethods: [String] = []

  /// Returns the steps; the text ends in a line feed.
  func text(after analysis: Analysis, files: [String], language: Language) -> String {
    let level = analysis.level
    let pictures = files.filter { $0.hasSuffix(".svg") }
    let drawn = Set(pictures.map { $0.dropLast(4) })
    let tables = files.filter { !$0.hasSuffix(".svg") && !drawn.contains($0.dropLast(4)) }
    var lines: [(Phrase, String)] = [
      (
        Phrase(vi: "đã ghi bảng khoảng cách", en: "the gap table was written to"),
        tables.joined(separator: ", ")
      )
    ]
    if let first = pictures.first {
      lines.append(
        (
          Phrase(
            vi: "đã vẽ \(pictures.count) hình, kèm bảng số .csv",
            en: "\(pictures.count) pictures, each with its numbers as .csv"),
          pictures.count == 1 ? first : "\(first) …"
        ))
    }
    let same = sameData + sameRule + sameModel
    let planning: [(Phrase, String)] = [
      (
        Phrase(vi: "việc phải làm, từng quý, từng đơn vị", en: "what to do, by quarter and agency"),
        "gap"
      ),
      (
        Phrase(vi: "kịch bản, và phải nhắm tới bao nhiêu", en: "scenarios, and what to aim at"),
        "scenario"
      ),
      (Phrase(vi: "mốc từng quý để đưa vào kế hoạch", en: "milestones for the plan"), "milestones"),
    ]
    lines += planning.map { words, command in
      (words, Self.command([command, "--target", level.id] + sameYear + same))
    }
    lines += Self.explained(in: analysis).map { id in
      (
        Phrase(vi: "một con số từ đâu ra", en: "where a number comes from"),
        Self.command(
          ["explain", id, String(analysis.targetYear), "--target", level.id]
            + Self.options(same, without: ["--output", "--format"]))
      )
    }
    if let other = analysis.heldLevels.map(\.level).first(where: { $0.id != level.id }) {
      let rule = other.regulation == level.regulation ? sameRule : []
      lines.append(
        (
          Phrase(vi: "hỏi \(other.title.vi)", en: "to ask for \(other.title.en)"),
          Self.command(["--target", other.id] + sameData + rule + sameModel + sameMethods)
        ))
    }
    let year = String(analysis.targetYear + 2)
    lines.append(
      (
        Phrase(vi: "tính số còn thiếu cho năm khác", en: "the gap for another year"),
        Self.command(
          ["--target", level.id, "--by", year] + sameData + sameRule + sameModel + sameMethods)
      ))
    lines.append(
      (
        Phrase(vi: "xem các mức và căn cứ pháp lý", en: "all levels and their legal basis"),
        Self.command(["levels"] + (language == .vi ? [] : ["--lang", language.rawValue]))
      ))
    return Self.text(of: lines, language: language)
  }

  /// Returns options without some, and without the values of these, for a command that does not know them.
  static func options(_ options: [String], without unknown: Set<String>) -> [String] {
    var kept: [String] = []
    var isSkipping = false
    for option in options {
      if isSkipping {
        isSkipping = false
      } else if unknown.contains(option) {
        isSkipping = true
      } else {
        kept.append(option)
      }
    }
    return kept
  }

  /// Returns the requirement whose number is worth explaining: the share that binds, else the first one with a
  /// forecast; none where nothing is forecast.
  private static func explained(in analysis: Analysis) -> [String] {
    let binding =
      analysis.outlook.first { $0.year == analysis.targetYear }?.bindingRequirements ?? []
    let shares = analysis.requirements.filter { $0.probability(in: analysis.targetYear) != nil }
    let chosen = shares.first { binding.contains($0.id) } ?? shares.first
    return chosen.map { [$0.id] } ?? []
  }

  /// Returns steps with what each is for, in two columns under their heading.
  static func text(of lines: [(Phrase, String)], language: Language) -> String {
    let width = lines.map { DisplayWidth.of($0.0(language)) }.max() ?? 0
    return Phrase(vi: "LÀM TIẾP", en: "NEXT")(language) + "\n"
      + lines.map { DisplayWidth.padded($0.0(language) + ":", to: width + 3) + $0.1 + "\n" }
      .joined()
  }

  /// Returns a command of this program as a shell takes it.
  static func command(_ words: [String]) -> String {
    (["forecast"] + words).map(quoted).joined(separator: " ")
  }

  /// Returns a word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:=+@%".contains($0) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

extension NextSteps {
  /// Takes over the options of a run that make another one speak of the same data in the same way.
  init(
    source: SourceOptions, place: PlaceOptions, models: ModelOptions, outlook: OutlookOptions,
    output: OutputOptions, format: FormatOptions, common: CommonOptions, methods: [String] = []
  ) {
    var data: [String] = []
    if let path = source.data { data += ["--data", path] }
    if let path = source.mapping { data += ["--mapping", path] }
    if let sign = source.decimal { data += ["--decimal", sign.rawValue] }
    if let path = source.crosswalk { data += ["--crosswalk", path] }
    if let path = source.library { data += ["--library", path] }
    if let name = place.place { data += ["--place", name] }
    if let date = place.asOf { data += ["--as-of", date.iso] }
    if output.output != OutputOptions.standardFolder { data += ["--output", output.output] }
    if let format = format.format { data += ["--format", format.rawValue] }
    if common.lang != .vi { data += ["--lang", common.lang.rawValue] }
    let model = models.model.map { ["--model", $0] } ?? []
    let horizon = models.horizon == 5 ? [] : ["--horizon", String(models.horizon)]
    self.init(
      sameData: data, sameRule: place.regulation.map { ["--regulation", $0] } ?? [],
      sameModel: model + horizon
        + outlook.acceptDefinition.flatMap { ["--accept-definition", $0] },
      sameYear: outlook.by.map { ["--by", String($0)] } ?? [],
      sameMethods: methods.flatMap { ["--method", $0] })
  }
}
