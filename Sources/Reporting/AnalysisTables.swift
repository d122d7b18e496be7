import Diagnostics
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The tables of an analysis as a workbook has them: narrow enough to print, one row a thing.
struct AnalysisTables {
  let analysis: Analysis
  let language: Language

  init(_ analysis: Analysis, language: Language) {
    self.analysis = analysis
    self.language = language
  }

  private var results: [RequirementResult] { analysis.rows + analysis.supporting }

  private static let id = ReportTable.Column(Phrase(vi: "Mã", en: "Id"))
  private static let title = ReportTable.Column(
    Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 30)

  private static func number(_ vi: String, _ en: String) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), .trailing)
  }

  /// One row a requirement: what is, what is asked, what is missing, how fast.
  ///
  /// That figures are made up stands above every sheet and not in its rows again.
  var gap: ReportTable {
    let target = analysis.targetYear
    return ReportTable(
      columns: [
        Self.id, Self.title, Self.number("Năm số liệu", "Year of data"),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status")),
        Self.number("Số đạt", "Count"), Self.number("Tổng số", "Base"),
        Self.number("Hiện trạng", "Current"), Self.number("Yêu cầu", "Asked"),
        ReportTable.Column(Phrase(vi: "Kết quả", en: "Result"), widest: 14),
        Self.number("Thiếu (điểm %)", "Missing (points)"),
        Self.number("Tổng số dự báo \(target)", "Base forecast \(target)"),
        Self.number("Thiếu (người, hộ …) \(target)", "People missing in \(target)"),
        Self.number("Nhịp đã qua (điểm / năm)", "Pace so far (points / year)"),
        Self.number("Nhịp dự kiến (điểm / năm)", "Pace expected (points / year)"),
        Self.number("Nhịp cần có (điểm / năm)", "Pace needed (points / year)"),
        Self.number("Xác suất đạt \(target)", "Probability in \(target)"),
        Self.number("Trên 50% từ", "Above 50% from"), Self.number("Trên 80% từ", "Above 80% from"),
        ReportTable.Column(Phrase(vi: "Lưu ý", en: "Remark"), widest: 32),
      ],
      rows: results.map { result in
        GapTable.identity(of: result) + GapTable.state(of: result)
          + [
            .signed(result.gapPoints), .whole(result.baseForecast), .whole(result.gapPeople),
            .signed(result.paceSoFar), .signed(result.forecast.expectedPace),
            .signed(result.paceNeeded), Self.probability(of: result, in: target),
            .year(result.yearAtProbability50), .year(result.yearAtProbability80),
            .text(
              RequirementWords.remark(on: result, analysis: analysis, saysIllustrative: false)),
          ]
      })
  }

  /// One row an indicator and year, so that it can be filtered and pivoted.
  var forecast: ReportTable {
    ReportTable(
      columns: [
        Self.id, Self.title, Self.number("Năm", "Year"), Self.number("Trung vị", "Median"),
        Self.number("Cận dưới 80%", "Lower 80%"), Self.number("Cận trên 80%", "Upper 80%"),
        Self.number("Yêu cầu", "Asked"), Self.number("Xác suất đạt", "Probability"),
        ReportTable.Column(Phrase(vi: "Cơ sở", en: "Rests on")),
      ],
      rows: results.filter { $0.kind == .share }.flatMap { result in
        result.forecast.years.map { year in
          let interval = year.distribution.interval(0.8)
          return [
            .name(result.id), .text(result.shortTitle), .year(year.year),
            .percent(year.distribution.median), .percent(interval.lowerBound),
            .percent(interval.upperBound),
            .threshold(result.threshold?.value, decimals: result.threshold?.scale ?? 0),
            Self.probability(of: result, in: year.year), .text(basis(of: result)),
          ]
        }
      })
  }

  /// What the forecast of a row rests on, where that is not the usual.
  private func basis(of result: RequirementResult) -> Phrase {
    var words: [Phrase] = []
    if let label = result.forecast.basis.label { words.append(label) }
    if !result.forecast.isVerified {
      words.append(Phrase(vi: "chưa kiểm chứng", en: "unverified"))
    }
    return Phrase(
      vi: words.map(\.vi).joined(separator: "; "), en: words.map(\.en).joined(separator: "; "))
  }

  /// A chance as the report says it: a share never reaches exactly 0 or 100%.
  private static func probability(
    of result: RequirementResult, in year: Int
  ) -> ReportTable.Cell {
    .probability(
      result.probability(in: year).map { min(max($0, 1e-6), 1 - 1e-6) },
      cap: RequirementWords.cap(on: result))
  }

  /// One row a requirement that somebody is named for; none when nobody is.
  var agencies: ReportTable {
    let assigned = analysis.requirements.contains { $0.leadAgency != nil }
    return ReportTable(
      columns: [
        Self.id, Self.title, ReportTable.Column(Phrase(vi: "Kết quả", en: "Result")),
        ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead")),
        ReportTable.Column(Phrase(vi: "Phối hợp", en: "Supporting")),
      ],
      rows: !assigned
        ? []
        : analysis.requirements.map { result in
          [
            .name(result.id), .text(result.shortTitle),
            .text(RequirementWords.result(of: result)),
            result.leadAgency.map { .name($0) }
              ?? .text(Phrase(vi: "chưa phân công", en: "nobody assigned")),
            .name(result.supportingAgencies.joined(separator: ", ")),
          ]
        })
  }

  /// One row a remark, and a reading of the rule file; then how often such statements came true.
  var remarks: ReportTable {
    let kinds: [(Phrase, [String])] = [
      (
        Phrase(vi: "Cần biết khi đọc", en: "To be known"),
        RemarkList.merged(analysis.diagnostics, in: language)
      ),
      (
        Phrase(vi: "Hồ sơ kiểm chứng", en: "Track record"),
        RecordWords.sentences(of: analysis.requirements.filter { $0.kind == .share }, in: language)
      ),
      (
        Phrase(vi: "Cách hiểu của tệp quy định, không phải luật", en: "A reading, not the law"),
        AnalysisText(analysis, language: language).readingSentences
      ),
    ]
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Loại", en: "Kind"), widest: 26),
        ReportTable.Column(Phrase(vi: "Nội dung", en: "Sentence"), widest: 100),
      ],
      rows: kinds.flatMap { kind, sentences in sentences.map { [.text(kind), .name($0)] } })
  }

  /// One row a figure: everything that the forecast was made from, with where it stands.
  var figures: ReportTable {
    ReportTable(
      columns: [
        Self.id, Self.title, Self.number("Năm", "Year"), Self.number("Số đạt", "Count"),
        Self.number("Tổng số", "Base"), Self.number("Tỷ lệ", "Share"),
        ReportTable.Column(Phrase(vi: "Trạng thái", en: "Status")),
        ReportTable.Column(Phrase(vi: "Chỗ trong tệp", en: "Where it stands")),
      ],
      rows: results.flatMap { result in
        (result.series?.observations ?? []).map { observation in
          [
            .name(result.id), .text(result.shortTitle), .year(observation.year),
            .whole(observation.count), .whole(observation.base), .percent(observation.percent),
            .text(observation.status.title), .name(observation.position.label),
          ]
        }
      })
  }

  /// What the answer speaks of, then one row a file with its SHA-256.
  func sources(of inputs: [ResultEnvelope.Input], toolVersion: String) -> ReportTable {
    let head = AnalysisText(analysis, language: language).headLines
    let program = (
      Phrase(vi: "Chương trình", en: "Program")(language), "forecast \(toolVersion)"
    )
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mục", en: "Item")),
        ReportTable.Column(Phrase(vi: "Nội dung", en: "Content")),
        ReportTable.Column(
          Phrase(vi: "SHA-256 của tệp", en: "SHA-256 of the file"), widest: 70),
      ],
      rows: (head + [program]).map { [.name($0.0), .name($0.1), .empty] }
        + inputs.map {
          [.text(Phrase(vi: "Tệp đã đọc", en: "File read")), .name($0.path), .name($0.sha256)]
        })
  }
}
