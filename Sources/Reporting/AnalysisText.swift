import Diagnostics
import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// An analysis as text for a terminal: what a chairman asks first, then what an analyst needs.
package struct AnalysisText: Sendable {
  let analysis: Analysis
  let language: Language

  package init(_ analysis: Analysis, language: Language) {
    self.analysis = analysis
    self.language = language
  }

  /// The whole report; it ends in a line feed.
  package var text: String {
    var sections = [head]
    if let headline { sections.append(headline) }
    sections.append(heldLevels)
    if let recognition { sections.append(recognition) }
    sections.append(outlook)
    if let otherLevels { sections.append(otherLevels) }
    sections.append(conditions)
    if let people { sections.append(people) }
    sections.append(pace)
    if let responsible { sections.append(responsible) }
    if let supporting { sections.append(supporting) }
    if let opinions { sections.append(opinions) }
    if let remarks { sections.append(remarks) }
    if let readings { sections.append(readings) }
    let body = sections.joined(separator: "\n")
    return dataNotice.map { $0 + "\n\n" + body } ?? body
  }

  /// The line that ends every report on made-up data; nil for real data.
  package var closingNotice: String? {
    analysis.isIllustrative ? dataNotice : nil
  }

  /// What has to be told of the data before anything else; nil when there is nothing.
  var dataNotice: String? {
    if let notice = analysis.notice { return notice(language) }
    return analysis.isIllustrative
      ? say("SỐ LIỆU MINH HỌA", "SỐ LIỆU MINH HỌA (illustrative figures)") : nil
  }

  /// The line on the data, and that on a level that is no law, as they stand above every sheet.
  var notices: [Phrase] {
    [dataNotice.map { Phrase($0) }].compactMap(\.self)
      + (analysis.level.notice.map { notice in
        [
          Phrase(
            vi: "\(analysis.level.title.vi): \(notice.vi)",
            en: "\(analysis.level.title.en): \(notice.en)")
        ]
      } ?? [])
  }

  func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// Returns a heading in capitals, then what follows it in its own spelling, then the body.
  func section(
    _ vi: String, _ en: String, detail: String = "", _ body: String
  ) -> String {
    say(vi, en).uppercased() + detail + "\n" + body
  }

  /// Returns a day as the language writes it.
  func date(_ value: CalendarDate?) -> String {
    value.map { language == .vi ? $0.dayFirst : $0.iso } ?? NumberStyle.missing
  }

  // MARK: What the answer speaks of

  /// The answer in three sentences: the chance, what is missing most, who leads; nil without a chance.
  private var headline: String? {
    guard let chances else { return nil }
    let target = analysis.targetYear
    let missing = analysis.requirements.filter { $0.kind == .share && $0.met == false }
      .max { ($0.gapPoints ?? 0) < ($1.gapPoints ?? 0) }
    let most = missing.map { result in
      let style = NumberStyle(language)
      let people = result.gapPeople.map {
        say(" (\(style.whole($0)) người, hộ …)", " (\(style.whole($0)) people, households …)")
      }
      let lead = result.leadAgency ?? say("chưa phân công", "nobody assigned")
      return say(
        "Thiếu nhiều nhất để đạt năm \(target): \(result.id) \(result.shortTitle.vi), \(style.decimal(result.gapPoints)) điểm phần trăm\(people ?? ""); chủ trì: \(lead).",
        "Missing most for \(target): \(result.id) \(result.shortTitle.en), \(style.decimal(result.gapPoints)) points\(people ?? ""); lead: \(lead)."
      )
    }
    let failing = analysis.outlook.first { $0.year == target }?.failingFacts ?? []
    let blocked =
      failing.isEmpty
      ? nil
      : say(
        "Chưa thể đạt năm \(target) khi chưa có: \(failing.joined(separator: ", ")).",
        "Not possible in \(target) without: \(failing.joined(separator: ", ")).")
    let body = [chances, blocked, most].compactMap(\.self)
      .flatMap { DisplayWidth.wrapped($0, width: 100) }.map { $0 + "\n" }.joined()
    return section("Trả lời", "The answer", body)
  }

  /// What the answer speaks of, one line each.
  var head: String {
    let lines = headLines
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    return lines.map { DisplayWidth.padded($0.0 + ":", to: width + 2) + $0.1 + "\n" }.joined()
  }

  /// What the answer speaks of, as names and values.
  var headLines: [(String, String)] {
    let level = analysis.level
    var lines = [
      (
        say("Địa phương", "Place"),
        analysis.place.name + (analysis.place.kind.map { " (\($0))" } ?? "")
      ),
      (say("Mức", "Level"), "\(level.id) – \(level.title(language))"),
    ]
    if let notice = level.notice {
      lines.append((say("Chú ý", "Note"), notice(language)))
    }
    lines.append(
      (
        say("Căn cứ", "Legal basis"),
        level.legalBasis ?? say("không có (không phải quy định)", "none (not a regulation)")
      ))
    lines.append((say("Bộ số liệu", "Data"), analysis.datasetTitle))
    lines.append((say("Năm số liệu", "Years of data"), dataYears))
    if let asOf = analysis.asOf {
      lines.append(
        (say("Nhìn từ ngày", "Seen from"), language == .vi ? asOf.dayFirst : asOf.iso))
    }
    lines.append((say("Năm mục tiêu", "Target year"), String(analysis.targetYear)))
    lines.append((say("Cách dự báo", "Model"), analysis.modelTitle(language)))
    if let caution = analysis.modelCaution {
      lines.append((say("Cảnh báo", "Caution"), caution(language)))
    }
    return lines
  }

  private var dataYears: String {
    let last = analysis.baseYear
    let first =
      analysis.requirements.compactMap { $0.series?.observations.first?.year }.min() ?? last
    let range = first == last ? String(last) : "\(first)–\(last)"
    let isPreliminary = analysis.requirements.contains {
      $0.latest?.year == analysis.baseYear && $0.latest?.status != .final
    }
    return isPreliminary
      ? range + say(" (\(analysis.baseYear): sơ bộ)", " (\(analysis.baseYear): preliminary)")
      : range
  }

  // MARK: Past and present

  private var heldLevels: String {
    let years = analysis.history.map(\.year)
    let table = ReportTable(
      columns: [ReportTable.Column(Phrase(vi: "Mức", en: "Level"), widest: 44)]
        + years.map { ReportTable.Column(Phrase(String($0)), .trailing) },
      rows: analysis.heldLevels.map { held in
        let name = Phrase(
          vi: "\(held.level.id) – \(held.level.title.vi)",
          en: "\(held.level.id) – \(held.level.title.en)")
        return [.text(name)]
          + years.map { year in
            .text(Self.mark(held.years.first { $0.year == year }?.met ?? nil))
          }
      })
    var body = table.text(in: language)
    if let current = analysis.history.last, current.met != true {
      let failing = current.failing.joined(separator: ", ")
      if !failing.isEmpty {
        body += say(
          "Năm \(current.year) \(analysis.level.id) chưa đạt ở: \(failing).\n",
          "In \(current.year) \(analysis.level.id) fails at: \(failing).\n")
      }
      if !current.unknown.isEmpty {
        let unknown = current.unknown.joined(separator: ", ")
        body += DisplayWidth.wrapped(
          say(
            "Năm \(current.year) chưa có số liệu so được của: \(unknown).",
            "In \(current.year) nothing comparable is known of: \(unknown)."),
          width: 100
        ).map { $0 + "\n" }.joined()
      }
    }
    return section(
      "Đã đạt các năm qua", "Levels met so far",
      detail: say(" (xét theo ngưỡng hiện nay)", " (by today's thresholds)"), body)
  }

  private static func mark(_ met: Bool?) -> Phrase {
    switch met {
    case true?: Phrase(vi: "đạt", en: "met")
    case false?: Phrase(vi: "chưa", en: "no")
    case nil: Phrase("?")
    }
  }

  private var recognition: String? {
    guard let found = analysis.recognition, let recognised = found.level else { return nil }
    let level = "\(recognised.id) – \(recognised.title(language))"
    let lastSeen = analysis.asOf ?? .endOfYear(analysis.baseYear)
    if let end = found.validThrough, let lastSeen, end < lastSeen {
      return section(
        "Giữ mức đang được công nhận", "Keeping the recognised level",
        say(
          "Quyết định công nhận \(level) ngày \(date(found.recognition.decisionDate)) đã hết giá trị từ \(date(end)).\n",
          "The recognition at \(level) of \(date(found.recognition.decisionDate)) ended on \(date(end)).\n"
        ))
    }
    var body = say(
      "Đang được công nhận \(level) (năm đánh giá \(found.recognition.assessedYear), quyết định ngày \(date(found.recognition.decisionDate)), giá trị đến \(date(found.validThrough))).\n",
      "Recognised at \(level) (assessed year \(found.recognition.assessedYear), decision of \(date(found.recognition.decisionDate)), valid through \(date(found.validThrough))).\n"
    )
    // After the last day of validity there is nothing left to keep.
    let years = found.outlook.filter { year in
      found.validThrough.map { year.year <= $0.year } ?? true
    }
    if !years.isEmpty {
      let style = NumberStyle(language)
      let chances = years.map {
        "\($0.year): \(style.probability($0.probability, cap: cap(of: recognised)))"
      }
      body +=
        say("Xác suất giữ được điều kiện – ", "Chance of keeping its conditions – ")
        + chances.joined(separator: "; ") + ".\n"
      if let weakest = years.first?.bindingRequirements, !weakest.isEmpty {
        let names = weakest.joined(separator: ", ")
        body += say(
          "Chỗ yếu nhất khi giữ mức: \(names).\n", "The weakest point in keeping it: \(names).\n")
      }
      body += risks(of: found)
    }
    return section("Giữ mức đang được công nhận", "Keeping the recognised level", body)
  }

  // MARK: Remarks

  private var remarks: String? {
    let merged = RemarkList.merged(analysis.diagnostics, in: language)
    guard !merged.isEmpty else { return nil }
    return section("Cần biết khi đọc", "To be known when reading", Self.bullets(merged))
  }

  /// What the rule file chose or inferred, kept apart from what is law.
  private var readings: String? {
    let sentences = readingSentences
    guard !sentences.isEmpty else { return nil }
    return section(
      "Cách hiểu của tệp quy định", "Readings of the rule file",
      detail: say(" (không phải lời văn của luật)", " (not the words of the law)"),
      Self.bullets(sentences))
  }

  /// The readings, one sentence each.
  var readingSentences: [String] { confidences + analysis.level.readings.map { $0(language) } }

  /// Thresholds that were not read in the legal text itself, by how they are known.
  private var confidences: [String] {
    Confidence.allCases.filter { $0 != .verbatim }.compactMap { confidence in
      let ids = analysis.level.requirements.filter { $0.confidence == confidence }.map(\.id)
      if ids.isEmpty { return nil }
      let names = ids.joined(separator: ", ")
      return say(
        "Ngưỡng của \(names): \(confidence.title.vi), chưa đối chiếu với nguyên văn.",
        "Thresholds of \(names): \(confidence.title.en), not compared with the text itself.")
    }
  }

  static func bullets(_ sentences: [String]) -> String {
    sentences.flatMap { remark in
      DisplayWidth.wrapped(remark, width: 98).enumerated().map { index, line in
        (index == 0 ? "• " : "  ") + line + "\n"
      }
    }.joined()
  }
}
