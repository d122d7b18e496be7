import Diagnostics
import Indicators
package import Planning
import Regulations
package import Wording

/// An explanation as text for a terminal: numbered steps, each a sentence, a formula, its numbers, its result.
package struct ExplanationText: Sendable {
  /// The columns of a terminal within which sentences are broken.
  private static let width = 110

  let explanation: Explanation
  let language: Language
  /// Whether the matrices of steps with a matrix solution are printed.
  let showsMatrices: Bool
  let formulas: FormulaText

  package init(_ explanation: Explanation, language: Language, showsMatrices: Bool = false) {
    self.explanation = explanation
    self.language = language
    self.showsMatrices = showsMatrices
    formulas = FormulaText(language: language)
  }

  /// The whole text; it ends in a line feed.
  package var text: String {
    let numbers = stepNumbers
    var chapters = [head, inputs].compactMap(\.self)
    for (index, section) in sections.enumerated() {
      let heading = "\(index + firstNumber). \(section.title(language).uppercased())\n"
      chapters.append(
        heading + section.steps.map { step($0, numbers: numbers) }.joined(separator: "\n"))
    }
    chapters.append(notes)
    return chapters.joined(separator: "\n")
  }

  /// All chapters, the one on print last.
  var sections: [Explanation.Section] {
    explanation.sections + [PrintedNumbers(explanation).section].compactMap(\.self)
  }

  /// Chapter 1 holds figures and records; a level has none.
  private var firstNumber: Int { explanation.subject == .level ? 1 : 2 }

  /// The number of each step, "4.2".
  private var stepNumbers: [String: String] {
    var numbers: [String: String] = [:]
    for (chapter, section) in sections.enumerated() {
      for (index, step) in section.steps.enumerated() {
        numbers[step.id] = "\(chapter + firstNumber).\(index + 1)"
      }
    }
    return numbers
  }

  func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  // MARK: Head and foot

  private var head: String {
    let analysis = explanation.analysis
    let report = AnalysisText(analysis, language: language)
    var lines: [(String, String)] = [
      (say("Địa phương", "Place"), analysis.place.name),
      (say("Bộ số liệu", "Data"), analysis.datasetTitle),
      (say("Mức", "Level"), "\(analysis.level.id) – \(analysis.level.title(language))"),
    ]
    if let notice = analysis.level.notice {
      lines.append((say("Chú ý", "Note"), notice(language)))
    }
    if let asOf = analysis.asOf {
      lines.append((say("Nhìn từ ngày", "Seen from"), report.date(asOf)))
    }
    if explanation.subject != .level {
      lines.append(
        (say("Chỉ tiêu", "Requirement"), "\(explanation.id) – \(explanation.title(language))"))
    }
    if let alsoIn {
      lines.append(
        (say("Cũng có ở", "Also in"), alsoIn + say(" (chọn bằng --target)", " (by --target)")))
    }
    lines.append((say("Năm", "Year"), String(explanation.year)))
    if !explanation.isPast {
      lines.append((say("Cách dự báo", "Model"), analysis.modelTitle(language)))
      if let caution = analysis.modelCaution {
        lines.append((say("Cảnh báo", "Caution"), caution(language)))
      }
    }
    lines.append((say("Kết quả", "Result"), PrintedNumbers(explanation).answer(language)))
    let width = (lines.map { DisplayWidth.of($0.0) }.max() ?? 0) + 2
    let text = lines.map { name, value in
      self.lines(
        value, first: DisplayWidth.padded(name + ":", to: width),
        rest: String(repeating: " ", count: width))
    }.joined()
    let summary = ExplanationSummary(explanation).text(language)
    return (report.dataNotice.map { $0 + "\n\n" } ?? "") + text
      + (summary.isEmpty ? "" : "\n" + self.lines(summary, first: "", rest: ""))
  }

  /// The other levels that ask for the same, with what they ask; nil where none does.
  private var alsoIn: String? {
    let analysis = explanation.analysis
    let names = analysis.heldLevels.map(\.level).filter { level in
      level.id != analysis.level.id && level.requirement(explanation.id) != nil
    }.map(\.id)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private var notes: String {
    let (inputs, results) = (FormulaText.inputDigits, FormulaText.resultDigits)
    var sentence = say(
      "Số đưa vào công thức in \(inputs) chữ số có nghĩa, kết quả in \(results) chữ số: bấm máy tính theo từng dòng sẽ ra đúng các chữ số đó. Vị trí là tệp:dòng:cột, hoặc tệp [trang!ô].",
      "Values that enter a formula are printed at \(inputs) significant digits and results at \(results): a calculator gets these digits line by line. A position is file:line:column, or file [sheet!cell]."
    )
    if !explanation.isPast, explanation.result?.kind == .share {
      sentence += say(
        " F(x; ν): hàm phân phối t với ν bậc tự do; T⁻¹(p; ν): phân vị của nó; dấu “;” ngăn các đối số; mọi góc tính bằng radian.",
        " F(x; ν): the t distribution function with ν degrees of freedom; T⁻¹(p; ν): its quantile; “;” stands between arguments; angles are in radians."
      )
    }
    let closing = AnalysisText(explanation.analysis, language: language).closingNotice
    return lines(sentence, first: "", rest: "") + (closing.map { "\n" + $0 + "\n" } ?? "")
  }

  // MARK: Steps

  private func step(_ step: ExplanationStep, numbers: [String: String]) -> String {
    let number = DisplayWidth.padded(numbers[step.id] ?? "", to: 5)
    let substitution = formulas.numbers(of: step)
    let isBare = substitution == nil && step.formula == nil
    let title = step.title(language) + (isBare && hasValue(step) ? ": " + result(step) : "")
    var text = lines(title, first: number, rest: "     ")
    if let formula = step.formula { text += lines(formulas.symbols(formula), first: "     ") }
    if let substitution { text += lines("= " + substitution, first: "     ") }
    if !isBare, hasValue(step) { text += lines("= " + result(step), first: "     ") }
    if let table = step.table { text += self.table(table, of: step) }
    text += matrices(of: step)
    if let remark = step.remark { text += lines(remark(language), first: "     ", rest: "     ") }
    let sources = sources(of: step, numbers: numbers)
    if !sources.isEmpty {
      text += lines(say("Từ: ", "From: ") + sources.joined(separator: ", "), first: "     ")
    }
    return text
  }

  private func hasValue(_ step: ExplanationStep) -> Bool {
    step.value != .unknown || (step.table == nil && step.formula != nil)
  }

  private func result(_ step: ExplanationStep) -> String {
    let value = formulas.value(step.value)
    guard let unit = step.unit else { return value }
    return unit == .percent ? value + "%" : value + " " + unit.title(language)
  }

  /// Returns the places that the values of a step come from, each once.
  private func sources(of step: ExplanationStep, numbers: [String: String]) -> [String] {
    var found: [String] = []
    for input in step.inputs {
      let name: String? =
        switch input.source {
        case .step(let id): numbers[id].map { say("bước ", "step ") + $0 }
        case .input(let position): position.label
        case .rule: say("tệp quy định", "the rule file")
        case .library: say("thư viện nhịp", "the pace library")
        case .constant: say("hằng số ở docs/methods.md", "a constant of docs/methods.md")
        case .record: say("hồ sơ các khẳng định đã qua", "the record of past statements")
        case .request: nil
        }
      if let name, !found.contains(name) { found.append(name) }
    }
    return found
  }

  private func table(_ table: ExplanationTable, of step: ExplanationStep) -> String {
    let rules = table.columns.compactMap { column in
      column.formula.map { "\(column.symbol) = \(formulas.symbols($0))" }
    }
    let constants = step.inputs.filter { input in
      table.columns.contains { $0.formula?.contains("{\(input.symbol)}") == true }
    }
    var text = rules.map { lines($0, first: "     ") }.joined()
    if !constants.isEmpty {
      let values = constants.map {
        "\($0.symbol) = \(formulas.value($0.value, digits: FormulaText.inputDigits))"
      }
      text += lines(say("với ", "with ") + values.joined(separator: "; "), first: "     ")
    }
    let drawn = ReportTable(
      columns: table.columns.enumerated().map { index, column in
        let isText = table.rows.allSatisfy { row in
          if case .text = row[index] { true } else { false }
        }
        return ReportTable.Column(column.title, isText ? .leading : .trailing, widest: 40)
      },
      rows: table.rows.map { row in
        zip(table.columns, row).map { column, value in
          .name(
            formulas.value(
              value,
              digits: column.formula == nil ? FormulaText.inputDigits : FormulaText.resultDigits))
        }
      })
    return text
      + drawn.text(in: language).split(separator: "\n").map { "     " + $0 + "\n" }.joined()
  }

  /// The matrices of a step as Python reads them; which are many, so that they are asked for.
  private func matrices(of step: ExplanationStep) -> String {
    guard !step.matrices.isEmpty else { return "" }
    guard showsMatrices else {
      return lines(
        say(
          "Thêm --matrices (hoặc --json) để in E, S và c của từng dạng.",
          "Add --matrices (or --json) to print E, S and c of each shape."), first: "     ")
    }
    let plain = NumberStyle(.en)
    return step.matrices.map { matrix in
      let rows = matrix.rows.map { row in
        "["
          + row.map {
            plain.significant($0, digits: FormulaText.inputDigits).replacing("−", with: "-")
          }.joined(separator: ", ") + "]"
      }
      return "     \(matrix.name) = [\(rows.joined(separator: ", "))]\n"
    }.joined()
  }

  private func lines(_ text: String, first: String, rest: String = "       ") -> String {
    DisplayWidth.wrapped(text, width: Self.width).enumerated().map { index, line in
      (index == 0 ? first : rest) + line + "\n"
    }.joined()
  }
}
