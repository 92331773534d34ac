import Facts
import Foundation
import Lexicon
import Linking
import Reading
import Storing

/// Files to stored facts: many read and extract, one stores, in the order of the files.
public struct Ingesting: Sendable {
  /// What became of a file, or of some lines of one.
  public struct Ingested: Sendable {
    /// Its articles with their facts, and what the database made of them.
    public var articles: [(annotated: AnnotatedArticle, outcome: StoreOutcome)]
    /// Why there are not more.
    public var failures: [any Error]
    /// How many pages of an archive have no article.
    public var passedOver: Int
  }

  private struct Piece: Sendable {
    var annotated: [AnnotatedArticle]
    var failures: [any Error]
    var passedOver: Int
  }

  /// Articles stored in one transaction: enough that the disk is not waited for after each.
  private static let batch = 200

  private let reader: ArticleReader
  private let extractor: FactExtractor
  private let version: String
  private let jobs: Int

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - overrides: what counts more than what the articles say of themselves.
  ///   - names: what is added to the catalogue of names.
  ///   - jobs: how many articles are worked on at once.
  public init(overrides: ReadingOverrides = ReadingOverrides(), names: [CatalogueRow] = [], jobs: Int) {
    extractor = FactExtractor(lexicon: .standard(with: names))
    // Who knows more names reads otherwise: articles that are ingested again then get the facts that these bring.
    version = "\(FactExtractor.version)" + (names.isEmpty ? "" : "+" + CatalogueTable.fingerprint(of: names))
    reader = ArticleReader(overrides: overrides)
    self.jobs = jobs
  }

  /// Reads files, stores their articles and tells what became of each.
  ///
  /// - Parameters:
  ///   - files: the paths; `-` is standard input.
  ///   - open: opens the database; called once there is an article to store, so that a run without one makes none.
  ///   - tell: is told of the files in their order.
  public func run(
    files: [String], open: @escaping () throws -> FactStore, tell: @escaping (Ingested) throws -> Void
  ) throws {
    let source = ArticleSource(files: files)
    var store: FactStore?
    var pending: [Piece] = []
    func settle() throws {
      let annotated = pending.flatMap(\.annotated)
      var outcomes: ArraySlice<StoreOutcome> = []
      if !annotated.isEmpty {
        let opened = try store ?? open()
        store = opened
        outcomes = try opened.add(annotated, origin: .extracted(version: version))[...]
      }
      for piece in pending {
        let articles = zip(piece.annotated, outcomes).map { ($0, $1) }
        outcomes = outcomes.dropFirst(piece.annotated.count)
        try tell(Ingested(articles: articles, failures: piece.failures, passedOver: piece.passedOver))
      }
      pending = []
    }
    try OrderedWork<ArticleSource.Piece, Piece>(
      next: { try source.next() }, work: { work(on: $0) },
      finish: { piece in
        pending.append(piece)
        if pending.reduce(0, { $0 + $1.annotated.count }) >= Ingesting.batch { try settle() }
      }
    ).run(jobs: jobs)
    try settle()
  }

  private func work(on piece: ArticleSource.Piece) -> Piece {
    let read = reader.read(piece)
    return Piece(
      annotated: read.articles.map { extractor.extract($0.article) }, failures: read.failures,
      passedOver: read.passedOver)
  }
}
