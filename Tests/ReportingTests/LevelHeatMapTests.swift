import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Testing
import Wording

@testable import Reporting

@Suite("Level heat map")
struct LevelHeatMapTests {
  private func map(_ analysis: Analysis, _ language: Language = .vi) throws -> ReportedPicture {
    let pictures = LevelPictures.pictures(of: analysis, .heatmap, language: language)
    #expect(pictures.count == 1)
    return try #require(pictures.first)
  }

  private func years(_ picture: Picture) -> [Int] {
    picture.marks.compactMap { mark in
      guard case .text(let text, _, .middle, _, _, _) = mark, text.count == 4 else { return nil }
      return Int(text)
    }
  }

  @Test("Rows are the requirements in rule order, then the level; columns the years")
  func shape() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      let reported = try map(analysis)
      let rows = reported.table.rows
      #expect(rows.count == analysis.requirements.count + 1)
      for (row, result) in zip(rows, analysis.requirements) {
        #expect(PictureCell(row[0]) == .text("\(result.id)  \(result.shortTitle.vi)"))
      }
      #expect(PictureCell(rows[rows.count - 1][0]) == .text(analysis.level.title.vi))
      #expect(rows.allSatisfy { $0.count == years(reported.picture).count + 2 })
      #expect(years(reported.picture).count <= 13)
    }
  }

  @Test("History and chances of table and cells are those of the analysis")
  func numbers() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      let reported = try map(analysis)
      let years = years(reported.picture)
      let level = try #require(reported.table.rows.last)
      for (index, year) in years.enumerated() {
        let cell = PictureCell(level[index + 1])
        if let past = analysis.history.first(where: { $0.year == year }) {
          let word = past.met.map { $0 ? "đạt" : "chưa" }
          #expect(cell == word.map { .text($0) } ?? .empty)
          for (row, result) in zip(reported.table.rows, analysis.requirements) {
            let expected: PictureCell =
              past.failing.contains(result.id)
              ? .text("chưa") : past.unknown.contains(result.id) ? .empty : .text("đạt")
            #expect(PictureCell(row[index + 1]) == expected)
          }
        } else {
          let coming = try #require(analysis.outlook.first { $0.year == year })
          #expect(cell == coming.probability.map { .number($0) } ?? .empty)
          for (row, result) in zip(reported.table.rows, analysis.requirements)
          where result.kind == .share && !coming.conditionalOn.contains(result.id) {
            let chance = result.probability(in: year).map { PictureCell.number($0) }
            #expect(PictureCell(row[index + 1]) == chance ?? .empty)
          }
        }
      }
    }
  }

  @Test("Each cell is told without colour: a dot, a word, a number or hatching")
  func withoutColour() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      let picture = try map(analysis).picture
      let cells = picture.marks.compactMap { mark -> Box? in
        if case .box(let box, _, _) = mark { box } else { nil }
      }
      #expect(cells.count == (analysis.requirements.count + 1) * years(picture).count)
      let signs = picture.marks.compactMap { mark -> Point? in
        switch mark {
        case .point(let point, _, _, _): point
        case .hatch(let box, _): box.centre
        case .text(_, _, .middle, _, _, _): mark.textBox?.centre
        default: nil
        }
      }
      for cell in cells {
        let own = signs.filter {
          $0.x > cell.left && $0.x < cell.right && $0.y > cell.top && $0.y < cell.bottom
        }
        #expect(own.count == 1, "\(cell): \(own)")
      }
    }
  }

  @Test("A row is as tall as the lines of its name")
  func tallRows() throws {
    let picture = try map(try PictureCase.longNames.analysis()).picture
    let heights = Set(
      picture.marks.compactMap { mark -> Int? in
        if case .box(let box, _, _) = mark { Int((box.height * 100).rounded()) } else { nil }
      })
    #expect(heights.count >= 2 && (heights.max() ?? 0) > 900)
  }

  @Test("Years without room are left out and told, never the target year and the last")
  func manyYears() throws {
    let far = try ShippedAnalysis.analysis("kien-hung", "level3", horizon: 30)
    let picture = try map(far).picture
    let drawn = years(picture)
    #expect(drawn.contains(far.targetYear) && drawn.last == 2055)
    let text = PictureReading.text(of: picture)
    #expect(text.contains("Các năm tới vẽ cách quãng."))
    #expect(text.contains("Các năm trước 2022 không vẽ."))
    let near = try ShippedAnalysis.analysis("kien-hung", "level3")
    #expect(years(try map(near).picture) == Array(2018...2030))
    #expect(!PictureReading.text(of: try map(near).picture).contains("không vẽ"))
  }

  @Test("Without any chance the title says so instead of a dash")
  func noChance() throws {
    let analysis = try ShippedAnalysis.analysis("vietnam-trained-labour", "qd1373-2030")
    #expect(try map(analysis).picture.title == "Mục tiêu 2030: chưa tính được xác suất")
    #expect(try map(analysis, .en).picture.title.hasSuffix(": the chance is not known"))
  }

  @Test("The level's row is set apart by a heavier frame")
  func levelRow() throws {
    let analysis = try ShippedAnalysis.analysis("kien-hung", "level2")
    let frames = try map(analysis).picture.marks.compactMap { mark -> (Box, Double)? in
      guard case .box(let box, _, let stroke) = mark, let stroke else { return nil }
      return (box, stroke.width)
    }
    let lowest = try #require(frames.map(\.0.bottom).max())
    #expect(frames.allSatisfy { ($0.1 > 0.3) == ($0.0.bottom == lowest) })
  }
}
