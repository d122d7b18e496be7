/// A day of the Gregorian calendar, without a time or a time zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, 1...9999.
  package let year: Int
  /// The month, 1...12.
  package let month: Int
  /// The day of the month, 1...31.
  package let day: Int

  /// Makes a date; nil when the month has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads "2026-01-31" or the Vietnamese "31/01/2026"; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let isISO = text.contains("-")
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, (isISO ? parts[0] : parts[2]).utf8.count == 4 else { return nil }
    self.init(
      year: isISO ? numbers[0] : numbers[2], month: numbers[1], day: isISO ? numbers[2] : numbers[0]
    )
  }

  /// The last day of a year, on which its yearly figures are complete.
  package static func endOfYear(_ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: 12, day: 31)
  }

  /// Returns the same day some months later, or the last day of that month when it is shorter.
  package func adding(months: Int) -> CalendarDate? {
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay)
  }

  /// The form of ISO 8601, "2026-01-31".
  package var iso: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The Vietnamese form, "31/01/2026".
  package var dayFirst: String {
    "\(Self.padded(day, 2))/\(Self.padded(month, 2))/\(Self.padded(year, 4))"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
