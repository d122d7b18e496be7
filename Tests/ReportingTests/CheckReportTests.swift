import Datasets
import Indicators
import InputFiles
import Reporting
import Testing
import Wording

@Suite("Report of a check")
struct CheckReportTests {
  private static let vocabulary = IndicatorVocabulary(terms: [
    IndicatorVocabulary.Term(
      id: "trained", kind: .share, names: ["trained", "Lao động qua đào tạo"]),
    IndicatorVocabulary.Term(
      id: "learning-week", kind: .fact, names: ["learning-week", "Tuần lễ học tập"]),
    IndicatorVocabulary.Term(
      id: "preschool", kind: .grade, names: ["preschool", "Phổ cập mầm non"]),
  ])

  private func report(_ text: String) throws -> CheckReport {
    let file = try LooseFile.read(
      SourceFile(path: "a.csv", bytes: Array(text.utf8)),
      LooseFileOptions(vocabulary: Self.vocabulary))
    let dataset = file.dataset(title: "a")
    return CheckReport(tables: file.tables, panel: dataset.panel, facts: dataset.facts)
  }

  private static let wide = """
    Xã A,,,
    Chỉ tiêu,2023,2024 (sơ bộ),KH 2025
    Lao động qua đào tạo (%),"50,5","51,75",60
    Tổng cộng,"50,5","51,75",60
    Tuần lễ học tập,Đạt,Chưa đạt,
    Phổ cập mầm non,2,3,

    """

  @Test("The text tells where tables stand, what columns are and why, and the series")
  func vietnamese() throws {
    let text = try report(Self.wide).text(in: .vi)
    #expect(
      text.hasPrefix("Tệp: các năm theo cột; tiêu đề ở dòng 2; số liệu ở dòng 3–6; 2 ô số\n"))
    #expect(text.contains("  địa phương “Xã A”, theo a.csv:1:1\n"))
    #expect(text.contains("tiêu đề “Chỉ tiêu”"))
    #expect(text.contains("kế hoạch"))
    #expect(text.contains("Không phải số liệu, dòng 4: dòng cộng hoặc bình quân\n"))
    #expect(text.contains("2023–2024"))
    #expect(text.contains("51,8%"))
    #expect(text.contains("sơ bộ"))
    #expect(
      text.hasSuffix("2 số liệu; 1 địa phương; 4 kết quả đạt, chưa đạt hoặc mức độ.\n"))
  }

  @Test("The same in English")
  func english() throws {
    let text = try report(Self.wide).text(in: .en)
    #expect(
      text.hasPrefix("File: years across; headings in row 2; figures in rows 3–6; 2 cells\n"))
    #expect(text.contains("No figures, row 4: a sum or an average\n"))
    #expect(text.contains("preliminary"))
    #expect(text.hasSuffix("2 figures; 1 places; 4 pass/fail items or grades.\n"))
    #expect(!text.contains("địa phương"))
  }

  @Test("Without a table or figure only the sum is said")
  func empty() throws {
    let report = CheckReport(tables: [], panel: IndicatorPanel(entries: []), facts: [])
    #expect(report.text(in: .en) == "0 figures; 0 places; 0 pass/fail items or grades.\n")
    #expect(
      report.json(in: .en).text
        == "{\n  \"layout\": [],\n  \"observations\": [],\n  \"facts\": []\n}\n")
  }

  @Test("Many series and many rows are cut, with how many there are")
  func long() throws {
    let rows = (1...70).map { "Xã \($0),trained,2024,5,10\nCộng,trained,2024,5,10\n" }.joined()
    let text = try report("place,indicator,year,count,base\n" + rows).text(in: .en)
    #expect(text.contains("… and 10 more series; use --json to see all.\n"))
    #expect(text.contains(", … (70): a sum or an average\n"))
    #expect(text.hasSuffix("70 figures; 70 places; 0 pass/fail items or grades.\n"))
  }

  @Test("JSON holds layout, observations with their positions, and facts")
  func json() throws {
    let text = try report(Self.wide).json(in: .en).text
    for part in [
      "\"sheet\": null", "\"kind\": \"years-across\"", "\"firstRow\": 3", "\"lastRow\": 6",
      "\"role\": \"indicator\"", "\"role\": \"plan\"", "\"heading\": \"2024 (sơ bộ)\"",
      "\"row\": 4", "\"reason\": \"a sum or an average\"", "\"place\": \"Xã A\"",
      "\"indicator\": \"trained\"", "\"percent\": 51.75", "\"status\": \"preliminary\"",
      "\"count\": null", "\"line\": 3", "\"value\": \"met\"", "\"value\": \"not-met\"",
      "\"value\": 3", "\"planned\": false", "\"context\": [",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
