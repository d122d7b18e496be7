import Foundation
import Testing

@Suite struct SourceTests {
  private let files: [Repository.File]

  init() throws {
    files = try Repository.swiftFiles(below: "Sources")
    #expect(files.count > 80)
  }

  @Test("No file is a drawer for things without a name")
  func names() {
    for file in files {
      for word in ["Util", "Helper", "Manager", "Misc", "Common"] {
        #expect(!file.name.contains(word), "\(file.path)")
      }
    }
  }

  @Test("No file of Sources is longer than 500 lines, no test file than 700")
  func lengths() throws {
    for file in files { #expect(file.text.count { $0 == "\n" } <= 500, "\(file.path)") }
    for file in try Repository.swiftFiles(below: "Tests") {
      #expect(file.text.count { $0 == "\n" } <= 700, "\(file.path)")
    }
  }

  @Test("unsafe stands in the LAPACK folder and in the few files that call C for a reason")
  func unsafeCode() {
    let allowed: Set = [
      "Sources/InputFiles/SourceFile.swift",  // libcrypto; the kind of a path
      "Sources/OfficeDocuments/Workbook+Bytes.swift",  // libxlsxwriter; mkdtemp(3)
      "Sources/Datasets/DatasetReader.swift",  // the kind of a path
      "Sources/ForecastCLI/ArchiveFile.swift",  // rename(2)
      "Sources/ForecastCLI/OutputFolder.swift",  // rename(2); the kind of a path
      "Sources/reading/main.swift",  // the peak of memory
      "Sources/InputFiles/Workbook/ZipArchive.swift",  // libzip
      "Sources/InputFiles/Workbook/XMLEvents.swift",  // expat
      "Sources/InputFiles/Workbook/SharedStrings.swift",  // bytes that expat hands over
      "Sources/InputFiles/Workbook/WorksheetEvents.swift",  // bytes that expat hands over
    ]
    for file in files where !file.path.hasPrefix("Sources/LinearAlgebra/LAPACK/") {
      let isUnsafe = file.text.codeLines.contains { $0.contains(/\bunsafe\b/) }
      if isUnsafe { #expect(allowed.contains(file.path), "\(file.path)") }
    }
  }

  @Test("No law number and no agency stands in Swift code: a level is data")
  func lawIsData() {
    for file in files {
      for (index, line) in file.text.codeLines.enumerated() {
        for word in [
          "25/2023", "1373", "387/QĐ", "324/QĐ", "Hội Khuyến học", "Phòng Văn hóa", "Thông tư",
        ] {
          #expect(!line.contains(word), "\(file.path):\(index + 1): \(word)")
        }
      }
    }
  }

  @Test("No code reads the clock, the locale or unseeded chance")
  func determinism() {
    for file in files {
      for (index, line) in file.text.codeLines.enumerated() {
        for word in [
          "Date()", "Date.now", "Locale", "TimeZone", "SystemRandomNumberGenerator",
          ".random(in:", "UUID()", "setlocale",
        ] {
          #expect(!line.contains(word), "\(file.path):\(index + 1): \(word)")
        }
      }
    }
  }

  @Test("Every diagnostic code is declared once and told in both languages with the same facts")
  func diagnosticCodes() {
    var seen: [String: String] = [:]
    for file in files {
      let declarations = file.text.split(separator: "= DiagnosticCode(").dropFirst()
      for declaration in declarations {
        guard let id = declaration.firstMatch(of: /^\s*"([A-Za-z0-9.-]+)"/).map({ String($0.1) })
        else {
          Issue.record("\(file.path): a code without a name")
          continue
        }
        #expect(seen[id] == nil, "\(id) stands in \(file.path) and \(seen[id] ?? "")")
        seen[id] = file.path
        let texts = declaration.matches(
          of:
            /(message|remedy):\s*Phrase\(\s*vi:\s*"((?:[^"\\]|\\.)*)",\s*en:\s*"((?:[^"\\]|\\.)*)"/)
        #expect(texts.prefix(2).map { String($0.1) } == ["message", "remedy"], "\(id)")
        for text in texts.prefix(2) {
          #expect(text.1 == "remedy" || !text.2.isEmpty && !text.3.isEmpty, "\(id)")
          #expect(text.2.isEmpty == text.3.isEmpty, "\(id) is told in one language")
          #expect(slots(text.2) == slots(text.3), "\(id): \(text.2) ≠ \(text.3)")
          #expect(!text.2.hasSuffix(".") || text.1 == "remedy", "\(id): the message ends in a stop")
        }
      }
    }
    #expect(seen.count > 50)
  }

  private func slots(_ text: Substring) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
  }
}
