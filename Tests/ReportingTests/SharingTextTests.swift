import Planning
import Testing
import Wording

@testable import Reporting

@Suite struct SharingTextTests {
  private func text(_ sharing: TargetSharing, _ language: Language = .vi) -> String {
    SharingText(sharing, title: SharingFixture.title, language: language).text
  }

  @Test("The head says what is shared, among whom, by when, and how effort is measured")
  func head() throws {
    let sharing = try SharingFixture.sharing(63)
    let vi = text(sharing)
    for words in [
      "trained – Tỷ lệ được đào tạo", "3 nơi thuộc Xã A", "2025", "2027",
      "63 trên 3.000 (2,1%); hiện có 33, thêm 30", "trọng số × (chỉ tiêu − hiện có)²",
      "Tổng nỗ lực là 300, thấp nhất", "không thể dưới 300,0",
      "từ 33 đến 3.000",
    ] { #expect(vi.contains(words), "\(words)") }
    let en = text(sharing, .en)
    #expect(en.contains("63 of 3,000 (2.1%); now 33, 30 more") && !en.contains("nơi"))
    let all = text(try SharingFixture.sharing(63, isWhole: false), .en)
    #expect(all.contains("3 places, all of the data"))
  }

  @Test("Made-up data and places that lag behind are told")
  func notices() throws {
    let made = text(try SharingFixture.sharing(63, isIllustrative: true))
    #expect(made.hasPrefix("SỐ LIỆU MINH HỌA\n\n"))
    let lagging = text(try SharingFixture.sharing(63, lag: true))
    #expect(lagging.contains("CẦN BIẾT KHI ĐỌC") && lagging.contains("Thôn 1 (2024)"))
    #expect(lagging.contains("2024, 2025"))
    #expect(!text(try SharingFixture.sharing(63)).contains("CẦN BIẾT"))
  }

  @Test("A long list is cut for the terminal and says so; the sum stays that of all")
  func longList() throws {
    let vi = text(try SharingFixture.sharing(4000, of: 70))
    #expect(vi.contains("Thôn 60 ") && !vi.contains("Thôn 61"))
    #expect(vi.contains("… và 10 nơi nữa") && vi.contains("4.000"))
  }

  @Test("Efforts have the decimals that they need")
  func decimals() throws {
    let relative = text(try SharingFixture.sharing(63, effort: .relative))
    #expect(relative.contains("0,000300"))
    let weighted = text(try SharingFixture.sharing(63, weight: "0.5"))
    #expect(weighted.contains("Tổng nỗ lực là 225,5"))
  }
}
