import Facts

/// Articles as JSON: an object a line, one object, an array of them, or a JSON Feed.
///
/// Fields: `id`, `text`, `title`, `published`, `publisher`, `url`, `language`. The text is kept as it is but for NFC and
/// line ends, so that offsets into it hold.
enum JSONArticles {
  static func drafts(_ text: String, areLines: Bool, name: String) throws(ReadingError) -> [ArticleDraft] {
    let bytes = Array(text.utf8)
    var parser = JSONParser(bytes[...])
    var drafts: [ArticleDraft] = []
    var line = 1
    var counted = 0
    func lineNumber(_ at: Int) -> Int {
      for byte in bytes[counted..<min(at, bytes.count)] where byte == 0x0A { line += 1 }
      counted = max(counted, min(at, bytes.count))
      return line
    }
    while !parser.isAtEnd {
      let start = lineNumber(parser.at)
      guard let value = parser.next() else { throw .badJSON(name: name, line: lineNumber(parser.at)) }
      let isFeed = value["version"]?.text?.contains("jsonfeed") == true
      for element in (value["items"] ?? value["articles"] ?? value).elements {
        guard case .object = element else { throw .badJSON(name: name, line: start) }
        guard let draft = draft(element, isFeed: isFeed, publisher: isFeed ? value["title"]?.text : nil)
        else { throw .objectWithoutText(name: name, line: start) }
        drafts.append(draft)
      }
    }
    return drafts
  }

  private static func draft(_ object: JSONValue, isFeed: Bool, publisher: String?) -> ArticleDraft? {
    let text: String
    if let plain = (object["text"] ?? object["content_text"])?.text {
      text = TextNormaliser.normalised(plain)
    } else if let html = (object["content_html"] ?? object["html"])?.text {
      text = PageReader.fragment(html)
    } else {
      return nil
    }
    var draft = ArticleDraft(text: text)
    func field(_ name: String) -> Stated<String>? {
      object[name]?.text.map { Stated(TextNormaliser.normalised($0), "JSON \(name)") }
    }
    draft.id = isFeed ? nil : object["id"]?.text
    draft.title = field("title")
    draft.publisher = field("publisher") ?? publisher.map { Stated($0, "feed title") }
    draft.url = field("url")
    if let language = object["language"]?.text {
      draft.language = LanguageLabel.code(language).map { Stated($0, "JSON language") }
    }
    if let date = (object["published"] ?? object["date_published"])?.text {
      if let day = Day(date) {
        draft.published = Stated(day, "JSON published")
      } else {
        draft.notes.append(
          ReadingNote(field: "published", value: "", source: "JSON published '\(date)' is no date"))
      }
    }
    return draft
  }
}
