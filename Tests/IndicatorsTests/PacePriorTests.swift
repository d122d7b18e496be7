import Testing

@testable import Indicators

@Suite("PaceLibrary")
struct PacePriorTests {
  private static func prior(_ family: String, _ paceMean: Double) -> PacePrior {
    PacePrior(
      family: family, paceMean: paceMean, paceSD: 0.3, stepSD: 1.75, stepDegreesOfFreedom: 10.6,
      revisionSD: 1.17, isVerified: true)
  }

  private let library = PaceLibrary([prior("trained", 0.67), prior("other", 0.42)])

  @Test("A family has its prior, every other name that of the fallback")
  func families() {
    #expect(library.prior(for: "trained") == Self.prior("trained", 0.67))
    #expect(library.prior(for: "unknown") == Self.prior("other", 0.42))
    #expect(library.prior(for: "Trained") == Self.prior("other", 0.42))
    #expect(library.prior(for: nil) == Self.prior("other", 0.42))
    #expect(PaceLibrary.fallbackFamily == "other")
  }

  @Test("The pace turns with the good direction, and the spread does not")
  func directions() {
    #expect(library.prior(for: "trained", direction: .up).paceMean == 0.67)
    #expect(library.prior(for: "trained", direction: .down) == Self.prior("trained", -0.67))
    #expect(library.prior(for: "trained", direction: .unknown) == Self.prior("trained", 0))
  }

  @Test("A library without the fallback family is a programmer's error")
  func fallbackMissing() async {
    await #expect(processExitsWith: .failure) { _ = PaceLibrary([]) }
  }
}
