import Foundation

/// The sheets that a workbook lists (ECMA-376 part 1, 18.2).
final class WorkbookEvents: XMLEvents {
  /// A sheet as the workbook lists it.
  struct Listed {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Listed] = []
  private(set) var usesDates1904 = false

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet" {
      let state = attributes.text("state") ?? "visible"
      sheets.append(
        Listed(
          name: attributes.text("name") ?? "",
          relationship: attributes.text("id", isQualified: true) ?? "",
          isHidden: state != "visible"))
    } else if name == "workbookPr" {
      usesDates1904 = attributes.isTrue("date1904")
    }
  }
}

/// The relationships of a part: which other parts it refers to (ECMA-376 part 2, 9.3).
final class RelationshipEvents: XMLEvents {
  /// A relationship.
  struct Relationship {
    let id: String
    /// The last word of the type, such as "worksheet"; transitional and strict types end alike.
    let type: String
    let target: String
  }

  private(set) var relationships: [Relationship] = []
  /// The most relationships that are kept: a container has no more parts to refer to.
  private static let limit = ZipArchive.partLimit

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard relationships.count < Self.limit, name == "Relationship",
      attributes.text("TargetMode") != "External"
    else { return }
    let type = attributes.text("Type") ?? ""
    relationships.append(
      Relationship(
        id: attributes.text("Id") ?? "",
        type: type.split(separator: "/").last.map(String.init) ?? "",
        target: attributes.text("Target") ?? ""))
  }

  /// Returns the name of the part that a target leads to from a part.
  ///
  /// A target that begins with "/" counts from the container, any other from the part's own folder.
  static func resolve(_ target: String, from part: String) -> String {
    let plain = target.removingPercentEncoding ?? target
    var steps = plain.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in plain.replacing("\\", with: "/").split(separator: "/") {
      if step == ".." {
        steps = steps.dropLast()
      } else if step != "." {
        steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// Returns the name of the part that holds the relationships of a part.
  static func name(of part: String) -> String {
    let steps = part.split(separator: "/").map(String.init)
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    return folder + "_rels/" + (steps.last ?? "") + ".rels"
  }
}
