import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("AssignmentSheets")
struct AssignmentSheetsTests {
  private static let vocabulary = IndicatorVocabulary(
    terms: [
      (
        "learning-communication", .fact, "1.1",
        "Thực hiện công tác tuyên truyền nâng cao nhận thức cho cộng đồng về học tập suốt đời, xây dựng xã hội học tập"
      ),
      (
        "learning-programme", .fact, "1.2",
        "Xây dựng chương trình, kế hoạch thực hiện công tác xây dựng xã hội học tập hằng năm và tổ chức triển khai, thực hiện đầy đủ các chương trình, kế hoạch"
      ),
      (
        "learning-week", .fact, "1.3",
        "Xây dựng kế hoạch, triển khai các hoạt động cụ thể tổ chức Tuần lễ hưởng ứng học tập suốt đời và báo cáo theo quy định"
      ),
      ("preschool", .grade, "4.1", "Xã đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi"),
      ("primary", .grade, "4.2", "Xã đạt chuẩn phổ cập giáo dục tiểu học"),
      ("literacy", .grade, "4.4", "Xã đạt chuẩn xóa mù chữ"),
      ("learning-citizens", .share, "5.1", "Công dân trong xã đạt danh hiệu “Công dân học tập”"),
      ("trained", .share, "5.2a", "Công dân trong xã được đào tạo trình độ chuyên môn kỹ thuật"),
      ("university", .share, "5.2b", "Công dân trong xã có trình độ đại học trở lên"),
      ("learning-communities", .share, "", "Cộng đồng học tập"),
    ].map { (id: String, kind: IndicatorVocabulary.Kind, code: String, name: String) in
      IndicatorVocabulary.Term(
        id: id, kind: kind, names: [id, name, code].filter { !$0.isEmpty })
    })

  private func read(_ sheets: Sheet...) -> AssignmentSheets {
    let reader = HeadingReader(Self.vocabulary)
    return AssignmentSheets(sheets.map { SheetReading($0, reader) })
  }

  private func lines(_ read: AssignmentSheets) -> [String] {
    read.assignments.map {
      "\($0.requirement): \($0.leadAgency) + \($0.supportingAgencies.joined(separator: " | "))"
    }
  }

  /// Returns a sheet of lines of fields between bars, with merged cells.
  private func sheet(
    _ lines: String..., merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  ) -> Sheet {
    LayoutFixture.sheet(
      named: "Phụ lục", lines.map(LayoutFixture.cells),
      merges: merges.map { CellRange(rows: $0.rows, columns: $0.columns) })
  }

  /// The annex of a commune's plan of 2026, with the merged cells of its table.
  private var annex: Sheet {
    sheet(
      "PHÂN CÔNG PHỤ TRÁCH … “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ NĂM 2026",
      "Tiêu chí | Chỉ tiêu | Đơn vị chủ trì | Đơn vị phối hợp",
      "1. Sự lãnh đạo, chỉ đạo của cấp ủy Đảng, chính quyền cấp xã | 1. Thực hiện công tác tuyên truyền nâng cao nhận thức cho cộng đồng về học tập suốt đời, xây dựng xã hội học tập | Trung tâm Dịch vụ sự nghiệp công | Đài truyền thanh, Hội Khuyến học, các thôn, các đoàn thể",
      " | 2. Xây dựng chương trình, kế hoạch thực hiện công tác xây dựng xã hội học tập hằng năm và tổ chức triển khai, thực hiện đầy đủ các chương trình, kế hoạch. | Phòng Văn hóa – Xã hội | Các cơ quan, đơn vị liên quan",
      " | 3. Xây dựng kế hoạch, triển khai các hoạt động cụ thể tổ chức Tuần lễ hưởng ứng học tập suốt đời và báo cáo theo quy định. | | Các cơ quan, đơn vị liên quan; Trường học, Hội Khuyến học, các thôn",
      "4. Kết quả phổ cập giáo dục - xóa mù chữ | 1. Xã đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi theo quy định tại Nghị định số 20/2014/NĐ-CP ngày 24 tháng 3 năm 2014 của Chính phủ về phổ cập giáo dục, xóa mù chữ; | Phòng Văn hóa – Xã hội | Các cơ sở giáo dục, các tổ chức chính trị, xã hội",
      " | 2. Xã đạt chuẩn phổ cập giáo dục tiểu học mức độ 2 theo quy định tại Nghị định số 20/2014/NĐ-CP; | | ",
      " | 4. Xã đạt chuẩn xóa mù chữ mức độ 1 theo quy định tại Nghị định số 20/2014/NĐ-CP. | | ",
      "5. Tác dụng của việc xây dựng “Cộng đồng học tập” cấp xã | 1. Có ít nhất 60% công dân trong xã đạt danh hiệu “Công dân học tập” theo quy định tại Quyết định số 324/QĐ-KHVN ngày 25 tháng 10 năm 2023 ban hành Bộ tiêu chí đánh giá, công nhận danh hiệu “Công dân học tập” giai đoạn 2021-2030 | Hội Khuyến học | Các thôn, các tổ chức chính trị, xã hội",
      " | 2. Có ít nhất 50% công dân trong xã được đào tạo trình độ chuyên môn kỹ thuật; trong đó, có ít nhất 12% công dân trong xã có trình độ đại học trở lên. | Phòng Văn hóa – Xã hội | Các thôn, các tổ chức chính trị, xã hội",
      merges: [
        (1...1, 0...3), (3...5, 0...0), (4...5, 2...2), (6...8, 0...0), (6...8, 2...2),
        (6...8, 3...3), (9...10, 0...0),
      ])
  }

  @Test("The annex of a plan is read with its merged cells, by names and not by its own numbers")
  func plan() throws {
    let read = read(annex)
    let culture = "Phòng Văn hóa – Xã hội"
    let schools = "Các cơ sở giáo dục | các tổ chức chính trị | xã hội"
    let hamlets = "Các thôn | các tổ chức chính trị | xã hội"
    #expect(
      lines(read) == [
        "learning-communication: Trung tâm Dịch vụ sự nghiệp công + Đài truyền thanh | Hội Khuyến học | các thôn | các đoàn thể",
        "learning-programme: \(culture) + Các cơ quan | đơn vị liên quan",
        "learning-week: \(culture) + Các cơ quan, đơn vị liên quan | Trường học, Hội Khuyến học, các thôn",
        "preschool: \(culture) + \(schools)", "primary: \(culture) + \(schools)",
        "literacy: \(culture) + \(schools)", "learning-citizens: Hội Khuyến học + \(hamlets)",
        "trained: \(culture) + \(hamlets)", "university: \(culture) + \(hamlets)",
      ])
    #expect(read.sheets == [0])
    #expect(read.diagnostics.map(\.code) == [.assignmentRead])
    let note = try #require(read.diagnostics.first)
    #expect(note.message(in: .vi) == "đọc được phân công của 9 chỉ tiêu ở trang “Phụ lục”")
    #expect(note.position?.cell == "C2")
  }

  @Test("A blank that is not merged, a dash and a heading over all columns assign nobody")
  func blanks() {
    let read = read(
      sheet(
        "Mã | Chỉ tiêu | Chủ trì | Phối hợp", "1.1 | Tuyên truyền | Phòng A | ",
        "1.2 | Kế hoạch | | Phòng B",
        "1.3 | Tuần lễ | – | ", "Phần hai: xã đạt chuẩn xóa mù chữ | | |", "4.4 | | Phòng C | ",
        merges: [(5...5, 0...3)]))
    #expect(lines(read) == ["learning-communication: Phòng A + ", "literacy: Phòng C + "])
  }

  @Test(
    "Ids are told from numbers in columns of figures; a heading in English or of two rows is known")
  func ids() {
    let read = read(
      sheet(
        "No | Name | 2024 (%) | Lead agency | Supporting agencies", " | | | | ",
        "4.2 | Tên riêng | 5.1 | Office X | A; B", "4.1 | | 1.3 | Office Y | ",
        merges: [(1...2, 3...3)]))
    #expect(lines(read) == ["primary: Office X + A | B", "preschool: Office Y + "])
  }

  @Test("The first of two lead agencies holds, with a warning; the same again is no fault")
  func twice() throws {
    let read = read(
      sheet(
        "Mã | Đơn vị chủ trì | Đơn vị phối hợp", "5.1 | Hội A | ", "5.1 | HỘI A | Thôn",
        "5.1 | Hội B | "))
    #expect(lines(read) == ["learning-citizens: Hội A + Thôn"])
    let warning = try #require(read.diagnostics.first { $0.code == .assignmentTwice })
    #expect(warning.position?.cell == "B4" && warning.value == "Hội B")
    #expect(
      warning.message(in: .vi)
        == "learning-citizens đã có đơn vị chủ trì “Hội A” ở a.xlsx [Phụ lục!B2]; bỏ qua “Hội B”")
  }

  @Test("Rows of other work are named in one note")
  func unmatched() throws {
    let read = read(
      sheet(
        "Nội dung | Đơn vị chủ trì", "Tổ chức hội nghị sơ kết | Văn phòng", "Báo cáo | Văn phòng"))
    #expect(read.assignments.isEmpty && read.sheets == [0])
    let note = try #require(read.diagnostics.first)
    #expect(note.code == .assignmentUnmatched && read.diagnostics.count == 1)
    #expect(note.message(in: .vi).hasPrefix("dòng 2, 3 có đơn vị chủ trì"))
  }

  @Test("Nothing is read without headings of agencies, without rows below, or without names")
  func nothing() {
    #expect(read(sheet("Mã | Chỉ tiêu", "5.1 | Công dân")).sheets.isEmpty)
    let empty = read(sheet("Mã | Đơn vị chủ trì", "5.1 | "))
    #expect(empty.assignments.isEmpty && empty.diagnostics.isEmpty && empty.sheets == [0])
    let reading = SheetReading(annex, HeadingReader(.empty))
    #expect(AssignmentSheets([reading]).assignments.isEmpty)
  }

  @Test("Agencies are split at semicolons where there is one, else at commas")
  func split() {
    #expect(AssignmentSheets.agencies(in: " A, B ;C ; ") == ["A, B", "C"])
    #expect(AssignmentSheets.agencies(in: "A, B  b,") == ["A", "B b"])
    #expect(AssignmentSheets.agencies(in: "").isEmpty)
  }

  @Test(
    "A file of figures hands its assignments to the data set, and the sheet is not told as passed over"
  )
  func dataset() throws {
    let file = try LayoutFixture.file(
      "Địa phương,Chỉ tiêu,Năm,Số đạt,Tổng số,Đơn vị chủ trì\nXã A,Công dân học tập,2024,5,10,Hội Khuyến học\nXã A,Công dân học tập,2025,6,10,Hội Khuyến học\n"
    )
    let dataset = file.dataset(title: "a")
    #expect(dataset.assignment(for: "learning-citizens")?.leadAgency == "Hội Khuyến học")
    #expect(file.diagnostics.map(\.code) == [.assignmentRead])
    #expect(file.tables.first?.columns.last?.role == "lead_agency")
    let figures = LayoutFixture.workbookSheet(
      "Số liệu", "Xã A", "Năm | Công dân học tập (%)", "2024 | 50")
    let reader = LayoutFixture.reader
    var recognizer = LayoutRecognizer(SheetReading(figures, reader), sheetIndex: 0)
    let layouts = recognizer.tables()
    #expect(
      SheetFindings.of([figures, annex], layouts: layouts, reader: reader).map(\.code)
        == [.sheetWithoutTable])
    #expect(
      SheetFindings.of([figures, annex], layouts: layouts, reader: reader, assigning: [1]).isEmpty)
  }
}
