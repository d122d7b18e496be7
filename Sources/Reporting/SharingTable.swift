import Indicators
package import Planning
import Wording

/// A shared target as a table: one row a place, what it has, what it is given, what that costs.
package enum SharingTable {
  /// Builds the table.
  ///
  /// - Parameters:
  ///   - sharing: the answer.
  ///   - hasSum: whether a last row tells the sums; a program that adds a column up needs none.
  ///   - limit: the most places that are shown; nil shows all.
  /// - Returns: the table.
  package static func table(
    of sharing: TargetSharing, hasSum: Bool = false, limit: Int? = nil
  ) -> ReportTable {
    let decimals = effortDecimals(of: sharing)
    let rows = sharing.shares.prefix(limit ?? .max).map { share in
      row(
        [
          .name(share.part.place), .year(share.part.year), .whole(share.part.base),
          .whole(share.part.current), .percent(share.currentPercent), .whole(share.target),
          .percent(share.targetPercent), .whole(share.added),
        ],
        effort: share.effort, decimals,
        limits: [
          .whole(share.part.floor), .whole(share.part.ceiling), .text(words(for: share.bound)),
        ])
    }
    return ReportTable(columns: columns, rows: rows + (hasSum ? [sum(of: sharing, decimals)] : []))
  }

  private static var columns: [ReportTable.Column] {
    func number(_ vi: String, _ en: String) -> ReportTable.Column {
      ReportTable.Column(Phrase(vi: vi, en: en), .trailing)
    }
    return [
      ReportTable.Column(Phrase(vi: "Địa phương", en: "Place"), widest: 30),
      number("Năm", "Year"), number("Tổng số", "Base"), number("Hiện có", "Current"),
      number("Tỷ lệ", "Share"), number("Chỉ tiêu", "Target"),
      number("Tỷ lệ phải đạt", "Target share"), number("Tăng thêm", "Added"),
      number("Nỗ lực", "Effort"), number("Sàn", "Floor"), number("Trần", "Ceiling"),
      ReportTable.Column(Phrase(vi: "Bị giữ ở", en: "Held at")),
    ]
  }

  private static func row(
    _ figures: [ReportTable.Cell], effort: Double, _ decimals: Int, limits: [ReportTable.Cell]
  ) -> [ReportTable.Cell] {
    let whole = decimals == 0 ? Int(exactly: effort.rounded()) : nil
    return figures + [whole.map { .whole($0) } ?? .decimal(effort, decimals: decimals)] + limits
  }

  private static func sum(of sharing: TargetSharing, _ decimals: Int) -> [ReportTable.Cell] {
    let (base, total) = (sharing.base, sharing.request.total)
    return row(
      [
        .text(Phrase(vi: "Cộng", en: "Sum")), .empty, .whole(base), .whole(sharing.current),
        .percent(100 * Double(sharing.current) / Double(base)), .whole(total),
        .percent(100 * Double(total) / Double(base)), .whole(total - sharing.current),
      ],
      effort: sharing.objective, decimals,
      limits: [.whole(sharing.smallestTotal), .whole(sharing.largestTotal), .empty])
  }

  /// Returns the decimals of an effort: none for squares of people, six for squares of shares.
  static func effortDecimals(of sharing: TargetSharing) -> Int {
    switch sharing.request.effort {
    case .squared: sharing.shares.map(\.part.weight.scale).max() ?? 0
    case .relative: 6
    }
  }

  static func words(for bound: TargetSharing.Share.Bound?) -> Phrase {
    switch bound {
    case .floor: Phrase(vi: "sàn", en: "floor")
    case .ceiling: Phrase(vi: "trần", en: "ceiling")
    case nil: Phrase("")
    }
  }
}
