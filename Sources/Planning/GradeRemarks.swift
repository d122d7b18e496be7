import Diagnostics
import Indicators
import Regulations
import Wording

/// What a reader has to know of a grade whose rates the data have, wholly or in part.
enum GradeRemarks {
  /// Returns the remarks on a requirement; none for one without figures of any rate.
  ///
  /// - Parameters:
  ///   - item: the requirement.
  ///   - result: its row.
  ///   - isDifficultArea: whether the place is known to be a “vùng khó khăn”.
  /// - Returns: the remarks, those that question the figures first.
  static func remarks(
    on item: RequirementEvidence, result: RequirementResult, isDifficultArea: Bool?
  ) -> [Diagnostic] {
    guard let grade = item.grade else { return [] }
    let id = item.requirement.id
    let position = grade.rates.compactMap { $0.series?.latest?.position }.first
    guard grade.isComplete else {
      return [
        Diagnostic(
          .gradeRatesMissing, at: position, ["id": id],
          phrases: ["known": names(of: grade.known), "missing": names(of: grade.missing)])
      ]
    }
    var remarks: [Diagnostic] = []
    if let plan = result.state?.plan {
      remarks.append(
        Diagnostic(.gradePlanYields, at: plan.position, ["id": id, "year": String(plan.year)]))
    }
    let failing = result.rates.filter { $0.met == false }
    if result.met == true, !failing.isEmpty {
      remarks.append(
        Diagnostic(
          .gradeRatesDisagree, at: result.state?.record.position, ["id": id],
          phrases: ["rates": list(failing.map(\.shortTitle))]))
    }
    remarks += grade.notes.map { note in
      Diagnostic(.gradeOpenCondition, at: position, ["id": id], phrases: ["note": note])
    }
    let rates = item.requirement.gradeConditions.last?.rates ?? []
    if isDifficultArea == true, rates.contains(where: { $0.especiallyDifficult != nil }) {
      remarks.append(Diagnostic(.gradeSofterThresholds, at: position, ["id": id]))
    }
    return remarks
  }

  private static func names(of rates: [RequirementEvidence]) -> Phrase {
    list(rates.map(\.requirement.shortTitle))
  }

  private static func list(_ titles: [Phrase]) -> Phrase {
    Phrase(
      vi: titles.map { "“\($0.vi)”" }.joined(separator: ", "),
      en: titles.map { "“\($0.en)”" }.joined(separator: ", "))
  }
}

extension DiagnosticCode {
  static let gradeRatesMissing = DiagnosticCode(
    "grade.rates-missing", .warning,
    message: Phrase(
      vi: "{id}: có số liệu của {known} nhưng chưa có {missing}, nên tính theo mức độ đã ghi",
      en: "{id}: there are figures of {known} but none of {missing}: the recorded grade counts"),
    remedy: Phrase(
      vi: "Nhập thêm các tỷ lệ còn thiếu để dự báo mức độ từ tỷ lệ.",
      en: "Enter the missing rates to have the grade forecast from them."))

  static let gradePlanYields = DiagnosticCode(
    "grade.plan-yields", .note,
    message: Phrase(
      vi: "{id}: không dùng mức độ dự kiến năm {year}, vì các tỷ lệ của mức độ đã có đủ số liệu",
      en: "{id}: the grade planned for {year} is not used: the rates behind it have figures"),
    remedy: Phrase(
      vi: "So kế hoạch với khả năng tính từ các tỷ lệ.",
      en: "Compare the plan with the chance that the rates give."))

  static let gradeRatesDisagree = DiagnosticCode(
    "grade.rates-disagree", .warning,
    message: Phrase(
      vi: "{id}: mức độ ghi là đạt nhưng tỷ lệ mới nhất chưa đạt ngưỡng: {rates}",
      en: "{id}: the grade is recorded as met, but newest rates are below their thresholds: {rates}"
    ),
    remedy: Phrase(
      vi: "Đối chiếu quyết định công nhận với số liệu của từng tỷ lệ.",
      en: "Compare the recognition with the figures of each rate."))

  static let gradeOpenCondition = DiagnosticCode(
    "grade.open-condition", .note,
    message: Phrase(
      vi: "{id}: các tỷ lệ chưa nói hết điều kiện: {note}",
      en: "{id}: a condition that no rate tells: {note}"),
    remedy: Phrase(vi: "Kiểm tra riêng điều này.", en: "Check it separately."))

  static let gradeSofterThresholds = DiagnosticCode(
    "grade.softer-thresholds", .note,
    message: Phrase(
      vi:
        "{id}: đã dùng ngưỡng chung; ngưỡng thấp hơn chỉ dành cho xã đặc biệt khó khăn, là danh sách khác với vùng khó khăn",
      en:
        "{id}: the standard thresholds are used; the softer ones are for especially difficult communes, which stand in another list than difficult areas"
    ),
    remedy: Phrase(
      vi: "Nếu xã thuộc danh sách đặc biệt khó khăn, khả năng đạt cao hơn số in ra.",
      en: "If the commune stands in that list, its chance is higher than printed."))
}
