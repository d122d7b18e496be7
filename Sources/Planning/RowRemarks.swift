import Diagnostics
import Forecasting
import Indicators
import Regulations
import Wording

/// What a reader has to know of one row of the answer.
enum RowRemarks {
  /// The yearly change in points from which a figure is asked about; the largest of the 63 provinces'
  /// trained labour 2008–2018 is 8.6 points.
  private static let askedChange = 15.0

  /// Returns a question for each step that is too large to pass over: of the share, or of its base.
  private static func jumps(in series: IndicatorSeries, id: String) -> [Diagnostic] {
    var questions: [Diagnostic] = []
    let figures = series.comparableObservations
    for (earlier, later) in zip(figures, figures.dropFirst()) {
      let years = ["id": id, "from": String(earlier.year), "to": String(later.year)]
      let change = (later.percent - earlier.percent) / Double(later.year - earlier.year)
      if abs(change) >= askedChange {
        questions.append(
          Diagnostic(
            .seriesJump, at: later.position, value: FigureWords.text(of: later), years,
            phrases: [
              "change": Phrase(
                vi: NumberStyle(.vi).signed(change), en: NumberStyle(.en).signed(change))
            ]))
      }
      if let old = earlier.base, let new = later.base, new > 2 * old || old > 2 * new {
        questions.append(
          Diagnostic(
            .baseJump, at: later.position, value: String(new), years,
            phrases: [
              "old": Phrase(vi: NumberStyle(.vi).whole(old), en: NumberStyle(.en).whole(old)),
              "new": Phrase(vi: NumberStyle(.vi).whole(new), en: NumberStyle(.en).whole(new)),
            ]))
      }
    }
    return questions
  }

  /// Returns which years were rebuilt from former units, and whether that widens the interval.
  private static func rebuiltHistory(
    of series: IndicatorSeries, id: String, model: any TrendModel
  ) -> [Diagnostic] {
    let rebuilt = series.observations.filter(\.isRebuilt)
    guard let last = rebuilt.last else { return [] }
    let isSplit = rebuilt.contains { ($0.rebuildingDeviation ?? 0) > 0 }
    return [
      Diagnostic(
        .historyRebuilt, at: last.position,
        [
          "id": id, "years": YearWords.ranges(rebuilt.map(\.year)),
          "units": series.formerUnits.joined(separator: ", "),
        ],
        phrases: [
          "widening": isSplit && model.learnsFromOthers
            ? Phrase(
              vi: "; khoảng dự báo đã nới rộng vì có đơn vị cũ bị chia",
              en: "; the interval is widened because a former unit was split") : Phrase("")
        ])
    ]
  }

  /// Returns why the expected pace is not the pace so far, where the difference is worth a word.
  static func paceRemark(on result: RequirementResult) -> [Diagnostic] {
    guard let latest = result.latest, let expected = result.forecast.expectedPace,
      let soFar = result.paceSoFar, abs(expected - soFar) >= 0.3
    else { return [] }
    func phrase(_ value: Double) -> Phrase {
      Phrase(vi: NumberStyle(.vi).signed(value), en: NumberStyle(.en).signed(value))
    }
    return [
      Diagnostic(
        .paceShrunk, at: latest.position, ["id": result.id],
        phrases: [
          "expected": phrase(expected), "soFar": phrase(soFar),
        ])
    ]
  }

  /// Returns what a reader has to know of one row.
  static func remarks(
    on result: RequirementResult, requiredDefinition: String?, model: any TrendModel
  ) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    let names = ["id": result.id, "indicator": result.indicator]
    func add(
      _ code: DiagnosticCode, at position: InputPosition?, value: String? = nil,
      _ facts: [String: String] = [:], phrases: [String: Phrase] = [:]
    ) {
      remarks.append(
        Diagnostic(
          code, at: position, value: value, names.merging(facts) { $1 },
          phrases: phrases.merging(["title": result.title]) { $1 }))
    }
    if let state = result.state, state.record.evidence != .full, result.met == true {
      add(
        .evidenceIncomplete, at: state.record.position,
        phrases: ["evidence": state.record.evidence.title])
    }
    // Where a grade counts by its rates, its plan does not, which has a remark of its own.
    if let plan = result.state?.plan, result.gradeOutlook.isEmpty {
      add(
        .factPlanned, at: plan.position,
        ["year": String(plan.year), "note": plan.note.isEmpty ? "" : " (\(plan.note))"])
    }
    if result.kind == .grade, let record = result.state?.record, result.met == nil,
      record.value == .met
    {
      add(.gradeMissing, at: record.position, value: "met")
    }
    guard let latest = result.latest, let series = result.series else { return remarks }
    if let foreign = result.foreignDefinition {
      add(
        result.isComparable ? .definitionAccepted : .definitionDiffers, at: latest.position,
        value: foreign, ["required": requiredDefinition ?? ""])
    }
    if result.threshold != nil, result.met == nil {
      add(
        .roundingUndecided, at: latest.position, value: FigureWords.text(of: latest),
        phrases: [
          "figure": FigureWords.phrase(of: latest),
          "threshold": .percent(result.threshold?.value, decimals: result.threshold?.scale ?? 0),
        ])
    }
    if latest.status != .final {
      add(
        .figurePreliminary, at: latest.position,
        ["year": String(latest.year)],
        phrases: [
          "status": latest.status.title,
          "widening": model.learnsFromOthers
            ? Phrase(
              vi: "; khoảng dự báo đã nới rộng theo sai số điều chỉnh",
              en: "; the interval is widened by the revision error") : Phrase(""),
        ])
    }
    remarks += rebuiltHistory(of: series, id: result.id, model: model)
    if let lastBreak = series.breaks.last(where: { $0.year <= latest.year }),
      series.observations.contains(where: { $0.year < lastBreak.year })
    {
      add(
        .seriesBroken, at: latest.position,
        ["year": String(lastBreak.year), "note": lastBreak.note])
    }
    let questions = jumps(in: series, id: result.id)
    remarks += questions
    // A base that is asked about first has to be right before anything is said of it.
    if let split = result.changeSplit, split.isDrivenByBase,
      questions.allSatisfy({ $0.code != .baseJump })
    {
      add(
        .changeByBase, at: latest.position, ["from": String(split.from), "to": String(split.to)],
        phrases: [
          "points": .signed(split.points), "count": .signed(split.byCount),
          "base": .signed(split.byBase),
        ])
    }
    let percents = series.comparableObservations.map(\.percent)
    if percents.count >= 3, Set(percents).count == 1 {
      add(
        .seriesConstant, at: latest.position, value: FigureWords.text(of: latest),
        ["count": String(percents.count)],
        phrases: ["figure": .percent(latest.percent, decimals: latest.printedPercent?.scale ?? 1)])
    }
    if let label = result.forecast.basis.label {
      add(.forecastWeak, at: latest.position, phrases: ["basis": label])
    }
    if !result.forecast.years.isEmpty, !result.forecast.isVerified {
      add(.paceUnverified, at: latest.position)
    }
    if let year = result.forecast.firstUncalibratedYear {
      add(
        .forecastUncalibrated, at: latest.position,
        ["year": String(year), "horizon": String(Forecast.calibratedHorizon)])
    }
    return remarks
  }
}

/// Years in the words of messages.
enum YearWords {
  /// Returns ascending years with runs drawn together: "2018–2020, 2022".
  static func ranges(_ years: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for year in years {
      if let last = runs.last, year == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

/// Figures in the words of messages.
enum FigureWords {
  /// Returns a figure as its input has it: a count over its base, or the percent as printed.
  static func text(of observation: Observation) -> String {
    if let count = observation.count, let base = observation.base { return "\(count)/\(base)" }
    let decimals = observation.printedPercent?.scale ?? 1
    return DecimalText(observation.percent, decimals: decimals)?.joined(decimalSeparator: ".") ?? ""
  }

  /// Returns a figure for people: a count over its base, or the percent.
  static func phrase(of observation: Observation) -> Phrase {
    observation.count != nil && observation.base != nil
      ? Phrase(text(of: observation))
      : .percent(observation.percent, decimals: observation.printedPercent?.scale ?? 1)
  }
}

extension DiagnosticCode {
  static let historyRebuilt = DiagnosticCode(
    "history.rebuilt", .note,
    message: Phrase(
      vi: "{id}: số liệu {years} được ghép lại từ các đơn vị cũ: {units}{widening}",
      en: "{id}: the figures of {years} are rebuilt from former units: {units}{widening}"),
    remedy: Phrase(
      vi: "Đối chiếu tỷ lệ chia của từng đơn vị cũ với hồ sơ sắp xếp đơn vị hành chính.",
      en: "Compare the shares of the former units with the records of the merger."))

  static let gradeMissing = DiagnosticCode(
    "fact.grade-missing", .warning,
    message: Phrase(
      vi: "{id}: bảng facts chỉ ghi “đạt” mà không ghi mức độ, nên không biết đã đủ chưa",
      en: "{id}: the facts say “met” but no grade, so that it cannot be told"),
    remedy: Phrase(
      vi: "Ghi mức độ đạt được bằng số: 1, 2 hoặc 3.", en: "Write the grade as a number: 1, 2 or 3."
    ))

  static let seriesJump = DiagnosticCode(
    "series.jump", .warning,
    message: Phrase(
      vi: "{id}: từ {from} đến {to} thay đổi {change} điểm mỗi năm; số này có đúng không?",
      en: "{id}: from {from} to {to} it changes by {change} points a year; is that right?"),
    remedy: Phrase(
      vi:
        "Kiểm tra dấu thập phân (5,2 hay 52?) và mẫu số; nếu đổi định nghĩa thì khai trong bảng breaks.",
      en:
        "Check the decimal sign (5.2 or 52?) and the base; declare a change of definition in breaks."
    ))

  static let changeByBase = DiagnosticCode(
    "change.by-base", .note,
    message: Phrase(
      vi:
        "{id}: từ {from} đến {to} tỷ lệ đổi {points} điểm, trong đó {count} do số đạt và {base} chỉ do tổng số thay đổi",
      en:
        "{id}: from {from} to {to} the share changes by {points} points, {count} of them by the count and {base} by the base alone"
    ),
    remedy: Phrase(
      vi: "Khi nói về kết quả vận động, chỉ tính phần do số đạt.",
      en: "When speaking of what was achieved, count the part of the count only."))

  static let baseJump = DiagnosticCode(
    "base.jump", .warning,
    message: Phrase(
      vi: "{id}: tổng số từ {from} đến {to} đổi từ {old} thành {new}; số này có đúng không?",
      en: "{id}: the base changes from {old} to {new} between {from} and {to}; is that right?"),
    remedy: Phrase(
      vi: "Kiểm tra mẫu số; nếu địa giới thay đổi thì khai trong bảng breaks.",
      en: "Check the base; declare a change of territory in breaks."))

  static let paceShrunk = DiagnosticCode(
    "pace.shrunk", .note,
    message: Phrase(
      vi:
        "{id}: nhịp dự kiến {expected} điểm/năm khác nhịp đã qua {soFar}, vì chuỗi ngắn được cân với nhịp thường gặp ở mức này và ở các nơi khác",
      en:
        "{id}: the expected pace of {expected} points a year differs from {soFar} so far: a short series is weighed against the pace usual at this level and in other places"
    ),
    remedy: Phrase(
      vi: "Nếu có lý do để tin nhịp của địa phương, ghi rõ lý do đó trong kế hoạch.",
      en: "If there is a reason to trust the place's own pace, say it in the plan."))

  static let evidenceIncomplete = DiagnosticCode(
    "fact.evidence", .warning,
    message: Phrase(
      vi: "{id} ghi là đạt nhưng {evidence}", en: "{id}: recorded, but with {evidence}"),
    remedy: Phrase(
      vi: "Bổ sung minh chứng trước khi lập hồ sơ.", en: "Complete the evidence before filing."))

  static let factPlanned = DiagnosticCode(
    "fact.planned", .note,
    message: Phrase(
      vi: "{id}: dự kiến thay đổi từ năm {year}{note}",
      en: "{id}: taken to change from {year} as planned{note}"),
    remedy: Phrase(
      vi: "Theo dõi tiến độ; nếu lùi thì sửa năm trong bảng facts.",
      en: "Watch its progress; if it slips, mend the year in the table of facts."))

  static let definitionDiffers = DiagnosticCode(
    "definition.differs", .warning,
    message: Phrase(
      vi:
        "{id}: số liệu theo định nghĩa “{value}”, quy định đòi “{required}”; không tính vào xác suất của mức",
      en:
        "{id}: the data are counted as “{value}”, the rule asks for “{required}”; they do not enter the level's probability"
    ),
    remedy: Phrase(
      vi: "Nếu chấp nhận coi như nhau, thêm --accept-definition {value}.",
      en: "To take them as equal, add --accept-definition {value}."))

  static let definitionAccepted = DiagnosticCode(
    "definition.accepted", .warning,
    message: Phrase(
      vi: "{id}: số liệu theo định nghĩa “{value}” được người dùng chấp nhận thay cho “{required}”",
      en: "{id}: data counted as “{value}” were accepted in place of “{required}”"),
    remedy: Phrase(
      vi: "Ghi rõ điều này khi dùng kết quả.", en: "Say so wherever the result is used."))

  static let roundingUndecided = DiagnosticCode(
    "rounding.undecided", .warning,
    message: Phrase(
      vi: "{id}: {figure} quá sát ngưỡng {threshold}, làm tròn nên không biết đạt hay chưa",
      en: "{id}: {figure} is too near to the threshold {threshold} to tell, because it is rounded"),
    remedy: Phrase(
      vi: "Nhập số đếm và mẫu số (count, base).", en: "Enter the count and its base."))

  static let figurePreliminary = DiagnosticCode(
    "figure.preliminary", .note,
    message: Phrase(
      vi:
        "{id}: số liệu năm {year} là số {status}{widening}",
      en: "{id}: the figure of {year} is {status}{widening}"),
    remedy: Phrase(
      vi: "Chạy lại khi có số chính thức.", en: "Run again when the final figure is out."))

  static let seriesBroken = DiagnosticCode(
    "series.break", .note,
    message: Phrase(
      vi:
        "{id}: chuỗi số liệu gián đoạn từ năm {year} ({note}); mức lấy từ năm đó, các năm trước chỉ cho biết nhịp tăng",
      en:
        "{id}: the series breaks in {year} ({note}); the level is taken from then on, earlier years tell of the pace only"
    ),
    remedy: Phrase(vi: "", en: ""))

  static let seriesConstant = DiagnosticCode(
    "series.constant", .warning,
    message: Phrase(
      vi: "{id}: số liệu cả {count} năm đều bằng {figure}, cần kiểm tra lại",
      en: "{id}: all {count} years are {figure}; is that so?"),
    remedy: Phrase(
      vi: "Đối chiếu với hồ sơ gốc từng năm.", en: "Compare with the original records of each year."
    ))

  static let forecastWeak = DiagnosticCode(
    "forecast.weak", .note,
    message: Phrase(vi: "{id}: {basis}", en: "{id}: {basis}"),
    remedy: Phrase(
      vi: "Bổ sung số liệu các năm trước nếu có.",
      en: "Add figures of earlier years if there are any."))

  static let paceUnverified = DiagnosticCode(
    "forecast.unverified", .note,
    message: Phrase(
      vi:
        "{id}: chưa kiểm chứng – chưa có chuỗi số liệu thật nào về nhịp tăng của loại chỉ tiêu này",
      en: "{id}: unverified – there are no real series on the pace of this kind of indicator"),
    remedy: Phrase(
      vi: "Đọc khoảng dự báo như một gợi ý.", en: "Read the interval as a suggestion."))

  static let forecastUncalibrated = DiagnosticCode(
    "forecast.beyond-record", .note,
    message: Phrase(
      vi: "{id}: từ năm {year} xa hơn {horizon} năm, chưa có kết quả kiểm tra độ tin cậy",
      en: "{id}: from {year} on more than {horizon} years ahead, beyond what has been checked"),
    remedy: Phrase(
      vi: "Không dùng xác suất của các năm đó để cam kết.",
      en: "Do not commit to anything by the probabilities of those years."))
}
