import Indicators
import Regulations
import Testing

@Suite("Vocabulary of regulations")
struct RegulationVocabularyTests {
  private static let based = RuleText.minimal(
    "    definition: adults-titled\n", "    definition: adults-titled\n    base: adults-titled\n")

  private func term(
    _ id: String, _ kind: IndicatorVocabulary.Kind, in vocabulary: IndicatorVocabulary
  ) -> IndicatorVocabulary.Term? {
    vocabulary.terms.first { $0.id == id && $0.kind == kind }
  }

  @Test("An indicator has its id, titles and the id of its requirement as names")
  func indicators() throws {
    let vocabulary = try RuleText.library(RuleText.minimal).vocabulary
    let titled = try #require(term("titled", .share, in: vocabulary))
    #expect(titled.names.first == "titled")
    #expect(titled.names.contains("Người có danh hiệu"))
    #expect(titled.names.contains("1.1"))
    #expect(titled.base == nil)
    #expect(Set(titled.names).count == titled.names.count)
    // No requirement says what kind it is.
    #expect(term("planned", .share, in: vocabulary) != nil)
  }

  @Test("A definition is a group only where an indicator is a share of it")
  func groups() throws {
    let without = try RuleText.library(RuleText.minimal).vocabulary
    #expect(term("adults-titled", .base, in: without) == nil)
    let vocabulary = try RuleText.library(Self.based).vocabulary
    let group = try #require(term("adults-titled", .base, in: vocabulary))
    #expect(group.names.contains("Người lớn có danh hiệu"))
    #expect(term("titled", .share, in: vocabulary)?.base == "adults-titled")
  }

  @Test("An id that two regulations declare is one term with the names of both")
  func several() throws {
    let other = RuleText.minimal.replacing("rules-a", with: "rules-b")
      .replacing("Người có danh hiệu", with: "Người được công nhận")
      .replacing("level1", with: "level9")
    let vocabulary = try RuleText.library(RuleText.minimal, other).vocabulary
    #expect(vocabulary.terms.filter { $0.id == "titled" }.count == 1)
    let names = try #require(term("titled", .share, in: vocabulary)).names
    #expect(names.contains("Người có danh hiệu") && names.contains("Người được công nhận"))
  }

  @Test("One group under two ids is one term, and the shares of both are shares of it")
  func groupsOfSeveral() throws {
    let other = Self.based.replacing("rules-a", with: "rules-b").replacing("level1", with: "level9")
      .replacing("adults-titled", with: "grown-ups").replacing("id: titled", with: "id: honoured")
      .replacing("indicator: titled", with: "indicator: honoured")
    let vocabulary = try RuleText.library(Self.based, other).vocabulary
    #expect(vocabulary.terms.filter { $0.kind == .base }.count == 1)
    let group = vocabulary.terms.first { $0.kind == .base }?.id
    #expect(term("titled", .share, in: vocabulary)?.base == group)
    #expect(term("honoured", .share, in: vocabulary)?.base == group)
  }

  @Test("The shipped rules name shares, items, grades and groups, each id once a kind")
  func shipped() throws {
    let vocabulary = try RuleText.shipped().vocabulary
    #expect(term("learning-citizens", .share, in: vocabulary)?.names.contains("5.1") == true)
    #expect(term("trained", .share, in: vocabulary) != nil)
    #expect(term("learning-week", .fact, in: vocabulary) != nil)
    #expect(term("preschool-universalisation", .grade, in: vocabulary) != nil)
    #expect(vocabulary.terms.contains { $0.kind == .base })
    let keys = vocabulary.terms.map { "\($0.kind) \($0.id)" }
    #expect(Set(keys).count == keys.count)
    let groups = Set(vocabulary.terms.filter { $0.kind == .base }.map(\.id))
    for base in vocabulary.terms.compactMap(\.base) { #expect(groups.contains(base), "\(base)") }
  }

  @Test("The same files give the same terms in the same order")
  func deterministic() throws {
    let first = try RuleText.shipped().vocabulary.terms
    let second = try RuleText.shipped().vocabulary.terms
    #expect(first.map(\.id) == second.map(\.id))
    #expect(first.map(\.names) == second.map(\.names))
  }
}
