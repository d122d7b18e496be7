import Planning
import Wording

/// The second opinions in the `data` of an analysis: an entry a method, in the order of the registry.
enum OpinionJSON {
  /// Returns the entries; none when no method was asked for.
  static func data(of analysis: Analysis, in language: Language) -> JSONValue {
    .array(
      analysis.opinions.map { method in
        let words = method.method.words
        return .object([
          ("method", .string(method.method.id)),
          ("title", .string(words.title(language))),
          ("formula", .string(words.formula(language))),
          ("source", .string(words.source(language))),
          ("unconfirmed", .text(words.unconfirmed?(language))),
          ("requirements", .array(method.opinions.map { requirement($0, analysis, language) })),
          ("level", method.level.map(level) ?? .null),
        ])
      })
  }

  private static func requirement(
    _ opinion: SecondOpinion, _ analysis: Analysis, _ language: Language
  ) -> JSONValue {
    let result = analysis.requirements.first { $0.id == opinion.requirement }
    return .object([
      ("id", .string(opinion.requirement)),
      ("class", .text(opinion.verdict?.rawValue)),
      ("currentClass", .text(opinion.standing?.rawValue)),
      ("notAssessed", .text(opinion.refusal?.id)),
      ("reason", .text(opinion.refusal?.title(language))),
      ("firstYear", .integer(opinion.years?.lowerBound)),
      ("lastYear", .integer(opinion.years?.upperBound)),
      (
        "numbers",
        .array(
          opinion.numbers.map { number in
            .object([
              ("name", .string(number.quantity.rawValue)),
              ("unit", .string(number.quantity.unit.rawValue)),
              ("value", .decimal(number.value)),
            ])
          })
      ),
      ("notes", .texts(opinion.notes.map(\.rawValue))),
      ("probability", .decimal(result?.probability(in: analysis.targetYear))),
    ])
  }

  private static func level(_ level: LevelOpinion) -> JSONValue {
    .object([
      ("class", .string(level.verdict.rawValue)), ("score", .decimal(level.score)),
      ("deciding", .texts(level.deciding)), ("notAssessed", .texts(level.unassessed)),
    ])
  }
}
