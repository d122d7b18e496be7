import Diagnostics
import Indicators
import Planning
import Wording

/// The first chapter of an explanation: figures or records with their cells, used or not, and breaks.
extension ExplanationText {
  /// The chapter; nil for a level.
  var inputs: String? {
    guard explanation.subject != .level else { return nil }
    let isRecord = explanation.subject == .fact || explanation.subject == .grade
    let body = isRecord ? recordTable : figureTable
    let parts = [body, breaks, lineage].compactMap(\.self)
    let text =
      parts.isEmpty ? say("Không có số liệu nào.\n", "There are no data.\n") : parts.joined()
    return "1. " + say("Số liệu", "Data").uppercased() + "\n" + text
  }

  private func date(_ date: CalendarDate?) -> ReportTable.Cell {
    date.map { .text(Phrase(vi: $0.dayFirst, en: $0.iso)) } ?? .name(NumberStyle.missing)
  }

  private var figureTable: String? {
    guard !explanation.figures.isEmpty else { return nil }
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Số đạt", en: "Count"), .trailing),
        ReportTable.Column(Phrase(vi: "Tổng số", en: "Base"), .trailing),
        ReportTable.Column(Phrase(vi: "Tỷ lệ p (%)", en: "Share p (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status"), widest: 28),
        ReportTable.Column(Phrase(vi: "Đợt", en: "Release"), widest: 20),
        ReportTable.Column(Phrase(vi: "Công bố", en: "Released")),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), widest: 60),
        ReportTable.Column(Phrase(vi: "Dùng", en: "Use"), widest: 34),
      ],
      rows: explanation.figures.map { figure in
        let observation = figure.observation
        let status =
          observation.isRebuilt
          ? Phrase(
            vi: "\(observation.status.title.vi), ghép từ đơn vị cũ",
            en: "\(observation.status.title.en), rebuilt")
          : observation.status.title
        return [
          .year(observation.year), .whole(observation.count), .whole(observation.base),
          .name(formulas.value(.number(observation.percent), digits: FormulaText.inputDigits)),
          .text(status), .name(observation.vintage), date(observation.released),
          position(of: observation), .text(Self.words(figure.use)),
        ]
      })
    let counted = explanation.figures.contains { $0.observation.count != nil }
    return table.text(in: language)
      + (counted
        ? say(
          "p = 100·Số đạt/Tổng số; chỉ có phần trăm thì dùng như đã in.\n",
          "p = 100·count/base; where only a percent was published it is used as printed.\n") : "")
  }

  /// Returns where a figure stands; of one that was added up how many parts it has.
  private func position(of observation: Observation) -> ReportTable.Cell {
    let label = observation.position.label
    guard !observation.isRebuilt,
      let lineage = explanation.lineages.first(where: { $0.observation == observation })
    else { return .name(label) }
    let count = lineage.parts.count
    return .text(
      Phrase(
        vi: "\(label), cộng từ \(count) thôn, tổ dân phố (xem bảng dưới)",
        en: "\(label), the sum of \(count) hamlets (see the table below)"))
  }

  private static func words(_ use: ExplainedFigure.Use) -> Phrase {
    switch use {
    case .used: Phrase(vi: "có", en: "yes")
    case .superseded:
      Phrase(vi: "không: đã có đợt mới hơn của năm này", en: "no: a newer release of the year")
    case .unpublished:
      Phrase(vi: "không: công bố sau ngày xem", en: "no: published after the day seen from")
    case .beforeBreak(let year):
      Phrase(vi: "không: trước gián đoạn năm \(year)", en: "no: before the break of \(year)")
    case .tooOld: Phrase(vi: "không: quá xa", en: "no: too long ago")
    case .otherYear: Phrase(vi: "không: năm khác", en: "no: another year")
    }
  }

  private var recordTable: String? {
    guard !explanation.records.isEmpty else { return nil }
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Ghi nhận", en: "Record")),
        ReportTable.Column(Phrase(vi: "Minh chứng", en: "Evidence")),
        ReportTable.Column(Phrase(vi: "Công bố", en: "Released")),
        ReportTable.Column(Phrase(vi: "Ghi chú", en: "Note"), widest: 40),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), widest: 60),
        ReportTable.Column(Phrase(vi: "Dùng", en: "Use"), widest: 34),
      ],
      rows: explanation.records.map { told in
        let record = told.record
        return [
          .year(record.year), .text(Self.words(record)), .text(record.evidence.title),
          date(record.released), .name(record.note), .name(record.position.label),
          .text(Self.words(told.use)),
        ]
      }
    ).text(in: language)
  }

  private static func words(_ record: FactRecord) -> Phrase {
    let value: Phrase =
      switch record.value {
      case .met: Phrase(vi: "đạt", en: "met")
      case .notMet: Phrase(vi: "không đạt", en: "not met")
      case .grade(let grade): Phrase(vi: "mức độ \(grade)", en: "grade \(grade)")
      }
    return record.isPlanned
      ? Phrase(vi: "\(value.vi) (kế hoạch)", en: "\(value.en) (planned)") : value
  }

  private static func words(_ use: ExplainedRecord.Use) -> Phrase {
    switch use {
    case .used: Phrase(vi: "có", en: "yes")
    case .earlier: Phrase(vi: "không: đã có ghi nhận sau", en: "no: a later record holds")
    case .later: Phrase(vi: "không: của năm sau", en: "no: of a later year")
    case .unpublished:
      Phrase(vi: "không: công bố sau ngày xem", en: "no: published after the day seen from")
    case .supersededPlan:
      Phrase(vi: "không: kế hoạch đã qua", en: "no: a plan that facts have passed")
    case .plan: Phrase(vi: "không: mới là kế hoạch", en: "no: a plan only")
    case .superseded:
      Phrase(vi: "không: đã có đợt mới hơn của năm này", en: "no: a newer release of the year")
    }
  }

  private var breaks: String? {
    guard !explanation.breaks.isEmpty else { return nil }
    return explanation.breaks.map { found in
      DisplayWidth.wrapped(
        say("Gián đoạn từ năm \(found.year): ", "Break from \(found.year): ") + found.note,
        width: 110
      ).map { $0 + "\n" }.joined()
    }.joined()
  }

  private var lineage: String? {
    let rebuilt = explanation.lineages.filter(\.observation.isRebuilt)
    let summed = explanation.lineages.filter { !$0.observation.isRebuilt }
    var text = ""
    if !rebuilt.isEmpty {
      text +=
        say("Số ghép từ đơn vị cũ:\n", "Figures rebuilt from former units:\n")
        + LineageTable(rebuilt).table.text(in: language)
    }
    if !summed.isEmpty {
      text +=
        say("Số cộng từ các thôn, tổ dân phố:\n", "Figures added up from hamlets:\n")
        + LineageTable(summed).sums.text(in: language)
    }
    return text.isEmpty ? nil : text
  }
}
