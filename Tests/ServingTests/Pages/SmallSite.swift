import EVFacts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Lexicon

@testable import Serving

/// A small database of articles in all six languages, some of them hostile, and its pages.
enum SmallSite {
  /// An answer to a request.
  struct Answer {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: String
  }

  /// The site; made once, as reading the articles takes a while.
  static let shared = Result { try make() }

  /// The answer to a GET.
  static func get(_ uri: String, language: String = "en", headers: HTTPFields = [:]) async throws -> Answer {
    let router = Router()
    PageRoutes(site: try shared.get()).add(to: router)
    var sent = headers
    sent[.acceptLanguage] = language
    let headers = sent
    return try await Application(router: router).test(.router) { client in
      try await client.execute(uri: uri, method: .get, headers: headers) { response in
        Answer(status: response.status, headers: response.headers, body: String(buffer: response.body))
      }
    }
  }

  /// An article that tries all that a page must not let through.
  static let hostile = Article(
    id: "<script>alert('id')</script>", title: "</title><script>alert('title')</script>\u{202E}eltit",
    published: Day("2026-01-20"), publisher: "<img src=x onerror=alert('publisher')>",
    url: "javascript:alert('url')", language: .english,
    text: """
      BYD <b onmouseover="alert('text')">wants</b> to sell 5.5 million vehicles in 2026. \u{202E}desrever\u{202C}

      </article></main><script>document.title = 'owned'</script><style>body { display: none }</style>

      "BYD" will launch the Seal 06 in Germany in March 2026 & 'soon' at a price from 39,990 euros.
      """)

  /// One whose address looks like another's.
  static let lookAlike = Article(
    id: "https://xn--pple-43d.example/a/../b?x=1&y=2#z", title: "XPeng G6", published: Day("2026-01-21"),
    publisher: "\"><svg/onload=alert(1)>", url: "https://user:secret@\u{430}pple.example/<svg>",
    language: .english,
    text: "XPeng will launch the G6 in Italy in March 2027. The G6 starts at 42,000 euros.")

  private static func make() throws -> Site {
    let folder = FileManager.default.temporaryDirectory.appending(path: "evfacts-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "pages.sqlite").path
    let extractor = FactExtractor(lexicon: .standard(with: []))
    var articles = [hostile, lookAlike].map { extractor.extract($0) }
    for language in ["de", "en", "es", "fr", "it", "zh"] {
      for number in ["01", "02"] { articles.append(try annotated(language, number)) }
    }
    _ = try FactStore(path: path, opening: .createOrWrite).add(
      articles, origin: .extracted(version: "test"))
    return try Site(path: path)
  }

  /// An article of the project's own with what its annotators found.
  private static func annotated(_ language: String, _ number: String) throws -> AnnotatedArticle {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus/own/\(language)/\(number).json")
    return try JSONDecoder().decode(AnnotatedArticle.self, from: Data(contentsOf: file))
  }
}
