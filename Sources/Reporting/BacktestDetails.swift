package import Evaluation
import Forecasting
import Statistics

/// The rows of a back-test as CSV, for anyone to score again.
///
/// Columns: model, place, indicator, origin, history, horizon, actual, q05, q10, q25, median, q75, q90, q95. Points
/// and commas in every language: the file is for programs. Shares have six decimals at most.
package struct BacktestDetails {
  /// The line that names the columns.
  package static let header =
    "model,place,indicator,origin,history,horizon,actual,q05,q10,q25,median,q75,q90,q95\n"

  private let models: [String]

  /// - Parameter models: the names of the models, in the order of the request.
  package init(models: [String]) {
    self.models = models
  }

  /// Appends the line of a row.
  package func append(
    _ row: BacktestRow, of set: BacktestRequest.IndicatorSet, to text: inout [UInt8]
  ) {
    append(models[row.model], to: &text)
    append(set.places[row.place], to: &text)
    append(set.indicator, to: &text)
    for number in [row.origin, row.figures, row.horizon] { append(String(number), to: &text) }
    Self.append(row.actual, to: &text)
    for quantile in Self.quantiles(of: row.forecast) {
      text.append(UInt8(ascii: ","))
      Self.append(quantile, to: &text)
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// The quantiles of a row; the t distribution is even, so that three standard quantiles serve all.
  static func quantiles(of forecast: ShareDistribution) -> [Double] {
    guard forecast.scale > 0 else { return Array(repeating: forecast.median, count: 7) }
    let standard = StudentT(degreesOfFreedom: forecast.degreesOfFreedom)
    let distances = [0.05, 0.1, 0.25].map { forecast.scale * standard.quantile($0) }
    let below = distances.map { forecast.location + $0 }
    let above = distances.reversed().map { forecast.location - $0 }
    return (below + [forecast.location] + above).map { forecast.valueScale.percent(ofValue: $0) }
  }

  /// Appends a field and a comma, quoted where it needs it.
  private func append(_ field: String, to text: inout [UInt8]) {
    let bytes = field.utf8
    if bytes.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
      text.append(0x22)
      for byte in bytes {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    } else {
      text.append(contentsOf: bytes)
    }
    text.append(UInt8(ascii: ","))
  }

  /// Appends a share within 0...100 at six decimals, without trailing zeros.
  private static func append(_ share: Double, to text: inout [UInt8]) {
    let millionths = Int((share * 1e6).rounded(.toNearestOrEven))
    text.append(contentsOf: String(millionths / 1_000_000).utf8)
    var rest = millionths % 1_000_000
    guard rest > 0 else { return }
    text.append(UInt8(ascii: "."))
    var unit = 100_000
    while rest > 0 {
      text.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
