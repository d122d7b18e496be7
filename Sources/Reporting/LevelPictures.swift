package import Charts
import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// An analysis and the language in which it is told.
struct ReportedAnalysis {
  let content: Analysis
  let language: Language
}

/// A picture with the name of its file and the numbers drawn.
package struct ReportedPicture: Sendable {
  /// The name of the file without its ending.
  package let name: String
  /// The picture.
  package let picture: Picture
  /// The numbers drawn, row by row.
  package let table: ReportTable
}

/// The pictures of an analysis.
package enum LevelPictures {
  /// The kinds of picture.
  package enum Kind: String, Sendable, CaseIterable {
    /// One fan chart for each share and supporting indicator with a forecast.
    case fan
    /// Requirements by years, and the level.
    case heatmap
    /// People missing for each requirement.
    case gap
  }

  /// Builds the pictures of a kind; none where there is nothing to draw.
  package static func pictures(
    of analysis: Analysis, _ kind: Kind, language: Language
  ) -> [ReportedPicture] {
    let reported = ReportedAnalysis(content: analysis, language: language)
    switch kind {
    case .fan:
      return (analysis.requirements + analysis.supporting)
        .filter { $0.latest != nil && !$0.forecast.years.isEmpty }
        .map { FanChart(reported, result: $0).reported }
    case .heatmap: return [LevelHeatMap(reported).reported]
    case .gap: return GapBars(reported).reported.map { [$0] } ?? []
    }
  }
}
