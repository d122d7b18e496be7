import Foundation
import Indicators
import InputFiles
import Regulations
import Testing
import Wording

/// The shipped rule files against the numbers of the legal texts.
struct ShippedRulesTests {
  private func level(_ id: String, _ regulation: String) throws -> Level {
    try RuleText.shipped().level(id, kind: nil, regulation: regulation)
  }

  private func level1() throws -> Level { try level("level1", "tt25-2023-xa") }
  private func level2() throws -> Level { try level("level2", "tt25-2023-xa") }
  private func level3() throws -> Level { try level("level3", "planning-level3") }

  private static let ids = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4",
    "5.1", "5.2a", "5.2b",
  ]

  @Test("levels 1 and 2 have the 16 requirements of 15 chỉ tiêu, in rule order, 5 criteria")
  func requirementsOfTheCircular() throws {
    for level in [try level1(), try level2()] {
      #expect(level.requirements.map(\.id) == Self.ids)
      #expect(level.criteria.map(\.id) == ["1", "2", "3", "4", "5"])
      #expect(level.requirements.allSatisfy { $0.id.hasPrefix($0.criterion + ".") })
      #expect(level.requirements.allSatisfy { $0.confidence == .verbatim })
      #expect(!level.isPlanning)
      #expect(level.notice == nil)
    }
    #expect(try level1().legalBasis == "Thông tư 25/2023/TT-BGDĐT, Điều 6")
    #expect(try level2().legalBasis == "Thông tư 25/2023/TT-BGDĐT, Điều 7")
  }

  @Test("What the files chose is told as a reading, the words of the law are not; a plan inherits")
  func readings() throws {
    let circular = try level1().readings.map(\.vi)
    #expect(circular.first?.contains("không định nghĩa “công dân trong xã”") == true)
    #expect(circular.contains { $0.contains("36 tháng") })
    #expect(!circular.contains { $0.contains("Không chấm điểm") })
    #expect(try level2().readings.map(\.vi) == circular)
    let plan = try level3().readings.map(\.vi)
    #expect(Array(plan.prefix(circular.count)) == circular)
    #expect(plan.count > circular.count)
  }

  @Test("requirements name the indicators that data use")
  func indicators() throws {
    let expected = [
      "learning-communication", "learning-programme", "learning-week", "learning-budget",
      "social-resources", "coordination-mechanism", "learning-centre-office",
      "public-library-digital", "culture-sports-centre-activities", "preschool-universalisation",
      "primary-universalisation", "lower-secondary-universalisation", "illiteracy-eradication",
      "learning-citizens", "trained", "university",
    ]
    #expect(try level1().requirements.map(\.indicator) == expected)
    #expect(try level2().requirements.map(\.indicator) == expected)
  }

  @Test("1.1 to 3.3 are facts, 4.1 to 4.4 grades, 5.x shares")
  func kinds() throws {
    let (first, second) = (try level1(), try level2())
    #expect(first.requirements.prefix(9).allSatisfy { $0.kind == .fact })
    #expect(second.requirements.prefix(9).allSatisfy { $0.kind == .fact })
    #expect(first.requirements[9..<13].map(\.kind) == [.grade(1), .grade(2), .grade(2), .grade(1)])
    #expect(
      second.requirements[9..<13].map(\.kind) == [.grade(1), .grade(3), .grade(3), .grade(2)])
    #expect(first.requirements.suffix(3).allSatisfy { $0.kind.isShare })
  }

  struct Threshold: Sendable, CustomTestStringConvertible {
    let requirement: String
    let levels: [Int]
    let difficult: [Int]
    var testDescription: String { requirement }
  }

  @Test(
    "thresholds of Điều 6 and Điều 7, also for a vùng khó khăn",
    arguments: [
      Threshold(requirement: "5.1", levels: [60, 80], difficult: [60, 80]),
      Threshold(requirement: "5.2a", levels: [50, 60], difficult: [40, 50]),
      Threshold(requirement: "5.2b", levels: [12, 15], difficult: [10, 12]),
    ])
  func thresholds(_ row: Threshold) throws {
    let requirements = [try level1(), try level2()].map { $0.requirement(row.requirement) }
    for (index, requirement) in requirements.enumerated() {
      let plain = ExactDecimal(row.levels[index])
      #expect(requirement?.threshold(inDifficultArea: nil) == plain)
      #expect(requirement?.threshold(inDifficultArea: false) == plain)
      #expect(
        requirement?.threshold(inDifficultArea: true) == ExactDecimal(row.difficult[index]))
    }
  }

  @Test("5.2b is part of 5.2a and nothing else is part of anything")
  func partOf() throws {
    for level in [try level1(), try level2()] {
      #expect(level.requirement("5.2b")?.partOf == "5.2a")
      #expect(level.requirements.filter { $0.partOf != nil }.count == 1)
    }
  }

  @Test("shares carry definition, base, pace family and direction")
  func definitions() throws {
    let shares = try level1().requirements.suffix(3)
    #expect(
      shares.map(\.definition) == [
        "citizens-15plus-learning-title", "citizens-15plus-trained", "citizens-15plus-university",
      ])
    #expect(shares.map(\.base) == Array(repeating: "residents-15plus", count: 3))
    #expect(shares.map(\.baseSetting) == Array(repeating: "citizens-base", count: 3))
    #expect(shares.map(\.paceFamily) == ["title", "trained", "university"])
    #expect(shares.map(\.direction) == [.up, .up, .up])
  }

  @Test("the base of citizens is a choice, not law")
  func setting() throws {
    let setting = try #require(
      try RuleText.shipped().regulation("tt25-2023-xa").settings.first { $0.id == "citizens-base" })
    #expect(setting.value == "residents-15plus")
    #expect(setting.provenance.confidence == .inferred)
    #expect(setting.provenance.note?.vi.contains("không định nghĩa “công dân trong xã”") == true)
  }

  @Test("supporting indicators are no requirement of the circular's levels")
  func supporting() throws {
    let level = try level1()
    #expect(
      level.supporting.map(\.id) == [
        "learning-families", "learning-clans", "learning-communities", "learning-units",
      ])
    #expect(
      level.supporting.map(\.definition) == [
        "households-learning-title-2022", "clans-learning-title-2022",
        "thon-learning-community-2022", "units-learning-2022",
      ])
    #expect(level.supporting.allSatisfy { $0.paceFamily == "title" && $0.direction == .up })
  }

  @Test("the calendar of the circular")
  func calendar() throws {
    let calendar = try #require(try level1().calendar)
    #expect(calendar.dataWindow.from.date(in: 2026) == CalendarDate("2026-01-01"))
    #expect(calendar.dataWindow.to.date(in: 2026) == CalendarDate("2026-12-31"))
    #expect(calendar.dossier.date(assessedYear: 2026) == CalendarDate("2027-02-28"))
    #expect(calendar.decision.date(assessedYear: 2026) == CalendarDate("2027-03-31"))
    #expect(calendar.validity.months == 36)
    #expect(calendar.validity.countedFrom == .decision)
    #expect(calendar.validity.provenance.confidence == .inferred)
    #expect(calendar.nextLevel.months == 12)
    #expect(calendar.nextLevel.provenance.confidence == .press)
  }

  @Test("planning level 3 is level 2 and then four targets, and never passes for law")
  func planning() throws {
    let (level, second) = (try level3(), try level2())
    #expect(level.requirements.count == 20)
    #expect(Array(level.requirements.prefix(16)) == second.requirements)
    #expect(level.requirements.suffix(4).map(\.id) == ["KH.1", "KH.2", "KH.3", "KH.4"])
    #expect(
      level.requirements.suffix(4).map { $0.threshold(inDifficultArea: nil)?.unscaled } == [
        80, 75, 75, 90,
      ])
    #expect(level.requirements.suffix(4).allSatisfy { $0.confidence == .inferred })
    #expect(level.criteria.map(\.id) == ["1", "2", "3", "4", "5", "KH"])
    #expect(level.criteria.last?.title.vi == "Mục tiêu kế hoạch (không thuộc Thông tư 25/2023)")
    #expect(level.supporting.isEmpty)
    #expect(level.isPlanning)
    #expect(level.legalBasis == nil)
    #expect(
      level.notice
        == Phrase(
          vi: "mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023",
          en: "internal planning level, not a level of Circular 25/2023"))
    #expect(level.calendar == second.calendar)
  }

  @Test("the national targets of Decision 1373")
  func national() throws {
    for (id, year, thresholds) in [
      ("qd1373-2025", 2025, [50, 12]), ("qd1373-2030", 2030, [60, 15]),
    ] {
      let level = try level(id, "qd1373-2021")
      #expect(level.dueYear == year)
      #expect(level.legalBasis == "Quyết định 1373/QĐ-TTg ngày 30/07/2021")
      #expect(level.requirements.map(\.id) == ["1a", "1b"])
      #expect(level.requirements.map(\.partOf) == [nil, "1a"])
      #expect(
        level.requirements.map { $0.threshold(inDifficultArea: true)?.unscaled } == thresholds)
      #expect(
        level.requirements.map(\.definition) == [
          "population-15plus-trained", "population-15plus-university",
        ])
      #expect(level.supporting.isEmpty)
      #expect(level.calendar == nil)
    }
  }

  @Test("every text stands in both languages, and every correlation is the measured default")
  func languages() throws {
    for regulation in try RuleText.shipped().regulations {
      let phrases =
        [regulation.title] + regulation.indicators.flatMap { [$0.title, $0.shortTitle] }
        + regulation.levels.flatMap { [$0.title] + $0.criteria.map(\.title) }
        + regulation.notes.map(\.text) + regulation.definitions.map(\.text)
      #expect(phrases.allSatisfy { !$0.vi.isEmpty && !$0.en.isEmpty && $0.vi != $0.en })
      #expect(regulation.levels.allSatisfy { $0.correlation == 0.3 })
    }
  }

  @Test("places find the levels meant for their kind")
  func placeKinds() throws {
    let library = try RuleText.shipped()
    for kind in ["xã", "phường", "đặc khu"] {
      #expect(library.levels(forKind: kind).map(\.id) == ["level1", "level2", "level3"])
    }
    #expect(library.levels(forKind: "quốc gia").map(\.id) == ["qd1373-2025", "qd1373-2030"])
    #expect(library.levels(forKind: "thôn").isEmpty)
    #expect(library.levels(forKind: nil).count == 5)
  }

  @Test("the example of the README is a sound rule file")
  func readmeExample() throws {
    let readme = String(decoding: try RuleText.shippedFile("README.md").bytes, as: UTF8.self)
    let block = try #require(readme.components(separatedBy: "```yaml\n").dropFirst().first)
    let example = try #require(block.components(separatedBy: "```").first)
    let source = SourceFile(path: "example.yaml", bytes: [UInt8](example.utf8))
    let library = try RegulationLibrary.read(RuleText.shippedSources() + [source])
    let level = try library.level("muc-tieu-2028", kind: "xã", regulation: nil)
    #expect(level.requirements.count == 17)
    #expect(level.isPlanning)
    #expect(level.supporting.count == 3)
  }
}
