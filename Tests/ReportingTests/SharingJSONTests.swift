import Planning
import Testing
import Wording

@testable import Reporting

@Suite struct SharingJSONTests {
  @Test("Small efforts keep their digits, and every key is there")
  func document() throws {
    let sharing = try SharingFixture.sharing(36, effort: .relative)
    let text = SharingJSON.data(of: sharing, files: ["a.csv"], in: .en).text
    #expect(text.contains("\"objective\": 0.000003,") && text.contains("\"effort\": 0.000001,"))
    #expect(text.contains("\"asOf\": null") && text.contains("\"maximumPace\": null"))
    #expect(text.contains("\"place\": \"Xã A\"") && text.contains("\"bound\": null"))
    let tiny = JSONValue.array([
      .precise(1.25e-9), .number(1.25e-9), .precise(.nan), .precise(-0.0),
    ]).text
    #expect(tiny == "[0.00000000125, 0, null, 0]\n")
  }
}
