import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("TableLayout")
struct TableLayoutTests {
  private func layout(_ roles: ColumnRole...) -> TableLayout {
    TableLayout(
      sheet: 0, headerRows: [0], body: 1..<2,
      columns: roles.enumerated().map {
        LayoutColumn(index: $0, heading: "h", role: $1, reason: Phrase(vi: "r", en: "r"))
      }, context: FigureMeaning(), contextReasons: [])
  }

  private func figures(
    place: String? = nil, term: Int? = nil, own: String? = nil, year: Int? = nil
  ) -> ColumnRole {
    .figures(FigureMeaning(place: place, term: term, ownIndicator: own, year: year))
  }

  @Test("What a meaning says itself goes before what completes it")
  func completed() {
    let outer = FigureMeaning(
      place: "Xã B", parent: "Huyện", term: 3, year: 2020, status: .estimated, measure: .percent,
      saysPercentSign: true)
    let inner = FigureMeaning(place: "Xã A", year: 2024, measure: .count)
    let whole = inner.completed(by: outer)
    #expect(
      whole
        == FigureMeaning(
          place: "Xã A", parent: "Huyện", term: 3, year: 2024, status: .estimated, measure: .count,
          saysPercentSign: true))
    #expect(FigureMeaning().completed(by: outer) == outer)
    #expect(outer.completed(by: FigureMeaning()) == outer)
  }

  @Test("An indicator of its own is not mixed with a term from outside")
  func completedSubject() {
    let own = FigureMeaning(ownIndicator: "Thu nhập").completed(by: FigureMeaning(term: 3))
    #expect(own.term == nil && own.ownIndicator == "Thu nhập")
    let known = FigureMeaning(term: 1).completed(by: FigureMeaning(ownIndicator: "Thu nhập"))
    #expect(known.term == 1 && known.ownIndicator == nil)
    #expect(FigureMeaning(isPlanned: true).completed(by: FigureMeaning()).isPlanned)
  }

  @Test("The first column of a field is its key; figures keep their order")
  func columns() {
    let table = layout(
      .key(.place), .passedOver, figures(year: 2023), .parent, .key(.place), figures(year: 2024))
    #expect(table.key(.place) == 0)
    #expect(table.key(.year) == nil)
    #expect(table.figureColumns.map(\.index) == [2, 5])
    #expect(table.figureColumns.map(\.meaning.year) == [2023, 2024])
    #expect(layout().figureColumns.isEmpty)
  }

  @Test("The kind of table is what its columns tell apart")
  func kinds() {
    #expect(layout(.key(.place), .key(.indicator), .key(.year), figures()).kind == .tidy)
    #expect(layout(.key(.code), .key(.year), figures()).kind == .tidy)
    #expect(layout(.key(.place), figures(year: 2023), figures(year: 2024)).kind == .yearsAcross)
    #expect(layout(.key(.indicator), figures(year: 2024)).kind == .yearsAcross)
    #expect(layout(figures(place: "A"), figures(place: "B")).kind == .placesAcross)
    #expect(layout(.key(.place), figures(term: 0), figures(term: 1)).kind == .indicatorsAcross)
    #expect(layout(.key(.place), figures(own: "a"), figures(own: "b")).kind == .indicatorsAcross)
    #expect(layout(.key(.year), figures(term: 0), figures(term: 1)).kind == .yearsDown)
    #expect(layout(.key(.place), .key(.year), figures(term: 0)).kind == .yearsDown)
    #expect(layout(.key(.place), figures()).kind == .indicatorsAcross)
  }

  @Test("Each kind has its words in both languages")
  func titles() {
    let kinds: [LayoutKind] = [.tidy, .yearsAcross, .yearsDown, .indicatorsAcross, .placesAcross]
    #expect(Set(kinds.map { $0.title(.vi) }).count == 5)
    #expect(Set(kinds.map { $0.title(.en) }).count == 5)
    #expect(LayoutKind.yearsAcross.title(.vi) == "các năm theo cột")
    #expect(LayoutKind.placesAcross.title(.en) == "places across")
  }
}
