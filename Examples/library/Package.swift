// swift-tools-version: 6.2
import PackageDescription

// A program of its own that reads articles with EVFacts; a real one names the address of the repository and a version.
let package = Package(
  name: "launches",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "evfacts", path: "../..")],
  targets: [
    .executableTarget(name: "launches", dependencies: [.product(name: "EVFacts", package: "evfacts")])
  ],
  swiftLanguageModes: [.v6]
)
