import Evaluation
import Forecasting
import Indicators
import Reporting
import Testing
import Wording

@Suite("Tables of a back-test")
struct BacktestTablesTests {
  private func result(
    _ histories: [HistoryRule] = [.exactly(4), .all(atLeast: 3, atMost: 15)]
  ) throws -> BacktestResult {
    let members = (0..<6).map { place in
      let percents = (0...12).map { step -> Double in
        let sway = Double((step * 7 + place * 3) % 5)
        return Double(40 + place) + 1.5 * Double(step) + sway
      }
      return RollingPanel.Member(years: Array(2008...2020), percents: percents)
    }
    return try BacktestResult(
      running: BacktestRequest(
        sets: [
          BacktestRequest.IndicatorSet(
            indicator: "a", direction: .up, places: (0..<6).map { "Xã \($0)" }, members: members)
        ], models: [PaceModel(), NoChange(), Theta()], histories: histories, horizon: 3,
        library: AnalysisFixture.paces))
  }

  /// Returns the cells of a table as its CSV has them, the head first.
  private func fields(_ table: ReportTable) -> [[Substring]] {
    table.csv(in: .en).split(whereSeparator: \.isNewline).map {
      $0.drop { $0 == "\u{FEFF}" }.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test("There is a row a history, distance and model, the default under that name")
  func groups() throws {
    let table = BacktestTables(try result()).groups
    #expect(table.rows.count == 2 * 3 * 3)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    let lines = fields(table)
    #expect(lines[0].prefix(3) == ["n", "h", "Model"])
    #expect(lines[1...9].allSatisfy { $0[0] == "4" } && lines[10...].allSatisfy { $0[0] == "all" })
    #expect(lines[1...3].map { $0[2] } == ["default", "no-change", "theta"])
    // The yardstick's error over itself.
    #expect(
      lines.filter { $0[2] == "no-change" }.allSatisfy { $0[10] == "1.000" && $0[11] == "1.000" })
  }

  @Test("There is a row a history, distance and indicator for one model")
  func indicators() throws {
    let table = BacktestTables(try result()).indicators(model: 0)
    #expect(table.rows.count == 2 * 3)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(fields(table).dropFirst().allSatisfy { $0[2] == "a" })
  }

  @Test("Statements are told by kind and model, and by tenth")
  func statements() throws {
    let tables = BacktestTables(try result())
    #expect(tables.statements.rows.count == 2 * 3)
    #expect(tables.statements.rows.allSatisfy { $0.count == tables.statements.columns.count })
    let tenths = tables.deciles(model: 0, kind: .rise)
    #expect((1...10).contains(tenths.rows.count))
    #expect(tenths.rows.allSatisfy { $0.count == tenths.columns.count })
  }

  @Test("Without a forecast the tables are empty, in both languages")
  func empty() throws {
    let tables = BacktestTables(try result([.exactly(13)]))
    #expect(tables.groups.rows.isEmpty && tables.statements.rows.isEmpty)
    #expect(tables.indicators(model: 0).rows.isEmpty)
    for language in Language.allCases { #expect(tables.groups.text(in: language).contains("MAE")) }
  }

  @Test("Kinds of thresholds have words in both languages")
  func titles() {
    let titles = BacktestScores.StatementKind.allCases.map { BacktestTables.title(of: $0) }
    for title in titles { #expect(!title.vi.isEmpty && !title.en.isEmpty) }
    #expect(Set(titles.map(\.vi)).count == titles.count)
    #expect(BacktestTables.name(of: .exactly(7)) == "7")
  }
}
