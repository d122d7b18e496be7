import Diagnostics
import Indicators
import InputFiles
import Testing

@testable import Datasets

@Suite("Scenario file")
struct ScenarioTableTests {
  private func read(_ text: String) throws -> [ScenarioAssumption] {
    try ScenarioTable.read(SourceFile(path: "k.csv", bytes: Array(text.utf8))).assumptions
  }

  private func faults(_ text: String) -> [String] {
    func words(_ found: [Diagnostic]) -> [String] {
      found.map { "\($0.position?.line ?? 0) \($0.code.id)" }
    }
    do throws(Faults) {
      return words(
        try ScenarioTable.read(SourceFile(path: "k.csv", bytes: Array(text.utf8))).diagnostics)
    } catch {
      return words(error.diagnostics)
    }
  }

  @Test("Vietnamese headings, semicolons, decimal commas; a row may assume several things")
  func rows() throws {
    let found = try read(
      """
      Mã chỉ tiêu;Năm;Nhịp;Thêm điểm;Thêm người;Trạng thái;Ghi chú
      5.1;;6,5;;;;vận động
      5.2a;2027;1,2;;500;;
      5.2b;2028;;-0,5;;;
      4.3;2027;;;;mức độ 3;
      3.2;2026;;;;chưa đạt;

      """)
    #expect(
      found.map(\.change) == [
        .pace(6.5), .pace(1.2), .people(500), .points(-0.5), .state(.grade(3)), .state(.notMet),
      ])
    #expect(found.map(\.year) == [nil, 2027, 2027, 2028, 2027, 2026])
    #expect(found[2].position.line == 3 && found[2].position.column == 5)
  }

  @Test("A column of scenarios names them")
  func scenarios() throws {
    let found = try read("scenario,requirement,pace\nA,5.1,2\nB,5.1,4\n")
    #expect(found.map(\.scenario) == ["A", "B"])
  }

  @Test("All faults at once: missing id, no assumption, no number, fraction of a person, no year")
  func badRows() {
    #expect(
      faults(
        """
        requirement,year,pace,people,state
        ,2027,1,,
        5.1,,,,
        5.1,,nhanh,,
        5.1,,,1.5,
        5.1,27,1,,
        4.3,,,,tốt

        """) == [
          "2 cell.missing", "3 scenario.row-empty", "4 number.unreadable", "5 number.not-whole",
          "6 year.unreadable", "7 fact.unreadable",
        ])
    #expect(faults("requirement,pace\n") == ["1 scenario.empty"])
    #expect(faults("pace\n1\n") == ["1 column.missing"])
    #expect(faults("") == ["0 table.empty"])
  }
}
