import Indicators
import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Words of a requirement")
struct RequirementWordsTests {
  private func result(
    _ id: String, _ fixture: AnalysisFixture = AnalysisFixture()
  ) throws -> RequirementResult {
    let analysis = try fixture.analysis()
    return try #require((analysis.requirements + analysis.supporting).first { $0.id == id })
  }

  @Test(
    "Kind, verdict and threshold of every row",
    arguments: [
      ["A.1", "tỷ lệ", "đạt", "≥ 60%"], ["A.2", "tỷ lệ", "CHƯA ĐẠT", "≥ 60%"],
      ["A.3", "tỷ lệ", "đạt", "≥ 11,5%"],
      ["A.4", "đạt/không đạt", "đạt (minh chứng chưa đủ)", "đạt"],
      ["A.5", "mức độ", "CHƯA ĐẠT", "mức độ 3"],
      ["A.6", "đạt/không đạt", "không có số liệu", "đạt"],
      ["KH.1", "tỷ lệ", "không so được", "≥ 70%"],
      ["KH.2", "tỷ lệ", "chưa rõ (làm tròn)", "≥ 75%"],
      ["beside", "hỗ trợ", "không phải điều kiện", "–"],
    ])
  func verdicts(_ row: [String]) throws {
    let result = try result(row[0])
    #expect(RequirementWords.kind(of: result).vi == row[1])
    #expect(RequirementWords.result(of: result).vi == row[2])
    #expect(RequirementWords.threshold(of: result).vi == row[3])
    #expect(RequirementWords.kind(of: result).en != row[1])
    #expect(RequirementWords.result(of: result).en != row[2])
  }

  @Test("An accepted definition is judged")
  func accepted() throws {
    let result = try result("KH.1", AnalysisFixture(accepted: ["cũ-2015"]))
    #expect(RequirementWords.result(of: result).vi == "đạt")
  }

  @Test("The current state has figure, counts, year and how settled it is")
  func current() throws {
    let share = RequirementWords.current(try result("A.2"))
    #expect(
      share
        == Phrase(
          vi: "51,0% (5.100/10.000), 2025 sơ bộ", en: "51.0% (5,100/10,000), 2025 preliminary"))
    let final = RequirementWords.current(
      try result("A.2", AnalysisFixture(isPreliminary: false)))
    #expect(final.vi == "51,0% (5.100/10.000), 2025")
    #expect(RequirementWords.current(try result("KH.2")).vi == "75,0%, 2025")
    #expect(RequirementWords.current(try result("A.4")).vi == "đạt, 2024")
    #expect(RequirementWords.current(try result("A.5")).en == "grade 2, 2023")
    #expect(RequirementWords.current(try result("A.6")).vi == "–")
  }

  @Test("A remark names definition, weak basis, unverified pace and plan")
  func remarks() throws {
    func remark(_ id: String, _ fixture: AnalysisFixture = AnalysisFixture()) throws -> Phrase {
      RequirementWords.remark(on: try result(id, fixture), analysis: try fixture.analysis())
    }
    let foreign = try remark("KH.1")
    #expect(foreign.vi.contains("định nghĩa khác, không so được (cũ-2015)"))
    #expect(foreign.vi.contains("yếu: mới có 3 năm"))
    #expect(foreign.vi.contains("chưa kiểm chứng"))
    let accepted = try remark("KH.1", AnalysisFixture(accepted: ["cũ-2015"]))
    #expect(accepted.en.contains("other definition, accepted (cũ-2015)"))
    let real = AnalysisFixture(isIllustrative: false, notice: nil, isPlanningLevel: false)
    #expect(try remark("A.2", real) == Phrase(""))
    #expect(try remark("A.6", real) == Phrase(""))
  }

  @Test("A plan is told as what it is: a grade, met, or not met")
  func plans() throws {
    for (value, vi, en) in [
      (FactValue.grade(3), "dự kiến đạt mức độ 3 năm 2027", "planned to reach grade 3 in 2027"),
      (.met, "dự kiến đạt năm 2027", "planned to be met in 2027"),
      (.notMet, "dự kiến không đạt từ năm 2027", "planned not to be met from 2027"),
    ] {
      let fixture = AnalysisFixture(
        isIllustrative: false, notice: nil, isPlanningLevel: false, gradePlan: value)
      let remark = RequirementWords.remark(
        on: try result("A.5", fixture), analysis: try fixture.analysis())
      #expect(remark == Phrase(vi: vi, en: en))
    }
  }

  @Test(
    "The verbal scale changes at 85, 60, 40 and 15 percent as printed",
    arguments: zip(
      [1, 0.846, 0.844, 0.596, 0.594, 0.396, 0.394, 0.146, 0.144, 0],
      [
        "very likely", "very likely", "likely", "likely", "even", "even", "unlikely", "unlikely",
        "very unlikely", "very unlikely",
      ]))
  func likelihood(probability: Double, words: String) {
    #expect(RequirementWords.likelihood(probability).en == words)
    #expect(RequirementWords.likelihood(probability).vi != words)
  }

  @Test("A probability is held back by few figures, and by a rise that no past tells of")
  func caps() throws {
    // Ten figures of a share that is met and of one that has yet to rise; five without threshold.
    #expect(RequirementWords.cap(on: try result("A.1")) == .none)
    #expect(RequirementWords.cap(on: try result("A.2")) == .unprovenRise)
    #expect(RequirementWords.cap(on: try result("beside")) == .shortSeries)
    let short = AnalysisFixture(firstYear: 2022)
    #expect(RequirementWords.cap(on: try result("A.1", short)) == .shortSeries)
    #expect(
      RequirementWords.cap(on: try result("A.2", short))
        == ProbabilityCap(lower: 0.05, upper: 0.85))
    for id in ["A.4", "A.5", "A.6"] { #expect(RequirementWords.cap(on: try result(id)) == .none) }
  }

  @Test("A level's probability is held back as that of the row that is held back most")
  func capOnAll() throws {
    #expect(RequirementWords.cap(onAllOf: []) == .none)
    let (long, short) = (AnalysisFixture(), AnalysisFixture(firstYear: 2022))
    let met = try result("A.1", long)
    #expect(RequirementWords.cap(onAllOf: [met, try result("A.4", long)]) == .none)
    #expect(
      RequirementWords.cap(onAllOf: [met, try result("A.2", long), try result("A.1", short)])
        == ProbabilityCap(lower: 0.05, upper: 0.85))
  }
}
