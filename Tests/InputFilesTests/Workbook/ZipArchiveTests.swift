import Diagnostics
import Testing

@testable import InputFiles

@Suite("ZipArchive")
struct ZipArchiveTests {
  private func content(_ zip: StoredZip, of name: String) throws -> String {
    let archive = try ZipArchive(zip.source)
    let part = try #require(archive.part(named: name))
    return String(decoding: try archive.bytes(of: part), as: UTF8.self)
  }

  @Test("Parts are found without regard to case, slashes and a leading slash")
  func names() throws {
    let zip = StoredZip(members: [.init("XL\\Sheet.xml", "một"), .init("/b.xml", "hai")])
    #expect(try content(zip, of: "xl/sheet.XML") == "một")
    #expect(try content(zip, of: "b.xml") == "hai")
    #expect(try ZipArchive(zip.source).part(named: "c.xml") == nil)
  }

  @Test("Of two parts of one name the first counts")
  func duplicates() throws {
    let zip = StoredZip(members: [.init("a", "1"), .init("a", "2"), .init("A", "3")])
    #expect(try content(zip, of: "a") == "1")
  }

  @Test("A wrong checksum is damage")
  func checksum() {
    var zip = StoredZip(members: [.init("a", "1")])
    zip.members[0].checksum = 7
    #expect(faults { _ = try content(zip, of: "a") } == ["workbook.damaged"])
  }

  @Test("A file cut anywhere is damage", arguments: [3, 20, 40, 60, 80, 100])
  func cut(length: Int) {
    let bytes = StoredZip(members: [.init("a", "nội dung")]).bytes
    let source = SourceFile(path: "a.xlsx", bytes: Array(bytes.prefix(length)))
    #expect(faults { _ = try ZipArchive(source) } == ["workbook.damaged"])
  }

  @Test("A part that states more than the limit is refused before it is inflated")
  func size() {
    var zip = StoredZip(members: [.init("a", "1")])
    zip.members[0].size = UInt32(ZipArchive.limit) + 1
    #expect(faults { _ = try ZipArchive(zip.source) } == ["workbook.too-large"])
  }

  @Test("A large part squeezed beyond belief is refused")
  func bomb() {
    var zip = StoredZip(members: [.init("a", "1")])
    zip.members[0].size = UInt32(ZipArchive.unsuspiciousSize) + 1
    #expect(faults { _ = try ZipArchive(zip.source) } == ["workbook.too-large"])
  }

  @Test("Protected parts are told apart from damaged ones")
  func encrypted() {
    var zip = StoredZip(members: [.init("a", "1")])
    zip.members[0].flags = 0x801
    #expect(faults { _ = try content(zip, of: "a") } == ["workbook.encrypted"])
  }

  @Test("A method of compression that nobody has is damage")
  func method() {
    var zip = StoredZip(members: [.init("a", "1")])
    zip.members[0].method = 77
    #expect(faults { _ = try content(zip, of: "a") } == ["workbook.damaged"])
  }

  @Test("More parts than a workbook has are refused, however the directory counts them")
  func many() {
    let zip = StoredZip(
      members: Array(repeating: .init("a", ""), count: ZipArchive.partLimit + 1))
    #expect(faults { _ = try ZipArchive(zip.source) } == ["workbook.too-large"])
    var bytes = zip.bytes
    for index in (bytes.count - 14)..<(bytes.count - 10) { bytes[index] = 0xFF }
    let source = SourceFile(path: "a.xlsx", bytes: bytes)
    #expect(faults { _ = try ZipArchive(source) } == ["workbook.too-large"])
  }

  @Test("A part cannot be read again and again beyond the limit of the whole")
  func again() throws {
    let part = StoredZip.Member("a", bytes: Array(repeating: 32, count: 16 << 20))
    let archive = try ZipArchive(StoredZip(members: [part]).source)
    let found = try #require(archive.part(named: "a"))
    let times = ZipArchive.limit / (16 << 20)
    let refusals = faults {
      for _ in 0...times { unsafe try archive.read(found) { _ throws(Faults) in true } }
    }
    #expect(refusals == ["workbook.too-large"])
  }
}
