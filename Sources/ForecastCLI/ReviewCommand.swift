import ArgumentParser
import Datasets
import Diagnostics
import Indicators
import InputFiles
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// `forecast review --archive FILE --data FILE`: what happened, against last year's plan and forecast.
struct ReviewCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: Phrase(
        vi:
          "Đối chiếu kế hoạch và dự báo đã lưu với số liệu năm sau: chậm ở đâu, thiếu bao nhiêu, ai chủ trì.",
        en:
          "Holds plans and forecasts on record against later figures: what is behind, by how many, who leads."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast review --archive forecast-archive.jsonl --data so-lieu-2026.xlsx
            forecast review --archive forecast-archive.jsonl --data so-lieu-2026.xlsx --target level2

          Kho lưu do forecast milestones --archive ghi. Mã thoát: 0 đã đối chiếu; 11 kho lưu không có
          kế hoạch nào của nơi này; 65 kho lưu bị sửa, bị xóa bớt hoặc đổi thứ tự; 66 không có tệp.
          """,
        en: """
          Examples:
            forecast review --archive forecast-archive.jsonl --data figures-2026.xlsx --lang en
            forecast review --archive forecast-archive.jsonl --data figures-2026.xlsx --target level2 --lang en

          The archive is written by forecast milestones --archive. Exit codes: 0 reviewed; 11 no plan of
          the place on record; 65 the archive was edited, cut or reordered; 66 no such file.
          """)(HelpLanguage.current))
  }

  @OptionGroup var archive: ArchiveOptions

  @Option(
    help: HelpLanguage.help(
      "Mã của bản ghi mới nhất, như đã ghi vào kế hoạch: báo lỗi nếu kho lưu không còn bản ghi đó.",
      "The hash of a record, as written into the plan: a fault if the archive no longer has it.",
      valueName: "sha256"))
  var head: String?

  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    guard let path = archive.archive else { throw Faults(Diagnostic(.archiveUnnamed)) }
    let file = try SourceFile(reading: session.console.url(of: path), shownAs: path)
    let archived = try PlanArchiveReader.read(file)
    try checkHead(of: archived, path)
    let (dataset, place, regulation) = try data(&session)
    session.inputs.append(ResultEnvelope.Input(path: file.path, sha256: file.sha256))
    let records = try records(in: archived, of: place, regulation: regulation)
    let review = PlanReview(
      of: records, place: place.name, dataset: dataset, asOf: self.place.asOf)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    if !review.plans.contains(where: \.hasNews) {
      let found = Diagnostic(.reviewNothingNew, ["place": place.name])
      session.diagnostics.append(found)
      session.console.writeError(DiagnosticLayout(language: session.language).text(of: [found]))
    }
    try report(
      review, on: dataset,
      ReviewJSON.PlanArchiveSummary(
        path: path, records: archived.records.count, head: archived.head), &session)
    return .answered
  }

  /// Writes table, document and workbook, and prints the report.
  private func report(
    _ review: PlanReview, on dataset: Dataset, _ archive: ReviewJSON.PlanArchiveSummary,
    _ session: inout Session
  ) throws(Faults) {
    let language = session.language
    let name = (["review"] + [level.target].compactMap(\.self) + [TextKey.fileName(review.place)])
      .joined(separator: "-")
    let notice =
      dataset.notice
      ?? (dataset.isIllustrative
        ? Phrase(vi: "SỐ LIỆU MINH HỌA", en: "SỐ LIỆU MINH HỌA (illustrative figures)") : nil)
    var files = [
      OutputFolder.File(name: name + ".csv", content: ReviewTables(review).flat.csv(in: language))
    ]
    if format.format == .xlsx {
      let book = ReviewWorkbook(review, notice: notice, language: language)
      files.append(OutputFolder.File(name: name + ".xlsx", bytes: try book.workbook.bytes()))
    }
    let document = session.envelope(
      ReviewJSON.data(
        of: review, archive: archive, asOf: place.asOf?.iso,
        files: [name + ".json"] + files.map(\.name), in: language)
    ).text
    files.insert(OutputFolder.File(name: name + ".json", content: document), at: 1)
    try OutputFolder(output.output, console: session.console).write(files, force: output.force)
    if session.printsJSON {
      session.console.write(document)
    } else {
      let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
      session.console.write(
        ReviewText(review, notice: notice, language: language).text + "\n"
          + files.map { folder + $0.name + "\n" }.joined()
          + (dataset.isIllustrative ? notice.map { "\n" + $0(language) + "\n" } ?? "" : ""))
    }
  }

  /// Reads today's data; returns them with the place and the id of the regulation that are asked for.
  private func data(_ session: inout Session) throws(Faults) -> (Dataset, Place, String?) {
    let resources = try ResourceFolder(session.console)
    var ruleFiles = try resources.ruleFiles()
    let regulation = try place.addOwnRuleFile(&ruleFiles, session.console)
    let rules = try RegulationLibrary.read(ruleFiles)
    let options = try source.looseFileOptions(
      rules.vocabulary, place: place.place, session.console)
    let loaded = try source.dataset(resources, options, session.console)
    session.inputs += loaded.sources.map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    session.diagnostics += loaded.diagnostics
    let found = try PlaceChoice.place(
      named: place.place, in: loaded.dataset, remarks: loaded.diagnostics)
    return (loaded.dataset, found, regulation)
  }

  /// Holds the hash that the user kept against the records.
  private func checkHead(of archive: PlanArchive, _ path: String) throws(Faults) {
    guard let head, !archive.records.contains(where: { $0.sha256 == head.lowercased() }) else {
      return
    }
    throw Faults(
      Diagnostic(.archiveHeadMissing, at: InputPosition(file: path), value: head, ["path": path]))
  }

  /// Returns the records that are asked for, oldest first.
  private func records(
    in archive: PlanArchive, of place: Place, regulation: String?
  ) throws(Faults) -> [PlanArchive.Record] {
    let records = archive.records(of: place.name).filter { record in
      (level.target ?? record.plan.level) == record.plan.level
        && (regulation ?? record.plan.regulation) == record.plan.regulation
    }
    guard records.isEmpty else { return records }
    let known = archive.records.map { "\($0.plan.place), \($0.plan.level)" }
    let names = known.enumerated().filter { known.firstIndex(of: $0.element) == $0.offset }
    let list = names.prefix(5).map(\.element).joined(separator: "; ")
    throw Faults(
      Diagnostic(
        .reviewNoRecord, value: place.name,
        phrases: [
          "level": Phrase(level.target.map { " \($0)" } ?? ""),
          "known": list.isEmpty ? Phrase(vi: "chưa có gì", en: "nothing") : Phrase(list),
        ]))
  }
}

extension DiagnosticCode {
  static let archiveUnnamed = DiagnosticCode(
    "usage.archive", obstacle: .usage,
    message: Phrase(vi: "chưa nêu kho lưu kế hoạch", en: "no archive is named"),
    remedy: Phrase(
      vi: "Thêm --archive, ví dụ: --archive forecast-archive.jsonl",
      en: "Add --archive, such as: --archive forecast-archive.jsonl"))

  static let archiveHeadMissing = DiagnosticCode(
    "archive.head-missing",
    message: Phrase(
      vi: "“{path}” không có bản ghi mang mã {value}: đuôi kho lưu đã bị cắt, hoặc là tệp khác",
      en: "“{path}” has no record {value}: its end was cut off, or it is another file"),
    remedy: Phrase(
      vi: "Lấy lại bản sao lưu của kho lưu, hoặc kiểm tra mã đã ghi trong kế hoạch.",
      en: "Take the archive from a backup, or check the hash as the plan has it."))

  static let reviewNoRecord = DiagnosticCode(
    "review.no-record", obstacle: .insufficientData,
    message: Phrase(
      vi: "kho lưu không có kế hoạch{level} nào của {value} (đang có: {known})",
      en: "the archive has no plan{level} of {value} (it has: {known})"),
    remedy: Phrase(
      vi: "Lưu bằng forecast milestones --archive, hoặc chọn --place và --target khác.",
      en:
        "Put one on record by forecast milestones --archive, or choose another --place or --target."
    ))

  static let reviewNothingNew = DiagnosticCode(
    "review.nothing-new", .warning,
    message: Phrase(
      vi: "chưa có số liệu nào của {place} sau năm gốc của các kế hoạch đã lưu",
      en: "there is no figure of {place} after the base years of the plans on record"),
    remedy: Phrase(
      vi: "Đối chiếu lại khi có số liệu năm sau.",
      en: "Review again when next year's data are there."))
}
