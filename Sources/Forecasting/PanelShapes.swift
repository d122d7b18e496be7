import Indicators
import LinearAlgebra
import RealModule

/// The weights of the shapes: how likely the changes of other places are under each.
enum PanelShapes {
  /// Sets the weights of each prior by the tempered likelihood of all other places.
  static func weigh(
    _ priors: inout [PacePrior], window: PanelWindow, pace: Double, lone: PacePrior
  ) throws(LinearAlgebraError) {
    let shapes = lone.library.shapes
    let meanCurve = meanCurve(of: priors, window)
    var logLikelihoods = [Double](repeating: 0, count: window.memberCount * shapes.count)
    for group in groups(window) {
      let members = group.members
      let residuals = Matrix(
        columns: members.map { place in
          group.columns.map { column in
            let year = window.years.lowerBound + column
            let curve =
              meanCurve.isEmpty
              ? 0 : lone.estimates.curve.interpolate(meanCurve, at: window.level(place, year))
            return window.change(place, year) - pace - curve
          }
        })
      for (index, shape) in shapes.enumerated() {
        var covariance = Matrix(
          rows: group.columns.count, columns: group.columns.count, repeating: 0)
        for (row, first) in group.columns.enumerated() {
          for (column, second) in group.columns.enumerated() {
            covariance[row, column] = shape.covariance(yearsApart: abs(first - second))
          }
        }
        let factor = try Cholesky(covariance)
        let whitened = try factor.whitening(residuals)
        let logDeterminant = factor.logDeterminant
        for (column, place) in members.enumerated() {
          let squares = whitened.column(column).reduce(0) { $0 + $1 * $1 }
          let degreesOfFreedom = priors[place].changeDegreesOfFreedom
          logLikelihoods[place * shapes.count + index] =
            -0.5 * logDeterminant
            - 0.5 * (degreesOfFreedom + Double(group.columns.count))
            * Double.log(onePlus: squares / (degreesOfFreedom * priors[place].changeVariance))
        }
      }
    }
    let totals = shapes.indices.map { shape in
      (0..<window.memberCount).reduce(0) { $0 + logLikelihoods[$1 * shapes.count + shape] }
    }
    let temper = lone.library.settings.shapeTemper
    for place in priors.indices where priors[place].otherPlaces > 0 {
      let scores = shapes.indices.map { shape in
        Double.log(lone.shapeWeights[shape])
          + temper * (totals[shape] - logLikelihoods[place * shapes.count + shape])
      }
      let largest = scores.max() ?? 0
      let powers = scores.map { Double.exp($0 - largest) }
      let sum = powers.reduce(0, +)
      priors[place].shapeWeights = powers.map { $0 / sum }
    }
  }

  private static func meanCurve(of priors: [PacePrior], _ window: PanelWindow) -> [Double] {
    let curves = priors.indices.filter { window.counts[$0] > 0 }.map { priors[$0].panelCurve }
      .filter { !$0.isEmpty }
    guard let first = curves.first else { return [] }
    return first.indices.map { knot in
      curves.reduce(0) { $0 + $1[knot] } / Double(curves.count)
    }
  }

  private struct Group {
    /// The years with a change, as columns of the window.
    let columns: [Int]
    var members: [Int]
  }

  /// Returns the places by the years in which their changes are known; one factorisation serves a group.
  private static func groups(_ window: PanelWindow) -> [Group] {
    var groups: [Group] = []
    var indexes: [[Int]: Int] = [:]
    for place in 0..<window.memberCount where window.counts[place] > 0 {
      let columns = window.years.indices.map { $0 - window.years.lowerBound }.filter {
        !window.change(place, window.years.lowerBound + $0).isNaN
      }
      if let index = indexes[columns] {
        groups[index].members.append(place)
      } else {
        indexes[columns] = groups.count
        groups.append(Group(columns: columns, members: [place]))
      }
    }
    return groups
  }
}
