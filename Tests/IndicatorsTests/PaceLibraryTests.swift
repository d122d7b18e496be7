import Indicators
import Testing

@Suite("Pace library")
struct PaceLibraryTests {
  private static func estimates(_ width: Double) -> PaceEstimates {
    PaceEstimates(
      curve: PaceCurve(knots: [0, 100], paces: [1, 0]), panelWidth: width, loneWidth: 2 * width)
  }

  private static let shape = ChangeShape(
    noise: 0.2, slope: 0.1, drift: 0.3, persistence: 0.5, weight: 1)

  private let library = PaceLibrary(
    version: "1", estimates: estimates(1), withoutGroup: ["labour": estimates(0.5)],
    shapes: [shape],
    sets: [
      PaceSet(id: "trained", group: "labour", direction: .up, places: 63, figures: 800),
      PaceSet(id: "dropout", group: "school", direction: .down, places: 9, figures: 90),
    ],
    families: [
      PaceFamily(id: "trained", revisionSD: 1, isVerified: true),
      PaceFamily(id: "other", revisionSD: 2, isVerified: false),
    ])

  @Test("A family is found by its id; all others are the fallback")
  func families() {
    #expect(library.family("trained").isVerified)
    for id in [nil, "", "no such family", "other"] { #expect(library.family(id).id == "other") }
  }

  @Test("What is tested is judged by nothing that its own group taught")
  func withoutGroup() {
    #expect(library.estimates(testing: "trained").panelWidth == 0.5)
    #expect(library.estimates(testing: "dropout").panelWidth == 1)
    #expect(library.estimates(testing: "unheard of") == library.estimates)
    #expect(library.set("dropout")?.direction == .down && library.set("x") == nil)
  }

  // MARK: Shapes

  @Test("Covariances of changes are those of level noise, slope and drift together")
  func covariance() {
    #expect(abs(Self.shape.covariance(yearsApart: 0) - 1) < 1e-15)
    #expect(abs(Self.shape.covariance(yearsApart: 1) - (0.1 + 0.15 - 0.1)) < 1e-15)
    #expect(abs(Self.shape.covariance(yearsApart: 2) - (0.1 + 0.075)) < 1e-15)
    #expect(abs(Self.shape.covariance(yearsApart: 60) - 0.1) < 1e-15)
  }

  @Test("A walk has changes that know nothing of each other, noise has changes that swing back")
  func extremes() {
    let walk = ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 1)
    #expect((0...4).map { walk.covariance(yearsApart: $0) } == [1, 0, 0, 0, 0])
    let noise = ChangeShape(noise: 1, slope: 0, drift: 0, persistence: 0, weight: 1)
    #expect((0...3).map { noise.covariance(yearsApart: $0) } == [1, -0.5, 0, 0])
    let line = ChangeShape(noise: 0, slope: 1, drift: 0, persistence: 0, weight: 1)
    #expect((0...3).map { line.covariance(yearsApart: $0) } == [1, 1, 1, 1])
  }

  // MARK: Settings

  @Test("Every constant has one name, and is set by it")
  func settings() {
    let numbers = PaceSettings.numbers
    #expect(Set(numbers.map(\.name)).count == numbers.count)
    for number in numbers {
      var settings = PaceSettings()
      settings[keyPath: number.path] += 1
      #expect(settings != PaceSettings())
      #expect(numbers.count { settings[keyPath: $0.path] != PaceSettings()[keyPath: $0.path] } == 1)
    }
  }

  @Test("Libraries and tables that say nothing trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = PaceLibrary(
        version: "1", estimates: PaceLibraryTests.estimates(1), shapes: [],
        families: [PaceFamily(id: "other", revisionSD: 1, isVerified: true)])
    }
    await #expect(processExitsWith: .failure) {
      _ = PaceLibrary(
        version: "1", estimates: PaceLibraryTests.estimates(1), shapes: [PaceLibraryTests.shape],
        families: [])
    }
    await #expect(processExitsWith: .failure) { _ = PaceLibraryTests.estimates(0) }
  }
}
