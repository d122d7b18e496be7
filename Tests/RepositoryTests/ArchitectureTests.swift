import Testing

@Suite struct ArchitectureTests {
  private let targets: [PackageManifest.Target]
  /// The layer of each target, as the picture in docs/architecture.md has it.
  private let layers: [String: Int]

  /// Targets that are tools and tests of the project, not part of the house.
  private static let outside: Set<String> = ["nist", "timings", "reading", "ReferenceSets"]

  init() throws {
    let targets = PackageManifest(try Repository.text("Package.swift")).targets
    self.targets = targets
    let names = Set(targets.filter { !$0.isTest }.map(\.name)).subtracting(Self.outside)
    var layers: [String: Int] = [:]
    let blocks = try Repository.text("docs/architecture.md").split(separator: "```")
    for line in blocks.dropFirst().first?.split(separator: "\n") ?? [] {
      guard let match = line.firstMatch(of: /^\s*(\d)\s+(.*)$/), let layer = Int(match.1) else {
        continue
      }
      for word in match.2.split(whereSeparator: { !$0.isLetter }).map(String.init)
      where names.contains(word) && layers[word] == nil {
        layers[word] = layer
      }
    }
    self.layers = layers
  }

  @Test("The picture in docs/architecture.md has every target, on the layer it is known for")
  func picture() {
    let names = targets.filter { !$0.isTest }.map(\.name).filter { !Self.outside.contains($0) }
    #expect(names.count >= 15)
    for name in names { #expect(layers[name] != nil, "\(name) is not in the picture") }
    for (name, layer) in [
      ("CLAPACKE", 0), ("CBoostMath", 0), ("CCrypto", 0), ("CZip", 0), ("CExpat", 0),
      ("CXlsxWriter", 0),
      ("Wording", 1), ("LinearAlgebra", 2),
      ("Charts", 2),
      ("Diagnostics", 2), ("Statistics", 3), ("Indicators", 3), ("InputFiles", 3),
      ("OfficeDocuments", 3),
      ("Forecasting", 4), ("Regulations", 4), ("Datasets", 4), ("Planning", 5), ("Evaluation", 5),
      ("Reporting", 6),
      ("ForecastCLI", 7), ("forecast", 8),
    ] {
      #expect(layers[name] == layer, "\(name)")
    }
  }

  @Test("Every arrow of Package.swift points to a lower layer")
  func arrows() {
    for target in targets where !target.isTest && !Self.outside.contains(target.name) {
      for dependency in target.dependencies {
        guard let from = layers[target.name], let to = layers[dependency] else {
          Issue.record("\(target.name) → \(dependency): not in the picture")
          continue
        }
        #expect(from > to, "\(target.name) (\(from)) → \(dependency) (\(to))")
      }
    }
  }

  @Test("Tools and tests are depended on by none of the house")
  func outsideIsOutside() {
    let tests = Set(targets.filter(\.isTest).map(\.name)).union(Self.outside)
    for target in targets where !target.isTest && !Self.outside.contains(target.name) {
      #expect(tests.isDisjoint(with: target.dependencies), "\(target.name)")
    }
  }

  @Test("Every folder of Sources is a target and has a folder of tests, or is named as having none")
  func folders() throws {
    let files = Repository.paths(
      below: "Sources", endings: ["swift", "cpp", "h", "modulemap"])
    let folders = Set(
      files.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    #expect(folders.isSubset(of: Set(targets.map(\.name))))
    let tests = Set(targets.filter(\.isTest).map(\.name))
    let untested: Set = [
      "CLAPACKE", "CBoostMath", "CCrypto", "CZip", "CExpat", "CXlsxWriter", "forecast", "nist",
      "timings", "reading",
    ]
    for folder in folders.subtracting(untested) {
      #expect(tests.contains(folder + "Tests"), "\(folder) has no tests")
    }
  }

  @Test("Only what is in the dependency list of a target is imported by its files")
  func declaredImports() throws {
    let own = Set(targets.map(\.name))
    for file in try Repository.swiftFiles(below: "Sources") {
      let name = String(file.path.split(separator: "/")[1])
      let target = targets.first { $0.name == name }
      for module in imports(of: file) where own.contains(module) {
        #expect(target?.dependencies.contains(module) == true, "\(file.path) imports \(module)")
      }
    }
  }

  @Test("Foundation is imported only where files, streams and Unicode forms are dealt with")
  func foundation() throws {
    let allowed: Set = [
      "Wording", "InputFiles", "OfficeDocuments", "Datasets", "ForecastCLI", "forecast", "nist",
      "timings", "reading",
    ]
    for file in try Repository.swiftFiles(below: "Sources")
    where imports(of: file).contains("Foundation") {
      #expect(allowed.contains(String(file.path.split(separator: "/")[1])), "\(file.path)")
    }
  }

  @Test("C libraries are imported only behind the one face that each has")
  func cLibraries() throws {
    let faces = [
      ("CLAPACKE", "Sources/LinearAlgebra/LAPACK/"), ("CBoostMath", "Sources/Statistics/"),
      ("CCrypto", "Sources/InputFiles/SourceFile.swift"),
      ("CXlsxWriter", "Sources/OfficeDocuments/Workbook+Bytes.swift"),
    ]
    for file in try Repository.swiftFiles(below: "Sources") {
      for (module, face) in faces where imports(of: file).contains(module) {
        #expect(file.path.hasPrefix(face), "\(file.path) imports \(module)")
      }
    }
  }

  private func imports(of file: Repository.File) -> Set<String> {
    Set(
      file.text.codeLines.compactMap { line in
        line.firstMatch(of: /^\s*(?:public |package |internal )?import (\w+)/).map { String($0.1) }
      })
  }
}
