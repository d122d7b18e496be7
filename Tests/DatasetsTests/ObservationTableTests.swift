import Diagnostics
import Foundation
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("ObservationTable")
struct ObservationTableTests {
  private func read(
    _ text: String, missingValues: [String] = []
  ) throws -> (records: [IndicatorPanel.Entry], diagnostics: [Diagnostic]) {
    ObservationTable.read(try table(text), missingValues: missingValues)
  }

  private func fault(_ text: String) throws -> Diagnostic {
    let diagnostics = try read(text).diagnostics
    #expect(diagnostics.count == 1, "\(diagnostics.map { $0.message(in: .en) })")
    return try #require(diagnostics.first)
  }

  /// The figures without their positions.
  private func figures(_ text: String) throws -> [String] {
    let (records, diagnostics) = try read(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.message(in: .en) })")
    return records.map { entry in
      let observation = entry.observation
      let fields: [String?] = [
        entry.place, entry.indicator, String(observation.year), observation.count.map(String.init),
        observation.base.map(String.init),
        observation.printedPercent.map { "\($0.unscaled)e-\($0.scale)" },
        observation.status.rawValue, observation.vintage, observation.released?.iso,
      ]
      return fields.map { $0 ?? "nil" }.joined(separator: "|")
    }
  }

  @Test("A tidy table gives its figures, with the cell of each")
  func tidy() throws {
    let text = """
      place,indicator,year,count,base,percent,status,vintage,released,note
      Kiến Hưng,trained,2024,11000,21442,,preliminary,2024-so-bo,2025-01-15,x
      Kiến Hưng,trained,2025,,,53.70,,,15/01/2026,
      """
    #expect(
      try figures(text) == [
        "Kiến Hưng|trained|2024|11000|21442|nil|preliminary|2024-so-bo|2025-01-15",
        "Kiến Hưng|trained|2025|nil|nil|5370e-2|final||2026-01-15",
      ])
    #expect(
      try read(text).records.map(\.observation.position.label) == ["a.csv:2:4", "a.csv:3:6"])
  }

  @Test("Vietnamese headings and words, decomposed or not, read like the English ones")
  func vietnamese() throws {
    let english =
      "place,indicator,year,count,base,percent,status,vintage,released,note\n"
      + "Thuỵ Hoà,trained,2025,10,20,50,preliminary,v,2026-01-31,n\n"
    let vietnamese =
      "Địa phương,Chỉ tiêu,NĂM,Số đạt,Tổng số,Tỷ lệ %,Tình trạng,"
      + "Kỳ công bố,Ngày công bố,Ghi chú\nThuỵ Hoà,trained,2025,10,20,50,Sơ bộ,v,31/01/2026,n\n"
    let decomposed = vietnamese.decomposedStringWithCanonicalMapping
    #expect(Array(decomposed.utf8) != Array(vietnamese.utf8))
    #expect(try figures(vietnamese) == figures(english))
    #expect(try figures(decomposed) == figures(english))
    let place = try #require(try read(decomposed).records.first?.place)
    #expect(Array(place.utf8) == Array("Thuỵ Hoà".utf8))
  }

  @Test("Semicolon, decimal comma and BOM read like comma and decimal point")
  func spreadsheetDialect() throws {
    let point = """
      place,indicator,year,count,base,percent
      A,t,2023,"1,234","28,044",4.4
      A,t,2024,1300,28044,
      A,t,2025,,,4.70
      """
    let comma =
      "\u{FEFF}place;indicator;year;count;base;percent\r\n"
      + "A;t;2023;1.234;28.044;4,4\r\nA;t;2024;1300;28044;\r\nA;t;2025;;;4,70\r\n"
    #expect(try figures(comma) == figures(point))
    #expect(try figures(point).first == "A|t|2023|1234|28044|nil|final||nil")
  }

  @Test("Five different faults give exactly five findings, each with line, column, value and code")
  func fiveFaults() throws {
    let diagnostics = try read(
      """
      place,indicator,year,count,base,percent,status
      A,t,2020,10,20,,final
      A,t,20x1,10,20,,final
      A,t,2021,30,20,,final
      ,t,2022,10,20,,final
      A,t,2023,,,n/a,final
      A,t,2024,10,20,,chốt
      A,t,2025,11,20,,final
      """
    ).diagnostics
    let found = diagnostics.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.value ?? "nil") \($0.code.id)"
    }
    #expect(
      found == [
        "3:3 20x1 year.unreadable", "4:4 30 count.above-base", "5:1 nil cell.missing",
        "6:6 n/a number.unreadable", "7:7 chốt choice.unknown",
      ])
    #expect(diagnostics.allSatisfy { $0.severity == .error })
    #expect(
      diagnostics.map { $0.message(in: .vi) } == [
        "“20x1” không phải là năm trong khoảng 1900–2100", "số đạt 30 lớn hơn tổng số 20",
        "ô “place” để trống", "“n/a” trong cột “percent” không phải là số",
        "“chốt” không dùng được cho “status”",
      ])
    #expect(
      diagnostics.map { $0.message(in: .en) } == [
        "“20x1” is not a year of 1900–2100", "the count 30 is above its base 20",
        "the cell “place” is empty", "“n/a” in column “percent” is not a number",
        "“chốt” is not known for “status”",
      ])
    #expect(
      diagnostics.last?.remedy(in: .en) == "Use one of: final, preliminary, estimated.")
  }

  @Test(
    "A figure that cannot be is refused",
    arguments: [
      ("-1,20,", "count.negative", 4, "-1", "the count -1 is below zero"),
      ("5,0,", "base.not-positive", 5, "0", "the base 0 must be above zero"),
      ("5,-3,", "base.not-positive", 5, "-3", "the base -3 must be above zero"),
      ("21,20,", "count.above-base", 4, "21", "the count 21 is above its base 20"),
      (",,100.1", "percent.out-of-range", 6, "100.1", "the percentage 100.1 is outside 0–100"),
      (",,-0.1", "percent.out-of-range", 6, "-0.1", "the percentage -0.1 is outside 0–100"),
      (
        "10.5,20,", "number.not-whole", 4, "10.5",
        "“10.5” must be a whole number (of people, households …)"
      ),
      (
        "45%,100,", "number.not-whole", 4, "45%",
        "“45%” must be a whole number (of people, households …)"
      ),
      (
        "5,,", "base.missing", 5, nil,
        "there is a count but no base, so that no share can be derived"
      ),
      (
        "5,-,", "base.missing", 5, "-",
        "there is a count but no base, so that no share can be derived"
      ),
      (
        "5,–,x", "base.missing", 5, "–",
        "there is a count but no base, so that no share can be derived"
      ),
      ("ten,20,", "number.unreadable", 4, "ten", "“ten” in column “count” is not a number"),
    ] as [(String, String, Int, String?, String)])
  func refused(figures: String, code: String, column: Int, value: String?, message: String) throws {
    let text = "place,indicator,year,count,base,percent\nA,t,2025,\(figures)\n"
    let fault = try fault(text)
    #expect(fault.code.id == code)
    #expect(fault.position?.label == "a.csv:2:\(column)")
    #expect(fault.value == value)
    #expect(fault.message(in: .en) == message)
    #expect(try read(text).records.isEmpty)
  }

  @Test("A percent must agree with its counts to half its last printed digit")
  func percentAgainstCounts() throws {
    let header = "place,indicator,year,count,base,percent\nA,t,2025,"
    for sound in [
      "2585,21503,12", "2585,21503,12.0", "2585,21503,12.02", "1,8,12.5", "1,8,12.50",
      "1,8,12", "1,8,13", "0,7,0", "7,7,100",
    ] {
      #expect(try read(header + sound).diagnostics.isEmpty, "\(sound)")
    }
    let fault = try fault(header + "2585,21503,12.1")
    #expect(fault.code == .percentContradictsCounts)
    #expect(fault.position?.label == "a.csv:2:6")
    #expect(
      fault.message(in: .vi) == "tỷ lệ 12.1 không khớp 2585/21503 = 12,02%")
    #expect(
      fault.message(in: .en) == "the percentage 12.1 does not agree with 2585/21503 = 12.02%")
    #expect(
      fault.remedy(in: .en)
        == "Mend the wrong one, or leave “percent” empty: it is derived from the counts.")
    #expect(try self.fault(header + "1,8,12.6").code == .percentContradictsCounts)
    #expect(try self.fault(header + "1,3,33.3334").message(in: .en).hasSuffix("1/3 = 33.3333%"))
  }

  @Test("A missing year is passed over whatever marks it")
  func missing() throws {
    let marks = ["", "-", "–", "—", "x", "X", "...", "…", "/"]
    let rows = marks.enumerated().map { "A,t,\(2000 + $0.offset),,,\($0.element)\n" }
    let text = "place,indicator,year,count,base,percent\n" + rows.joined()
    let (records, diagnostics) = try read(text)
    #expect(records.isEmpty)
    #expect(diagnostics.isEmpty)
    let own = "place,indicator,year,percent\nA,t,2024,NA\nA,t,2025,5\n"
    #expect(try read(own, missingValues: ["", "NA"]).records.count == 1)
    #expect(try read(own, missingValues: ["", "NA"]).diagnostics.isEmpty)
    #expect(try read(own).diagnostics.map(\.code.id) == ["number.unreadable"])
  }

  @Test("Zero is a figure and not missing")
  func zero() throws {
    #expect(
      try figures("place,indicator,year,count,base,percent\nA,t,2024,0,5,\nA,t,2025,,,0\n").count
        == 2)
  }

  @Test("The cell that contradicts the rest of the file is named, and told only once")
  func mixedConventions() throws {
    let fault = try fault(
      "place;indicator;year;percent\nA;t;2021;12,5\nA;t;2022;13,5\nA;t;2023;14.5\nA;t;2024;15,5\n")
    #expect(fault.code.id == "number.mixed-convention")
    #expect(fault.position?.label == "a.csv:4:4")
    #expect(fault.value == "14.5")
    #expect(
      fault.message(in: .vi)
        == "“14.5” ngược với phần còn lại của tệp: 1 ô dùng dấu chấm, 3 ô dùng dấu phẩy thập phân")
    #expect(
      fault.message(in: .en)
        == "“14.5” contradicts the rest of the file: 1 cells have a decimal point, 3 a decimal comma"
    )
    #expect(fault.remedy(in: .vi) == "Dùng một dấu thập phân cho cả tệp.")
  }

  @Test("A count grouped against the file's convention is told once, not as a decimal as well")
  func mixedGroups() throws {
    let fault = try fault(
      "place;indicator;year;count;base;percent\nA;t;2021;1.234;;12.5\nA;t;2022;;;13.5\n")
    #expect(fault.code.id == "number.mixed-convention")
    #expect(fault.position?.label == "a.csv:2:4")
    let share = try self.fault(
      "place;indicator;year;percent\nA;t;2021;12.5\nA;t;2022;13.5\nA;t;2023;45,678\n")
    #expect(share.code.id == "number.mixed-convention")
    #expect(share.position?.label == "a.csv:4:4")
  }

  @Test("On a tie the first cell of each side is named")
  func tiedConventions() throws {
    let diagnostics = try read("place;indicator;year;percent\nA;t;2021;12,5\nA;t;2022;13.5\n")
      .diagnostics
    #expect(diagnostics.allSatisfy { $0.code.id == "number.mixed-convention" })
    #expect(diagnostics.compactMap { $0.position?.line } == [3, 2])
  }

  @Test("A figure given twice is refused, two releases are not")
  func duplicates() throws {
    let header = "place,indicator,year,percent,status,vintage,released\n"
    let fault = try fault(header + "A,t,2025,5.0,,,\nB,t,2025,5.0,,,\nA,t,2025,6.0,,,\n")
    #expect(fault.code.id == "observation.duplicate")
    #expect(fault.position?.label == "a.csv:4:4")
    #expect(fault.message(in: .vi) == "A, t, năm 2025 đã có ở dòng 2")
    #expect(fault.message(in: .en) == "A, t, 2025 stands already on line 2")
    #expect(
      fault.remedy(in: .vi)
        == "Xóa một dòng; nếu là hai lần công bố thì ghi cột “vintage” hoặc “released”.")
    for sound in [
      "5,,v1,\nA,t,2025,6,,v2,", "5,,,2025-01-01\nA,t,2025,6,,,2025-06-30",
      "5,preliminary,,\nA,t,2025,6,final,,", "5,,,\nA,u,2025,6,,,", "5,,,\nA,t,2024,6,,,",
    ] {
      #expect(try read(header + "A,t,2025," + sound).diagnostics.isEmpty, "\(sound)")
    }
    #expect(
      try self.fault(header + "Hoà,t,2025,5,,,\nHoa\u{300},t,2025,5,,,\n").code.id
        == "observation.duplicate")
  }

  @Test("A header without the needed columns stops before the rows")
  func header() throws {
    let fault = try fault("place,indicator,year,count\nA,t,2025,5\n")
    #expect(fault.code.id == "column.missing-figures")
    #expect(fault.position?.label == "a.csv:1")
    #expect(fault.message(in: .vi) == "bảng không có cột số liệu")
    #expect(fault.remedy(in: .en) == "Add column “percent”, or columns “count” and “base”.")
    let codes = try read("place,percent\n,abc\n").diagnostics
    #expect(codes.map(\.code.id) == ["column.missing", "column.missing"])
    #expect(
      codes.first?.message(in: .vi)
        == "bảng thiếu cột “indicator” (tiêu đề hiện có: place, percent)")
    #expect(
      codes.last?.message(in: .en) == "the table has no column “year” (its header: place, percent)")
  }

  @Test(
    "Years are four digits of 1900–2100",
    arguments: ["1899", "2101", "25", "2025.0", "2.025", "２０２５", "năm 2025", "2024-2025"])
  func years(text: String) throws {
    let fault = try fault("place,indicator,year,percent\nA,t,\(text),5\n")
    #expect(fault.code.id == "year.unreadable")
    #expect(fault.value == text)
  }

  @Test("A day that does not exist is refused")
  func dates() throws {
    let fault = try fault("place,indicator,year,percent,released\nA,t,2025,5,30/02/2026\n")
    #expect(fault.code.id == "date.unreadable")
    #expect(fault.message(in: .vi) == "“30/02/2026” không phải là ngày")
    #expect(fault.remedy(in: .vi) == "Ghi ngày dạng 2026-01-31 hoặc 31/01/2026.")
  }

  @Test("Random mutations of a good table never crash the readers", arguments: 0..<8)
  func mutations(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let good = Array(
      "place;indicator;year;count;base;percent;status\nẾ;t;2024;1.234;28.044;4,4;final\nA;t;2025;;;4,70;\n"
        .utf8)
    let bytes = Array(",;\t\"\n\r.-%x0129 é\u{FEFF}".utf8) + [0, 0x80, 0xFF]
    for _ in 0..<300 {
      var mutated = good
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        let byte = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated[index] = byte
        case 1: mutated.insert(byte, at: index)
        default: mutated.remove(at: index)
        }
      }
      guard let table = try? DelimitedText.read(SourceFile(path: "m", bytes: mutated)) else {
        continue
      }
      let (records, diagnostics) = ObservationTable.read(table)
      _ = DiagnosticLayout(language: .vi).text(of: diagnostics)
      for record in IndicatorPanel(entries: records).indicators {
        #expect(!record.id.isEmpty)
      }
      #expect(records.allSatisfy { (0...100).contains($0.observation.percent) })
    }
  }
}
