import ReferenceSets
import Testing

@Suite struct AgreementTests {
  @Test(arguments: [
    (1.001, 1.0, 3.0), (-2.0002, -2.0, 4.0), (1e-8, 0.0, 8.0), (5.0, 5.0, 15.0), (0.0, 0.0, 15.0),
    (7.0, 1.0, 0.0), (.nan, 1.0, 0.0), (.infinity, 1.0, 0.0), (1e-40, 0.0, 15.0),
  ])
  func digitsOfOneValue(value: Double, certified: Double, digits: Double) {
    #expect((Agreement(value, certified: certified).digits - digits).magnitude < 1e-9)
  }

  @Test func theWorstValueCounts() {
    let agreement = Agreement([1, 2.02], certified: [1, 2])
    #expect((agreement.digits - 2).magnitude < 1e-9)
  }

  @Test func differentCountsTrap() async {
    await #expect(processExitsWith: .failure) { _ = Agreement([1], certified: [1, 2]) }
  }
}
