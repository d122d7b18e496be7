import Diagnostics
import Indicators
import Planning
@testable import Reporting
import Testing
import Wording

@Suite("The report of questions about data")
struct QualityReportTests {
  private func report(_ counts: [(year: Int, count: Int)]) -> QualityReport {
    let entries = counts.enumerated().map { index, figure in
      IndicatorPanel.Entry(
        place: "Xã A", indicator: "trained",
        observation: Observation(
          year: figure.year, count: figure.count, base: 2000,
          position: InputPosition(file: "xa.csv", line: index + 2)))
    }
    return QualityReport(DataQuality(of: IndicatorPanel(entries: entries)))
  }

  private var troubled: QualityReport {
    report([(2019, 871), (2020, 923), (2021, 923), (2022, 923), (2024, 1011)])
  }

  @Test("One row a question; the question stands without place and indicator")
  func table() throws {
    let table = troubled.table
    #expect(table.rows.count == 2)
    let markdown = table.markdown(in: .vi).split(separator: "\n").map(String.init)
    #expect(
      markdown[0]
        == "| Loại | Địa phương | Chỉ tiêu | Năm | Câu hỏi | Nếu cần sửa | Vị trí | Mã |")
    #expect(
      markdown[2]
        == "| nên hỏi | Xã A | trained | 2020–2022 | 3 lần liền (2020–2022) cùng một số 923; số liệu có được cập nhật từng năm không? | Nếu năm nào chưa điều tra lại thì để trống năm đó. | xa.csv:5 | quality.frozen |"
    )
    #expect(
      markdown[3]
        == "| lưu ý | Xã A | trained | 2023 | Giữa 2019 và 2024 không có số liệu năm 2023; năm đó không điều tra hay chưa nhập? | Nếu có số liệu thì nhập thêm; nếu không có thì để trống. |  | quality.missing-year |"
    )
    #expect(table.text(in: .en).contains("3 figures in a row (2020–2022) are 923"))
  }

  @Test("The document has every finding with its evidence and positions")
  func json() {
    let expected = """
      {
        "findings": [
          {
            "code": "quality.frozen",
            "severity": "warning",
            "place": "Xã A",
            "indicator": "trained",
            "years": [2020, 2021, 2022],
            "question": "3 figures in a row (2020–2022) are 923; were they counted anew each year?",
            "remedy": "Leave a year empty in which nothing was counted.",
            "evidence": {
              "figures": 3,
              "differentBases": 1
            },
      """
    let text = troubled.json(in: .en).text
    #expect(text.hasPrefix(expected), "\(text)")
    #expect(text.contains("\"line\": 5"))
    #expect(text.contains("\"missing\": 1"))
  }

  @Test("The summary counts questions and says that a question is no fault")
  func summary() {
    #expect(
      troubled.summary(.vi)
        == "2 câu hỏi về chất lượng số liệu, trong đó 1 câu nên trả lời trước khi dùng số liệu. Câu hỏi không có nghĩa là số liệu sai."
    )
    #expect(troubled.summary(.en).hasPrefix("2 questions"))
    let quiet = report([(2020, 871)])
    #expect(quiet.table.rows.isEmpty)
    #expect(quiet.summary(.vi) == "Không có câu hỏi nào về chất lượng số liệu.")
    #expect(quiet.json(in: .vi).text == "{\n  \"findings\": []\n}\n")
  }
}
