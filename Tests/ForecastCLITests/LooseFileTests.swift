import Foundation
import Testing

@Suite struct LooseFileTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  /// Writes three shares of the years with the same count of 1000 in each.
  private func write(count: Int, years: ClosedRange<Int>) throws {
    var text = "place,indicator,year,count,base\n"
    for year in years {
      for indicator in ["learning-citizens", "trained", "university"] {
        text += "Xã A,\(indicator),\(year),\(count),1000\n"
      }
    }
    try folder.write(text, to: "xa.csv")
  }

  private func answer() throws -> (text: Run, data: JSONDocument) {
    let text = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(text.exitCode == 0, "\(text.errors)")
    let json = folder.forecast("--target", "level1", "--data", "xa.csv", "--json")
    let document = try JSONDocument(json.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    return (text, try #require(document["data"]))
  }

  private func share(_ id: String, _ data: JSONDocument) throws -> JSONDocument {
    try #require(data["requirements"]?.values.first { $0["id"] == .string(id) })
  }

  private func medians(_ id: String, _ data: JSONDocument) throws -> [Double] {
    try share(id, data)["forecast"]?.values.compactMap { $0["median"]?.number } ?? []
  }

  @Test("One point gives an answer that is labelled very weak, and its range of years is one year")
  func onePoint() throws {
    try write(count: 555, years: 2025...2025)
    let (text, data) = try answer()
    #expect(text.output.contains("mới có 1 năm"))
    #expect(text.output.contains("Năm số liệu:  2025\n"))
    #expect(try share("5.1", data)["basis"] == .string("onePoint"))
    #expect(try share("5.1", data)["paceSoFar"] == .null)
    #expect(data["outlook"]?[0]?["conditionalOn"]?.values.count == 13)
  }

  @Test("All zero stays within 0 and 100, and asks whether that is so")
  func allZero() throws {
    try write(count: 0, years: 2018...2025)
    let (text, data) = try answer()
    #expect(text.output.contains("số liệu cả 8 năm đều bằng 0,0%, cần kiểm tra lại. Đối chiếu"))
    let english = folder.forecast("--target", "level1", "--data", "xa.csv", "--lang", "en")
    #expect(english.output.contains("all 8 years are 0.0%; is that so? Compare"))
    #expect(try share("5.1", data)["gapPeople"] == .number(600))
    #expect(try share("5.1", data)["paceSoFar"] == .number(0))
    #expect(try medians("5.1", data).allSatisfy { (0...100).contains($0) })
    #expect(try medians("5.1", data).count == 5)
    #expect(!text.output.contains("-0"))
  }

  @Test("All 100 is met, has a reserve and stays within 0 and 100")
  func allHundred() throws {
    try write(count: 1000, years: 2018...2025)
    let (text, data) = try answer()
    #expect(text.output.contains("cả 8 năm đều bằng 100,0%"))
    #expect(try share("5.1", data)["met"] == .bool(true))
    #expect(try share("5.1", data)["gapPeople"] == .number(-400))
    #expect(try share("5.1", data)["paceNeeded"] == .null)
    #expect(try medians("5.2a", data).allSatisfy { (99...100).contains($0) })
  }

  @Test("None at all exits 11 with a remedy")
  func none() throws {
    try folder.write("place,indicator,year,count,base\n", to: "xa.csv")
    let run = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 11)
    #expect(run.errors.contains("“xa.csv” không có số liệu nào"))
    #expect(folder.names() == ["xa.csv"])
  }

  @Test("Rows without figures are missing years, not zeros")
  func emptyRows() throws {
    try folder.write(
      "place,indicator,year,percent\nXã A,trained,2023,40\nXã A,trained,2024,\nXã A,trained,2025,44\n",
      to: "xa.csv")
    let (_, data) = try answer()
    #expect(try share("5.2a", data)["basis"] == .string("twoPoints"))
    #expect(try share("5.2a", data)["paceSoFar"] == .number(2))
  }

  @Test(
    "Semicolons, decimal commas, BOM, CR LF, NFD and Vietnamese headings change no result",
    arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func sameInOtherDress(lineEnd: String, mark: String) throws {
    let plain = """
      place,indicator,year,percent,status
      Xã Hồng,learning-citizens,2023,50.5,
      Xã Hồng,learning-citizens,2024,53.25,
      Xã Hồng,learning-citizens,2025,55.5,preliminary

      """
    let dressed = """
      Địa phương;Chỉ tiêu;Năm;Tỷ lệ;Trạng thái
      Xã Hồng;learning-citizens;2023;50,5;
      Xã Hồng;learning-citizens;2024;53,25;
      Xã Hồng;learning-citizens;2025;55,5;sơ bộ

      """
    try folder.write(plain, to: "xa.csv")
    let expected = try answer()
    let nfd = dressed.decomposedStringWithCanonicalMapping
    #expect(!nfd.utf8.elementsEqual(dressed.utf8))
    try folder.write(mark + nfd.replacing("\n", with: lineEnd), to: "xa.csv")
    let found = try answer()
    #expect(found.data == expected.data)
    #expect(found.text.output == expected.text.output)
  }

  @Test(
    "Headings of people aged 15 and over give the total of all three shares, years in rows",
    arguments: [
      "Số người từ 15 tuổi", "Người từ 15 tuổi", "Số người từ đủ 15 tuổi",
      "Tổng số người từ 15 tuổi", "Số người trong độ tuổi từ 15 trở lên", "Dân số từ 15 tuổi",
    ])
  func adults(heading: String) throws {
    try folder.write(
      """
      Xã An Lạc,,,,
      Năm,\(heading),Công dân học tập,Qua đào tạo,Đại học trở lên
      2024,1000,610,520,130
      2025,1010,630,540,140

      """, to: "xa.csv")
    let run = folder.forecast("check", "xa.csv", "--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    let found = try JSONDocument(run.output)["data"]?["observations"]?.values ?? []
    let read = found.map { entry in
      [entry["indicator"], entry["year"], entry["count"], entry["base"]].map {
        switch $0 {
        case .string(let text): text
        case .number(let number): String(Int(number))
        default: "–"
        }
      }.joined(separator: " ")
    }
    #expect(
      read.sorted() == [
        "learning-citizens 2024 610 1000", "learning-citizens 2025 630 1010",
        "trained 2024 520 1000", "trained 2025 540 1010", "university 2024 130 1000",
        "university 2025 140 1010",
      ])
  }

  @Test("Where the thôn cannot be added up, the question for the place says why")
  func ambiguousPlace() throws {
    let rows = "Thôn,Năm,Công dân học tập (%),Số gì đó\nThôn 1,2024,50,100\nThôn 2,2024,51,90\n"
    try folder.write("Xã An Lạc,,,\n" + rows, to: "xa.csv")
    let run = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 64 && run.errors.contains("[place.ambiguous]"))
    #expect(run.errors.contains("Không cộng được các thôn thành số của cả xã: learning-citizens"))
    #expect(run.errors.contains("forecast check TỆP"))
    try folder.write(rows, to: "thon.csv")
    let unnamed = folder.forecast("--target", "level1", "--data", "thon.csv")
    #expect(unnamed.errors.contains("[place.ambiguous]"))
    #expect(unnamed.errors.contains("Muốn có số của cả xã thì ghi --place"))
    try folder.write(rows.replacing("Thôn", with: "Xã"), to: "xa.csv")
    let communes = folder.forecast("--target", "level1", "--data", "xa.csv")
    #expect(communes.errors.contains("Chọn một nơi bằng --place.\n"))
  }

  @Test("A place is found whatever its capitals; diacritics tell places apart")
  func capitals() throws {
    try folder.write(
      "place,indicator,year,count,base\nXÃ AN LẠC,trained,2025,50,100\nXã An Lác,trained,2025,60,100\n",
      to: "xa.csv")
    for name in ["Xã An Lạc", "XÃ AN LẠC", "xã an lạc"] {
      let run = folder.forecast("gap", "--target", "level1", "--data", "xa.csv", "--place", name)
      #expect(run.exitCode == 0 && run.output.contains("XÃ AN LẠC"), "\(run.errors)")
    }
    let other = folder.forecast(
      "gap", "--target", "level1", "--data", "xa.csv", "--place", "XÃ AN LÁC")
    #expect(other.output.contains("Xã An Lác"))
    let plain = folder.forecast(
      "gap", "--target", "level1", "--data", "xa.csv", "--place", "Xa An Lac")
    #expect(plain.exitCode == 65)
  }

  @Test("Agencies of the user's own file group the gaps")
  func agencies() throws {
    try folder.write(
      """
      Địa phương,Chỉ tiêu,Năm,Số đạt,Tổng số,Cơ quan chủ trì,Cơ quan phối hợp
      Xã A,Công dân học tập,2025,500,1000,Hội Khuyến học,"Các thôn, đoàn thể"
      Xã A,Qua đào tạo,2025,400,1000,Phòng Văn hóa,
      Xã A,Đại học trở lên,2025,50,1000,Phòng Văn hóa,

      """, to: "xa.csv")
    let run = folder.forecast(
      "gap", "--target", "level1", "--data", "xa.csv", "--group", "agency")
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("đọc được phân công của 3 chỉ tiêu"))
    #expect(run.output.contains("HỘI KHUYẾN HỌC (1 chỉ tiêu"))
    #expect(run.output.contains("PHÒNG VĂN HÓA (2 chỉ tiêu"))
    #expect(run.output.contains("5.1 phối hợp: Các thôn, đoàn thể."))
    let check = folder.forecast("check", "xa.csv")
    #expect(check.output.contains("đơn vị chủ trì") && check.output.contains("đơn vị phối hợp"))
  }

  @Test("The figure of a commune that was added up is explained by the cells of its thôn")
  func summed() throws {
    try folder.write(
      "Xã An Lạc,,,\nThôn,Năm,Công dân học tập - Số đạt,Tổng số\nThôn 1,2025,50,100\nThôn 2,2025,30,60\n",
      to: "xa.csv")
    let run = folder.forecast("explain", "5.1", "2025", "--target", "level1", "--data", "xa.csv")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("xa.csv, cộng từ 2 thôn, tổ dân phố"))
    #expect(run.output.contains("xa.csv:3:3") && run.output.contains("xa.csv:4:3"))
    #expect(run.output.contains("Số cộng từ các thôn, tổ dân phố:"))
    #expect(!run.output.contains("đơn vị cũ"))
  }

  @Test("Counts are read in either way of grouping")
  func grouping() throws {
    try folder.write(
      "place;indicator;year;count;base\nXã A;trained;2024;1.234;2.000\nXã A;trained;2025;1.300;2.000\n",
      to: "xa.csv")
    #expect(try share("5.2a", try answer().data)["latest"]?["count"] == .number(1300))
  }

  @Test("A share printed at its threshold is undecided without counts, decided with them")
  func rounding() throws {
    try folder.write("place,indicator,year,percent\nXã A,trained,2025,50.0\n", to: "xa.csv")
    let (text, data) = try answer()
    #expect(try share("5.2a", data)["met"] == .null)
    #expect(text.output.contains("quá sát ngưỡng 50"))
    try folder.write(
      "place,indicator,year,count,base\nXã A,trained,2025,49999,100000\n", to: "xa.csv")
    #expect(try share("5.2a", try answer().data)["met"] == .bool(false))
  }
}
