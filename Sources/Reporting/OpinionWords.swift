import Planning
package import Wording

/// The words in which second opinions are told.
package enum OpinionWords {
  /// Returns the class, or why there is none: "cần tăng tốc", "không xếp: mới có 1 năm …".
  static func verdict(_ opinion: SecondOpinion) -> Phrase {
    if let verdict = opinion.verdict {
      guard opinion.notes.contains(.complement), verdict != .achieved else { return verdict.title }
      return Phrase(
        vi: "phần chưa đạt \(verdict.title.vi)", en: "the share not reached \(verdict.title.en)")
    }
    guard let refusal = opinion.refusal else { return Phrase(NumberStyle.missing) }
    return Phrase(
      vi: "không xếp: \(refusal.title.vi)", en: "not assessed: \(refusal.title.en)")
  }

  /// Returns a number with its unit.
  static func value(_ number: OpinionNumber) -> Phrase {
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      let value = number.value
      let pace =
        isChange(number.quantity)
        ? style.signed(value, decimals: 2) : style.decimal(value, decimals: 2)
      if number.quantity == .rSquared { return pace }
      switch number.quantity.unit {
      case .percent: return style.percent(value)
      case .pointsPerYear: return pace + Phrase(vi: " điểm %/năm", en: " points a year")(language)
      case .percentPerYear: return pace + Phrase(vi: "%/năm", en: "% a year")(language)
      case .ratio: return style.percent(value.map { 100 * $0 })
      case .index: return style.decimal(value)
      }
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  /// Whether a number tells a change of the share, whose sign matters.
  private static func isChange(_ quantity: OpinionNumber.Quantity) -> Bool {
    switch quantity {
    case .slope, .meanChange, .growthObserved, .growthRequired: true
    default: false
    }
  }

  /// Returns the unit by name.
  static func unit(_ unit: OpinionNumber.Unit) -> Phrase {
    switch unit {
    case .percent: Phrase(vi: "%", en: "%")
    case .pointsPerYear: Phrase(vi: "điểm phần trăm/năm", en: "points/year")
    case .percentPerYear: Phrase(vi: "% của chính nó/năm", en: "% of itself/year")
    case .ratio: Phrase(vi: "phần (1 là tất cả)", en: "ratio (1 is all)")
    case .index: Phrase(vi: "điểm của phương pháp", en: "the method's points")
    }
  }

  /// Returns the opinion on a share in one line: years, class, numbers, notes.
  static func line(_ opinion: SecondOpinion, in language: Language) -> String {
    let years = opinion.years.map { years in
      years.count == 1
        ? " (\(years.lowerBound))" : " (\(years.lowerBound)–\(years.upperBound))"
    }
    var parts = [verdict(opinion)(language)]
    if let standing = opinion.standing {
      parts.append(
        Phrase(vi: "hiện trạng: \(standing.title.vi)", en: "at present: \(standing.title.en)")(
          language))
    }
    parts += opinion.numbers.filter { $0.value?.isFinite ?? false }.map {
      "\($0.quantity.title(language)) \(value($0)(language))"
    }
    parts += opinion.notes.map { $0.title(language) }
    return "\(opinion.requirement)\(years ?? ""): " + parts.joined(separator: "; ") + "."
  }

  /// Returns the opinion on all shares in one line; nil where there is none.
  static func line(_ level: LevelOpinion?, in language: Language) -> String? {
    guard let level else { return nil }
    var parts = [level.verdict.title(language)]
    if let score = level.score {
      let words = NumberStyle(language).signed(score)
      parts.append(Phrase(vi: "điểm trung bình \(words)", en: "mean score \(words)")(language))
    }
    if !level.deciding.isEmpty {
      let names = level.deciding.joined(separator: ", ")
      parts.append(Phrase(vi: "quyết định bởi \(names)", en: "decided by \(names)")(language))
    }
    if !level.unassessed.isEmpty {
      let names = level.unassessed.joined(separator: ", ")
      parts.append(Phrase(vi: "chưa xếp được \(names)", en: "not assessed: \(names)")(language))
    }
    return Phrase(vi: "Các tỷ lệ của mức", en: "The shares of the level")(language) + ": "
      + parts.joined(separator: "; ") + "."
  }

  /// What such classes are worth, by what was measured on the shipped series of countries
  /// (docs/second-opinions.md; the counts stand in Tests/PlanningTests/Reference/method_record.csv).
  package static let caution = Phrase(
    vi:
      "Đọc thận trọng: hỏi lại quá khứ 6.323 lần trên chuỗi của các nước (biết sáu năm, hỏi cho năm thứ năm sau đó), “đúng tiến độ” thành sự thật 48% (ESCAP), 47% (Eurostat) và “nắng” 48%; “cần tăng tốc” 19% và 25%; “thụt lùi”, “xấu đi” và “giông” 31%, 33% và 30%, tức là không xấu hơn “cần tăng tốc”. Chi tiết: docs/second-opinions.md.",
    en:
      "Read with care: asked 6,323 times about the past of series of countries (six years known, the target five years ahead), “on track” came true in 48% (ESCAP) and 47% (Eurostat), “sun” in 48%; “acceleration needed” in 19% and 25%; “regression”, “deterioration” and “thunderstorm” in 31%, 33% and 30%, so no worse than “acceleration needed”. More: docs/second-opinions.md."
  )
}
