import Foundation
import InputFiles
import Testing

@Suite struct DataPackageTests {
  private static let descriptors = Repository.paths(below: "datasets", endings: ["json"])
    .filter { $0.hasSuffix("/datapackage.json") }

  @Test("The shipped packages are all there")
  func packages() {
    let names = Self.descriptors.map { String($0.split(separator: "/")[1]) }
    for name in [
      "kien-hung", "merged-commune", "nist-strd", "world-panel", "vietnam-trained-labour",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test("Size and SHA-256 in a descriptor are those of the files", arguments: descriptors)
  func hashes(descriptor: String) throws {
    let tree = try TextTree.read(try Repository.source(descriptor))
    let resources = files(of: tree)
    #expect(!resources.isEmpty)
    let folder = descriptor.split(separator: "/").dropLast().joined(separator: "/")
    for resource in resources {
      let path = try #require(resource["path"]?.text)
      let file = try Repository.source(folder + "/" + path)
      #expect(resource["bytes"]?.text == String(file.bytes.count), "\(file.path)")
      #expect(resource["hash"]?.text == "sha256:" + file.sha256, "\(file.path)")
    }
  }

  /// Returns the tables of a package and the raw files behind them.
  private func files(of descriptor: TextTree) -> [TextTree] {
    (descriptor["resources"]?.elements ?? []) + (descriptor["rawFiles"]?.elements ?? [])
  }

  @Test("Every table of a package is described in its descriptor", arguments: descriptors)
  func completeness(descriptor: String) throws {
    let tree = try TextTree.read(try Repository.source(descriptor))
    let described = Set(files(of: tree).compactMap { $0["path"]?.text })
    let folder = descriptor.split(separator: "/").dropLast().joined(separator: "/")
    let tables = Repository.paths(below: folder, endings: ["csv"])
      .map { String($0.dropFirst(folder.count + 1)) }
    for table in tables { #expect(described.contains(table), "\(folder)/\(table)") }
  }

  @Test("A descriptor names title, licence and sources", arguments: descriptors)
  func provenance(descriptor: String) throws {
    let tree = try TextTree.read(try Repository.source(descriptor))
    for key in ["name", "title", "licenses", "sources"] {
      #expect(tree[key] != nil, "\(descriptor) has no \(key)")
    }
  }
}
