/// The sharing of a target in whole people, of the lowest effort there is.
///
/// The effort of each place is convex, so that people can be given one by one, each where one more
/// costs least: what comes out is optimal for the sum (Gross 1956; Ibaraki, Katoh 1988, Resource Allocation
/// Problems, ch. 4). Where one more costs the same in several places, the place that stands first in the
/// data is given it; with that rule there is one answer. It is reached from the relaxed one, which is
/// near: rounded down, filled up, and mended until no person could be moved to a cheaper place. Only
/// comparisons of exact costs decide, so that how the relaxed targets were rounded has no influence.
enum WholeSharing {
  /// Gives people out one by one.
  ///
  /// - Parameters:
  ///   - parts: the places, in the order that decides ties.
  ///   - total: the sum of the targets, between the sums of floors and ceilings.
  ///   - effort: how effort is measured.
  ///   - start: targets to begin with, not necessarily whole or of that sum.
  /// - Returns: the targets, one a part.
  /// - Complexity: O((n + people by which the start is off) log n).
  static func targets(
    _ parts: [SharingPart], total: Int, _ effort: SharingEffort, startingAt start: [Double]
  ) -> [Int] {
    var giving = Giving(
      parts: parts, effort: effort,
      targets: zip(parts, start).map { part, value in
        min(max(Int(value.rounded(.down)), part.floor), part.ceiling)
      })
    var missing = total - giving.targets.reduce(0, +)
    while missing != 0 {
      if missing > 0 { giving.giveCheapest() } else { giving.takeDearest() }
      missing -= missing.signum()
    }
    giving.mend()
    return giving.targets
  }
}

/// Targets while people are given and taken one by one.
private struct Giving {
  /// One person more in a place, ordered by what it costs, then by the place.
  private struct Unit: Comparable {
    let cost: UnitCost
    let place: Int
    /// The target of the place when the unit was listed; it is out of date when that has changed.
    let target: Int

    static func < (left: Self, right: Self) -> Bool {
      left.cost == right.cost ? left.place < right.place : left.cost < right.cost
    }
  }

  private let parts: [SharingPart]
  private let effort: SharingEffort
  private(set) var targets: [Int]
  /// The next person of each place, the cheapest first.
  private var next: BinaryHeap<Unit>
  /// The last person of each place, the dearest first.
  private var last: BinaryHeap<Unit>

  init(parts: [SharingPart], effort: SharingEffort, targets: [Int]) {
    self.parts = parts
    self.effort = effort
    self.targets = targets
    next = BinaryHeap(by: <)
    last = BinaryHeap(by: >)
    for place in parts.indices { list(place) }
  }

  private mutating func list(_ place: Int) {
    let (part, target) = (parts[place], targets[place])
    if target < part.ceiling {
      let cost = UnitCost(part, from: target, effort)
      next.insert(Unit(cost: cost, place: place, target: target))
    }
    if target > part.floor {
      let cost = UnitCost(part, from: target - 1, effort)
      last.insert(Unit(cost: cost, place: place, target: target))
    }
  }

  private mutating func change(_ place: Int, by people: Int) {
    targets[place] += people
    list(place)
  }

  private mutating func dropOutdated() {
    while let unit = next.first, unit.target != targets[unit.place] { next.removeFirst() }
    while let unit = last.first, unit.target != targets[unit.place] { last.removeFirst() }
  }

  mutating func giveCheapest() {
    dropOutdated()
    guard let unit = next.first else { preconditionFailure("a total above all ceilings") }
    change(unit.place, by: 1)
  }

  mutating func takeDearest() {
    dropOutdated()
    guard let unit = last.first else { preconditionFailure("a total below all floors") }
    change(unit.place, by: -1)
  }

  /// Moves people to cheaper places while there is one; the costs of all people fall each time.
  mutating func mend() {
    while true {
      dropOutdated()
      guard let cheapest = next.first, let dearest = last.first, cheapest < dearest else { return }
      change(dearest.place, by: -1)
      change(cheapest.place, by: 1)
    }
  }
}

/// Elements of which the first in an order is at hand.
///
/// Source: Williams (1964), “Algorithm 232: Heapsort”. Inserting and removing cost O(log n).
private struct BinaryHeap<Element> {
  private var elements: [Element] = []
  private let precedes: (Element, Element) -> Bool

  init(by precedes: @escaping (Element, Element) -> Bool) { self.precedes = precedes }

  var first: Element? { elements.first }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, precedes(elements[child], elements[(child - 1) / 2]) {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() {
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    var parent = 0
    while true {
      let children = (2 * parent + 1..<2 * parent + 3).filter { $0 < elements.count }
      guard let best = children.min(by: { precedes(elements[$0], elements[$1]) }),
        precedes(elements[best], elements[parent])
      else { return }
      elements.swapAt(best, parent)
      parent = best
    }
  }
}
