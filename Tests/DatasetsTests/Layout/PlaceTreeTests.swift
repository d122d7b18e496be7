import Diagnostics
import Indicators
import Testing

@testable import Datasets
@testable import InputFiles

@Suite("PlaceTree")
struct PlaceTreeTests {
  private func places(_ names: [String], parents: [Int: String] = [:], used: [String]? = nil)
    -> [Place]
  {
    PlaceTree.places(
      names, parents: parents,
      (used ?? names).map { name in
        IndicatorPanel.Entry(
          place: name, indicator: "t",
          observation: Observation(
            year: 2024, count: 1, base: 2, position: InputPosition(file: "a")))
      })
  }

  @Test("A column of parents is believed where the parent has figures of its own")
  func stated() {
    let tree = places(
      ["Xã A", "Xóm Đông", "Xã B", "Xóm Tây"], parents: [1: "XÃ A", 3: "Xã C"])
    #expect(tree.map(\.name) == ["Xã A", "Xóm Đông", "Xã B", "Xóm Tây"])
    #expect(tree.map(\.parent) == [nil, "Xã A", nil, nil])
    #expect(tree.map(\.kind) == ["xã", "xóm", nil, nil])
  }

  @Test("Without one, thôn belong to the only other place")
  func told() {
    let tree = places(["Thôn 1", "Phường Kiến Hưng", "Tổ dân phố 2", "TDP 3"])
    #expect(
      tree.map(\.parent) == ["Phường Kiến Hưng", nil, "Phường Kiến Hưng", "Phường Kiến Hưng"])
    #expect(tree.map(\.kind) == ["thôn", "phường", "tổ dân phố", "tdp"])
  }

  @Test("With two other places, or none, nothing is told")
  func open() {
    #expect(places(["Thôn 1", "Xã A", "Xã B"]).allSatisfy { $0.parent == nil && $0.kind == nil })
    #expect(places(["Thôn 1", "Thôn 2"]).allSatisfy { $0.parent == nil && $0.kind == nil })
    #expect(places(["Xã A"]).allSatisfy { $0.parent == nil && $0.kind == nil })
    #expect(places([]).isEmpty)
  }

  @Test("Only places with figures are there, in the order of their figures; none is part of itself")
  func used() {
    #expect(
      places(["Xã A", "Thôn 1", "Xã B"], used: ["Xã B", "Xã A", "Xã B"]).map(\.name) == [
        "Xã B", "Xã A",
      ])
    #expect(places(["Xã A"], parents: [0: "Xã A", 7: "Xã A"]).map(\.parent) == [nil])
  }

  @Test("A name that merely begins with the letters of a kind is no thôn")
  func kinds() {
    #expect(places(["Tô Hiệu", "Bản", "Xã A"]).allSatisfy { $0.parent == nil })
  }
}
