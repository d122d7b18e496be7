import Foundation
import Testing

@testable import ForecastCLI

@Suite struct NextStepsTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  /// Returns the commands that a run offers, split as a shell does.
  private func offered(by run: Run) -> [[String]] {
    run.lines.compactMap { line in
      guard let range = line.firstRange(of: ": ") else { return nil }
      let words = Self.words(line[range.upperBound...].drop { $0 == " " })
      return words.first == "forecast" ? Array(words.dropFirst()) : nil
    }
  }

  private static func words(_ line: Substring) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " " && !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }

  @Test(
    "Every command offered runs as it stands and speaks of the same data",
    arguments: [
      ["--target", "level2"],
      ["--target", "level2", "--lang", "en", "--output", "kết quả năm nay"],
      ["--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", "Cả nước"],
      ["--target", "level1", "--data", "xã tôi.csv", "--place", "Xã A"],
    ])
  func commands(arguments: [String]) throws {
    try folder.write(
      "place,indicator,year,percent\nXã A,trained,2025,51\nXã B,trained,2025,52\n",
      to: "xã tôi.csv")
    let run = folder.forecast(arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    let commands = offered(by: run)
    #expect(commands.count >= 6 && commands.count <= 8)
    let head = try #require(
      run.lines.first { $0.hasPrefix("Địa phương:") || $0.hasPrefix("Place:") })
    let place = try #require(head.split(separator: ":").last?.split(separator: "(").first)
      .trimmingCharacters(in: .whitespaces)
    for command in commands {
      let next = folder.forecast(command)
      #expect(next.exitCode == 0, "\(command): \(next.errors)")
      if command.first != "levels" {
        #expect(next.output.contains(place), "\(command) does not speak of \(place)")
      }
    }
  }

  @Test("The commands repeat how the question was asked")
  func repeatedOptions() {
    let definition = "employed-15plus-certificate"
    let run = folder.forecast(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--model", "ols",
      "--as-of", "2024-01-01", "--accept-definition", definition)
    let another = offered(by: run).first { $0.contains("--by") } ?? []
    #expect(another.contains("ols"))
    #expect(another.contains("2024-01-01"))
    #expect(another.contains(definition))
  }

  @Test("Files are named as the user named their folder")
  func files() {
    let run = folder.forecast("--target", "level2", "--output", "kq/")
    #expect(run.output.contains("kq/gap-level2-kien-hung.csv, kq/gap-level2-kien-hung.json"))
  }

  @Test("A word is quoted when a shell would not take it for one")
  func quoting() {
    #expect(NextSteps.quoted("kien-hung/a_1.csv") == "kien-hung/a_1.csv")
    #expect(NextSteps.quoted("Hưng") == "Hưng")
    #expect(NextSteps.quoted("Cả nước") == "'Cả nước'")
    #expect(NextSteps.quoted("a'b") == "'a'\\''b'")
    #expect(NextSteps.quoted("") == "''")
    #expect(NextSteps.quoted("$(x)") == "'$(x)'")
  }
}
