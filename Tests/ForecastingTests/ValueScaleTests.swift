import Forecasting
import Foundation
import Testing

@Suite("Scale of values")
struct ValueScaleTests {
  @Test("Angular points are 0, 50 and 100 where shares are, and those of the arcsine between")
  func angular() {
    let scale = ValueScale.angular
    for share in [0.0, 50, 100] { #expect(agree(scale.value(ofPercent: share), share, to: 1e-14)) }
    // sin²(π/12) = (2 − √3)/4, sin²(π/6) = 1/4: thirds and sixths of the right angle.
    #expect(agree(scale.value(ofPercent: 25 * (2 - 3.squareRoot())), 100.0 / 6, to: 1e-13))
    #expect(agree(scale.value(ofPercent: 25), 100.0 / 3, to: 1e-13))
    #expect(agree(scale.value(ofPercent: 75), 200.0 / 3, to: 1e-13))
  }

  @Test("Log odds are ln(p/(100 − p)), held half a point off the ends")
  func logit() {
    let scale = ValueScale.logit
    #expect(scale.value(ofPercent: 50) == 0)
    #expect(agree(scale.value(ofPercent: 80), log(4), to: 1e-14))
    #expect(scale.value(ofPercent: 0) == scale.value(ofPercent: 0.5))
    #expect(scale.value(ofPercent: 100) == scale.value(ofPercent: 99.5))
    #expect(agree(scale.percent(ofValue: -log(4)), 20, to: 1e-14))
    #expect(scale.percent(ofValue: 1e4) == 100 && scale.percent(ofValue: -1e4) == 0)
  }

  @Test(
    "There and back gives the share again, and order is kept",
    arguments: [ValueScale.points, .angular, .logit])
  func roundTrip(scale: ValueScale) {
    let shares = stride(from: 0.5, through: 99.5, by: 0.25).map { $0 }
    let values = shares.map { scale.value(ofPercent: $0) }
    for (lower, upper) in zip(values, values.dropFirst()) { #expect(lower < upper) }
    for (share, value) in zip(shares, values) {
      #expect(agree(scale.percent(ofValue: value), share, to: 1e-12))
    }
    for value in [-1e6, -5, 0, 104, 1e6] {
      #expect((0...100).contains(scale.percent(ofValue: value)))
    }
  }

  @Test("More and less are alike: the scale of 100 − p is turned round")
  func symmetry() {
    for share in [0.0, 0.7, 20, 43.21, 50, 99, 100] {
      let (angular, logit) = (ValueScale.angular, ValueScale.logit)
      #expect(
        agree(
          angular.value(ofPercent: 100 - share), 100 - angular.value(ofPercent: share), to: 1e-12))
      #expect(
        agree(logit.value(ofPercent: 100 - share), -logit.value(ofPercent: share), to: 1e-12))
    }
  }
}
