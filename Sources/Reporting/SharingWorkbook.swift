import Indicators
package import OfficeDocuments
package import Planning
package import Wording

/// A shared target as a workbook of one sheet, with its sum and what it rests on.
package struct SharingWorkbook {
  private let sharing: TargetSharing
  private let title: Phrase
  private let language: Language

  /// - Parameters:
  ///   - sharing: the answer.
  ///   - title: the name of the indicator for people.
  ///   - language: of all texts.
  package init(_ sharing: TargetSharing, title: Phrase, language: Language) {
    self.sharing = sharing
    self.title = title
    self.language = language
  }

  /// The workbook.
  package var workbook: Workbook {
    let text = SharingText(sharing, title: title, language: language)
    let place = sharing.request.whole?.name ?? sharing.datasetTitle
    let year = sharing.request.targetYear
    let head = ReportTable.SheetHead(
      title: Phrase(vi: "Chia chỉ tiêu", en: "Shares"),
      headline: Phrase(
        vi: "\(title.vi) – \(place), năm \(year)", en: "\(title.en) – \(place), \(year)"),
      notices: [text.dataNotice].compactMap { $0.map { Phrase($0) } },
      legend: [
        Phrase(
          vi: "Nỗ lực của một nơi: \(sharing.request.effort.title.vi).",
          en: "Effort of a place: \(sharing.request.effort.title.en).")
      ] + text.basisSentences.map { Phrase($0) })
    let sheet = SharingTable.table(of: sharing, hasSum: true)
      .worksheet(head, in: language, frozenColumns: 1)
    return Workbook(title: "\(title(language)) – \(place)", sheets: [sheet])
  }
}
