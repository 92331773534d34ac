import Reading

/// Files to articles, one after another in their order, holding no more than a piece of a large one.
public struct ArticleFiles: Sendable {
  /// What became of a file, or of a part of one.
  public struct Part: Sendable {
    /// The file; `-` is standard input.
    public var path: String
    /// Its articles.
    public var articles: [ReadArticle]
    /// Why there are not more.
    public var failures: [any Error]
    /// How many pages of an archive have no article.
    public var passedOver: Int
  }

  private let reader: ArticleReader

  /// Makes a run; `overrides` count more than what the articles say of themselves.
  public init(overrides: ReadingOverrides = ReadingOverrides()) {
    reader = ArticleReader(overrides: overrides)
  }

  /// Reads files, `-` for standard input, and tells what became of each; throws what `tell` throws.
  public func read(_ files: [String], tell: (Part) throws -> Void) throws {
    let source = ArticleSource(files: files)
    while let piece = try source.next() {
      let read = reader.read(piece)
      try tell(
        Part(
          path: piece.path, articles: read.articles, failures: read.failures, passedOver: read.passedOver))
    }
  }
}
