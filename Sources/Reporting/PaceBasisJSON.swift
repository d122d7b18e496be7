import Planning

/// Which places a pace was compared with, and how it stands among them, alike in every document.
enum PaceBasisJSON {
  /// Returns the standing of a pace; null without anything to compare with.
  static func standing(_ standing: PaceStanding?) -> JSONValue {
    guard let standing else { return .null }
    return .object([("share", .number(standing.share))] + members(of: standing.basis))
  }

  /// Returns the places; null without any.
  static func basis(_ basis: PaceBasis?) -> JSONValue {
    basis.map { .object(members(of: $0)) } ?? .null
  }

  private static func members(of basis: PaceBasis) -> [(key: String, value: JSONValue)] {
    [
      ("source", .string(basis.source.rawValue)), ("windows", .whole(basis.windows)),
      ("places", .whole(basis.places)), ("indicators", .whole(basis.indicators)),
      ("years", .whole(basis.years)), ("levelFrom", .number(basis.levels.lowerBound)),
      ("levelTo", .number(basis.levels.upperBound)), ("otherKinds", .bool(basis.isOfOtherKinds)),
    ]
  }
}
