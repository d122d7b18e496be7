// swift-tools-version: 6.2
import PackageDescription

// Every arrow points down: a target may depend only on targets of a lower layer.
// The picture is in docs/architecture.md; RepositoryTests holds it against this file.

let package = Package(
  name: "forecast",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "forecast", targets: ["forecast"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0: C
    .systemLibrary(
      name: "CLAPACKE",
      path: "Sources/CLAPACKE",
      pkgConfig: "lapacke",
      providers: [
        .apt(["libopenblas-dev", "liblapacke-dev"]),
        .brew(["openblas", "lapack"]),
      ]),
    .systemLibrary(
      name: "CCrypto",
      path: "Sources/CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CZip",
      path: "Sources/CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CExpat",
      path: "Sources/CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CXlsxWriter",
      path: "Sources/CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "CBoostMath", linkerSettings: [.linkedLibrary("m")]),

    // 1
    .target(name: "Wording"),

    // 2
    .target(
      name: "LinearAlgebra",
      dependencies: ["CLAPACKE", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "Diagnostics", dependencies: ["Wording"]),
    .target(name: "Charts", dependencies: ["Wording"]),

    // 3
    .target(
      name: "Statistics",
      dependencies: [
        "LinearAlgebra", "CBoostMath", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(name: "Indicators", dependencies: ["Diagnostics", "Wording"]),
    .target(
      name: "InputFiles",
      dependencies: [
        "CCrypto", "CZip", "CExpat", "Diagnostics", "Wording",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "OfficeDocuments", dependencies: ["CXlsxWriter", "Diagnostics", "Wording"]),

    // 4
    .target(
      name: "Forecasting",
      dependencies: [
        "Indicators", "LinearAlgebra", "Statistics", "Diagnostics", "Wording",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Regulations", dependencies: ["Indicators", "InputFiles", "Diagnostics", "Wording"]),
    .target(
      name: "Datasets", dependencies: ["Indicators", "InputFiles", "Diagnostics", "Wording"]),

    // 5
    .target(
      name: "Planning",
      dependencies: [
        "Forecasting", "Regulations", "Indicators", "LinearAlgebra", "Statistics", "Diagnostics",
        "Wording", .product(name: "RealModule", package: "swift-numerics"),
      ]),

    .target(
      name: "Evaluation",
      dependencies: [
        "Forecasting", "Indicators", "LinearAlgebra", "Statistics",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),

    // 6
    .target(
      name: "Reporting",
      dependencies: [
        "Planning", "Evaluation", "Forecasting", "Regulations", "Datasets", "Indicators",
        "Statistics", "Charts", "OfficeDocuments",
        "Diagnostics", "Wording",
      ]),
    .target(name: "Notebooks"),

    // 7
    .target(
      name: "ForecastCLI",
      dependencies: [
        "Reporting", "Notebooks", "Charts", "OfficeDocuments", "Planning", "Evaluation",
        "Forecasting", "Regulations",
        "Datasets",
        "Indicators",
        "InputFiles", "LinearAlgebra", "Diagnostics", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // 8
    .executableTarget(name: "forecast", dependencies: ["ForecastCLI"]),

    // Certified regression problems: loaded and compared by the tests and by `make nist`.
    .target(
      name: "ReferenceSets",
      dependencies: [
        "LinearAlgebra", "Statistics", "CBoostMath",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Tests/ReferenceSets"),
    // What a probability, a series and a panel cost: `make timings`.
    .executableTarget(
      name: "timings",
      dependencies: ["Evaluation", "Forecasting", "Indicators", "LinearAlgebra", "Statistics"]),
    // What reading a workbook or a text file costs: Tests/Benchmarks/reading.
    .executableTarget(
      name: "reading",
      dependencies: ["Datasets", "Indicators", "InputFiles", "Diagnostics", "Wording"]),
    .executableTarget(
      name: "nist", dependencies: ["ReferenceSets", "LinearAlgebra", "Statistics"]),

    // Tests mirror Sources.
    .testTarget(name: "WordingTests", dependencies: ["Wording"], exclude: ["Reference"]),
    .testTarget(
      name: "LinearAlgebraTests",
      dependencies: ["LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")],
      exclude: ["Reference"]),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Wording"], exclude: ["Reference"]),
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Wording"]),
    .testTarget(
      name: "StatisticsTests",
      dependencies: [
        "Statistics", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Reference"]),
    .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "Diagnostics", "Wording"]),
    .testTarget(
      name: "InputFilesTests", dependencies: ["InputFiles", "Diagnostics", "Wording"],
      exclude: ["Reference"]),
    .testTarget(
      name: "OfficeDocumentsTests", dependencies: ["OfficeDocuments", "Diagnostics", "Wording"],
      exclude: ["Reference"]),
    .testTarget(
      name: "ForecastingTests",
      dependencies: [
        "Forecasting", "Datasets", "Indicators", "InputFiles", "LinearAlgebra", "Statistics",
        "Diagnostics", "Wording",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "RegulationsTests",
      dependencies: ["Regulations", "Indicators", "InputFiles", "Diagnostics", "Wording"]),
    .testTarget(
      name: "DatasetsTests",
      dependencies: ["Datasets", "Indicators", "InputFiles", "Diagnostics", "Wording"],
      exclude: ["Reference"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Evaluation", "Forecasting", "Datasets", "Indicators", "InputFiles", "LinearAlgebra",
        "Statistics", "Diagnostics", "Wording",
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Planning", "Forecasting", "Regulations", "Datasets", "Indicators", "InputFiles",
        "Statistics", "Diagnostics", "Wording",
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Planning", "Evaluation", "Forecasting", "Regulations", "Datasets",
        "Indicators",
        "InputFiles", "Charts", "OfficeDocuments", "Diagnostics", "Wording",
      ]),
    .testTarget(
      name: "ForecastCLITests",
      dependencies: [
        "ForecastCLI", "Regulations", "Indicators", "InputFiles", "Diagnostics", "Wording",
      ],
      exclude: ["Reference", "__Snapshots__"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["ReferenceSets", "LinearAlgebra", "Statistics"],
      exclude: ["Reference"]),
    .testTarget(name: "CommandLineTests", dependencies: ["forecast"]),
    .testTarget(name: "RepositoryTests", dependencies: ["InputFiles"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system && target.name != "CBoostMath" {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
