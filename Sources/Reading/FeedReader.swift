enum FeedReader {
  static func drafts(_ text: String, name: String) throws(ReadingError) -> [ArticleDraft] {
    throw .notAFeed(name: name)
  }
}
