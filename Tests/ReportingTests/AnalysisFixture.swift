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
  /// The published methods that are asked.
  var methods: [PublishedMethod] = []
  /// Whether the law says when dossiers are due.
  var hasCalendar = false
  /// Whether a level that asks for no more than `law-a` stands above the law's, and is asked about.
  var isNextLevel = false
  /// The rates behind the grade that the data have figures of: of grade 3 the rule asks for both.
  var rates: Set<String> = []
  /// Whether `law-b` is known of two hamlets, too.
  var hasParts = false
  /// How fast other places went.
  var placePaces = PaceDistribution.none

  static let planNotice = Phrase(
    vi: "mức kế hoạch nội bộ, không phải mức của Thông tư",
    en: "internal planning level, not a level of the circular")

  private static let place = "Xã Mẫu"
  private static let position = InputPosition(file: "so-lieu.csv", line: 2, column: 4)
  private static let provenance = Provenance(source: "Văn bản A", confidence: .verbatim)

  func analysis() throws -> Analysis { try analyze(dataset, request) }

  /// What is left to do by the same answer.
  func gapReport() throws -> GapReport {
    GapReport(try analysis(), dataset: dataset, request: request)
  }

  /// Explains a number of the answer.
  func explanation(_ id: String, _ year: Int) throws -> Explanation {
    try explain(dataset, request, id: id, year: year)
  }

  private var request: AnalysisRequest {
    let law = Self.law(calendar: hasCalendar ? Self.calendar : nil)
    let above = isNextLevel ? Self.next(after: law) : Self.plan(over: law)
    let hasAbove = isNextLevel || isPlanningLevel
    let level = hasAbove ? above : law
    return AnalysisRequest(
      place: Place(name: Self.place, kind: "xã"), level: level,
      levels: hasAbove ? [law, level] : [law],
      knownIndicators: Set(
        level.requirements.map(\.indicator) + ["beside", "rate-a", "rate-b"]), byYear: byYear,
      asOf: asOf.flatMap { CalendarDate($0) },
      paceLibrary: PaceLibrary(
        version: Self.paces.version, estimates: Self.paces.estimates, shapes: Self.paces.shapes,
        families: Self.paces.families, placePaces: placePaces),
      acceptedDefinitions: accepted, methods: methods)
  }

  // MARK: Data

  private var dataset: Dataset {
    Dataset(
      title: "Bộ số liệu mẫu", isIllustrative: isIllustrative, notice: notice,
      panel: IndicatorPanel(
        entries: entries, places: [Place(name: Self.place, kind: "xã")] + parts,
        indicators: indicators),
      facts: facts, assignments: Self.assignments, recognitions: hasRecognition ? [recognition] : []
    )
  }

  private var indicators: [Indicator] {
    let foreign = ["plan-a"] + (isForeign ? ["law-a", "law-b", "law-c", "plan-b"] : [])
    return foreign.map { Indicator(id: $0, title: Phrase($0), definition: "cũ-2015") }
  }

  private var parts: [Place] {
    hasParts
      ? ["Thôn Đông", "Thôn Đoài"].map { Place(name: $0, kind: "thôn", parent: Self.place) } : []
  }

  private var entries: [IndicatorPanel.Entry] {
    var entries: [IndicatorPanel.Entry] = []
    func add(_ indicator: String, _ observation: Observation, place: String = Self.place) {
      entries.append(
        IndicatorPanel.Entry(place: place, indicator: indicator, observation: observation))
    }
    if hasParts {
      add(
        "law-b", Observation(year: 2025, count: 2700, base: 4000, position: Self.position),
        place: "Thôn Đông")
      add(
        "law-b", Observation(year: 2025, count: 2390, base: 6000, position: Self.position),
        place: "Thôn Đoài")
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
    for (rate, last) in [("rate-a", 985), ("rate-b", 902)] where rates.contains(rate) {
      for year in 2019...2025 {
        add(
          rate,
          Observation(
            year: year, count: last + (3 + year % 2) * (year - 2025), base: 1000,
            position: Self.position))
      }
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

  /// Dossiers before 28 February, decisions before 31 March, kept 36 months, the next level after 12.
  private static let calendar: AssessmentCalendar? = {
    guard let first = MonthDay("01-01"), let last = MonthDay("12-31"),
      let dossier = MonthDay("02-28"), let decision = MonthDay("03-31")
    else { return nil }
    return AssessmentCalendar(
      dataWindow: .init(from: first, to: last, provenance: provenance),
      dossier: .init(before: dossier, yearsAfter: 1, provenance: provenance),
      decision: .init(before: decision, yearsAfter: 1, provenance: provenance),
      validity: .init(months: 36, countedFrom: .decision, provenance: provenance),
      nextLevel: .init(months: 12, countedFrom: .decision, provenance: provenance))
  }()

  private static let graded: RegulatedIndicator = {
    func rate(_ id: String, _ title: String, _ threshold: Int) -> GradeRate {
      GradeRate(
        indicator: RegulatedIndicator(
          id: id, title: Phrase(vi: title, en: "\(id) in words"),
          shortTitle: Phrase(vi: title, en: id), direction: .up, paceFamily: "known"),
        threshold: ExactDecimal(threshold), provenance: provenance)
    }
    return RegulatedIndicator(
      id: "grade", title: Phrase(vi: "Phổ cập", en: "grade in words"),
      shortTitle: Phrase(vi: "Phổ cập", en: "grade"), direction: .up, definition: "mới-2022",
      paceFamily: "known",
      grades: [
        GradeRule(grade: 1, rates: [rate("rate-a", "Vào lớp 1", 90)]),
        GradeRule(grade: 2, rates: [rate("rate-a", "Vào lớp 1", 95)]),
        GradeRule(
          grade: 3,
          rates: [rate("rate-a", "Vào lớp 1", 98), rate("rate-b", "Hoàn thành tiểu học", 90)],
          notes: [Phrase(vi: "các trẻ còn lại đang học", en: "the others are in school")]),
      ])
  }()

  private static func law(calendar: AssessmentCalendar?) -> Level {
    Level(
      id: "level1", regulation: "law", title: Phrase(vi: "Mức độ 1", en: "Level 1"),
      legalBasis: "Thông tư A, Điều 6", criteria: [Criterion(id: "1", title: Phrase("1"))],
      requirements: [
        requirement("A.1", "law-a", "Công dân học tập", .share(ShareThreshold(ExactDecimal(60)))),
        requirement("A.2", "law-b", "Qua đào tạo", .share(ShareThreshold(ExactDecimal(60)))),
        requirement(
          "A.3", "law-c", "Đại học trở lên",
          .share(ShareThreshold(ExactDecimal(unscaled: 115, scale: 1)))),
        requirement("A.4", "fact", "Có kế hoạch", .fact),
        Requirement(
          id: "A.5", criterion: "1", indicator: graded, kind: .grade(3), provenance: provenance,
          gradeConditions: GradeConditions.conditions(of: graded, through: 3, among: [graded])),
        requirement("A.6", "nothing", "Chưa nhập", .fact),
      ],
      supporting: [
        RegulatedIndicator(
          id: "beside", title: Phrase(vi: "Chỉ số bên cạnh", en: "Indicator beside"),
          direction: .up, paceFamily: "known")
      ], calendar: calendar)
  }

  private static func next(after law: Level) -> Level {
    Level(
      id: "level2", regulation: law.regulation, title: Phrase(vi: "Mức độ 2", en: "Level 2"),
      legalBasis: "Thông tư A, Điều 7", criteria: law.criteria,
      requirements: law.requirements.filter { $0.indicator == "law-a" }, calendar: law.calendar)
  }

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
      ], supporting: law.supporting, calendar: law.calendar)
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
