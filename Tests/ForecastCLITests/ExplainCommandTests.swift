import Foundation
import Testing

@testable import ForecastCLI

/// A number that is explained, by the arguments that ask for it.
private struct Question: CustomTestStringConvertible {
  let arguments: [String]

  init(_ words: String) { arguments = words.split(separator: " ").map(String.init) }

  var testDescription: String { arguments.joined(separator: " ") }

  static let all = [
    Question("5.2a 2027 --target level2"), Question("5.1 2030 --target level2"),
    Question("5.2b 2026"), Question("learning-families 2028"), Question("5.1 2024"),
    Question("5.2a 2021"), Question("4.3 2028 --target level2"), Question("1.1 2023"),
    Question("level2 2029"), Question("level3 2027"), Question("level1 2022"),
    Question("5.2a 2023 --target level2 --as-of 2021-01-01"),
    Question("5.1 2026 --target level2 --as-of 2024-01-01"),
    Question("5.1 2026 --target level2 --as-of 2024-10-01"),
    Question("5.2a 2027 --target level2 --data merged-commune"),
    Question("learning-families 2028 --target level2 --data merged-commune"),
    Question(
      "1a 2022 --target qd1373-2030 --data vietnam-trained-labour --regulation qd1373-2021 --place Cần@Thơ"
    ),
    Question("5.2a 2028 --target level2 --model no-change"),
    Question("5.2a 2028 --target level2 --model drift"),
    Question("5.2a 2028 --target level2 --model drift-shrunk"),
    Question("5.2a 2028 --target level2 --model damped"),
    Question("5.2a 2028 --target level2 --model theta"),
    Question("5.2a 2028 --target level2 --model ols"),
    Question("5.2a 2028 --target level2 --model ols-logit"),
    Question("5.2a 2028 --target level2 --model theil-sen"),
  ]

  func run(in folder: WorkingFolder, _ more: String...) -> Run {
    folder.forecast(
      ["explain"] + arguments.map { $0.replacingOccurrences(of: "@", with: " ") } + more)
  }
}

@Suite struct ExplainCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  // MARK: A reader with a calculator

  /// Half a unit of the last digit of a printed number, and a little for a tie.
  private func tolerance(_ printed: String, comma: Character) -> Double {
    let parts = printed.split(separator: "·", maxSplits: 1)
    let decimals = parts[0].split(separator: comma).dropFirst().first?.count ?? 0
    let power =
      parts.count == 2
      ? Double(parts[1].filter { $0.isNumber || $0 == "−" }.dropFirst(2).replacing("−", with: "-"))
        ?? 0 : 0
    // 1 − F of a double has no digit beyond the sixteenth decimal.
    return 0.501 * pow(10, power - Double(decimals)) + 1e-14
  }

  /// The logical lines of steps: broken lines are joined again.
  private func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("       "), let last = lines.last, last.hasPrefix("     = ") {
        lines[lines.count - 1] = last + " " + line.trimmingCharacters(in: .whitespaces)
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  @Test(
    "The numbers printed with a formula give the printed value to its last digit",
    arguments: Question.all, ["vi", "en"])
  private func calculator(question: Question, language: String) throws {
    let comma: Character = language == "vi" ? "," : "."
    let run = question.run(in: folder, "--lang", language)
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = lines(run.output)
    for (line, next) in zip(lines, lines.dropFirst())
    where line.hasPrefix("     = ") && next.hasPrefix("     = ") {
      let printed = next.dropFirst(7).prefix { $0 != " " && $0 != "%" }
      if ["đạt", "không", "met", "not"].contains(String(printed)) { continue }
      let told = try Calculator.value(of: String(printed), decimalComma: language == "vi")
      let found = try Calculator.value(
        of: String(line.dropFirst(7)), decimalComma: language == "vi")
      #expect(
        abs(found - told) <= tolerance(String(printed), comma: comma),
        "\(line.dropFirst(7)) = \(found), not \(printed)")
    }
    if run.output.contains("σ") {
      #expect(lines.count { $0.hasPrefix("     = ") } >= 30, "the formulas are not found")
    }
  }

  @Test(
    "Each column of a table follows from the others and from the values of its step",
    arguments: Question.all)
  private func tables(question: Question) throws {
    let document = try JSONDocument(question.run(in: folder, "--json").output)
    for step in document["data"]?["steps"]?.values ?? [] {
      var inputs: [String: Double] = [:]
      for input in step["inputs"]?.values ?? [] {
        inputs[input["symbol"]?.string ?? ""] = input["value"]?.number
      }
      for column in step["columns"]?.values ?? [] {
        guard let template = column["template"]?.string, let symbol = column["symbol"]?.string
        else { continue }
        for row in step["rows"]?.values ?? [] {
          guard let told = row[symbol]?.number,
            let formula = filled(template, { row[$0]?.number ?? inputs[$0] })
          else { continue }
          let found = try Calculator.value(of: formula)
          #expect(
            abs(found - told) <= 1e-9 * max(1e-3, abs(told)),
            "\(step["id"]?.string ?? ""): \(formula) = \(found), not \(told)")
        }
      }
    }
  }

  /// Returns a template with its slots filled; nil where a value is missing.
  private func filled(_ template: String, _ value: (String) -> Double?) -> String? {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
      guard let number = value(String(rest[rest.index(after: open)..<close])) else { return nil }
      result += rest[..<open] + "(" + plain(number) + ")"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func plain(_ number: Double) -> String {
    let parts = number.magnitude.description.split(separator: "e")
    let power = parts.count == 2 ? "·10^(\(parts[1].replacing("-", with: "−")))" : ""
    return (number < 0 ? "−" : "") + parts[0] + power
  }

  @Test(
    "The mixture of the printed shapes is the printed forecast, and it the answer of the report")
  func mixture() throws {
    let run = folder.forecast("explain", "5.2a", "2027", "--target", "level2", "--json")
    let data = try #require(try JSONDocument(run.output)["data"])
    let steps = data["steps"]?.values ?? []
    func step(_ id: String) -> JSONDocument? { steps.first { $0["id"]?.string == id } }
    func value(_ id: String) throws -> Double { try #require(step(id)?["value"]?.number) }
    let shapes = try #require(step("pace.predictions")?["rows"]?.values)
    #expect(shapes.count == 8)
    let parts = try shapes.map { row in
      (
        w: try #require(row["w"]?.number), centre: try #require(row["μ"]?.number),
        variance: try #require(row["var"]?.number)
      )
    }
    let location = parts.reduce(0) { $0 + $1.w * $1.centre }
    let spread = parts.reduce(1e-12) {
      $0 + $1.w * ($1.variance + ($1.centre - location) * ($1.centre - location))
    }.squareRoot()
    let scale = try value("pace.kappa") * value("pace.g") * value("pace.tailRatio") * spread
    let told = (location: try value("forecast.location"), scale: try value("forecast.scale"))
    #expect(abs(location - told.location) < 1e-12)
    #expect(abs(scale - told.scale) < 1e-12)

    let report = folder.forecast("--target", "level2", "--by", "2027", "--json")
    let row = try #require(
      try JSONDocument(report.output)["data"]?["requirements"]?.values.first {
        $0["id"]?.string == "5.2a"
      })
    let year = try #require(
      row["forecast"]?.values.first { $0["year"]?.number == 2027 })
    for name in ["median", "lower50", "upper50", "lower80", "upper80", "probability"] {
      #expect(data["forecast"]?[name] == year[name], "\(name)")
    }
    let people = [("gap.base", "baseForecast"), ("gap.people", "gapPeople")]
    for (id, name) in people {
      let found = try value(id)
      #expect(found == row[name]?.number, "\(name)")
    }
    for (id, name) in [
      ("gap.points", "gapPoints"), ("gap.paceNeeded", "paceNeeded"), ("gap.paceSoFar", "paceSoFar"),
    ] {
      let difference = try value(id) - #require(row[name]?.number)
      #expect(abs(difference) <= 0.51e-6, "\(name)")
    }
    let t = try (value("probability.threshold") - location) / scale
    let chance = try Calculator.value(of: "1 − F(\(plain(t)); 2)")
    let printed = try #require(year["probability"]?.number)
    #expect(abs(chance - printed) <= 0.51e-6)
  }

  @Test("The level's chance is the integral of the printed chances, and that of the report")
  func level() throws {
    let run = folder.forecast("explain", "level2", "2029", "--json")
    let data = try #require(try JSONDocument(run.output)["data"])
    let steps = data["steps"]?.values ?? []
    func step(_ id: String) -> JSONDocument? { steps.first { $0["id"]?.string == id } }
    let quantiles = (step("level.shares")?["rows"]?.values ?? []).compactMap { $0["q"]?.number }
    #expect(quantiles.count == 3)
    let rho = try #require(step("level.correlation")?["value"]?.number)
    // Simpson's rule over the common factor, ±9 standard deviations.
    let parts = 4000
    var sum = 0.0
    for part in 0...parts {
      let x = -9 + 18 * Double(part) / Double(parts)
      var value = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      for q in quantiles {
        value *= 0.5 * erfc(-(q + rho.squareRoot() * x) / (2 * (1 - rho)).squareRoot())
      }
      sum += (part == 0 || part == parts ? 1 : part % 2 == 1 ? 4 : 2) * value
    }
    let joint = sum * 18 / Double(parts) / 3
    let told = try #require(step("level.joint")?["value"]?.number)
    #expect(abs(joint - told) < 1e-10)
    let report = try JSONDocument(
      folder.forecast("--target", "level2", "--by", "2029", "--json").output)
    let year = report["data"]?["outlook"]?.values.first { $0["year"]?.number == 2029 }
    #expect(data["probability"] == year?["probability"])
    let gains = step("level.gains")?["rows"]?.values ?? []
    let largest = gains.max { ($0["gain"]?.number ?? 0) < ($1["gain"]?.number ?? 0) }
    #expect(largest?["id"]?.string == year?["bindingRequirements"]?[0]?.string)
  }

  // MARK: Form

  @Test("--json is a valid document with the sources of every value", arguments: Question.all)
  private func schema(question: Question) throws {
    let run = question.run(in: folder, "--json")
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    let url = Repository.url("docs/schema/explain.schema.json")
    let schema = try JSONSchemaCheck(String(decoding: Data(contentsOf: url), as: UTF8.self))
    #expect(schema.faults(in: document) == [])
    let steps = document["data"]?["steps"]?.values ?? []
    let ids = steps.compactMap { $0["id"]?.string }
    #expect(Set(ids).count == ids.count && !ids.isEmpty)
    for (index, step) in steps.enumerated() {
      for input in step["inputs"]?.values ?? [] {
        switch input["origin"]?.string {
        case "step":
          let source = input["step"]?.string ?? ""
          #expect(
            ids.prefix(index).contains(source), "\(ids[index]) reads \(source) before it is known")
        case "data": #expect(input["file"]?.string != nil && input["line"]?.number != nil)
        default: break
        }
      }
    }
  }

  @Test("The matrices are printed on demand, and say where they are otherwise")
  func matrices() {
    let plain = folder.forecast("explain", "5.2a", "2027", "--target", "level2")
    #expect(plain.output.contains("--matrices") && !plain.output.contains("S1 = ["))
    let full = folder.forecast("explain", "5.2a", "2027", "--target", "level2", "--matrices")
    #expect(full.output.contains("     S8 = [[") && full.output.contains("     E = [["))
  }

  @Test("A past figure is tested in whole numbers, with its line and the release that it replaced")
  func past() {
    let run = folder.forecast("explain", "5.1", "2024", "--target", "level2")
    #expect(run.output.contains("100·10^0·13380"))
    #expect(run.output.contains("không: đã có đợt mới hơn"))
    #expect(run.output.contains("observations.csv:5:4"))
    let english = folder.forecast(
      "explain", "5.1", "2024", "--target", "level2", "--lang", "en", "--as-of", "2025-02-01")
    #expect(english.output.contains("no: published after the day"))
    #expect(english.output.contains("100·10^0·13230"))
  }

  @Test("Of a workbook each figure tells its sheet and cell")
  func workbook() throws {
    let path = Repository.url("Tests/Corpus/files/more-all-titles.xlsx").path(percentEncoded: false)
    let arguments = ["explain", "5.2a", "2027", "--target", "level2", "--data", path]
    let run = folder.forecast(arguments)
    #expect(run.exitCode == 0)
    #expect(run.output.contains(#/more-all-titles\.xlsx \[[^\]]+![A-Z]+[0-9]+\]/#))
    let document = try JSONDocument(folder.forecast(arguments + ["--json"]).output)
    let figures = document["data"]?["figures"]?.values ?? []
    #expect(!figures.isEmpty)
    for figure in figures {
      #expect(figure["sheet"]?.string != nil && figure["cell"]?.string != nil)
    }
  }

  @Test(
    "Without --target the first level that has the requirement answers, a level answers for itself")
  func target() {
    #expect(folder.forecast("explain", "5.2a", "2027").output.contains("level1 – Mức độ 1"))
    let run = folder.forecast("explain", "level2", "2027", "--target", "level1")
    #expect(run.output.contains("level2 – Mức độ 2"))
    #expect(folder.forecast("explain", "trained", "2027").output.contains("5.2a – "))
  }

  @Test("An internal level says that it is no law, made-up data that they are made up")
  func notices() {
    let run = folder.forecast("explain", "level3", "2027")
    #expect(run.output.contains("mức kế hoạch nội bộ"))
    #expect(run.lines.first?.contains("SỐ LIỆU MINH HỌA") == true)
    #expect(run.lines.last?.contains("SỐ LIỆU MINH HỌA") == true)
  }

  @Test("What cannot be explained is told with what can")
  func failures() {
    let unknown = folder.forecast("explain", "5.2", "2027", "--target", "level2")
    #expect(unknown.exitCode == 65 && unknown.errors.contains("[explain.unknown]"))
    #expect(unknown.errors.contains("5.2a, 5.2b"))
    let nowhere = folder.forecast("explain", "5.2c", "2027", "--json")
    #expect(nowhere.exitCode == 65 && nowhere.output.contains("\"explain.unknown\""))
    for year in ["2050", "1999"] {
      let run = folder.forecast("explain", "5.1", year, "--target", "level2")
      #expect(run.exitCode == 64 && run.errors.contains("từ 2018 đến 2030"), "\(run.errors)")
    }
    #expect(folder.forecast("explain", "5.1", "2032", "--horizon", "7").exitCode == 0)
    let word = folder.forecast("explain", "5.1", "sang năm")
    #expect(word.exitCode == 64 && word.errors.contains("<year>"))
    #expect(folder.forecast("explain").errors.contains("<requirement>"))
  }
}
