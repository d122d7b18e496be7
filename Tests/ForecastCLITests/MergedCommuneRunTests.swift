import Foundation
import Testing

@Suite("Forecasts from a rebuilt history")
struct MergedCommuneRunTests {
  private func folder(_ edit: (inout String, inout String) -> Void = { _, _ in }) throws
    -> WorkingFolder
  {
    let folder = try WorkingFolder()
    let source = Repository.url("datasets/merged-commune")
    for name in ["datapackage.json", "places.csv", "indicators.csv", "breaks.csv", "facts.csv"] {
      try folder.write(
        String(contentsOf: source.appending(path: name), encoding: .utf8), to: "data/\(name)")
    }
    var figures = try String(
      contentsOf: source.appending(path: "observations.csv"), encoding: .utf8)
    var crosswalk = try String(contentsOf: source.appending(path: "crosswalk.csv"), encoding: .utf8)
    edit(&figures, &crosswalk)
    try folder.write(figures, to: "data/observations.csv")
    try folder.write(crosswalk, to: "data/crosswalk.csv")
    return folder
  }

  @Test("The shipped example answers from the rebuilt history and says so")
  func example() throws {
    let run = try WorkingFolder().forecast("--target", "level2", "--data", "merged-commune")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Năm số liệu:  2018–2025 (2025: sơ bộ)"))
    #expect(
      run.output.replacing("\n  ", with: " ").contains(
        "số liệu 2018, 2020–2024 được ghép lại từ các đơn vị cũ: Tân Trào, Kiến Hưng (cũ), Đoàn Xá"
      ))
    #expect(!run.output.contains("gián đoạn"))
    #expect(run.errors.contains("rebuilding.percent-only"))
  }

  @Test("Without a crosswalk only the new commune's own year is left")
  func withoutCrosswalk() throws {
    let folder = try folder()
    let descriptor = try folder.text("data/datapackage.json")
    try folder.write(
      descriptor.replacing("\"name\": \"crosswalk\"", with: "\"name\": \"crosswalks\""),
      to: "data/datapackage.json")
    let run = folder.forecast("--target", "level2", "--data", "data")
    #expect(run.exitCode == 0)
    #expect(!run.output.contains("ghép lại"))
    #expect(run.output.contains("mới có 1 năm"))
  }

  @Test("Seen from a day between two releases the rebuilt figure is that of the day")
  func asOf() throws {
    func latest(_ day: String) throws -> JSONDocument? {
      let run = try WorkingFolder().forecast(
        "--target", "level2", "--data", "merged-commune", "--as-of", day, "--json")
      let rows = try JSONDocument(run.output)["data"]?["requirements"]
      return rows?[14]?["latest"]
    }
    let early = try #require(try latest("2025-02-19"))
    #expect(early["year"] == .number(2023) && early["count"] == .number(9442))
    let first = try #require(try latest("2025-02-20"))
    #expect(first["year"] == .number(2024) && first["count"] == .number(9634))
    #expect(first["status"] == .string("preliminary"))
    let final = try #require(try latest("2025-06-30"))
    #expect(final["count"] == .number(9681) && final["status"] == .string("final"))
  }

  @Test("Shares that do not add up refuse the data with lines, sum and remedy")
  func faultyShares() throws {
    let run = try folder { _, crosswalk in
      crosswalk = crosswalk.replacing("Đoàn Xá,Kiến Hải,38%", with: "Đoàn Xá,Kiến Hải,37%")
        .replacing("Tân Trào,Kiến Hưng,1,", with: "Tân Tráo,Kiến Hưng,1,")
    }.forecast("--target", "level2", "--data", "data")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("data/crosswalk.csv:9:1"))
    #expect(run.errors.contains("cộng lại được 0.99, phải đúng bằng 1 (dòng 9, 10)"))
    #expect(run.errors.contains("crosswalk.unit-unknown"))
    #expect(run.errors.contains("gần nhất: Tân Trào"))
  }
}
