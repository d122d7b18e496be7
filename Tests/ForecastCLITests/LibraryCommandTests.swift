import Foundation
import Testing

@Suite struct LibraryCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  /// Writes a package of places whose shares rise and scatter, two indicators of the given groups.
  private func writePackage(groups: [String], directions: [String]) throws {
    try folder.write(
      """
      {"name": "nho", "title": "Nhỏ", "resources": [
        {"name": "observations", "path": "observations.csv"},
        {"name": "indicators", "path": "indicators.csv"}]}
      """, to: "nho/datapackage.json")
    var indicators = "indicator,title_vi,title_en,direction,group\n"
    var rows = "place,indicator,year,percent\n"
    for (index, group) in groups.enumerated() {
      indicators += "share-\(index),Tỷ lệ \(index),Share \(index),\(directions[index]),\(group)\n"
      for place in 0..<8 {
        for year in 2008...2022 {
          let sway = (year * 7 + place * 5 + index * 3) % 11
          let percent = 20 + place * 4 + (year - 2008) * (2 + index) - sway / 3
          rows += "Xã \(place),share-\(index),\(year),\(percent).\(sway % 10)\n"
        }
      }
    }
    try folder.write(indicators, to: "nho/indicators.csv")
    try folder.write(rows, to: "nho/observations.csv")
  }

  @Test("A library built of a small package is read back and used by --library")
  func build() throws {
    try writePackage(groups: ["a", "b"], directions: ["up", "up"])
    let run = folder.forecast("library", "build", "--data", "nho", "--output", "thu-vien")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("Đã ghi thu-vien/library.json"))
    #expect(run.output.contains("Học từ 2 chỉ số, 240 giá trị."))
    // Two indicators are too few to rank a pace among those of places.
    #expect(run.output.contains("Nhịp của các nơi: quá ít"))
    let library = try JSONDocument(folder.text("thu-vien/library.json"))
    #expect(library["format"] == .string("pace-library"))
    #expect(library["sets"]?.values.count == 2)
    #expect(library["placePaces"]?["bands"]?.values.isEmpty == true)
    #expect(
      library["builtFrom"]?.values.first?["path"] == .string("nho/datapackage.json"))
    try folder.write(
      "place,indicator,year,count,base\nXã A,trained,2023,400,1000\nXã A,trained,2024,430,1000\n",
      to: "xa.csv")
    let own = folder.forecast(
      "--target", "level1", "--data", "xa.csv", "--library", "thu-vien/library.json", "--json")
    #expect(own.exitCode == 0, "\(own.errors)")
    let shipped = folder.forecast("--target", "level1", "--data", "xa.csv", "--json")
    let forecasts = try [own, shipped].map { run in
      try JSONDocument(run.output)["data"]?["requirements"]?.values
        .first { $0["id"] == .string("5.2a") }?["forecast"]
    }
    #expect(forecasts[0] != nil && forecasts[0] != forecasts[1])
  }

  @Test("Too little to learn from exits 11, and nothing is written")
  func tooLittle() throws {
    for (groups, directions) in [
      (["a", "a"], ["up", "up"]), (["a"], ["up"]), (["a", "b"], ["unknown", "unknown"]),
    ] {
      try writePackage(groups: groups, directions: directions)
      let run = folder.forecast("library", "build", "--data", "nho")
      #expect(run.exitCode == 11, "\(groups) \(directions): \(run.errors)")
      #expect(run.errors.contains("library.too-little"))
      let json = folder.forecast("library", "build", "--data", "nho", "--json")
      #expect(json.exitCode == 11)
      #expect(try JSONDocument(json.output)["status"] == .string("error"))
      #expect(folder.names("out").isEmpty)
    }
  }

  @Test("Without data, or of data or families that are not there, it says what is missing")
  func missing() throws {
    #expect(folder.forecast("library", "build").exitCode == 64)
    #expect(folder.forecast("library", "burn", "--data", "nho").exitCode == 64)
    #expect(folder.forecast("library", "build", "--data", "nho").exitCode == 66)
    try writePackage(groups: ["a", "b"], directions: ["up", "up"])
    let run = folder.forecast("library", "build", "--data", "nho", "--families", "khong-co.csv")
    #expect(run.exitCode == 66)
  }
}
