import Indicators
import Testing

@testable import Forecasting

@Suite("Trace of the pace model")
struct PaceTraceTests {
  private let prior = LibraryFixture.prior()

  private func inputs() -> [TrendInput] {
    var inputs = LibraryFixture.places(12, seed: 7).map { place in
      TrendInput(
        years: place.years, percents: place.percents,
        bases: place.years.map { $0 % 2 == 0 ? 1000 : nil }, prior: prior)
    }
    inputs.append(TrendInput(years: [2024], percents: [40], prior: prior))
    inputs.append(TrendInput(years: [2022, 2024], percents: [40, 44], prior: prior))
    inputs.append(
      TrendInput(
        years: [2019, 2020, 2022, 2023, 2024], percents: [40, 41, 60, 61, 63], brokenSteps: [1],
        prior: prior, revisionSD: 1.2, rebuildingSDs: [0.5, 0.5, 0, 0, 0]))
    inputs.append(
      TrendInput(
        years: [2020, 2021], percents: [10, 30], brokenSteps: [0], prior: prior))
    return inputs
  }

  @Test("A traced fit is the fit, bit for bit, whatever the series")
  func sameFit() throws {
    for input in inputs() {
      let fit = try PaceModel().fits(inputs: [input], horizon: 4)[0]
      let trace = try PaceModel().trace(input, horizon: 4)
      #expect(trace.fit == fit)
      #expect(trace.shapes.count == LibraryFixture.shapes.count)
      #expect(trace.path.count == 4)
    }
  }

  @Test("Its values make up the fit: path, shift and pace the centre, shapes the mixture")
  func values() throws {
    for input in inputs() {
      let trace = try PaceModel().trace(input, horizon: 3)
      let fit = try #require(trace.fit)
      let last = trace.angles[trace.angles.count - 1]
      for ahead in 1...3 {
        let path = trace.path.prefix(ahead).reduce(0) { $0 + $1.change }
        for shape in trace.shapes {
          let centre = last + path + prior.paceMean * Double(ahead) + shape.shifts[ahead - 1]
          #expect(abs(centre - shape.centres[ahead - 1]) < 1e-12)
        }
        let mean = zip(fit.shapeWeights, trace.shapes).reduce(0) {
          $0 + $1.0 * $1.1.centres[ahead - 1]
        }
        #expect(abs(mean - fit.centres[ahead - 1]) < 1e-12)
      }
    }
  }

  @Test("S is symmetric, and a row a step that is used")
  func problems() throws {
    for input in inputs() {
      let trace = try PaceModel().trace(input, horizon: 2)
      let count = input.years.count - 1 - input.brokenSteps.count
      #expect(trace.steps.count == count && trace.weights.count == count)
      #expect(trace.rounds.count == (count >= 2 ? 4 : 0))
      for shape in trace.shapes {
        #expect(shape.covariance.count == count)
        for row in 0..<count {
          for column in 0..<count {
            #expect(shape.covariance[row][column] == shape.covariance[column][row])
          }
        }
      }
    }
  }
}
