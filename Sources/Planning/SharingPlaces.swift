package import Diagnostics
package import Indicators
import Wording

/// Which places share a target: the parts of a place, or all places of a file.
package enum SharingPlaces {
  /// Chooses the places.
  ///
  /// With a place: its parts. A file that does not say what is part of what is taken as the parts of the
  /// place, but for its own row. Without one: the parts of the only place that is part of no other, or all
  /// places where none has parts.
  ///
  /// - Parameters:
  ///   - named: the place asked for or the main one of the data; nil where there is neither.
  ///   - panel: the data.
  /// - Returns: the places, in the order of the data, and the place that they are parts of.
  /// - Throws: `Faults` when the place has no parts, or when several places have some and none is named.
  package static func of(
    _ named: Place?, in panel: IndicatorPanel
  ) throws(Faults) -> (whole: Place?, places: [Place]) {
    let places = panel.places
    if let named {
      let parts = panel.children(of: named.name)
      if !parts.isEmpty { return (named, parts) }
      let others = places.filter { $0.name != named.name }
      guard places.allSatisfy({ $0.parent == nil }), !others.isEmpty else {
        throw Faults(Diagnostic(.sharingPartsMissing, value: named.name))
      }
      return (named, others)
    }
    let roots = places.filter { place in
      place.parent.map { panel.place(named: $0) == nil } ?? true
    }
    let wholes = roots.filter { !panel.children(of: $0.name).isEmpty }
    if wholes.isEmpty { return (nil, places) }
    guard roots.count == 1 else {
      throw Faults(
        Diagnostic(
          .sharingPlaceAmbiguous, value: String(wholes.count),
          ["places": wholes.prefix(10).map(\.name).joined(separator: ", ")]))
    }
    return (wholes[0], panel.children(of: wholes[0].name))
  }
}

extension DiagnosticCode {
  package static let sharingPartsMissing = DiagnosticCode(
    "share.parts-missing",
    message: Phrase(
      vi: "bộ số liệu không có nơi nào thuộc {value} để chia chỉ tiêu",
      en: "the data have no place that is part of {value} and could share a target"),
    remedy: Phrase(
      vi: "Chọn nơi khác bằng --place, hoặc thêm các thôn, xã trực thuộc vào bộ số liệu.",
      en: "Choose another --place, or add its hamlets or communes to the data."))

  package static let sharingPlaceAmbiguous = DiagnosticCode(
    "share.place-ambiguous", obstacle: .usage,
    message: Phrase(
      vi: "có {value} nơi gồm nhiều nơi khác: {places} …",
      en: "{value} places have parts: {places} …"),
    remedy: Phrase(vi: "Chọn một nơi bằng --place.", en: "Choose one with --place."))
}
