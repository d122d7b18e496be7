/// The spelling of a Vietnamese syllable: onset, rime and at most one tone.
///
/// A word is a syllable when it is one of the 28 onsets or none, followed by one of the rimes of the
/// standard spelling, and carries at most one tone mark, on the vowel that the spelling gives it; "hoà"
/// and "hòa" are both right. A rime that ends in c, ch, k, p or t carries sắc or nặng. i and y are taken
/// for each other where both spellings are in use. Foreign words, names of other languages of Vietnam
/// and bytes read in a wrong encoding mostly fail.
enum VietnameseSyllable {
  /// Returns whether scalars in form NFC are one syllable.
  ///
  /// No scalar at all is none. Case does not matter.
  ///
  /// - Complexity: O(scalars).
  static func isSpelt(by scalars: some Sequence<Unicode.Scalar>) -> Bool {
    var letters: [Unicode.Scalar] = []
    var tone: (mark: Tone, index: Int)?
    for scalar in scalars {
      guard let (letter, mark) = parts(of: scalar) else { return false }
      if mark != .level {
        guard tone == nil else { return false }
        tone = (mark, letters.count)
      }
      letters.append(letter)
    }
    let isStopped = ["c", "k", "p", "t"].contains(letters.last) || letters.suffix(2) == ["c", "h"]
    if isStopped, tone?.mark != .rising, tone?.mark != .heavy { return false }
    return onsets.contains { onset in
      guard letters.starts(with: onset) else { return false }
      let rime = letters.dropFirst(onset.count)
      guard rimes.contains(Array(rime)) else { return false }
      guard let tone else { return true }
      return carriers(of: Array(rime)).contains(tone.index - onset.count)
    }
  }

  /// Returns which letters of a rime may carry its tone; −1 is the u of "qúy".
  private static func carriers(of rime: [Unicode.Scalar]) -> Set<Int> {
    if let shaped = rime.lastIndex(where: { "ăâêôơư".unicodeScalars.contains($0) }) {
      return [shaped]
    }
    let vowelCount = rime.prefix { "aeiouy".unicodeScalars.contains($0) }.count
    if rime.count > vowelCount { return [vowelCount - 1] }
    if vowelCount == 3 { return [1] }
    if [["o", "a"], ["o", "e"], ["u", "y"]].contains(rime) { return [0, 1] }
    return rime == ["y"] ? [0, -1] : [0]
  }

  /// Returns whether a scalar is a Vietnamese letter that is not in ASCII.
  static func isMarkedLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && parts(of: scalar) != nil
  }

  private enum Tone: Int {
    case level, falling, dipping, broken, rising, heavy
  }

  private static func parts(of scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, tone: Tone)? {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z": return (scalar, .level)
      case "A"..."Z": return (Unicode.Scalar(UInt8(scalar.value) + 32), .level)
      default: return nil
      }
    }
    return marked[scalar]
  }

  /// The letters beyond ASCII, small and capital, with their letter without tone.
  private static let marked: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Tone)] = {
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ",
    ]
    var table: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Tone)] = [:]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where !scalar.isASCII {
        guard let tone = Tone(rawValue: index) else { continue }
        table[scalar] = (scalars[0], tone)
        for capital in scalar.properties.uppercaseMapping.unicodeScalars {
          table[capital] = (scalars[0], tone)
        }
      }
    }
    return table
  }()

  private static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ].map { Array($0.unicodeScalars) }

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay
    ăk oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong oong op ot oc ooc
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut
    uy uya uych uynh uyp uyt uyu uyên uyêt uê uêch uên uênh uêu uơ uân uâng uât uây
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ych ynh yt yn
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.unicodeScalars) })
}
