import EVFacts
import Foundation

@testable import Serving

/// A small database in a file of its own, gone when the test is.
final class ServedDatabase: Sendable {
  private let folder: URL
  /// The file.
  let path: String

  /// Holds the articles of ``ServedDatabase/articles``.
  init(_ articles: [AnnotatedArticle] = ServedDatabase.articles, origin: FactOrigin = .imported) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "evfacts-served-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "served.sqlite").path(percentEncoded: false)
    _ = try FactStore(path: path, opening: .createOrWrite).add(articles, origin: origin)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A file beside the database.
  func write(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// Another article comes in.
  func add(_ article: AnnotatedArticle) throws {
    _ = try FactStore(path: path, opening: .writeExisting).add([article], origin: .imported)
  }

  /// Options for it on any free port.
  func options(_ change: (inout ServingOptions) -> Void = { _ in }) -> ServingOptions {
    var options = ServingOptions(path: path)
    options.port = 0
    change(&options)
    return options
  }

  /// A server of it.
  func server(_ change: (inout ServingOptions) -> Void = { _ in }) throws -> PageServer {
    try PageServer(options(change))
  }

  /// Two articles that disagree on a target, one of them with a formula for a maker's figure, and one in Chinese.
  static let articles = [
    article(
      "first", "2024-03-01",
      [
        target(100_000, "Xiaomi aims to sell 100,000 cars in 2024."),
        price(215_900, "The SU7 costs 215,900 yuan."),
      ]),
    article("second", "2024-05-01", [target(120_000, "=SUM(A1) Xiaomi aims to sell 120,000 cars in 2024.")]),
    article("third", "2024-06-01", language: .chinese, [price(215_900, "小米SU7售价21.59万元。")]),
  ]

  /// An article that claims facts.
  static func article(_ id: String, _ day: String, language: LanguageCode = .english, _ facts: [Fact])
    -> AnnotatedArticle
  {
    AnnotatedArticle(
      article: Article(
        id: id, title: "Article \(id)", published: Day(day), publisher: "Kerb \(id)",
        url: "https://news.example/\(id)",
        language: language,
        text: (["News of \(id)."] + facts.map(\.evidence)).joined(separator: "\n\n")),
      models: [ModelName(manufacturer: "Xiaomi", model: "SU7")], facts: facts)
  }

  /// A target of Xiaomi.
  static func target(_ value: Double, _ evidence: String) -> Fact {
    Fact(
      kind: .salesTarget, manufacturer: "Xiaomi", value: value, qualifier: .exact, unit: "vehicles",
      when: Period("2024"), status: .planned, attribute: "sales", evidence: evidence, confidence: 0.5)
  }

  /// A price of the SU7.
  static func price(_ value: Double, _ evidence: String) -> Fact {
    Fact(
      kind: .price, manufacturer: "Xiaomi", model: "SU7", value: value, qualifier: .exact, unit: "CNY",
      market: "CN",
      status: .actual, attribute: "start", evidence: evidence)
  }
}
