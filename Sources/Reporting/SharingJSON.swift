import Indicators
package import Planning
package import Wording

/// A shared target as the `data` of its document.
package enum SharingJSON {
  /// Returns the document; efforts are told to twelve decimals, as those of shares are small.
  package static func data(
    of sharing: TargetSharing, files: [String], in language: Language
  ) -> JSONValue {
    let request = sharing.request
    return .object([
      ("place", .text(request.whole?.name)), ("indicator", .string(sharing.request.indicator.id)),
      ("illustrative", .bool(sharing.isIllustrative)), ("asOf", .text(request.asOf?.iso)),
      ("baseYear", .whole(sharing.baseYear)), ("targetYear", .whole(request.targetYear)),
      ("effort", .string(request.effort.rawValue)),
      ("maximumPace", .decimal(request.maximumPace?.value)),
      ("base", .whole(sharing.base)), ("current", .whole(sharing.current)),
      ("total", .whole(request.total)), ("smallestTotal", .whole(sharing.smallestTotal)),
      ("largestTotal", .whole(sharing.largestTotal)), ("objective", .precise(sharing.objective)),
      ("relaxedObjective", .precise(sharing.relaxedObjective)),
      ("shares", .array(sharing.shares.map(json))),
      ("dataNotice", .text(sharing.notice?(language))), ("files", .texts(files)),
    ])
  }

  private static func json(of share: TargetSharing.Share) -> JSONValue {
    .object([
      ("place", .string(share.part.place)), ("year", .whole(share.part.year)),
      ("base", .whole(share.part.base)), ("current", .whole(share.part.current)),
      ("currentPercent", .number(share.currentPercent)), ("target", .whole(share.target)),
      ("targetPercent", .number(share.targetPercent)), ("added", .whole(share.added)),
      ("effort", .precise(share.effort)), ("floor", .whole(share.part.floor)),
      ("ceiling", .whole(share.part.ceiling)), ("weight", .number(share.part.weight.value)),
      ("bound", .text(share.bound?.rawValue)),
    ])
  }
}
