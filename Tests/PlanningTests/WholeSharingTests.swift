import Testing

@testable import Planning

@Suite struct WholeSharingTests {
  private func effort(_ parts: [SharingPart], _ targets: [Int], _ measure: SharingEffort) -> Double
  {
    zip(parts, targets).reduce(0) { $0 + $1.0.effort(of: $1.1, measure) }
  }

  @Test("Targets and effort are those of exact dynamic programming, ties by the order of places")
  func reference() throws {
    for (number, row) in try SharingReference.table().enumerated() {
      for start in [row.relaxed, row.parts.map { Double($0.floor) }] {
        let targets = WholeSharing.targets(
          row.parts, total: row.total, row.effort, startingAt: start)
        #expect(targets == row.targets, "\(number)")
        let found = effort(row.parts, targets, row.effort)
        #expect((found - row.objective).magnitude <= 1e-14 * row.objective, "\(number)")
        #expect(found >= row.relaxedObjective * (1 - 1e-12), "\(number)")
      }
    }
  }

  @Test("Sum and bounds hold, effort is not below the relaxed one, and the start does not matter")
  func properties() throws {
    for seed in 0..<60 {
      var random = RandomParts(seed: UInt64(seed))
      let parts = random.parts(1 + random.below(90), largest: 300)
      let total = random.total(of: parts)
      for measure in SharingEffort.allCases {
        let relaxed = RelaxedSharing.byPrice(parts, total: total, measure)
        let targets = WholeSharing.targets(parts, total: total, measure, startingAt: relaxed)
        #expect(targets.reduce(0, +) == total)
        #expect(zip(parts, targets).allSatisfy { $0.floor <= $1 && $1 <= $0.ceiling })
        let bound = RelaxedSharing.objective(parts, relaxed, measure)
        #expect(effort(parts, targets, measure) >= bound * (1 - 1e-12))
        let far = parts.map { Double($0.ceiling) }
        #expect(
          WholeSharing.targets(parts, total: total, measure, startingAt: far) == targets, "\(seed)")
        // Nobody can be moved to a place where it would cost less.
        for from in parts.indices.prefix(12) where targets[from] > parts[from].floor {
          for to in parts.indices.prefix(12)
          where to != from && targets[to] < parts[to].ceiling {
            var moved = targets
            moved[from] -= 1
            moved[to] += 1
            #expect(
              effort(parts, moved, measure) >= effort(parts, targets, measure) * (1 - 1e-12))
          }
        }
      }
    }
  }

  @Test("A larger total never lowers a place's target")
  func monotone() {
    var random = RandomParts(seed: 11)
    let parts = random.parts(7, largest: 12)
    let least = parts.reduce(0) { $0 + $1.floor }
    var previous = parts.map(\.floor)
    for total in least...parts.reduce(0, { $0 + $1.ceiling }) {
      let targets = WholeSharing.targets(
        parts, total: total, .relative,
        startingAt: RelaxedSharing.byPrice(parts, total: total, .relative))
      #expect(zip(previous, targets).allSatisfy(<=), "\(total)")
      #expect(zip(previous, targets).count { $0 != $1 } == (total == least ? 0 : 1))
      previous = targets
    }
  }

  @Test("Below the current counts people are taken one by one, and the first place keeps its own")
  func lowering() {
    let parts = (1...3).map {
      SharingPart(place: "Thôn \($0)", year: 2025, base: 10, current: 5, floor: 0)
    }
    func targets(_ total: Int) -> [Int] {
      WholeSharing.targets(parts, total: total, .squared, startingAt: [5, 5, 5])
    }
    #expect(targets(14) == [5, 5, 4] && targets(13) == [5, 4, 4] && targets(12) == [4, 4, 4])
    #expect(targets(16) == [6, 5, 5] && targets(17) == [6, 6, 5] && targets(0) == [0, 0, 0])
  }
}
