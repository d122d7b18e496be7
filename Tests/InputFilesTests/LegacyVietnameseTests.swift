import Diagnostics
import Foundation
import Testing
import Wording

@testable import InputFiles

@Suite("LegacyVietnamese")
struct LegacyVietnameseTests {
  /// Made by iconv and by the rule of VNI, see Reference/legacy_sentences.py.
  @Test("Each sentence in an old encoding is recognised by itself, and read as it was meant")
  func sentences() throws {
    let rows = try ReferenceFile.rows("legacy_sentences.csv", separator: "|")
    #expect(rows.count == 36)
    for row in rows {
      let encoding = try #require(LegacyVietnamese.Encoding(rawValue: row[0]))
      #expect(LegacyVietnamese.encoding(of: [row[1]]) == encoding, "\(row)")
      let reading = LegacyVietnamese.reading(of: row[1], as: encoding)
      // TCVN3 has no capitals with a tone.
      #expect(reading.lowercased() == row[2].lowercased(), "\(row)")
      if encoding != .tcvn3 { #expect(reading == row[2]) }
      #expect(LegacyVietnamese.encoding(of: [row[2]]) == nil, "\(row[2])")
    }
  }

  @Test(
    "Proper Vietnamese, and other languages, are not taken for an old encoding",
    arguments: [
      [
        "Xã Hòa Bình", "Là có xã và hộ nào đã vào đó", "ô", "Y Moan Êban", "Krông Pắc", "à",
        "đ/c Hà",
      ],
      ["Số liệu sơ bộ của xã Ea H’Leo, huyện Cư M’gar; buôn Păng", "Đắk Nông – “Gia Nghĩa”…"],
      ["Hoà bình, độc lập\u{A0}và dân chủ".decomposedStringWithCanonicalMapping],
      [
        "Le taux d’activité où l’on a goûté était très élevé à l’été, même au mois d’août",
        "Là-bas, né à Orléans, l’hôte naïf a bu son thé tôt ; « ça coûte cher »", "dû", "Noël",
        "la forêt, le maïs, le pôle, l’île", "l’État, Ève, Âge, ÉCOLE",
      ],
      [
        "Für die Übung über Köln und Zürich möchte ich größere Straßen", "Ä Ö Ü ä ö ü ß",
        "Die Höhe der Bäume in Thüringen, früh und später", "Mädchen hören schöne Töne",
      ],
      [
        "The café’s naïve façade cost 5 £ per m² – about ½ of it, ±10 µm at 20 °C",
        "© 2024 Lego® ™",
        "§ 5, ¶ 2 · a·b · 3×4÷2", "résumé, coöperate, Brontë",
      ],
      ["São Paulo não é a capital, mas há razões: ações, leões, corações", "MANHÃ, IRMÃ, MAÇÃ"],
      ["Rødgrød med fløde på Østerbro, å være eller ikke være", "Århus, Malmö, Åbo"],
      ["El niño comió piña en España, ¿verdad? ¡Sí, señor!", "pingüino, bilingüe"],
      ["100 µm", "µm", "5 µg", "25 °C", "«la»", "¼", "½ kg"], [""], [], ["plain text", "2025"],
    ])
  func others(texts: [String]) {
    #expect(LegacyVietnamese.encoding(of: texts) == nil)
    for text in texts { #expect(LegacyVietnamese.encoding(of: [text]) == nil, "\(text)") }
  }

  @Test("A single word is enough when no language writes it so, and not when one might")
  func singleWords() {
    #expect(LegacyVietnamese.encoding(of: ["X· 1"]) == .tcvn3)
    #expect(LegacyVietnamese.encoding(of: ["place", "Hµ"]) == .tcvn3)
    #expect(LegacyVietnamese.encoding(of: ["xaõ"]) == .vni)
    for doubtful in ["Héi", "lac", "haï", "né", "HÃ"] {
      #expect(LegacyVietnamese.encoding(of: [doubtful]) == nil, "\(doubtful)")
    }
  }

  @Test("Three words of an old encoding show in the midst of sound text; the first text is named")
  func mixed() throws {
    let sound = [
      "Xã Kiến Hưng", "Phường Hòa Bình", "Tỷ lệ học tập", "Thị trấn Quỳnh Côi", "số liệu",
    ]
    let finding = try #require(
      LegacyVietnamese.finding(in: sound + ["X· An Hßa", "Hµ Néi", "thµnh phè"]))
    #expect(finding.encoding == .tcvn3)
    #expect(finding.index == 5)
    #expect(finding.sample == "X· An Hßa")
    #expect(finding.reading == "Xã An Hòa")
    #expect(LegacyVietnamese.encoding(of: sound + ["X· An Hßa"]) == nil)
  }

  @Test("All capitals of a capital font are recognised")
  func capitals() {
    #expect(LegacyVietnamese.encoding(of: ["CéNG HßA X· HéI"]) == .tcvn3)
    #expect(LegacyVietnamese.encoding(of: ["COÄNG HOØA XAÕ HOÄI"]) == .vni)
    #expect(
      LegacyVietnamese.reading(of: "COÄNG HOØA, ÑÒNH", as: .vni) == "CỘNG HÒA, ĐỊNH")
  }

  @Test("Two characters of VNI are taken before one")
  func vniPairs() {
    for (old, text) in [
      ("ô ôù ôø ôû ôõ ôï", "ơ ớ ờ ở ỡ ợ"), ("ö öù öø öû öõ öï", "ư ứ ừ ử ữ ự"),
      ("oâ oá oà oå oã oä", "ô ố ồ ổ ỗ ộ"), ("aê aé aè aú aü aë", "ă ắ ằ ẳ ẵ ặ"),
      ("aâ aá aà aå aã aä", "â ấ ầ ẩ ẫ ậ"), ("eâ eá eà eå eã eä", "ê ế ề ể ễ ệ"),
      ("aù aø aû aõ aï", "á à ả ã ạ"), ("eù eø eû eõ eï", "é è ẻ ẽ ẹ"),
      ("où oø oû oõ oï", "ó ò ỏ õ ọ"), ("uù uø uû uõ uï", "ú ù ủ ũ ụ"),
      ("yù yø yû yõ î", "ý ỳ ỷ ỹ ỵ"), ("í ì æ ó ò ñ", "í ì ỉ ĩ ị đ"), ("uê ôâ", "uê ơâ"),
    ] {
      #expect(LegacyVietnamese.reading(of: old, as: .vni) == text, "\(old)")
    }
  }

  @Test(
    "A font tells what it draws",
    arguments: [
      (".VnTime", .tcvn3), (".VnTimeH", .tcvn3), (".vnarial", .tcvn3), ("VNI-Times", .vni),
      ("VNI Helve", .vni), ("vni-avo", .vni), ("Times New Roman", nil), ("Calibri", nil), ("", nil),
      ("VnTime", nil), ("VNITimes", nil),
    ] as [(String, LegacyVietnamese.Encoding?)])
  func fonts(name: String, encoding: LegacyVietnamese.Encoding?) {
    #expect(LegacyVietnamese.encoding(ofFont: name) == encoding)
  }

  @Test("The fault names the encoding, the sample, what it says, and how to convert it")
  func words() throws {
    let position = InputPosition(file: "xa.xlsx", sheet: "Sheet1", cell: "A1")
    let old = try #require(LegacyVietnamese.finding(in: ["", "Céng hßa x· héi"]))
    let fault = old.diagnostic(at: position)
    #expect(fault.code == .textLegacyFont)
    #expect(fault.value == "Céng hßa x· héi")
    #expect(
      fault.message(in: .vi)
        == "chữ Việt ghi theo TCVN3 (ABC, phông .VnTime), không phải Unicode: “Céng hßa x· héi”, có lẽ là “Cộng hòa xã hội”"
    )
    #expect(
      fault.remedy(in: .vi)
        == "Chuyển mã sang Unicode bằng Unikey (Công cụ → Chuyển mã, từ TCVN3 (ABC) sang Unicode), đổi phông chữ, rồi trong Excel chọn Lưu thành “CSV UTF-8”. TCVN3 không có chữ hoa mang dấu thanh: soát lại chữ hoa sau khi chuyển."
    )
    let vni = try #require(LegacyVietnamese.finding(in: ["Coäng hoøa"])).diagnostic(at: position)
    #expect(
      vni.message(in: .en)
        == "Vietnamese written in VNI (the VNI-Times fonts), not Unicode: “Coäng hoøa”, probably “Cộng hòa”"
    )
    #expect(!vni.remedy(in: .en).contains("capitals"))
    let misread = try #require(LegacyVietnamese.finding(in: ["Tá»· lá»‡"])).diagnostic(at: position)
    #expect(misread.code == .textMisread)
    #expect(
      misread.message(in: .vi)
        == "chữ Việt UTF-8 đã bị đọc nhầm thành Windows-1252 rồi lưu lại: “Tá»· lá»‡”, có lẽ là “Tỷ lệ”"
    )
    #expect(misread.remedy(in: .vi).contains("65001"))
  }

  @Test("A long sample is cut")
  func longSample() throws {
    let text = String(repeating: "Céng hßa x· héi ", count: 20)
    let finding = try #require(LegacyVietnamese.finding(in: [text]))
    #expect(finding.sample.count == 60)
    #expect(finding.sample.hasSuffix("…"))
  }
}
