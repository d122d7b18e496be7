import Testing

@testable import LinearAlgebra

@Suite struct LAPACKTermsTests {
  @Test func termsAreTheLettersThatLAPACKReads() {
    #expect(LAPACK.Transposition.asStored.character == CChar(UInt8(ascii: "N")))
    #expect(LAPACK.Transposition.transposed.character == CChar(UInt8(ascii: "T")))
    #expect(LAPACK.Triangle.upper.character == CChar(UInt8(ascii: "U")))
    #expect(LAPACK.Triangle.lower.character == CChar(UInt8(ascii: "L")))
    #expect(LAPACK.Side.left.character == CChar(UInt8(ascii: "L")))
    #expect(LAPACK.Norm.one.character == CChar(UInt8(ascii: "1")))
    #expect(LAPACK.Diagonal.stored.character == CChar(UInt8(ascii: "N")))
  }

  @Test func anEmptyMatrixStillHasAStride() {
    #expect(LAPACK.stride(Matrix(rows: 0, columns: 2, repeating: 0)) == 1)
  }

  @Test func aRefusedArgumentTraps() async {
    await #expect(processExitsWith: .failure) { LAPACK.requireAccepted(-3, by: "dgetrf") }
  }
}
