import Testing

/// A named text that has to fail in a named way.
private struct BadDocument: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let fault: String

  static let all = [
    BadDocument(
      testDescription: "a missing key", text: #"{"kind": "share"}"#, fault: "$: lacks “year”"),
    BadDocument(
      testDescription: "a wrong type", text: #"{"year": "2025", "kind": "share"}"#,
      fault: "$.year: is not of type integer or null"),
    BadDocument(
      testDescription: "a fraction for an integer", text: #"{"year": 1.5, "kind": "share"}"#,
      fault: "$.year: is not of type integer or null"),
    BadDocument(
      testDescription: "a truth value for a number",
      text: #"{"year": 1, "kind": "share", "chance": true}"#,
      fault: "$.chance: is not of type number"),
    BadDocument(
      testDescription: "a bad choice", text: #"{"year": 1, "kind": "shares"}"#,
      fault: #"$.kind: string("shares") is no choice"#),
    BadDocument(
      testDescription: "a number too large", text: #"{"year": 1, "kind": "share", "chance": 1.1}"#,
      fault: "$.chance: is too large"),
    BadDocument(
      testDescription: "a number too small", text: #"{"year": 1, "kind": "share", "chance": -0.1}"#,
      fault: "$.chance: is too small"),
    BadDocument(
      testDescription: "a text of another pattern",
      text: #"{"year": 1, "kind": "share", "day": "1/2/2026"}"#,
      fault: "$.day: “1/2/2026” does not match ^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    BadDocument(
      testDescription: "another constant", text: #"{"year": 1, "kind": "share", "version": 2}"#,
      fault: "$.version: is not number(1.0)"),
    BadDocument(
      testDescription: "a fault inside a list behind a reference",
      text: #"{"year": 1, "kind": "share", "names": ["a", 3]}"#,
      fault: "$.names[1]: is not of type string"),
    BadDocument(
      testDescription: "no alternative", text: #"{"year": 1, "kind": "share", "place": 3}"#,
      fault: "$.place: is not of type null"),
    BadDocument(
      testDescription: "a list for an object", text: "[]", fault: "$: is not of type object"),
  ]
}

@Suite struct JSONSchemaCheckTests {
  private let check: JSONSchemaCheck

  init() throws {
    check = try JSONSchemaCheck(
      #"""
      {
        "type": "object",
        "required": ["year", "kind"],
        "properties": {
          "year": {"type": ["integer", "null"]},
          "kind": {"enum": ["share", "grade", null]},
          "chance": {"type": "number", "minimum": 0, "maximum": 1},
          "day": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
          "version": {"const": 1},
          "names": {"type": "array", "items": {"$ref": "#/$defs/name"}},
          "place": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/name"}]}
        },
        "$defs": {"name": {"type": "string"}}
      }
      """#)
  }

  @Test(
    "A document that keeps the schema has no fault",
    arguments: [
      #"{"year": 2025, "kind": "share"}"#, #"{"year": null, "kind": null, "other": {}}"#,
      #"{"year": 1, "kind": "grade", "chance": 0.5, "day": "2026-01-31", "version": 1}"#,
      #"{"year": 1, "kind": "grade", "names": ["a"], "place": "b", "day": null}"#,
    ])
  func goodDocument(text: String) throws {
    #expect(check.faults(in: try JSONDocument(text)) == [])
  }

  @Test("A document that breaks the schema is told where and how", arguments: BadDocument.all)
  private func badDocument(bad: BadDocument) throws {
    #expect(check.faults(in: try JSONDocument(bad.text)).contains(bad.fault))
  }

  @Test("A word of the schema that is not understood is a fault, not silence")
  func unknownWord() throws {
    let check = try JSONSchemaCheck(#"{"maxItems": 3}"#)
    #expect(check.faults(in: .array([])) == ["$: “maxItems” cannot be checked"])
  }

  @Test("Text after the document is no document")
  func trailingText() {
    #expect(throws: (any Error).self) { try JSONDocument("{} {}") }
  }

  @Test("The schema of the answer refuses an answer that lost a key or holds a wrong one")
  func mutilatedAnswer() throws {
    let text = try WorkingFolder().forecast("--target", "level1", "--json").output
    let check = try JSONSchemaCheck.answer()
    #expect(check.faults(in: try JSONDocument(text)) == [])
    for (from, to) in [
      ("\"schemaVersion\": 1", "\"schemaVersion\": 2"),
      ("\"status\": \"ok\"", "\"status\": \"fine\""),
      ("\"bindingRequirements\"", "\"binding\""), ("\"kind\": \"grade\"", "\"kind\": \"degree\""),
      ("\"illustrative\": true", "\"illustrative\": \"yes\""), ("\"gapPeople\"", "\"people\""),
    ] {
      let broken = text.replacing(from, with: to)
      #expect(broken != text)
      #expect(check.faults(in: try JSONDocument(broken)) != [], "\(from) → \(to)")
    }
  }
}
