/// The names of cells as spreadsheets write them.
package enum CellName {
  /// Returns the letters of a column counted from 0: 0 is "A", 26 is "AA".
  package static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Returns the name of a cell, "B7"; the row counts from 1.
  package static func name(column: Int, row: Int) -> String { letters(ofColumn: column) + "\(row)" }

  /// Reads "B7" or "$B$7"; nil for anything else.
  package static func parse(_ text: some Sequence<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    var digits = 0
    for byte in text {
      switch byte {
      case 65...90 where digits == 0: column = column * 26 + Int(byte - 64)
      case 97...122 where digits == 0: column = column * 26 + Int(byte - 96)
      case 48...57 where column > 0:
        row = row * 10 + Int(byte - 48)
        digits += 1
      case 36: continue
      default: return nil
      }
      if column > 1 << 24 || row > 1 << 24 { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  /// Returns the column that letters name, counted from 0; nil when they are none.
  package static func column(ofLetters letters: String) -> Int? {
    parse((letters + "1").utf8).map(\.column)
  }
}
