import Foundation
import Planning
import Reporting
import Testing
import Wording

@Suite("JSON of an analysis")
struct AnalysisJSONTests {
  private typealias Object = [String: Any]

  private func read(_ fixture: AnalysisFixture, _ language: Language = .vi) throws -> Object {
    let text = AnalysisJSON.data(of: try fixture.analysis(), in: language).text
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  private func requirement(_ id: String, _ data: Object) throws -> Object {
    let rows = try #require(data["requirements"] as? [Object])
    return try #require(rows.first { $0["id"] as? String == id })
  }

  /// Returns the required keys of a part of the published schema.
  private func required(_ name: String) throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let schema = try Data(contentsOf: root.appending(path: "docs/schema/analysis.schema.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: schema) as? Object)
    let parts = try #require(document["$defs"] as? [String: Object])
    return Set(try #require(parts[name]?["required"] as? [String]))
  }

  @Test("Every part has every key of the schema")
  func keys() throws {
    let data = try read(AnalysisFixture())
    #expect(Set(data.keys).isSuperset(of: try required("analysis")))
    for year in try #require(data["outlook"] as? [Object]) {
      #expect(Set(year.keys).isSuperset(of: try required("outlook")))
    }
    let rows =
      try #require(data["requirements"] as? [Object])
      + (try #require(data["supporting"] as? [Object]))
    #expect(rows.count == 9)
    for row in rows {
      #expect(Set(row.keys).isSuperset(of: try required("requirement")))
      for year in try #require(row["forecast"] as? [Object]) {
        #expect(Set(year.keys).isSuperset(of: try required("forecast")))
      }
    }
  }

  @Test("Head and planning level are told")
  func head() throws {
    let data = try read(AnalysisFixture(asOf: "2026-06-30"))
    #expect(data["place"] as? String == "Xã Mẫu")
    #expect(data["illustrative"] as? Bool == true)
    #expect(data["level"] as? String == "level3")
    #expect(data["planning"] as? Bool == true)
    #expect(data["notice"] as? String == AnalysisFixture.planNotice.vi)
    #expect(data["legalBasis"] is NSNull)
    #expect(data["asOf"] as? String == "2026-06-30")
    #expect(data["baseYear"] as? Int == 2025)
    #expect(data["targetYear"] as? Int == 2026)
    let law = try read(AnalysisFixture(isPlanningLevel: false, hasRecognition: false))
    #expect(law["planning"] as? Bool == false)
    #expect(law["notice"] is NSNull)
    #expect(law["recognition"] is NSNull)
    #expect(law["legalBasis"] as? String == "Thông tư A, Điều 6")
    #expect(law["asOf"] is NSNull)
  }

  @Test("A share has counts, gap, pace and a forecast whose intervals nest")
  func share() throws {
    let analysis = try AnalysisFixture().analysis()
    let row = try requirement("A.2", try read(AnalysisFixture()))
    #expect(row["kind"] as? String == "share")
    #expect(row["met"] as? Bool == false)
    #expect(row["metBasis"] as? String == "count")
    #expect(row["threshold"] as? Double == 60)
    let latest = try #require(row["latest"] as? Object)
    #expect(latest["count"] as? Int == 5100 && latest["base"] as? Int == 10_000)
    #expect(latest["percent"] as? Double == 51)
    #expect(latest["status"] as? String == "preliminary")
    #expect(latest["grade"] is NSNull && latest["evidence"] is NSNull)
    #expect(row["gapPoints"] as? Double == 9)
    #expect(row["baseForecast"] as? Int == 10_020)
    #expect(row["gapPeople"] as? Int == 6012 - 5100)
    #expect(row["leadAgency"] as? String == "Phòng Văn hóa – Xã hội")
    #expect(row["basis"] as? String == "series")
    let years = try #require(row["forecast"] as? [Object])
    #expect(years.compactMap { $0["year"] as? Int } == analysis.outlook.map(\.year))
    for year in years {
      let bounds = ["lower80", "lower50", "median", "upper50", "upper80"].compactMap {
        year[$0] as? Double
      }
      #expect(bounds.count == 5 && bounds == bounds.sorted())
      #expect((0...1).contains(year["probability"] as? Double ?? -1))
    }
  }

  @Test("Facts and grades have a state, and null where nothing is known")
  func facts() throws {
    let data = try read(AnalysisFixture())
    let grade = try requirement("A.5", data)
    #expect(grade["kind"] as? String == "grade")
    #expect(grade["threshold"] as? Int == 3)
    #expect(grade["met"] as? Bool == false)
    let latest = try #require(grade["latest"] as? Object)
    #expect(latest["year"] as? Int == 2023 && latest["grade"] as? Int == 2)
    #expect(latest["evidence"] as? String == "full")
    let fact = try requirement("A.4", data)
    #expect(fact["met"] as? Bool == true && fact["threshold"] is NSNull)
    #expect((fact["latest"] as? Object)?["evidence"] as? String == "partial")
    let nothing = try requirement("A.6", data)
    #expect(nothing["met"] is NSNull && nothing["metBasis"] is NSNull)
    let state = try #require(nothing["latest"] as? Object)
    #expect(state.values.allSatisfy { $0 is NSNull })
    #expect(try #require(nothing["forecast"] as? [Object]).isEmpty)
  }

  @Test("Other definitions and undecided figures are told as such")
  func comparability() throws {
    let data = try read(AnalysisFixture())
    let foreign = try requirement("KH.1", data)
    #expect(foreign["comparable"] as? Bool == false)
    #expect(foreign["definition"] as? String == "cũ-2015")
    let undecided = try requirement("KH.2", data)
    #expect(undecided["met"] is NSNull)
    #expect(undecided["metBasis"] as? String == "percent")
    #expect(undecided["gapPeople"] is NSNull && undecided["baseForecast"] is NSNull)
    #expect(undecided["verified"] as? Bool == false)
    let years = try #require(data["outlook"] as? [Object])
    for year in years {
      #expect(year["conditionalOn"] as? [String] == ["A.6", "KH.1"])
    }
    let first = try #require(years.first)
    #expect(first["probability"] as? Double == 0)
    #expect(first["bindingRequirements"] as? [String] == ["A.5"])
    #expect(first["assumedFacts"] as? [String] == ["A.4", "A.5"])
  }

  @Test("History and recognition are told year by year")
  func past() throws {
    let data = try read(AnalysisFixture())
    let history = try #require(data["history"] as? [Object])
    #expect(history.compactMap { $0["year"] as? Int } == Array(2016...2025))
    #expect(history.last?["met"] as? Bool == false)
    #expect(history.last?["failing"] as? [String] == ["A.2", "A.5"])
    #expect(history.last?["unknown"] as? [String] == ["A.6", "KH.1", "KH.2"])
    let recognition = try #require(data["recognition"] as? Object)
    #expect(recognition["level"] as? String == "level1")
    #expect(recognition["decisionDate"] as? String == "2025-03-27")
    #expect(recognition["validThrough"] is NSNull)
    #expect((recognition["outlook"] as? [Object])?.count == 5)
  }

  @Test("The language changes titles and nothing else")
  func languages() throws {
    let vi = try read(AnalysisFixture(), .vi)
    let en = try read(AnalysisFixture(), .en)
    #expect(try requirement("A.2", vi)["title"] as? String == "Qua đào tạo")
    #expect(try requirement("A.2", en)["title"] as? String == "law-b in words")
    #expect(vi["outlook"] as? NSArray == en["outlook"] as? NSArray)
    #expect(vi["history"] as? NSArray == en["history"] as? NSArray)
    #expect(vi["notice"] as? String != en["notice"] as? String)
  }
}
