import Foundation
import LinearAlgebra
import ReferenceSets
import Statistics
import Testing

/// Digits of agreement with the certified values of the NIST Statistical Reference Datasets.
///
/// Source: https://www.itl.nist.gov/div898/strd/lls/lls.shtml
@Suite struct NISTTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets/nist-strd")

  /// The digits that a set must reach.
  ///
  /// Required: about one digit less than reached. What is reached is the limit of the tables, whose
  /// decimals are rounded to `Double` on reading (14.0 for Norris, 13.5 for Pontius, 13.2 for Wampler2).
  struct Requirement: Sendable, CustomTestStringConvertible {
    let name: String
    let coefficients: Double
    let standardErrors: Double

    /// With powers rounded to `Double`, as most programs see them.
    let roundedCoefficients: Double

    init(_ name: String, coefficients: Double, errors: Double, rounded: Double) {
      self.name = name
      self.coefficients = coefficients
      standardErrors = errors
      roundedCoefficients = rounded
    }

    var testDescription: String { name }
  }

  static let requirements = [
    Requirement("norris", coefficients: 13, errors: 13, rounded: 13),
    Requirement("pontius", coefficients: 12.5, errors: 13, rounded: 12.5),
    Requirement("noint1", coefficients: 14, errors: 14, rounded: 14),
    Requirement("noint2", coefficients: 14, errors: 14, rounded: 14),
    Requirement("longley", coefficients: 13.5, errors: 13.5, rounded: 13.5),
    Requirement("filip", coefficients: 13, errors: 13.5, rounded: 6.5),
    Requirement("wampler1", coefficients: 14, errors: 8, rounded: 14),
    Requirement("wampler2", coefficients: 12, errors: 8, rounded: 12),
    Requirement("wampler3", coefficients: 14, errors: 13.5, rounded: 14),
    Requirement("wampler4", coefficients: 14, errors: 13.5, rounded: 14),
    Requirement("wampler5", coefficients: 14, errors: 13.5, rounded: 14),
  ]

  @Test(arguments: requirements)
  func certifiedValuesAreReached(by requirement: Requirement) throws {
    let comparison = try NISTComparison(NISTSet(named: requirement.name, in: Self.folder))
    func reaches(_ agreement: Agreement, _ digits: Double, _ what: String) {
      #expect(
        agreement.digits >= digits,
        "\(requirement.name), \(what): \(agreement.digits) digits of \(digits) required")
    }
    reaches(comparison.coefficients, requirement.coefficients, "coefficients")
    reaches(
      comparison.roundedCoefficients, requirement.roundedCoefficients,
      "coefficients over rounded powers")
    reaches(comparison.standardErrors, requirement.standardErrors, "standard errors")
    let deviation = min(13, requirement.standardErrors)
    reaches(comparison.residualStandardDeviation, deviation, "residual standard deviation")
    reaches(comparison.rSquared, 14, "R²")
  }

  @Test(arguments: ["wampler1", "wampler2"]) func exactFitsHaveErrorsOfZero(name: String) throws {
    let fit = try NISTSet(named: name, in: Self.folder).fitted()
    let errors = try #require(fit.standardErrors)
    #expect(errors.allSatisfy { $0 <= 1e-8 }, "standard errors \(errors)")
    let deviation = try #require(fit.residualStandardDeviation)
    #expect(deviation <= 1e-8, "residual standard deviation \(deviation)")
  }

  @Test(arguments: NISTSet.names) func noColumnIsDropped(name: String) throws {
    let set = try NISTSet(named: name, in: Self.folder)
    #expect(set.design.columns == set.certified.coefficients.count)
    #expect(try PivotedQR(set.design.leading).rank == set.design.columns)
    #expect(set.design.rows == set.response.count)
  }

  @Test(arguments: ["longley", "filip", "wampler5"])
  func noFewerDigitsThanOtherPrograms(name: String) throws {
    let set = try NISTSet(named: name, in: Self.folder)
    let ours = try NISTComparison(set).coefficients.digits
    let peers = try PeerEstimates(in: Self.folder)
    for family in ["numpy", "R"] {
      let answer = try #require(peers.answer(of: family, set: name, setting: .fullRank))
      let theirs = Agreement(answer.estimates, certified: set.certified.coefficients).digits
      #expect(ours >= theirs, "\(name): \(ours) digits, \(answer.program) \(theirs)")
    }
  }

  @Test func filipLosesAColumnInOtherProgramsAsTheyCome() throws {
    let peers = try PeerEstimates(in: Self.folder)
    #expect(peers.answer(of: "R", set: "filip", setting: .byDefault)?.rank == 10)
    #expect(peers.answer(of: "numpy", set: "filip", setting: .byDefault)?.rank == 10)
    #expect(peers.answer(of: "S", set: "filip", setting: .byDefault) == nil)
  }

  @Test func aMissingSetIsAnError() {
    #expect(throws: (any Error).self) { try NISTSet(named: "none", in: Self.folder) }
  }
}
