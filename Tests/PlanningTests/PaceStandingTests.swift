import Diagnostics
import Indicators
import Regulations
import Testing
import Wording

@testable import Planning

@Suite("PaceStanding")
struct PaceStandingTests {
  private static let distribution = PaceDistribution(
    probabilities: [0, 0.5, 0.75, 1],
    bands: [
      PaceDistribution.Band(
        years: 2, lower: 0, upper: 50, paces: [-1, 1, 2, 4], windows: 300, places: 60,
        indicators: 5),
      PaceDistribution.Band(
        years: 2, lower: 50, upper: 100, paces: [-2, 0, 0.5, 1], windows: 500, places: 90,
        indicators: 7),
    ])

  /// Returns a commune that stands at 40% in 2020 … and moves by a number of points a year.
  private static func series(_ number: Int, pace: Double, years: ClosedRange<Int> = 2015...2020)
    -> IndicatorSeries
  {
    IndicatorSeries(
      place: "Xã \(number)", indicator: Indicator(id: "trained", title: Phrase("trained")),
      observations: years.map { year in
        let tenths = Int(((40 + pace * Double(year - years.lowerBound)) * 10).rounded())
        return Observation(
          year: year,
          printedPercent: ExactDecimal(plain: "\(tenths / 10).\(tenths % 10)"),
          position: InputPosition(file: "figures.csv", line: year))
      })
  }

  private static func peers(
    _ others: [IndicatorSeries] = [], direction: GoodDirection = .up, verified: Bool = true,
    distribution: PaceDistribution = Self.distribution
  ) -> PeerPaces {
    PeerPaces(
      others: others, direction: direction,
      family: PaceFamily(id: "f", revisionSD: 1, isVerified: verified), distribution: distribution)
  }

  @Test("The places of the data answer where there are enough of them: one vote a place")
  func ownPanel() throws {
    // Ten communes of 0.1 … 1.0 points a year; the fastest has three times as many figures.
    let others =
      (1...9).map { Self.series($0, pace: Double($0) / 10) }
      + [Self.series(10, pace: 1, years: 2005...2020)]
    let peers = Self.peers(others)
    let standing = try #require(peers.standing(pace: 0.45, from: 45, years: 3))
    #expect(standing.basis.source == .ownPanel && standing.basis.places == 10)
    #expect(abs(standing.share - 0.4) < 1e-12 && !standing.isBeyondAll)
    // Nine communes with three windows of three years each, one with 13, all from 35 to 55%.
    #expect(standing.basis.windows == 40 && standing.basis.levels == 35...55)
    #expect(standing.basis.indicators == 1 && standing.basis.years == 3)
    let peer = try #require(peers.peerPace(quantile: 0.75, from: 45, years: 3))
    #expect(abs(peer.pace - 0.8) < 1e-9 && peer.basis == standing.basis)
    #expect(try #require(peers.standing(pace: 1.5, from: 45, years: 3)).isBeyondAll)
  }

  @Test(
    "Too few places, too few windows and places that start elsewhere leave it to the library",
    arguments: [(9, 45.0, 3), (10, 45.0, 5), (10, 80.0, 3)])
  func fallback(places: Int, percent: Double, years: Int) throws {
    let peers = Self.peers((1...places).map { Self.series($0, pace: Double($0) / 10) })
    let standing = try #require(peers.standing(pace: 0.5, from: percent, years: years))
    #expect(standing.basis.source == .library)
  }

  // numpy: np.interp(1.5, [-1, 1, 2, 4], [0, 0.5, 0.75, 1]) = 0.625
  @Test("The library compares by starting level, and says how long the paces were held")
  func library() throws {
    let standing = try #require(Self.peers().standing(pace: 1.5, from: 20, years: 4))
    #expect(abs(standing.share - 0.625) < 1e-12)
    #expect(
      standing.basis
        == PaceBasis(
          source: .library, years: 2, levels: 0...50, windows: 300, places: 60, indicators: 5,
          isOfOtherKinds: false))
    #expect(try #require(Self.peers().standing(pace: 1.5, from: 60, years: 4)).isBeyondAll)
    #expect(Self.peers().peerPace(quantile: 0.75, from: 20, years: 2)?.pace == 2)
  }

  @Test("A family without real series is compared with other kinds of indicators, and says so")
  func otherKinds() {
    #expect(
      Self.peers(verified: false).standing(pace: 1, from: 20, years: 2)?.basis.isOfOtherKinds
        == true)
    let others = (1...12).map { Self.series($0, pace: 0.5) }
    #expect(
      Self.peers(others, verified: false).standing(pace: 1, from: 40, years: 2)?.basis
        .isOfOtherKinds == false)
  }

  @Test("A share that is meant to fall starts from the other end")
  func falling() throws {
    // 90% that is to fall is 10% of the way.
    let standing = try #require(
      Self.peers(direction: .down).standing(pace: 1, from: 90, years: 2))
    #expect(standing.basis.levels == 0...50)
  }

  @Test("Without places and without a library there is no basis, nor for what is no number")
  func none() {
    let empty = Self.peers(distribution: .none)
    #expect(empty.standing(pace: 1, from: 40, years: 2) == nil)
    #expect(empty.peerPace(quantile: 0.75, from: 40, years: 2) == nil)
    #expect(Self.peers().standing(pace: .nan, from: 40, years: 2) == nil)
    #expect(Self.peers().standing(pace: 1, from: .nan, years: 2) == nil)
    #expect(Self.peers().peerPace(quantile: 1.5, from: 40, years: 2) == nil)
  }

  @Test("The share never falls as the pace rises, and is always a share")
  func monotone() throws {
    let own = Self.peers((1...12).map { Self.series($0, pace: Double($0) / 10) })
    for peers in [Self.peers(), own] {
      for percent in [0, 45, 100.0] {
        let shares = try (-30...50).map {
          try #require(peers.standing(pace: Double($0) / 10, from: percent, years: 2)).share
        }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(shares.allSatisfy { (0...1).contains($0) } && shares.last == 1)
      }
    }
  }

  @Test("The shipped commune is compared with the places behind the library")
  func shipped() throws {
    let shipped = try Shipped()
    let place = try #require(shipped.dataset.panel.place(named: "Kiến Hưng"))
    let level = try shipped.library.level("level2", kind: place.kind, regulation: nil)
    let request = Rule.request(level, paces: shipped.paces)
    let trained = try #require(level.requirements.first { $0.paceFamily == "trained" })
    let peers = PeerPaces(of: trained, for: request, in: shipped.dataset)
    let standing = try #require(peers.standing(pace: 3, from: 53.7, years: 2))
    #expect(standing.basis.source == .library && standing.basis.levels == 50...60)
    #expect(standing.basis.years == 2 && standing.share > 0.5 && standing.share < 1)
  }
}
