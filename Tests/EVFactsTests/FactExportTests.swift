import Facts
import Foundation
import Testing

@testable import EVFacts

/// Rows passed on as bytes are those that a report has, in its order, however many threads read them.
@Suite struct FactExportTests {
  private static let makers = ["Xiaomi", "BYD", "Škoda", "零跑"]

  /// Articles that tie, contradict and cancel, some without a day, a market or a text that needs no care.
  private static let articles: [AnnotatedArticle] = (0..<120).map { number in
    let maker = makers[number % makers.count]
    var facts = [
      Fact(
        kind: .price, manufacturer: maker, model: "M\(number % 5)", value: Double(20_000 + number % 3 * 500),
        qualifier: .atLeast, unit: "EUR", market: number % 4 == 0 ? nil : "DE", attribute: "start",
        source: "=HYPERLINK(\"x\")", evidence: "Line one\nof \"\(number)\", says \\ \u{7F}.",
        confidence: number % 2 == 0 ? nil : 0.87654),
      Fact(
        kind: .launch, manufacturer: maker, model: "M\(number % 5)",
        when: Period("2025-\(number % 9 + 1 < 10 ? "0" : "")\(number % 9 + 1)"),
        market: "150", status: number % 11 == 0 ? .cancelled : .planned, attribute: "launch",
        evidence: "It comes."),
    ]
    if number % 7 == 0 {
      facts.append(
        Fact(
          kind: .sales, manufacturer: nil, value: 0.5, qualifier: .exact, unit: "vehicles",
          when: Period("2024"),
          attribute: "sales", evidence: "The market sold."))
    }
    return AnnotatedArticle(
      article: Article(
        id: "a\(number)", title: number % 3 == 0 ? nil : "-\(number)",
        published: Day("2025-01-\(10 + number % 15)"),
        publisher: "P", url: nil, language: .english,
        text: "Article \(number) of its own: \(facts[0].evidence)"),
      models: [], facts: facts)
  }

  private let folder = FileManager.default.temporaryDirectory.appending(path: "evfacts-\(UUID().uuidString)")

  private func store() throws -> FactStore {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try FactStore(
      path: folder.appending(path: "a.sqlite").path(percentEncoded: false), opening: .createOrWrite)
    _ = try store.add(Self.articles, origin: .imported)
    // A page that is read again with another text is a newer version of its article.
    var newer = Self.articles[3]
    newer.article.text += " And more."
    newer.facts = Array(newer.facts.prefix(1))
    _ = try store.add([newer], origin: .imported)
    _ = try store.add([Self.articles[3]], origin: .imported)
    try store.drop(5)
    return store
  }

  private func text(_ listing: ExportListing, _ store: FactStore, _ form: FactExport.Form, share: Int) throws
    -> String
  {
    var bytes: [UInt8] = []
    _ = try FactExport.write(listing, path: store.path, as: form, share: share) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectSame(_ listing: ExportListing, _ report: Report<FactRow>, _ store: FactStore) throws {
    for share in [40, 100_000] {
      #expect(try text(listing, store, .csv(CSVDialect()), share: share) == CSVFormat().text(of: report))
      #expect(try text(listing, store, .json, share: share) == JSONFormat().text(of: report))
      #expect(try text(listing, store, .jsonLines, share: share) == JSONLinesFormat().text(of: report))
    }
  }

  @Test func reportsAreTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    var german = ReportFilter()
    german.markets = ["DE"]
    german.makerKey = "skoda"
    german.from = Day("2025-03-01")
    for name in ReportName.allCases where name.listsFacts {
      for filter in [ReportFilter(), german] {
        for scope in [FactScope(), FactScope(allClaims: true, minConfidence: 0.9)] {
          let listing = try #require(name.listing(scope, filter: filter))
          try expectSame(listing, FactReport.of(store.rows(name.statement(scope, filter: filter))), store)
        }
      }
    }
    #expect(try store.rows(ReportName.conflicts.statement()).count > 50)
    #expect(ReportName.articles.listing() == nil)
  }

  @Test func historiesAreTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    var versions = 0
    for (name, kind) in [("Xiaomi", nil), ("skoda M2", FactKind.price), ("M3", nil), ("零跑", nil)] {
      let listing = try #require(try History.listing(of: name, in: store, kind: kind, minConfidence: 0.5))
      let statement = try #require(try History.statement(of: name, in: store, kind: kind, minConfidence: 0.5))
      let rows = try store.rows(statement)
      versions += rows.count { $0.replaced != nil }
      #expect(!rows.isEmpty)
      try expectSame(listing, FactReport.of(rows, showsVersions: true), store)
    }
    #expect(versions > 0)
    #expect(try History.listing(of: "Nobody", in: store) == nil)
  }

  @Test func conflictsAreTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    for (name, limit) in [(nil, nil), (nil, 3), ("M2", nil), ("BYD", nil)] as [(String?, Int?)] {
      let listing = try #require(try ConflictListing.listing(of: name, in: store, limit: limit))
      let statement = try name.map { try #require(try ConflictListing.statement(of: $0, in: store)) }
      let rows = try store.rows(statement ?? ConflictListing.statement(limit: limit))
      #expect(!rows.isEmpty)
      try expectSame(listing, FactReport.of(rows), store)
    }
  }
}
