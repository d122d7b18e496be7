package import OfficeDocuments
import Regulations
import Wording

/// The template as a workbook.
///
/// Titles of sheets, headings and the words of the column “Đại lượng” are those by which filled files are
/// recognised: they are not to be changed.
extension FigureTemplate {
  /// The workbook: figures, pass/fail items, agencies, guide; a sheet without rows is left out.
  package var workbook: Workbook {
    Workbook(
      title: figuresTitle, sheets: [figures, checklist, agencies].compactMap(\.self) + [guide])
  }

  func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  private var figuresTitle: String {
    say("Số liệu “Cộng đồng học tập” của ", "Figures on the “learning community” of ") + place
  }

  // MARK: Figures

  /// The headings before the years.
  private var figureHeadings: [String] {
    language == .vi
      ? ["STT", "Địa phương", "Mã", "Chỉ tiêu", "Đại lượng", "ĐVT"]
      : ["No", "Place", "Code", "Indicator", "Measure", "Unit"]
  }

  /// What is counted in each row of a share: the base first.
  private var measures: [String] {
    language == .vi ? ["Tổng số", "Số đạt"] : ["Total", "Reached"]
  }

  /// The sheet of counts: two rows a place and share; nil when nothing is to be counted.
  private var figures: Worksheet? {
    guard !shares.isEmpty else { return nil }
    let headings = figureHeadings
    let placeWidth = ([place] + parts).map { TextLines.width(of: $0) }.max() ?? 0
    let titleWidth = shares.map { TextLines.width(of: $0.title(language)) }.max() ?? 0
    var sheet = Worksheet(
      title: say("Số liệu", "Figures"),
      widths: [6, Double(min(max(placeWidth, 10) + 2, 30)), 8, Double(min(titleWidth + 2, 36))]
        + [11, 12] + yearWidths)
    addHead(figuresTitle, to: &sheet)
    sheet.appendHeading(headingRow(headings))
    let firstRow = sheet.rows.count
    var number = 0
    var group = 0
    for (index, name) in ([place] + parts).enumerated() {
      for share in shares(ofPart: index > 0) {
        let isShaded = group % 2 == 1
        for measure in measures {
          number += 1
          let label = SheetLook.body.with { $0.ground = isShaded ? .band : .none }
          let cells: [WorksheetCell] = [
            .number(Double(number), label.with { $0.alignment = .centre }),
            .text(name, label.with { $0.isUnlocked = true }),
            WorksheetCell(share.code.map { .text($0) } ?? .empty, label),
            .text(share.title(language), label),
            .text(measure, label),
            WorksheetCell(share.unit.map { .text($0.title(language)) } ?? .empty, label),
          ]
          let entry = Self.entry(isShaded: isShaded).with { $0.numberFormat = "#,##0" }
          sheet.append(
            .fitted(cells + years.map { _ in WorksheetCell(.empty, entry) }, to: sheet.widths))
        }
        group += 1
      }
    }
    sheet.frozenColumns = headings.count
    sheet.entryRules = [
      yearRule(row: firstRow - 1, firstColumn: headings.count),
      EntryRule(
        area: EntryRule.Area(
          rows: firstRow...(sheet.rows.count - 1),
          columns: headings.count...(headings.count + years.count - 1)),
        allowed: .wholeNumber(atLeast: 0), title: say("Số đếm", "A count"),
        invitation: say(
          "Số nguyên, ví dụ 14041. Chưa có số liệu thì để trống, không ghi 0.",
          "A whole number, such as 14041. Leave it empty where nothing is known; never write 0."),
        refusal: say(
          "Chỉ nhận số nguyên từ 0 trở lên, không có chữ, không có dấu %. Chưa có số liệu thì để trống.",
          "Only whole numbers of 0 and more: no letters, no %. Leave it empty where nothing is known."
        )),
    ]
    return finished(sheet)
  }

  // MARK: Pass/fail items

  /// The sheet of pass/fail items and grades; nil when there is none.
  private var checklist: Worksheet? {
    guard !items.isEmpty else { return nil }
    let headings = language == .vi ? ["Mã", "Chỉ tiêu"] : ["Code", "Indicator"]
    let titleWidth = items.map { TextLines.width(of: $0.title(language)) }.max() ?? 0
    var sheet = Worksheet(
      title: say("Đạt – chưa đạt", "Met or not"),
      widths: [8, Double(min(titleWidth + 2, 40))] + yearWidths)
    addHead(
      say("Chỉ tiêu đạt – chưa đạt và mức độ của ", "Pass/fail items and grades of ") + place,
      to: &sheet)
    sheet.appendHeading(headingRow(headings))
    let firstRow = sheet.rows.count
    sheet.entryRules = [yearRule(row: firstRow - 1, firstColumn: headings.count)]
    for item in items {
      let row = sheet.rows.count
      let label = SheetLook.body
      let entry = Self.entry(isShaded: false).with { $0.alignment = .centre }
      sheet.append(
        .fitted(
          [.text(item.code, label), .text(item.title(language), label)]
            + years.map { _ in WorksheetCell(.empty, entry) }, to: sheet.widths))
      sheet.entryRules.append(
        rule(
          for: item,
          area: EntryRule.Area(
            rows: row...row, columns: headings.count...(headings.count + years.count - 1))))
    }
    sheet.frozenColumns = headings.count
    return finished(sheet)
  }

  private func rule(for item: Item, area: EntryRule.Area) -> EntryRule {
    if let highest = item.highestGrade {
      return EntryRule(
        area: area, allowed: .list((0...highest).map(String.init)),
        title: say("Mức độ", "A grade"),
        invitation: say(
          "Mức độ đã được công nhận, từ 0 (chưa đạt) đến \(highest). Chưa biết thì để trống.",
          "The grade that was recognised, 0 (none) to \(highest). Leave it empty if not known."),
        refusal: say(
          "Chỉ nhận số từ 0 đến \(highest).", "Only 0 to \(highest)."))
    }
    return EntryRule(
      area: area,
      allowed: .list(language == .vi ? ["Đạt", "Chưa đạt"] : ["Met", "Not met"]),
      title: say("Đạt hay chưa đạt", "Met or not"),
      invitation: say(
        "Chọn Đạt hoặc Chưa đạt. Chưa đánh giá thì để trống.",
        "Choose Met or Not met. Leave it empty if not assessed."),
      refusal: say("Chỉ nhận Đạt hoặc Chưa đạt.", "Only Met or Not met."))
  }

  // MARK: Agencies

  /// The sheet of who answers for what; nil when nothing is asked for.
  private var agencies: Worksheet? {
    let assigned = self.assigned
    guard !assigned.isEmpty else { return nil }
    let titleWidth = assigned.map { TextLines.width(of: $0.title(language)) }.max() ?? 0
    var sheet = Worksheet(
      title: say("Phân công", "Agencies"),
      widths: [8, Double(min(titleWidth + 2, 40)), 34, 46])
    addHead(say("Phân công của ", "Who answers for what in ") + place, to: &sheet)
    sheet.appendHeading(
      Worksheet.Row(
        (language == .vi
          ? ["Mã", "Chỉ tiêu", "Đơn vị chủ trì", "Đơn vị phối hợp"]
          : ["Code", "Indicator", "Lead agency", "Supporting agencies"])
          .map { .text($0, SheetLook.heading) }, height: 2 * Worksheet.lineHeight))
    let entry = Self.entry(isShaded: false).with {
      $0.isWrapped = true
      $0.alignment = .leading
    }
    for row in assigned {
      sheet.append(
        .fitted(
          [
            WorksheetCell(row.code.map { .text($0) } ?? .empty, SheetLook.body),
            .text(row.title(language), SheetLook.body), WorksheetCell(.empty, entry),
            WorksheetCell(.empty, entry),
          ], to: sheet.widths))
    }
    sheet.frozenColumns = 2
    return finished(sheet)
  }

  // MARK: What all have

  private var yearWidths: [Double] {
    years.map { $0 == years.upperBound ? 14 : 11 }
  }

  private func addHead(_ title: String, to sheet: inout Worksheet) {
    sheet.appendLine(
      title,
      CellLook.plain.with {
        $0.isBold = true
        $0.size = 14
      })
    sheet.appendLine(
      say(
        "Ghi vào ô màu vàng nhạt; chưa có số liệu thì để trống, không ghi 0. Xem trang “Hướng dẫn”.",
        "Fill in the light yellow cells; leave empty what is not known, never write 0. See the sheet “How to fill”."
      ))
    sheet.append(Worksheet.Row([]))
  }

  private func headingRow(_ headings: [String]) -> Worksheet.Row {
    let newest = SheetLook.heading.with { $0.isUnlocked = true }
    return Worksheet.Row(
      headings.map { .text($0, SheetLook.heading) }
        + years.map {
          .number(Double($0), $0 == years.upperBound ? newest : SheetLook.heading)
        }, height: 2 * Worksheet.lineHeight)
  }

  /// The newest year may be marked as not final.
  private func yearRule(row: Int, firstColumn: Int) -> EntryRule {
    let year = years.upperBound
    let column = firstColumn + years.count - 1
    return EntryRule(
      area: EntryRule.Area(rows: row...row, columns: column...column),
      allowed: .list(
        language == .vi
          ? ["\(year)", "\(year) (sơ bộ)", "Ước \(year)"]
          : ["\(year)", "\(year) (preliminary)", "Estimate \(year)"]),
      title: say("Năm cuối", "The newest year"),
      invitation: say(
        "Chọn “\(year) (sơ bộ)” hoặc “Ước \(year)” nếu số liệu năm này chưa chính thức.",
        "Choose “\(year) (preliminary)” or “Estimate \(year)” if these figures are not final."),
      refusal: say(
        "Chọn một trong ba cách ghi trong danh sách.", "Choose one of the three in the list."))
  }

  private static func entry(isShaded: Bool) -> CellLook {
    CellLook.plain.with {
      $0.isBordered = true
      $0.isUnlocked = true
      $0.ground = isShaded ? .inputBand : .input
    }
  }

  private func finished(_ sheet: Worksheet) -> Worksheet {
    var sheet = sheet
    sheet.isProtected = true
    sheet.pageWord = say("Trang", "Page")
    return sheet
  }
}
