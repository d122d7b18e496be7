import Foundation
import Testing
import Wording

@testable import Planning

/// A row of Reference/target_sharing.csv; the script that writes the table lies beside it.
struct SharingReference {
  let effort: SharingEffort
  let total: Int
  let parts: [SharingPart]
  let relaxed: [Double]
  let relaxedObjective: Double
  let targets: [Int]
  let objective: Double

  static func table() throws -> [SharingReference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/target_sharing.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let fields = line.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
      try #require(fields.count == 11)
      func wholes(_ index: Int) throws -> [Int] { try fields[index].map { try #require(Int($0)) } }
      let (base, current) = (try wholes(2), try wholes(3))
      let (floor, ceiling) = (try wholes(4), try wholes(5))
      return SharingReference(
        effort: try #require(SharingEffort(rawValue: fields[0][0])),
        total: try #require(Int(fields[1][0])),
        parts: try base.indices.map { index in
          SharingPart(
            place: "Thôn \(index + 1)", year: 2025, base: base[index], current: current[index],
            floor: floor[index], ceiling: ceiling[index],
            weight: try #require(ExactDecimal(plain: fields[6][index])))
        },
        relaxed: try fields[7].map { try #require(Double($0)) },
        relaxedObjective: try #require(Double(fields[8][0])), targets: try wholes(9),
        objective: try #require(Double(fields[10][0])))
    }
  }
}

/// Random parts for properties that hold for all.
struct RandomParts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    // SplitMix64, as in Steele, Lea, Flood (2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  mutating func parts(_ count: Int, largest: Int = 5000) -> [SharingPart] {
    (0..<count).map { index in
      let base = 1 + below(largest)
      let current = below(base + 1)
      let floor = below(4) == 0 ? below(current + 1) : current
      let ceiling = below(4) == 0 ? floor + below(base - floor + 1) : base
      return SharingPart(
        place: "Xã \(index + 1)", year: 2025, base: base, current: current, floor: floor,
        ceiling: ceiling, weight: ExactDecimal(unscaled: 1 + below(40), scale: 1))
    }
  }

  mutating func total(of parts: [SharingPart]) -> Int {
    let (least, most) = (parts.reduce(0) { $0 + $1.floor }, parts.reduce(0) { $0 + $1.ceiling })
    return least + below(most - least + 1)
  }
}
