import Planning
import Wording

/// How a needed pace stands among those of other places, in words.
enum StandingWords {
  /// Returns the standing in a few words: "nhanh hơn 90% số nơi".
  ///
  /// Shares are rounded down, so that nothing sounds faster than it is; beyond 99% and below 1% no number is
  /// said. Where other kinds of indicators were compared, the words say so wherever they stand. Empty where no
  /// pace is needed.
  static func words(of row: GapRow) -> Phrase {
    guard row.result.paceNeeded != nil else { return Phrase("") }
    return words(of: row.standing)
  }

  /// Returns a standing in a few words; without one, that there is nothing to compare with.
  static func words(of standing: PaceStanding?) -> Phrase {
    guard let standing else {
      return Phrase(vi: "không có cơ sở so sánh", en: "nothing to compare with")
    }
    let words = bareWords(of: standing)
    guard standing.basis.isOfOtherKinds else { return words }
    return Phrase(
      vi: "\(words.vi) (chỉ số loại khác)", en: "\(words.en) (other kinds of indicators)")
  }

  private static func bareWords(of standing: PaceStanding) -> Phrase {
    if standing.isBeyondAll {
      return Phrase(vi: "nhanh hơn mọi nơi đã đo", en: "faster than all places measured")
    }
    if standing.share >= 0.99 {
      return Phrase(vi: "nhanh hơn trên 99% số nơi", en: "faster than over 99% of places")
    }
    let percent = Int((100 * standing.share + 1e-9).rounded(.down))
    if percent < 1 {
      return Phrase(vi: "nhanh hơn chưa đến 1% số nơi", en: "faster than less than 1% of places")
    }
    return Phrase(
      vi: "nhanh hơn \(percent)% số nơi", en: "faster than \(percent)% of places")
  }

  /// Returns one sentence for each set of places that rows were compared with, naming the rows.
  static func sentences(of rows: [GapRow], in language: Language) -> [String] {
    var found: [(basis: PaceBasis, ids: [String])] = []
    var nowhere: [String] = []
    for row in rows where row.result.paceNeeded != nil && row.result.isComparable {
      guard let basis = row.standing?.basis else {
        nowhere.append(row.result.id)
        continue
      }
      if let index = found.firstIndex(where: { $0.basis == basis }) {
        found[index].ids.append(row.result.id)
      } else {
        found.append((basis, [row.result.id]))
      }
    }
    let sentences = found.map { sentence(on: $0.basis, ids: $0.ids, in: language) }
    guard !nowhere.isEmpty else { return sentences }
    let names = nowhere.joined(separator: ", ")
    return sentences + [
      Phrase(
        vi:
          "\(names): không có cơ sở so sánh nhịp – bộ số liệu có quá ít nơi, và thư viện nhịp tăng không có nhịp của các nơi.",
        en:
          "\(names): nothing to compare the pace with – too few places in the data, and the pace library holds no paces of places."
      )(language)
    ]
  }

  private static func sentence(
    on basis: PaceBasis, ids: [String], in language: Language
  ) -> String {
    let style = NumberStyle(language)
    let names = ids.joined(separator: ", ")
    let levels =
      "\(style.decimal(basis.levels.lowerBound, decimals: 0))–\(style.decimal(basis.levels.upperBound, decimals: 0))%"
    let windows = style.whole(basis.windows)
    switch basis.source {
    case .ownPanel:
      return Phrase(
        vi:
          "\(names): so với nhịp mà \(basis.places) nơi khác trong bộ số liệu đã giữ được trong \(basis.years) năm, cùng chỉ tiêu, xuất phát từ \(levels) (\(windows) đoạn, mỗi nơi một phiếu).",
        en:
          "\(names): compared with the paces that \(basis.places) other places of the data held for \(basis.years) years, the same indicator, starting from \(levels) (\(windows) windows, one vote a place)."
      )(language)
    case .library:
      let measured = Phrase(
        vi:
          "\(names): so với nhịp mà \(basis.places) nơi trong thư viện nhịp tăng (\(basis.indicators) chỉ số) đã giữ được trong \(basis.years) năm, xuất phát từ \(levels) (\(windows) đoạn, mỗi chỉ số một phiếu).",
        en:
          "\(names): compared with the paces that \(basis.places) places of the pace library (\(basis.indicators) indicators) held for \(basis.years) years, starting from \(levels) (\(windows) windows, one vote an indicator)."
      )(language)
      guard basis.isOfOtherKinds else { return measured }
      return measured
        + Phrase(
          vi:
            " Đó là các chỉ số loại khác: chưa có chuỗi số liệu thật nào của loại chỉ tiêu này (chưa kiểm chứng).",
          en:
            " These are other kinds of indicators: there is no real series of this kind (unverified)."
        )(language)
    }
  }
}
