import Foundation
import Testing

/// What a finding has to be.
private struct Expected {
  let line: Double
  let column: Double?
  let code: String
  let value: String
}

@Suite struct BadInputTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func errors(_ arguments: String...) throws -> [JSONDocument] {
    let run = folder.forecast(arguments + ["--json"])
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    return document["diagnostics"]?.values.filter { $0["severity"] == .string("error") } ?? []
  }

  private func expect(_ found: [JSONDocument], _ expected: [Expected], file: String) {
    #expect(found.count == expected.count)
    for (diagnostic, expected) in zip(found, expected) {
      #expect(diagnostic["file"] == .string(file))
      #expect(diagnostic["line"] == .number(expected.line))
      #expect(diagnostic["column"]?.number == expected.column)
      #expect(diagnostic["code"] == .string(expected.code))
      #expect(diagnostic["value"] == .string(expected.value))
      #expect(diagnostic["message"]?.string?.contains("{") == false)
      #expect(diagnostic["remedy"]?.string?.hasSuffix(".") == true)
    }
  }

  @Test("Five different faults of a CSV are told all at once, and nothing is written")
  func fiveFaults() throws {
    let text = """
      place,indicator,year,count,base,percent
      Xã A,learning-citizens,2020,10,100,
      Xã A,learning-citizens,20x1,10,100,
      Xã A,learning-citizens,2022,mười,100,
      Xã A,learning-citizens,2023,120,100,
      Xã A,learning-citizens,2020,11,100,
      Xã A,trained,2024,,,104.5

      """
    try folder.write(text, to: "xa.csv")
    let run = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 65)
    #expect(run.output == "")
    #expect(folder.names() == ["xa.csv"])
    #expect(try folder.text("xa.csv") == text)
    expect(
      try errors("--target", "level1", "--data", "xa.csv"),
      [
        Expected(line: 3, column: 3, code: "year.unreadable", value: "20x1"),
        Expected(line: 4, column: 4, code: "number.unreadable", value: "mười"),
        Expected(line: 5, column: 4, code: "count.above-base", value: "120"),
        Expected(line: 6, column: 4, code: "observation.duplicate", value: "11"),
        Expected(line: 7, column: 6, code: "percent.out-of-range", value: "104.5"),
      ], file: "xa.csv")
    try expectSnapshot(run.errors, named: "five-faults-vi")
    let english = folder.forecast("--target", "level1", "--data", "xa.csv", "--lang", "en")
    try expectSnapshot(english.errors, named: "five-faults-en")
  }

  @Test("A broken shape of a CSV is told by line: too few cells, a quote that does not close")
  func brokenShape() throws {
    try folder.write(
      "place,indicator,year,percent\nXã A,trained,2025\nXã A,trained,2024,1,2\n\"Xã A,trained\n",
      to: "xa.csv")
    let found = try errors("--target", "level1", "--data", "xa.csv")
    #expect(found.first?["line"] == .number(2))
    #expect(found.dropFirst().first?["line"] == .number(3))
    #expect(found.contains { $0["code"] == .string("quote.unclosed") && $0["line"] == .number(4) })
  }

  @Test("A workbook and a file of another encoding are told with what to save them as")
  func otherFiles() throws {
    let target = folder.url.appending(path: "xa.csv")
    for (bytes, code) in [
      ([0x50, 0x4B, 0x03, 0x04] as [UInt8], "workbook.damaged"),
      ([0xD0, 0xCF, 0x11, 0xE0], "file.format"),
      ([0xFF, 0xFE, 0x00, 0xD8], "text.utf16"), ([0x58, 0xE3, 0x20, 0x41], "text.encoding"),
      (Array("X\u{B7} A".utf8), "text.legacy-font"), ([0x61, 0, 0, 0], "text.binary"),
    ] {
      try Data(bytes).write(to: target)
      let run = folder.forecast("--target", "level1", "--data", "xa.csv")
      #expect(run.exitCode == 65)
      #expect(run.errors.contains("[\(code)]"))
      #expect(run.errors.contains("CSV UTF-8") || run.errors.contains(".xlsx"))
    }
  }

  @Test("People of 5.2b that are not among those of 5.2a are a fault of the data")
  func partAboveWhole() throws {
    try folder.write(
      """
      place,indicator,year,count,base
      Xã A,trained,2025,100,1000
      Xã A,university,2025,150,1000

      """, to: "xa.csv")
    expect(
      try errors("--target", "level1", "--data", "xa.csv"),
      [Expected(line: 3, column: 4, code: "part.above-whole", value: "150/1000")], file: "xa.csv")
  }

  @Test("A rule file with wrong keys is told with line, column and the right key")
  func ruleFile() throws {
    let shipped = try String(
      decoding: Data(contentsOf: Repository.url("datasets/regulations/qd1373-2021.yaml")),
      as: UTF8.self)
    let text = shipped.replacing("    dueYear: 2030", with: "    dueYaer: 2030")
      .replacing("threshold: 60", with: "threshold: sáu mươi")
    try folder.write(text, to: "luat.yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let key = try #require(lines.firstIndex { $0.contains("dueYaer") })
    let value = try #require(lines.firstIndex { $0.contains("sáu mươi") })
    let run = folder.forecast("--target", "qd1373-2030", "--regulation", "luat.yaml")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("luat.yaml:\(key + 1):5: lỗi: "))
    #expect(run.errors.contains("“dueYear”"))
    #expect(run.errors.contains("luat.yaml:\(value + 1):20: lỗi: "))
    #expect(folder.names() == ["luat.yaml"])
    let found = try errors("--target", "qd1373-2030", "--regulation", "luat.yaml")
    #expect(found.first?["line"] == .number(Double(key + 1)))
    #expect(found.first?["column"] == .number(5))
  }

  @Test("A rule file that is no YAML is told with its position")
  func brokenRuleFile() throws {
    try folder.write("id: x\nlevels: [\n", to: "luat.yaml")
    let run = folder.forecast("--target", "level1", "--regulation", "luat.yaml")
    #expect(run.exitCode == 65)
    #expect(run.errors.hasPrefix("luat.yaml:"))
  }

  @Test("A place that does not exist is answered with the nearest names")
  func unknownPlace() throws {
    let run = folder.forecast("--target", "level2", "--place", "Kiên Hưg")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("bộ số liệu không có “Kiên Hưg”"))
    #expect(run.errors.contains("Gần nhất: Kiến Hưng."))
    let province = folder.forecast(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", "Thái Nguyễn A")
    #expect(province.errors.contains("Thái Nguyên"))
    let strange = folder.forecast("--target", "level2", "--place", "Q")
    #expect(strange.errors.contains("Kiến Hưng, Thôn 1"))
  }

  @Test("An unknown level lists those that exist, with where they come from")
  func unknownLevel() {
    let run = folder.forecast("--target", "level9")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("level1, level2 (Thông tư 25/2023/TT-BGDĐT, Điều 6, Điều 7)"))
    #expect(run.errors.contains("level3 (mức kế hoạch nội bộ"))
    #expect(run.errors.contains("Có phải “level1”"))
  }

  @Test("Two places without --place ask for one")
  func ambiguousPlace() throws {
    try folder.write(
      "place,indicator,year,percent\nXã A,trained,2025,1\nXã B,trained,2025,2\n", to: "xa.csv")
    let run = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Xã A, Xã B"))
    #expect(run.errors.contains("--place"))
  }

  @Test("A package whose tables have faults tells those of all tables, and the descriptor's too")
  func packageFaults() throws {
    try folder.write(
      """
      {"title": "x", "resources": [{"name": "observations", "path": "o.csv"},
       {"name": "facts", "path": "f.csv"}, {"name": "places", "path": "none.csv"}]}
      """, to: "goi/datapackage.json")
    try folder.write("place,indicator,year,percent\nXã A,trained,hai,50\n", to: "goi/o.csv")
    try folder.write("place,indicator,year,value\nXã A,x,2025,maybe\n", to: "goi/f.csv")
    let codes = try errors("--target", "level1", "--data", "goi").compactMap { $0["code"]?.string }
    #expect(Set(codes) == ["file.missing", "year.unreadable", "fact.unreadable"])
  }

  @Test("Warnings of reading go to stderr and the answer is still given")
  func warnings() throws {
    try folder.write(
      "place,indicator,year,percent,màu\nXã A,trained,2025,51,đỏ\nXã A,traned,2025,51,đỏ\n",
      to: "xa.csv")
    let run = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("xa.csv:1:5: cảnh báo: không biết cột “màu”"))
    #expect(run.output.contains("không quy định nào dùng chỉ tiêu “traned”"))
    #expect(run.output.contains("sửa thành một trong: trained"))
  }
}
