import Testing

@testable import Forecasting

@Suite("Track record")
struct TrackRecordTests {
  private func widths(
    _ record: TrackRecord, place: Int = 99
  ) -> PacePrior.Widths {
    var prior = LibraryFixture.prior()
    record.apply(to: &prior, place: place)
    return prior.widths
  }

  /// Returns a record of errors that scatter with a factor round what was stated.
  private func record(
    factor: Double, places: Int = 20, seed: UInt64 = 1, horizons: ClosedRange<Int> = 1...3
  ) -> TrackRecord {
    var random = SeededNumbers(seed)
    var record = TrackRecord(horizon: 3)
    for place in 0..<places {
      for horizon in horizons {
        // Sums of three uniform numbers scatter like errors of variance one.
        let error = (0..<3).reduce(0.0) { sum, _ in sum + random.number(in: -1...1) }
        record.add(ratio: factor * error, place: place, horizon: horizon)
      }
    }
    return record
  }

  @Test("Without targets of other places the library's widths stand")
  func withoutTargets() {
    let untouched = LibraryFixture.prior().widths
    #expect(widths(TrackRecord(horizon: 3)) == untouched)
    var own = TrackRecord(horizon: 3)
    own.add(ratio: 5, place: 99, horizon: 1)
    #expect(widths(own) == untouched)
  }

  @Test("Widths grow where errors were large and shrink where they were small")
  func sizes() {
    let factors = [0.3, 1, 3].map { widths(record(factor: $0)).factors }
    for horizon in 0..<3 {
      #expect(factors[0][horizon] < factors[1][horizon])
      #expect(factors[1][horizon] < factors[2][horizon])
    }
    #expect(factors[0].allSatisfy { $0 < 1 })
    #expect(factors[2].allSatisfy { $0 > 1 })
  }

  @Test("More targets move the widths further")
  func evidence() {
    let factors = [1, 5, 40].map { widths(record(factor: 2.5, places: $0)).factors[0] }
    #expect(factors[0] < factors[1] && factors[1] < factors[2])
  }

  @Test("The record reaches years that no target has come for, more weakly")
  func kernel() {
    let factors = widths(record(factor: 3, horizons: 1...1)).factors
    #expect(factors[0] > factors[1] && factors[1] > factors[2])
    #expect(factors[2] > 1)
  }

  @Test("A few errors far out make heavier tails, not only wider ones")
  func tails() {
    var outliers = record(factor: 0.8)
    for place in 0..<3 { outliers.add(ratio: 40, place: 200 + place, horizon: 1) }
    #expect(
      widths(outliers).degreesOfFreedom(horizon: 1)
        < widths(record(factor: 0.8)).degreesOfFreedom(horizon: 1))
    #expect(widths(outliers).degreesOfFreedom(horizon: 1) >= 1)
  }

  @Test("A place's own errors leave its widths alone, and move those of others")
  func leavesOneOut() {
    let usual = record(factor: 1)
    var wild = usual
    for horizon in 1...3 { wild.add(ratio: 9, place: 99, horizon: horizon) }
    for (left, right) in zip(
      widths(wild, place: 99).factors, widths(usual, place: 99).factors)
    {
      #expect(agree(left, right, to: 1e-10))
    }
    #expect(widths(wild, place: 99).targets == widths(usual, place: 99).targets)
    #expect(widths(wild, place: 0).factors[0] > widths(usual, place: 0).factors[0])
  }

  @Test("Errors count by their size, not their sign or order")
  func symmetry() {
    var (left, right) = (TrackRecord(horizon: 3), TrackRecord(horizon: 3))
    let errors = [0.3, -2, 1.1, 0.7, -0.2]
    for (place, error) in errors.enumerated() { left.add(ratio: error, place: place, horizon: 1) }
    for (place, error) in errors.enumerated().reversed() {
      right.add(ratio: -error, place: place, horizon: 1)
    }
    for (one, other) in zip(widths(left).factors, widths(right).factors) {
      #expect(agree(one, other, to: 1e-12))
    }
  }

  @Test("Factors multiply the library's table, and the last year of the record stands beyond")
  func factors() {
    let widths = widths(record(factor: 2))
    #expect(widths.factors.count == 3 && widths.tails.count == 3)
    #expect(widths.targets == 60)
    #expect(widths.factor(horizon: 9) == widths.factor(horizon: 3))
    #expect(widths.degreesOfFreedom(horizon: 9) == widths.degreesOfFreedom(horizon: 3))
    #expect(widths.factor(horizon: 2) == widths.factors[1])
  }
}
