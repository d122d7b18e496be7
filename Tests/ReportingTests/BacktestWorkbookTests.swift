import Evaluation
import Forecasting
import Indicators
import OfficeDocuments
import Reporting
import Testing
import Wording

@Suite("A back-test as a workbook")
struct BacktestWorkbookTests {
  private func result() throws -> BacktestResult {
    let members = (0..<6).map { place in
      let percents = (0...12).map { step -> Double in
        Double(40 + place) + 1.5 * Double(step) + Double((step * 7 + place * 3) % 5)
      }
      return RollingPanel.Member(years: Array(2008...2020), percents: percents)
    }
    return try BacktestResult(
      running: BacktestRequest(
        sets: [
          BacktestRequest.IndicatorSet(
            indicator: "a", direction: .up, places: (0..<6).map { "Xã \($0)" }, members: members)
        ], models: [PaceModel(), NoChange(), Theta()], histories: [.exactly(4)], horizon: 2,
        library: AnalysisFixture.paces))
  }

  @Test("Each table of the report has its sheet, with a row for each of its rows")
  func sheets() throws {
    let result = try result()
    let tables = BacktestTables(result)
    let book = BacktestWorkbook(result, source: "Bộ thử", language: .vi).workbook
    #expect(
      book.sheets.map(\.title) == [
        "Mô hình", "Chỉ số", "Khẳng định", "Độ tin cậy, số cuối +", "Độ tin cậy, số tròn",
      ])
    let counts = [
      tables.groups, tables.indicators(model: 0), tables.statements,
      tables.deciles(model: 0, kind: .rise), tables.deciles(model: 0, kind: .round),
    ].map(\.rows.count)
    #expect(book.sheets.map { $0.rows.count - ($0.headingRow ?? 0) - 1 } == counts)
    for sheet in book.sheets { #expect(sheet.rows[1].cells[0].content == .text("Bộ thử")) }
    for sheet in book.sheets.prefix(2) {
      guard case .text(let legend) = sheet.rows[2].cells.first?.content else {
        Issue.record("\(sheet.title) has no legend")
        continue
      }
      #expect(legend.hasPrefix("n: số năm đã biết"))
    }
    let english = BacktestWorkbook(result, source: "Bộ thử", language: .en).workbook
    #expect(Set(english.sheets.map(\.title)).isDisjoint(with: book.sheets.map(\.title)))
    #expect(try !english.bytes().isEmpty)
  }
}
