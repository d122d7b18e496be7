/// The methods of other organisations that can be asked for a second opinion.
package enum PublishedMethod: String, Sendable, CaseIterable {
  /// The textbook line.
  case ols
  /// UN ESCAP's indices.
  case escap
  /// Eurostat's growth-rate ratio.
  case eurostat
  /// The UN Statistics Division's progress chart.
  case unsd
  /// Germany's weather symbols.
  case dns
  /// UNICEF's average annual rate of reduction.
  case aarr

  /// The id that asks for all.
  package static let allName = "all"

  /// Every id that can be asked for, `all` first.
  package static var names: [String] { [allName] + allCases.map(\.id) }

  /// The id by which it is asked for.
  package var id: String { rawValue }

  /// Returns the methods of ids, each once, in the order of the registry.
  ///
  /// - Parameter names: ids; `all` stands for every method.
  /// - Returns: the methods, and the names that are none, in order.
  package static func methods(
    named names: [String]
  ) -> (methods: [PublishedMethod], unknown: [String]) {
    let unknown = names.filter { $0 != allName && PublishedMethod(rawValue: $0) == nil }
    let asked = allCases.filter { names.contains($0.id) || names.contains(allName) }
    return (asked, unknown)
  }

  /// How the method is told.
  package var words: MethodWords {
    switch self {
    case .ols: LeastSquaresLineMethod.words
    case .escap: ProgressIndexMethod.words
    case .eurostat: GrowthRatioMethod.words
    case .unsd: ExtrapolatedDistanceMethod.words
    case .dns: WeatherSymbolMethod.words
    case .aarr: ReductionRateMethod.words
    }
  }

  /// Returns what the method says of a share.
  ///
  /// Every method is refused without figures and when the target year is not after the newest figure.
  package func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let last = question.points.last else {
      return SecondOpinion(of: question, by: self, refused: .noFigures)
    }
    guard question.targetYear > last.year else {
      return SecondOpinion(of: question, by: self, refused: .targetYearPassed)
    }
    return switch self {
    case .ols: LeastSquaresLineMethod.opinion(on: question)
    case .escap: ProgressIndexMethod.opinion(on: question)
    case .eurostat: GrowthRatioMethod.opinion(on: question)
    case .unsd: ExtrapolatedDistanceMethod.opinion(on: question)
    case .dns: WeatherSymbolMethod.opinion(on: question)
    case .aarr: ReductionRateMethod.opinion(on: question)
    }
  }

  /// Returns what the method says of all shares together; nil where it defines nothing or assessed none.
  package func level(of opinions: [SecondOpinion]) -> LevelOpinion? {
    switch self {
    case .eurostat: GrowthRatioMethod.level(of: opinions)
    case .dns: WeatherSymbolMethod.level(of: opinions)
    case .ols, .escap, .unsd, .aarr: nil
    }
  }
}
