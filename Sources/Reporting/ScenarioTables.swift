import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The tables of scenarios and of what has to be true.
struct ScenarioTables {
  let analysis: Analysis
  let outcomes: [ScenarioOutcome]
  let mixes: [CheapestMix]

  private static let id = ReportTable.Column(Phrase(vi: "Mã", en: "Id"))
  private static let title = ReportTable.Column(
    Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 26)

  /// A column of numbers; headings longer than the numbers are broken into lines.
  private static func number(_ vi: String, _ en: String) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), .trailing, widest: 11)
  }

  private func result(_ id: String) -> RequirementResult? {
    analysis.rows.first { $0.id == id }
  }

  private var cap: ProbabilityCap { RequirementWords.cap(onAllOf: analysis.requirements) }

  /// One row a year: the chance of the level under each scenario.
  var outlook: ReportTable {
    ReportTable(
      columns: [Self.number("Năm", "Year")]
        + outcomes.map { ReportTable.Column($0.scenario.title, .trailing) },
      rows: analysis.outlook.map { year in
        [.year(year.year)]
          + outcomes.map { outcome in
            .probability(outcome.outlook.first { $0.year == year.year }?.probability, cap: cap)
          }
      })
  }

  /// One row a share: where each scenario has it in the target year, at what pace, with what chance.
  var shares: ReportTable {
    let target = analysis.targetYear
    var columns = [
      Self.id, Self.title, Self.number("Yêu cầu", "Asked"),
      Self.number("Hiện nay", "Now"),
    ]
    for outcome in outcomes {
      let title = outcome.scenario.title
      columns += [
        Self.number("\(title.vi) \(target)", "\(title.en) \(target)"),
        Self.number("điểm/năm đến \(target)", "points/year to \(target)"),
        Self.number("xác suất", "chance"),
      ]
    }
    return ReportTable(
      columns: columns,
      rows: analysis.rows.compactMap { result in
        let paths = outcomes.compactMap { $0.path(of: result.id) }
        guard paths.count == outcomes.count, !paths.isEmpty else { return nil }
        return [
          .name(result.id), .text(result.shortTitle),
          .threshold(result.threshold?.value, decimals: result.threshold?.scale ?? 0),
          .percent(result.latest?.percent),
        ]
          + paths.flatMap { path -> [ReportTable.Cell] in
            let year = path.year(target)
            return [
              .percent(year?.percent), .signed(path.pace),
              .probability(year.map(\.probability), cap: RequirementWords.cap(on: result)),
            ]
          }
      })
  }

  /// One row a scenario, share and year, for a spreadsheet.
  var paths: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
        ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
        ReportTable.Column(Phrase(vi: "Kịch bản", en: "Scenario")), Self.id, Self.title,
        Self.number("Năm", "Year"), Self.number("Tổng số dự báo", "Base forecast"),
        Self.number("Số đạt", "Count"), Self.number("Tỷ lệ", "Share"),
        Self.number("Yêu cầu", "Asked"), Self.number("Xác suất đạt", "Probability"),
      ],
      rows: outcomes.flatMap { outcome in
        outcome.paths.flatMap { path in
          path.years.map { year in
            let result = result(path.requirement)
            return [
              .name(analysis.place.name), .text(GapTable.levelName(analysis.level)),
              .text(outcome.scenario.title), .name(path.requirement),
              result.map { .text($0.shortTitle) } ?? .empty, .year(year.year),
              .whole(year.base), .whole(year.count), .percent(year.percent),
              .threshold(result?.threshold?.value, decimals: result?.threshold?.scale ?? 0),
              .probability(
                year.probability, cap: result.map { RequirementWords.cap(on: $0) } ?? .none),
            ]
          }
        }
      })
  }

  /// What has to be true as a file of its own: every row says which place and level it is of.
  func mixFile(_ mix: CheapestMix) -> ReportTable {
    let table = self.mix(mix)
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
        ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
      ] + table.columns,
      rows: table.rows.map {
        [.name(analysis.place.name), .text(GapTable.levelName(analysis.level))] + $0
      })
  }

  /// One row a share: how far it has to lie beyond what is expected.
  func mix(_ mix: CheapestMix) -> ReportTable {
    ReportTable(
      columns: [
        Self.id, Self.title, Self.number("Xu hướng \(mix.year)", "Expected \(mix.year)"),
        Self.number("Cần \(mix.year)", "Needed \(mix.year)"),
        Self.number("Cần (người, hộ …)", "Needed (people …)"),
        Self.number("Thêm so với hiện nay", "Beyond today"),
        Self.number("Thêm so với xu hướng", "Beyond the trend"),
        Self.number("Cần/năm", "Needed/year"), Self.number("Đã qua/năm", "So far/year"),
        ReportTable.Column(
          Phrase(vi: "So với các nơi khác", en: "Among other places"), widest: 20),
        Self.number("Xác suất", "Chance"),
        ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 26),
      ],
      rows: mix.shares.compactMap { share in
        guard let result = result(share.requirement) else { return nil }
        return [
          .name(share.requirement), .text(result.shortTitle), .percent(share.expected),
          .percent(share.needed), .whole(share.count),
          added(share, to: result),
          share.extraPeople.map { .whole($0) } ?? .signed(share.extraPoints),
          .signed(share.pace), .signed(result.paceSoFar),
          .text(share.pace == nil ? Phrase("") : StandingWords.words(of: share.standing)),
          .probability(share.probability, cap: RequirementWords.cap(on: result)),
          .name(result.leadAgency),
        ]
      })
  }

  /// How many more than today; points where there are no counts.
  private func added(_ share: CheapestMix.Share, to result: RequirementResult) -> ReportTable.Cell {
    if let count = share.count, let now = result.latest?.count { return .whole(count - now) }
    return .signed(result.latest.map { share.needed - $0.percent })
  }

  /// One row a year: what each share would have to be, and at what pace, for the level to be as likely as
  /// asked.
  ///
  /// - Parameter withPace: whether the paces stand beside the shares; many of them would not fit a page.
  /// - Returns: the table.
  func mixesByYear(withPace: Bool = true) -> ReportTable {
    let ids = mixes.first?.shares.map(\.requirement) ?? []
    let shares = ids.flatMap { id in
      [Self.number("\(id) cần", "\(id) needed")]
        + (withPace ? [Self.number("điểm/năm", "points/year")] : [])
    }
    return ReportTable(
      columns: [
        Self.number("Năm", "Year"), Self.number("Theo xu hướng", "As expected"),
        Self.number("Đạt được", "Reached"),
      ] + shares
        + [ReportTable.Column(Phrase(vi: "Phải đạt thêm", en: "To be met as well"), widest: 30)],
      rows: mixes.map { mix in
        [
          .year(mix.year), .probability(mix.expectedProbability, cap: cap),
          .probability(mix.probability, cap: cap),
        ]
          + ids.flatMap { id -> [ReportTable.Cell] in
            let share = mix.shares.first { $0.requirement == id }
            return [.percent(share?.needed)] + (withPace ? [.signed(share?.pace)] : [])
          }
          + [.name((mix.failingFacts + mix.conditionalOn).joined(separator: ", "))]
      })
  }
}
