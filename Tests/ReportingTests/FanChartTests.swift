import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Testing
import Wording

@testable import Reporting

@Suite("Fan chart")
struct FanChartTests {
  private func fan(
    _ name: String, _ language: Language = .vi
  ) throws -> (analysis: Analysis, result: RequirementResult, reported: ReportedPicture) {
    let example = try #require(PictureCase.all.first { $0.testDescription == name })
    let analysis = try example.analysis()
    let result = try #require(analysis.requirements.first { $0.latest != nil })
    let reported = try #require(
      LevelPictures.pictures(of: analysis, .fan, language: language).first)
    return (analysis, result, reported)
  }

  private func symbols(_ picture: Picture, _ symbol: Mark.Symbol) -> [Point] {
    picture.marks.compactMap { mark in
      if case .point(let point, symbol, _, _) = mark { point } else { nil }
    }
  }

  /// The solid pieces of the line of figures.
  private func pieces(_ picture: Picture) -> [[Point]] {
    picture.marks.compactMap { mark in
      guard case .line(let points, let stroke) = mark, stroke.colour == .blue,
        stroke.dashes.isEmpty
      else { return nil }
      return points
    }
  }

  @Test("The table holds every figure and every forecast of the analysis, unrounded")
  func numbers() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      let results = (analysis.requirements + analysis.supporting)
        .filter { $0.latest != nil && !$0.forecast.years.isEmpty }
      let fans = LevelPictures.pictures(of: analysis, .fan, language: .vi)
      #expect(fans.count == results.count)
      for (result, fan) in zip(results, fans) {
        #expect(fan.name == "fan-\(analysis.level.id)-\(result.indicator)")
        let observations = result.series?.observations ?? []
        let rows = fan.table.rows
        #expect(rows.count == observations.count + result.forecast.years.count)
        for (row, observation) in zip(rows, observations) {
          #expect(PictureCell(row[0]) == .number(Double(observation.year)))
          #expect(PictureCell(row[2]) == .number(observation.percent))
          #expect(row[3...7].allSatisfy { PictureCell($0) == .empty })
        }
        for (row, year) in zip(rows.dropFirst(observations.count), result.forecast.years) {
          let half = year.distribution.interval(0.5)
          let wide = year.distribution.interval(0.8)
          let numbers = [
            Double(year.year), year.distribution.median, half.lowerBound, half.upperBound,
            wide.lowerBound, wide.upperBound,
          ]
          let cells = [row[0]] + row[2...6]
          #expect(cells.map { PictureCell($0) } == numbers.map { .number($0) })
          let chance = result.isComparable ? result.probability(in: year.year) : nil
          #expect(PictureCell(row[7]) == (chance.map { .number($0) } ?? .empty))
        }
      }
    }
  }

  @Test("Points stand where the figures are: final ones filled, others open")
  func points() throws {
    let (_, result, reported) = try fan("preliminary last")
    let observations = try #require(result.series).observations
    let discs = Set(symbols(reported.picture, .disc).map(\.x))
    let rings = Set(symbols(reported.picture, .ring).map(\.x))
    #expect(discs.count == observations.count { $0.status == .final })
    #expect(rings.count == 2)
    let lowestRing = try #require(rings.min())
    #expect(discs.allSatisfy { $0 < lowestRing })
  }

  @Test("Rebuilt figures are open squares, named in legend and table only where there are any")
  func rebuilt() throws {
    let (_, result, reported) = try fan("rebuilt years")
    let observations = try #require(result.series).observations
    #expect(Set(symbols(reported.picture, .square).map(\.x)).count == 4)
    #expect(Set(symbols(reported.picture, .ring).map(\.x)).count == 1)
    #expect(PictureReading.text(of: reported.picture).contains("□ ghép lại từ đơn vị cũ"))
    let english = try fan("rebuilt years", .en).reported
    #expect(PictureReading.text(of: english.picture).contains("□ rebuilt from former units"))
    for (row, observation) in zip(reported.table.rows, observations) {
      let kind =
        observation.status.title.vi + (observation.isRebuilt ? ", ghép lại từ đơn vị cũ" : "")
      #expect(PictureCell(row[1]) == .text(kind))
    }
    let counted = try fan("preliminary last").reported.picture
    #expect(symbols(counted, .square).isEmpty)
    #expect(!PictureReading.text(of: counted).contains("□"))
  }

  @Test("A break and a gap of years are not joined")
  func breaks() throws {
    let broken = try fan("a break")
    #expect(pieces(broken.reported.picture).count == 10 - 1 - 1)
    #expect(PictureReading.text(of: broken.reported.picture).contains("gián đoạn"))
    let gaps = try fan("gap years")
    #expect(pieces(gaps.reported.picture).count == 1)
    #expect(!PictureReading.text(of: gaps.reported.picture).contains("gián đoạn"))
    let whole = try fan("preliminary last")
    #expect(pieces(whole.reported.picture).count == 7)
  }

  @Test("Two breaks have two rules and two labels")
  func twoBreaks() throws {
    let (_, _, reported) = try fan("two breaks side by side")
    let labels = reported.picture.marks.count { mark in
      if case .text("gián đoạn", _, _, _, _, _) = mark { true } else { false }
    }
    #expect(labels == 2)
  }

  @Test("The 80% band holds the 50% band, which holds the dashed line")
  func bands() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      for reported in LevelPictures.pictures(of: analysis, .fan, language: .vi) {
        let bands = reported.picture.marks.compactMap { mark -> (upper: [Point], lower: [Point])? in
          if case .band(let upper, let lower, _, _) = mark { (upper, lower) } else { nil }
        }
        try #require(bands.count == 2)
        for index in bands[0].upper.indices {
          #expect(bands[0].upper[index].y <= bands[1].upper[index].y + 1e-9)
          #expect(bands[1].upper[index].y <= bands[1].lower[index].y + 1e-9)
          #expect(bands[1].lower[index].y <= bands[0].lower[index].y + 1e-9)
        }
      }
    }
  }

  @Test("Labels of the right end stand from the highest value to the lowest, so no leader crosses")
  func leaders() throws {
    for example in PictureCase.all {
      let analysis = try example.analysis()
      for reported in LevelPictures.pictures(of: analysis, .fan, language: .vi) {
        let leaders = reported.picture.marks.compactMap { mark -> [Point]? in
          guard case .line(let points, let stroke) = mark, points.count == 3, stroke.colour == .grey
          else { return nil }
          return points
        }
        #expect(leaders.count >= 3)
        for (above, below) in zip(leaders, leaders.dropFirst()) {
          #expect(above[0].y <= below[0].y + 1e-9 && above[1].y < below[1].y)
        }
      }
    }
  }

  @Test("Levels that ask for the same share one line, and each is named beside it")
  func equalThresholds() throws {
    let (analysis, _, reported) = try fan("kien-hung, level3")
    let trained = try #require(
      LevelPictures.pictures(of: analysis, .fan, language: .vi)
        .first { $0.name == "fan-level3-trained" })
    let text = PictureReading.text(of: trained.picture)
    for label in ["Mức độ 1: 50%", "Mức độ 2: 60%", "Mức kế hoạch 3: 60%"] {
      #expect(text.contains(label), "\(label)")
    }
    #expect(reported.name == "fan-level3-learning-citizens")
  }

  @Test("The crossing is marked with its range and explained; none where the threshold is met")
  func crossing() throws {
    let coming = try fan("preliminary last").reported.picture
    let year = try fan("preliminary last").result.yearAtProbability50
    #expect(year != nil && symbols(coming, .triangle).count == 1)
    let text = PictureReading.text(of: coming)
    #expect(text.contains("▲ từ năm này khả năng đạt quá 50%"))
    // “8/10” would read as the 8th of October.
    #expect(text.contains("năm đạt") && !text.contains("8/10"))
    let met = try fan("all 100").reported.picture
    #expect(symbols(met, .triangle).isEmpty && met.title.contains("đã đạt ngưỡng"))
    #expect(!PictureReading.text(of: met).contains("▲"))
  }

  @Test("What cannot be compared with the rule has no chance in title, table or under the axis")
  func notComparable() throws {
    for (language, words) in [(Language.vi, "không so được với ngưỡng"), (.en, "not comparable")] {
      let analysis = try ShippedAnalysis.analysis("vietnam-trained-labour", "qd1373-2030")
      let fans = LevelPictures.pictures(of: analysis, .fan, language: language)
      #expect(fans.count == 2)
      for reported in fans {
        #expect(reported.picture.title.contains(words))
        #expect(symbols(reported.picture, .triangle).isEmpty)
        #expect(reported.table.rows.allSatisfy { PictureCell($0[7]) == .empty })
      }
    }
  }

  @Test("The axis ends at 100, or lower with a note when everything lies far below")
  func ceiling() throws {
    let low = PictureReading.text(of: try fan("below 10%").reported.picture)
    #expect(low.contains("trục đứng chỉ từ 0 đến 10%"))
    let full = PictureReading.text(of: try fan("all 100").reported.picture)
    #expect(!full.contains("trục đứng"))
  }

  @Test("The title states the finding, with a decimal comma in Vietnamese and a point in English")
  func title() throws {
    let vi = try fan("kien-hung, level2").reported.picture.title
    #expect(
      vi.wholeMatch(of: /Công dân học tập: 65,3% năm 2025; từ 20\d\d có hơn 50% khả năng đạt 80%/)
        != nil)
    let en = try fan("kien-hung, level2", .en).reported.picture.title
    #expect(
      en.wholeMatch(
        of: /Learning citizens: 65\.3% in 2025; more likely than not to reach 80% from 20\d\d/)
        != nil)
  }

  @Test("Every year is labelled while there is room, else every second, fifth or tenth")
  func years() throws {
    func labels(_ name: String) throws -> [Int] {
      try fan(name).reported.picture.marks.compactMap { mark in
        guard case .text(let text, _, .middle, _, _, _) = mark else { return nil }
        return Int(text)
      }
    }
    #expect(try labels("preliminary last") == Array(2018...2030))
    let far = try labels("30 years ahead")
    #expect(far == Array(stride(from: 2015, through: 2055, by: 5)))
  }
}
