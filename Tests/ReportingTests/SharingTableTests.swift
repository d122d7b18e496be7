import Testing
import Wording

@testable import Reporting

@Suite struct SharingTableTests {
  @Test("A row a place, and the sums where they are asked for")
  func rows() throws {
    let sharing = try SharingFixture.sharing(63)
    let plain = SharingTable.table(of: sharing)
    #expect(plain.rows.count == 3)
    #expect(
      plain.words(plain.rows[1], in: .vi) == [
        "Thôn 2", "2025", "1.000", "11", "1,1%", "21", "2,1%", "10", "100", "11", "1.000", "",
      ])
    let summed = SharingTable.table(of: sharing, hasSum: true)
    #expect(
      summed.words(summed.rows[3], in: .en) == [
        "Sum", "", "3,000", "33", "1.1%", "63", "2.1%", "30", "300", "33", "3,000", "",
      ])
  }

  @Test("A target at a limit says so")
  func bounds() throws {
    let least = SharingTable.table(of: try SharingFixture.sharing(33))
    #expect(least.rows.map { least.words($0, in: .vi)[11] } == ["sàn", "sàn", "sàn"])
    let most = SharingTable.table(of: try SharingFixture.sharing(3000))
    #expect(most.rows.map { most.words($0, in: .en)[11] } == ["ceiling", "ceiling", "ceiling"])
  }
}
