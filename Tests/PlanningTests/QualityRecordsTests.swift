import Diagnostics
import Wording
import Indicators
@testable import Planning
import Testing

@Suite("Questions about records")
struct QualityRecordsTests {
  private func findings(_ commune: Commune, _ kind: QualityFinding.Kind) -> [QualityFinding] {
    DataQuality(of: commune.dataset.panel).findings.filter { $0.kind == kind }
  }

  private func years(_ years: [Int]) -> Commune {
    var commune = Commune()
    for year in years { commune.count("a", year, 437 + 31 * (year % 7), of: 1000) }
    return commune
  }

  @Test("Years missing inside a series are asked about, those of a census are not")
  func missing() throws {
    let found = findings(years([2016, 2017, 2020, 2021]), .missingYear)
    #expect(found.map(\.years) == [[2018, 2019]])
    #expect(found.first?.positions == [])
    #expect(
      found.first?.diagnostic.message(in: .vi)
        == "Xã A, a: giữa 2016 và 2021 không có số liệu năm 2018, 2019; năm đó không điều tra hay chưa nhập?"
    )
    #expect(findings(years([2009, 2014, 2019]), .missingYear).isEmpty)
    #expect(findings(years([2019]), .missingYear).isEmpty)
    #expect(findings(years([2018, 2019]), .missingYear).isEmpty)
    #expect(findings(years([2018, 2020]), .missingYear).map(\.years) == [[2019]])
  }

  @Test("Places that miss the same years are asked about once")
  func shared() throws {
    var commune = years([2016, 2017, 2019])
    for place in ["Thôn B", "Thôn C"] {
      for year in [2015, 2017, 2019, 2020] {
        commune.count("a", year, 100 + year % 5 * 3, of: 300, .preliminary, place: place)
      }
      commune.count("a", 2016, 107, of: 300, place: place)
    }
    commune.count("a", 2013, 100, of: 300, place: "Thôn D")
    commune.count("a", 2017, 120, of: 300, place: "Thôn D")
    commune.count("b", 2017, 100, of: 300)
    commune.count("b", 2019, 110, of: 300)
    let found = findings(commune, .missingYear)
    #expect(found.map(\.place) == ["Xã A", "Xã A", "Thôn D"])
    #expect(found.map(\.indicator) == ["a", "b", "a"])
    #expect(found.map(\.yearsText) == ["2018", "2018", "2014–2016"])
    #expect(
      found.first?.diagnostic.message(in: .vi)
        == "Xã A, a: giữa 2016 và 2019 không có số liệu năm 2018 (2 nơi khác cũng vậy); năm đó không điều tra hay chưa nhập?"
    )
    #expect(found.first?.evidence.map(\.value) == [1, 2])
    let open = findings(commune, .notFinal)
    #expect(open.map(\.place) == ["Thôn B"])
    #expect(open.first?.years == [2015, 2017])
    #expect(
      open.first?.diagnostic.message(in: .en).contains("preliminary (and in 1 other place) while")
        == true)
  }

  @Test("A year with a percent between years with counts is not missing")
  func mixedUnits() {
    var commune = years([2018, 2019, 2021])
    commune.percent("a", 2020, "51.3")
    #expect(findings(commune, .missingYear).isEmpty)
  }

  @Test("An old preliminary figure without a final one is asked about")
  func notFinal() throws {
    var commune = years([2019, 2022, 2023])
    commune.count("a", 2020, 512, of: 1000, .preliminary)
    commune.count("a", 2021, 523, of: 1000, .estimated)
    commune.count("a", 2021, 524, of: 1000, .final)
    let found = findings(commune, .notFinal)
    #expect(found.map(\.years) == [[2020]])
    #expect(
      found.first?.diagnostic.message(in: .vi)
        == "Xã A, a: số liệu năm 2020 vẫn ghi là sơ bộ, trong khi đã có số liệu năm 2023; đã có số chính thức chưa?"
    )
    commune.count("a", 2024, 523, of: 1000, .preliminary)
    #expect(findings(commune, .notFinal).map(\.years) == [[2020]])
    // A later release that is marked preliminary again does not hide the final one.
    commune.count("a", 2021, 525, of: 1000, .preliminary, released: "2030-01-01")
    #expect(findings(commune, .notFinal).map(\.years) == [[2020]])
  }

  @Test("The newest two years may be preliminary")
  func recent() {
    var commune = years([2019])
    commune.count("a", 2020, 512, of: 1000, .preliminary)
    commune.count("a", 2021, 523, of: 1000, .estimated)
    #expect(findings(commune, .notFinal).isEmpty)
  }

  @Test("Two places with the same counts year for year are asked about, the later one")
  func copies() throws {
    func commune(_ counts: [Int], parent: String? = nil) -> Commune {
      var commune = Commune()
      commune.places = [Place(name: "Thôn B", parent: parent)]
      for (index, count) in [431, 452, 488].enumerated() {
        commune.count("a", 2020 + index, count, of: 1000)
      }
      for (index, count) in counts.enumerated() {
        commune.count("a", 2020 + index, count, of: 900, place: "Thôn B")
      }
      return commune
    }
    let found = findings(commune([431, 452, 488]), .copied)
    #expect(found.map(\.place) == ["Thôn B"])
    #expect(
      found.first?.diagnostic.message(in: .vi)
        == "Thôn B, a: cả 3 năm (2020–2022) có số đạt giống hệt Xã A; hai nơi có được nhập riêng không?"
    )
    #expect(findings(commune([431, 452, 489]), .copied).isEmpty)
    #expect(findings(commune([431, 452]), .copied).isEmpty)
    #expect(findings(commune([431, 452, 488], parent: "Xã A"), .copied).isEmpty)
  }

  @Test("Small counts, zeros and other indicators coincide unasked")
  func coincidences() {
    var commune = Commune()
    for place in ["Xã A", "Thôn B"] {
      for year in 2020...2023 {
        commune.count("zero", year, 0, of: 100, place: place)
        commune.count("few", year, 12 + year % 3, of: 100, place: place)
      }
    }
    for year in 2020...2023 {
      commune.count("a", year, 437 + 31 * (year % 7), of: 1000)
      commune.count("b", year, 437 + 31 * (year % 7), of: 1000, place: "Thôn B")
    }
    #expect(findings(commune, .copied).isEmpty)
  }
}
