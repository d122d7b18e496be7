import Indicators
import InputFiles
import Wording

/// The reading of a table's columns: from their headings, and where those leave it open from the
/// kinds of texts below.
struct ColumnReader {
  /// How many rows below the headings are looked at.
  private static let sampleSize = 60

  private(set) var reading: SheetReading
  private let block: HeaderBlock
  private let range: ClosedRange<Int>
  private let body: Range<Int>
  private let terms: [IndicatorVocabulary.Term]

  init(reading: SheetReading, block: HeaderBlock, columns: ClosedRange<Int>, body: Range<Int>) {
    self.reading = reading
    self.block = block
    range = columns
    self.body = body
    terms = reading.reader.vocabulary.terms
  }

  /// Returns the columns of the table; `context` is what holds for the whole table already.
  mutating func columns(in context: FigureMeaning) -> [LayoutColumn] {
    var columns = range.compactMap { column(at: $0) }
    settleKeys(&columns, context)
    settleTotals(&columns)
    settleMeasures(&columns, context)
    return columns
  }

  // MARK: One column

  /// Returns the texts of the headings above a column, top first; each merged text once.
  private func headings(_ column: Int) -> [String] {
    var texts: [String] = []
    for row in block.headings {
      var text = reading.shownText(row: row, column: column)
      if text.isEmpty, row < block.headings.upperBound { text = spannedText(row, column) }
      let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !line.isEmpty, texts.last != line { texts.append(line) }
    }
    return texts
  }

  /// Returns the heading to the left that spans a column in a file that knows no merged cells.
  private func spannedText(_ row: Int, _ column: Int) -> String {
    let sheet = reading.sheet
    func isFilled(_ row: Int, _ column: Int) -> Bool {
      reading.shownCell(row: row, column: column) != nil
    }
    guard
      isFilled(row + 1, column)
        || (row + 2 <= block.headings.upperBound && isFilled(row + 2, column))
    else { return "" }
    for left in stride(from: column - 1, through: range.lowerBound, by: -1) {
      guard let cell = sheet.cell(row: row, column: left), !sheet.isBlank(cell) else { continue }
      // A merged heading says itself how far it reaches, and one with nothing below spans nothing.
      if reading.mergedColumns(row: row, column: left) != nil { return "" }
      return isFilled(row + 1, left) ? sheet.text(of: cell) : ""
    }
    return ""
  }

  private mutating func column(at index: Int) -> LayoutColumn? {
    let texts = headings(index)
    let heading = texts.joined(separator: " / ")
    if texts.isEmpty { return unnamedColumn(at: index) }
    let parts = texts.map { reading.parts(of: $0) }
    guard let last = parts.last, let lastText = texts.last else { return nil }
    func made(_ role: ColumnRole, vi: String, en: String, asks: Bool = false) -> LayoutColumn {
      LayoutColumn(
        index: index, heading: heading, role: role, reason: Phrase(vi: vi, en: en),
        isQuestionable: asks)
    }
    if let field = last.field, parts.dropLast().allSatisfy({ $0.term == nil && $0.year == nil }) {
      if field == .value {
        var value = meaning(parts, texts)
        if value.measure == .count, !last.isPureMeasure { value.measure = nil }
        return made(.figures(value), vi: "cột giá trị", en: "a column of values")
      }
      if field == .place, isUnitColumn(index) {
        return made(.key(.unit), vi: "các ô là đơn vị tính", en: "its cells are units")
      }
      return made(.key(field), vi: "tiêu đề “\(lastText)”", en: "heading “\(lastText)”")
    }
    if parts.contains(where: \.isChange) {
      return made(.passedOver, vi: "cột so sánh", en: "a comparison of other columns")
    }
    if parts.contains(where: \.isPartOfYear) {
      return made(.passedOver, vi: "không phải số liệu cả năm", en: "not of a whole year")
    }
    if let other = parts.first(where: { $0.isOther && !$0.isPlan }) {
      return made(
        .passedOver, vi: "không phải số đạt (“\(other.key.text)”)",
        en: "not the count reached (“\(other.key.text)”)")
    }
    var meaning = meaning(parts, texts)
    if isProse(index) {
      return made(.passedOver, vi: "cột chữ, không có số", en: "texts and no numbers")
    }
    if meaning.isPlanned {
      return made(
        .figures(meaning), vi: "kế hoạch, không phải số liệu", en: "planned, no figures")
    }
    if let place = zip(parts, texts).first(where: { $0.0.isPlaceLike && !$0.0.isSignal }) {
      meaning.place = place.1
    } else if meaning.term == nil, meaning.year == nil, meaning.measure == nil,
      isPlaceColumn(lastText, parts, index)
    {
      meaning.place = lastText
    }
    let isOwn = meaning.ownIndicator != nil
    let says =
      meaning.term != nil || meaning.year != nil || meaning.measure != nil || meaning.place != nil
      || isOwn
    if says {
      return made(.figures(meaning), vi: words(meaning).vi, en: words(meaning).en, asks: isOwn)
    }
    return unknownColumn(at: index, heading: heading)
  }

  private func isPlaceColumn(_ text: String, _ parts: [HeadingParts], _ index: Int) -> Bool {
    guard parts.count > 1, let first = parts.first else { return false }
    return first.field == .place && parts.last?.isSignal == false
  }

  /// Returns what headings from top to bottom say together.
  private func meaning(_ parts: [HeadingParts], _ texts: [String]) -> FigureMeaning {
    var meaning = FigureMeaning()
    var unknownTitle: String?
    for (part, text) in zip(parts, texts) {
      if let term = part.term {
        let isGroupOfShare = terms[term].kind == .base && meaning.term != nil
        if !isGroupOfShare { meaning.term = term }
      }
      meaning.year = part.year ?? meaning.year
      meaning.status = part.status ?? meaning.status
      meaning.measure = part.measure ?? meaning.measure
      if part.isPlan { meaning.isPlanned = true }
      if text.contains("%") { meaning.saysPercentSign = true }
      let saysNothing =
        part.term == nil && part.year == nil && !part.isPureMeasure && part.field == nil
        && !part.isTotal && !part.isPlaceLike
      if saysNothing, !OwnIndicator.isGeneric(part.key) { unknownTitle = text }
    }
    if meaning.term == nil, let title = unknownTitle,
      meaning.measure == .percent || (parts.count > 1 && meaning.measure != nil)
    {
      meaning.ownIndicator = OwnIndicator.title(in: title)
    }
    return meaning
  }

  private func words(_ meaning: FigureMeaning) -> Phrase {
    var vi: [String] = []
    var en: [String] = []
    if let term = meaning.term {
      let isBase = terms[term].kind == .base
      vi.append((isBase ? "tổng số: " : "") + terms[term].title.vi)
      en.append((isBase ? "total: " : "") + terms[term].title.en)
    }
    if let own = meaning.ownIndicator {
      vi.append("chỉ tiêu riêng “\(own)”")
      en.append("an indicator of its own, “\(own)”")
    }
    if let place = meaning.place {
      vi.append("địa phương “\(place)”")
      en.append("place “\(place)”")
    }
    if let year = meaning.year {
      vi.append("năm \(year)")
      en.append("year \(year)")
    }
    switch meaning.measure {
    case .count:
      vi.append("số đạt")
      en.append("count")
    case .base where meaning.term.map({ terms[$0].kind == .base }) != true:
      vi.append("tổng số")
      en.append("base")
    case .base: break
    case .percent:
      vi.append("tỷ lệ %")
      en.append("percent")
    case nil: break
    }
    switch meaning.status {
    case .preliminary:
      vi.append("sơ bộ")
      en.append("preliminary")
    case .estimated:
      vi.append("ước")
      en.append("estimated")
    case .final, nil: break
    }
    return Phrase(vi: vi.joined(separator: ", "), en: en.joined(separator: ", "))
  }

  // MARK: Columns whose heading says too little

  /// What the texts of a column are, in shares of those that were looked at.
  private struct Contents {
    var texts = 0
    var figures = 0
    var percents = 0
    var terms = 0
    var years = 0
    var places = 0
    var units = 0
    var measures = 0
    var kindsOfMeasures: Set<Measure> = []
  }

  private mutating func contents(_ column: Int) -> Contents {
    var contents = Contents()
    for row in body.prefix(Self.sampleSize) {
      guard let cell = reading.sheet.cell(row: row, column: column), !reading.sheet.isBlank(cell)
      else { continue }
      if reading.holdsFigure(cell) {
        contents.figures += 1
        if reading.sheet.kind(of: cell) == .percent { contents.percents += 1 }
        continue
      }
      let text = reading.sheet.text(of: cell)
      contents.texts += 1
      if text.hasSuffix("%") { contents.percents += 1 }
      let parts = reading.parts(of: text)
      if parts.term != nil { contents.terms += 1 }
      if parts.isPureYear { contents.years += 1 }
      if parts.isPlaceLike { contents.places += 1 }
      if parts.isPureMeasure, let measure = parts.measure {
        contents.measures += 1
        contents.kindsOfMeasures.insert(measure)
      }
      let key = HeadingKey(text).text
      if HeadingWords.percentUnits.contains(key) || HeadingWords.countUnits.contains(key) {
        contents.units += 1
      }
    }
    return contents
  }

  /// Whether a column holds sentences and not one figure, as the explanations of a guide do.
  private func isProse(_ column: Int) -> Bool {
    var texts = 0
    var length = 0
    for row in body.prefix(Self.sampleSize) {
      guard let cell = reading.sheet.cell(row: row, column: column), !reading.sheet.isBlank(cell)
      else { continue }
      if reading.holdsFigure(cell) || !reading.sheet.kind(of: cell).isText { return false }
      let text = reading.sheet.text(of: cell)
      if FactTable.value(of: text) != nil { return false }
      texts += 1
      length += text.count
    }
    return texts > 0 && length >= 12 * texts
  }

  private mutating func isUnitColumn(_ column: Int) -> Bool {
    let contents = contents(column)
    return contents.texts > 0 && contents.units * 3 >= contents.texts * 2
  }

  private mutating func unnamedColumn(at index: Int) -> LayoutColumn? {
    let contents = contents(index)
    func made(_ role: ColumnRole, vi: String, en: String, asks: Bool = false) -> LayoutColumn {
      LayoutColumn(
        index: index, heading: "", role: role, reason: Phrase(vi: vi, en: en), isQuestionable: asks)
    }
    if contents.texts == 0 {
      guard contents.figures > 0 else { return nil }
      return made(.passedOver, vi: "không có tiêu đề", en: "it has no heading", asks: true)
    }
    if contents.years * 2 > contents.texts {
      return made(.key(.year), vi: "các ô là năm", en: "its cells are years")
    }
    if contents.measures * 2 > contents.texts {
      return made(.key(.measure), vi: "các ô là đại lượng", en: "its cells are measures")
    }
    if contents.units * 2 > contents.texts {
      return made(.key(.unit), vi: "các ô là đơn vị tính", en: "its cells are units")
    }
    if contents.terms * 2 >= contents.texts {
      return made(.key(.indicator), vi: "các ô là chỉ tiêu", en: "its cells are indicators")
    }
    if contents.places * 2 >= contents.texts {
      return made(.key(.place), vi: "các ô là tên địa phương", en: "its cells are names of places")
    }
    return made(.passedOver, vi: "cột chữ không có tiêu đề", en: "texts without a heading")
  }

  private mutating func unknownColumn(at index: Int, heading: String) -> LayoutColumn {
    let contents = contents(index)
    if contents.figures == 0, contents.texts > 0,
      let column = unnamedColumn(at: index), column.role != .passedOver
    {
      return LayoutColumn(
        index: index, heading: heading, role: column.role, reason: column.reason)
    }
    let isNumeric = contents.figures > 0
    return LayoutColumn(
      index: index, heading: heading, role: .passedOver,
      reason: Phrase(vi: "không nhận ra tiêu đề", en: "the heading is not known"),
      isQuestionable: isNumeric, isUnknown: true)
  }

  // MARK: What the columns are together

  private mutating func settleKeys(_ columns: inout [LayoutColumn], _ context: FigureMeaning) {
    settlePlaces(&columns)
    settleMeasureKeys(&columns)
    settleIndicators(&columns)
    settleVerdicts(&columns)
    let figures = columns.compactMap { column -> FigureMeaning? in
      if case .figures(let meaning) = column.role { meaning } else { nil }
    }
    let hasPlace =
      columns.contains { $0.role == .key(.place) } || context.place != nil
      || figures.contains { $0.place != nil }
    guard !hasPlace else { return }
    // The one column of texts without a heading, where nothing else names the places.
    let candidates = columns.indices.filter {
      columns[$0].heading.isEmpty && columns[$0].role == .passedOver && !columns[$0].isQuestionable
    }
    if candidates.count == 1 {
      columns[candidates[0]].role = .key(.place)
      columns[candidates[0]].reason = Phrase(
        vi: "cột chữ duy nhất có thể là tên địa phương",
        en: "the only column of texts that can name places")
    }
  }

  private mutating func settlePlaces(_ columns: inout [LayoutColumn]) {
    let places = columns.indices.filter { columns[$0].role == .key(.place) }
    guard places.count > 1 else { return }
    func rank(_ index: Int) -> Int {
      let key = HeadingKey(columns[index].heading).text
      if ["thon", "to", "ap", "ban", "xom", "khom", "lang", "khu"].contains(where: key.contains) {
        return 4
      }
      if key.contains("xa") || key.contains("phuong") { return key.contains("dia") ? 2 : 3 }
      if key.contains("huien") || key.contains("quan") { return 1 }
      return key.contains("tinh") || key.contains("province") ? 0 : 2
    }
    let finest = places.max { (rank($0), $0) < (rank($1), $1) }
    for index in places where index != finest {
      columns[index].role = .parent
      columns[index].reason = Phrase(
        vi: "địa phương cấp trên", en: "the place that those of the rows belong to")
    }
  }

  /// Columns of labels that all name measures say what the figures of their rows are.
  private mutating func settleMeasureKeys(_ columns: inout [LayoutColumn]) {
    for index in columns.indices {
      let isLabel: Bool =
        switch columns[index].role {
        case .key(.indicator), .key(.unit): true
        case .figures(let meaning): meaning == FigureMeaning()
        default: false
        }
      guard isLabel, !columns.contains(where: { $0.role == .key(.measure) }) else { continue }
      let contents = contents(columns[index].index)
      guard contents.texts > 0, contents.figures == 0, contents.measures == contents.texts,
        contents.units < contents.texts, contents.kindsOfMeasures.count > 1
      else { continue }
      columns[index].role = .key(.measure)
      columns[index].reason = Phrase(vi: "các ô là đại lượng", en: "its cells are measures")
    }
  }

  /// A column “Kết quả” of words beside columns of figures judges them and holds none.
  private mutating func settleVerdicts(_ columns: inout [LayoutColumn]) {
    let others = columns.count { column in
      if case .figures(let meaning) = column.role { meaning != FigureMeaning() } else { false }
    }
    guard others > 0 else { return }
    for index in columns.indices where columns[index].role == .figures(FigureMeaning()) {
      guard contents(columns[index].index).figures == 0 else { continue }
      columns[index].role = .key(.note)
      columns[index].reason = Phrase(vi: "cột nhận xét", en: "a column of remarks")
    }
  }

  private mutating func settleIndicators(_ columns: inout [LayoutColumn]) {
    let indicators = columns.indices.filter { columns[$0].role == .key(.indicator) }
    guard indicators.count > 1 else { return }
    let matches = indicators.map { contents(columns[$0].index).terms }
    let best = zip(indicators, matches).max { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    for index in indicators where index != best {
      columns[index].role = .passedOver
      columns[index].reason = Phrase(
        vi: "cột khác nêu chỉ tiêu rõ hơn", en: "another column names the indicators better")
    }
  }

  /// A column of sums beside columns of years or places is no base.
  private func settleTotals(_ columns: inout [LayoutColumn]) {
    let figures = columns.compactMap { column -> FigureMeaning? in
      if case .figures(let meaning) = column.role { meaning } else { nil }
    }
    let tellsApart =
      figures.contains { $0.year != nil } || figures.contains { $0.place != nil }
    guard tellsApart else { return }
    for index in columns.indices {
      guard case .figures(let meaning) = columns[index].role, meaning.year == nil,
        meaning.place == nil, meaning.term == nil,
        HeadingWords.isTotal(HeadingKey(columns[index].heading))
      else { continue }
      columns[index].role = .passedOver
      columns[index].reason = Phrase(vi: "cột cộng", en: "a sum of other columns")
    }
  }

  /// Measures without an indicator beside columns of one indicator belong to it.
  private func settleMeasures(_ columns: inout [LayoutColumn], _ context: FigureMeaning) {
    if columns.contains(where: { $0.role == .key(.indicator) || $0.role == .key(.code) }) { return }
    let meanings = columns.compactMap { column -> FigureMeaning? in
      if case .figures(let meaning) = column.role { meaning } else { nil }
    }
    let shares = Set(meanings.compactMap(\.term).filter { terms[$0].kind != .base })
    let isAmbiguous = shares.count > 1
    for index in columns.indices {
      guard case .figures(var meaning) = columns[index].role, meaning.term == nil,
        meaning.ownIndicator == nil, meaning.measure != nil
      else { continue }
      if shares.count == 1, let share = shares.first {
        meaning.term = share
        columns[index].role = .figures(meaning)
        columns[index].reason = words(meaning)
      } else if isAmbiguous, let neighbour = neighbour(of: index, measure: meaning.measure, columns)
      {
        meaning.term = neighbour
        columns[index].role = .figures(meaning)
        columns[index].reason = words(meaning)
      } else if isAmbiguous {
        columns[index].role = .passedOver
        columns[index].isQuestionable = true
        columns[index].reason = Phrase(
          vi: "không rõ thuộc chỉ tiêu nào", en: "it is not clear to which indicator it belongs")
      }
    }
  }

  /// Returns the indicator of a total that stands right before the columns of one indicator.
  private func neighbour(of index: Int, measure: Measure?, _ columns: [LayoutColumn]) -> Int? {
    let step = measure == .base ? 1 : -1
    let next = index + step
    guard columns.indices.contains(next), case .figures(let meaning) = columns[next].role,
      let term = meaning.term, meaning.measure != measure, meaning.measure != nil
    else { return nil }
    return term
  }
}

/// Names of indicators that no rule file knows.
enum OwnIndicator {
  private static let generic: Set<String> = [
    "so", "nguoi", "ho", "thon", "xa", "gia", "dinh", "dong", "don", "vi", "cong", "dan", "luong",
    "dat", "danh",
    "hieu", "cong", "nhan", "duoc", "ti", "le", "%", "tong", "hien", "co", "trong", "nam", "to",
    "pho", "phan", "tram",
    "lieu", "cua", "da", "cac",
  ]

  /// Whether the words of a heading name no thing of their own.
  static func isGeneric(_ key: HeadingKey) -> Bool { key.words.allSatisfy(generic.contains) }

  /// Returns the title without the words of measure before it and the unit after it.
  static func title(in text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let prefixes = [
      ["ti", "le"], ["ti", "trong"], ["so", "luong"], ["tong", "so"], ["%"], ["so"],
    ]
    let keys = words.map { HeadingKey($0).text }
    if let prefix = prefixes.first(where: { keys.starts(with: $0) && keys.count > $0.count }) {
      words.removeFirst(prefix.count)
    }
    while words.count > 1, let last = words.last, HeadingKey(last).words.allSatisfy({ $0 == "%" }) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// Returns the id of an indicator that no rule file knows: an id stays as it is, a title becomes the
  /// letters of its words without diacritics, joined by hyphens, the same in every spelling.
  static func id(of title: String) -> String {
    let isID = title.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return isID ? title : TextKey.fileName(Self.title(in: title))
  }
}
