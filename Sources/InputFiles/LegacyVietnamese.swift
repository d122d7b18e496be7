package import Diagnostics
package import Wording

/// Recognition of Vietnamese text that is not Unicode, whatever bytes or letters carry it.
///
/// Old fonts draw Vietnamese letters in the places of Western ones: “Cộng hòa” in TCVN3 is stored as
/// “Céng hßa”, in VNI as “Coäng hoøa”. A workbook or a UTF-8 file then holds the Western letters, and
/// only the font tells. Here the spelling tells: a word counts for an encoding when its reading in that
/// encoding is a Vietnamese syllable (`VietnameseSyllable`). Different words with letters beyond ASCII
/// are counted, each once; single letters are left out. Text is in an encoding when
///
/// - 7 in 10 of the words are syllables in it, and either two of them are none in Unicode or one of them
///   has a sign that no language writes inside a word (“X·”, “haø”), or
/// - three words have such a sign and are syllables in it and none in Unicode, however much sound text
///   stands around them.
///
/// UTF-8 that was read as Windows-1252 and saved again (“Tá»· lá»‡”) shows as runs of letters whose
/// bytes are one Vietnamese letter in UTF-8: two runs at least, and no fewer than other letters.
package enum LegacyVietnamese {
  /// An encoding that has to be converted by hand.
  package enum Encoding: String, Sendable, CaseIterable {
    /// TCVN 5712 VN3, also called ABC: the fonts .VnTime, .VnArial ….
    case tcvn3
    /// VNI for Windows, two bytes a letter: the fonts VNI-Times, VNI-Helve ….
    case vni
    /// UTF-8 read as Windows-1252 and saved again.
    case misreadUTF8

    /// The name for people.
    package var title: Phrase {
      switch self {
      case .tcvn3: Phrase(vi: "TCVN3 (ABC, phông .VnTime)", en: "TCVN3 (ABC, the .VnTime fonts)")
      case .vni: Phrase(vi: "VNI (phông VNI-Times)", en: "VNI (the VNI-Times fonts)")
      case .misreadUTF8:
        Phrase(vi: "UTF-8 đọc nhầm thành Windows-1252", en: "UTF-8 misread as Windows-1252")
      }
    }
  }

  /// What was recognised, and where it shows first.
  package struct Finding: Sendable, Equatable {
    /// The encoding.
    package let encoding: Encoding
    /// The place of the first text that shows it among the texts that were looked at.
    package let index: Int
    /// That text as it stands, at most 60 characters.
    package let sample: String
    /// What it probably says: the sample read in the encoding.
    package let reading: String

    /// Returns the fault that names the encoding at a position, with the sample and its remedy.
    package func diagnostic(at position: InputPosition) -> Diagnostic {
      guard encoding != .misreadUTF8 else {
        return Diagnostic(
          .textMisread, at: position, value: sample, ["sample": sample, "reading": reading])
      }
      let capitals = Phrase(
        vi: " TCVN3 không có chữ hoa mang dấu thanh: soát lại chữ hoa sau khi chuyển.",
        en: " TCVN3 has no capitals with tone marks: look over the capitals afterwards.")
      return Diagnostic(
        .textLegacyFont, at: position, value: sample, ["sample": sample, "reading": reading],
        phrases: [
          "name": encoding.title, "note": encoding == .tcvn3 ? capitals : Phrase(""),
          "source": Phrase(encoding == .tcvn3 ? "TCVN3 (ABC)" : "VNI Windows"),
        ])
    }
  }

  /// Returns the encoding of texts that are held as Unicode; nil when nothing speaks for an old one.
  ///
  /// No text, ASCII and proper Vietnamese give nil, as does a single doubtful word.
  ///
  /// - Complexity: O(characters), at most `LegacyVietnameseEvidence.wordLimit` different words.
  package static func encoding(of texts: some Sequence<String>) -> Encoding? {
    finding(in: texts)?.encoding
  }

  /// Returns the encoding of texts with the first text that shows it; nil as `encoding(of:)`.
  package static func finding(in texts: some Sequence<String>) -> Finding? {
    var evidence = LegacyVietnameseEvidence()
    for (index, text) in texts.enumerated() where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      evidence.add(text, at: index)
      if evidence.isFull { break }
    }
    return evidence.finding
  }

  /// Returns the encoding that a font draws: `.Vn…` is TCVN3, `VNI-…` is VNI; nil for other fonts.
  package static func encoding(ofFont name: String) -> Encoding? {
    let key = TextKey.folded(name)
    if key.hasPrefix(".vn") { return .tcvn3 }
    return key.hasPrefix("vni-") || key.hasPrefix("vni ") ? .vni : nil
  }

  /// Returns a text read in an encoding, in form NFC; what has no meaning there stays as it is.
  package static func reading(of text: String, as encoding: Encoding) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    switch encoding {
    case .tcvn3: result.append(contentsOf: scalars.map { LegacyLetters.tcvn3[$0] ?? $0 })
    case .vni: result.append(contentsOf: LegacyLetters.vniReading(of: scalars))
    case .misreadUTF8: return TextKey.composed(MisreadText(scalars).reading)
    }
    return TextKey.composed(String(result))
  }
}

extension DiagnosticCode {
  package static let textLegacyFont = DiagnosticCode(
    "text.legacy-font",
    message: Phrase(
      vi: "chữ Việt ghi theo {name}, không phải Unicode: “{sample}”, có lẽ là “{reading}”",
      en: "Vietnamese written in {name}, not Unicode: “{sample}”, probably “{reading}”"),
    remedy: Phrase(
      vi:
        "Chuyển mã sang Unicode bằng Unikey (Công cụ → Chuyển mã, từ {source} sang Unicode), đổi phông chữ, rồi trong Excel chọn Lưu thành “CSV UTF-8”.{note}",
      en:
        "Convert it with Unikey (Toolkit, from {source} to Unicode), change the font, then in Excel save as “CSV UTF-8”.{note}"
    ))

  package static let textMisread = DiagnosticCode(
    "text.misread",
    message: Phrase(
      vi:
        "chữ Việt UTF-8 đã bị đọc nhầm thành Windows-1252 rồi lưu lại: “{sample}”, có lẽ là “{reading}”",
      en:
        "Vietnamese in UTF-8 was misread as Windows-1252 and saved again: “{sample}”, probably “{reading}”"
    ),
    remedy: Phrase(
      vi:
        "Lấy lại tệp gốc; khi nhập vào Excel dùng Dữ liệu → Từ văn bản/CSV và chọn nguồn gốc tệp “65001: Unicode (UTF-8)”.",
      en:
        "Go back to the original; import it into Excel by Data → From Text/CSV with file origin “65001: Unicode (UTF-8)”."
    ))
}
