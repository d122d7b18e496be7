import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Explanation as text")
struct ExplanationTextTests {
  private func text(
    _ id: String, _ year: Int, _ language: Language = .vi,
    _ fixture: AnalysisFixture = AnalysisFixture()
  ) throws -> String {
    ExplanationText(try fixture.explanation(id, year), language: language).text
  }

  @Test(
    "A share begins with plain sentences, then figures with their cells, rule, gap, forecast, print"
  )
  func share() throws {
    let text = try text("A.2", 2027)
    let chapters = [
      "1. SỐ LIỆU", "2. QUY ĐỊNH", "3. KHOẢNG CÁCH", "4. DỰ BÁO", "SỐ IN TRONG BÁO CÁO",
    ]
    var rest = text[...]
    for chapter in chapters {
      let range = try #require(rest.firstRange(of: chapter), "\(chapter)")
      rest = rest[range.upperBound...]
    }
    #expect(text.contains("Dự báo giữa của năm 2027 là "))
    #expect(text.contains("so-lieu.csv:2:4"))
    #expect(text.contains("Văn bản A (nguyên văn)"))
    #expect(!text.contains("{") && !text.contains("nil"))
  }

  @Test("The step numbers that a step names are those of the steps before it")
  func references() throws {
    let text = try text("A.2", 2027)
    var known: Set<String> = []
    for line in text.split(separator: "\n") {
      if let match = line.firstMatch(of: #/^(\d+\.\d+) /#) { known.insert(String(match.1)) }
      guard line.hasPrefix("     Từ: ") else { continue }
      for match in line.matches(of: /bước (\d+\.\d+)/) {
        #expect(known.contains(String(match.1)), "\(line)")
      }
    }
    #expect(known.count > 60)
  }

  @Test("English has no Vietnamese words but names, and a decimal point")
  func english() throws {
    let text = try text("A.2", 2027, .en)
    #expect(text.contains("The middle of the forecast for 2027 is "))
    for word in ["Bước", "điểm", "bước", "người", "Từ:"] {
      #expect(!text.contains(word), "\(word)")
    }
    let decimalComma = #/\d,\d{4}/#
    #expect(text.firstMatch(of: decimalComma) == nil, "a decimal comma")
  }

  @Test("Every explanation of an internal level carries its notice, and made-up figures theirs")
  func notices() throws {
    for id in ["A.2", "A.4", "A.5", "level3", "beside"] {
      let text = try text(id, 2027)
      #expect(text.contains(AnalysisFixture.planNotice.vi), "\(id)")
      #expect(text.hasPrefix("SỐ LIỆU MINH HỌA") && text.hasSuffix("không có thật\n"))
    }
    var real = AnalysisFixture()
    (real.isIllustrative, real.notice) = (false, nil)
    let text = try text("A.2", 2027, .vi, real)
    #expect(!text.contains("MINH HỌA"))
  }

  @Test("A capped chance is printed as capped, and why")
  func caps() throws {
    let explanation = try AnalysisFixture(firstYear: 2021).explanation("A.2", 2026)
    let printed = PrintedNumbers(explanation)
    #expect(printed.answer(.vi).hasPrefix("xác suất đạt <5%"))
    let step = try #require(printed.section?.steps.first)
    #expect(step.remark?.vi.contains("dưới 8 năm số liệu") == true)
  }
}
