import Testing

@testable import Charts

@Suite("Linear scale")
struct LinearScaleTests {
  @Test("The ends of the domain lie at the ends, the middle in the middle, outside beyond")
  func mapping() {
    let scale = LinearScale(domain: 0...100, from: 80, to: 10)
    #expect(scale(0) == 80 && scale(100) == 10 && scale(50) == 45)
    #expect(scale(-10) == 87 && scale(110) == 3)
  }

  /// A domain and the round values in it.
  private static let known: [(ClosedRange<Double>, [Double])] = [
    (0...100, [0, 20, 40, 60, 80, 100]),
    (0...50, [0, 10, 20, 30, 40, 50]),
    (0...40, [0, 5, 10, 15, 20, 25, 30, 35, 40]),
    (0...30, [0, 5, 10, 15, 20, 25, 30]),
    (0...20, [0, 5, 10, 15, 20]),
    (0...10, [0, 2, 4, 6, 8, 10]),
    (3...9, [3, 4, 5, 6, 7, 8, 9]),
    (-1...1, [-1, -0.5, 0, 0.5, 1]),
    (0...0.04, [0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04]),
  ]

  @Test("Ticks are the round values that a person would choose", arguments: known)
  func ticks(domain: ClosedRange<Double>, expected: [Double]) {
    let ticks = LinearScale(domain: domain, from: 0, to: 1).ticks
    #expect(ticks.count == expected.count)
    for (tick, value) in zip(ticks, expected) { #expect(abs(tick - value) < 1e-9) }
  }

  @Test("On any domain there are 3 to 9 ticks, evenly spaced within it", arguments: 0..<60)
  func anyDomain(seed: Int) {
    let span = 0.003 * Double(seed * seed * seed + 1)
    let start = Double(seed % 7) * 3.7 - 11
    let domain = start...(start + span)
    let ticks = LinearScale(domain: domain, from: 0, to: 1).ticks
    #expect((3...9).contains(ticks.count), "\(ticks)")
    #expect(
      ticks.allSatisfy { $0 >= domain.lowerBound - 1e-9 && $0 <= domain.upperBound + 1e-9 })
    let steps = zip(ticks.dropFirst(), ticks).map { $0 - $1 }
    #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-6 * span })
  }

  @Test("A domain of one value is a mistake of the program")
  func emptyDomain() async {
    await #expect(processExitsWith: .failure) {
      _ = LinearScale(domain: 3...3, from: 0, to: 1)
    }
  }
}

@Suite("Label spacing")
struct LabelSpacingTests {
  /// Wishes that are near, far, equal and outside of the limits, the same for each seed.
  private static func wishes(_ seed: Int, count: Int) -> [Double] {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 25) * 0.5 - 1
    }
  }

  private static func cost(_ places: [Double], _ wishes: [Double]) -> Double {
    zip(places, wishes).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  }

  @Test("Labels keep gap, order and limits", arguments: 0..<200)
  func laws(seed: Int) {
    let wishes = Self.wishes(seed, count: 1 + seed % 7)
    let places = LabelSpacing.places(wishes, gap: 1.5, within: 0...10)
    #expect(places.count == wishes.count)
    #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 10 + 1e-9 }, "\(places)")
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      #expect(places[below] - places[above] >= 1.5 - 1e-9, "\(wishes) → \(places)")
    }
  }

  @Test("No choice on a fine grid moves the labels less", arguments: 0..<60)
  func leastMovement(seed: Int) {
    let wishes = Self.wishes(seed, count: 3)
    let places = LabelSpacing.places(wishes, gap: 1.5, within: 0...10)
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    let sorted = order.map { wishes[$0] }
    var least = Double.infinity
    let grid = stride(from: 0.0, through: 10, by: 0.125)
    for first in grid {
      for second in grid where second >= first + 1.5 {
        for third in grid where third >= second + 1.5 {
          least = min(least, Self.cost([first, second, third], sorted))
        }
      }
    }
    #expect(Self.cost(places, wishes) <= least + 1e-9, "\(wishes) → \(places)")
  }

  @Test("Labels that do not touch stay where they wish to be")
  func untouched() {
    #expect(LabelSpacing.places([7, 1, 4], gap: 2, within: 0...10) == [7, 1, 4])
    #expect(LabelSpacing.places([], gap: 2, within: 0...10) == [])
  }

  @Test("Equal wishes spread around the wish in their order")
  func equalWishes() {
    #expect(LabelSpacing.places([5, 5, 5], gap: 2, within: 0...10) == [3, 5, 7])
    #expect(LabelSpacing.places([0, 0, 0], gap: 2, within: 0...10) == [0, 2, 4])
    #expect(LabelSpacing.places([10, 10], gap: 2, within: 0...10) == [8, 10])
  }

  @Test("One label is moved into the limits")
  func single() {
    #expect(LabelSpacing.places([-3], gap: 2, within: 0...10) == [0])
    #expect(LabelSpacing.places([12], gap: 2, within: 0...10) == [10])
  }

  @Test("Where there is too little room the gap shrinks evenly, and the limits hold")
  func tooLittleRoom() {
    let places = LabelSpacing.places([1, 9, 5, 5, 2], gap: 4, within: 0...10)
    #expect(places.sorted() == [0, 2.5, 5, 7.5, 10])
    #expect(places[0] == 0 && places[1] == 10)
  }
}
