/// A straight map from values of data to millimetres on the sheet.
package struct LinearScale: Sendable, Equatable {
  /// The values at the two ends.
  package let domain: ClosedRange<Double>
  /// Where the lower end of the domain lies.
  package let start: Double
  /// Where the upper end of the domain lies.
  package let end: Double

  /// - Precondition: the domain is not a single value.
  package init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
    precondition(domain.upperBound > domain.lowerBound, "the domain \(domain) is a single value")
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// Returns where a value lies; values outside the domain lie outside the ends.
  package func callAsFunction(_ value: Double) -> Double {
    start + (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (end - start)
  }

  /// Returns round values within the domain, 3 to 9 of them, steps of 1, 2 or 5 times a power of ten.
  package var ticks: [Double] {
    let span = domain.upperBound - domain.lowerBound
    var unit = 1.0
    while unit * 10 <= span { unit *= 10 }
    while unit > span { unit /= 10 }
    let step = [0.1, 0.2, 0.5, 1, 2, 5].map { $0 * unit }.first { span / $0 <= 8 } ?? unit
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step).rounded(.down)
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}

/// Places labels along a line so that none overlaps another, moved as little as possible.
package enum LabelSpacing {
  /// Returns places in the order of the wishes, at least `gap` apart, within `limits`.
  ///
  /// Labels that come too near form a group that is centred on the mean of its wishes; groups that
  /// then meet are joined (pool adjacent violators). Where the limits cannot hold all labels at the
  /// gap, the gap is made smaller.
  package static func places(
    _ wishes: [Double], gap: Double, within limits: ClosedRange<Double>
  ) -> [Double] {
    guard wishes.count > 1 else {
      return wishes.map { min(max($0, limits.lowerBound), limits.upperBound) }
    }
    let room = limits.upperBound - limits.lowerBound
    let gap = min(gap, room / Double(wishes.count - 1))
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var groups: [(members: [Int], start: Double)] = []
    func start(of members: [Int]) -> Double {
      let mean = members.map { wishes[$0] }.reduce(0, +) / Double(members.count)
      let length = gap * Double(members.count - 1)
      let wished = mean - length / 2
      return min(max(wished, limits.lowerBound), limits.upperBound - length)
    }
    for index in order {
      groups.append(([index], start(of: [index])))
      while groups.count > 1 {
        let last = groups[groups.count - 1]
        let previous = groups[groups.count - 2]
        let end = previous.start + gap * Double(previous.members.count - 1)
        if last.start >= end + gap - 1e-9 { break }
        groups.removeLast(2)
        let members = previous.members + last.members
        groups.append((members, start(of: members)))
      }
    }
    var places = [Double](repeating: 0, count: wishes.count)
    for group in groups {
      for (rank, index) in group.members.enumerated() {
        places[index] = group.start + gap * Double(rank)
      }
    }
    return places
  }
}
