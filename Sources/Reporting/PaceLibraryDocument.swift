package import Indicators

/// A pace library as the JSON document that is shipped and read back.
package enum PaceLibraryDocument {
  /// Returns the document.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - inputs: the files that it was built from.
  /// - Returns: the document, which `PaceLibraryReader` reads back.
  package static func json(of library: PaceLibrary, inputs: [ResultEnvelope.Input]) -> JSONValue {
    .object([
      ("format", .string("pace-library")), ("version", .string(library.version)),
      ("scale", .string("angular: z = (200/pi)*asin(sqrt(percent/100))")),
      ("estimates", estimates(library.estimates)),
      (
        "withoutGroup",
        .object(
          library.withoutGroup.sorted { $0.key < $1.key }.map { ($0.key, estimates($0.value)) })
      ),
      ("shapes", .array(library.shapes.map(shape))),
      (
        "settings",
        .object(
          PaceSettings.numbers.map { ($0.name, .number(library.settings[keyPath: $0.path])) }
            + [("panelYears", .whole(library.settings.panelYears))])
      ),
      ("sets", .array(library.sets.map(set))),
      ("families", .array(library.families.map(family))),
      ("record", .array(library.record.map(band))),
      ("models", .array(library.models.map(model))),
      ("placePaces", placePaces(library.placePaces)),
      (
        "builtFrom",
        .array(
          inputs.map { .object([("path", .string($0.path)), ("sha256", .string($0.sha256))]) })
      ),
    ])
  }

  private static func estimates(_ estimates: PaceEstimates) -> JSONValue {
    .object([
      ("knots", .array(estimates.curve.knots.map { .number($0) })),
      ("paces", .array(estimates.curve.paces.map { .number($0) })),
      ("panelWidth", .number(estimates.panelWidth)), ("loneWidth", .number(estimates.loneWidth)),
    ])
  }

  private static func shape(_ shape: ChangeShape) -> JSONValue {
    .object([
      ("noise", .number(shape.noise)), ("slope", .number(shape.slope)),
      ("drift", .number(shape.drift)), ("persistence", .number(shape.persistence)),
      ("weight", .number(shape.weight)),
    ])
  }

  private static func set(_ set: PaceSet) -> JSONValue {
    .object([
      ("id", .string(set.id)), ("group", .string(set.group)),
      ("direction", .string(set.direction.rawValue)), ("places", .whole(set.places)),
      ("figures", .whole(set.figures)),
    ])
  }

  private static func family(_ family: PaceFamily) -> JSONValue {
    .object([
      ("id", .string(family.id)), ("revisionSD", .number(family.revisionSD)),
      ("verified", .bool(family.isVerified)), ("paceSD", .decimal(family.paceSD)),
    ])
  }

  private static func band(_ band: StatementBand) -> JSONValue {
    .object([
      ("lower", .number(band.lower)), ("upper", .number(band.upper)), ("rise", .bool(band.isRise)),
      ("alone", .bool(band.isAlone)), ("count", .whole(band.count)), ("hits", .whole(band.hits)),
    ])
  }

  private static func model(_ record: ModelRecord) -> JSONValue {
    .object([
      ("id", .string(record.id)), ("relativeError", .number(record.relativeError)),
      ("relativeRankedScore", .number(record.relativeRankedScore)),
      ("coverageNext", .number(record.coverageNext)),
      ("coverageFifth", .number(record.coverageFifth)),
    ])
  }

  private static func placePaces(_ distribution: PaceDistribution) -> JSONValue {
    .object([
      ("probabilities", .array(distribution.probabilities.map { .number($0) })),
      (
        "bands",
        .array(
          distribution.bands.map { band in
            .object([
              ("years", .whole(band.years)), ("lower", .number(band.lower)),
              ("upper", .number(band.upper)), ("paces", .array(band.paces.map { .number($0) })),
              ("windows", .whole(band.windows)), ("places", .whole(band.places)),
              ("indicators", .whole(band.indicators)),
            ])
          })
      ),
    ])
  }
}
