import Diagnostics
import Testing
import Wording

@testable import ForecastCLI

@Suite struct CodeHelpTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  @Test("help CODE tells what a finding means, how to mend it and its exit code")
  func code() {
    let run = folder.forecast("help", "number.unreadable")
    #expect(run.exitCode == 0)
    #expect(run.lines.first == "number.unreadable – lỗi")
    #expect(run.output.contains("Nghĩa: “…” trong cột “…” không phải là số"))
    #expect(run.output.contains("mã thoát 65"))
    let english = folder.forecast("help", "[sheet.hidden]", "--lang", "en")
    #expect(english.output.hasPrefix("sheet.hidden – note"))
    #expect(english.output.contains("The command goes on"))
  }

  @Test("A code that does not exist is answered with the nearest ones")
  func unknown() {
    let run = folder.forecast("help", "number.unreadble")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("number.unreadable"))
    #expect(run.output == "")
  }

  @Test("Every code has a meaning and a remedy in both languages, and a page")
  func all() throws {
    #expect(CodeHelp.codes.count > 150)
    for code in CodeHelp.codes {
      for language in Language.allCases {
        let page = try CodeHelp.text(of: code.id, in: language)
        #expect(page.hasPrefix(code.id))
        #expect(!page.contains("{"))
        #expect(!code.message(language).isEmpty)
      }
    }
  }

  @Test("help alone, and help of a command, are those of the commands")
  func commands() {
    #expect(folder.forecast("help", "check").output.contains("forecast check"))
    #expect(folder.forecast("help").output.contains("forecast --target"))
  }
}
