import Diagnostics
import Indicators
import InputFiles
import Regulations
import Testing
import Wording

@testable import ForecastCLI

@Suite struct DirectionChoiceTests {
  private let library: PaceLibrary

  init() {
    library = PaceLibrary(
      version: "test",
      estimates: PaceEstimates(
        curve: PaceCurve(knots: [0, 100], paces: [0, 0]), panelWidth: 1, loneWidth: 1),
      shapes: [ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 1)],
      sets: [
        PaceSet(id: "dropout", group: "school", direction: .down, places: 9, figures: 90),
        PaceSet(id: "trained", group: "labour", direction: .down, places: 9, figures: 90),
      ], families: [PaceFamily(id: "other", revisionSD: 1, isVerified: true)])
  }

  private func choice(_ declared: String...) throws -> DirectionChoice {
    let file = Repository.url("datasets/regulations/tt25-2023-xa.yaml")
    return try DirectionChoice(
      declared: declared,
      rules: RegulationLibrary.read([try SourceFile(reading: file, shownAs: "rules.yaml")]),
      library: library)
  }

  private func indicator(_ id: String, _ direction: GoodDirection = .unknown) -> Indicator {
    Indicator(id: id, title: Phrase(id), direction: direction)
  }

  @Test("What is told counts before what the data declare, and that before what is known")
  func order() throws {
    #expect(try choice("dropout=up").direction(of: indicator("dropout", .down)) == .up)
    #expect(try choice().direction(of: indicator("dropout", .up)) == .up)
    #expect(try choice().direction(of: indicator("dropout")) == .down)
    #expect(try choice("other=up").direction(of: indicator("dropout")) == .down)
    #expect(try choice("dropout=unknown").direction(of: indicator("dropout", .up)) == .unknown)
  }

  @Test("A rule knows the direction of its indicators better than the library does")
  func rules() throws {
    #expect(try choice().direction(of: indicator("trained")) == .up)
    #expect(try choice("trained=down").direction(of: indicator("trained")) == .down)
  }

  @Test("An indicator of which nobody says anything has no direction")
  func unknown() throws {
    #expect(try choice().direction(of: indicator("unheard of")) == .unknown)
  }

  @Test("Of two texts about one indicator the later counts")
  func repeated() throws {
    #expect(try choice("a=up", "a=down").direction(of: indicator("a")) == .down)
  }

  @Test(
    "A text that is no direction is a fault of usage",
    arguments: ["", "a", "a=", "=up", "a=sideways", "a=UP", "a=up=down"])
  func faults(text: String) throws {
    let faults = try #require(throws: Faults.self) { try choice(text) }
    #expect(faults.obstacle == .usage)
    #expect(faults.diagnostics.map(\.code.id) == ["usage.value"])
    #expect(faults.diagnostics[0].message(in: .vi).contains("--direction"))
  }
}
