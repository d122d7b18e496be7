import Foundation
import Testing

/// Loose files with the rates behind grades, as a commune would write them.
@Suite struct GradeRatesTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private static let headings = [
    "Công dân học tập (%)", "Qua đào tạo (%)", "Đại học trở lên (%)", "Trẻ 5 tuổi đến lớp (%)",
    "Trẻ em 5 tuổi hoàn thành chương trình GDMN (%)", "Tỷ lệ trẻ em 6 tuổi vào học lớp 1",
    "Trẻ đến 14 tuổi hoàn thành chương trình tiểu học (%)",
    "Trẻ 11 tuổi hoàn thành chương trình tiểu học (%)",
    "Thanh thiếu niên 15-18 tuổi có bằng tốt nghiệp THCS (%)",
    "15-18 tuổi đang học THPT, GDTX, GDNN (%)", "Người 15-35 tuổi biết chữ mức độ 1 (%)",
    "Người 15-60 tuổi biết chữ mức độ 2 (%)",
  ]

  /// Writes five years of all columns but those left out.
  private func write(without left: Set<Int> = []) throws {
    let newest = [84.0, 62, 16.4, 99.1, 96.2, 98.9, 99.1, 94, 95.6, 81, 98, 94.3]
    let columns = Self.headings.indices.filter { !left.contains($0) }
    var text = "Năm;" + columns.map { Self.headings[$0] }.joined(separator: ";") + "\n"
    for year in 2021...2025 {
      let values = columns.map { column -> String in
        let value = newest[column] - Double(2025 - year) * 0.4 - Double(year % 2) * 0.1
        return "\((value * 10).rounded() / 10)".replacingOccurrences(of: ".", with: ",")
      }
      text += "\(year);" + values.joined(separator: ";") + "\n"
    }
    try folder.write(text, to: "xa.csv")
  }

  private func answer(_ arguments: String...) throws -> JSONDocument {
    let run = folder.forecast(
      ["--target", "level2", "--data", "xa.csv", "--place", "Xã A", "--json"] + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    return document
  }

  private func requirement(_ id: String, _ document: JSONDocument) throws -> JSONDocument {
    try #require(document["data"]?["requirements"]?.values.first { $0["id"] == .string(id) })
  }

  @Test("Every column is recognised, and every grade is forecast from its rates")
  func complete() throws {
    try write()
    let check = folder.forecast("check", "xa.csv", "--place", "Xã A")
    #expect(check.exitCode == 0, "\(check.errors)")
    #expect(!check.output.contains("bỏ qua"))
    #expect(check.output.contains("60 số liệu"))
    let document = try answer()
    for (id, count) in [("4.1", 2), ("4.2", 3), ("4.3", 5), ("4.4", 2)] {
      let grade = try requirement(id, document)
      #expect(grade["rates"]?.values.count == count, "\(id)")
      #expect(grade["gradeOutlook"]?.values.count == 5, "\(id)")
    }
    let outlook = try #require(document["data"]?["outlook"]?[0])
    for id in ["4.1", "4.2", "4.3", "4.4"] {
      #expect(outlook["conditionalOn"]?.values.contains(.string(id)) == false)
      #expect(outlook["assumedFacts"]?.values.contains(.string(id)) == false)
    }
    #expect(!(try codes(document)).contains("indicator.unknown"))
  }

  private func codes(_ document: JSONDocument) throws -> [String] {
    try #require(document["diagnostics"]).values.compactMap {
      if case .string(let code) = $0["code"] { code } else { nil }
    }
  }

  @Test("Without one column the grade waits for a record, with a warning that names it")
  func missing() throws {
    try write(without: [8])
    let document = try answer()
    let outlook = try #require(document["data"]?["outlook"]?[0])
    #expect(outlook["conditionalOn"]?.values.contains(.string("4.3")) == true)
    #expect(try codes(document).filter { $0 == "grade.rates-missing" }.count == 1)
    #expect(try requirement("4.3", document)["gradeOutlook"]?.values.isEmpty == true)
  }

  @Test("A file without rates is answered as before, and no rate is asked for")
  func without() throws {
    try write(without: Set(3...11))
    let document = try answer()
    for id in ["4.1", "4.2", "4.3", "4.4"] {
      #expect(try requirement(id, document)["rates"]?.values.isEmpty == true)
    }
    #expect(!(try codes(document)).contains { $0.hasPrefix("grade.") })
  }

  @Test("The template asks for no rate")
  func template() throws {
    let run = folder.forecast("template", "--place", "Xã A")
    #expect(run.exitCode == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "out").path(percentEncoded: false))
    let template = try #require(names.first { $0.hasSuffix(".xlsx") })
    let check = folder.forecast("check", "out/\(template)")
    for word in ["6 tuổi", "11 tuổi", "15–18", "15–35"] {
      #expect(!(check.output + check.errors).contains(word), "\(word)")
    }
  }

  @Test("The calendar of the shipped commune begins after the year that failed")
  func schedule() throws {
    let run = folder.forecast("--target", "level2", "--data", "kien-hung")
    let text = run.output.replacingOccurrences(of: "\n", with: " ")
    #expect(text.contains("Theo lịch, sớm nhất được công nhận với số liệu năm 2026"))
    #expect(!text.contains("chưa nộp được"))
  }
}
