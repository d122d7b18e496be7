import Testing

@testable import Planning

/// A small seeded generator (SplitMix64; Steele, Lea and Flood 2014), the same on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Path of a count by quarters")
struct MilestonePathTests {
  @Test("A rise of 70 in two years, by hand")
  func rise() {
    // 70·k/8 = 8.75, 17.5, 26.25, 35, 43.75, 52.5, 61.25, 70, halves rounded up.
    let path = MilestonePath.rise(from: 530, to: 600, years: 2)
    #expect(path.counts == [539, 548, 556, 565, 574, 583, 591, 600])
    #expect(path.additions == [9, 9, 8, 9, 9, 9, 8, 9])
  }

  @Test("Fewer people than quarters are added one at a time")
  func small() {
    let path = MilestonePath.rise(from: 9, to: 11, years: 1)
    #expect(path.counts == [10, 10, 11, 11] && path.additions == [1, 0, 1, 0])
    #expect(MilestonePath.rise(from: 5, to: 5, years: 1).additions == [0, 0, 0, 0])
  }

  // numpy: np.diff(np.floor(G * np.arange(n + 1) / n + 0.5))
  @Test(
    "The parts of a rise are those of cumulative rounding, halves up",
    arguments: [
      (3195, [799, 799, 798, 799]), (1380, [345, 345, 345, 345]), (647, [162, 162, 161, 162]),
      (1, [0, 1, 0, 0]), (2, [1, 0, 1, 0]), (3, [1, 1, 0, 1]), (0, [0, 0, 0, 0]),
    ])
  func parts(total: Int, parts: [Int]) {
    #expect(MilestonePath.rise(from: 0, to: total, years: 1).additions == parts)
  }

  @Test("Any rise is monotone, even, adds up to the gap and ends at what is asked")
  func riseProperties() {
    var generator = SplitMix(state: 7)
    for _ in 0..<2000 {
      let start = Int.random(in: 0...2_000_000, using: &generator)
      let most = [3, 50, 1000, 3_000_000][Int.random(in: 0...3, using: &generator)]
      let gap = Int.random(in: 0...most, using: &generator)
      let years = Int.random(in: 1...30, using: &generator)
      let path = MilestonePath.rise(from: start, to: start + gap, years: years)
      #expect(path.counts.count == 4 * years && path.additions.count == 4 * years)
      #expect(path.counts.last == start + gap)
      #expect(path.additions.reduce(0, +) == gap)
      let (smallest, largest) = (path.additions.min() ?? 0, path.additions.max() ?? 0)
      #expect(smallest >= 0 && largest - smallest <= 1)
      #expect(zip([start] + path.counts, path.counts).allSatisfy { $0 <= $1 })
      #expect(
        zip(zip([start] + path.counts, path.counts), path.additions).allSatisfy {
          $0.1 - $0.0 == $1
        })
    }
  }

  @Test(
    "Enough already: what each year asks for, and people only where it grows beyond what there is")
  func hold() {
    let reserve = MilestonePath.hold(from: 650, needed: [600, 606])
    #expect(reserve.counts == [600, 600, 600, 600, 606, 606, 606, 606])
    #expect(reserve.additions == [0, 0, 0, 0, 0, 0, 0, 0])
    // 6 in four quarters: 1.5, 3, 4.5, 6, halves rounded up.
    let growing = MilestonePath.hold(from: 606, needed: [612, 618])
    #expect(growing.counts == [608, 609, 611, 612, 614, 615, 617, 618])
    #expect(growing.additions == [2, 1, 2, 1, 2, 1, 2, 1])
    let shrinking = MilestonePath.hold(from: 600, needed: [590, 580])
    #expect(shrinking.counts == [590, 590, 590, 590, 580, 580, 580, 580])
  }

  @Test("What is held never falls short of the year, and additions are what the peak lacks")
  func holdProperties() {
    var generator = SplitMix(state: 11)
    for _ in 0..<1000 {
      let start = Int.random(in: 0...5000, using: &generator)
      let needed = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
        Int.random(in: 0...6000, using: &generator)
      }
      let path = MilestonePath.hold(from: start, needed: needed)
      for (index, need) in needed.enumerated() { #expect(path.counts[4 * index + 3] == need) }
      #expect(path.additions.allSatisfy { $0 >= 0 })
      #expect(path.additions.reduce(0, +) == max(0, (needed.max() ?? 0) - start))
      #expect(path.counts.last == needed.last)
    }
  }
}
