import Planning
import Regulations
import Reporting
import Wording

extension NextSteps {
  /// The name of the archive that is recommended.
  private static let archiveName = "forecast-archive.jsonl"

  /// Returns what to do after milestones: to put them on record, or to keep the hash of the record.
  func text(
    afterMilestonesOf analysis: Analysis, archived: MilestonesJSON.Archived?, files: [String],
    language: Language
  ) -> String {
    let options =
      ["--target", analysis.level.id] + sameYear + sameData + sameRule + sameModel
    var lines: [(Phrase, String)] = [
      (
        Phrase(vi: "đã ghi bảng mốc", en: "the milestones were written to"),
        files.joined(separator: ", ")
      )
    ]
    lines.append(
      (
        Phrase(vi: "xem câu trả lời đầy đủ và các lưu ý", en: "the whole answer and its remarks"),
        Self.command(options)
      ))
    if let archived {
      lines += [
        (
          archived.isAppended
            ? Phrase(vi: "đã lưu vào", en: "put on record in")
            : Phrase(vi: "đã có sẵn trong", en: "on record already in"),
          Phrase(
            vi: "\(archived.path) (\(archived.records) bản ghi)",
            en: "\(archived.path) (\(archived.records) records)")(language)
        ),
        (
          Phrase(
            vi: "ghi mã này vào kế hoạch để chứng minh kho lưu không bị cắt",
            en: "write this into the plan, as proof that nothing is cut off"),
          archived.head
        ),
        (
          Phrase(vi: "năm sau, đối chiếu bằng", en: "next year, review it by"),
          Self.command(
            ["review", "--archive", archived.path, "--data"]
              + [Phrase(vi: "<số liệu năm sau>", en: "<next year's data>")(language)]
              + place + (language == .vi ? [] : ["--lang", language.rawValue]))
        ),
      ]
    } else {
      lines.append(
        (
          Phrase(
            vi: "nên lưu kế hoạch này để năm sau đối chiếu",
            en: "better put this plan on record for next year"),
          Self.command(["milestones"] + options + ["--archive", Self.archiveName])
        ))
    }
    return Self.text(of: lines, language: language)
  }

  /// The place, where the analyst named one.
  private var place: [String] {
    guard let index = sameData.firstIndex(of: "--place"), index + 1 < sameData.count else {
      return []
    }
    return Array(sameData[index...(index + 1)])
  }
}
