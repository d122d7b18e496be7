import Foundation
import Testing

@testable import ForecastCLI

@Suite struct SecondOpinionTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func ask(_ arguments: String...) -> Run {
    folder.forecast(["--target", "level2"] + arguments)
  }

  private func data(_ arguments: String...) throws -> JSONDocument {
    let run = folder.forecast(["--target", "level2", "--json"] + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    return try #require(document["data"])
  }

  private func methods(_ data: JSONDocument) -> [String] {
    (data["secondOpinions"]?.values ?? []).compactMap { $0["method"]?.string }
  }

  @Test("Without --method nobody else is asked, and the key is there all the same")
  func none() throws {
    #expect(try data()["secondOpinions"] == .array([]))
    #expect(!ask().output.contains("Ý KIẾN THỨ HAI"))
    #expect(!folder.names("out").contains { $0.hasPrefix("methods-") })
  }

  @Test("--method may be repeated, hold commas, or say all; the order is that of the registry")
  func choice() throws {
    #expect(methods(try data("--method", "dns", "--method", "ols")) == ["ols", "dns"])
    #expect(methods(try data("--method", "dns, ols,dns")) == ["ols", "dns"])
    #expect(
      methods(try data("--method", "all")) == ["ols", "escap", "eurostat", "unsd", "dns", "aarr"])
  }

  @Test(
    "A method that does not exist is refused with those that do, beside other faults",
    arguments: ["nonsense", "dns,nonsense", "dns,", ""])
  func unknown(value: String) {
    let run = ask("--method", value, "--horizon", "0")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("không dùng được cho --method [usage.value]"))
    #expect(
      run.errors.contains("Dùng một hoặc nhiều trong: all, ols, escap, eurostat, unsd, dns, aarr."))
    #expect(run.errors.contains("không dùng được cho --horizon [usage.value]"))
  }

  @Test("--method is not --model: both go together and change each their part")
  func besideModel() throws {
    let alone = try data("--method", "ols")
    let line = try data("--method", "ols", "--model", "drift")
    #expect(alone["model"] != line["model"])
    func classes(_ data: JSONDocument) -> [JSONDocument?] {
      data["secondOpinions"]?[0]?["requirements"]?.values.map { $0["class"] } ?? []
    }
    #expect(classes(alone) == classes(line))
    #expect(classes(alone).count == 3)
    let plain = try data()
    #expect(plain["outlook"] == alone["outlook"])
    #expect(plain["requirements"] == alone["requirements"])
  }

  @Test("The report says whose methods these are, how they err, and our chance beside")
  func report() {
    let run = ask("--method", "all")
    #expect(run.exitCode == 0)
    for words in [
      "Ý KIẾN THỨ HAI (phương pháp của tổ chức khác, không phải kết quả của chương trình)",
      "Xác suất 2026", "Đọc thận trọng:", "docs/second-opinions.md", "Công thức: ", "Nguồn: ",
      "Chưa xác nhận: ", "5.2b (", "tính trên phần chưa đạt",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let english = ask("--method", "all", "--lang", "en")
    #expect(english.output.contains("SECOND OPINIONS (methods of other organisations"))
    #expect(english.output.contains("Not confirmed: "))
  }

  @Test("A planning level keeps its notice in every row of the table that is written")
  func planningLevel() throws {
    let run = folder.forecast("--target", "level3", "--method", "dns,eurostat")
    #expect(run.exitCode == 0)
    let lines = try folder.text("out/methods-level3-kien-hung.csv").split(separator: "\r\n")
    #expect(lines.count > 15)
    for line in lines.dropFirst() { #expect(line.contains("không phải"), "\(line)") }
  }

  @Test("A table of the opinions is written only when asked for, and listed")
  func table() throws {
    let listed = try data("--method", "escap")["files"]?.values.compactMap(\.string) ?? []
    #expect(listed.contains("methods-level2-kien-hung.csv"))
    let lines = try folder.text("out/methods-level2-kien-hung.csv").split(separator: "\r\n")
    #expect(lines.first?.contains("Phương pháp;Xếp loại") == true)
    #expect(lines.contains { $0.contains(";5.1;") && $0.contains("chỉ số tiến bộ dự kiến") })
  }

  @Test("A workbook has a sheet of them; two runs write the same bytes")
  func workbook() throws {
    for output in ["a", "b"] {
      #expect(
        ask("--method", "all", "--format", "xlsx", "--output", output).exitCode == 0)
    }
    #expect(folder.names("a") == folder.names("b"))
    for file in folder.names("a") {
      let first = try Data(contentsOf: folder.url.appending(path: "a/" + file))
      #expect(try Data(contentsOf: folder.url.appending(path: "b/" + file)) == first, "\(file)")
    }
  }

  @Test("The commands to go on with ask for the same opinions")
  func nextSteps() {
    #expect(ask("--method", "dns").output.contains("--target level1 --method dns"))
  }
}
