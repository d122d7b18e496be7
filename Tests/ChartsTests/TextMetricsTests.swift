import Foundation
import Testing

@testable import Charts

@Suite("Text metrics")
struct TextMetricsTests {
  /// A text and its width as a browser draws it at a size of 100.
  struct Measured: CustomTestStringConvertible {
    let text: String
    let isBold: Bool
    let width: Double

    var testDescription: String { (isBold ? "bold: " : "regular: ") + text }

    /// Reads the table that `Reference/chromium_widths.py` writes.
    static func table() throws -> [Measured] {
      let url = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Reference/chromium_widths.csv")
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      return text.split(separator: "\n").dropFirst().compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == 3, let width = Double(cells[2]) else { return nil }
        return Measured(text: String(cells[0]), isBold: cells[1] == "bold", width: width)
      }
    }
  }

  @Test("Widths are those that a browser draws, within 1%", arguments: try Measured.table())
  func agreesWithBrowser(measured: Measured) {
    let width = TextMetrics.width(measured.text, size: 100, isBold: measured.isBold)
    #expect(abs(width / measured.width - 1) < 0.01, "\(width), drawn \(measured.width)")
    #expect(width > measured.width - 0.05, "an estimate is never too small")
  }

  @Test("The measured texts hold every letter of Vietnamese, small and capital, and every digit")
  func alphabet() throws {
    let table = try Measured.table()
    #expect(table.count >= 120)
    let drawn = Set(table.map(\.text).joined())
    let plain = "aăâeêioôơuưy"
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    let vowels = plain.flatMap { vowel in marks.map { Character(String(vowel) + $0) } }
    #expect(vowels.count == 72)
    for letter in vowels + Array("bcdđghklmnpqrstvx0123456789") {
      #expect(drawn.contains(letter), "\(letter)")
      #expect(letter.uppercased().allSatisfy(drawn.contains), "\(letter.uppercased())")
    }
  }

  @Test("A letter with marks is as wide as the letter below them")
  func marks() {
    for (letters, plain) in [("ảãáạăằẳẵắặâầẩẫấậ", "a"), ("ỂỄẾỆ", "E"), ("ờởỡớợ", "ơ"), ("đ", "d")] {
      for isBold in [false, true] {
        let width = TextMetrics.width(plain, size: 10, isBold: isBold)
        for letter in letters {
          #expect(TextMetrics.width(String(letter), size: 10, isBold: isBold) == width, "\(letter)")
        }
      }
    }
  }

  @Test("Width grows with size and adds up; the empty text has none")
  func arithmetic() {
    #expect(TextMetrics.width("", size: 10) == 0)
    let whole = TextMetrics.width("học tập", size: 4)
    #expect(abs(TextMetrics.width("học tập", size: 8) - 2 * whole) < 1e-12)
    let parts = TextMetrics.width("học", size: 4) + TextMetrics.width(" tập", size: 4)
    #expect(abs(parts - whole) < 1e-12)
  }

  @Test("A character that the table lacks takes a whole em, wider than nearly all letters")
  func unknownCharacter() {
    #expect(TextMetrics.width("字", size: 7) == 7)
    #expect(TextMetrics.width("W", size: 7) < 7)
  }

  @Test("A point is 0.3528 mm")
  func points() {
    #expect(abs(TextMetrics.millimetres(points: 72) - 25.4) < 1e-12)
    #expect(abs(TextMetrics.millimetres(points: 9) - 3.175) < 1e-12)
  }

  // MARK: Wrapping

  private let sentence = "Phòng làm việc của trung tâm học tập cộng đồng và thư viện ứng dụng số"

  @Test("Lines fit, no word is lost, and no line could have taken the next word")
  func wrapping() {
    for limit in stride(from: 20.0, through: 140, by: 7) {
      let lines = TextMetrics.wrapped(sentence, width: limit, size: 4)
      #expect(lines.joined(separator: " ") == sentence)
      #expect(lines.allSatisfy { TextMetrics.width($0, size: 4) <= limit })
      for (line, next) in zip(lines, lines.dropFirst()) {
        let word = next.split(separator: " ").first ?? ""
        #expect(TextMetrics.width(line + " " + word, size: 4) > limit)
      }
    }
  }

  @Test("Bold letters are wider and break earlier")
  func boldWrapping() {
    let width = TextMetrics.width(sentence, size: 4) + 0.01
    #expect(TextMetrics.wrapped(sentence, width: width, size: 4).count == 1)
    #expect(TextMetrics.wrapped(sentence, width: width, size: 4, isBold: true).count == 2)
  }

  @Test("A word that is wider than the line is broken between letters, and nothing is lost")
  func longWord() {
    let word = String(repeating: "nghiêng", count: 12)
    let lines = TextMetrics.wrapped("a \(word) b", width: 30, size: 4)
    #expect(lines.joined().replacing(" ", with: "") == "a\(word)b")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 4) <= 30 })
    #expect(TextMetrics.wrapped("Ệ", width: 0.1, size: 4) == ["Ệ"])
  }

  @Test("The empty text and blanks alone give no line; blanks around words are dropped")
  func blanks() {
    #expect(TextMetrics.wrapped("", width: 10, size: 4) == [])
    #expect(TextMetrics.wrapped("   ", width: 10, size: 4) == [])
    #expect(TextMetrics.wrapped("  một  hai ", width: 100, size: 4) == ["một hai"])
  }

  @Test("A hard blank does not break")
  func hardBlank() {
    #expect(TextMetrics.wrapped("a năm\u{A0}2030", width: 17, size: 4) == ["a", "năm\u{A0}2030"])
  }
}
