/// Stops the program unless a value that must be a probability is one.
///
/// - Parameters:
///   - value: the value; NaN is not a probability.
///   - name: what the value is, for the message.
/// - Precondition: `value` lies in 0...1.
func requireProbability(_ value: Double, _ name: StaticString = "probability") {
  precondition(value >= 0 && value <= 1, "\(name) must lie in 0...1, not \(value)")
}
