import Indicators
import Planning
import Regulations
import Wording

/// The parts of the report that speak of chances of levels in coming years.
extension AnalysisText {
  var cap: ProbabilityCap { RequirementWords.cap(onAllOf: analysis.requirements) }

  /// How far the chance of a level may be printed: as far as its own rows allow.
  func cap(of level: Level) -> ProbabilityCap {
    let held = analysis.heldLevels.first {
      $0.level.id == level.id && $0.level.regulation == level.regulation
    }
    return held.map { RequirementWords.cap(onAllOf: $0.requirements) } ?? cap
  }

  /// One row a year: the chance of the level, and what binds it.
  var outlookTable: ReportTable {
    let conditions = Set(analysis.outlook.map(\.conditionalOn))
    let hasConditions = conditions.count > 1
    var columns = [
      ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
      ReportTable.Column(Phrase(vi: "Xác suất đạt", en: "Probability"), .trailing),
      ReportTable.Column(Phrase(vi: "Đánh giá", en: "In words")),
    ]
    if hasFacts {
      columns.append(
        ReportTable.Column(
          Phrase(vi: "Chỉ xét các tỷ lệ", en: "By the shares alone"), .trailing))
    }
    columns.append(ReportTable.Column(Phrase(vi: "Vướng ở", en: "Bound by"), widest: 30))
    if hasConditions {
      columns.append(
        ReportTable.Column(Phrase(vi: "Với điều kiện đạt", en: "Provided that"), widest: 30))
    }
    let rows = analysis.outlook.map { year -> [ReportTable.Cell] in
      let words =
        year.failingFacts.isEmpty || year.probability == nil
        ? year.probability.map { RequirementWords.likelihood($0) }
        : Phrase(vi: "chưa thể", en: "not possible")
      var cells: [ReportTable.Cell] = [
        .year(year.year), .probability(year.probability, cap: cap),
        words.map { .text($0) } ?? .name(NumberStyle.missing),
      ]
      if hasFacts { cells.append(.probability(year.probabilityIfFactsMet, cap: cap)) }
      cells.append(.name(year.bindingRequirements.joined(separator: ", ")))
      if hasConditions { cells.append(.name(year.conditionalOn.joined(separator: ", "))) }
      return cells
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private var hasFacts: Bool { analysis.requirements.contains { $0.kind != .share } }

  /// What the chances take for granted of facts and grades; nil where there is nothing.
  var assumption: String? {
    guard hasFacts, analysis.outlook.contains(where: { !$0.assumedFacts.isEmpty }) else {
      return nil
    }
    return say(
      "Các chỉ tiêu đạt/không đạt và mức độ được coi là giữ như hiện nay, trừ thay đổi đã ghi trong kế hoạch.",
      "Facts and grades are taken to stay as they are, but for changes that the data plan.")
  }

  /// Which grades count by the rates behind them; nil where none does.
  var gradesByRates: String? {
    let ids = analysis.requirements.filter { !$0.gradeOutlook.isEmpty }.map(\.id)
    guard !ids.isEmpty else { return nil }
    let names = ids.joined(separator: ", ")
    return say(
      "Mức độ của \(names) được tính từ các tỷ lệ đứng sau, không từ mức độ đã ghi.",
      "The grades of \(names) count by the rates behind them, not by their records.")
  }

  /// On what all chances depend; nil where on nothing, or on other things each year.
  var condition: String? {
    let conditions = Set(analysis.outlook.map(\.conditionalOn))
    guard conditions.count == 1, let ids = conditions.first, !ids.isEmpty else { return nil }
    let names = ids.joined(separator: ", ")
    return say(
      "Với điều kiện các mục chưa biết hoặc không so được này đạt: \(names).",
      "Provided that these, of which nothing comparable is known, are met: \(names).")
  }

  /// Why there is no chance; nil where there is one.
  var lackOfChance: String? {
    guard analysis.outlook.contains(where: { $0.probability == nil }) else { return nil }
    return say(
      "Không tính được xác suất: không còn tỷ lệ nào so được với quy định.",
      "No probability: no share that is comparable with the rule is left.")
  }

  var outlook: String {
    var body = outlookTable.text(in: language)
    if let assumption { body += assumption + "\n" }
    if let gradesByRates { body += gradesByRates + "\n" }
    if let condition {
      body += DisplayWidth.wrapped(condition, width: 100).map { $0 + "\n" }.joined()
    }
    if let lackOfChance { body += lackOfChance + "\n" }
    body += [dependenceSentence, scheduleSentence].compactMap(\.self).flatMap {
      DisplayWidth.wrapped($0, width: 100)
    }.map { $0 + "\n" }.joined()
    return section("Khả năng đạt", "The chance of", detail: " " + analysis.level.id, body)
  }

  /// The chance of the level in the target year, as things go and on the way that just reaches it; nil without
  /// one.
  var chances: String? {
    let target = analysis.targetYear
    guard let year = analysis.outlook.first(where: { $0.year == target }),
      let probability = year.probability
    else { return nil }
    let style = NumberStyle(language)
    let expected = style.probability(probability, cap: cap)
    guard let required = ScenarioAnalysis.chanceIfRequired(in: analysis), required > probability
    else {
      return say(
        "Xác suất đạt \(analysis.level.id) năm \(target): \(expected).",
        "The chance of \(analysis.level.id) in \(target): \(expected).")
    }
    let planned = style.probability(required, cap: cap)
    return say(
      "Xác suất đạt \(analysis.level.id) năm \(target): \(expected) theo xu hướng; \(planned) nếu mọi chỉ tiêu đi đúng nhịp vừa đủ. Muốn chắc hơn phải nhắm cao hơn ngưỡng (lệnh scenario).",
      "The chance of \(analysis.level.id) in \(target): \(expected) as things go; \(planned) if all keep the pace that just reaches it. To be surer, aim above the thresholds (see scenario)."
    )
  }

  /// How far the shares move together, where the data had a say in it; nil for the mere default.
  var dependenceSentence: String? {
    let found = analysis.dependence
    guard let estimate = found.estimate, analysis.outlook.contains(where: { $0.probability != nil })
    else { return nil }
    let style = NumberStyle(language)
    func number(_ value: Double) -> String { style.decimal(value, decimals: 2) }
    guard number(analysis.correlation) != number(analysis.standardCorrelation) else { return nil }
    let changes = style.decimal(found.changes, decimals: 0)
    return say(
      "Tương quan giữa các tỷ lệ: \(number(analysis.correlation)) (mặc định \(number(analysis.standardCorrelation)); số liệu cho \(number(estimate)) từ \(changes) thay đổi của \(found.places) nơi).",
      "Correlation between the shares: \(number(analysis.correlation)) (default \(number(analysis.standardCorrelation)); the data say \(number(estimate)) by \(changes) changes in \(found.places) \(found.places == 1 ? "place" : "places"))."
    )
  }

  /// The first year that the calendar allows, and what is lost by waiting; nil without a calendar.
  var scheduleSentence: String? {
    guard let schedule = analysis.schedule else { return nil }
    var sentence = say(
      "Theo lịch, sớm nhất được công nhận với số liệu năm \(schedule.firstYear): hồ sơ trước \(date(schedule.dossierBefore)), quyết định trước \(date(schedule.decisionBefore)).",
      "By the calendar it can be recognised with the data of \(schedule.firstYear) at the earliest: dossier before \(date(schedule.dossierBefore)), decision before \(date(schedule.decisionBefore))."
    )
    if let wait = schedule.wait, !wait.lostYears.isEmpty {
      let years = wait.lostYears.map(String.init).joined(separator: ", ")
      sentence += say(
        " Năm đánh giá \(years) chưa nộp được: quyết định \(wait.level) ngày \(date(wait.decided)) phải đủ \(wait.months) tháng (đến \(date(wait.until)); quy tắc này: \(wait.confidence.title.vi)).",
        " The assessed year \(years) comes too soon: the decision on \(wait.level) of \(date(wait.decided)) has to be \(wait.months) months old (on \(date(wait.until)); this rule: \(wait.confidence.title.en))."
      )
    }
    return sentence
  }

  /// The chance of every level that fits the place, year by year; nil where there is one level only.
  var otherLevels: String? {
    let held = analysis.heldLevels.filter { held in
      held.outlook.contains { $0.probability != nil }
    }
    guard held.count > 1 else { return nil }
    let years = analysis.outlook.map(\.year)
    let table = ReportTable(
      columns: [ReportTable.Column(Phrase(vi: "Mức", en: "Level"), widest: 44)]
        + years.map { ReportTable.Column(Phrase(String($0)), .trailing) },
      rows: held.map { held in
        let name = Phrase(
          vi: "\(held.level.id) – \(held.level.title.vi)",
          en: "\(held.level.id) – \(held.level.title.en)")
        return [.text(name)]
          + years.map { year in
            .probability(
              held.outlook.first { $0.year == year }?.probability, cap: cap(of: held.level))
          }
      })
    let notices = held.compactMap { held in
      held.level.notice.map { "\(held.level.id): \($0(language)).\n" }
    }
    return section(
      "Xác suất đạt các mức", "The chance of each level",
      table.text(in: language) + conditions(of: held) + notices.joined())
  }

  /// On what the chances of the levels beside the one asked about depend; those of the latter stand with
  /// its own table.
  private func conditions(of held: [HeldLevel]) -> String {
    held.filter {
      $0.level.id != analysis.level.id || $0.level.regulation != analysis.level.regulation
    }
    .flatMap { held -> [String] in
      var ids: [String] = []
      for id in held.outlook.flatMap(\.conditionalOn) where !ids.contains(id) { ids.append(id) }
      guard !ids.isEmpty else { return [] }
      let names = ids.joined(separator: ", ")
      return DisplayWidth.wrapped(
        say(
          "\(held.level.id): với điều kiện các mục chưa biết hoặc không so được này đạt: \(names).",
          "\(held.level.id): provided that these, of which nothing comparable is known, are met: \(names)."
        ), width: 100)
    }.map { $0 + "\n" }.joined()
  }

  /// The risk of falling below each threshold of a recognised level, year by year of its validity.
  func risks(of found: RecognitionOutlook) -> String {
    let rows = analysis.heldLevels.first { $0.level == found.level }?.requirements ?? []
    func cap(on risk: MaintainRisk) -> ProbabilityCap {
      rows.first { $0.id == risk.requirement }.map { RequirementWords.cap(on: $0).complement }
        ?? .none
    }
    let risks = found.risks.filter { $0.probabilities.contains { $0 > 0 } }
    guard let years = risks.first?.years else { return "" }
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Nguy cơ không còn đạt", en: "Risk of falling below"))
      ]
        + years.map { ReportTable.Column(Phrase(String($0)), .trailing) },
      rows: risks.map { risk in
        [.name(risk.requirement)]
          + risk.probabilities.map { .probability($0, cap: cap(on: risk)) }
      })
    return table.text(in: language)
  }
}
