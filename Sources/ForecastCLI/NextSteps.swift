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
    if let other = analysis.heldLevels.map(\.level).first(where: { $0.id != level.id }) {
      let rule = other.regulation == level.regulation ? sameRule : []
      lines.append(
        (
          Phrase(vi: "hỏi \(other.title.vi)", en: "to ask for \(other.title.en)"),
          Self.command(["--target", other.id] + sameData + rule + sameModel)
        ))
    }
    let year = String(analysis.targetYear + 2)
    lines.append(
      (
        Phrase(vi: "tính số còn thiếu cho năm khác", en: "the gap for another year"),
        Self.command(["--target", level.id, "--by", year] + sameData + sameRule + sameModel)
      ))
    lines.append(
      (
        Phrase(vi: "xem các mức và căn cứ pháp lý", en: "all levels and their legal basis"),
        Self.command(["levels"] + (language == .vi ? [] : ["--lang", language.rawValue]))
      ))
    return Self.text(of: lines, in: language)
  }

  /// Returns the lines under their heading, in columns.
  static func text(of lines: [(Phrase, String)], in language: Language) -> String {
    let width = lines.map { DisplayWidth.of($0.0(language)) }.max() ?? 0
    return Phrase(vi: "LÀM TIẾP", en: "NEXT")(language) + "\n"
      + lines.map { DisplayWidth.padded($0.0(language) + ":", to: width + 3) + $0.1 + "\n" }
      .joined()
  }

  static func command(_ words: [String]) -> String {
    (["forecast"] + words).map(quoted).joined(separator: " ")
  }

  /// Returns a word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:=+@%".contains($0) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
