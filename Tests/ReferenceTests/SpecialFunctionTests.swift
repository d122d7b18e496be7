import Foundation
import ReferenceSets
import Testing

/// Distribution functions against values computed with 100 digits.
///
/// The table `Reference/special_functions.csv` and the script that writes it lie side by side;
/// the script says how each tolerance follows from the conditioning of its row.
@Suite("Special functions")
struct SpecialFunctionTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Reference/special_functions.csv")

  @Test(
    "Every value of the table is reached to its tolerance",
    arguments: SpecialFunctionValue.functions)
  func agreesWithTable(function: String) throws {
    let rows = try SpecialFunctionValue.table(Self.file).filter { $0.function == function }
    #expect(rows.count >= 20)
    for row in rows {
      let computed = row.computed()
      #expect(
        row.relativeError(of: computed) <= row.tolerance,
        "\(row): \(computed) instead of \(row.value)")
    }
  }

  @Test("The table holds every function and no row without tolerance")
  func tableIsComplete() throws {
    let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
    let rows = try SpecialFunctionValue.table(Self.file)
    #expect(rows.count == lines.count - 1)
    #expect(Set(rows.map(\.function)) == Set(SpecialFunctionValue.functions))
    #expect(rows.allSatisfy { $0.tolerance >= 1e-13 && $0.tolerance <= 1e-11 })
    #expect(rows.allSatisfy { $0.value.isFinite })
  }
}
