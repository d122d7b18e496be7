import Diagnostics
import Foundation
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("Crosswalk reader")
struct CrosswalkReaderTests {
  private static let observations =
    "place,indicator,year,count,base\nA,t,2023,1,2\nA,t,2024,3,8\nB,t,2024,2,4\nN,t,2025,6,12\n"
  private static let crosswalk =
    "old_place,new_place,share,valid_from\nA,N,1,2025-07-01\nB,N,0.5,2025-07-01\nB,M,0.5,2025-07-01\n"
  private static let places = "place,kind,parent\nA,xã,\nB,xã,\nN,xã,\n"

  private func package(_ crosswalk: String) throws -> TemporaryFolder {
    let names = ["observations", "places", "crosswalk"]
    let resources = names.map { "{\"name\": \"\($0)\", \"path\": \"\($0).csv\"}" }
    return try TemporaryFolder([
      "datapackage.json":
        "{\"title\": \"T\", \"resources\": [\(resources.joined(separator: ", "))]}",
      "observations.csv": Self.observations, "places.csv": Self.places, "crosswalk.csv": crosswalk,
    ])
  }

  private func told(_ panel: IndicatorPanel, _ place: String) -> [String] {
    (panel.series(place: place, indicator: "t")?.observations ?? []).map {
      "\($0.year) \($0.count ?? -1)/\($0.base ?? -1)"
    }
  }

  @Test("A package with a crosswalk has the rebuilt history of the places that it declares")
  func inPackage() throws {
    let folder = try package(Self.crosswalk)
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url, shownAs: "p")
    #expect(told(loaded.dataset.panel, "N") == ["2024 4/10", "2025 6/12"])
    #expect(told(loaded.dataset.panel, "M").isEmpty)
    #expect(loaded.sources.map(\.path).contains("p/crosswalk.csv"))
    #expect(loaded.diagnostics.map(\.code.id) == ["rebuilding.incomplete", "rebuilding.elsewhere"])
  }

  @Test("A package with a faulty crosswalk is refused with all faults of all tables")
  func faultyPackage() throws {
    let folder = try package(Self.crosswalk + "C,N,0.9,2025-07-01\nA,M,2,2025-07-01\n")
    defer { folder.remove() }
    try folder.write(Array((Self.observations + "A,t,2022,9,8\n").utf8), to: "observations.csv")
    let faults = try #require(throws: Faults.self) {
      try DatasetReader.read(folder.url, shownAs: "p")
    }
    #expect(
      faults.diagnostics.map(\.code.id)
        == ["count.above-base", "crosswalk.share-outside", "crosswalk.unit-unknown"])
  }

  @Test("Beside a loose file every unit is rebuilt, and the crosswalk is one of the inputs")
  func besideLooseFile() throws {
    let folder = try TemporaryFolder(["o.csv": Self.observations])
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url.appending(path: "o.csv"), shownAs: "o.csv")
    #expect(told(loaded.dataset.panel, "N") == ["2025 6/12"])
    let source = SourceFile(path: "c.csv", bytes: Array(Self.crosswalk.utf8))
    let rebuilt = try loaded.rebuilt(after: source)
    #expect(told(rebuilt.dataset.panel, "N") == ["2024 4/10", "2025 6/12"])
    #expect(told(rebuilt.dataset.panel, "M") == ["2024 1/2"])
    #expect(rebuilt.sources.map(\.path) == ["o.csv", "c.csv"])
    #expect(rebuilt.dataset.title == loaded.dataset.title)
    #expect(
      rebuilt.dataset.panel.lineage(place: "N", indicator: "t", year: 2024)?.parts
        .map(\.position.label) == ["o.csv:3:4", "o.csv:4:4"])
  }

  @Test("A package that has a crosswalk takes no second one")
  func twice() throws {
    let folder = try package(Self.crosswalk)
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url, shownAs: "p")
    let source = SourceFile(path: "c.csv", bytes: Array(Self.crosswalk.utf8))
    let faults = try #require(throws: Faults.self) { try loaded.rebuilt(after: source) }
    #expect(faults.diagnostics.map(\.code.id) == ["crosswalk.twice"])
  }

  @Test("A faulty crosswalk beside a loose file leaves nothing half done")
  func faultyBesideLooseFile() throws {
    let folder = try TemporaryFolder(["o.csv": Self.observations])
    defer { folder.remove() }
    let loaded = try DatasetReader.read(folder.url.appending(path: "o.csv"), shownAs: "o.csv")
    let source = SourceFile(
      path: "c.csv",
      bytes: Array(
        "old_place,new_place,share,valid_from\nAA,N,1,2025\nB,N,0.5,2025\nB,N\n".utf8))
    let faults = try #require(throws: Faults.self) { try loaded.rebuilt(after: source) }
    #expect(
      faults.diagnostics.map(\.code.id).contains("crosswalk.unit-unknown")
        && faults.diagnostics.map(\.code.id).contains("row.field-count"))
  }

  @Test(
    "Random mutations of a good crosswalk are refused or rebuilt, and never crash", arguments: 0..<8
  )
  func mutations(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let (entries, _) = ObservationTable.read(try table(Self.observations))
    let loaded = LoadedDataset(
      dataset: Dataset(title: "t", panel: IndicatorPanel(entries: entries)), sources: [],
      diagnostics: [])
    let good = Array(
      "old_place,new_place,share,part,whole,valid_from,base\nA,N,1,,,2025,\nB,N,0.5,,,2025,\nB,M,50%,,,2025,\nB,N,,1,4,2025,t\nB,M,,3,4,2025,t\n"
        .utf8)
    let bytes = Array(",;\n.-%0159ABNMt \u{FEFF}".utf8)
    var rebuilt = 0
    for _ in 0..<300 {
      var mutated = good
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        let byte = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
        if Bool.random(using: &generator) {
          mutated[index] = byte
        } else {
          mutated.insert(byte, at: index)
        }
      }
      do {
        let result = try loaded.rebuilt(after: SourceFile(path: "m", bytes: mutated))
        rebuilt += 1
        for entry in result.dataset.panel.entries {
          #expect((0...100).contains(entry.observation.percent))
        }
      } catch {
        #expect(!DiagnosticLayout(language: .vi).text(of: error.diagnostics).isEmpty)
      }
    }
    #expect(rebuilt > 0 && rebuilt < 300)
  }
}
