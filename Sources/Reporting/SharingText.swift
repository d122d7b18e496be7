import Diagnostics
import Indicators
package import Planning
package import Wording

/// A shared target for a terminal: what was asked, what each place is given, what it rests on.
package struct SharingText: Sendable {
  private let sharing: TargetSharing
  private let title: Phrase
  private let language: Language
  private let style: NumberStyle

  /// The most places that are printed; files hold all.
  static let shownPlaces = 60

  /// - Parameters:
  ///   - sharing: the answer.
  ///   - title: the name of the indicator for people.
  ///   - language: of all texts.
  package init(_ sharing: TargetSharing, title: Phrase, language: Language) {
    self.sharing = sharing
    self.title = title
    self.language = language
    style = NumberStyle(language)
  }

  /// The whole report; it ends in a line feed.
  package var text: String {
    var sections = [head, shares, basis]
    if let remarks { sections.append(remarks) }
    let body = sections.joined(separator: "\n")
    return dataNotice.map { $0 + "\n\n" + body } ?? body
  }

  /// What has to be told of the data before anything else; nil when there is nothing.
  package var dataNotice: String? {
    if let notice = sharing.notice { return notice(language) }
    return sharing.isIllustrative
      ? say("SỐ LIỆU MINH HỌA", "SỐ LIỆU MINH HỌA (illustrative figures)") : nil
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  // MARK: What was asked

  private var head: String {
    let request = sharing.request
    let count = style.whole(sharing.shares.count)
    let who =
      request.whole.map {
        say("\(count) nơi thuộc \($0.name)", "\(count) places that are part of \($0.name)")
      } ?? say("\(count) nơi, mọi nơi của bộ số liệu", "\(count) places, all of the data")
    let years = Set(sharing.shares.map(\.part.year)).sorted()
    var lines = [
      (say("Chỉ tiêu", "Indicator"), "\(sharing.request.indicator.id) – \(title(language))"),
      (say("Chia cho", "Shared among"), who),
      (say("Bộ số liệu", "Data"), sharing.datasetTitle),
      (say("Năm số liệu", "Years of data"), years.map(String.init).joined(separator: ", ")),
    ]
    if let date = request.asOf {
      lines.append(
        (say("Nhìn từ ngày", "Seen from"), language == .vi ? date.dayFirst : date.iso))
    }
    lines.append((say("Năm mục tiêu", "Target year"), String(request.targetYear)))
    lines.append((say("Tổng phải đạt", "Total to reach"), total))
    lines.append((say("Nỗ lực của một nơi", "Effort of a place"), request.effort.title(language)))
    if let pace = request.maximumPace {
      let points = style.decimal(pace.value, decimals: pace.scale)
      lines.append(
        (
          say("Nhịp nhiều nhất", "Fastest pace"),
          say("\(points) điểm phần trăm một năm", "\(points) points a year")
        ))
    }
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    return lines.map { DisplayWidth.padded($0.0 + ":", to: width + 2) + $0.1 + "\n" }.joined()
  }

  private var total: String {
    let (total, base) = (sharing.request.total, sharing.base)
    let share = style.percent(100 * Double(total) / Double(base))
    let change = total - sharing.current
    let gained = style.whole(abs(change))
    let word =
      change < 0 ? say("bớt \(gained)", "\(gained) fewer") : say("thêm \(gained)", "\(gained) more")
    return say(
      "\(style.whole(total)) trên \(style.whole(base)) (\(share)); hiện có \(style.whole(sharing.current)), \(word)",
      "\(style.whole(total)) of \(style.whole(base)) (\(share)); now \(style.whole(sharing.current)), \(word)"
    )
  }

  // MARK: What each is given

  private var shares: String {
    let table = SharingTable.table(of: sharing, hasSum: true, limit: Self.shownPlaces)
    var text = say("CHỈ TIÊU TỪNG NƠI", "TARGET OF EACH PLACE") + "\n" + table.text(in: language)
    let hidden = sharing.shares.count - Self.shownPlaces
    if hidden > 0 {
      text +=
        say(
          "… và \(style.whole(hidden)) nơi nữa; tệp .csv có đủ.",
          "… and \(style.whole(hidden)) more places; the .csv file has all.") + "\n"
    }
    return text
  }

  // MARK: What it rests on

  /// What makes this sharing the best one, and between which totals there is one.
  var basisSentences: [String] {
    let decimals = SharingTable.effortDecimals(of: sharing)
    let objective = number(sharing.objective, decimals: decimals)
    let relaxed = number(sharing.relaxedObjective, decimals: max(decimals, 1))
    return [
      say(
        "Tổng nỗ lực là \(objective), thấp nhất trong mọi cách chia thành số người nguyên; dù chia lẻ được người cũng không thể dưới \(relaxed).",
        "The efforts sum to \(objective), the lowest of all sharings in whole people; even if people could be divided it would not be below \(relaxed)."
      ),
      say(
        "Hai cách chia ngang nhau thì nơi đứng trước trong bộ số liệu nhận người thêm.",
        "Where two sharings are equal, the place that stands first in the data is given the person."
      ),
      say(
        "Với sàn và trần này có thể giao tổng từ \(style.whole(sharing.smallestTotal)) đến \(style.whole(sharing.largestTotal)).",
        "With these floors and ceilings a total of \(style.whole(sharing.smallestTotal)) to \(style.whole(sharing.largestTotal)) can be shared."
      ),
      say(
        "Tổng số của mỗi nơi là số của năm có số liệu mới nhất, không phải số dự báo.",
        "The base of each place is that of its newest figure, not a forecast."),
    ]
  }

  /// Returns a number with grouped thousands.
  private func number(_ value: Double, decimals: Int) -> String {
    DecimalText(value, decimals: decimals)?.joined(
      decimalSeparator: style.decimalSeparator, groupSeparator: style.groupSeparator) ?? ""
  }

  private var basis: String {
    basisSentences.map { sentence in
      DisplayWidth.wrapped(sentence, width: 96).map { $0 + "\n" }.joined()
    }.joined()
  }

  private var remarks: String? {
    let sentences = RemarkList.merged(sharing.diagnostics, in: language)
    guard !sentences.isEmpty else { return nil }
    return say("CẦN BIẾT KHI ĐỌC", "TO BE KNOWN WHEN READING") + "\n"
      + sentences.map { sentence in
        DisplayWidth.wrapped(sentence, width: 94).enumerated().map { index, line in
          (index == 0 ? "- " : "  ") + line + "\n"
        }.joined()
      }.joined()
  }
}
