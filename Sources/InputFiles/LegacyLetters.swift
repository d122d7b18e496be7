/// The letters of TCVN3 and VNI, keyed by the Windows-1252 characters that stand for them.
///
/// *Source.* TCVN 5712:1993, VN3 (the reference table is iconv's TCVN5712-1, whose upper half it is);
/// VNI Software, VNI for Windows.
enum LegacyLetters {
  /// A letter of TCVN3 is one character.
  static let tcvn3: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "µ¸¶·¹ ¨»¾¼½Æ ©ÇÊÈÉË ® ÌÐÎÏÑ ªÒÕÓÔÖ ×ÝØÜÞ ßãáâä «åèæçé ¬êíëìî ïóñòô \u{AD}õøö÷ù úýûüþ ¡¢§£¤¥¦",
    "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ĂÂĐÊÔƠƯ")

  /// A letter of VNI that is one character.
  static let vniSingle: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "ñíìæóòôöî ÑÍÌÆÓÒÔÖÎ", "đíìỉĩịơưỵ ĐÍÌỈĨỊƠƯỴ")

  /// The marks that follow a small vowel of VNI, as the scalars that Unicode composes.
  private static let vniMarks: [Unicode.Scalar: [Unicode.Scalar]] = {
    let (acute, grave, hook, tilde, dot) = tones
    let (circumflex, breve) = ("\u{302}" as Unicode.Scalar, "\u{306}" as Unicode.Scalar)
    return [
      "ù": [acute], "ø": [grave], "û": [hook], "õ": [tilde], "ï": [dot],
      "â": [circumflex], "á": [circumflex, acute], "à": [circumflex, grave],
      "å": [circumflex, hook], "ã": [circumflex, tilde], "ä": [circumflex, dot],
      "ê": [breve], "é": [breve, acute], "è": [breve, grave], "ú": [breve, hook],
      "ü": [breve, tilde], "ë": [breve, dot],
    ]
  }()

  private static let tones:
    (
      Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar
    ) = ("\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}")

  /// Returns VNI text as Unicode scalars, not composed; what has no meaning stays as it is.
  ///
  /// Two characters are taken before one: ô is a letter of its own (ơ) and the first of “ôù” (ớ).
  static func vniReading(of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      result.append(vniSingle[scalar] ?? scalar)
      if index < scalars.count, let marks = marks(after: scalar, scalars[index]) {
        result.append(contentsOf: marks)
        index += 1
      }
    }
    return result
  }

  /// Returns what a character adds to the vowel before it; nil when it adds nothing.
  private static func marks(
    after vowel: Unicode.Scalar, _ mark: Unicode.Scalar
  ) -> [Unicode.Scalar]? {
    guard let small = mark.properties.lowercaseMapping.unicodeScalars.first,
      let marks = vniMarks[small]
    else { return nil }
    let isTone = marks.count == 1 && marks[0] != "\u{302}" && marks[0] != "\u{306}"
    let isBreve = marks[0] == "\u{306}"
    switch vowel {
    case "a", "A": return marks
    case "e", "E", "o", "O": return isBreve ? nil : marks
    case "u", "U", "y", "Y", "ô", "Ô", "ö", "Ö": return isTone ? marks : nil
    default: return nil
    }
  }

  private static func pairs(_ keys: String, _ values: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let entries = zip(keys.unicodeScalars, values.unicodeScalars).filter { $0.0 != " " }
    return Dictionary(uniqueKeysWithValues: entries)
  }
}
