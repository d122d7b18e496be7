import Foundation
import Indicators
import Testing
import Wording

@testable import Datasets

/// The same figures in every arrangement of a table give the same observations.
@Suite("Layouts of one table")
struct LayoutPropertyTests {
  /// A count of a base for each place, indicator and year.
  private struct Panel {
    let places: [String]
    let indicators: [(id: String, title: String)]
    let years: [Int]
    var figures: [String: (count: Int, base: Int)] = [:]

    init(seed: UInt64) {
      var generator = TestGenerator(seed: seed)
      let names = ["Xã An Bình", "Xã Hòa Thuận", "Phường Thuỷ Nguyên", "Xã Kiến Hưng"]
      places = Array(names.prefix(Int.random(in: 2...4, using: &generator)))
      let titles = [
        ("learning-citizens", "Công dân học tập"), ("trained", "Lao động qua đào tạo"),
        ("university", "Trình độ đại học trở lên"), ("clean-water", "Nước sạch"),
      ]
      indicators = Array(titles.prefix(Int.random(in: 2...4, using: &generator)))
      let first = Int.random(in: 2010...2020, using: &generator)
      years = Array(first...(first + Int.random(in: 1...4, using: &generator)))
      for place in places {
        for indicator in indicators {
          for year in years {
            let base = Int.random(in: 1_000...30_000, using: &generator)
            figures["\(place) \(indicator.id) \(year)"] = (
              Int.random(in: 0...base, using: &generator), base
            )
          }
        }
      }
    }

    func figure(_ place: String, _ indicator: String, _ year: Int) -> (count: Int, base: Int) {
      figures["\(place) \(indicator) \(year)"] ?? (0, 1)
    }

    /// What reading has to give.
    var lines: [String] { figures.map { "\($0.key) \($0.value.count)/\($0.value.base)" }.sorted() }
  }

  private func csv(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ";") + "\n" }.joined()
  }

  /// The two cells of a figure.
  private func pair(_ panel: Panel, _ place: String, _ indicator: String, _ year: Int) -> [String] {
    let figure = panel.figure(place, indicator, year)
    return [String(figure.count), String(figure.base)]
  }

  private func tidy(_ panel: Panel) -> [[String]] {
    var rows = [["Địa phương", "Chỉ tiêu", "Năm", "Số đạt", "Tổng số"]]
    for place in panel.places {
      for indicator in panel.indicators {
        for year in panel.years {
          rows.append(
            [place, indicator.title, String(year)] + pair(panel, place, indicator.id, year))
        }
      }
    }
    return rows
  }

  /// Places and indicators down, two columns a year across under a heading of two rows.
  private func yearsAcross(_ panel: Panel) -> [[String]] {
    var rows = [["Địa phương", "Chỉ tiêu"], ["", ""]]
    for year in panel.years {
      rows[0] += ["Năm \(year)", ""]
      rows[1] += ["Số đạt", "Tổng số"]
    }
    for place in panel.places {
      for indicator in panel.indicators {
        var row = [place, indicator.title]
        for year in panel.years { row += pair(panel, place, indicator.id, year) }
        rows.append(row)
      }
    }
    return rows
  }

  /// Places and years down, two columns an indicator across.
  private func indicatorsAcross(_ panel: Panel) -> [[String]] {
    var rows = [["Địa phương", "Năm"], ["", ""]]
    for indicator in panel.indicators {
      rows[0] += [indicator.title, ""]
      rows[1] += ["Số đạt", "Tổng số"]
    }
    for place in panel.places {
      for year in panel.years {
        var row = [place, String(year)]
        for indicator in panel.indicators { row += pair(panel, place, indicator.id, year) }
        rows.append(row)
      }
    }
    return rows
  }

  /// Indicators, years and measures down, a column a place across.
  private func placesAcross(_ panel: Panel) -> [[String]] {
    var rows = [["Chỉ tiêu", "Năm", "Đại lượng"] + panel.places]
    for indicator in panel.indicators {
      for year in panel.years {
        let pairs = panel.places.map { pair(panel, $0, indicator.id, year) }
        rows.append([indicator.title, String(year), "Số đạt"] + pairs.map { $0[0] })
        rows.append([indicator.title, String(year), "Tổng số"] + pairs.map { $0[1] })
      }
    }
    return rows
  }

  /// A table a place, one below the other, with a title above each.
  private func tablesBelow(_ panel: Panel) -> [[String]] {
    var rows: [[String]] = []
    for place in panel.places {
      rows.append(["Số liệu \(place)", "", ""])
      rows.append(["Chỉ tiêu", "Đại lượng"] + panel.years.map { String($0) })
      for indicator in panel.indicators {
        let pairs = panel.years.map { pair(panel, place, indicator.id, $0) }
        rows.append([indicator.title, "Số đạt"] + pairs.map { $0[0] })
        rows.append([indicator.title, "Tổng số"] + pairs.map { $0[1] })
      }
      rows.append(["", ""])
    }
    return rows
  }

  /// Section rows: the indicator above the rows of its places.
  private func sections(_ panel: Panel) -> [[String]] {
    var rows = [["Địa phương", "Năm", "Số đạt", "Tổng số"]]
    for indicator in panel.indicators {
      rows.append([indicator.title, "", "", ""])
      for place in panel.places {
        for year in panel.years {
          rows.append([place, String(year)] + pair(panel, place, indicator.id, year))
        }
      }
    }
    return rows
  }

  @Test("Each arrangement gives the same observations", arguments: 1...20)
  func arrangements(seed: Int) throws {
    let panel = Panel(seed: UInt64(seed))
    for (name, rows) in [
      ("tidy", tidy(panel)), ("years across", yearsAcross(panel)),
      ("indicators across", indicatorsAcross(panel)), ("places across", placesAcross(panel)),
      ("tables below", tablesBelow(panel)), ("sections", sections(panel)),
    ] {
      let file = try LayoutFixture.file(csv(rows))
      #expect(LayoutFixture.lines(file.entries) == panel.lines, "\(name)\n\(csv(rows))")
      #expect(file.isSound, "\(name)")
    }
  }

  @Test("The order of columns and rows does not matter", arguments: 1...10)
  func orders(seed: Int) throws {
    let panel = Panel(seed: UInt64(seed))
    var generator = TestGenerator(seed: UInt64(1_000 + seed))
    let rows = tidy(panel)
    for _ in 0..<5 {
      let order = Array(0..<5).shuffled(using: &generator)
      let body = rows.dropFirst().shuffled(using: &generator)
      let text = csv(([rows[0]] + body).map { row in order.map { row[$0] } })
      #expect(try LayoutFixture.lines(text) == panel.lines, "\(order)")
    }
  }

  @Test(
    "However the letters of a place are composed and its tone marks put, it is one",
    arguments: 1...10)
  func spellings(seed: Int) throws {
    let panel = Panel(seed: UInt64(seed))
    var generator = TestGenerator(seed: UInt64(2_000 + seed))
    var rows = tidy(panel)
    // The first spelling is the one that is kept.
    var seen: Set<String> = []
    for index in rows.indices.dropFirst() where !seen.insert(rows[index][0]).inserted {
      var name = rows[index][0]
      if Bool.random(using: &generator) {
        name = name.replacing("Hòa", with: "Hoà").replacing("Thuỷ", with: "Thủy")
      }
      if Bool.random(using: &generator) { name = name.decomposedStringWithCanonicalMapping }
      if Bool.random(using: &generator) { name = name.uppercased() }
      if Bool.random(using: &generator) { name = name.replacing(" ", with: "\u{A0} ") }
      rows[index][0] = name
    }
    #expect(try LayoutFixture.lines(csv(rows)) == panel.lines)
  }

  @Test("Titles, blank rows and remarks around a table change nothing", arguments: 1...5)
  func surroundings(seed: Int) throws {
    let panel = Panel(seed: UInt64(seed))
    let text =
      "ỦY BAN NHÂN DÂN;;;;\nBiểu số 3 ban hành theo Thông tư 25/2023/TT-BGDĐT;;;;\n;;;;\n"
      + csv(tidy(panel)) + ";;;;\nNgười lập biểu;;;Chủ tịch;\n"
    #expect(try LayoutFixture.lines(text) == panel.lines)
  }
}
