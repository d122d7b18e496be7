import Diagnostics
import Foundation
import Regulations
import Testing
import Wording

/// What a rule file says of itself: law or plan, correlation, notes, settings.
struct RuleFileReaderTests {
  private static let basis = "legalBasis: Văn bản A"

  @Test("a file without legal basis has to call itself a plan")
  func lawOrPlan() {
    #expect(
      RuleText.faults(RuleText.minimal(Self.basis, "legalBasis: null"))
        == ["a.yaml:1:1 rule.legalBasis.missing"])
    #expect(
      RuleText.faults(RuleText.minimal(Self.basis + "\n", ""))
        == ["a.yaml:1:1 rule.key.missing", "a.yaml:1:1 rule.legalBasis.missing"])
  }

  @Test("a plan names no legal basis and has a notice")
  func plan() throws {
    #expect(
      RuleText.faults(RuleText.minimal(Self.basis, "legalBasis: Văn bản A\nplanning: true"))
        == ["a.yaml:1:1 rule.key.missing", "a.yaml:3:13 rule.planning.legal Văn bản A"])
    let library = try RuleText.library(
      RuleText.minimal(Self.basis, "legalBasis: null\nplanning: true\nnotice: kế hoạch"))
    let level = library.levels(forKind: nil)[0]
    #expect(level.isPlanning && level.legalBasis == nil && level.notice == Phrase("kế hoạch"))
  }

  @Test("no level of a plan names a legal basis")
  func planLevel() {
    let text = RuleText.minimal(
      Self.basis, "legalBasis: null\nplanning: true\nnotice: kế hoạch"
    ).replacingOccurrences(of: "title: Mức 1", with: "title: Mức 1\n    legalBasis: Điều 1")
    #expect(RuleText.faults(text) == ["a.yaml:27:17 rule.planning.legal Điều 1"])
  }

  @Test("correlation is 0.3 when not given, and below 1")
  func correlation() throws {
    #expect(try RuleText.library(RuleText.minimal).regulations[0].correlation == 0.3)
    let half = RuleText.minimal(Self.basis, Self.basis + "\ncorrelation: 0.5")
    #expect(try RuleText.library(half).levels(forKind: nil)[0].correlation == 0.5)
    for text in ["1", "1.0"] {
      let one = RuleText.minimal(Self.basis, Self.basis + "\ncorrelation: \(text)")
      let faults = RuleText.diagnostics([one])
      #expect(faults.map(\.position?.label) == ["a.yaml:4:14"])
      #expect(
        faults.first?.message(in: .en) == "“correlation” is \(text), outside of 0 to below 1")
    }
  }

  @Test("a note says whether it is law")
  func notes() throws {
    let note = "\nnotes:\n  - text: Ghi chú\n    source: A\n    confidence: I"
    #expect(
      RuleText.faults(RuleText.minimal(Self.basis, Self.basis + note))
        == ["a.yaml:5:5 rule.key.missing"])
    let library = try RuleText.library(
      RuleText.minimal(Self.basis, Self.basis + note + "\n    law: false"))
    #expect(library.regulations[0].notes.map(\.isLaw) == [false])
  }

  @Test("an indicator takes its base from a setting or by name, not both")
  func settings() throws {
    let settings =
      "\nsettings:\n  who:\n    value: adults-titled\n    source: A\n    confidence: I"
    let direct = RuleText.minimal(Self.basis, Self.basis + settings)
    let bySetting = direct.replacingOccurrences(
      of: "definition: adults-titled", with: "baseSetting: who")
    let indicator = try RuleText.library(bySetting).regulations[0].indicators[0]
    #expect(indicator.base == "adults-titled" && indicator.baseSetting == "who")
    let unknown = bySetting.replacingOccurrences(
      of: "value: adults-titled", with: "value: adult-titled")
    #expect(RuleText.faults(unknown) == ["a.yaml:6:12 rule.name.unknown adult-titled"])
    let both = bySetting.replacingOccurrences(
      of: "baseSetting: who", with: "baseSetting: who\n    base: adults-titled")
    #expect(RuleText.faults(both) == ["a.yaml:23:11 rule.base.twice adults-titled"])
  }

  @Test("a calendar is read whole or not at all")
  func calendar() {
    let text = RuleText.minimal(
      Self.basis,
      Self.basis + "\ncalendar:\n  dossier: {before: \"02-30\", source: A, confidence: V}")
    #expect(
      RuleText.faults(text) == [
        "a.yaml:5:3 rule.key.missing", "a.yaml:5:3 rule.key.missing", "a.yaml:5:3 rule.key.missing",
        "a.yaml:5:3 rule.key.missing", "a.yaml:5:12 rule.key.missing",
        "a.yaml:5:21 rule.value.type 02-30",
      ])
  }
}
