// swift-tools-version: 6.2
import PackageDescription

// The readers and the extractor under libFuzzer and the address sanitizer, apart from the package itself so that its builds know nothing of
// them. Sources and Plugins are links to the package's own.
let package = Package(
  name: "fuzz",
  targets: [
    .target(name: "Facts"),
    .target(name: "PackedText"),
    .target(name: "LexiconTables", dependencies: ["Facts", "PackedText"]),
    .target(
      name: "Lexicon", dependencies: ["Facts", "LexiconTables"], exclude: ["Languages", "Catalogue", "Topic"],
      plugins: ["LexiconPlugin"]),
    .target(name: "Deciding", dependencies: ["PackedText"]),
    .target(
      name: "Finding", dependencies: ["Facts", "Lexicon"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]),
    .target(
      name: "Linking", dependencies: ["Facts", "Lexicon", "Finding", "Deciding"], exclude: ["Weights"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
      plugins: ["WeightsPlugin"]),
    .target(
      name: "Reading", dependencies: ["Facts", "Lexicon", "CLibXML2", "CZlib"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .executableTarget(name: "PackLexicon", dependencies: ["LexiconTables"]),
    .plugin(name: "LexiconPlugin", capability: .buildTool(), dependencies: ["PackLexicon"]),
    .executableTarget(name: "PackWeights", dependencies: ["Deciding"]),
    .plugin(name: "WeightsPlugin", capability: .buildTool(), dependencies: ["PackWeights"]),
    .executableTarget(
      name: "Harness", dependencies: ["Reading", "Linking"], path: "Harness",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
