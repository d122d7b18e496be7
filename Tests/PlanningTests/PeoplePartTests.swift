import Testing

@testable import Planning

@Suite("People by quarter and by year")
struct PeoplePartTests {
  @Test("Years are the sums of their quarters")
  func years() {
    let quarters = (0..<12).map {
      PeoplePart(year: 2026 + $0 / 4, quarter: $0 % 4 + 1, people: $0)
    }
    #expect(
      PeoplePart.years(of: quarters)
        == [(2026, 6), (2027, 22), (2028, 38)].map {
          PeoplePart(year: $0, quarter: nil, people: $1)
        })
    #expect(PeoplePart.years(of: Array(quarters[2..<5])).map(\.people) == [5, 4])
    #expect(PeoplePart.years(of: []).isEmpty)
  }
}
