import Facts
import Foundation
import Lexicon
import Linking
import Scoring

/// The extractor held against annotated articles.
public struct Evaluating: Sendable {
  private let extractor: FactExtractor
  private let minConfidence: Double

  /// Makes an evaluation; found facts below a confidence are left out, as if they had not been found, and `names` are added to the catalogue.
  public init(minConfidence: Double = 0, names: [CatalogueRow] = []) {
    extractor = FactExtractor(lexicon: .standard(with: names))
    self.minConfidence = minConfidence
  }

  /// Scores all articles of files and folders; an article's language is not told to the extractor.
  ///
  /// - Parameters:
  ///   - paths: files of annotated articles, and folders of them.
  ///   - jobs: how many articles are worked on at once.
  ///   - tell: is told of each article and what is wrong with what was found in it, in the order of the files.
  public func score(
    _ paths: [String], jobs: Int, tell: @escaping (Article, [Mistake]) throws -> Void = { _, _ in }
  ) throws -> Score {
    var files = try paths.flatMap { try Evaluating.files(at: $0) }[...]
    var pending: ArraySlice<AnnotatedArticle> = []
    var score = Score()
    try OrderedWork<AnnotatedArticle, (AnnotatedArticle, AnnotatedArticle)>(
      next: {
        while pending.isEmpty, let file = files.popFirst() {
          pending = try Evaluating.articles(in: file)[...]
        }
        return pending.popFirst()
      },
      work: { gold in (gold, found(in: gold.article)) },
      finish: { gold, found in try tell(gold.article, score.add(gold, found)) }
    ).run(jobs: jobs)
    return score
  }

  private func found(in article: Article) -> AnnotatedArticle {
    var article = article
    article.language = nil
    var found = extractor.extract(article)
    if minConfidence > 0 { found.facts.removeAll { ($0.confidence ?? 0) < minConfidence } }
    return found
  }

  /// The articles of a file; one without a text or a language cannot be scored.
  private static func articles(in file: String) throws -> [AnnotatedArticle] {
    let articles = try Importing(file: file).articles
    for annotated in articles {
      let article = annotated.article
      let missing = article.text.isEmpty ? "text" : article.language == nil ? "language" : nil
      if let missing {
        throw FileError.malformed(
          path: file, line: nil, fault: "article '\(article.id)': '\(missing)' is missing")
      }
    }
    return articles
  }

  /// A file itself; of a folder all files below it that may hold annotated articles.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: path)
    } catch {
      throw FileError.unreadable(path: path, reason: "the folder may not be listed")
    }
    let files = names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }.sorted()
    guard !files.isEmpty else { throw FileError.noFiles(folder: path, wanted: ".json or .jsonl") }
    return files.map { (path.hasSuffix("/") ? path : path + "/") + $0 }
  }
}
