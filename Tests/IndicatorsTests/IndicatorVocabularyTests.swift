import Indicators
import Testing

@Suite("IndicatorVocabulary")
struct IndicatorVocabularyTests {
  @Test("Terms stay as they are given; the empty vocabulary has none")
  func terms() {
    let term = IndicatorVocabulary.Term(
      id: "trained", kind: .share, names: ["trained", "Lao động qua đào tạo"], base: "adults")
    let group = IndicatorVocabulary.Term(id: "trained", kind: .base, names: ["trained"])
    let vocabulary = IndicatorVocabulary(terms: [term, group])
    #expect(vocabulary.terms.map(\.id) == ["trained", "trained"])
    #expect(vocabulary.terms.map(\.kind) == [.share, .base])
    #expect(vocabulary.terms.map(\.base) == ["adults", nil])
    #expect(IndicatorVocabulary.empty.terms.isEmpty)
  }
}
