import Diagnostics
import Foundation
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("DatasetReader")
struct DatasetReaderTests {
  private static let observations = "place,indicator,year,count,base\nA,t,2024,1,2\nA,t,2025,2,2\n"

  private static func descriptor(_ resources: [(name: String, path: String)], _ more: String = "")
    -> String
  {
    let list = resources.map { "{\"name\": \"\($0.name)\", \"path\": \"\($0.path)\"\(more)}" }
    return "{\"title\": \"T\", \"resources\": [\(list.joined(separator: ", "))]}"
  }

  private func faults(_ url: URL, shownAs path: String = "data") throws -> Faults {
    try #require(throws: Faults.self) { try DatasetReader.read(url, shownAs: path) }
  }

  // MARK: Loose files

  @Test("A loose file is a data set named like the file")
  func looseFile() throws {
    let folder = try TemporaryFolder(["số liệu.csv": Self.observations])
    defer { folder.remove() }
    let loaded = try DatasetReader.read(
      folder.url.appending(path: "số liệu.csv"), shownAs: "../số liệu.csv")
    #expect(loaded.dataset.title == "số liệu.csv")
    #expect(loaded.dataset.panel.rowCount == 2)
    #expect(!loaded.dataset.isIllustrative)
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.sources.map(\.path) == ["../số liệu.csv"])
    let series = try #require(loaded.dataset.panel.series(place: "A", indicator: "t"))
    #expect(series.latest?.position.label == "../số liệu.csv:3:4")
  }

  @Test("A row with too few fields does not hide the faults of the others, told in order of lines")
  func allFaultsAtOnce() throws {
    let folder = try TemporaryFolder([
      "e.csv": "place,indicator,year,percent\nA,t,2023,500\nA,t\nA,t,x,5\n\"A,t,2025,5\n"
    ])
    defer { folder.remove() }
    let told = try faults(folder.url.appending(path: "e.csv"), shownAs: "e.csv").diagnostics
    #expect(
      told.map(\.code.id) == [
        "percent.out-of-range", "row.field-count", "year.unreadable", "quote.unclosed",
      ])
    #expect(told.map { $0.position?.line } == [2, 3, 4, 5])
  }

  @Test("A table of no known role is passed over, and told with the nearest role")
  func strangeResource() throws {
    let folder = try TemporaryFolder([
      "p/o.csv": Self.observations,
      "p/f.csv": "place,indicator,year,value\nA,x,2024,met\n",
      "p/datapackage.json": Self.descriptor([("observations", "o.csv"), ("fact", "f.csv")]),
    ])
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url.appending(path: "p"), shownAs: "p")
    #expect(loaded.diagnostics.map(\.code.id) == ["package.resource-unknown"])
    #expect(loaded.diagnostics.first?.remedy(in: .vi).contains("facts") == true)
    #expect(loaded.dataset.facts.isEmpty)
  }

  @Test("Warnings of a loose file are kept, faults are thrown together with them")
  func looseFileFindings() throws {
    let folder = try TemporaryFolder([
      "w.csv": "place,indicator,year,percent,extra\nA,t,2025,5,x\n",
      "e.csv": "place,indicator,year,percent,extra\nA,t,2025,500,x\nA,t,x,5,x\n",
    ])
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url.appending(path: "w.csv"), shownAs: "w.csv")
    #expect(loaded.diagnostics.map(\.code.id) == ["column.unknown"])
    let faults = try faults(folder.url.appending(path: "e.csv"), shownAs: "e.csv")
    #expect(
      faults.diagnostics.map(\.code.id)
        == ["column.unknown", "percent.out-of-range", "year.unreadable"])
    #expect(faults.obstacle == .invalidData)
  }

  @Test(
    "A file is known by its first bytes, whatever its name says",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "workbook.damaged"),
      ([0xD0, 0xCF, 0x11, 0xE0], "file.format"), (Array("%PDF-1.7\n".utf8), "file.format"),
    ] as [([UInt8], String)])
  func formats(bytes: [UInt8], code: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let url = try folder.write(bytes, to: "xa.csv")
    let fault = try #require(try faults(url, shownAs: "xa.csv").diagnostics.first)
    #expect(fault.code.id == code)
    #expect(fault.remedy(in: .vi).contains(".xlsx"))
    #expect(fault.remedy(in: .en).contains(".xlsx"))
  }

  @Test("A file or folder that is not there is a missing input")
  func missing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["none", "none.csv", "none/datapackage.json"] {
      let faults = try faults(folder.url.appending(path: name), shownAs: name)
      #expect(faults.obstacle == .missingInput)
      #expect(faults.diagnostics.map(\.code) == [.fileMissing])
      #expect(
        faults.diagnostics.first?.message(in: .vi) == "không có tệp hoặc thư mục “\(name)”")
    }
  }

  @Test("A folder without a descriptor is a missing input that says what to do")
  func noDescriptor() throws {
    let folder = try TemporaryFolder(["observations.csv": Self.observations])
    defer { folder.remove() }
    let faults = try faults(folder.url, shownAs: "xa/")
    #expect(faults.obstacle == .missingInput)
    let fault = try #require(faults.diagnostics.first)
    #expect(fault.code == .packageMissing)
    #expect(
      fault.message(in: .vi) == "thư mục “xa/” không phải là gói số liệu: không có datapackage.json"
    )
    #expect(
      fault.message(in: .en) == "the folder “xa/” is no data package: it has no datapackage.json")
    #expect(
      fault.remedy(in: .vi)
        == "Chỉ thẳng tới tệp .csv, hoặc thêm datapackage.json theo mẫu datasets/kien-hung.")
  }

  // MARK: Packages

  @Test("A package is read through its folder or through its descriptor")
  func package() throws {
    let folder = try TemporaryFolder([
      "datapackage.json": Self.descriptor([("observations", "data/o.csv"), ("other", "gone.csv")]),
      "data/o.csv": Self.observations,
    ])
    defer { folder.remove() }
    let descriptor = folder.url.appending(path: "datapackage.json")
    let ways = [
      (folder.url, "xa", "xa/"), (folder.url, "xa/", "xa/"),
      (descriptor, "xa/datapackage.json", "xa/"), (descriptor, "datapackage.json", "./"),
    ]
    for (url, path, prefix) in ways {
      let loaded = try DatasetReader.read(url, shownAs: path)
      #expect(loaded.dataset.title == "T")
      #expect(loaded.dataset.panel.rowCount == 2)
      #expect(loaded.sources.map(\.path) == [prefix + "datapackage.json", prefix + "data/o.csv"])
    }
  }

  @Test("Faults of all tables are thrown at once")
  func allTables() throws {
    let folder = try TemporaryFolder([
      "datapackage.json": Self.descriptor([
        ("observations", "o.csv"), ("places", "p.csv"), ("facts", "gone.csv"),
        ("breaks", "b.csv"),
      ]),
      "o.csv": "place,indicator,year,percent\nA,t,2025,500\nB,t,2025,5\n",
      "p.csv": "place,kind\nA,xã\n,xã\n", "b.csv": "place,indicator,year\n,t\n",
    ])
    defer { folder.remove() }
    let found = try faults(folder.url, shownAs: "xa").diagnostics.map {
      "\($0.position?.label ?? "") \($0.code.id)"
    }
    #expect(
      found == [
        "xa/p.csv:3:1 cell.missing", "xa/b.csv:2 row.field-count",
        "xa/o.csv:2:4 percent.out-of-range", "xa/gone.csv file.missing",
        "xa/o.csv:3:1 place.undeclared",
      ])
  }

  @Test("A file that differs from its stated hash is noted, and one that agrees is not")
  func hashes() throws {
    let right = SourceFile.sha256(of: Array(Self.observations.utf8))
    for (hash, expected) in [(right, []), (String(right.reversed()), ["package.hash"])] {
      let folder = try TemporaryFolder([
        "datapackage.json": Self.descriptor(
          [("observations", "o.csv")], ", \"hash\": \"sha256:\(hash)\""),
        "o.csv": Self.observations,
      ])
      defer { folder.remove() }
      let loaded = try DatasetReader.read(folder.url, shownAs: "xa")
      #expect(loaded.diagnostics.map(\.code.id) == expected)
      #expect(loaded.diagnostics.allSatisfy { $0.severity == .note })
    }
  }

  @Test("Marks of the schema stand for a missing figure")
  func missingValues() throws {
    let folder = try TemporaryFolder([
      "datapackage.json": Self.descriptor(
        [("observations", "o.csv")], ", \"schema\": {\"missingValues\": [\"\", \"chưa có\"]}"),
      "o.csv": "place,indicator,year,percent\nA,t,2024,chưa có\nA,t,2025,5\n",
    ])
    defer { folder.remove() }
    #expect(try DatasetReader.read(folder.url, shownAs: "xa").dataset.panel.rowCount == 1)
  }

  @Test("A path out of the package is refused before anything is read")
  func traversal() throws {
    let folder = try TemporaryFolder([
      "xa/datapackage.json": Self.descriptor([("observations", "../o.csv")]),
      "o.csv": Self.observations,
    ])
    defer { folder.remove() }
    let faults = try faults(folder.url.appending(path: "xa"))
    #expect(faults.diagnostics.map(\.code.id) == ["package.path"])
  }

  // MARK: Shipped data sets

  @Test("The package of Kiến Hưng loads without a finding and holds its numbers")
  func kienHung() throws {
    let loaded = try DatasetReader.read(
      shippedDataset("kien-hung"), shownAs: "datasets/kien-hung")
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.sources.count == 8)
    let dataset = loaded.dataset
    #expect(dataset.title == "Xã Kiến Hưng (số liệu minh họa)")
    #expect(dataset.isIllustrative)
    #expect(dataset.notice?(.vi).hasPrefix("SỐ LIỆU MINH HỌA") == true)
    #expect(dataset.defaultPlace == "Kiến Hưng")
    #expect(dataset.panel.rowCount == 409)
    #expect(dataset.panel.indicators.count == 7)
    #expect(dataset.panel.children(of: "Kiến Hưng").count == 14)
    #expect(dataset.facts.count == 53)
    #expect(dataset.assignments.count == 20)
    #expect(dataset.recognitions.map(\.level) == ["level1"])
    #expect(dataset.assignment(for: "1.1")?.supportingAgencies.count == 4)

    let latest = try [
      ("learning-citizens", 14_041, 21_503), ("trained", 11_547, 21_503),
      ("university", 2585, 21_503), ("learning-families", 6168, 8268), ("learning-clans", 30, 43),
      ("learning-communities", 10, 14), ("learning-units", 29, 32),
    ].map { id, count, base in
      let series = try #require(dataset.panel.series(place: "Kiến Hưng", indicator: id))
      return series.latest?.count == count && series.latest?.base == base
        && series.latest?.year == 2025 && series.latest?.status == .preliminary
    }
    #expect(latest.allSatisfy { $0 })
  }

  @Test("The teaching cases of Kiến Hưng are visible in the panel")
  func kienHungCases() throws {
    let panel = try DatasetReader.read(shippedDataset("kien-hung"), shownAs: "k").dataset.panel
    let citizens = { (day: String?) in
      panel.series(
        place: "Kiến Hưng", indicator: "learning-citizens", asOf: day.flatMap { CalendarDate($0) })
    }
    #expect(citizens("2025-02-01")?.latest?.count == 13_230)
    #expect(citizens("2025-06-30")?.latest?.count == 13_380)
    let university = try #require(panel.series(place: "Kiến Hưng", indicator: "university"))
    #expect(university.observations.map(\.year) == [2018, 2019, 2020, 2022, 2023, 2024, 2025])
    let style = NumberStyle(.vi)
    #expect(style.percent(university.observation(in: 2023)?.percent) == "12,0%")
    #expect(style.percent(university.observation(in: 2025)?.percent) == "12,0%")
    #expect((university.observation(in: 2023)?.percent ?? 100) < 12)
    #expect((university.observation(in: 2025)?.percent ?? 0) >= 12)
    let families = try #require(panel.series(place: "Thôn 1", indicator: "learning-families"))
    #expect(families.comparableObservations.map(\.year) == [2022, 2023, 2024, 2025])
    #expect(families.breaks.map(\.year) == [2022])
  }

  @Test("The package of Vietnamese trained labour loads without a finding")
  func vietnam() throws {
    let loaded = try DatasetReader.read(
      shippedDataset("vietnam-trained-labour"), shownAs: "datasets/vietnam-trained-labour")
    #expect(loaded.diagnostics.isEmpty)
    let dataset = loaded.dataset
    #expect(!dataset.isIllustrative)
    #expect(dataset.defaultPlace == "Cả nước")
    #expect(dataset.panel.rowCount == 776)
    #expect(dataset.panel.places.count == 70)
    let nation = try #require(dataset.panel.series(place: "Cả nước", indicator: "trained"))
    #expect(
      nation.observation(in: 2008)?.printedPercent == ExactDecimal(unscaled: 143, scale: 1))
    #expect(nation.observation(in: 2013)?.percent == 17.9)
    #expect(nation.breaks.map(\.year) == [2021])
  }
}
