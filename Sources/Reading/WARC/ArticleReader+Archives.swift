extension ArticleReader {
  /// Reads the article of a page out of a web archive; `name`, the archive's, is for errors.
  ///
  /// Its address is the one it was fetched from where it names none itself, and a date after that of its fetching is
  /// not believed.
  public func read(_ record: WARCRecord, name: String) throws(ReadingError) -> [ReadArticle] {
    try read(
      unpacked: record.response.body(name: name),
      Origin(
        name: record.url ?? name, format: record.format, saved: record.fetched,
        charset: record.response.charset,
        url: record.url))
  }

  /// Reads all articles of an archive; pages without one are passed over.
  func readArchive(_ stream: ByteStream, name: String) throws(ReadingError) -> [ReadArticle] {
    let reader = WARCReader(stream, name: name)
    var articles: [ReadArticle] = []
    while let page = try reader.next() { articles += (try? read(page, name: name)) ?? [] }
    guard !articles.isEmpty else { throw .withoutText(name: name) }
    return articles
  }
}
