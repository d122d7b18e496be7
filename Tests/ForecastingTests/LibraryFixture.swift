@testable import Forecasting
import Indicators

/// Pace libraries and panels written in tests; their numbers are those of no real series.
enum LibraryFixture {
  static let shapes = [
    ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 0.4),
    ChangeShape(noise: 0.5, slope: 0, drift: 0, persistence: 0, weight: 0.3),
    ChangeShape(noise: 0.2, slope: 0.1, drift: 0.3, persistence: 0.5, weight: 0.3),
  ]

  static let families = [
    PaceFamily(id: "other", revisionSD: 1.2, isVerified: true),
    PaceFamily(id: "title", revisionSD: 0, isVerified: false, paceSD: 2),
  ]

  /// Returns a library; without paces its curve is flat at 0, and widths of one leave scales as they are.
  static func library(
    paces: [Double] = [0.4, 0.5, 0.6, 0.4, -0.2], shapes: [ChangeShape] = shapes,
    panelWidth: Double = 1, loneWidth: Double = 1, settings: PaceSettings = PaceSettings()
  ) -> PaceLibrary {
    PaceLibrary(
      version: "test",
      estimates: PaceEstimates(
        curve: PaceCurve(knots: [0, 25, 50, 75, 100], paces: paces), panelWidth: panelWidth,
        loneWidth: loneWidth),
      shapes: shapes, settings: settings, families: families)
  }

  static let flatPaces = [0.0, 0, 0, 0, 0]

  static func prior(
    _ library: PaceLibrary = library(), direction: GoodDirection = .up
  ) -> PacePrior {
    PacePrior(library: library, estimates: library.estimates, direction: direction)
  }

  /// Returns places of one kind: shares that rise and scatter, some with gaps, some short.
  static func places(
    _ count: Int, seed: UInt64, last: Int = 2024
  ) -> [(years: [Int], percents: [Double])] {
    var random = SeededNumbers(seed)
    return (0..<count).map { _ in
      var percent = random.number(in: 20...70)
      let pace = random.number(in: -0.5...2)
      var years: [Int] = []
      var percents: [Double] = []
      for year in (last - 3 - Int(random.number(in: 0...8)))...last {
        percent = min(max(percent + pace + random.number(in: -1.5...1.5), 0), 100)
        if year < last, random.number(in: 0...1) < 0.1 { continue }
        years.append(year)
        percents.append(percent)
      }
      return (years, percents)
    }
  }

  static func members(_ count: Int, seed: UInt64, last: Int = 2024) -> [RollingPanel.Member] {
    places(count, seed: seed, last: last).map {
      RollingPanel.Member(years: $0.years, percents: $0.percents)
    }
  }

  static func angles(_ members: [RollingPanel.Member]) -> [PacePanel.Member] {
    members.map { member in
      PacePanel.Member(
        years: member.years,
        angles: member.percents.map { ValueScale.angular.value(ofPercent: $0) },
        brokenSteps: member.brokenSteps)
    }
  }

  /// Returns each place as a series of printed percents, as data files give them.
  static func series(_ members: [RollingPanel.Member]) -> [IndicatorSeries] {
    members.enumerated().map { index, member in
      SeriesFixture.percents(
        zip(member.years, member.percents).map { year, percent in
          (year, "\((percent * 100).rounded() / 100)")
        }, place: "Xã \(index)")
    }
  }
}
