import OfficeDocuments
import Planning
import Regulations
import Testing
import Wording

@testable import Reporting

@Suite("Milestones as text, table and workbook")
struct MilestonesTextTests {
  private func text(_ fixture: AnalysisFixture, _ language: Language) throws -> String {
    let analysis = try fixture.analysis()
    return MilestonesText(Milestones(of: analysis), of: analysis, language: language).text
  }

  @Test("Each requirement has its section; the years stand in one table; facts have a day")
  func sections() throws {
    var fixture = AnalysisFixture()
    fixture.byYear = 2028
    let analysis = try fixture.analysis()
    let milestones = Milestones(of: analysis)
    let text = try text(fixture, .vi)
    #expect(text.contains("MỐC TỪNG NĂM đến năm 2028, \(analysis.level.id)"))
    for plan in milestones.plans where !plan.years.isEmpty {
      #expect(text.contains("\n\(plan.result.id) – \(plan.result.title.vi): "))
    }
    for plan in milestones.plans where plan.result.kind != .share {
      #expect(text.contains("31/12/2028"), "\(plan.result.id)")
    }
    #expect(text.contains("  2026") && text.contains("  2028"))
  }

  @Test("A planning level says in text, in every row and on every sheet that it is no law")
  func planning() throws {
    let analysis = try AnalysisFixture().analysis()
    let milestones = Milestones(of: analysis)
    for language in Language.allCases {
      let notice = AnalysisFixture.planNotice(language)
      #expect(try text(AnalysisFixture(), language).contains(notice))
      let rows = MilestonesTables(milestones, of: analysis).flat.csv(in: language)
        .split(separator: "\r\n").dropFirst()
      #expect(!rows.isEmpty)
      for row in rows { #expect(row.contains(notice) && row.contains(mark(language))) }
      let book = MilestonesWorkbook(
        milestones, of: analysis, inputs: [], toolVersion: "1", language: language
      ).workbook
      #expect(book.sheets.count >= 4)
    }
  }

  private func mark(_ language: Language) -> String { RequirementWords.illustrative(language) }

  @Test("English texts hold no Vietnamese words of the program, Vietnamese ones no English")
  func languages() throws {
    let english = try text(AnalysisFixture(isIllustrative: false, notice: nil), .en)
    for word in ["Mốc", "Chỉ tiêu", "Xác suất", "Tổng số"] { #expect(!english.contains(word)) }
    let vietnamese = try text(AnalysisFixture(isIllustrative: false, notice: nil), .vi)
    for word in ["Year", "Chance", "Lead", "Today"] { #expect(!vietnamese.contains(word)) }
  }

  @Test("Quarters show what they add only where they add")
  func steps() throws {
    var fixture = AnalysisFixture()
    fixture.byYear = 2028
    let plans = Milestones(of: try fixture.analysis()).plans
    let rise = try #require(plans.first { $0.mode == .rise && $0.years.first?.count != nil })
    let step = try #require(rise.quarters.first)
    let (count, add) = (try #require(step.count), try #require(step.add))
    let style = NumberStyle(.vi)
    #expect(add > 0)
    #expect(MilestoneWords.step(step).vi == "\(style.whole(count)) (+\(style.whole(add)))")
    let hold = try #require(plans.first { $0.mode == .hold && $0.added == 0 })
    let held = try #require(hold.quarters.first)
    #expect(MilestoneWords.step(held).en == NumberStyle(.en).whole(held.count))
  }
}
