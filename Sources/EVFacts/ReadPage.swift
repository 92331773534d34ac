import Facts
import Reading
import Reporting

/// An article as it was read, with its file, as `evfacts read` prints it.
public struct ReadPage: Sendable {
  /// The file.
  public var path: String
  /// The article and where each thing comes from.
  public var read: ReadArticle

  /// Puts the two together.
  public init(path: String, read: ReadArticle) {
    self.path = path
    self.read = read
  }

  /// Pages as a report, for programs; one that `explains` has a column more for the source of each thing.
  public static func report(_ pages: [ReadPage], explains: Bool = false) -> Report<ReadPage> {
    let sources = ["title", "published", "modified", "author", "publisher", "language", "url", "encoding"]
    return Report(
      columns: [
        Column("path") { .text($0.path) },
        Column("id") { .text($0.read.article.id) },
        Column("title") { .optional($0.read.article.title) },
        Column("published") { .optional($0.read.article.published?.description) },
        Column("modified") { .optional($0.read.modified?.description) },
        Column("author") { .optional($0.read.author) },
        Column("publisher") { .optional($0.read.article.publisher) },
        Column("language") { .optional($0.read.article.language?.rawValue) },
        Column("url") { .optional($0.read.article.url) },
        Column("text") { .text($0.read.article.text) },
      ]
        + (explains
          ? sources.map { field in Column("\(field)_source") { .optional($0.source(of: field)) } } : []),
      rows: pages)
  }

  /// "JSON-LD datePublished", or "dateline, guessed".
  private func source(of field: String) -> String? {
    read.notes.first { $0.field == field && !$0.value.isEmpty }.map {
      $0.source + ($0.isDeclared ? "" : ", guessed")
    }
  }

  /// The page for people: what is known of it and from where, then its text.
  ///
  /// One that `explains` tells also what was read and not believed.
  public func words(_ style: TextStyle, explains: Bool = false) -> String {
    var words = style.heading(TextStyle.harmless(path)) + "\n"
    for note in read.notes where explains || note.field != "text" && !note.value.isEmpty {
      words += style.quiet(TextStyle.harmless("  \(note)")) + "\n"
    }
    let paragraphs = read.article.text.split(separator: "\n", omittingEmptySubsequences: false)
    return words + "\n" + paragraphs.map { TextStyle.harmless(String($0)) }.joined(separator: "\n") + "\n\n"
  }
}
