import Regulations
import Testing
import Wording

/// Which places a regulation is meant for.
struct RegulationTests {
  @Test(
    "a kind fits whatever its case and marks; an unknown kind fits always",
    arguments: [("xã", true), ("Xa", true), ("ĐẶC KHU", true), ("tỉnh", false), (nil, true)])
  func fits(kind: String?, isFitting: Bool) {
    let regulation = Regulation(
      id: "a", title: Phrase("A"), placeKinds: ["xã", "đặc khu"], levels: [], file: "a.yaml")
    #expect(regulation.fits(kind: kind) == isFitting)
  }
}
