import Foundation
import Testing

@Suite struct BacktestCommandTests {
  private let folder: WorkingFolder

  init() throws {
    folder = try WorkingFolder()
    try folder.write(Self.figures(through: 2024), to: "figures.csv")
  }

  /// Returns six places' shares that rise and scatter, as a table.
  private static func figures(through last: Int) -> String {
    var lines = "place,indicator,year,percent\n"
    for place in 0..<6 {
      for year in 2010...last {
        let sway = (year * 7 + place * 5) % 11
        let percent = 30 + place * 3 + (year - 2010) * 2
        lines += "Xã \(place),share,\(year),\(percent).\(sway % 10)\n"
      }
    }
    return lines
  }

  private func backtest(_ arguments: String...) -> Run {
    folder.forecast(["backtest", "--data", "figures.csv"] + arguments)
  }

  @Test("Every model has a row a history and distance")
  func models() {
    let run = backtest("--horizon", "2", "--history", "3,5")
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    for model in ["default", "no-change", "drift", "theta", "ols"] {
      let rows = run.lines.filter { $0.split(separator: " ").contains(Substring(model)) }
      // Two histories at two distances, and two kinds of statement.
      #expect(rows.count == 6, "\(model)")
    }
  }

  @Test("One model may be chosen, the default by its name, too")
  func oneModel() {
    let run = backtest("--model", "theta", "--horizon", "1")
    // No change is the yardstick of relative errors, but has no row of its own.
    #expect(run.output.contains("theta"))
    #expect(
      !run.lines.contains { $0.split(separator: " ").contains("no-change") && $0.hasPrefix("3") })
    let standard = backtest("--model", "default", "--horizon", "1")
    #expect(standard.output.contains("default") && !standard.output.contains("theta"))
    #expect(backtest("--model", "all").output == backtest().output)
  }

  @Test("The same data give the same output")
  func determinism() {
    #expect(backtest().output == backtest().output)
  }

  @Test("--details writes every forecast with what came, and later years change no line")
  func details() throws {
    #expect(backtest("--details", "rows.csv").exitCode == 0)
    let rows = try folder.text("rows.csv").split(separator: "\n")
    #expect(
      rows[0]
        == "model,place,indicator,origin,history,horizon,actual,q05,q10,q25,median,q75,q90,q95")
    #expect(rows.dropFirst().allSatisfy { $0.split(separator: ",").count == 14 })
    try folder.write(Self.figures(through: 2020), to: "early.csv")
    let early = folder.forecast(
      "backtest", "--data", "early.csv", "--details", "early-rows.csv")
    #expect(early.exitCode == 0)
    let before = try folder.text("early-rows.csv").split(separator: "\n").dropFirst()
    #expect(before.count > 100)
    let all = Set(rows)
    #expect(before.allSatisfy { all.contains($0) })
  }

  @Test("The good direction is taken into account where it is told")
  func direction() {
    let (up, down) = (
      backtest("--direction", "share=up"), backtest("--direction", "share=down")
    )
    #expect(up.exitCode == 0 && down.exitCode == 0)
    #expect(up.output.contains("default") && down.output.contains("default"))
    let lone = [
      backtest("--alone", "--direction", "share=up"),
      backtest("--alone", "--direction", "share=down"),
    ]
    #expect(lone[0].output != lone[1].output)
    #expect(backtest("--alone").output != backtest().output)
  }

  @Test(
    "Values that cannot be used are told, with the option",
    arguments: [
      ("--history", "0"), ("--history", "31"), ("--history", "5,"), ("--history", "most"),
      ("--horizon", "0"), ("--horizon", "31"), ("--model", "nonsense"), ("--direction", "share"),
    ])
  func badValues(option: String, value: String) {
    let run = backtest(option, value)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("không dùng được cho \(option)"))
    #expect(run.output.isEmpty)
  }

  @Test("Without --data it says what is missing")
  func withoutData() {
    let run = folder.forecast("backtest")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("usage.data") && run.errors.contains("--data"))
  }

  @Test("Series too short for any forecast are told as too little data")
  func tooShort() throws {
    try folder.write("place,indicator,year,percent\nA,share,2020,40\n", to: "figures.csv")
    let run = backtest()
    #expect(run.exitCode == 11)
    #expect(run.errors.contains("backtest.no-windows") && run.output.isEmpty)
  }
}
