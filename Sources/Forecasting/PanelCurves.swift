import Indicators
import LinearAlgebra

/// The panel's own pace by level: weighted least squares on hat functions, smooth and small.
struct PanelCurves {
  private let lone: PacePrior
  private var total: PositiveTridiagonal
  private var totalRight: [Double]
  private var own: [(matrix: PositiveTridiagonal, right: [Double])] = []

  init(_ window: PanelWindow, weights: [Double], lone: PacePrior) {
    self.lone = lone
    let curve = lone.estimates.curve
    let knots = curve.knots.count
    total = PositiveTridiagonal(order: knots)
    totalRight = Array(repeating: 0, count: knots)
    for place in 0..<window.memberCount {
      var matrix = PositiveTridiagonal(order: knots)
      var right = [Double](repeating: 0, count: knots)
      for (column, year) in window.years.enumerated() {
        let change = window.change(place, year)
        guard !change.isNaN else { continue }
        let weight = weights[place * window.years.count + column]
        let (knot, share) = curve.position(of: window.level(place, year))
        let (low, high) = (1 - share, share)
        matrix.diagonal[knot] += weight * low * low
        matrix.diagonal[knot + 1] += weight * high * high
        matrix.offDiagonal[knot] += weight * low * high
        right[knot] += weight * low * change
        right[knot + 1] += weight * high * change
      }
      for index in 0..<knots {
        total.diagonal[index] += matrix.diagonal[index]
        totalRight[index] += right[index]
        if index + 1 < knots { total.offDiagonal[index] += matrix.offDiagonal[index] }
      }
      own.append((matrix, right))
    }
  }

  /// Returns the curve of all places but one, beyond their mean pace.
  func curve(
    without place: Int, paceMean: Double, designEffect: Double
  ) throws(LinearAlgebraError) -> [Double] {
    let knots = totalRight.count
    let precision =
      1 / (lone.library.settings.panelCurveSD * lone.library.settings.panelCurveSD)
    var matrix = PositiveTridiagonal(order: knots)
    var rowSums = [Double](repeating: 0, count: knots)
    var right = [Double](repeating: 0, count: knots)
    for index in 0..<knots {
      let entry = total.diagonal[index] - own[place].matrix.diagonal[index]
      rowSums[index] += entry
      let differences = index == 0 || index == knots - 1 ? 1.0 : 2.0
      matrix.diagonal[index] = entry / designEffect + precision * (1 + differences)
      if index + 1 < knots {
        let side = total.offDiagonal[index] - own[place].matrix.offDiagonal[index]
        rowSums[index] += side
        rowSums[index + 1] += side
        matrix.offDiagonal[index] = side / designEffect - precision
      }
    }
    for index in 0..<knots {
      let moment = totalRight[index] - own[place].right[index]
      right[index] = (moment - paceMean * rowSums[index]) / designEffect
    }
    return try matrix.solution(right)
  }
}
