import Diagnostics
import Foundation
import Reporting
import Testing
import Wording

@Suite("Envelope of a result")
struct ResultEnvelopeTests {
  private static let code = DiagnosticCode(
    "number.unreadable",
    message: Phrase(vi: "'{value}' không phải là số", en: "'{value}' is not a number"),
    remedy: Phrase(vi: "Sửa ô.", en: "Mend the cell."))
  private static let remark = DiagnosticCode(
    "figure.preliminary", .note, message: Phrase(vi: "sơ bộ", en: "preliminary"),
    remedy: Phrase(""))

  private func envelope(_ data: JSONValue, _ diagnostics: [Diagnostic]) -> ResultEnvelope {
    ResultEnvelope(
      toolVersion: "1.2.3", inputs: [.init(path: "số liệu.csv", sha256: "00ff")], data: data,
      diagnostics: diagnostics)
  }

  @Test("An answer has version, tool, status, inputs, data and diagnostics, in this order")
  func answer() {
    #expect(
      envelope(.object([("x", .whole(1))]), [Diagnostic(Self.remark)]).json(in: .vi).text == """
        {
          "schemaVersion": 1,
          "tool": {
            "name": "forecast",
            "version": "1.2.3"
          },
          "status": "ok",
          "inputs": [
            {
              "path": "số liệu.csv",
              "sha256": "00ff"
            }
          ],
          "data": {
            "x": 1
          },
          "diagnostics": [
            {
              "severity": "note",
              "code": "figure.preliminary",
              "message": "sơ bộ",
              "file": null,
              "sheet": null,
              "cell": null,
              "line": null,
              "column": null,
              "value": null,
              "remedy": ""
            }
          ]
        }

        """)
  }

  @Test("An error makes the status, its position and value are told in the language")
  func failure() throws {
    let position = InputPosition(file: "a.xlsx", sheet: "Tờ 1", cell: "B7", line: 7, column: 2)
    let diagnostic = Diagnostic(Self.code, at: position, value: "n/a")
    let text = envelope(.null, [Diagnostic(Self.remark), diagnostic]).json(in: .en).text
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let document = try #require(read)
    #expect(document["status"] as? String == "error")
    #expect(document["data"] is NSNull)
    let told = try #require((document["diagnostics"] as? [[String: Any]])?.last)
    #expect(told["severity"] as? String == "error")
    #expect(told["message"] as? String == "'n/a' is not a number")
    #expect(told["remedy"] as? String == "Mend the cell.")
    #expect(told["file"] as? String == "a.xlsx")
    #expect(told["sheet"] as? String == "Tờ 1")
    #expect(told["cell"] as? String == "B7")
    #expect(told["line"] as? Int == 7)
    #expect(told["column"] as? Int == 2)
    #expect(told["value"] as? String == "n/a")
  }
}
