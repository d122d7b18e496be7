import Testing

@testable import Planning

@Suite struct RelaxedSharingTests {
  @Test("Both ways give the sharing that SciPy finds")
  func reference() throws {
    let rows = try SharingReference.table()
    #expect(rows.count == 200)
    for (number, row) in rows.enumerated() {
      for targets in [
        try RelaxedSharing.byLeastSquares(row.parts, total: row.total, row.effort),
        RelaxedSharing.byPrice(row.parts, total: row.total, row.effort),
      ] {
        for (found, expected) in zip(targets, row.relaxed) {
          #expect((found - expected).magnitude < 1e-8, "\(number)")
        }
        let objective = RelaxedSharing.objective(row.parts, targets, row.effort)
        #expect(
          (objective - row.relaxedObjective).magnitude <= 1e-8 * row.relaxedObjective + 1e-14,
          "\(number)")
      }
    }
  }

  @Test("The two ways agree on places of very different size", arguments: SharingEffort.allCases)
  func agreement(effort: SharingEffort) throws {
    for seed in 0..<40 {
      var random = RandomParts(seed: UInt64(seed))
      let parts = random.parts(2 + random.below(30), largest: seed % 2 == 0 ? 900 : 2_000_000)
      let total = random.total(of: parts)
      let dense = try RelaxedSharing.byLeastSquares(parts, total: total, effort)
      let price = RelaxedSharing.byPrice(parts, total: total, effort)
      let sum = dense.reduce(0, +)
      #expect((sum - Double(total)).magnitude < 1e-9 * Double(total + 1), "\(seed)")
      let objectives = [dense, price].map { RelaxedSharing.objective(parts, $0, effort) }
      let difference = (objectives[0] - objectives[1]).magnitude
      #expect(difference <= 1e-9 * (objectives[1] + 1e-12), "\(seed)")
      for (one, other) in zip(dense, price) {
        #expect((one - other).magnitude < 1e-7 * (1 + other), "\(seed)")
      }
    }
  }

  @Test("Few places go through least squares, many through the price; both reach the total")
  func sizes() throws {
    for count in [1, RelaxedSharing.denseLimit, RelaxedSharing.denseLimit + 1] {
      var random = RandomParts(seed: UInt64(count))
      let parts = random.parts(count)
      let total = random.total(of: parts)
      let targets = try RelaxedSharing.targets(parts, total: total, .relative)
      #expect((targets.reduce(0, +) - Double(total)).magnitude < 1e-6)
    }
  }
}
