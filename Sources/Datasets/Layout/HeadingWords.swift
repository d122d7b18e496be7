/// The words by which tables of figures say what their rows and columns are.
///
/// Written as folded keys (`HeadingKey`): no diacritics, "y" as "i". Names of indicators are not here:
/// they come from the rule files.
enum HeadingWords {
  /// A word or phrase list, split once.
  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "|").map { HeadingKey(String($0)).words }
  }

  private static func keys(_ text: String) -> Set<String> {
    Set(phrases(text).map { $0.joined(separator: " ") })
  }

  /// Headings of columns that say what a row is about, by what they say.
  static let fields: [(field: LayoutField, keys: Set<String>)] = [
    (
      .place,
      keys(
        """
        place|địa phương|địa bàn|nơi|đơn vị hành chính|tên xã|xã|phường|xã phường|xã phường đặc khu|\
        tên đơn vị|đơn vị|tên địa phương|huyện|quận|tỉnh|tỉnh thành|tỉnh thành phố|thành phố|khu vực|thôn|\
        tên thôn|tên thôn tdp|tên thôn tổ dân phố|thôn tổ dân phố|thôn tổ|thôn tdp|tổ dân phố|khu dân cư|thôn bản|bản|ấp|làng|khu phố|khóm|thôn xóm|xóm|\
        commune|province|village|hamlet|area|location|district|ward|đơn vị cấp xã|đơn vị thôn|tên thôn tổ dân phố|\
        xã thôn|xã phường thị trấn|tên xã phường|địa danh|cơ sở|region|địa điểm|thôn ấp|thôn khu phố
        """)
    ),
    (
      .indicator,
      keys(
        """
        danh hiệu|tên danh hiệu|loại hình|mô hình|indicator|chỉ tiêu|chỉ số|nội dung|tiêu chí|tên chỉ tiêu|nội dung chỉ tiêu|danh mục|tên chỉ số|\
        chỉ tiêu chủ yếu|item|tiêu chí chỉ tiêu|tên tiêu chí|nội dung tiêu chí|các chỉ tiêu|chỉ tiêu tiêu chí|\
        hạng mục|danh mục chỉ tiêu|chỉ tiêu thống kê
        """)
    ),
    (.code, keys("mã|mã chỉ tiêu|mã số|code|id|ký hiệu|mã chỉ số|mã hiệu|mã tiêu chí")),
    (
      .year,
      keys(
        "year|năm|năm số liệu|năm đánh giá|thời gian|kỳ|năm báo cáo|năm thống kê|kỳ số liệu|niên độ|date|ngày"
      )
    ),
    (
      .measure,
      keys("measure|đại lượng|loại số liệu|loại|loại số|kiểu số liệu|loại giá trị|phân loại")
    ),
    (.value, keys("value|giá trị|số liệu|ket qua|kết quả|thực hiện|kết quả thực hiện|trị số")),
    (.unit, keys("unit|đvt|đơn vị tính|đơn vị đo|đv tính|đơn vị tính %")),
    (
      .status,
      keys("status|trạng thái|tình trạng|tình trạng số liệu|trạng thái số liệu|loại công bố")
    ),
    (.vintage, keys("vintage|kỳ công bố|đợt công bố|lần công bố")),
    (.released, keys("released|ngày công bố|ngày phát hành")),
    (
      .note,
      keys(
        """
        note|notes|ghi chú|chú thích|nguồn|nguồn số liệu|minh chứng|căn cứ|source|người phụ trách|lead|\
        đánh giá|nhận xét|tự đánh giá|đơn vị cung cấp
        """)
    ),
    (
      .leadAgency,
      keys(
        """
        đơn vị chủ trì|cơ quan chủ trì|chủ trì|cơ quan đơn vị chủ trì|đơn vị cơ quan chủ trì|\
        đơn vị chủ trì thực hiện|cơ quan chủ trì thực hiện|lead agency
        """)
    ),
    (
      .supportingAgencies,
      keys(
        """
        đơn vị phối hợp|cơ quan phối hợp|phối hợp|cơ quan đơn vị phối hợp|đơn vị cơ quan phối hợp|\
        đơn vị phối hợp thực hiện|cơ quan phối hợp thực hiện|supporting agencies
        """)
    ),
    (.ordinal, keys("stt|tt|số tt|số thứ tự|no|#|số|n°")),
  ]

  /// Headings that name a measure and nothing else.
  static let measures: [(measure: Measure, keys: Set<String>)] = [
    (
      .count,
      keys(
        """
        count|số lượng|số đạt|số người đạt|đạt|số hộ đạt|tử số|số được công nhận|reached|đã đạt|số đã đạt|\
        số người|số công dân đạt|số lượng đạt|số đạt danh hiệu|được công nhận|số người có|numerator|\
        sl|sl đạt|sđ|number|number reached|số dòng họ đạt|số thôn đạt|số đơn vị đạt|số gia đình đạt|số đạt chuẩn|số có|n
        """)
    ),
    (
      .base,
      keys(
        """
        base|tổng số|mẫu số|tổng|total|tổng số người|tổng dân số|denominator|tổng cộng số|tổng số đối tượng|\
        tổng số công dân|ts|tổng sl|tổng số dân|tổng số đăng ký|số tổng|quy mô
        """)
    ),
    (
      .percent,
      keys(
        """
        percent|tỷ lệ|tỷ trọng|%|phần trăm|rate|share|tỷ lệ đạt|đạt tỷ lệ|tỷ suất|tỷ lệ %|tỷ lệ phần trăm|\
        percentage|pct|% đạt|đạt %|tỷ lệ % đạt|tl|tl %
        """)
    ),
  ]

  /// Units that say a figure is a percent, or how many.
  static let percentUnits = keys("%|phần trăm|percent|tỷ lệ|tỷ lệ %")
  static let countUnits = keys(
    "người|hộ|gia đình|hộ gia đình|dòng họ|thôn|đơn vị|công dân|tổ|thôn tổ dân phố|lao động|people|households|persons|clans|hamlets|units|cơ quan đơn vị"
  )

  /// Whether a label is that of a row that adds up or averages the rows beside it: it begins with a word
  /// of sums and holds no other words than those, kinds of place, and what they add up ("A + B", "4").
  static func isTotal(_ key: HeadingKey) -> Bool {
    guard let first = key.words.first, totalLeads.contains(first) else { return false }
    return key.words.allSatisfy { word in
      totalLeads.contains(word) || totalRests.contains(word) || word.count == 1
        || (word.count <= 3 && word.allSatisfy { $0.isNumber || "ivx".contains($0) })
    } && !averageHalves.contains(key.text)
  }

  private static let totalLeads = keys(
    "tổng|cộng|toàn|cả|chung|bình|trung|total|sum|subtotal|grand|average|mean|bq|tc|mang|σ")
  private static let totalRests = keys(
    """
    số|quân|bình|xã|phường|tỉnh|huyện|quận|địa|bàn|thôn|các|khu|vực|đơn|vị|total|all|of|places|nước|tổ|dân|phố|bảng|\
    hợp|trang|sang|lũy|kế|và|trên|trước|nhóm|phần|cụm
    """)
  /// Words that begin averages and say nothing alone.
  private static let averageHalves = keys("bình|trung|cả|toàn|grand|bình xã|trung xã|mang")

  /// Phrases of columns that compare figures and hold none of their own.
  static let changes = phrases(
    "tăng giảm|tăng thêm|so với|so sánh|chênh lệch|tốc độ|biến động|tăng trưởng|bình quân|trung bình|mức tăng|change|average|xếp hạng|xếp loại|thứ hạng"
  )
  /// Phrases of columns that hold what is wanted, not what is.
  static let plans = phrases(
    "kế hoạch|đăng ký|giao|cam kết|đề ra|mục tiêu|chỉ tiêu giao|dự kiến|dự báo|phấn đấu|nghị quyết|kh|định hướng|target|plan|planned|forecast|yêu cầu|chỉ tiêu kế hoạch|ngưỡng|mức quy định"
  )
  /// Phrases that say how settled figures are.
  static let statuses: [(status: StatusWord, phrases: [[String]])] = [
    (.preliminary, phrases("số sơ bộ|sơ bộ|preliminary|prel|provisional|tạm tính|số liệu sơ bộ")),
    (
      .estimated,
      phrases("ước thực hiện|ước th|ưth|ước tính|ước đạt|số ước|ước|estimated|estimate|est")
    ),
    (.final, phrases("số chính thức|chính thức|final|official")),
  ]
  /// Phrases around a year that say nothing more.
  static let yearFillers = phrases(
    "tính đến hết ngày|tính đến hết|tính đến ngày|tính đến|thực hiện|th|năm|year|đến ngày|ngày|tháng|đến|kết quả|kq|số liệu|cuối|hết|thời điểm|tại|kỳ|fy|y|sl"
  )
  /// Phrases that belong to most names of titles, taken out on both sides of a comparison.
  static let fillers = phrases(
    """
    mô hình|đạt danh hiệu|danh hiệu|được công nhận|công nhận|đạt chuẩn|trong xã|trên địa bàn|của xã|trong đó|toàn xã|đạt tiêu chuẩn|\
    trong năm|hàng năm|hằng năm|đạt|của thôn|cấp xã|thuộc xã
    """)
  /// Words that stand before a name and say what kind of figure follows.
  static let percentPrefixes = phrases("tỷ lệ|tỷ trọng|phần trăm|% |rate of|share of|percent of|tl")
  static let basePrefixes = phrases("tổng số|tổng")
  static let countPrefixes = phrases("số lượng|số người|số|number of")
  /// Signs that a number of things was reached, so that a name beside them is no group.
  static let reached = phrases("đạt|được công nhận|công nhận|danh hiệu")
  /// Words that turn a name into another thing: who has not reached it, who only registered, a part of
  /// the group.
  static let others = phrases(
    "chưa|không|đăng ký|còn lại|mới|nữ|trẻ em|giảm|tăng thêm|phấn đấu|đề nghị|dự kiến|not|registered|female|women|thiếu|còn thiếu"
  )
  /// Phrases of periods that are not a whole year.
  static let partsOfYears = phrases(
    "cùng kỳ|giữa kỳ|đầu kỳ|đầu năm|quý|quý i|quý ii|quý iii|quý iv|nửa đầu|nửa cuối|giữa năm|first half|quarter|năm học|half"
  )
  /// Words beside the name of an indicator that change nothing about it.
  static let harmless: Set<String> = Set(
    phrases(
      """
      số|lượng|tổng|tỷ|lệ|trọng|phần|trăm|%|người|hộ|gia|đình|dân|công|lao|động|trong|xã|phường|thôn|tổ|phố|trên|địa|bàn|\
      cơ|quan|mô|hình|của|có|là|được|đã|đang|làm|việc|đạt|danh|hiệu|nhận|chuẩn|tiêu|chí|các|và|từ|15|tuổi|trở|lên|đủ|năm|so|với|kết|quả|hằng|hàng|toàn|cấp|\
      số|liệu|trình|độ|dòng|họ|đơn|vị|cộng|đồng|học|tập|qua|đào|tạo|chuyên|môn|kỹ|thuật|đại|hoặc|trở|thuộc|theo|tại|thứ|tự|\
      the|of|with|a|title|share|rate|percent|number|total|people|households|citizens|aged|and|over|or|higher|reached
      """
    ).map { $0.joined(separator: " ") })
  /// Words of titles that say nothing about the indicator they name.
  static let harmlessInTitles: Set<String> = Set(
    phrases(
      "báo|cáo|biểu|bảng|thống|kê|hợp|tình|hình|danh|sách|phụ|lục|thực|hiện|công|tác|phong|trào|ước|sơ|bộ|chính|thức|theo|dõi|huyện|tỉnh|phường|report|table|of|the|in"
    ).map { $0.joined(separator: " ") })
  /// The kinds of place that begin a name, with those that are no place.
  static let placeKinds = phrases(
    "xã|phường|đặc khu|thị trấn|thôn|tổ dân phố|khu phố|khu dân cư|bản|ấp|làng|xóm|khóm|buôn|huyện|quận|thị xã|tỉnh|thành phố|tổ|khu|tdp|tp"
  )
  static let noPlaces = phrases(
    "xã hội|xã phường|thôn tổ|bản tổng|bản báo|tổ chức|khu vực|làng nghề|tổ dân phố đạt|thôn đạt|xã đạt"
  )
}

/// What a column says about its rows.
enum LayoutField: String, Sendable, CaseIterable {
  case place, indicator, code, year, measure, value, unit, status, vintage, released, note, ordinal
  case leadAgency = "lead_agency"
  case supportingAgencies = "supporting_agencies"
}

/// What a figure is.
enum Measure: UInt8, Sendable, CaseIterable {
  case count, base, percent
}

/// How settled figures are said to be.
enum StatusWord: Sendable, Hashable {
  case final, preliminary, estimated
}
