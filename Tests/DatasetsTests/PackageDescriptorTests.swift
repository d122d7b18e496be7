import Diagnostics
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("PackageDescriptor")
struct PackageDescriptorTests {
  private func read(_ text: String) throws -> PackageDescriptor {
    try PackageDescriptor(SourceFile(path: "p/datapackage.json", bytes: Array(text.utf8)))
  }

  private func faults(_ text: String) throws -> [Diagnostic] {
    try #require(throws: Faults.self) { try read(text) }.diagnostics
  }

  @Test("Our own properties and those of each resource are read, others are left alone")
  func full() throws {
    let descriptor = try read(
      """
      {"title": "T", "name": "n", "illustrative": true, "defaultPlace": "Kiến Hưng",
       "notice": {"vi": "chú ý", "en": "notice"}, "licenses": [{"name": "x"}],
       "resources": [
         {"name": "observations", "path": "data/o.csv", "hash": "sha256:abc", "bytes": 5,
          "schema": {"fields": [], "missingValues": ["", "NA"]}},
         {"name": "places", "path": "places.csv", "hash": "d41d8cd9"}]}
      """)
    #expect(descriptor.title == "T")
    #expect(descriptor.isIllustrative)
    #expect(descriptor.defaultPlace == "Kiến Hưng")
    #expect(descriptor.notice == Phrase(vi: "chú ý", en: "notice"))
    let observations = try #require(descriptor.resource(named: "observations"))
    #expect(observations.path == "data/o.csv")
    #expect(observations.sha256 == "abc")
    #expect(observations.missingValues == ["", "NA"])
    #expect(observations.position.line == 4)
    #expect(descriptor.resource(named: "places")?.sha256 == nil)
    #expect(descriptor.resource(named: "facts") == nil)
  }

  @Test("What is not said has its default")
  func defaults() throws {
    let bare = try read("{\"resources\": []}")
    #expect(bare.title == "p/datapackage.json")
    #expect(!bare.isIllustrative)
    #expect(bare.notice == nil)
    #expect(bare.defaultPlace == nil)
    #expect(bare.resources.isEmpty)
    #expect(try read("{\"name\": \"n\", \"resources\": []}").title == "n")
    #expect(try read("{\"illustrative\": false, \"resources\": []}").isIllustrative == false)
    #expect(try read("{\"notice\": \"x\", \"resources\": []}").notice == Phrase("x"))
    #expect(try read("{\"notice\": {\"vi\": \"x\"}, \"resources\": []}").notice == Phrase("x"))
  }

  @Test(
    "Without resources it is no descriptor",
    arguments: ["{}", "[]", "text", "{\"resources\": {}}", "{\"resources\": null}"])
  func noResources(text: String) throws {
    let faults = try faults(text)
    #expect(faults.map(\.code) == [.descriptorInvalid])
    #expect(faults.first?.message(in: .vi) == "tệp mô tả gói số liệu thiếu “resources”")
    #expect(faults.first?.message(in: .en) == "the package descriptor lacks “resources”")
    #expect(faults.first?.remedy(in: .vi) == "Theo mẫu datasets/kien-hung/datapackage.json.")
  }

  @Test("Every resource without a name or a path, and every path that leaves, is told")
  func allFaults() throws {
    let faults = try faults(
      """
      {"resources": [
        {"path": "a.csv"},
        {"name": "b"},
        {"name": "c", "path": ["c.csv"]},
        {"name": "d", "path": "/etc/hosts"},
        {"name": "e", "path": "data/../../x.csv"},
        {"name": "f", "path": ".."},
        {"name": "g", "path": "g..csv"},
        "h"
      ]}
      """)
    try #require(
      faults.map(\.code.id) == [
        "package.descriptor", "package.descriptor", "package.descriptor", "package.path",
        "package.path", "package.path", "package.descriptor",
      ])
    #expect(faults.compactMap { $0.position?.line } == [2, 3, 4, 5, 6, 7, 9])
    #expect(faults[4].value == "data/../../x.csv")
    #expect(
      faults[4].message(in: .vi)
        == "đường dẫn “data/../../x.csv” ra ngoài thư mục của gói số liệu")
    #expect(
      faults[3].message(in: .en) == "the path “/etc/hosts” leaves the folder of the package")
    #expect(faults[0].message(in: .en) == "the package descriptor lacks “name, path”")
  }

  @Test("A descriptor written with tabs and escapes by another tool is read")
  func otherTools() throws {
    let descriptor = try read(
      "{\r\n\t\"title\":\"Ki\\u1ebfn H\\u01b0ng\",\r\n\t\"resources\":[\r\n\t\t{\r\n"
        + "\t\t\t\"name\":\"observations\",\r\n\t\t\t\"path\":\"data\\/o.csv\"\r\n\t\t}\r\n\t]\r\n}"
    )
    #expect(descriptor.title == "Kiến Hưng")
    #expect(descriptor.resources.map(\.path) == ["data/o.csv"])
  }

  @Test("A descriptor that is not JSON is told with its line")
  func syntax() throws {
    let faults = try faults("{\n\"resources\": [\n}\n")
    #expect(faults.map(\.code.id) == ["tree.syntax"])
    #expect(faults.first?.position?.line == 3)
  }
}
