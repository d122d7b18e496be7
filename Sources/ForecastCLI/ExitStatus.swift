import Diagnostics

/// The exit codes of the program, as documented in the README.
enum ExitStatus: Int32 {
  /// Answered.
  case answered = 0
  /// The program itself failed.
  case failure = 1
  /// The level is less likely than asked for by `--require-probability`.
  case belowRequiredProbability = 10
  /// No share of the level has data.
  case insufficientData = 11
  /// The command was called wrongly.
  case usage = 64
  /// Data are invalid, or a level, rule or place is unknown.
  case invalidData = 65
  /// An input is missing.
  case missingInput = 66
  /// An output cannot be written, or a foreign or edited file is in the way.
  case cannotWrite = 73

  init(_ obstacle: Obstacle) {
    switch obstacle {
    case .invalidData: self = .invalidData
    case .missingInput: self = .missingInput
    case .output: self = .cannotWrite
    case .insufficientData: self = .insufficientData
    case .usage: self = .usage
    case .failure: self = .failure
    }
  }
}
