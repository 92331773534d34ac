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

  /// Pages as a report, for programs.
  public static func report(_ pages: [ReadPage]) -> Report<ReadPage> {
    Report(
      columns: [
        Column("path") { .text($0.path) },
        Column("id") { .text($0.read.article.id) },
        Column("title") { .optional($0.read.article.title) },
        Column("published") { .optional($0.read.article.published?.description) },
        Column("publisher") { .optional($0.read.article.publisher) },
        Column("language") { .optional($0.read.article.language?.rawValue) },
        Column("url") { .optional($0.read.article.url) },
        Column("text") { .text($0.read.article.text) },
      ], rows: pages)
  }

  /// The page for people: what is known of it and from where, then its text.
  public func words(_ style: TextStyle) -> String {
    var words = style.heading(TextStyle.harmless(path)) + "\n"
    for note in read.notes where note.field != "text" {
      words += style.quiet(TextStyle.harmless("  \(note)")) + "\n"
    }
    let paragraphs = read.article.text.split(separator: "\n", omittingEmptySubsequences: false)
    return words + "\n" + paragraphs.map { TextStyle.harmless(String($0)) }.joined(separator: "\n") + "\n\n"
  }
}
