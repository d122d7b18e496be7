import Diagnostics
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// Answers about a small commune, made from data and rules written here.
///
/// The law asks for `law-a` (met), `law-b` (not met, of which `law-c` is a part), a fact and a grade;
/// the internal level adds `plan-a` (another definition) and `plan-b` (too near to its threshold).
struct AnalysisFixture {
  var isIllustrative = true
  var notice: Phrase? = Phrase(
    vi: "SỐ LIỆU MINH HỌA, không có thật", en: "ILLUSTRATIVE FIGURES, nothing here is real")
  var firstYear = 2016
  var isPreliminary = true
  var byYear: Int?
  var asOf: String?
  var isPlanningLevel = true
  var accepted: Set<String> = []
  var hasRecognition = true
  var gradePlan: FactValue? = .grade(3)
  /// Whether all shares are counted after another definition than the rule's.
  var isForeign = false

  static let planNotice = Phrase(
    vi: "mức kế hoạch nội bộ, không phải mức của Thông tư",
    en: "internal planning level, not a level of the circular")

  private static let place = "Xã Mẫu"
  private static let position = InputPosition(file: "so-lieu.csv", line: 2, column: 4)
  private static let provenance = Provenance(source: "Văn bản A", confidence: .verbatim)

  func analysis() throws -> Analysis {
    let law = Self.law
    let level = isPlanningLevel ? Self.plan(over: law) : law
    return try analyze(dataset, request(for: level, law: law))
  }

  /// Explains a number of the answer.
  func explanation(_ id: String, _ year: Int) throws -> Explanation {
    let law = Self.law
    let level = isPlanningLevel ? Self.plan(over: law) : law
    return try explain(dataset, request(for: level, law: law), id: id, year: year)
  }

  private func request(for level: Level, law: Level) -> AnalysisRequest {
    AnalysisRequest(
      place: Place(name: Self.place, kind: "xã"), level: level,
      levels: isPlanningLevel ? [law, level] : [law],
      knownIndicators: Set(level.requirements.map(\.indicator) + ["beside"]), byYear: byYear,
      asOf: asOf.flatMap { CalendarDate($0) }, paceLibrary: Self.paces,
      acceptedDefinitions: accepted)
  }

  // MARK: Data

  private var dataset: Dataset {
    Dataset(
      title: "Bộ số liệu mẫu", isIllustrative: isIllustrative, notice: notice,
      panel: IndicatorPanel(
        entries: entries, places: [Place(name: Self.place, kind: "xã")],
        indicators: indicators),
      facts: facts, assignments: Self.assignments, recognitions: hasRecognition ? [recognition] : []
    )
  }

  private var indicators: [Indicator] {
    let foreign = ["plan-a"] + (isForeign ? ["law-a", "law-b", "law-c", "plan-b"] : [])
    return foreign.map { Indicator(id: $0, title: Phrase($0), definition: "cũ-2015") }
  }

  private var entries: [IndicatorPanel.Entry] {
    var entries: [IndicatorPanel.Entry] = []
    func add(_ indicator: String, _ observation: Observation) {
      entries.append(
        IndicatorPanel.Entry(
          place: Self.place, indicator: indicator, observation: observation))
    }
    for year in firstYear...2025 {
      let step = year - 2025
      let status: ObservationStatus = isPreliminary && year == 2025 ? .preliminary : .final
      for (indicator, count) in [("law-a", 7200), ("law-b", 5100), ("law-c", 1150)] {
        add(
          indicator,
          Observation(
            year: year, count: count + (60 + year % 3) * step, base: 10_000 + 20 * step,
            status: status, position: Self.position))
      }
    }
    for year in 2023...2025 {
      add(
        "plan-a",
        Observation(
          year: year, count: 60 + year - 2025, base: 80, position: Self.position))
      add(
        "plan-b",
        Observation(
          year: year, printedPercent: ExactDecimal(unscaled: 750 + 5 * (year - 2025), scale: 1),
          position: Self.position))
    }
    for year in 2021...2025 {
      add("beside", Observation(year: year, count: year - 2000, base: 40, position: Self.position))
    }
    return entries
  }

  private var facts: [FactRecord] {
    func record(
      _ indicator: String, _ year: Int, _ value: FactValue, _ evidence: Evidence = .full,
      planned: Bool = false
    ) -> FactRecord {
      FactRecord(
        place: Self.place, indicator: indicator, year: year, value: value, evidence: evidence,
        isPlanned: planned, note: planned ? "kế hoạch phổ cập" : "",
        position: InputPosition(file: "muc.csv", line: 3))
    }
    let states = [record("fact", 2024, .met, .partial), record("grade", 2023, .grade(2))]
    return states + (gradePlan.map { [record("grade", 2027, $0, .none, planned: true)] } ?? [])
  }

  private static let assignments = [
    Assignment(
      requirement: "A.1", leadAgency: "Hội Khuyến học", supportingAgencies: ["Các thôn", "MTTQ"]),
    Assignment(requirement: "A.2", leadAgency: "Phòng Văn hóa – Xã hội", supportingAgencies: []),
  ]

  private let recognition = Recognition(
    place: AnalysisFixture.place, regulation: "law", level: "level1", assessedYear: 2024,
    decisionDate: CalendarDate(year: 2025, month: 3, day: 27))

  // MARK: Rules

  private static func requirement(
    _ id: String, _ indicator: String, _ title: String, _ kind: RequirementKind,
    criterion: String = "1", definition: String? = "mới-2022", family: String? = "known"
  ) -> Requirement {
    Requirement(
      id: id, criterion: criterion,
      indicator: RegulatedIndicator(
        id: indicator, title: Phrase(vi: title, en: "\(indicator) in words"),
        shortTitle: Phrase(vi: title, en: indicator), direction: .up, definition: definition,
        paceFamily: family),
      kind: kind, provenance: provenance)
  }

  private static let law = Level(
    id: "level1", regulation: "law", title: Phrase(vi: "Mức độ 1", en: "Level 1"),
    legalBasis: "Thông tư A, Điều 6", criteria: [Criterion(id: "1", title: Phrase("1"))],
    requirements: [
      requirement("A.1", "law-a", "Công dân học tập", .share(ShareThreshold(ExactDecimal(60)))),
      requirement("A.2", "law-b", "Qua đào tạo", .share(ShareThreshold(ExactDecimal(60)))),
      requirement(
        "A.3", "law-c", "Đại học trở lên",
        .share(ShareThreshold(ExactDecimal(unscaled: 115, scale: 1)))),
      requirement("A.4", "fact", "Có kế hoạch", .fact),
      requirement("A.5", "grade", "Phổ cập", .grade(3)),
      requirement("A.6", "nothing", "Chưa nhập", .fact),
    ],
    supporting: [
      RegulatedIndicator(
        id: "beside", title: Phrase(vi: "Chỉ số bên cạnh", en: "Indicator beside"),
        direction: .up, paceFamily: "known")
    ])

  private static func plan(over law: Level) -> Level {
    Level(
      id: "level3", regulation: "plan", title: Phrase(vi: "Mức kế hoạch 3", en: "Planning level 3"),
      isPlanning: true, notice: planNotice, criteria: law.criteria,
      requirements: law.requirements + [
        requirement(
          "KH.1", "plan-a", "Gia đình học tập", .share(ShareThreshold(ExactDecimal(70))),
          criterion: "KH", family: nil),
        requirement(
          "KH.2", "plan-b", "Dòng họ học tập", .share(ShareThreshold(ExactDecimal(75))),
          criterion: "KH", family: nil),
      ], supporting: law.supporting)
  }

  /// A library of two kinds of share, one of them known from real series.
  static let paces = PaceLibrary(
    version: "test",
    estimates: PaceEstimates(
      curve: PaceCurve(knots: [0, 50, 100], paces: [0.4, 0.6, 0]), panelWidth: 1.1,
      loneWidth: 1.2),
    shapes: [
      ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 0.5),
      ChangeShape(noise: 0.4, slope: 0.1, drift: 0, persistence: 0, weight: 0.5),
    ],
    families: [
      PaceFamily(id: "known", revisionSD: 1, isVerified: true),
      PaceFamily(id: "other", revisionSD: 1, isVerified: false, paceSD: 1),
    ])
}
