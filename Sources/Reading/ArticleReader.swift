import Facts
import Foundation
import Lexicon

/// Reads files of every format into articles.
///
/// ```swift
/// let reader = ArticleReader(overrides: ReadingOverrides(publisher: "Example News"))
/// for path in try FolderWalk.files(at: "articles") {
///   for read in try reader.read(path: path) { print(read.article.title ?? "") }
/// }
/// ```
public struct ArticleReader: Sendable {
  /// What a person says of the articles.
  public var overrides: ReadingOverrides

  /// The version of what is read: raised where files give other articles than before, so that they are read again.
  public static let version = 1

  /// A file larger than this is refused: it would not fit into memory with what is made of it.
  static let sizeLimit = 1 << 30
  /// A single article, or a feed, that is larger is refused, 64 MB: what is made of it takes many times as much.
  static let articleLimit = 1 << 26
  /// A text that is larger is refused, 16 MB: nobody pastes so much.
  static let textLimit = 1 << 24

  /// Makes a reader; `overrides` count more than what articles say of themselves.
  public init(overrides: ReadingOverrides = ReadingOverrides()) { self.overrides = overrides }

  /// Reads the articles of a file; its name tells the format and, where it does not, its first bytes do.
  public func read(path: String) throws(ReadingError) -> [ReadArticle] {
    let file = try FileBytes(path: path)
    return try read(bytes: file.bytes, name: path, saved: file.saved)
  }

  /// Reads the articles in bytes; without a name, as from standard input, their beginning tells the format.
  ///
  /// A date after `saved`, the day on which the bytes were stored, is not believed; without it today is that day.
  public func read(bytes: [UInt8], name: String? = nil, saved: Day? = nil) throws(ReadingError)
    -> [ReadArticle]
  {
    let shown = name ?? "-"
    guard bytes.count <= ArticleReader.sizeLimit else {
      throw .tooLarge(name: shown, limit: ArticleReader.sizeLimit)
    }
    let named = name.flatMap { FileFormat(name: $0) }
    if named == .archive { return try readArchive(ByteStream(bytes, name: shown), name: shown) }
    var bytes = bytes
    if Gunzip.isCompressed(bytes) { bytes = try Gunzip.unpack(bytes, name: shown) }
    switch named ?? FileFormat(startOf: bytes) {
    case .archive: return try readArchive(ByteStream(bytes, name: shown), name: shown)
    case .pdf:
      guard !bytes.isEmpty else { throw .empty(name: shown) }
      let text = try PDFText.text(of: bytes, name: shown)
      return [finish(textDraft(text, isMarkdown: false), TextDecoding(text: text, encoding: "utf-8"))]
    default: return try read(unpacked: bytes, Origin(name: shown, format: named, saved: saved))
    }
  }

  /// Where bytes come from, as far as that tells what they are.
  struct Origin {
    /// What errors call them.
    var name: String
    /// `nil` where the bytes themselves have to tell.
    var format: FileFormat?
    /// The day on which they were stored.
    var saved: Day?
    /// The encoding that the server named.
    var charset: String?
    /// The address they were fetched from.
    var url: String?
  }

  func read(unpacked bytes: [UInt8], _ origin: Origin) throws(ReadingError) -> [ReadArticle] {
    let today = Day(number: Int(Date().timeIntervalSince1970) / 86_400)
    // A day of grace: where the page was made it may be tomorrow already.
    let latest = Day(number: min(origin.saved ?? today, today).number + 1)
    guard !bytes.isEmpty else { throw .empty(name: origin.name) }
    let decoded = try TextDecoding.decode(
      bytes, encoding: overrides.encoding, charset: origin.charset, name: origin.name)
    guard decoded.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(name: origin.name)
    }
    let format = origin.format ?? FileFormat(startOf: decoded.text)
    let limit =
      switch format {
      case .json, .jsonLines: ArticleReader.sizeLimit
      case .html, .feed: ArticleReader.articleLimit
      case .text, .markdown, .archive, .pdf: ArticleReader.textLimit
      }
    guard decoded.text.utf8.count <= limit else { throw .tooLarge(name: origin.name, limit: limit) }
    let drafts: [ArticleDraft]
    switch format {
    case .html: drafts = [PageReader.draft(decoded.text, latest: latest)]
    case .json, .jsonLines:
      drafts = try JSONArticles.drafts(decoded.text, areLines: format == .jsonLines, name: origin.name)
    case .feed: drafts = try feedDrafts(decoded.text, name: origin.name, latest: latest)
    case .text, .markdown, .archive, .pdf:
      drafts = [textDraft(decoded.text, isMarkdown: format == .markdown)]
    }
    let read = drafts.filter { !$0.text.isEmpty }.map { draft in
      var draft = draft
      if draft.url == nil, format != .feed { draft.url = origin.url.map { Stated($0, "fetched from") } }
      return finish(draft, decoded)
    }
    guard !read.isEmpty else {
      if format == .text || format == .markdown { throw .empty(name: origin.name) }
      throw .withoutText(name: origin.name)
    }
    return read
  }

  private func textDraft(_ text: String, isMarkdown: Bool) -> ArticleDraft {
    let text = TextNormaliser.normalised(text)
    let language = overrides.language ?? LanguageGuess.language(of: text)
    let pasted = PastedText(text, language: language, isMarkdown: isMarkdown)
    var draft = ArticleDraft(text: pasted.paragraphs.joined(separator: "\n\n"))
    draft.title = pasted.title.map { Stated($0, "first line", isDeclared: false) }
    draft.published = pasted.published.map { Stated($0, pasted.publishedSource, isDeclared: false) }
    return draft
  }

  private func feedDrafts(_ text: String, name: String, latest: Day) throws(ReadingError) -> [ArticleDraft] {
    // An .xml file may be a page of XHTML.
    if text.prefix(2048).lowercased().contains("<html") { return [PageReader.draft(text, latest: latest)] }
    return try FeedReader.drafts(text, name: name, latest: latest)
  }

  /// Puts what a person said before what the article says, and gives it its name and language.
  private func finish(_ draft: ArticleDraft, _ decoded: TextDecoding) -> ReadArticle {
    var notes = draft.notes
    func note(_ field: String, _ value: String, _ source: String, _ isDeclared: Bool) {
      notes.append(ReadingNote(field: field, value: value, source: source, isDeclared: isDeclared))
    }
    func settle<Value>(_ field: String, _ given: Value?, _ stated: Stated<Value>?) -> Value? {
      if let given {
        note(field, "\(given)", "given", true)
        return given
      }
      if let stated { note(field, "\(stated.value)", stated.source, stated.isDeclared) }
      return stated?.value
    }
    let title = settle("title", nil, draft.title)
    let published = settle("published", overrides.published, draft.published)
    let modified = settle("modified", nil, draft.modified)
    let author = settle("author", nil, draft.author)
    let publisher = settle("publisher", overrides.publisher, draft.publisher)
    let url = settle("url", overrides.url, draft.url)
    var language = overrides.language ?? (draft.language?.isDeclared == true ? draft.language?.value : nil)
    if let language {
      note(
        "language", language.rawValue, overrides.language == nil ? draft.language?.source ?? "" : "given",
        true)
    } else {
      let whole = title.map { $0 + "\n" + draft.text } ?? draft.text
      let told = LanguageGuess.language(of: whole, hint: draft.language?.value)
      note("language", told.rawValue, "text", false)
      language = told
    }
    let broken = decoded.brokenCount
    let source =
      overrides.encoding != nil ? "given" : "bytes" + (broken > 0 ? ", \(broken) broken characters" : "")
    note("encoding", decoded.encoding, source, !decoded.isGuess)
    let id = draft.id ?? StableID.id(url: url, text: draft.text)
    let article = Article(
      id: id, title: title, published: published, publisher: publisher, url: url, language: language,
      text: draft.text)
    return ReadArticle(article: article, modified: modified, author: author, notes: notes)
  }
}
