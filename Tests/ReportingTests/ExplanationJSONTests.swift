import Foundation
import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Explanation as JSON")
struct ExplanationJSONTests {
  private func data(_ id: String, _ year: Int, _ language: Language = .vi) throws -> [String: Any] {
    let explanation = try AnalysisFixture().explanation(id, year)
    let text = ExplanationJSON.data(of: explanation, in: language).text
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Values are written in full, substitutions with a decimal point whatever the language")
  func numbers() throws {
    let explanation = try AnalysisFixture().explanation("A.2", 2027)
    let steps = try #require(try data("A.2", 2027)["steps"] as? [[String: Any]])
    #expect(
      steps.count == explanation.steps.count + 1
        + (explanation.result?.statementRecord == nil ? 0 : 1))
    for step in steps {
      guard let told = explanation.step(step["id"] as? String ?? "") else { continue }
      if case .number(let number) = told.value {
        // JSONSerialization reads the last bit as it likes.
        let read = try #require(step["value"] as? Double)
        #expect(abs(read - number) <= 1e-15 * abs(number))
      }
      if let substitution = step["substitution"] as? String {
        #expect(!substitution.contains(","), "\(substitution)")
      }
    }
    let english = try #require(try data("A.2", 2027, .en)["steps"] as? [[String: Any]])
    #expect(
      english.map { $0["substitution"] as? String } == steps.map { $0["substitution"] as? String })
  }

  @Test("Figures and records carry file and line, and what became of them")
  func inputs() throws {
    let figures = try #require(try data("A.2", 2027)["figures"] as? [[String: Any]])
    #expect(figures.count == 10)
    #expect(
      figures.allSatisfy { $0["file"] as? String == "so-lieu.csv" && $0["line"] as? Int == 2 })
    let records = try #require(try data("A.5", 2028)["records"] as? [[String: Any]])
    #expect(records.map { $0["use"] as? String } == ["earlier", "used"])
  }
}
