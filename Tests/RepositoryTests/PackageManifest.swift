/// The targets of a Package.swift and what each depends on, read off its text.
///
/// Read are the calls `.target(…)`, `.executableTarget(…)`, `.systemLibrary(…)` and `.testTarget(…)`
/// with `name:` and the texts in `dependencies: […]`; products of other packages are left out.
struct PackageManifest {
  struct Target: Equatable {
    let name: String
    let isTest: Bool
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ text: String) {
    let code = text.codeLines.joined(separator: "\n")
    targets = code.matches(of: /\.(target|executableTarget|systemLibrary|testTarget)\(/)
      .compactMap { match in
        let call = Self.bracketed(code[match.range.upperBound...], "(", ")")
        guard let name = call.firstMatch(of: /name:\s*"([^"]+)"/) else { return nil }
        var dependencies: [String] = []
        if let start = call.firstMatch(of: /\bdependencies:\s*\[/) {
          let list = Self.bracketed(call[start.range.upperBound...], "[", "]")
            .replacing(/\.product\([^)]*\)/, with: "")
          dependencies = list.matches(of: /"([^"]+)"/).map { String($0.1) }
        }
        return Target(
          name: String(name.1), isTest: match.1 == "testTarget", dependencies: dependencies)
      }
  }

  /// Returns the text up to the bracket that closes the one just before it.
  private static func bracketed(
    _ text: Substring, _ open: Character, _ close: Character
  ) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
