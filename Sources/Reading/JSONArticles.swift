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
        guard var draft = draft(element, isFeed: isFeed, publisher: isFeed ? value["title"]?.text : nil)
        else {
          // An item of a feed may be a picture or a link alone.
          if isFeed { continue }
          throw .objectWithoutText(name: name, line: start)
        }
        if isFeed, draft.language == nil, let code = value["language"]?.text.flatMap(LanguageLabel.code) {
          draft.language = Stated(code, "feed language", isDeclared: false)
        }
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
    } else if isFeed, let summary = object["summary"]?.text {
      text = TextNormaliser.normalised(summary)
    } else {
      return nil
    }
    var draft = ArticleDraft(text: text)
    func field(_ name: String) -> Stated<String>? {
      object[name]?.text.map { Stated(TextNormaliser.normalised($0), "JSON \(name)") }
    }
    draft.id = isFeed ? nil : object["id"]?.text
    draft.title = field("title")
    let authors =
      (object["authors"] ?? object["author"])?.elements.compactMap { $0.text ?? $0["name"]?.text } ?? []
    if !authors.isEmpty {
      let names = TextNormaliser.normalised(authors.prefix(20).joined(separator: ", "))
      draft.author = Stated(names, "JSON author")
    }
    draft.modified = (object["modified"] ?? object["date_modified"])?.text.flatMap { Day($0) }.map {
      Stated($0, "JSON modified")
    }
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
