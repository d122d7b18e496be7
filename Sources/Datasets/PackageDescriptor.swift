import Diagnostics
import InputFiles
import Wording

/// The descriptor of a data package: datapackage.json after Frictionless Data Package v2.
///
/// Read are `title`, our own `illustrative`, `notice` and `defaultPlace`, and of each resource `name`
/// (its role), `path`, `hash` and `schema.missingValues`. Other properties are left to other tools.
struct PackageDescriptor {
  /// A table of the package.
  struct Resource {
    /// The role of the table, such as observations or places.
    let name: String
    /// The path below the package.
    let path: String
    /// The SHA-256 that the descriptor states; nil when it states none.
    let sha256: String?
    /// The texts that stand for "no figure" beside the usual ones.
    let missingValues: [String]
    /// Where the resource stands in the descriptor.
    let position: InputPosition
  }

  /// The name of the file in a package's folder.
  static let fileName = "datapackage.json"

  let title: String
  /// The title of the first source.
  let publisher: String?
  let isIllustrative: Bool
  let notice: Phrase?
  let defaultPlace: String?
  let resources: [Resource]

  /// Reads a descriptor.
  ///
  /// - Throws: `Faults` with every fault of the descriptor.
  init(_ source: SourceFile) throws(Faults) {
    let tree = try TextTree.read(source)
    var diagnostics: [Diagnostic] = []
    if tree.entries == nil || tree["resources"]?.elements == nil {
      throw Faults(Diagnostic(.descriptorInvalid, at: tree.position, ["key": "resources"]))
    }
    title = tree["title"]?.text ?? tree["name"]?.text ?? source.path
    publisher = tree["sources"]?.elements?.first?["title"]?.text
    isIllustrative = tree["illustrative"]?.text == "true"
    defaultPlace = tree["defaultPlace"]?.text
    if let notice = tree["notice"], let vi = notice["vi"]?.text ?? notice.text {
      self.notice = Phrase(vi: vi, en: notice["en"]?.text ?? vi)
    } else {
      notice = nil
    }
    var resources: [Resource] = []
    for node in tree["resources"]?.elements ?? [] {
      guard let name = node["name"]?.text, let path = node["path"]?.text else {
        diagnostics.append(
          Diagnostic(.descriptorInvalid, at: node.position, ["key": "name, path"]))
        continue
      }
      if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
        diagnostics.append(
          Diagnostic(
            .resourceOutside, at: node["path"]?.position ?? node.position, value: path))
        continue
      }
      let hash = node["hash"]?.text
      resources.append(
        Resource(
          name: name, path: path,
          sha256: hash?.hasPrefix("sha256:") == true ? hash.map { String($0.dropFirst(7)) } : nil,
          missingValues: (node["schema"]?["missingValues"]?.elements ?? []).compactMap(\.text),
          position: node.position))
    }
    guard diagnostics.isEmpty else { throw Faults(diagnostics) }
    self.resources = resources
  }

  /// Returns the resource of a role.
  func resource(named name: String) -> Resource? {
    resources.first { $0.name == name }
  }
}

extension DiagnosticCode {
  static let descriptorInvalid = DiagnosticCode(
    "package.descriptor",
    message: Phrase(
      vi: "tệp mô tả gói số liệu thiếu “{key}”", en: "the package descriptor lacks “{key}”"),
    remedy: Phrase(
      vi: "Theo mẫu datasets/kien-hung/datapackage.json.",
      en: "Follow the example datasets/kien-hung/datapackage.json."))

  static let resourceOutside = DiagnosticCode(
    "package.path",
    message: Phrase(
      vi: "đường dẫn “{value}” ra ngoài thư mục của gói số liệu",
      en: "the path “{value}” leaves the folder of the package"),
    remedy: Phrase(
      vi: "Đặt tệp vào trong thư mục của gói và ghi đường dẫn tương đối.",
      en: "Put the file into the package's folder and write a relative path."))
}
