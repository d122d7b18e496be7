import Testing

@Suite struct PackageManifestTests {
  @Test("Targets and their dependencies are read, without products, comments and other packages")
  func reading() {
    let manifest = PackageManifest(
      """
      let package = Package(
        dependencies: [.package(url: "https://example.org/x", from: "1.0.0")],
        targets: [
          .systemLibrary(name: "C", pkgConfig: "c", providers: [.apt(["libc"])]),
          .target(name: "A", dependencies: ["C", .product(name: "P", package: "x")]),
          // .target(name: "Z", dependencies: ["A"]),
          .executableTarget(
            name: "b",
            dependencies: [
              "A"
            ], path: "Sources/b"),
          .testTarget(name: "ATests", dependencies: [], exclude: ["Reference"]),
        ])
      """)
    #expect(
      manifest.targets == [
        PackageManifest.Target(name: "C", isTest: false, dependencies: []),
        PackageManifest.Target(name: "A", isTest: false, dependencies: ["C"]),
        PackageManifest.Target(name: "b", isTest: false, dependencies: ["A"]),
        PackageManifest.Target(name: "ATests", isTest: true, dependencies: []),
      ])
  }
}
