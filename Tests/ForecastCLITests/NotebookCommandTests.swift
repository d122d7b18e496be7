import Foundation
import Testing

@testable import ForecastCLI

@Suite struct NotebookCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  /// A page of one command that draws, and one that only prints.
  private static let page = """
    # Trang thử

    Lời dẫn, giữ nguyên  từng byte.

    ```forecast
    forecast chart gap --target level2 --output figures/01-thu
    forecast --target level9
    ```

    ![Còn thiếu](figures/01-thu/gap-bars-level2-kien-hung.svg)

    ```forecast
    forecast levels
    ```

    Hết.

    """

  /// Writes the page and puts outputs and pictures in place.
  private func promoted() throws -> String {
    try folder.write(Self.page, to: "so-tay/01-thu.md")
    let run = folder.forecast("notebook", "run", "so-tay", "--write")
    #expect(run.exitCode == 0 && run.output == "so-tay/01-thu.md: đã ghi\n", "\(run.errors)")
    return try folder.text("so-tay/01-thu.md")
  }

  /// Returns name and bytes of every file below the folder.
  private func contents() throws -> [String: Data] {
    let root = folder.url.path(percentEncoded: false)
    var contents: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      contents[name] = try? Data(contentsOf: folder.url.appending(path: name))
    }
    return contents
  }

  // MARK: The repository

  @Test("The notebooks of the repository are current")
  func repository() throws {
    var output = ""
    var errors = ""
    let home = Repository.url("datasets").path(percentEncoded: false)
    let console = Console(
      write: { output += $0 }, writeError: { errors += $0 }, currentFolder: Repository.url,
      environment: ["FORECAST_HOME": home])
    #expect(runForecast(["notebook", "check", "notebooks-md"], console: console) == 0, "\(errors)")
    #expect(output.contains("01-first-look.md: khớp") && errors == "")
  }

  @Test("A command of a page reads what an earlier one wrote, the first time as well as later")
  func chained() throws {
    let page = """
      ```forecast
      forecast milestones --target level2 --by 2027 --as-of 2025-02-01 --output figures/02 --archive figures/02/luu.jsonl
      ```

      ```forecast
      forecast review --archive figures/02/luu.jsonl --output figures/02
      ```

      """
    try folder.write(page, to: "so-tay/02-thu.md")
    #expect(folder.forecast("notebook", "run", "so-tay", "--write").exitCode == 0)
    let written = try folder.text("so-tay/02-thu.md")
    #expect(written.contains("ĐƠN VỊ NÀO CHẬM") && !written.contains("[exit"))
    let check = folder.forecast("notebook", "check", "so-tay")
    #expect(check.exitCode == 0, "\(check.errors)")
  }

  // MARK: Promotion

  @Test("After run --write the page holds outputs and pictures, and check is clean")
  func promotion() throws {
    let text = try promoted()
    #expect(text.contains("```text\nfigures/01-thu/gap-bars-level2-kien-hung.svg\n"))
    #expect(text.contains("[exit 65]\n```"))
    #expect(text.contains("level1"))
    #expect(
      folder.names("so-tay/figures/01-thu") == [
        OutputFolder.manifestName, "gap-bars-level2-kien-hung.csv", "gap-bars-level2-kien-hung.svg",
      ])
    let check = folder.forecast("notebook", "check", "so-tay")
    #expect(check.exitCode == 0 && check.output == "so-tay/01-thu.md: khớp\n")
    #expect(check.errors == "")
  }

  @Test("Prose stays byte for byte: the page without its text blocks is the page as written")
  func prose() throws {
    let text = try promoted()
    let prose = text.replacing(/\n\n```text\n(?s:.*?)\n```(?=\n)/, with: "")
    #expect(prose.utf8.elementsEqual(Self.page.utf8))
  }

  @Test("A second run --write changes no byte")
  func secondPromotion() throws {
    _ = try promoted()
    let before = try contents()
    #expect(folder.forecast("notebook", "run", "so-tay", "--write").exitCode == 0)
    #expect(try contents() == before)
  }

  @Test("A page with CR LF is run, promoted and checked alike")
  func carriageReturns() throws {
    try folder.write(Self.page.replacing("\n", with: "\r\n"), to: "so-tay/01-thu.md")
    #expect(folder.forecast("notebook", "check", "so-tay").exitCode == 65)
    #expect(folder.forecast("notebook", "run", "so-tay", "--write").exitCode == 0)
    #expect(folder.forecast("notebook", "check", "so-tay").exitCode == 0)
    let text = try folder.text("so-tay/01-thu.md")
    #expect(text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\r" })
  }

  @Test("run without --write compares and writes nothing", arguments: ["run", "check"])
  func writesNothing(action: String) throws {
    try folder.write(Self.page, to: "so-tay/01-thu.md")
    let before = try contents()
    let run = folder.forecast("notebook", action, "so-tay")
    #expect(run.exitCode == 65 && run.output.contains("+ level1"))
    #expect(try contents() == before)
  }

  // MARK: Stale pages

  @Test("One changed number fails with a readable difference and leaves every file as it is")
  func changedNumber() throws {
    let text = try promoted()
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("gap-bars-level2-kien-hung.csv") })
    try folder.write(
      text.replacing(line, with: line.replacing("level2", with: "level3")), to: "so-tay/01-thu.md")
    let before = try contents()
    let run = folder.forecast("notebook", "check", "so-tay")
    #expect(run.exitCode == 65)
    #expect(
      run.output == """
        so-tay/01-thu.md:5
          figures/01-thu/gap-bars-level2-kien-hung.svg
        - figures/01-thu/gap-bars-level3-kien-hung.csv
        + figures/01-thu/gap-bars-level2-kien-hung.csv
          [exit 65]

        """)
    #expect(
      run.errors.hasPrefix("so-tay/01-thu.md:5: lỗi: kết quả của lệnh không còn như trang ghi"))
    #expect(run.errors.contains("forecast notebook run so-tay/01-thu.md --write"))
    #expect(try contents() == before)
  }

  @Test("A changed or missing picture is found by name")
  func stalePicture() throws {
    _ = try promoted()
    let name = "so-tay/figures/01-thu/gap-bars-level2-kien-hung.svg"
    let svg = try folder.text(name)
    try folder.write(svg.replacing("#0072b2", with: "#ff0000"), to: name)
    let changed = folder.forecast("notebook", "check", "so-tay")
    #expect(changed.exitCode == 65 && changed.errors.contains("[notebook.file-stale]"))
    #expect(changed.errors.contains("“figures/01-thu/gap-bars-level2-kien-hung.svg”"))
    try FileManager.default.removeItem(at: folder.url.appending(path: name))
    let missing = folder.forecast("notebook", "check", "so-tay")
    #expect(missing.exitCode == 65 && missing.errors.contains("[notebook.file-stale]"))
    #expect(folder.forecast("notebook", "run", "so-tay", "--write").exitCode == 0)
    #expect(try folder.text(name) == svg)
  }

  @Test("A picture that no file holds and no command draws is told with its line")
  func missingPicture() throws {
    let text = try promoted()
    try folder.write(text + "![Hình](figures/01-thu/gap-bar.svg)\n", to: "so-tay/01-thu.md")
    let run = folder.forecast("notebook", "check", "so-tay")
    #expect(run.exitCode == 65 && run.errors.contains("[notebook.picture-missing]"))
    #expect(run.errors.contains("“figures/01-thu/gap-bar.svg”"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(run.errors.contains("so-tay/01-thu.md:\(lines): "))
  }

  @Test("--json tells the faults of stale pages, and nothing for current ones")
  func json() throws {
    let text = try promoted()
    let clean = try JSONDocument(folder.forecast("notebook", "check", "so-tay", "--json").output)
    #expect(clean["status"] == .string("ok"))
    try folder.write(text.replacing("[exit 65]", with: "[exit 64]"), to: "so-tay/01-thu.md")
    let run = folder.forecast("notebook", "check", "so-tay", "--json")
    #expect(run.exitCode == 65)
    let found = try JSONDocument(run.output)["diagnostics"]?.values ?? []
    #expect(found.compactMap { $0["code"]?.string } == ["notebook.stale"])
  }

  // MARK: Pages and folders

  @Test("All pages of a folder are checked in order, README.md is not a page; one page goes alone")
  func pages() throws {
    for name in ["02-b.md", "01-a.md", "README.md", "ghi-chu.txt"] {
      try folder.write("# Chỉ có chữ\n", to: "so-tay/" + name)
    }
    let all = folder.forecast("notebook", "check", "so-tay/")
    #expect(all.exitCode == 0)
    #expect(all.output == "so-tay/01-a.md: khớp\nso-tay/02-b.md: khớp\n")
    let one = folder.forecast("notebook", "check", "so-tay/README.md", "--lang", "en")
    #expect(one.output == "so-tay/README.md: up to date\n")
  }

  @Test("A folder without pages, or none at all, exits 66", arguments: ["trống", "không-có"])
  func noPages(path: String) throws {
    try folder.write("x", to: "trống/ghi-chu.txt")
    let run = folder.forecast("notebook", "check", path)
    #expect(run.exitCode == 66 && run.errors.contains("[file.missing]"))
    #expect(run.errors.contains(path) && run.output == "")
  }

  @Test("Without a path the folder is notebooks-md")
  func standardFolder() throws {
    try folder.write("# A\n", to: "notebooks-md/01-a.md")
    #expect(folder.forecast("notebook", "check").output == "notebooks-md/01-a.md: khớp\n")
  }

  @Test("A fence that is never closed is told with its line, and the page is not touched")
  func openFence() throws {
    let text = "# A\n\n```forecast\nforecast levels\n"
    try folder.write(text, to: "a.md")
    for arguments in [["check", "a.md"], ["run", "a.md", "--write"]] {
      let run = folder.forecast(["notebook"] + arguments)
      #expect(run.exitCode == 65)
      #expect(run.errors.contains("a.md:3: ") && run.errors.contains("[notebook.fence]"))
      #expect(try folder.text("a.md") == text)
    }
  }

  @Test("Commands run in the folder of their page, without a shell, and a page runs no page")
  func commands() throws {
    try folder.write("place,indicator,year,percent\nXã A,trained,2025,51\n", to: "p/so-lieu.csv")
    try folder.write(
      "```forecast\nforecast chart fan --target level2 --data so-lieu.csv\nls; rm -rf .\n"
        + "forecast notebook check .\n```\n", to: "p/01.md")
    #expect(folder.forecast("notebook", "run", "p/01.md", "--write").exitCode == 0)
    let text = try folder.text("p/01.md")
    #expect(text.contains("out/fan-level2-trained-xa-a.svg"))
    #expect(text.contains("[not a forecast command: ls; rm -rf .]\n[exit 64]\n"))
    #expect(folder.names("p") == ["01.md", "out", "so-lieu.csv"])
  }

  @Test("A command that fails now leaves a page that records its answer as it is, and says why")
  func newFailure() throws {
    try folder.write("place,indicator,year,percent\nXã A,trained,2025,51\n", to: "p/so-lieu.csv")
    try folder.write(
      "```forecast\nforecast chart fan --target level2 --data so-lieu.csv\n```\n", to: "p/01.md")
    #expect(folder.forecast("notebook", "run", "p/01.md", "--write").exitCode == 0)
    let written = try folder.text("p/01.md")
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/so-lieu.csv"))
    let run = folder.forecast("notebook", "run", "p/01.md", "--write")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("[notebook.command-failed]"))
    #expect(run.errors.contains("không có tệp hoặc thư mục “so-lieu.csv”"))
    #expect(try folder.text("p/01.md") == written)
  }

  @Test("An unknown or missing action exits 64 and names the two there are")
  func unknownAction() {
    for arguments in [["notebook", "frob"], ["notebook"]] {
      let run = folder.forecast(arguments)
      #expect(run.exitCode == 64 && run.output == "")
      #expect(run.errors.contains("check (so) hoặc run (chạy, thêm --write để ghi)"))
    }
  }
}
