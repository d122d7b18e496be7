import Wording

/// Names of places inside titles: "UBND XÃ KIẾN HƯNG", "Số liệu thôn 3 năm 2024".
enum PlaceName {
  private static let kinds: [[String]] = [
    ["xã"], ["phường"], ["đặc", "khu"], ["thị", "trấn"], ["thôn"], ["tổ", "dân", "phố"],
    ["khu", "phố"],
    ["huyện"], ["quận"], ["tỉnh"], ["thành", "phố"], ["thị", "xã"], ["ấp"], ["bản"], ["làng"],
  ]
  /// The kinds in a text that was typed without diacritics.
  private static let plainKinds: [[String]] = [
    ["xa"], ["phuong"], ["dac", "khu"], ["thi", "tran"], ["thon"], ["to", "dan", "pho"], ["huyen"],
    ["tinh"],
  ]
  private static let stops: Set<String> = [
    "nam", "giai", "den", "tu", "ve", "theo", "tinh", "huyen",
    "năm", "giai", "đến", "từ", "quý", "tháng", "ngày", "về", "theo", "tỉnh", "huyện", "quận",
    "thành", "và",
    "đạt", "trên", "của",
  ]

  /// Returns the name of a place in a text, spelled as it stands there: a kind of place and the words with
  /// a capital or digit after it; nil when there is none, or two of the same kind.
  static func first(in text: String) -> String? {
    let names = all(in: text)
    guard let first = names.first else { return nil }
    let kind = first.split(separator: " ").first?.lowercased()
    let rivals = names.dropFirst().filter { name in
      name.split(separator: " ").first?.lowercased() == kind
        && TextKey.spelling(name) != TextKey.spelling(first)
    }
    return rivals.isEmpty ? first : nil
  }

  /// Returns the spelling of a place that is printed: the first, unless only the second is not all capitals.
  ///
  /// Letterheads are set in capitals: "XÃ AN LẠC" and "Xã An Lạc" are one place.
  static func preferred(_ first: String, _ second: String) -> String {
    isCapitals(first) && !isCapitals(second) ? second : first
  }

  private static func isCapitals(_ name: String) -> Bool {
    name == name.uppercased() && name != name.lowercased()
  }

  private static func all(in text: String) -> [String] {
    var names: [String] = []
    let tokens = text.split(whereSeparator: \.isWhitespace)
    let words = tokens.map { Self.bare($0).lowercased() }
    for start in tokens.indices {
      let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
      for kind in isPlain ? plainKinds : kinds where words[start...].starts(with: kind) {
        let nameStart = start + kind.count
        guard nameStart < tokens.count, words[nameStart] != "hội", words[nameStart] != "hoi",
          start == 0 || words[start - 1] != "cấp",
          tokens[nameStart].first.map({ $0.isLetter || $0.isNumber }) == true
        else { continue }
        if (start..<(nameStart - 1)).contains(where: { endsPhrase(tokens[$0]) }) { continue }
        if endsPhrase(tokens[nameStart - 1]) { continue }
        if let name = name(tokens, words, from: start, nameStart: nameStart) { names.append(name) }
      }
    }
    return names
  }

  private static func name(
    _ tokens: [Substring], _ words: [String], from start: Int, nameStart: Int
  ) -> String? {
    var end = nameStart
    while end < tokens.count, end - nameStart < 5 {
      let token = bare(tokens[end])
      guard let first = token.first, first.isUppercase || first.isNumber,
        !stops.contains(words[end]), HeadingReader.year(String(token)) == nil
      else { break }
      end += 1
      if endsPhrase(tokens[end - 1]) { break }
    }
    guard end > nameStart else { return nil }
    return tokens[start..<end].map { String(bare($0)) }.joined(separator: " ")
  }

  private static func bare(_ token: Substring) -> Substring {
    var bare = token
    while let first = bare.first, !first.isLetter && !first.isNumber { bare = bare.dropFirst() }
    while let last = bare.last, !last.isLetter && !last.isNumber { bare = bare.dropLast() }
    return bare
  }

  private static func endsPhrase(_ token: Substring) -> Bool {
    token.last.map { !$0.isLetter && !$0.isNumber } ?? false
  }

  /// Returns the text after a label that means a place, as in "Địa phương: Xã An Bình".
  static func labelled(in text: String, _ reader: HeadingReader) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let label = reader.parts(of: String(text[..<colon]))
    let name = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard label.field == .place, !name.isEmpty, name.count <= 60,
      reader.parts(of: name).measure == nil
    else { return nil }
    let kind = String(text[..<colon]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // "Xã: An Bình" names a kind and a name; "Địa phương: Xã An Bình" a label and a whole name.
    let isKind = kinds.contains { $0.joined(separator: " ") == kind.lowercased() }
    return isKind && reader.parts(of: name).isPlaceLike == false ? "\(kind) \(name)" : name
  }
}
