import Diagnostics
import Foundation
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("SummedCommune")
struct SummedCommuneTests {
  private func read(_ text: String, place: String? = nil) throws -> LoadedDataset {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let url = try folder.write(Array(text.utf8), to: "a.csv")
    return try DatasetReader.read(
      url, shownAs: "a.csv",
      LooseFileOptions(vocabulary: LayoutFixture.vocabulary, place: place))
  }

  private static let title = "SỐ LIỆU CÔNG DÂN HỌC TẬP XÃ AN BÌNH NĂM 2024 (SỐ LIỆU SƠ BỘ)\n"
  private static let rows = "Thôn,Số đạt,Tổng số\nThôn 1,60,100\nThôn 2,30,80\n"

  @Test("A file of thôn whose title names the commune can be asked about the commune")
  func summed() throws {
    let loaded = try read(Self.title + Self.rows + "Toàn xã,90,180\n")
    let commune = try #require(loaded.dataset.panel.places.first)
    #expect(commune.name == "XÃ AN BÌNH")
    #expect(commune.kind == "xã")
    #expect(loaded.dataset.panel.children(of: commune.name).map(\.name) == ["Thôn 1", "Thôn 2"])
    let figure = loaded.dataset.panel.series(
      place: commune.name, indicator: "learning-citizens")?.latest
    #expect(figure?.count == 90)
    #expect(figure?.base == 180)
    #expect(figure?.status == .preliminary)
    let note = try #require(loaded.diagnostics.first { $0.code == .communeSummed })
    #expect(note.message(in: .vi).contains("tổng của 2 thôn"))
    #expect(note.message(in: .en).contains("the sums of the 2 hamlets"))
  }

  @Test("A year in which a thôn has no count is not summed, and told")
  func missing() throws {
    let loaded = try read(
      "Xã,An Bình\nThôn,Năm,Số đạt công dân học tập,Dân số từ 15 tuổi\n"
        + "Thôn 1,2023,60,100\nThôn 2,2023,30,80\nThôn 1,2024,62,100\n", place: "Xã An Bình")
    let panel = loaded.dataset.panel
    let name = try #require(panel.places.first?.name)
    #expect(
      panel.series(place: name, indicator: "learning-citizens")?.observations.map(\.year) == [2023])
    let warning = try #require(loaded.diagnostics.first { $0.code == .communePartly })
    #expect(warning.message(in: .vi).contains("2024"))
  }

  @Test("Where no year can be summed, the reason is told")
  func nothingToSum() throws {
    let loaded = try read(
      "Xã,An Bình\nThôn,Năm,Công dân học tập (%)\nThôn 1,2024,50\nThôn 2,2024,51\n")
    #expect(loaded.dataset.panel.places.map(\.name) == ["Thôn 1", "Thôn 2"])
    #expect(loaded.diagnostics.map(\.code) == [.communePartly])
  }

  @Test("A sum stands in no cell; its lineage names the cells of its parts")
  func lineage() throws {
    let loaded = try read(Self.title + Self.rows)
    let panel = loaded.dataset.panel
    let name = try #require(panel.places.first?.name)
    let figure = try #require(panel.series(place: name, indicator: "learning-citizens")?.latest)
    #expect(figure.position == InputPosition(file: "a.csv"))
    #expect(!figure.isRebuilt)
    let lineage = try #require(
      panel.lineage(place: name, indicator: "learning-citizens", year: 2024))
    #expect(lineage.observation == figure)
    #expect(lineage.parts.map(\.place) == ["Thôn 1", "Thôn 2"])
    #expect(lineage.parts.map(\.position.line) == [3, 4])
    #expect(lineage.parts.map(\.count) == [60, 30] && lineage.parts.map(\.base) == [100, 80])
    #expect(lineage.exactCount == 90 && lineage.exactBase == 180)
    #expect(panel.lineage(place: "Thôn 1", indicator: "learning-citizens", year: 2024) == nil)
  }

  @Test(
    "Nothing is added where the commune has figures, is not named, or a place is no thôn",
    arguments: [
      "Địa phương,Năm,Chỉ tiêu,Số đạt,Tổng số\nXã An Bình,2024,Công dân học tập,90,180\nThôn 1,2024,Công dân học tập,60,100\nThôn 2,2024,Công dân học tập,30,80\n",
      "Địa phương,Năm,Chỉ tiêu,Số đạt,Tổng số\nThôn 1,2024,Công dân học tập,60,100\nThôn 2,2024,Công dân học tập,30,80\n",
      "Địa phương,Năm,Chỉ tiêu,Số đạt,Tổng số\nThôn 1,2024,Công dân học tập,60,100\nXã B,2024,Công dân học tập,30,80\n",
    ])
  func unchanged(text: String) throws {
    let loaded = try read(text)
    #expect(!loaded.diagnostics.contains { $0.code == .communeSummed })
    #expect(loaded.dataset.panel.rowCount == text.filter { $0 == "\n" }.count - 1)
  }

  @Test("A check of the file keeps to the rows of the file")
  func check() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let url = try folder.write(Array((Self.title + Self.rows).utf8), to: "a.csv")
    let loaded = try DatasetReader.check(
      url, shownAs: "a.csv", LooseFileOptions(vocabulary: LayoutFixture.vocabulary))
    #expect(loaded.dataset.panel.rowCount == 2)
  }
}
