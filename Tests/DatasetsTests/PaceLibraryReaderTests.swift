import Diagnostics
import Foundation
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("PaceLibraryReader")
struct PaceLibraryReaderTests {
  private func read(_ text: String) throws -> PaceLibrary {
    try PaceLibraryReader.read(SourceFile(path: "library.json", bytes: Array(text.utf8)))
  }

  /// Returns what is wrong with the document after one text in it was replaced.
  private func faults(_ old: String, _ new: String) throws -> [Diagnostic] {
    try #require(Self.document.contains(old), "no \(old)")
    let text = Self.document.replacing(old, with: new, maxReplacements: 1)
    return try #require(throws: Faults.self) { try read(text) }.diagnostics
  }

  // MARK: What is read

  @Test("Every number of the document is found again")
  func content() throws {
    let library = try read(Self.document)
    #expect(library.version == "7")
    #expect(library.estimates.curve == PaceCurve(knots: [0, 40, 100], paces: [0.5, 1, -0.25]))
    #expect(library.estimates.panelWidth == 0.75 && library.estimates.loneWidth == 1.25)
    #expect(Array(library.withoutGroup.keys) == ["labour"])
    #expect(
      library.shapes == [
        ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 0.75),
        ChangeShape(noise: 0.2, slope: 0.1, drift: 0.3, persistence: 0.5, weight: 0.25),
      ])
    #expect(
      library.sets == [
        PaceSet(id: "trained", group: "labour", direction: .up, places: 63, figures: 819),
        PaceSet(id: "dropout", group: "school", direction: .down, places: 5, figures: 50),
      ])
    #expect(
      library.families == [
        PaceFamily(id: "other", revisionSD: 1.5, isVerified: true),
        PaceFamily(id: "title", revisionSD: 0, isVerified: false, paceSD: 2),
      ])
    #expect(
      library.record == [
        StatementBand(
          lower: 0.75, upper: 0.9, isRise: true, isAlone: false, count: 1000, hits: 810)
      ])
  }

  @Test("Every constant is read under its own name")
  func settings() throws {
    let settings = try read(Self.document).settings
    #expect(settings.panelYears == 9)
    for (index, number) in PaceSettings.numbers.enumerated() {
      #expect(settings[keyPath: number.path] == 0.25 + Double(index), "\(number.name)")
    }
  }

  @Test("A group, a record and sets may be missing from a library only as empty lists")
  func emptyParts() throws {
    let text = Self.document.replacing(Self.record, with: "[]").replacing(Self.sets, with: "[]")
    let library = try read(text)
    #expect(library.record.isEmpty && library.sets.isEmpty)
    #expect(library.estimates(testing: "trained") == library.estimates)
  }

  @Test("The shipped library is read without a fault")
  func shipped() throws {
    let url = shippedDataset("pace-library").appending(path: "library.json")
    let library = try PaceLibraryReader.read(SourceFile(reading: url, shownAs: "library.json"))
    #expect(library.family("trained").isVerified)
    #expect(!library.family("title").isVerified)
    #expect(library.family("no such family").id == "other")
    #expect(library.estimates.panelWidth > 0.5 && library.estimates.panelWidth < 1.5)
    #expect(library.record.count >= 20 && library.models.count >= 8)
    #expect(library.shapes.reduce(0) { $0 + $1.weight } > 0)
    for set in library.sets { #expect(library.withoutGroup[set.group] != nil, "\(set.group)") }
    for band in library.record { #expect(band.hits <= band.count && band.lower < band.upper) }
  }

  @Test("The paces of places are read; a library from before they were measured has none")
  func placePaces() throws {
    #expect(try read(Self.document).placePaces == .none)
    let text = Self.document.replacing(
      #""models":"#, with: "\"placePaces\": \(Self.placePaces), \"models\":")
    #expect(
      try read(text).placePaces
        == PaceDistribution(
          probabilities: [0, 0.5, 1],
          bands: [
            PaceDistribution.Band(
              years: 3, lower: 20, upper: 40, paces: [-1, 0.5, 2], windows: 120, places: 40,
              indicators: 4)
          ]))
  }

  @Test("An empty list of paces is a library without a basis for comparison")
  func noPlacePaces() throws {
    let text = Self.document.replacing(
      #""models":"#, with: #""placePaces": {"probabilities": [], "bands": []}, "models":"#)
    #expect(try read(text).placePaces == .none)
  }

  // MARK: What is refused

  @Test(
    "Paces of places that are in disorder are refused",
    arguments: [
      ("[0, 0.5, 1]", "[0, 1, 0.5]", "probabilities"),
      ("[0, 0.5, 1]", "[0.1, 0.5, 1]", "probabilities"),
      ("[-1, 0.5, 2]", "[-1, 3, 2]", "paces"), ("[-1, 0.5, 2]", "[-1, 2]", "paces"),
      ("[-1, 0.5, 2]", "[-1, nan, 2]", "paces"), (#""upper": 40"#, #""upper": 20"#, "paces"),
      (#""years": 3"#, #""years": 0"#, "years"), (#""windows": 120"#, #""windows": -1"#, "windows"),
    ])
  func placePaceFaults(old: String, new: String, name: String) throws {
    let paces = Self.placePaces.replacing(old, with: new)
    let text = Self.document.replacing(
      #""models":"#, with: "\"placePaces\": \(paces), \"models\":")
    let faults = try #require(throws: Faults.self) { try read(text) }.diagnostics
    #expect(faults.map(\.code.id) == ["library.value"])
    #expect(faults.first?.facts["name"] == Phrase(name))
  }

  @Test(
    "A document of another kind is refused before anything else",
    arguments: [
      (#""pace-library""#, #""something""#), (#""format": "pace-library","#, ""),
      (#""pace-library""#, "[1]"),
    ])
  func format(old: String, new: String) throws {
    let faults = try faults(old, new)
    #expect(faults.map(\.code.id) == ["library.format"])
    #expect(faults.first?.message(in: .vi).contains("phải là “pace-library”") == true)
  }

  @Test(
    "A part that is missing is named once",
    arguments: [
      "version", "estimates", "shapes", "settings", "sets", "families", "record", "models",
      "panelWidth", "loneWidth", "knots", "paces", "logVarianceMean", "rise", "alone", "noise",
      "persistence", "weight",
      "panelYears", "commonShock", "direction", "group", "places", "figures", "revisionSD",
      "verified", "lower", "hits",
    ])
  func missing(name: String) throws {
    let faults = try faults("\"\(name)\":", "\"x-\(name)\":")
    #expect(faults.map(\.code.id) == ["library.missing"])
    #expect(faults.first?.message(in: .en) == "the pace library lacks “\(name)”")
    #expect(faults.first?.position?.file == "library.json")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let name: String
    var testDescription: String { "\(old) as \(new)" }

    init(_ old: String, _ new: String, _ name: String) {
      (self.old, self.new, self.name) = (old, new, name)
    }
  }

  static let unusable = [
    Fault("[0, 40, 100]", "[0, 100, 40]", "knots"), Fault("[0, 40, 100]", "[1, 40, 100]", "knots"),
    Fault("[0, 40, 100]", "[0, 100]", "knots"), Fault("[0, 40, 100]", "[0, a, 100]", "knots"),
    Fault("[0, 40, 100]", "[0, nan, 100]", "knots"), Fault("[0, 40, 100]", "12", "knots"),
    Fault("[0.5, 1, -0.25]", "[0.5, inf, 1]", "paces"),
    Fault(#""panelWidth": 0.75"#, #""panelWidth": abc"#, "panelWidth"),
    Fault(#""panelWidth": 0.75"#, #""panelWidth": nan"#, "panelWidth"),
    Fault(#""loneWidth": 1.25"#, #""loneWidth": 0"#, "loneWidth"),
    Fault(#""rise": true"#, #""rise": yes"#, "rise"),
    Fault(#""coverageNext": 0.8"#, #""coverageNext": -1"#, "coverageNext"),
    Fault(#""noise": 0.2"#, #""noise": 0.7"#, "shapes"),
    Fault(#""noise": 0.2"#, #""noise": -0.1"#, "noise"),
    Fault(#""persistence": 0.5"#, #""persistence": 1"#, "shapes"),
    Fault(#""weight": 0.25"#, #""weight": 0"#, "shapes"),
    Fault(#""panelYears": 9"#, #""panelYears": 0"#, "panelYears"),
    Fault(#""commonShock": 7.25"#, #""commonShock": 0"#, "commonShock"),
    Fault(#""direction": "down""#, #""direction": "sideways""#, "direction"),
    Fault(#""places": 63"#, #""places": -1"#, "places"),
    Fault(#""revisionSD": 1.5"#, #""revisionSD": 101"#, "revisionSD"),
    Fault(#""verified": true"#, #""verified": yes"#, "verified"),
    Fault(#""paceSD": 2"#, #""paceSD": 0"#, "paceSD"),
    Fault(#""lower": 0.75"#, #""lower": 0.95"#, "record"),
    Fault(#""hits": 810"#, #""hits": 1001"#, "record"),
    Fault(#""version": "7""#, #""version": [7]"#, "version"),
  ]

  @Test("A value that cannot be used is named once, where it stands", arguments: unusable)
  func value(fault: Fault) throws {
    let faults = try faults(fault.old, fault.new)
    #expect(faults.map(\.code.id) == ["library.value"])
    #expect(faults.first?.facts["name"] == Phrase(fault.name))
    #expect(faults.first?.position?.line != nil)
  }

  @Test("Parts that are no lists, and lists without anything, are named once")
  func lists() throws {
    for (old, name) in [(Self.shapes, "shapes"), (Self.sets, "sets"), (Self.record, "record")] {
      #expect(try faults(old, "3").map { $0.facts["name"] } == [Phrase(name)])
    }
    let empty = try faults(Self.shapes, "[]")
    #expect(empty.map(\.code.id) == ["library.value"])
  }

  @Test("A library without the family other is refused")
  func fallback() throws {
    let faults = try faults(#""id": "other""#, #""id": "another""#)
    #expect(faults.map(\.code.id) == ["library.no-fallback"])
    #expect(faults.first?.message(in: .vi) == "thư viện nhịp tăng không có họ “other”")
    #expect(faults.first?.message(in: .en) == "the pace library has no family “other”")
  }

  @Test("All faults of a document are told at once, each at its place")
  func allFaults() throws {
    var text = Self.document
    for (old, new) in [
      (#""version": "7","#, ""), ("[0, 40, 100]", "[0, 40, 90]"),
      (#""noise": 0.2"#, #""noise": many"#), (#""panelYears": 9"#, #""panelYears": 1000"#),
      (#""direction": "up""#, #""direction": "best""#), (#""lower": 0.75"#, #""lower": -1"#),
      (#""verified": false"#, #""verified": maybe"#),
    ] {
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    let faults = try #require(throws: Faults.self) { try read(text) }.diagnostics
    #expect(
      faults.map { "\($0.code.id) \($0.facts["name"]?.en ?? "")" } == [
        "library.missing version", "library.value knots", "library.value noise",
        "library.value panelYears", "library.value direction", "library.value verified",
        "library.value lower",
      ])
    for fault in faults {
      #expect(!fault.message(in: .vi).contains("{") && !fault.remedy(in: .vi).isEmpty)
      #expect(fault.position?.line != nil)
    }
  }

  @Test("What is no document at all is a fault of its syntax")
  func syntax() throws {
    for text in ["", "{", "[1, 2"] {
      let faults = try #require(throws: Faults.self) { try read(text) }
      #expect(faults.diagnostics.count == 1)
    }
  }

  // MARK: The document

  private static let estimates = #"""
    {"knots": [0, 40, 100], "paces": [0.5, 1, -0.25], "panelWidth": 0.75,
      "loneWidth": 1.25}
    """#

  private static let shapes = #"""
    [{"noise": 0, "slope": 0, "drift": 0, "persistence": 0, "weight": 0.75},
     {"noise": 0.2, "slope": 0.1, "drift": 0.3, "persistence": 0.5, "weight": 0.25}]
    """#

  private static let sets = #"""
    [{"id": "trained", "group": "labour", "direction": "up", "places": 63, "figures": 819},
     {"id": "dropout", "group": "school", "direction": "down", "places": 5, "figures": 50}]
    """#

  private static let record = #"""
    [{"lower": 0.75, "upper": 0.9, "rise": true, "alone": false, "count": 1000, "hits": 810}]
    """#

  private static let placePaces = #"""
    {"probabilities": [0, 0.5, 1], "bands": [{"years": 3, "lower": 20, "upper": 40,
      "paces": [-1, 0.5, 2], "windows": 120, "places": 40, "indicators": 4}]}
    """#

  private static let models = #"""
    [{"id": "ols", "relativeError": 1.25, "relativeRankedScore": 1.2, "coverageNext": 0.8,
      "coverageFifth": 0.5}]
    """#

  private static let document = """
    {"format": "pace-library", "version": "7",
    "estimates": \(estimates),
    "withoutGroup": {"labour": \(estimates)},
    "shapes": \(shapes),
    "settings": {\(PaceSettings.numbers.enumerated().map {
      "\"\($1.name)\": \(0.25 + Double($0))"
    }.joined(separator: ", ")), "panelYears": 9},
    "sets": \(sets),
    "families": [{"id": "other", "revisionSD": 1.5, "verified": true},
      {"id": "title", "revisionSD": 0, "verified": false, "paceSD": 2}],
    "record": \(record), "models": \(models)}
    """
}
