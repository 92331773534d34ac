// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// In the order of the data: a page becomes an article, its words mentions, these facts, rows, answers, text.
let package = Package(
  name: "evfacts",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "evfacts", targets: ["EVFactsTool"]),
    .library(name: "EVFacts", targets: ["EVFacts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    // Documentation: swift package generate-documentation --target EVFacts.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    // The shared words: article, fact, period, market. Imports nothing.
    .target(name: "Facts", swiftSettings: strict),
    // Numbers as text that a string literal can hold.
    .target(name: "PackedText", swiftSettings: strict),
    // Tables of words and names: read from text, packed for the binary, and the automaton that finds them.
    .target(name: "LexiconTables", dependencies: ["Facts", "PackedText"], swiftSettings: strict),
    // Words of six languages, makers, models, markets.
    .target(
      name: "Lexicon", dependencies: ["Facts", "LexiconTables"],
      exclude: ["Languages", "Catalogue", "Topic"],
      swiftSettings: strict, plugins: ["LexiconPlugin"]),
    // Bytes to articles: encodings, HTML, text as people paste it, language.
    .target(name: "Reading", dependencies: ["Facts", "Lexicon", "CLibXML2", "CZlib"], swiftSettings: strict),
    // Addresses to bytes: pages and feeds, robots, limits. The only import of async-http-client.
    .target(
      name: "Fetching",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
      ],
      swiftSettings: strict),
    // Boosted trees: packed at build time, asked about many candidates at once.
    .target(name: "Deciding", dependencies: ["PackedText"], swiftSettings: strict),
    // Article to mentions: names, numbers, amounts, dates, cues, each with its span.
    .target(
      name: "Finding", dependencies: ["Facts", "Lexicon", "Deciding"], exclude: ["Weights"],
      swiftSettings: strict, plugins: ["WeightsPlugin"]),
    // Mentions to facts: whose figure, of which kind, when, where, how sure.
    .target(
      name: "Linking", dependencies: ["Facts", "Lexicon", "Finding", "Deciding"], exclude: ["Weights"],
      swiftSettings: strict, plugins: ["WeightsPlugin"]),
    // The database's schema as numbered SQL files.
    .target(
      name: "Migrations", path: "Migrations", exclude: ["sql"], sources: ["Migrations.swift"],
      swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    // Facts to SQLite and back; beliefs from claims. The only import of GRDB.
    .target(
      name: "Storing",
      dependencies: [
        "Facts", "Migrations", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // Question to query to answer.
    .target(
      name: "Asking", dependencies: ["Facts", "Lexicon", "Finding"], exclude: ["Questions"],
      swiftSettings: strict, plugins: ["LexiconPlugin"]),
    // Extracted facts beside annotated ones: precision, recall, F1.
    .target(name: "Scoring", dependencies: ["Facts"], swiftSettings: strict),
    // Rows to text: one file a format.
    .target(name: "Reporting", dependencies: ["Facts", "CXLSXWriter"], swiftSettings: strict),
    // The library's front door.
    .target(
      name: "EVFacts",
      dependencies: [
        "Facts", "Lexicon", "Reading", "Fetching", "Finding", "Linking", "Storing", "Asking", "Scoring",
        "Reporting",
      ],
      swiftSettings: strict),
    // The local page and the HTTP API. The only import of Hummingbird.
    .target(
      name: "Serving",
      dependencies: [
        "EVFacts", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ],
      exclude: ["Style/site.css", "Style/site.js", "Words/interface.tsv"],
      swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    // The program: one file a command; the only target that prints.
    .executableTarget(
      name: "EVFactsTool",
      dependencies: [
        "EVFacts", "Serving", "CLibEdit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Annotated articles to rows of features and labels, for `Benchmarks/train`.
    .executableTarget(
      name: "TrainingData", dependencies: ["Facts", "Lexicon", "Finding", "Linking", "Scoring"],
      swiftSettings: strict),

    // Extraction alone, its input in memory, for `Benchmarks/extractor`.
    .executableTarget(
      name: "ExtractorSpeed", dependencies: ["EVFacts", "Facts", "Linking"],
      path: "Benchmarks/extractor/ExtractorSpeed", swiftSettings: strict),

    .testTarget(
      name: "LexiconTests", dependencies: ["Facts", "Lexicon", "LexiconTables"], swiftSettings: strict),
    .testTarget(
      name: "FindingTests", dependencies: ["Facts", "Finding", "Lexicon"], swiftSettings: strict),
    .testTarget(name: "DecidingTests", dependencies: ["Deciding"], swiftSettings: strict),
    .testTarget(
      name: "LinkingTests", dependencies: ["Facts", "Linking", "Scoring"], swiftSettings: strict),
    .testTarget(name: "ScoringTests", dependencies: ["Facts", "Scoring"], swiftSettings: strict),
    .testTarget(
      name: "StoringTests",
      dependencies: ["Facts", "Storing", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"],
      swiftSettings: strict),

    // libxml2 of the system.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    // libxlsxwriter of the system.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    // zlib of the system.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // libedit of the system: the prompt's line.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),

    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Facts", "Lexicon"], swiftSettings: strict),

    // Packs the tables of the lexicon and of questions when they change and puts them into the binary.
    .executableTarget(name: "PackLexicon", dependencies: ["LexiconTables"], swiftSettings: strict),
    .plugin(name: "LexiconPlugin", capability: .buildTool(), dependencies: ["PackLexicon"]),

    // Packs the trained weights when they change and puts them into the binary.
    .executableTarget(name: "PackWeights", dependencies: ["Deciding"], swiftSettings: strict),
    .plugin(name: "WeightsPlugin", capability: .buildTool(), dependencies: ["PackWeights"]),

    // Puts SQL into the binary as text.
    .executableTarget(name: "EmbedFiles", swiftSettings: strict),
    .plugin(name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"]),

    // Questions of our own over a small database of our own.
    .testTarget(
      name: "AskingTests", dependencies: ["Asking", "EVFacts", "Facts", "Storing"], exclude: ["Tables"],
      swiftSettings: strict),

    // What each format prints, to the letter.
    .testTarget(name: "ReportingTests", dependencies: ["Facts", "Reporting"], swiftSettings: strict),
    // Addresses, rules and limits, against a server that the test starts.
    .testTarget(
      name: "FetchingTests", dependencies: ["Fetching", "CZlib", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    // A server on loopback that says what a test wants said.
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    // Pages and answers of the server, asked in the process and over loopback.
    .testTarget(
      name: "ServingTests",
      dependencies: [
        "EVFacts", "Lexicon", "Serving", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: strict),
    // Lines, JSON, and work that several threads share.
    .testTarget(name: "EVFactsTests", dependencies: ["EVFacts", "Facts"], swiftSettings: strict),
    // The built program as a person runs it.
    .testTarget(
      name: "CommandTests", dependencies: ["EVFacts", "EVFactsTool", "TestSupport"], exclude: ["Annotated"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
