import Foundation

/// A calculator as a reader has it: it knows a formula as it is printed, and nothing of the program.
///
/// Numbers with a decimal point, or comma in Vietnamese; `+ − · / ^`, brackets, `√ ln exp sin asin max min
/// round ⌈ ⌉ π`; F(x; ν) and T⁻¹(p; ν) of Student's t distribution by integrating its density, Φ⁻¹(p) by
/// bisection; `≥` gives 1 or 0.
struct Calculator {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private let text: [Character]
  private let comma: Character
  private var index = 0

  /// Evaluates a formula.
  static func value(of formula: String, decimalComma: Bool = false) throws -> Double {
    var calculator = Calculator(formula, comma: decimalComma ? "," : ".")
    let value = try calculator.comparison()
    guard calculator.index == calculator.text.count else {
      throw Fault(description: "“\(formula)” is not read from character \(calculator.index)")
    }
    return value
  }

  private init(_ formula: String, comma: Character) {
    text = formula.filter { $0 != " " }
    self.comma = comma
  }

  private var next: Character? { index < text.count ? text[index] : nil }

  private mutating func skip(_ character: Character) -> Bool {
    guard next == character else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ character: Character) throws {
    guard skip(character) else {
      throw Fault(description: "“\(String(text))”: \(character) is expected at \(index)")
    }
  }

  private mutating func comparison() throws -> Double {
    let left = try sum()
    return skip("≥") ? (left >= (try sum()) ? 1 : 0) : left
  }

  private mutating func sum() throws -> Double {
    var value = skip("−") ? -(try product()) : try product()
    while true {
      if skip("+") {
        value += try product()
      } else if skip("−") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while true {
      if skip("·") {
        value *= try power()
      } else if skip("/") {
        value /= try power()
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Double {
    let base = try atom()
    return skip("^") ? pow(base, try atom()) : base
  }

  private mutating func atom() throws -> Double {
    if skip("(") {
      let value = try comparison()
      try expect(")")
      return value
    }
    if skip("⌈") {
      let value = try sum()
      try expect("⌉")
      return value.rounded(.up)
    }
    if skip("√") { return try atom().squareRoot() }
    if skip("π") { return Double.pi }
    return next?.isNumber == true ? try number() : try function()
  }

  private mutating func number() throws -> Double {
    var digits = ""
    while let character = next, character.isNumber || character == comma {
      digits.append(character == comma ? "." : character)
      index += 1
    }
    guard let value = Double(digits) else { throw Fault(description: "“\(digits)” is no number") }
    return value
  }

  private mutating func function() throws -> Double {
    var name = ""
    while let character = next, character != "(" {
      name.append(character)
      index += 1
    }
    try expect("(")
    var arguments = [try sum()]
    while skip(";") { arguments.append(try sum()) }
    try expect(")")
    switch (name, arguments.count) {
    case ("max", _): return arguments.max() ?? .nan
    case ("min", _): return arguments.min() ?? .nan
    case ("round", 1): return arguments[0].rounded(.toNearestOrEven)
    case ("ln", 1): return log(arguments[0])
    case ("exp", 1): return exp(arguments[0])
    case ("sin", 1): return sin(arguments[0])
    case ("asin", 1): return asin(arguments[0])
    case ("F", 2): return Self.student(arguments[0], arguments[1])
    case ("T⁻¹", 2):
      return Self.inverse(arguments[0]) { Self.student($0, arguments[1]) }
    case ("Φ⁻¹", 1):
      return Self.inverse(arguments[0]) { 0.5 * erfc(-$0 / 2.0.squareRoot()) }
    default: throw Fault(description: "no function \(name) of \(arguments.count)")
    }
  }

  /// P(T ≤ x): with x = √ν·tan θ the density is a power of cos θ, summed by Simpson's rule.
  private static func student(_ x: Double, _ nu: Double) -> Double {
    let angle = atan(x / nu.squareRoot())
    let parts = 4000
    let width = angle / Double(parts)
    var sum = 0.0
    for part in 0...parts {
      let factor = part == 0 || part == parts ? 1.0 : part % 2 == 1 ? 4 : 2
      sum += factor * pow(cos(width * Double(part)), nu - 1)
    }
    let constant = exp(lgamma((nu + 1) / 2) - lgamma(nu / 2)) / Double.pi.squareRoot()
    return 0.5 + constant * sum * width / 3
  }

  private static func inverse(
    _ probability: Double, of function: (Double) -> Double
  ) -> Double {
    var (low, high) = (-100.0, 100.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if function(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
