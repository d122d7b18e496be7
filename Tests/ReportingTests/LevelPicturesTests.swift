import Charts
import Forecasting
import Foundation
import Indicators
import Planning
import Regulations
import Testing
import Wording

@testable import Reporting

/// What has to hold for every picture of every analysis.
@Suite("Level pictures")
struct LevelPicturesTests {
  private func pictures(
    _ example: PictureCase, _ language: Language
  ) throws -> [ReportedPicture] {
    let analysis = try example.analysis()
    return LevelPictures.Kind.allCases.flatMap {
      LevelPictures.pictures(of: analysis, $0, language: language)
    }
  }

  @Test("No two texts overlap and none is cut", arguments: PictureCase.all, Language.allCases)
  func texts(example: PictureCase, language: Language) throws {
    let pictures = try pictures(example, language)
    #expect(pictures.count >= 2)
    for reported in pictures {
      let overlapping = reported.picture.overlappingTexts.map { "“\($0.0)” “\($0.1)”" }
      #expect(overlapping == [], "\(reported.name)")
      #expect(reported.picture.cutTexts == [], "\(reported.name)")
    }
  }

  @Test("Every mark lies on the sheet, which is 160 mm wide", arguments: PictureCase.all)
  func marksOnSheet(example: PictureCase) throws {
    for reported in try pictures(example, .vi) {
      let picture = reported.picture
      #expect(picture.width == 160)
      for mark in picture.marks {
        for point in PictureReading.points(of: mark) {
          #expect(
            (0...picture.width).contains(point.x) && (0...picture.height).contains(point.y),
            "\(reported.name): \(mark)")
        }
      }
    }
  }

  @Test("Texts are of 9 points and more", arguments: PictureCase.all, Language.allCases)
  func textSizes(example: PictureCase, language: Language) throws {
    for reported in try pictures(example, language) {
      for case .text(let text, _, _, let size, _, _) in reported.picture.marks {
        #expect(size >= TextMetrics.millimetres(points: 9) - 1e-9, "\(text)")
        #expect(!text.contains("{") && !text.contains("Optional") && !text.contains("nan"))
      }
    }
  }

  @Test("A text that stands in a cell stays within it", arguments: PictureCase.all)
  func cells(example: PictureCase) throws {
    for reported in try pictures(example, .vi) where reported.name.hasPrefix("heatmap") {
      let boxes = reported.picture.marks.compactMap { mark -> Box? in
        if case .box(let box, _, _) = mark { box } else { nil }
      }
      for mark in reported.picture.marks {
        guard let text = mark.textBox, case .text(_, _, .middle, _, _, _) = mark,
          let cell = boxes.first(where: { $0.overlaps(text) })
        else { continue }
        #expect(text.left >= cell.left && text.right <= cell.right, "\(mark)")
      }
    }
  }

  @Test(
    "Each picture has title, description, language, source and data status",
    arguments: PictureCase.all, Language.allCases)
  func words(example: PictureCase, language: Language) throws {
    let analysis = try example.analysis()
    for reported in try pictures(example, language) {
      let picture = reported.picture
      #expect(!picture.title.isEmpty && picture.description.hasPrefix(picture.title))
      #expect(picture.language == language.rawValue)
      let text = PictureReading.text(of: picture)
      #expect(text.contains(Phrase(vi: "Nguồn: ", en: "Source: ")(language)))
      #expect(text.contains("Số liệu minh họa") == analysis.isIllustrative)
      let svg = SVG.document(picture)
      #expect(svg.contains("role=\"img\"") && svg.contains("<title>") && svg.contains("<desc>"))
      #expect(svg.contains("xml:lang=\"\(language.rawValue)\""))
      #expect(Array(svg.unicodeScalars) == Array(TextKey.composed(svg).unicodeScalars))
    }
  }

  @Test(
    "Pictures of a planning level carry its sentence, and so do pictures that draw its threshold",
    arguments: PictureCase.all, Language.allCases)
  func planning(example: PictureCase, language: Language) throws {
    let analysis = try example.analysis()
    for reported in try pictures(example, language) {
      let text = PictureReading.text(of: reported.picture)
      for level in analysis.heldLevels.map(\.level) {
        guard let notice = level.notice else { continue }
        let sentence = "\(level.title(language)): \(notice(language))."
        let isAsked = level.id == analysis.level.id
        let label = "\(level.title(language)): "
        let drawn = text.replacing(sentence, with: "").contains(label)
        if isAsked || drawn { #expect(text.contains(sentence), "\(reported.name)") }
      }
    }
  }

  @Test("The same analysis gives the same bytes twice", arguments: PictureCase.all)
  func deterministic(example: PictureCase) throws {
    let first = try pictures(example, .vi).map { SVG.document($0.picture) + $0.table.csv(in: .vi) }
    let second = try pictures(example, .vi).map { SVG.document($0.picture) + $0.table.csv(in: .vi) }
    #expect(first == second)
  }

  @Test(
    "Names of files are unique within an analysis and safe to write", arguments: PictureCase.all)
  func names(example: PictureCase) throws {
    let names = try pictures(example, .vi).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      names.allSatisfy {
        $0.allSatisfy { $0.isASCII && ($0.isLetter || "-0123456789".contains($0)) }
      })
  }

  @Test("The longest names appear whole: no word of title, place, agency or level is lost")
  func longNames() throws {
    let analysis = try PictureCase.longNames.analysis()
    for reported in try pictures(PictureCase.longNames, .vi) {
      let text = PictureReading.text(of: reported.picture)
      #expect(text.contains(analysis.place.name), "\(reported.name)")
      #expect(text.contains(try #require(analysis.source)), "\(reported.name)")
      if reported.name.hasPrefix("heatmap") {
        for result in analysis.requirements { #expect(text.contains(result.shortTitle.vi)) }
        #expect(text.contains(analysis.level.title.vi))
      }
      if reported.name.hasPrefix("gap") {
        #expect(text.contains(PictureCase.longAgency))
        #expect(
          text.contains(PictureCase.longTitles[0]) && text.contains(PictureCase.longTitles[1]))
      }
      if reported.name.hasPrefix("fan") {
        for held in analysis.heldLevels {
          #expect(text.contains(held.level.title.vi + ": "), "\(held.level.title.vi)")
        }
      }
    }
  }

  // MARK: Grey

  private static let surfaces: [(String, [Colour])] = [
    ("steps of the heat map", LevelHeatMap.fills),
    ("bands on the sheet", [.white, .outerBand, .innerBand, .blue]),
  ]

  @Test("Neighbouring fills differ by 6 or more in lightness, each darker than the last")
  func lightness() {
    for (name, fills) in Self.surfaces {
      let lightness = fills.map(PictureReading.lightness)
      for (lighter, darker) in zip(lightness, lightness.dropFirst()) {
        #expect(lighter - darker >= 6, "\(name): \(lightness)")
      }
    }
  }

  @Test("Black and grey on white, and the text on every step of the heat map, have contrast 4.5")
  func contrast() {
    for (index, fill) in LevelHeatMap.fills.enumerated() {
      let text: Colour = index == LevelHeatMap.fills.count - 1 ? .white : .black
      #expect(PictureReading.contrast(text, fill) >= 4.5, "\(fill.hex)")
    }
    #expect(PictureReading.contrast(.grey, .white) >= 4.5)
    #expect(PictureReading.contrast(.black, .outerBand) >= 4.5)
    #expect(PictureReading.contrast(.blue, .white) >= 3)
  }

  @Test("Lightness and contrast are those of the norm at known colours")
  func norm() {
    #expect(abs(PictureReading.lightness(.white) - 100) < 0.01)
    #expect(abs(PictureReading.lightness(.black)) < 0.01)
    #expect(abs(PictureReading.lightness(.grey) - 49.6) < 0.2)
    #expect(abs(PictureReading.contrast(.black, .white) - 21) < 0.01)
    #expect(abs(PictureReading.contrast(.grey, .white) - 4.54) < 0.01)
  }
}
