/// Whether what a command prints today is what a page records, on any machine.
///
/// Texts and short numbers have to be the same. Numbers of ten digits and more come from arithmetic whose last
/// digits differ by machine; they agree within one part in a billion. Where a page has such numbers the width
/// of blanks and rules does not count, for a digit more or less widens a column.
package enum OutputAgreement {
  /// The fewest digits of a number that is compared as a number.
  static let longDigits = 10
  /// How far such numbers may lie apart, relative to their size.
  static let tolerance = 1e-9

  /// Returns whether two outputs agree.
  ///
  /// - Parameters:
  ///   - recorded: the output in the page.
  ///   - new: the output of today.
  /// - Returns: true for equal texts; for others as above.
  /// - Complexity: O(characters).
  package static func agrees(recorded: String, new: String) -> Bool {
    if recorded == new { return true }
    let (old, fresh) = (parts(of: recorded), parts(of: new))
    guard old.contains(where: \.isLong), old.count == fresh.count else { return false }
    return zip(old, fresh).allSatisfy { $0.agrees(with: $1) }
  }

  /// A number, or what stands between two.
  private struct Part {
    let text: String
    let isNumber: Bool

    var isLong: Bool { isNumber && text.count(where: \.isNumber) >= longDigits }

    /// The value of a long number; nil where it has more than one sign between its digits.
    var value: Double? { isLong ? Double(text.replacing(",", with: ".")) : nil }

    func agrees(with other: Part) -> Bool {
      if text == other.text { return true }
      guard let value, let theirs = other.value ?? Double(other.text.replacing(",", with: "."))
      else { return false }
      return abs(value - theirs) <= tolerance * max(abs(value), abs(theirs))
    }
  }

  /// Splits a text into numbers and what stands between, runs of blanks and of rules as one.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var current = ""
    var isNumber = false
    var last: Character = "\n"
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    func close() {
      guard !current.isEmpty else { return }
      // A sign after the last digit ends a sentence and belongs to no number.
      let tail = isNumber ? current.reversed().prefix { !isDigit($0) }.reversed() : []
      let number = current.dropLast(tail.count)
      if !number.isEmpty { parts.append(Part(text: String(number), isNumber: isNumber)) }
      if !tail.isEmpty { parts.append(Part(text: String(tail), isNumber: false)) }
      current = ""
    }
    for character in text {
      let belongs = isDigit(character) || (isNumber && (character == "," || character == "."))
      if belongs != isNumber {
        close()
        isNumber = belongs
      }
      let isRepeated = character == last && (character == " " || character == "─")
      if !isRepeated { current.append(character) }
      last = character
    }
    close()
    return parts
  }
}
