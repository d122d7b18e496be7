import Wording

/// What the words of texts say about the encoding in which they were written.
struct LegacyVietnameseEvidence {
  /// After so many different words the answer is settled.
  static let wordLimit = 4096

  /// What the words say for one encoding.
  private struct Votes {
    /// Words that are syllables in it.
    var syllables = 0
    /// Those of them that are none in Unicode.
    var exclusive = 0
    /// Those of the latter that have a sign that no language writes inside a word.
    var unmistakable = 0
    /// The first text with an exclusive word.
    var first: (index: Int, text: String)?
  }

  private var seen: Set<String> = []
  private var wordCount = 0
  private var tcvn3 = Votes()
  private var vni = Votes()
  private var misread: (letters: Int, others: Int, first: (index: Int, text: String)?) = (0, 0, nil)
  /// The words that are syllables in Windows-1258, where the texts are bytes of that page.
  private(set) var vietnamesePageCount = 0

  /// Whether more text would change nothing.
  var isFull: Bool { wordCount >= Self.wordLimit }

  /// The different words with characters beyond ASCII, single characters left out.
  var count: Int { wordCount }

  /// The most words that are syllables in one of the old encodings.
  var oldCount: Int { max(tcvn3.syllables, vni.syllables) }

  /// Takes the words of a text.
  ///
  /// - Parameters:
  ///   - text: characters of Windows-1252, or any Unicode.
  ///   - index: the number by which the finding names the text.
  mutating func add(_ text: String, at index: Int) {
    let scalars = Array(TextKey.composed(text).unicodeScalars)
    let bytesRead = MisreadText(scalars)
    misread.letters += bytesRead.letterCount
    misread.others += bytesRead.otherCount
    if bytesRead.letterCount > 0, misread.first == nil { misread.first = (index, text) }
    for word in scalars.split(whereSeparator: { !Self.isPartOfWord($0) }) {
      guard word.count > 1, word.contains(where: { !$0.isASCII }) else { continue }
      var key = String.UnicodeScalarView()
      key.append(contentsOf: word)
      guard seen.insert(String(key)).inserted else { continue }
      addWord(Array(word), of: text, at: index)
    }
  }

  private mutating func addWord(_ word: [Unicode.Scalar], of text: String, at index: Int) {
    wordCount += 1
    let isUnicode = VietnameseSyllable.isSpelt(by: word)
    if VietnameseSyllable.isSpelt(by: Self.readAsTCVN3(word)) {
      Self.vote(
        &tcvn3, isExclusive: !isUnicode, isUnmistakable: Self.hasInnerSign(word),
        at: (index, text))
    }
    if VietnameseSyllable.isSpelt(by: Self.readAsVNI(word)) {
      Self.vote(
        &vni, isExclusive: !isUnicode, isUnmistakable: Self.hasVNIMark(word), at: (index, text))
    }
    let page = word.compactMap { scalar in
      CodePage.windows1252.byte(of: scalar).flatMap { CodePage.windows1258.scalar(of: $0) }
    }
    if page.count == word.count, VietnameseSyllable.isSpelt(by: Self.readAsPage(page)) {
      vietnamesePageCount += 1
    }
  }

  private static func vote(
    _ votes: inout Votes, isExclusive: Bool, isUnmistakable: Bool, at place: (Int, String)
  ) {
    votes.syllables += 1
    guard isExclusive else { return }
    votes.exclusive += 1
    if isUnmistakable { votes.unmistakable += 1 }
    if votes.first == nil { votes.first = (place.0, place.1) }
  }

  /// The encoding that the evidence shows; nil when it shows none.
  var finding: LegacyVietnamese.Finding? {
    if misread.letters >= 2, misread.letters >= misread.others, let first = misread.first {
      return finding(.misreadUTF8, first)
    }
    let candidates = [(LegacyVietnamese.Encoding.tcvn3, tcvn3), (.vni, vni)]
      .filter { _, votes in
        let isMost = votes.syllables * 10 >= wordCount * 7
        return isMost && (votes.exclusive >= 2 || votes.unmistakable >= 1)
          || votes.unmistakable >= 3
      }
    guard let best = candidates.max(by: { $0.1.exclusive < $1.1.exclusive }),
      let first = best.1.first
    else { return nil }
    return finding(best.0, first)
  }

  private func finding(
    _ encoding: LegacyVietnamese.Encoding, _ first: (index: Int, text: String)
  ) -> LegacyVietnamese.Finding {
    let trimmed = CellText.trimmed(first.text)
    let sample = trimmed.count > 60 ? String(trimmed.prefix(59)) + "…" : trimmed
    return LegacyVietnamese.Finding(
      encoding: encoding, index: first.index, sample: sample,
      reading: LegacyVietnamese.reading(of: sample, as: encoding))
  }

  /// Letters of ASCII and whatever an old font may have made a letter of; not blanks, quotes, dashes.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0x2000...0x206F: false
    default: scalar.value >= 0xA1
    }
  }

  /// A reading in which what has no meaning is no letter, so that the word is no syllable.
  private static func readAsTCVN3(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    word.map { $0.isASCII ? $0 : LegacyLetters.tcvn3[$0] ?? "\u{FFFD}" }
  }

  private static func readAsVNI(_ word: [Unicode.Scalar]) -> String.UnicodeScalarView {
    readAsPage(LegacyLetters.vniReading(of: word))
  }

  private static func readAsPage(_ scalars: [Unicode.Scalar]) -> String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return TextKey.composed(String(view)).unicodeScalars
  }

  /// Whether a sign of Windows-1252 that is no letter, "·" or "¸", follows a letter of ASCII.
  private static func hasInnerSign(_ word: [Unicode.Scalar]) -> Bool {
    zip(word, word.dropFirst()).contains { before, sign in
      before.isASCII && ((0xA1...0xBF).contains(sign.value) || sign == "×" || sign == "÷")
    }
  }

  /// Whether a letter that is hardly written after a vowel, "ø" or "û", follows a vowel of ASCII.
  private static func hasVNIMark(_ word: [Unicode.Scalar]) -> Bool {
    zip(word, word.dropFirst()).contains { vowel, mark in
      "aeouyAEOUY".unicodeScalars.contains(vowel) && "øûõåØÛÕÅ".unicodeScalars.contains(mark)
    }
  }
}
