internal import CLAPACKE

/// The only door to LAPACK and the BLAS.
///
/// Each function takes and returns values, checks shapes, asks LAPACKE for its workspace and turns
/// the code `info` into a trap (wrong argument) or a typed error (the data refuse). Nothing outside
/// this folder imports the C module or says `unsafe`.
enum LAPACK {
  /// LAPACK's integer; the C macro `lapack_int` does not reach Swift.
  typealias Integer = Int32

  /// Whether a routine is to use a matrix or its transpose.
  enum Transposition: UInt8 {
    case asStored = 0x4E  // N
    case transposed = 0x54  // T

    var character: CChar { CChar(rawValue) }
    var blas: CBLAS_TRANSPOSE { self == .asStored ? CblasNoTrans : CblasTrans }
  }

  /// Which triangle of a square matrix holds the factor.
  enum Triangle: UInt8 {
    case upper = 0x55  // U
    case lower = 0x4C  // L

    var character: CChar { CChar(rawValue) }
  }

  /// From which side a factor is applied.
  enum Side: UInt8 {
    case left = 0x4C  // L

    var character: CChar { CChar(rawValue) }
  }

  /// Which norm a condition number is measured in.
  enum Norm: UInt8 {
    case one = 0x31  // 1

    var character: CChar { CChar(rawValue) }
  }

  /// Whether the diagonal of a triangular factor is stored.
  enum Diagonal: UInt8 {
    case stored = 0x4E  // N

    var character: CChar { CChar(rawValue) }
  }

  static let columnMajor: Integer = LAPACK_COL_MAJOR

  /// Limits the BLAS to one thread, once per process.
  ///
  /// At the sizes of yearly series a second thread costs more than it brings, and results must not
  /// depend on how many there are. Parallel work is done over series instead.
  static let oneThread: Void = openblas_set_num_threads(1)

  /// Traps if a routine says that an argument was wrong.
  static func requireAccepted(_ info: Integer, by routine: StaticString) {
    precondition(info >= 0, "\(routine) refused argument \(-info)")
  }

  /// Returns a leading dimension: the number of rows, at least 1.
  static func stride(_ matrix: Matrix) -> Integer { Integer(max(1, matrix.rows)) }
}
