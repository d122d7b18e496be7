import Testing

@testable import LinearAlgebra

@Suite struct CompensatedSumTests {
  @Test func keepsWhatRoundingWouldLose() {
    #expect(accurateSum([1e16, 1, -1e16]) == 1)
    #expect(accurateSum([1, 1e100, 1, -1e100]) == 2)
    #expect(accurateSum([]) == 0)
  }

  @Test func productsAreNotRoundedFirst() {
    let x = 1 + Double.ulpOfOne
    var sum = CompensatedSum(-1 - 2 * Double.ulpOfOne)
    sum.addProduct(x, x)
    #expect(sum.value == Double.ulpOfOne * Double.ulpOfOne)
  }

  @Test func smallProductsJoinTheTail() {
    var sum = CompensatedSum(1)
    sum.addSmallProduct(0x1p-70, 3)
    sum.add(-1)
    #expect(sum.value == 0x3p-70)
  }

  @Test func squaresAddUp() {
    #expect(sumOfSquares([3, 4]) == 25)
    #expect(sumOfSquares([1e8 + 1, 1]) == 10_000_000_200_000_002)
  }

  @Test func notANumberStays() {
    #expect(accurateSum([1, .nan, 2]).isNaN)
    #expect(accurateSum([.infinity, -.infinity]).isNaN)
  }

  @Test func overflowIsInfinite() {
    #expect(sumOfSquares([1e200, 1]) == .infinity)
    #expect(accurateSum([-.infinity, 1]) == -.infinity)
  }
}
