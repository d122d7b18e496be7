import Forecasting
import Indicators
import Planning
import Regulations
import Testing

@Suite("Request of an analysis")
struct AnalysisRequestTests {
  @Test("A horizon that is not ahead traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = Rule.request(Rule.level([]), horizon: 0)
    }
  }

  @Test("Five years, the default model and everything known is what a plain request asks")
  func defaults() {
    let request = AnalysisRequest(
      place: Commune.place, level: Rule.level([]), levels: [], knownIndicators: [],
      paceLibrary: Rule.paces)
    #expect(request.horizon == 5)
    #expect(request.byYear == nil && request.asOf == nil)
    #expect(request.model.id == ModelRegistry.standard.id)
    #expect(request.acceptedDefinitions.isEmpty)
  }
}
