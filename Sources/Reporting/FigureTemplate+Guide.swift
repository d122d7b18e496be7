import OfficeDocuments
import Regulations
import Wording

/// The sheet that says how to fill in, what each indicator counts, and what is law.
extension FigureTemplate {
  var guide: Worksheet {
    var sheet = Worksheet(
      title: say("Hướng dẫn", "How to fill"), widths: [8, 44, 34, 34, 40, 46])
    let heading = CellLook.plain.with {
      $0.isBold = true
      $0.size = 12
    }
    sheet.appendLine(
      say("Hướng dẫn điền số liệu của ", "How to fill in the figures of ") + place,
      heading.with { $0.size = 14 })
    sheet.append(Worksheet.Row([]))
    for (index, step) in steps.enumerated() { sheet.appendLine("\(index + 1). \(step)") }
    sheet.append(Worksheet.Row([]))
    sheet.appendLine(say("Quy định", "The rules"), heading)
    for regulation in regulations { sheet.appendLine("• " + Self.origin(of: regulation, language)) }
    sheet.append(Worksheet.Row([]))
    sheet.appendLine(say("Từng chỉ tiêu", "Each indicator"), heading)
    sheet.append(
      .fitted(
        [
          say("Mã", "Code"), say("Chỉ tiêu", "Indicator"),
          say("Tổng số: đếm trong số nào", "Total: of whom"),
          say("Số đạt: đếm gì", "Reached: what"),
          say("Yêu cầu", "Asked"), say("Căn cứ", "Basis"),
        ].map { .text($0, SheetLook.heading) }, to: sheet.widths))
    for row in meanings {
      sheet.append(.fitted(row.map { .text($0, SheetLook.body) }, to: sheet.widths))
    }
    let readings = self.readings
    if !readings.isEmpty {
      sheet.append(Worksheet.Row([]))
      sheet.appendLine(
        say(
          "Cách hiểu của tệp quy định (không phải lời văn của luật)",
          "Readings of the rule file (not the words of the law)"), heading)
      for reading in readings { sheet.appendLine("• " + reading) }
    }
    sheet.pageWord = say("Trang", "Page")
    return sheet
  }

  private var steps: [String] {
    let year = years.upperBound
    var steps = [
      say(
        "Trang “Số liệu”: ghi vào ô màu vàng nhạt. Mỗi chỉ tiêu có hai dòng: “Tổng số” (đếm trong số nào) và “Số đạt” (bao nhiêu đạt). Không phải ghi tỷ lệ, chương trình tự tính.",
        "Sheet “Figures”: fill in the light yellow cells. Each indicator has two rows: “Total” (of whom) and “Reached” (how many). Percent need not be typed; the program derives it."
      ),
      say(
        "Chưa có số liệu thì để trống, không ghi 0. Số 0 nghĩa là đã đếm và không có. Năm nào không có số liệu nào thì cả cột để trống.",
        "Leave empty what is not known; 0 says that it was counted and there was none. A year without any figure stays an empty column."
      ),
      say(
        "Số liệu năm cuối chưa chính thức: chọn “\(year) (sơ bộ)” hoặc “Ước \(year)” ở ô tiêu đề của năm đó.",
        "Figures of the newest year that are not final: choose “\(year) (preliminary)” or “Estimate \(year)” in the heading of that year."
      ),
    ]
    if !items.isEmpty {
      steps.append(
        say(
          "Trang “Đạt – chưa đạt”: chọn Đạt, Chưa đạt hoặc mức độ trong danh sách của ô.",
          "Sheet “Met or not”: choose Met, Not met or the grade from the list of the cell."))
    }
    if !assigned.isEmpty {
      steps.append(
        say(
          "Trang “Phân công”: ghi đơn vị chủ trì và các đơn vị phối hợp (cách nhau bằng dấu chấm phẩy) của từng chỉ tiêu; chưa phân công thì để trống.",
          "Sheet “Agencies”: name the lead agency and the supporting agencies (with semicolons between) of each indicator; leave empty what nobody was assigned to."
        ))
    }
    steps += [
      say(
        "Tiêu đề cột, tên trang và các chữ “Tổng số”, “Số đạt” giữ nguyên; các trang được khóa không mật khẩu để khỏi sửa nhầm. Tên thôn sửa được ở cột “Địa phương”, ở mọi dòng của thôn đó.",
        "Keep headings, titles of sheets and the words “Total” and “Reached”; the sheets are protected without a password. Names of hamlets can be changed in the column “Place”, in all rows of the hamlet."
      ),
      say("Lưu tệp dạng .xlsx, rồi chạy: ", "Save the file as .xlsx, then run: ") + command,
    ]
    return steps
  }

  /// Returns where a rule comes from, and in so many words if it is no law.
  private static func origin(of regulation: Regulation, _ language: Language) -> String {
    let title = regulation.title(language)
    if let basis = regulation.legalBasis, !regulation.isPlanning {
      return title + Phrase(vi: " – căn cứ: \(basis).", en: " – legal basis: \(basis).")(language)
    }
    let notice = regulation.notice.map { ": " + $0(language) } ?? ""
    return title + notice
      + Phrase(vi: ". KHÔNG PHẢI LUẬT.", en: ". NOT LAW.")(language)
  }

  /// One row a requirement or supporting indicator: code, title, base, definition, asked, basis.
  private var meanings: [[String]] {
    var rows: [[String]] = []
    var seen: [String] = []
    for requirement in levels.flatMap(\.requirements) where !seen.contains(requirement.indicator) {
      seen.append(requirement.indicator)
      let uses = uses(of: requirement.indicator)
      rows.append([
        requirement.id, requirement.title(language), meaning(of: requirement.base),
        meaning(of: requirement.definition),
        uses.map { asked($0.requirement, at: $0.level) }.joined(separator: "\n"),
        Self.unique(
          uses.map { use in
            [use.requirement.source, use.requirement.article].compactMap(\.self)
              .joined(separator: ", ")
          }
        ).joined(separator: "\n"),
      ])
    }
    for indicator in levels.flatMap(\.supporting) where !seen.contains(indicator.id) {
      seen.append(indicator.id)
      rows.append([
        "", indicator.title(language), meaning(of: indicator.base),
        meaning(of: indicator.definition),
        say("chỉ số hỗ trợ, không phải điều kiện", "supporting, no condition"), "",
      ])
    }
    return rows
  }

  /// Returns where an indicator is asked for; what a level takes over from another is told once.
  private func uses(of indicator: String) -> [(level: Level, requirement: Requirement)] {
    var found: [(level: Level, requirement: Requirement)] = []
    for level in levels {
      for requirement in level.requirements
      where requirement.indicator == indicator && !found.contains(where: { $0.1 == requirement }) {
        found.append((level, requirement))
      }
    }
    return found
  }

  /// Returns what a level asks: "Mức độ 1: ≥ 50% (vùng khó khăn ≥ 40%)".
  private func asked(_ requirement: Requirement, at level: Level) -> String {
    let words: String
    switch requirement.kind {
    case .fact: words = say("đạt", "met")
    case .grade(let grade): words = say("mức độ \(grade)", "grade \(grade)")
    case .share(let threshold):
      let softer = threshold.difficultArea.map {
        say(" (vùng khó khăn \(share($0)))", " (difficult area \(share($0)))")
      }
      words = share(threshold.standard) + (softer ?? "")
    }
    let notLaw = level.isPlanning ? say(" (không phải luật)", " (not law)") : ""
    return level.title(language) + notLaw + ": " + words
  }

  private func share(_ value: ExactDecimal) -> String {
    "≥ " + NumberStyle(language).percent(value.value, decimals: value.scale)
  }

  /// Returns the words of a definition or base, and how surely they are known; empty where none.
  private func meaning(of id: String?) -> String {
    guard let id,
      let found = regulations.flatMap(\.definitions).first(where: { $0.id == id })
    else { return "" }
    let confidence = found.provenance.confidence
    return found.text(language)
      + (confidence == .verbatim ? "" : " (\(confidence.title(language)))")
  }

  private var readings: [String] {
    Self.unique(levels.flatMap { level in level.readings.map { $0(language) } })
  }

  private static func unique(_ texts: [String]) -> [String] {
    texts.enumerated().filter { index, text in texts.firstIndex(of: text) == index }.map(\.element)
  }
}
