import Facts
import Finding
import Lexicon

/// What Finding sees as a filter: JSON lines with articles in, JSON lines with mentions out, in the same order.
public struct MentionListing: Sendable {
  private let lines: ArticleLines

  /// Makes a filter; `names` are added to the catalogue.
  public init(names: [CatalogueRow] = []) {
    let lexicon = Lexicon.standard(with: names)
    lines = ArticleLines { article in
      let language = article.language ?? LanguageGuess.language(of: article.text)
      let records = MentionListing.records(of: article, language, lexicon).map(\.json)
      return
        "\"language\": \(FactJSON.string(language.rawValue)), \"mentions\": [\(records.joined(separator: ", "))]"
    }
  }

  /// Reads a descriptor to its end and gives the answers, some lines at a time, to `write`.
  public func run(from descriptor: Int32, jobs: Int, write: @escaping (String) throws -> Void) throws {
    try lines.run(from: descriptor, jobs: jobs, write: write)
  }

  /// The mentions that extraction would see: what the title names is known in the text too.
  private static func records(of article: Article, _ language: LanguageCode, _ lexicon: Lexicon)
    -> [MentionRecord]
  {
    guard language != .other else { return [] }
    let title = article.title.map { Mentions($0, language: language, lexicon: lexicon) }
    return TextStretch.of(article.text).flatMap { stretch in
      Mentions(stretch.text, language: language, lexicon: lexicon, title: title, isArticle: true)
        .records(published: article.published).map { record in
          var record = record
          record.span = record.span.moved(by: stretch.start)
          return record
        }
    }
  }
}
