import Foundation
package import Wording

/// Numbers as a spreadsheet stores them: binary floating point in at most 17 digits.
///
/// A spreadsheet shows 15 significant digits, and 0.1 + 0.2 is stored as 0.30000000000000004; read are
/// the 15 digits that its user saw.
enum SpreadsheetNumber {
  /// Returns the number times a power of ten; nil when it is none or beyond 12 digits.
  static func decimal(_ text: String, shiftedBy places: Int = 0) -> ExactDecimal? {
    if places == 0, let number = plainDecimal(text) { return number }
    guard let (digits, exponent, isNegative) = significant(text) else { return nil }
    let scale = digits.count - 1 - exponent - places
    var plain = digits
    if scale <= 0 {
      guard -scale <= 12 else { return nil }
      plain += String(repeating: "0", count: -scale)
    } else {
      if plain.count <= scale {
        plain = String(repeating: "0", count: scale - plain.count + 1) + plain
      }
      plain.insert(".", at: plain.index(plain.endIndex, offsetBy: -scale))
    }
    // What is smaller than the sixth decimal leaves zeros only, which nobody printed.
    return ExactDecimal(plain: (isNegative ? "-" : "") + Self.rounded(plain)).map(trimmed)
  }

  /// Returns the number as it is spelled when that is short enough to be what the user typed.
  private static func plainDecimal(_ text: String) -> ExactDecimal? {
    let isPlain = text.utf8.count <= 13 && !text.utf8.contains { $0 | 0x20 == 0x65 }
    guard isPlain, let number = ExactDecimal(plain: text) else { return nil }
    let fraction = text.utf8.firstIndex(of: 46).map { text.utf8[$0...].count - 1 } ?? 0
    return fraction <= ExactDecimal.maximumScale ? trimmed(number) : nil
  }

  private static func trimmed(_ number: ExactDecimal) -> ExactDecimal {
    var (unscaled, scale) = (number.unscaled, number.scale)
    while scale > 0, unscaled % 10 == 0 { (unscaled, scale) = (unscaled / 10, scale - 1) }
    return ExactDecimal(unscaled: unscaled, scale: scale)
  }

  /// Returns the number with a decimal point and no more digits than a spreadsheet shows.
  static func plain(_ text: String) -> String {
    decimal(text)?.plainText ?? text
  }

  /// Returns the significant digits, 15 at most and no zeros at the end, and the decimal exponent.
  private static func significant(
    _ text: String
  ) -> (digits: String, exponent: Int, isNegative: Bool)? {
    guard let value = Double(text), value.isFinite else { return nil }
    if value == 0 { return ("0", 0, false) }
    // %e knows no locale here: digits, a point and an exponent after the C standard.
    let scientific = String(format: "%.14e", abs(value))
    let parts = scientific.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
    var digits = parts[0].filter(\.isNumber)
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (digits, exponent, value < 0)
  }

  /// Returns plain digits at no more decimals than are kept, half away from zero, without zeros at the end.
  private static func rounded(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    var text = text
    if text[point...].count - 1 > ExactDecimal.maximumScale, let value = Double(text) {
      text = String(format: "%.\(ExactDecimal.maximumScale)f", value)
    }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Returns the day of a serial number as ISO 8601; nil when it is no day.
  ///
  /// Day 1 is 1 January 1900, and the spreadsheets' 29 February 1900 is passed over (ECMA-376 part 1,
  /// 18.17.4); in the 1904 system day 0 is 1 January 1904.
  static func day(_ text: String, from1904: Bool) -> String? {
    guard let value = Double(text), value.isFinite, value >= 0, value < 2_958_466 else {
      return nil
    }
    var serial = Int(value.rounded(.down))
    if from1904 {
      serial += 1462
    } else if serial < 61 {
      // Before 1 March 1900 the count runs one day ahead of the calendar.
      if serial == 60 || serial == 0 { return nil }
      serial += 1
    }
    return civilDay(serial - 25_569)
  }

  /// Returns the date of a day counted from 1 January 1970 (proleptic Gregorian calendar).
  private static func civilDay(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension ExactDecimal {
  /// The number with a decimal point and exactly its own digits, "12.50".
  package var plainText: String {
    let digits = String(abs(unscaled))
    let sign = unscaled < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -scale)
    return sign + padded[..<split] + "." + padded[split...]
  }
}
