import Foundation
@testable import Forecasting
@testable import Planning
import Statistics
import Testing

@Suite("Cheapest shifts of shares")
struct MixSolverTests {
  /// A row of Reference/mix_solver.csv; the script that writes the table lies beside it.
  private struct Reference {
    let shares: [MixSolver.Share]
    let correlation: Double
    let probability: Double
    let shifts: [Double]
    let objective: Double

    static let table: [Reference] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Reference/mix_solver.csv")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      return text.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",").map { field in
          field.split(separator: " ").compactMap { Double($0) }
        }
        return Reference(
          shares: fields[2].indices.map { index in
            MixSolver.Share(
              distribution: ShareDistribution(
                location: fields[2][index], scale: fields[3][index],
                degreesOfFreedom: fields[4][index], on: .angular),
              threshold: fields[5][index], cost: fields[6][index])
          }, correlation: fields[0][0], probability: fields[1][0], shifts: fields[7],
          objective: fields[8][0])
      }
    }()
  }

  @Test("Shifts and effort are those of a general solver, on 80 random problems")
  func agreesWithReference() {
    #expect(Reference.table.count == 80)
    for (index, row) in Reference.table.enumerated() {
      let solution = MixSolver.solve(
        row.shares, correlation: row.correlation, probability: row.probability)
      let objective = zip(row.shares, solution.shifts).reduce(0) { $0 + $1.0.cost * $1.1 * $1.1 }
      #expect(solution.probability >= row.probability - 1e-9, "problem \(index)")
      #expect(
        objective <= row.objective * (1 + 1e-6) + 1e-9,
        "problem \(index): \(objective) against \(row.objective)")
      for (shift, expected) in zip(solution.shifts, row.shifts) {
        #expect(abs(shift - expected) <= 2e-3 * max(1, expected), "problem \(index)")
      }
    }
  }

  private static func share(
    _ median: Double, reaching threshold: Double, scale: Double = 3, cost: Double = 1
  ) -> MixSolver.Share {
    MixSolver.Share(
      distribution: ShareDistribution(
        location: ValueScale.angular.value(ofPercent: median), scale: scale, degreesOfFreedom: 8,
        on: .angular), threshold: threshold, cost: cost)
  }

  @Test("What is likely enough as it is costs nothing; no share costs nothing")
  func nothingToDo() {
    let solution = MixSolver.solve(
      [Self.share(70, reaching: 50)], correlation: 0.3, probability: 0.8)
    #expect(solution.shifts == [0])
    #expect(MixSolver.solve([], correlation: 0.3, probability: 0.8).probability == 1)
  }

  @Test("One share alone is raised until it is exactly as likely as asked")
  func one() {
    let solution = MixSolver.solve(
      [Self.share(50, reaching: 60)], correlation: 0.3, probability: 0.8)
    #expect(abs(solution.probability - 0.8) <= 1e-12)
    #expect(solution.shifts[0] > 10)
  }

  @Test("Two like shares are raised alike, the dearer of two less")
  func symmetry() {
    let like = MixSolver.solve(
      [Self.share(50, reaching: 60), Self.share(50, reaching: 60)], correlation: 0.3,
      probability: 0.8)
    #expect(abs(like.shifts[0] - like.shifts[1]) <= 1e-8)
    let unlike = MixSolver.solve(
      [Self.share(50, reaching: 60), Self.share(50, reaching: 60, cost: 20)], correlation: 0.3,
      probability: 0.8)
    #expect(unlike.shifts[0] > unlike.shifts[1] + 0.5)
    #expect(abs(unlike.probability - 0.8) <= 1e-9)
  }

  @Test("A certain share below its threshold is raised to it and not further")
  func certain() {
    let solution = MixSolver.solve(
      [Self.share(50, reaching: 60, scale: 0), Self.share(70, reaching: 50)], correlation: 0.3,
      probability: 0.8)
    #expect(abs(solution.shifts[0] - 10) <= 1e-6 && solution.marginals[0] == 1)
    #expect(solution.shifts[1] == 0)
  }

  @Test("What even 100% does not reach is told with the chance that it has")
  func outOfReach() {
    let solution = MixSolver.solve(
      [Self.share(90, reaching: 99.9, scale: 12)], correlation: 0.3, probability: 0.95)
    #expect(
      solution.shifts == [
        100 - ValueScale.angular.percent(ofValue: ValueScale.angular.value(ofPercent: 90))
      ])
    #expect(solution.probability < 0.95)
  }

  @Test(
    "Asking for more never costs less; every share is at least as likely as the whole",
    arguments: 0..<10)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + Int(generator.next() % 6)
    let shares = (0..<count).map { _ in
      let median = 20 + 50 * generator.nextUniform()
      return Self.share(
        median, reaching: median + 15 * generator.nextUniform(),
        scale: 1 + 4 * generator.nextUniform(), cost: 0.1 + generator.nextUniform())
    }
    let correlation = 0.95 * generator.nextUniform()
    var last = 0.0
    for probability in [0.5, 0.65, 0.8, 0.9] {
      let solution = MixSolver.solve(shares, correlation: correlation, probability: probability)
      let effort = zip(shares, solution.shifts).reduce(0) { $0 + $1.0.cost * $1.1 * $1.1 }
      #expect(effort >= last * (1 - 1e-9))
      #expect(
        abs(solution.probability - probability) <= 1e-9 || solution.shifts.allSatisfy { $0 == 0 })
      #expect(solution.marginals.allSatisfy { $0 >= probability - 1e-12 })
      last = effort
    }
  }
}
