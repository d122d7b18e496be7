import Testing

@testable import ForecastCLI

@Suite struct UsageFaultTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  @Test(
    "A mistyped option is answered with the nearest one",
    arguments: [
      ("--targt", "--target"), ("--horizont", "--horizon"), ("--plase", "--place"),
      ("--Json", "--json"), ("--ouput=x", "--output"), ("--as-off", "--as-of"),
      ("--require-probabilty", "--require-probability"), ("--langs", "--lang"),
      ("--hepl", "--help"), ("--accept-defintion", "--accept-definition"),
    ])
  func mistypedOption(typed: String, meant: String) {
    let run = folder.forecast("--target", "level2", typed, "x")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("không có tùy chọn “\(typed.prefix { $0 != "=" })”"))
    #expect(run.errors.contains("Ý bạn là: \(meant)"))
  }

  @Test("An option like no other points to the help", arguments: ["--zzz", "-x"])
  func strangeOption(typed: String) {
    let run = folder.forecast("--target", "level2", typed)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("không có tùy chọn “\(typed)”"))
    #expect(run.errors.contains("Cách sửa: Xem các tùy chọn: forecast --help"))
  }

  @Test(
    "A mistyped subcommand is answered with the nearest one",
    arguments: [("levls", "levels"), ("docter", "doctor"), ("halp", "help")])
  func mistypedCommand(typed: String, meant: String) {
    for arguments in [[typed], ["help", typed]] {
      let run = folder.forecast(arguments)
      #expect(run.exitCode == 64)
      #expect(run.errors.contains("không có lệnh “\(typed)”"))
      #expect(run.errors.contains("Ý bạn là: \(meant)?"))
    }
  }

  @Test("A subcommand like no other is answered with all of them")
  func strangeCommand() {
    let run = folder.forecast("plan")
    let all = UsageFault.subcommandNames.joined(separator: ", ")
    #expect(run.errors.contains("Các lệnh: \(all)."))
    #expect(all.contains("chart, models, backtest, library, notebook"))
    #expect(run.errors.contains("forecast --target level2"))
  }

  @Test("An option that lacks its value is told with what it takes")
  func missingValue() {
    let run = folder.forecast("--target", "level2", "--horizon")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("sau --horizon chưa có giá trị"))
    #expect(run.errors.contains("số năm từ 1 đến 30"))
  }

  @Test("A word too much is named: the second half of a place without quotes")
  func extraWord() {
    let run = folder.forecast("--target", "level2", "--place", "Kiến", "Hưng")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("lệnh có từ thừa: “Hưng”"))
    #expect(run.errors.contains("đặt trong ngoặc kép"))
  }

  @Test(
    "The parser's own English sentences do not reach a Vietnamese reader",
    arguments: [
      ["--target"], ["--target", "level2", "--horizon", "x"], ["--target", "level2", "x"],
      ["--target", "level2", "x", "y"], ["--target", "level2", "--lang", "fr"], ["levels", "x"],
      ["-x"],
    ])
  func noEnglish(arguments: [String]) {
    let run = folder.forecast(arguments)
    #expect(run.exitCode == 64)
    for word in ["Missing", "invalid", "nexpected", "Unknown", "Please"] {
      #expect(!run.errors.contains(word))
    }
  }

  @Test("Faults of use write no file")
  func noFiles() {
    _ = folder.forecast("--target", "level2", "--horizon", "0")
    _ = folder.forecast("--target")
    #expect(folder.names() == [])
  }
}
