import Facts

/// An article with the story of how it was read.
public struct ReadArticle: Sendable, Hashable {
  /// The article.
  public var article: Article
  /// The day on which it was last changed, where it says so.
  public var modified: Day?
  /// Who wrote it; several names are parted by commas.
  public var author: String?
  /// Where each thing that is known of it comes from.
  public var notes: [ReadingNote]

  /// Puts the two together.
  public init(article: Article, modified: Day? = nil, author: String? = nil, notes: [ReadingNote] = []) {
    self.article = article
    self.modified = modified
    self.author = author
    self.notes = notes
  }
}

/// Where one thing that is known of an article comes from.
public struct ReadingNote: Sendable, Hashable, CustomStringConvertible {
  /// What is known: `title`, `published`, `modified`, `author`, `publisher`, `url`, `language`, `encoding` or `text`.
  public var field: String
  /// Its value, as text; empty where something was read and not believed.
  public var value: String
  /// Where it stood: "JSON-LD datePublished", "first line", "given".
  public var source: String
  /// Whether the source says it outright; `false` where it was told from the text.
  public var isDeclared: Bool

  /// Makes a note.
  public init(field: String, value: String, source: String, isDeclared: Bool = true) {
    self.field = field
    self.value = value
    self.source = source
    self.isDeclared = isDeclared
  }

  /// `published: 2025-11-13 (dateline)`.
  public var description: String { "\(field): \(value) (\(source)\(isDeclared ? "" : ", guessed"))" }
}

/// What a person says of an article; it counts more than what the article says of itself.
public struct ReadingOverrides: Sendable, Hashable {
  /// The day it was published.
  public var published: Day?
  /// Who published it.
  public var publisher: String?
  /// Its address.
  public var url: String?
  /// Its language.
  public var language: LanguageCode?
  /// The name of its encoding, such as `gb18030`.
  public var encoding: String?

  /// Makes overrides; what is `nil` is read from the article.
  public init(
    published: Day? = nil, publisher: String? = nil, url: String? = nil, language: LanguageCode? = nil,
    encoding: String? = nil
  ) {
    self.published = published
    self.publisher = publisher
    self.url = url
    self.language = language
    self.encoding = encoding
  }
}
