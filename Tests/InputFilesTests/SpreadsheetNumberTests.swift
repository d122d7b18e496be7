import Testing
import Wording

@testable import InputFiles

@Suite("SpreadsheetNumber")
struct SpreadsheetNumberTests {
  @Test(
    "The digits that the user saw are read",
    arguments: [
      ("0.30000000000000004", "0.3"), ("53.1", "53.1"), ("1E3", "1000"), ("14301.0", "14301"),
      ("-2.5", "-2.5"), ("5.0000000000000003E-2", "0.05"), ("0", "0"), ("-0", "0"),
      ("1e-320", "0"),
    ])
  func plain(text: String, expected: String) {
    #expect(SpreadsheetNumber.decimal(text)?.plainText == expected)
  }

  @Test(
    "What is no number of at most twelve digits is none",
    arguments: [
      "", "NaN", "inf", "-inf", "1e308", "1e309", "1e13", "--1", "1,5", "x", "1e99999999999",
    ])
  func none(text: String) {
    #expect(SpreadsheetNumber.decimal(text) == nil)
    #expect(SpreadsheetNumber.decimal(text, shiftedBy: 2) == nil)
  }

  @Test(
    "Percents are shifted as decimals",
    arguments: [
      ("0.531", "53.1"), ("0.53100000000000003", "53.1"), ("1", "100"), ("0", "0"), ("-0.05", "-5"),
    ])
  func percent(text: String, expected: String) {
    #expect(SpreadsheetNumber.decimal(text, shiftedBy: 2)?.plainText == expected)
  }

  @Test(
    "Days are those that a spreadsheet shows",
    arguments: [
      ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("61", false, "1900-03-01"),
      ("45657", false, "2024-12-31"), ("45657.9", false, "2024-12-31"),
      ("2958465", false, "9999-12-31"), ("0", true, "1904-01-01"), ("44195", true, "2024-12-31"),
    ])
  func days(text: String, from1904: Bool, expected: String) {
    #expect(SpreadsheetNumber.day(text, from1904: from1904) == expected)
  }

  @Test(
    "Days that no calendar has are none",
    arguments: ["0", "60", "-1", "2958466", "NaN", "inf", "x", ""])
  func noDay(text: String) {
    #expect(SpreadsheetNumber.day(text, from1904: false) == nil)
  }
}
