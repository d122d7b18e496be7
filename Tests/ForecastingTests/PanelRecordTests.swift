import Testing

@testable import Forecasting

@Suite("Record of a panel")
struct PanelRecordTests {
  private func entry(_ last: Double, _ location: Double, _ actual: Double) -> PanelRecord.Entry {
    PanelRecord.Entry(
      last: last,
      forecast: ShareDistribution(location: location, scale: 2, degreesOfFreedom: 1e6),
      actual: actual)
  }

  @Test("Statements of one threshold, side and band are counted together, and those that came true")
  func statements() {
    var record = PanelRecord()
    record.entries = [
      entry(55, 60, 61), entry(58, 60, 59.9), entry(40, 60.1, 60),  // rises, an even chance
      entry(62, 60, 61),  // the same chance from above
      entry(55, 70, 61),  // nearly certain
      entry(60, 60, 60),  // a share on the threshold is not below it
    ]
    let even = ProbabilityBand.band(of: 0.5)
    let rises = record.statements(threshold: 60, band: even, isRise: true)
    #expect(rises.count == 3 && rises.hits == 2)
    let kept = record.statements(threshold: 60, band: even, isRise: false)
    #expect(kept.count == 2 && kept.hits == 2)
    let certain = record.statements(
      threshold: 60, band: ProbabilityBand.band(of: 1), isRise: true)
    #expect(certain.count == 1 && certain.hits == 1)
    let other = record.statements(threshold: 90, band: even, isRise: true)
    #expect(other.count == 0 && other.hits == 0)
    #expect(PanelRecord().statements(threshold: 60, band: even, isRise: true).count == 0)
  }

  @Test("Bands follow each other from 0 to 1, and every probability lies in one of them")
  func bands() {
    let bands = ProbabilityBand.all
    #expect(bands.first?.lower == 0 && bands.last?.upper == 1)
    for (earlier, later) in zip(bands, bands.dropFirst()) {
      #expect(earlier.upper == later.lower)
      #expect(!earlier.contains(earlier.upper) && later.contains(earlier.upper))
    }
    for step in 0...1000 {
      let probability = Double(step) / 1000
      #expect(bands.filter { $0.contains(probability) } == [ProbabilityBand.band(of: probability)])
    }
    #expect(ProbabilityBand.band(of: 1).upper == 1)
  }

  @Test("What is no probability has no band")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = ProbabilityBand.band(of: 1.01) }
    await #expect(processExitsWith: .failure) { _ = ProbabilityBand.band(of: .nan) }
  }
}
