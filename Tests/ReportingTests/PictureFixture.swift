import Datasets
import Diagnostics
import Forecasting
import Foundation
import Indicators
import InputFiles
import Planning
import Regulations
import Testing
import Wording

/// Analyses to be drawn: a place with shares of any shape, facts in any number, names of any length.
struct PictureFixture {
  /// A share: its threshold at the level asked for, and its yearly figures.
  struct Share {
    var title: String
    var threshold = 60
    /// Year -> people counted, of `base`.
    var counts: [Int: Int]
    var base = 10_000
    var breaks: [Int] = []
    /// The newest years whose figures are not final.
    var preliminaryYears: Set<Int> = []
    /// The years that were rebuilt from former units, with the deviation of each.
    var rebuiltYears: [Int: Double] = [:]
    var agency = "Phòng Văn hóa – Xã hội"
    var baseText = "Nhân khẩu thường trú từ 15 tuổi trở lên"
  }

  var place = "Xã Mẫu"
  var shares: [Share]
  var factTitles: [String] = []
  var levelTitles = ["Mức độ 1", "Mức độ 2", "Mức kế hoạch 3"]
  var horizon = 5
  var source = "Ủy ban nhân dân xã"

  func analysis() throws -> Analysis {
    let levels = levelTitles.indices.map(level)
    let asked = levels[levels.count - 1]
    return try analyze(
      dataset,
      AnalysisRequest(
        place: Place(name: place, kind: "xã"), level: asked, levels: levels,
        knownIndicators: Set(asked.requirements.map(\.indicator)), horizon: horizon,
        paceLibrary: AnalysisFixture.paces))
  }

  private var dataset: Dataset {
    let position = InputPosition(file: "so-lieu.csv", line: 2, column: 4)
    let entries = shares.enumerated().flatMap { index, share in
      share.counts.sorted { $0.key < $1.key }.map { year, count in
        IndicatorPanel.Entry(
          place: place, indicator: "share-\(index)",
          observation: Observation(
            year: year, count: count, base: share.base,
            status: share.preliminaryYears.contains(year) ? .preliminary : .final,
            position: position, rebuildingDeviation: share.rebuiltYears[year]))
      }
    }
    let breaks = shares.enumerated().flatMap { index, share in
      share.breaks.map {
        SeriesBreak(
          place: place, indicator: "share-\(index)", year: $0, kind: .definition, note: "đổi cách")
      }
    }
    let years = Set(shares.flatMap(\.counts.keys)).sorted()
    let facts = factTitles.indices.flatMap { index in
      years.map { year in
        FactRecord(
          place: place, indicator: "fact-\(index)", year: year,
          value: (year + index) % 3 == 0 ? .notMet : .met, evidence: .full, isPlanned: false,
          note: "", position: position)
      }
    }
    return Dataset(
      title: "Bộ số liệu mẫu", source: source, isIllustrative: false, notice: nil,
      panel: IndicatorPanel(
        entries: entries, places: [Place(name: place, kind: "xã")],
        indicators: shares.enumerated().map { index, share in
          Indicator(
            id: "share-\(index)", title: Phrase(share.title), baseText: share.baseText,
            source: source)
        }, breaks: breaks),
      facts: facts,
      assignments: shares.enumerated().map { index, share in
        Assignment(
          requirement: "A.\(index + 1)", leadAgency: share.agency, supportingAgencies: [])
      }, recognitions: [])
  }

  private func level(_ rank: Int) -> Level {
    func requirement(
      _ id: String, _ indicator: String, _ title: String, _ kind: RequirementKind
    ) -> Requirement {
      Requirement(
        id: id, criterion: "1",
        indicator: RegulatedIndicator(
          id: indicator, title: Phrase(title), shortTitle: Phrase(title), direction: .up,
          paceFamily: "known"),
        kind: kind, provenance: Provenance(source: "Văn bản A", confidence: .verbatim))
    }
    let isPlan = rank > 1
    return Level(
      id: "level\(rank + 1)", regulation: isPlan ? "plan" : "law", title: Phrase(levelTitles[rank]),
      isPlanning: isPlan, notice: isPlan ? AnalysisFixture.planNotice : nil,
      criteria: [Criterion(id: "1", title: Phrase("1"))],
      requirements: factTitles.enumerated().map { index, title in
        requirement("F.\(index + 1)", "fact-\(index)", title, .fact)
      }
        + shares.enumerated().map { index, share in
          let lower = (levelTitles.count - 1 - rank) * 10
          return requirement(
            "A.\(index + 1)", "share-\(index)", share.title,
            .share(ShareThreshold(ExactDecimal(max(share.threshold - lower, 1)))))
        })
  }
}

/// Analyses of the data that the program is shipped with.
enum ShippedAnalysis {
  private static let datasets = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets")

  /// Returns the answer about a level from a data package.
  static func analysis(
    _ package: String, _ level: String, accepted: Set<String> = [], horizon: Int = 5
  ) throws -> Analysis {
    func file(_ path: String) throws -> SourceFile {
      try SourceFile(reading: datasets.appending(path: path), shownAs: path)
    }
    let rules = ["planning-level3", "qd1373-2021", "tt25-2023-xa"]
    let library = try RegulationLibrary.read(
      try rules.map { try file("regulations/\($0).yaml") })
    let dataset = try DatasetReader.read(datasets.appending(path: package), shownAs: package)
      .dataset
    let place =
      dataset.defaultPlace.flatMap(dataset.panel.place(named:))
      ?? dataset.panel.places[0]
    let asked = try library.level(level, kind: place.kind, regulation: nil)
    let levels = library.levels(forKind: place.kind)
    return try analyze(
      dataset,
      AnalysisRequest(
        place: place, level: asked, levels: levels,
        knownIndicators: Set(levels.flatMap { $0.requirements.map(\.indicator) }),
        horizon: horizon,
        paceLibrary: try PaceLibraryReader.read(file("pace-library/library.json")),
        acceptedDefinitions: accepted))
  }
}

/// A named analysis whose pictures have to be sound.
struct PictureCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  private let result: Result<Analysis, any Error>

  /// Makes the analysis once for all tests.
  init(testDescription: String, _ analysis: () throws -> Analysis) {
    self.testDescription = testDescription
    result = Result(catching: analysis)
  }

  func analysis() throws -> Analysis { try result.get() }

  private static func one(
    _ name: String, _ share: PictureFixture.Share, horizon: Int = 5
  ) -> PictureCase {
    PictureCase(testDescription: name) {
      try PictureFixture(shares: [share], horizon: horizon).analysis()
    }
  }

  /// A steady rise of a count over years.
  private static func rise(_ years: ClosedRange<Int>, from: Int, by step: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: years.map { ($0, from + step * ($0 - years.lowerBound)) })
  }

  static let longTitles = [
    "Tỷ lệ công dân từ 15 tuổi trở lên được đào tạo trình độ chuyên môn kỹ thuật có bằng, chứng chỉ",
    "Tỷ lệ thôn, tổ dân phố, bản, buôn, ấp, khóm được công nhận “Cộng đồng học tập” cấp thôn",
    "Phòng làm việc, trang thiết bị và thư viện của trung tâm học tập cộng đồng xã, phường, thị trấn",
    "Thư viện công cộng cấp xã ứng dụng công nghệ thông tin và chuyển đổi số phục vụ học tập suốt đời",
  ]
  static let longAgency =
    "Phòng Văn hóa – Xã hội phối hợp với Trung tâm Dịch vụ sự nghiệp công, Ban Thường trực Ủy ban Mặt"
    + " trận Tổ quốc Việt Nam xã, Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh và Đoàn Thanh niên Cộng sản"
    + " Hồ Chí Minh"

  /// 20 requirements with the longest names, three levels with long titles, 15 years.
  static let longNames = PictureCase(testDescription: "20 requirements with the longest names") {
    try PictureFixture(
      place: "Xã Nậm Chạc Thượng Nghĩa Đồng thuộc tỉnh Bà Rịa – Vũng Tàu (sau sắp xếp năm 2025)",
      shares: longTitles.prefix(2).enumerated().map { index, title in
        PictureFixture.Share(
          title: title, threshold: 60 + 10 * index,
          counts: rise(2011...2025, from: 3_000 + 900 * index, by: 130),
          preliminaryYears: [2025], agency: longAgency,
          baseText: "Nhân khẩu thực tế thường trú từ đủ 15 tuổi trở lên không kể người đang học tập"
        )
      },
      factTitles: (0..<18).map { longTitles[2 + $0 % 2] + " (mục \($0 + 1))" },
      levelTitles: [
        "Mức độ 1 theo Thông tư 25/2023/TT-BGDĐT",
        "Mục tiêu đến năm 2030 của Quyết định 1373/QĐ-TTg",
        "Mức kế hoạch 3 của Ban Chỉ đạo xây dựng xã hội học tập",
      ],
      source: "Ban Chỉ đạo xây dựng xã hội học tập và Hội Khuyến học xã, " + longAgency
    ).analysis()
  }

  /// A heat map of 40 rows: 37 thôn and three shares.
  static let hamlets = PictureCase(testDescription: "40 rows, one a thôn") {
    try PictureFixture(
      shares: (0..<3).map {
        PictureFixture.Share(
          title: "Tỷ lệ \($0 + 1)", counts: rise(2021...2025, from: 4_000, by: 300))
      }, factTitles: (1...37).map { "Thôn Nghĩa Thượng \($0) đạt “Cộng đồng học tập”" }
    ).analysis()
  }

  static let synthetic: [PictureCase] = [
    one("one figure", .init(title: "Một năm", counts: [2025: 5_000])),
    one(
      "one preliminary figure",
      .init(
        title: "Một năm sơ bộ", counts: [2025: 5_000], preliminaryYears: [2025])),
    one("two figures", .init(title: "Hai năm", counts: [2024: 4_800, 2025: 5_000])),
    one(
      "a break",
      .init(
        title: "Gián đoạn", counts: rise(2016...2025, from: 4_000, by: 150), breaks: [2020])),
    one(
      "two breaks side by side",
      .init(
        title: "Hai gián đoạn", counts: rise(2008...2025, from: 4_000, by: 100),
        breaks: [2020, 2021])),
    one(
      "a break after the first year of many",
      .init(
        title: "Gián đoạn sớm", counts: rise(2001...2025, from: 500, by: 10), breaks: [2002]),
      horizon: 20),
    one(
      "preliminary last",
      .init(
        title: "Sơ bộ", counts: rise(2018...2025, from: 4_000, by: 200),
        preliminaryYears: [2024, 2025])),
    one(
      "rebuilt years",
      .init(
        title: "Ghép lại", counts: rise(2018...2025, from: 4_000, by: 200),
        preliminaryYears: [2024, 2025], rebuiltYears: [2018: 0, 2019: 0.4, 2020: 0.4, 2024: 1.5])),
    one("all zero", .init(title: "Toàn không", counts: rise(2018...2025, from: 0, by: 0))),
    one("all 100", .init(title: "Toàn trăm", counts: rise(2018...2025, from: 10_000, by: 0))),
    one(
      "gap years",
      .init(
        title: "Thiếu năm",
        counts: [2009: 3_000, 2012: 3_500, 2013: 3_600, 2019: 4_000, 2025: 5_000])),
    one(
      "below 10%",
      .init(
        title: "Nhỏ", threshold: 8, counts: rise(2018...2025, from: 210, by: 30))),
    one(
      "30 years ahead",
      .init(
        title: "Xa", threshold: 80, counts: rise(2011...2025, from: 4_000, by: 60)), horizon: 30),
    one(
      "thresholds close together",
      .init(
        title: "Ngưỡng sát nhau", threshold: 3, counts: rise(2018...2025, from: 100, by: 20))),
    PictureCase(testDescription: "decomposed letters in names") {
      try PictureFixture(
        place: "Xã Mẫu".decomposedStringWithCanonicalMapping,
        shares: [
          .init(
            title: "Đại học trở lên".decomposedStringWithCanonicalMapping,
            counts: rise(2020...2025, from: 4_000, by: 200))
        ]
      ).analysis()
    },
    longNames, hamlets,
  ]

  static let shipped: [PictureCase] =
    ["level1", "level2", "level3"].map { level in
      PictureCase(testDescription: "kien-hung, \(level)") {
        try ShippedAnalysis.analysis("kien-hung", level)
      }
    } + [
      PictureCase(testDescription: "kien-hung, level3, 30 years") {
        try ShippedAnalysis.analysis("kien-hung", "level3", horizon: 30)
      },
      PictureCase(testDescription: "merged-commune, level2") {
        try ShippedAnalysis.analysis("merged-commune", "level2")
      },
      PictureCase(testDescription: "the nation, not comparable") {
        try ShippedAnalysis.analysis("vietnam-trained-labour", "qd1373-2030")
      },
      PictureCase(testDescription: "the nation, definitions accepted") {
        try ShippedAnalysis.analysis(
          "vietnam-trained-labour", "qd1373-2030",
          accepted: ["employed-15plus-certificate", "employed-15plus-university"])
      },
    ]

  static let all = synthetic + shipped
}
