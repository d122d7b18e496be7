import Diagnostics
import Indicators
import Planning
import Wording

/// A sharing among a few thôn of a commune.
enum SharingFixture {
  static let title = Phrase(vi: "Tỷ lệ được đào tạo", en: "Trained")

  static func sharing(
    _ total: Int, of count: Int = 3, effort: SharingEffort = .squared, weight: String = "1",
    isWhole: Bool = true, isIllustrative: Bool = false, lag: Bool = false
  ) throws -> TargetSharing {
    let whole = Place(name: "Xã A", kind: "xã")
    let places = (1...count).map { Place(name: "Thôn \($0)", kind: "thôn", parent: whole.name) }
    let entries = places.enumerated().map { index, place in
      IndicatorPanel.Entry(
        place: place.name, indicator: "trained",
        observation: Observation(
          year: lag && index == 0 ? 2024 : 2025, count: 10 + index, base: 1000,
          position: InputPosition(file: "a.csv", line: index + 2)))
    }
    let dataset = Dataset(
      title: "Số liệu A", isIllustrative: isIllustrative,
      panel: IndicatorPanel(entries: entries, places: [whole] + places))
    return try shareTarget(
      dataset,
      SharingRequest(
        whole: isWhole ? whole : nil, places: places,
        indicator: Indicator(id: "trained", title: Phrase("trained")), total: total,
        targetYear: 2027, effort: effort,
        limits: [
          ShareLimit(
            place: "Thôn 2", weight: ExactDecimal(plain: weight),
            position: InputPosition(file: "l.csv", line: 2))
        ]))
  }
}
