import Diagnostics
import Foundation
import Indicators
import Testing

@testable import Datasets

@Suite("The example of a merged commune")
struct MergedCommuneTests {
  private let panel: IndicatorPanel

  init() throws {
    panel = try DatasetReader.read(shippedDataset("merged-commune"), shownAs: "m").dataset.panel
  }

  @Test("Trained labour of 2022, worked out by hand")
  func trained() throws {
    // Tân Trào moves whole: 5010 of 9704. Of Kiến Hưng (cũ) 4212 of 6480 residents, exactly 0.65:
    // 0.65·2655 = 1725.75 of 0.65·6447 = 4190.55. Of Đoàn Xá 62%: 0.62·3945 = 2445.9 of
    // 0.62·7332 = 4545.84. Together 9181.65 of 18440.39, in whole people 9182 of 18440.
    let lineage = try #require(panel.lineage(place: "Kiến Hưng", indicator: "trained", year: 2022))
    #expect(abs(lineage.exactCount - 9181.65) < 1e-9 && abs(lineage.exactBase - 18440.39) < 1e-9)
    #expect(lineage.observation.count == 9182 && lineage.observation.base == 18440)
  }

  @Test("Learning clans of 2024, worked out by hand")
  func clans() throws {
    // Clans have shares of their own: 13 of 19; 10/16 of 9 of 16 = 5.625 of 10; 9/14 of 9 of 14
    // = 5.786 of 9. Together 24.411 of 38.
    let lineage = try #require(
      panel.lineage(place: "Kiến Hưng", indicator: "learning-clans", year: 2024))
    #expect(abs(lineage.exactCount - (13 + 5.625 + 81.0 / 14)) < 1e-9)
    #expect(abs(lineage.exactBase - 38) < 1e-9)
    #expect(lineage.observation.count == 24 && lineage.observation.base == 38)
  }

  /// The table of Reference/rebuilt.py; pandas and exact fractions made it.
  @Test("Every release of every rebuilt figure is that of an independent program")
  func reference() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/rebuilt.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 20)
    let entries = panel.entries.filter { $0.lineage != nil }
    #expect(entries.count == lines.count)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let entry = try #require(
        entries.first {
          $0.indicator == cells[0] && String($0.observation.year) == cells[1]
            && $0.observation.released?.iso == cells[2]
        }, "\(line)")
      let lineage = try #require(entry.lineage)
      let figure = entry.observation
      #expect(entry.place == "Kiến Hưng")
      #expect(figure.count == Int(cells[3]) && figure.base == Int(cells[4]), "\(line)")
      #expect(abs(lineage.exactCount - (try #require(Double(cells[5])))) < 1e-7, "\(line)")
      #expect(abs(lineage.exactBase - (try #require(Double(cells[6])))) < 1e-7, "\(line)")
      let deviation = try #require(figure.rebuildingDeviation)
      #expect(abs(deviation - (try #require(Double(cells[7])))) < 1e-9, "\(line)")
      #expect(figure.status.rawValue == cells[8], "\(line)")
    }
  }

  @Test(
    "The teaching cases are there: a gap, a percent alone, an own figure that differs, no break")
  func cases() throws {
    let loaded = try DatasetReader.read(shippedDataset("merged-commune"), shownAs: "m")
    #expect(loaded.dataset.isIllustrative && loaded.dataset.notice != nil)
    #expect(
      loaded.diagnostics.map(\.code.id) == [
        "rebuilding.incomplete", "rebuilding.percent-only", "rebuilding.incomplete",
        "rebuilding.differs", "rebuilding.elsewhere",
      ])
    for indicator in panel.indicators {
      let series = try #require(panel.series(place: "Kiến Hưng", indicator: indicator.id))
      #expect(series.breaks.isEmpty && series.latest?.isRebuilt == false)
      #expect(series.formerUnits == ["Tân Trào", "Kiến Hưng (cũ)", "Đoàn Xá"])
    }
  }
}
