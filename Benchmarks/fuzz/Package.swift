// swift-tools-version: 6.2
import PackageDescription

// The readers under libFuzzer and the address sanitizer, apart from the package itself so that its builds know nothing of
// them. Sources and Plugins are links to the package's own.
let package = Package(
  name: "fuzz",
  targets: [
    .target(name: "Facts"),
    .target(name: "LexiconTables", dependencies: ["Facts"]),
    .target(
      name: "Lexicon", dependencies: ["Facts", "LexiconTables"], exclude: ["Languages", "Catalogue"],
      plugins: ["LexiconPlugin"]),
    .target(
      name: "Reading", dependencies: ["Facts", "Lexicon", "CLibXML2", "CZlib"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .executableTarget(name: "PackLexicon", dependencies: ["LexiconTables"]),
    .plugin(name: "LexiconPlugin", capability: .buildTool(), dependencies: ["PackLexicon"]),
    .executableTarget(
      name: "Harness", dependencies: ["Reading"], path: "Harness",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
