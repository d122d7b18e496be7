import Forecasting
import Planning
import Reporting
import Testing
import Wording

@Suite("Text of an analysis")
struct AnalysisTextTests {
  private func text(
    _ fixture: AnalysisFixture = AnalysisFixture(), _ language: Language = .vi
  ) throws -> String {
    AnalysisText(try fixture.analysis(), language: language).text
  }

  /// Returns the lines under a heading, up to the next empty line.
  private func section(_ heading: String, _ text: String) throws -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "no \(heading)")
    return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
  }

  private let real = AnalysisFixture(isIllustrative: false, notice: nil, isPlanningLevel: false)

  // MARK: Notices

  @Test("Made-up figures are told in the first line and in the line that ends the report")
  func illustrative() throws {
    let analysis = try AnalysisFixture().analysis()
    for language in Language.allCases {
      let report = AnalysisText(analysis, language: language)
      let phrase = try #require(analysis.notice)
      let notice = phrase(language)
      #expect(report.text.hasPrefix(notice + "\n\n"))
      #expect(report.closingNotice == notice)
    }
  }

  @Test("They are told even where the data set brings no words for it")
  func illustrativeWithoutNotice() throws {
    let analysis = try AnalysisFixture(notice: nil).analysis()
    let report = AnalysisText(analysis, language: .vi)
    #expect(report.text.hasPrefix("SỐ LIỆU MINH HỌA\n\n"))
    #expect(report.closingNotice == "SỐ LIỆU MINH HỌA")
    #expect(
      AnalysisText(analysis, language: .en).closingNotice
        == "SỐ LIỆU MINH HỌA (illustrative figures)")
  }

  @Test("What a real data set has to tell its readers comes first, and nothing closes")
  func realNotice() throws {
    var fixture = real
    fixture.notice = Phrase(vi: "chỉ gồm 12 thôn", en: "12 hamlets only")
    let report = AnalysisText(try fixture.analysis(), language: .vi)
    #expect(report.text.hasPrefix("chỉ gồm 12 thôn\n\n"))
    #expect(report.closingNotice == nil)
    let plain = AnalysisText(try real.analysis(), language: .vi)
    #expect(plain.text.hasPrefix("Địa phương:"))
    #expect(plain.closingNotice == nil)
  }

  @Test("A planning level says in its head that it is no level of law")
  func planningLevel() throws {
    let vi = try text()
    #expect(vi.contains("level3 – Mức kế hoạch 3\n"))
    #expect(vi.contains(AnalysisFixture.planNotice.vi))
    #expect(vi.contains("không có (không phải quy định)"))
    let en = try text(AnalysisFixture(), .en)
    #expect(en.contains(AnalysisFixture.planNotice.en) && en.contains("none (not a regulation)"))
    let law = try text(real)
    #expect(!law.contains("Chú ý:") && law.contains("Thông tư A, Điều 6"))
  }

  // MARK: Head and past

  @Test("The head names place, data, years, day, target and model")
  func head() throws {
    let text = try text(AnalysisFixture(byYear: 2028, asOf: "2026-06-30"))
    for words in [
      "Xã Mẫu (xã)", "Bộ số liệu mẫu", "2016–2025 (2025: sơ bộ)", "30/06/2026", "2028",
      ModelRegistry.standard.title.vi,
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try self.text(AnalysisFixture(asOf: "2026-06-30"), .en).contains("2026-06-30"))
    let final = try self.text(AnalysisFixture(isPreliminary: false))
    #expect(final.contains("2016–2025\n") && !final.contains("Nhìn từ ngày"))
  }

  @Test("Past years of all levels stand in one table, with what fails and what is unknown")
  func heldLevels() throws {
    let lines = try section("ĐÃ ĐẠT CÁC NĂM QUA", try text())
    #expect(lines[0].hasPrefix("Mức") && lines[0].hasSuffix("2025"))
    #expect(lines[2].hasPrefix("level1 – Mức độ 1") && lines[3].hasPrefix("level3 –"))
    #expect(lines[3].hasSuffix("chưa"))
    #expect(lines.contains("Năm 2025 level3 chưa đạt ở: A.2, A.5."))
    #expect(lines.contains("Năm 2025 chưa có số liệu so được của: A.6, KH.1, KH.2."))
  }

  @Test("A recognition is told with its dates and the chance of keeping it")
  func recognition() throws {
    let lines = try section("GIỮ MỨC ĐANG ĐƯỢC CÔNG NHẬN", try text())
    #expect(lines[0].contains("level1 – Mức độ 1") && lines[0].contains("27/03/2025"))
    #expect(lines[0].contains("giá trị đến –"))
    #expect(lines[1].hasPrefix("Xác suất giữ được điều kiện – 2026: 0%"))
    #expect(lines[2] == "Chỗ yếu nhất khi giữ mức: A.5.")
    #expect(!(try text(AnalysisFixture(hasRecognition: false))).contains("ĐANG ĐƯỢC CÔNG NHẬN"))
    let en = try section("KEEPING THE RECOGNISED LEVEL", try text(AnalysisFixture(), .en))
    #expect(en[0].contains("2025-03-27"))
  }

  // MARK: Outlook

  @Test("The outlook has a row a year with chance, words and what binds")
  func outlook() throws {
    let lines = try section("KHẢ NĂNG ĐẠT level3", try text())
    #expect(lines[2].hasPrefix("2026") && lines[2].contains("0%") && lines[2].contains("A.5"))
    #expect(lines.count >= 7)
    let joined = lines.joined(separator: " ")
    #expect(joined.contains("Với điều kiện") && joined.contains("A.6, KH.1"))
  }

  @Test("Where nothing comparable is left the text says so")
  func noChance() throws {
    #expect(!(try text()).contains("Không tính được xác suất"))
    let foreign = AnalysisFixture(isForeign: true)
    let told = try text(foreign)
    #expect(told.contains("Không tính được xác suất"))
    #expect(told.contains("A.1, A.2, A.3, A.6, KH.1, KH.2"))
    let outlook = try section("KHẢ NĂNG ĐẠT", told)
    #expect(outlook[2].hasPrefix("2026") && !outlook[2].contains("%"))
    #expect(try text(foreign, .en).contains("No probability"))
  }

  @Test("Chances are capped at 5 and 95 percent below eight figures, and only there")
  func caps() throws {
    for (firstYear, isCapped) in [(2019, true), (2018, false)] {
      var fixture = real
      fixture.firstYear = firstYear
      fixture.isPreliminary = false
      let analysis = try fixture.analysis()
      let result = try #require(analysis.requirements.first { $0.id == "A.2" })
      #expect(result.forecast.figureCount == (isCapped ? 7 : 8))
      #expect(try #require(result.probability(in: 2026)) < 0.05)
      let sure = try #require(analysis.requirements.first { $0.id == "A.1" })
      #expect(try #require(sure.probability(in: 2026)) > 0.95)
      let lines = try section("DỰ BÁO", AnalysisText(analysis, language: .vi).text)
      let low = try #require(lines.first { $0.hasPrefix("A.2") })
      let high = try #require(lines.first { $0.hasPrefix("A.1") })
      #expect(low.contains("<5%") == isCapped)
      #expect(high.contains(">95%") == isCapped)
      let outlook = try section(
        "KHẢ NĂNG ĐẠT", AnalysisText(analysis, language: .vi).text)
      #expect(outlook.contains { $0.contains("<5%") } == isCapped)
    }
  }

  @Test("One short series caps the level, but not the series that are long")
  func mixedCaps() throws {
    let analysis = try AnalysisFixture(isPreliminary: false).analysis()
    let text = AnalysisText(analysis, language: .vi).text
    let outlook = try section("KHẢ NĂNG ĐẠT", text)
    #expect(outlook.contains { $0.contains("<5%") })
    let long = try #require(try section("DỰ BÁO", text).first { $0.hasPrefix("A.2") })
    #expect(!long.contains("<5%"))
  }

  // MARK: Requirements

  @Test("Each requirement has its state, threshold and verdict")
  func conditions() throws {
    let lines = try section("TỪNG CHỈ TIÊU", try text())
    let joined = lines.joined(separator: "\n")
    for words in ["51,0% (5.100/10.000)", "≥ 60%", "CHƯA ĐẠT", "mức độ 3", "không so được"] {
      #expect(joined.contains(words), "\(words)")
    }
    for id in ["A.1", "A.6", "KH.2"] { #expect(lines.contains { $0.hasPrefix(id) }) }
  }

  @Test("Missing people, base and pace stand together; shares without figures are left out")
  func people() throws {
    let lines = try section("KHOẢNG CÁCH VÀ NHỊP", try text())
    let row = try #require(lines.first { $0.hasPrefix("A.2") })
    #expect(row.contains("+9,0") && row.contains("912") && row.contains("10.020"))
    #expect(!lines.contains { $0.hasPrefix("A.4") })
  }

  @Test("The forecast shows the next and the target year, and the years of 50 and 80 percent")
  func forecast() throws {
    let far = try section("DỰ BÁO", try text(AnalysisFixture(byYear: 2029)))
    #expect(far[0].contains("2026") && far[0].contains("Xác suất 2029"))
    let row = try #require(far.first { $0.hasPrefix("A.2") })
    #expect(row.contains("không đạt trước năm 2031"))
    let near = try section("DỰ BÁO", try text())
    #expect(!near[0].contains("2029"))
  }

  @Test("Who is responsible is told for what is not met, else for all")
  func responsible() throws {
    let lines = try section("ĐƠN VỊ PHỤ TRÁCH CÁC CHỈ TIÊU CHƯA ĐẠT", try text())
    #expect(lines.contains { $0.hasPrefix("A.2") && $0.contains("Phòng Văn hóa – Xã hội") })
    #expect(!lines.contains { $0.hasPrefix("A.1") })
  }

  @Test("Supporting indicators stand apart and are no condition")
  func supporting() throws {
    let text = try text()
    #expect(text.contains("CHỈ SỐ HỖ TRỢ (không phải điều kiện của mức)"))
    #expect(try section("CHỈ SỐ HỖ TRỢ", text).contains { $0.hasPrefix("Chỉ số bên cạnh") })
  }

  @Test("Remarks close the report, one a kind of finding")
  func remarks() throws {
    let lines = try section("CẦN BIẾT KHI ĐỌC", try text())
    #expect(lines[0].hasPrefix("• "))
    #expect(lines.allSatisfy { $0.hasPrefix("• ") || $0.hasPrefix("  ") })
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    let joined = lines.joined(separator: " ")
    for words in ["A.1, A.2, A.3:", "KH.1, KH.2: yếu: mới có 3 năm", "cũ-2015", "2027"] {
      #expect(joined.contains(words), "\(words)")
    }
    #expect(!joined.contains("{"))
  }

  @Test("No slot is left open, no line ends in blanks, the text ends in one line feed")
  func wholeText() throws {
    for language in Language.allCases {
      for fixture in [AnalysisFixture(), real, AnalysisFixture(byYear: 2031)] {
        let text = try text(fixture, language)
        #expect(!text.contains("{") && !text.contains("nan") && !text.contains("Optional"))
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
      }
    }
  }
}
