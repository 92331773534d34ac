/// A text with what is known of where it comes from.
public struct Article: Hashable, Sendable {
  /// The name it goes by; unique in a database.
  public var id: String
  /// The headline, not repeated in `text`.
  public var title: String?
  /// The day it was published.
  public var published: Day?
  /// Who published it.
  public var publisher: String?
  /// Its address.
  public var url: String?
  /// Its language, `nil` where it is not known yet.
  public var language: LanguageCode?
  /// The body, paragraphs separated by an empty line.
  ///
  /// All spans are UTF-8 bytes into it.
  public var text: String

  /// Makes an article.
  public init(
    id: String, title: String? = nil, published: Day? = nil, publisher: String? = nil, url: String? = nil,
    language: LanguageCode? = nil, text: String
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.publisher = publisher
    self.url = url
    self.language = language
    self.text = text
  }
}
