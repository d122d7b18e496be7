import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// Scenarios side by side, and what has to be true for the level to be as likely as asked, as text.
package struct ScenarioText: Sendable {
  private let analysis: Analysis
  private let outcomes: [ScenarioOutcome]
  private let mixes: [CheapestMix]
  private let language: Language

  /// - Parameters:
  ///   - analysis: the answer that the scenarios change.
  ///   - outcomes: what comes of each.
  ///   - mixes: what has to be true, one a year of the outlook; none where no share can be followed.
  ///   - language: of all texts.
  package init(
    _ analysis: Analysis, outcomes: [ScenarioOutcome], mixes: [CheapestMix], language: Language
  ) {
    self.analysis = analysis
    self.outcomes = outcomes
    self.mixes = mixes
    self.language = language
  }

  private var report: AnalysisText { AnalysisText(analysis, language: language) }

  private var tables: ScenarioTables {
    ScenarioTables(analysis: analysis, outcomes: outcomes, mixes: mixes)
  }

  private func say(_ vi: String, _ en: String) -> String { report.say(vi, en) }

  /// The whole report; it ends in a line feed.
  package var text: String {
    let sections = [report.head, outlook, shares, requiredMix, mixesByYear].compactMap(\.self)
    let body = sections.joined(separator: "\n")
    return report.dataNotice.map { $0 + "\n\n" + body } ?? body
  }

  /// The line that ends every report on made-up data; nil for real data.
  package var closingNotice: String? { report.closingNotice }

  private var outlook: String {
    report.section(
      "Xác suất đạt theo kịch bản", "The chance by scenario", detail: " " + analysis.level.id,
      tables.outlook.text(in: language)
        + lines(
          meanings + [report.assumption, report.condition, report.lackOfChance].compactMap(\.self)))
  }

  /// What each scenario takes for granted.
  private var meanings: [String] {
    outcomes.map { outcome in
      let name = outcome.scenario.title(language)
      switch outcome.scenario.kind {
      case .trend:
        return say("\(name): như dự báo.", "\(name): as forecast.")
      case .required:
        return say(
          "\(name): mỗi tỷ lệ chưa đạt tăng đều để vừa chạm ngưỡng năm \(analysis.targetYear); đi đúng nhịp đó mỗi chỉ tiêu cũng chỉ có khoảng một nửa khả năng, vì kết quả còn dao động.",
          "\(name): each share that is not met rises evenly to touch its threshold in \(analysis.targetYear); even at that pace each has a chance of about one half only, for results vary."
        )
      case .peerPace(let quantile):
        let share = NumberStyle(language).decimal(quantile * 100, decimals: 0)
        return say(
          "\(name): mỗi tỷ lệ tăng bằng nhịp mà \(share)% các nơi có xuất phát điểm tương tự không vượt qua.",
          "\(name): each share rises at the pace that \(share)% of places of a like start do not exceed."
        )
      case .assumed:
        return say(
          "\(name): theo tệp giả định; chỉ tiêu không ghi trong tệp thì như dự báo.",
          "\(name): as the file assumes; what it does not name goes as forecast.")
      }
    }
  }

  private var shares: String? {
    let table = tables.shares
    guard !table.rows.isEmpty else { return nil }
    return report.section(
      "Từng chỉ tiêu", "Each requirement", detail: " \(analysis.targetYear)",
      table.text(in: language) + lines(states + remarks + comparisons))
  }

  /// The facts and grades that a scenario takes to change.
  private var states: [String] {
    outcomes.flatMap { outcome in
      outcome.states.map { state in
        let name = outcome.scenario.title(language)
        let verb =
          switch state.isMet {
          case true?: say("coi như đạt", "taken to be met")
          case false?: say("coi như không đạt", "taken not to be met")
          case nil: say("chưa rõ mức độ", "of unknown grade")
          }
        return say(
          "\(name): \(state.requirement) \(verb) từ năm \(state.year).",
          "\(name): \(state.requirement) is \(verb) from \(state.year) on.")
      }
    }
  }

  /// Why a path is not what its scenario is named for; the same remark of several requirements is one.
  private var remarks: [String] {
    outcomes.flatMap { outcome -> [String] in
      let kinds: [SharePath.Remark] = [.met, .noPeers, .noStart, .held]
      return kinds.compactMap { kind in
        let ids = outcome.paths.filter { $0.remark == kind }.map(\.requirement)
        guard !ids.isEmpty else { return nil }
        return words(kind, outcome.scenario.title(language), ids.joined(separator: ", "))
      }
    }
  }

  /// Which places a pace of peers comes from; requirements with the same places share a sentence.
  private var comparisons: [String] {
    var sentences: [String] = []
    for outcome in outcomes {
      let compared = outcome.paths.filter { $0.peers != nil && $0.remark == nil }
      for isOfOtherKinds in [false, true] {
        let paths = compared.filter { $0.peers?.isOfOtherKinds == isOfOtherKinds }
        guard !paths.isEmpty else { continue }
        sentences.append(comparison(outcome.scenario, paths, isOfOtherKinds: isOfOtherKinds))
      }
    }
    return sentences
  }

  private func comparison(
    _ scenario: Scenario, _ paths: [SharePath], isOfOtherKinds: Bool
  ) -> String {
    let style = NumberStyle(language)
    let places = paths.map { "\($0.requirement): \(style.whole($0.peers?.places))" }
    let names = places.joined(separator: "; ")
    let years = paths.first?.peers?.years ?? 1
    let slower = paths.filter { path in
      let expected = analysis.rows.first { $0.id == path.requirement }?.forecast
        .year(analysis.targetYear)?.distribution.median
      return (path.year(analysis.targetYear)?.percent ?? 0) < (expected ?? 0)
    }.map(\.requirement)
    let caution =
      slower.isEmpty
      ? ""
      : say(
        " \(slower.joined(separator: ", ")): nhịp này thấp hơn xu hướng của chính nơi này.",
        " \(slower.joined(separator: ", ")): slower than the place's own trend.")
    let name = scenario.title(language)
    return isOfOtherKinds
      ? say(
        "\(name): so với số nơi đã đo ở các loại chỉ số khác, loại chỉ tiêu này chưa có chuỗi thật (\(names) nơi; nhịp giữ được trong \(years) năm).\(caution)",
        "\(name): compared with places measured on other kinds of indicators, no real series of this kind are known (\(names) places; paces kept for \(years) years).\(caution)"
      )
      : say(
        "\(name): số nơi được so: \(names); nhịp giữ được trong \(years) năm.\(caution)",
        "\(name): the places compared with: \(names); paces kept for \(years) years.\(caution)")
  }

  private func words(_ remark: SharePath.Remark, _ scenario: String, _ ids: String) -> String {
    switch remark {
    case .met:
      say(
        "\(scenario): \(ids) đã đạt, giữ theo xu hướng.",
        "\(scenario): \(ids) met already, goes as forecast.")
    case .noPeers:
      say(
        "\(scenario): \(ids) không có nơi nào để so, giữ theo xu hướng.",
        "\(scenario): \(ids) has no places to compare with, goes as forecast.")
    case .noStart:
      say(
        "\(scenario): \(ids) chưa có số liệu của nơi này để bắt đầu, giữ theo xu hướng.",
        "\(scenario): \(ids) has no figure to start from, goes as forecast.")
    case .held:
      say(
        "\(scenario): giả định đưa \(ids) vượt 0 hoặc 100%, nên giữ ở giới hạn đó.",
        "\(scenario): the assumptions lead \(ids) beyond 0 or 100%, where it is held.")
    }
  }

  private var requiredMix: String? {
    guard let mix = mixes.first(where: { $0.year == analysis.targetYear }) else { return nil }
    let asked = NumberStyle(language).probability(mix.asked)
    var sentences = [effortSentence(mix)]
    if !mix.isReached {
      let best = NumberStyle(language).probability(mix.probability)
      sentences.insert(
        say(
          "Không thể: dù mọi tỷ lệ lên 100% thì xác suất cũng chỉ \(best).",
          "Out of reach: even with every share at 100% the chance is \(best) only."), at: 0)
    }
    sentences += conditions(mix)
    return report.section(
      "Điều phải đúng để xác suất đạt", "What has to be true for a chance of",
      detail: say(
        " \(analysis.level.id) năm \(mix.year) là \(asked)",
        " \(asked) of \(analysis.level.id) in \(mix.year)"),
      tables.mix(mix).text(in: language) + lines(sentences))
  }

  private func effortSentence(_ mix: CheapestMix) -> String {
    let unit: Phrase =
      switch mix.effort {
      case .spread:
        Phrase(
          vi: "mỗi chỉ tiêu tính bằng phần vượt xu hướng chia cho nửa khoảng 80% của chính nó",
          en: "of each share, what lies beyond the trend over half of its own 80% interval")
      case .squared where !mix.countsPeople:
        Phrase(
          vi:
            "mỗi chỉ tiêu tính bằng số điểm phần trăm vượt xu hướng, vì có chỉ tiêu không có số đếm",
          en: "of each share, the points beyond the trend, for some share has no counts")
      case .squared:
        Phrase(
          vi: "mỗi chỉ tiêu tính bằng số người vượt xu hướng",
          en: "of each share, the people beyond the trend")
      case .relative:
        Phrase(
          vi: "mỗi chỉ tiêu tính bằng số người vượt xu hướng chia cho tổng số",
          en: "of each share, the people beyond the trend over the base")
      }
    return say(
      "Cách phối hợp ít gắng sức nhất: tổng bình phương nhỏ nhất, \(unit.vi). Cột “Cần” là mức mà kế hoạch phải nhắm tới, cao hơn ngưỡng để chừa phần dao động.",
      "The mix of least effort: the least sum of squares, \(unit.en). “Needed” is what the plan has to aim at, above the threshold to leave room for variation."
    )
  }

  private func conditions(_ mix: CheapestMix) -> [String] {
    var sentences: [String] = []
    let facts = mix.failingFacts.map { id in
      let agency = analysis.requirements.first { $0.id == id }?.leadAgency
      return agency.map { "\(id) (\($0))" } ?? id
    }
    if !facts.isEmpty {
      sentences.append(
        say(
          "Ngoài ra phải đạt trong năm \(mix.year): \(facts.joined(separator: ", ")).",
          "To be met in \(mix.year) as well: \(facts.joined(separator: ", "))."))
    }
    if !mix.conditionalOn.isEmpty {
      let names = mix.conditionalOn.joined(separator: ", ")
      sentences.append(
        say(
          "Với điều kiện các mục chưa biết này đạt: \(names).",
          "Provided that these, of which nothing is known, are met: \(names)."))
    }
    return sentences
  }

  private var mixesByYear: String? {
    guard mixes.count > 1, let first = mixes.first else { return nil }
    let asked = NumberStyle(language).probability(first.asked)
    return report.section(
      "Nếu lùi năm", "If the year is put off",
      detail: say(
        " (mỗi chỉ tiêu phải nhắm tới bao nhiêu để xác suất là \(asked))",
        " (what each share has to aim at for a chance of \(asked))"),
      tables.mixesByYear(withPace: first.shares.count <= 4).text(in: language))
  }

  private func lines(_ sentences: [String]) -> String {
    sentences.flatMap { DisplayWidth.wrapped($0, width: 100) }.map { $0 + "\n" }.joined()
  }
}
