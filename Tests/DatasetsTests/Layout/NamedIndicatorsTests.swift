import Indicators
import Testing

@testable import Datasets

@Suite("NamedIndicators")
struct NamedIndicatorsTests {
  private static let vocabulary = IndicatorVocabulary(terms: [
    IndicatorVocabulary.Term(
      id: "citizens", kind: .share,
      names: ["citizens", "Công dân trong xã đạt danh hiệu “Công dân học tập”", "5.1"]),
    IndicatorVocabulary.Term(
      id: "trained", kind: .share,
      names: ["trained", "Công dân trong xã được đào tạo trình độ chuyên môn kỹ thuật", "5.2a"]),
    IndicatorVocabulary.Term(
      id: "university", kind: .share,
      names: ["university", "Công dân trong xã có trình độ đại học trở lên", "5.2b"]),
    IndicatorVocabulary.Term(
      id: "communities", kind: .share, names: ["communities", "Cộng đồng học tập"]),
    IndicatorVocabulary.Term(
      id: "week", kind: .fact, names: ["week", "Tuần lễ hưởng ứng học tập suốt đời", "1.3"]),
    IndicatorVocabulary.Term(
      id: "households", kind: .base, names: ["households", "Tất cả các hộ gia đình trong xã"]),
  ])
  private let reader = HeadingReader(Self.vocabulary)

  private func ids(_ terms: [Int]) -> [String] { terms.map { Self.vocabulary.terms[$0].id } }

  @Test("A whole name counts with a number before it, in capitals and without diacritics")
  func whole() {
    for text in [
      "Cộng đồng học tập", "3. CỘNG ĐỒNG HỌC TẬP", "a) cong dong hoc tap", "communities",
    ] {
      #expect(ids([reader.indicator(named: text)].compactMap(\.self)) == ["communities"], "\(text)")
    }
    #expect(reader.indicator(named: "Tất cả các hộ gia đình trong xã") == nil)
    #expect(reader.indicator(named: "3.") == nil)
    #expect(reader.indicator(named: "") == nil)
  }

  @Test("Long names count inside a sentence, all of them in its order")
  func within() {
    #expect(
      ids(
        reader.indicators(
          within:
            "2. Có ít nhất 50% công dân trong xã được đào tạo trình độ chuyên môn kỹ thuật; trong đó, có ít nhất 12% công dân trong xã có trình độ đại học trở lên."
        )) == ["trained", "university"])
    #expect(
      ids(
        reader.indicators(
          within:
            "1. Có ít nhất 60% công dân trong xã đạt danh hiệu “Công dân học tập” theo quy định tại Quyết định số 324/QĐ-KHVN"
        )) == ["citizens"])
  }

  @Test("Short names count only among words that change nothing")
  func short() {
    #expect(
      ids(reader.indicators(within: "Có ít nhất 75% thôn đạt Cộng đồng học tập")) == ["communities"]
    )
    #expect(
      reader.indicators(within: "5. Tác dụng của việc xây dựng “Cộng đồng học tập” cấp xã").isEmpty)
    #expect(reader.indicators(within: "Tổ chức hội nghị sơ kết").isEmpty)
    #expect(reader.indicators(within: "").isEmpty)
  }

  @Test(
    "An id has a point; one without its letter means all its parts",
    arguments: [
      ("5.1", ["citizens"]), ("5.1.", ["citizens"]), ("5.2a", ["trained"]),
      ("5.2", ["trained", "university"]), ("1.3", ["week"]), ("1", []), ("5", []), ("9.9", []),
      ("trained", []), ("", []), (".", []),
    ] as [(String, [String])])
  func numbered(text: String, expected: [String]) {
    #expect(ids(reader.indicators(numbered: text)) == expected)
  }
}
