import Diagnostics
import Foundation
import Regulations
import Testing
import Wording

/// The key `grades` of an indicator: what it says, and every fault that it can have.
struct RuleGradeReaderTests {
  /// The small rule file with a graded indicator; each part can be replaced.
  private static func text(
    _ grades: String, requirement: String = "kind: grade\n        threshold: 2"
  ) -> String {
    RuleText.minimal(
      "  - id: planned\n",
      "  - id: rate\n    title: Tỷ lệ\n    direction: up\n  - id: less\n    title: Thấp\n    direction: down\n  - id: other\n    title: Khác\n    direction: up\n    grades:\n      - grade: 1\n        rates: [{indicator: rate, threshold: 70}]\n        source: A\n        confidence: V\n  - id: planned\n    grades:\n"
        + grades
    )
    .replacingOccurrences(of: "indicator: titled", with: "indicator: planned")
    .replacingOccurrences(of: "kind: share\n        threshold: 60", with: requirement)
  }

  private static let first = """
          - grade: 1
            rates:
              - {indicator: rate, threshold: 80, especiallyDifficultThreshold: 72.5}
            grades: [{indicator: other, grade: 1}]
            notes: [{vi: điều kiện, en: condition}, một câu]
            source: A
            confidence: V

    """
  private static let second = """
          - grade: 2
            rates: [{indicator: rate, threshold: 90}]
            source: A
            confidence: V

    """

  private func faults(_ grades: String) -> [String] {
    RuleText.diagnostics([Self.text(grades)]).map {
      "\($0.code.id) \($0.value ?? "")".trimmingSuffix
    }
  }

  @Test("Rates, softer thresholds, grades of others and notes are read")
  func sound() throws {
    let library = try RuleText.library(Self.text(Self.first + Self.second))
    let level = library.levels(forKind: nil)[0]
    let conditions = try #require(level.requirement("1.1")).gradeConditions
    #expect(conditions.map(\.grade) == [1, 2])
    #expect(conditions[1].rates.map(\.threshold.unscaled) == [90])
    let rate = try #require(conditions[0].rates.first)
    #expect(rate.threshold.unscaled == 80)
    #expect(rate.especiallyDifficult?.value == 72.5)
    #expect(rate.provenance.source == "A" && rate.provenance.confidence == .verbatim)
    #expect(conditions[0].notes == [Phrase(vi: "điều kiện", en: "condition"), Phrase("một câu")])
    #expect(library.regulations[0].rateIndicators == ["rate"])
  }

  @Test("A share or fact carries no conditions of grades")
  func otherKinds() throws {
    let library = try RuleText.library(
      Self.text(Self.first, requirement: "kind: fact"))
    #expect(library.levels(forKind: nil)[0].requirements[0].gradeConditions.isEmpty)
  }

  @Test(
    "Whatever is wrong is said",
    arguments: [
      ("- grade: 1", "- grade: 3", ["rule.grade.order 3"]),
      ("- grade: 1", "- grade: 0", ["rule.number.range 0"]),
      ("- grade: 1", "- grade: x", ["rule.value.type x"]),
      ("- grade: 1\n", "- {}\n          - grade: 1\n", []),
      ("indicator: rate", "indicator: rates", ["rule.name.unknown rates"]),
      ("indicator: rate", "indicator: less", ["rule.direction.down less"]),
      ("threshold: 80,", "threshold: 101,", ["rule.number.range 101"]),
      ("threshold: 80,", "", ["rule.key.missing"]),
      ("Threshold: 72.5", "Threshold: x", ["rule.value.type x"]),
      (
        "especiallyDifficultThreshold", "difficultAreaThreshold",
        ["rule.key.unknown difficultAreaThreshold"]
      ),
      ("indicator: other", "indicator: rate", ["rule.name.unknown rate"]),
      ("other, grade: 1", "other, grade: 2", ["rule.number.range 2"]),
      ("other, grade: 1", "planned, grade: 1", ["rule.grade.cycle 1"]),
      ("[{vi: điều kiện, en: condition}, một câu]", "[[]]", ["rule.value.type"]),
      ("[{indicator: other, grade: 1}]", "x", ["rule.value.type x"]),
      ("[{indicator: other, grade: 1}]", "[x]", ["rule.value.type x"]),
      ("confidence: V\n", "\n", ["rule.key.missing"]),
      ("source: A", "source: A\n        law: true", ["rule.key.unknown law"]),
    ] as [(String, String, [String])])
  func faults(old: String, new: String, expected: [String]) throws {
    try #require(Self.first.contains(old))
    let changed = Self.first.replacingOccurrences(of: old, with: new)
    if expected.isEmpty {
      #expect(!faults(changed).isEmpty)
    } else {
      #expect(faults(changed) == expected)
    }
  }

  @Test("Rates are required, and each indicator stands once in a grade")
  func rates() {
    let empty = "      - grade: 1\n        rates: []\n        source: A\n        confidence: V\n"
    #expect(faults(empty) == ["rule.list.empty"])
    let none = "      - grade: 1\n        source: A\n        confidence: V\n"
    #expect(faults(none) == ["rule.key.missing"])
    let twice =
      "      - grade: 1\n        rates: [{indicator: rate, threshold: 1}, {indicator: rate, threshold: 2}]\n        source: A\n        confidence: V\n"
    #expect(faults(twice) == ["rule.id.duplicate rate"])
    #expect(faults("      - x\n") == ["rule.value.type x"])
    #expect(faults("      x: 1\n") == ["rule.value.type"])
  }

  @Test("A circle over two indicators is told with its way")
  func cycle() throws {
    let text = Self.text(Self.first + Self.second).replacingOccurrences(
      of: "rates: [{indicator: rate, threshold: 70}]",
      with:
        "rates: [{indicator: rate, threshold: 70}]\n        grades: [{indicator: planned, grade: 2}]"
    )
    let found = RuleText.diagnostics([text])
    #expect(found.map(\.code.id) == ["rule.grade.cycle", "rule.grade.cycle"])
    #expect(
      found.last?.message(in: .en).contains("planned 1 → other 1 → planned 2 → planned 1") == true)
  }
}

extension String {
  /// The text without a blank at its end.
  fileprivate var trimmingSuffix: String { hasSuffix(" ") ? String(dropLast()) : self }
}
