import Testing

@testable import Charts

@Suite("Text widths")
struct TextWidthsTests {
  @Test("Each character stands once, in groups of rising width", arguments: [false, true])
  func table(isBold: Bool) {
    let groups = isBold ? TextWidths.bold : TextWidths.regular
    let scalars = groups.flatMap { Array($0.characters.unicodeScalars) }
    #expect(Set(scalars).count == scalars.count)
    #expect(scalars.count > 400)
    #expect(zip(groups, groups.dropFirst()).allSatisfy { $0.width <= $1.width })
    #expect(groups.allSatisfy { (300...2048).contains($0.width) })
  }

  @Test("Regular and bold hold the same characters")
  func sameCharacters() {
    let regular = Set(TextWidths.regular.flatMap { Array($0.characters.unicodeScalars) })
    let bold = Set(TextWidths.bold.flatMap { Array($0.characters.unicodeScalars) })
    #expect(regular == bold)
  }
}
