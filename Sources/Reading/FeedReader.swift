import CLibXML2
import Facts

/// RSS 2.0, RSS 1.0 and Atom: each entry an article.
enum FeedReader {
  static func drafts(_ text: String, name: String, latest: Day) throws(ReadingError) -> [ArticleDraft] {
    var text = text
    // The declaration's encoding is that of the bytes before they became text.
    if let start = text.firstRange(of: "<?xml "), let end = text[start.upperBound...].firstIndex(of: ">") {
      text.removeSubrange(text.startIndex...end)
    }
    guard let (drafts, isWhole) = parsed(text, latest: latest) else { throw .notAFeed(name: name) }
    if isWhole { return drafts }
    // What is broken in one entry can swallow those after it, so that each is read alone.
    let alone = FeedEntries.cut(text).flatMap { parsed($0, latest: latest)?.drafts ?? [] }
    return alone.count >= drafts.count ? alone : drafts
  }

  /// The entries of a feed, and whether it is well-formed; `nil` where it is none.
  private static func parsed(_ text: String, latest: Day) -> (drafts: [ArticleDraft], isWhole: Bool)? {
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        guard
          let document = xmlCtxtReadMemory(
            context, chars.baseAddress, Int32(clamping: chars.count), nil, "UTF-8", Int32(options))
        else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document), let drafts = read(root, latest: latest) else {
          return nil
        }
        return (drafts, context.pointee.wellFormed != 0)
      }
    }
  }

  private typealias Element = UnsafeMutablePointer<xmlNode>

  private static func read(_ root: Element, latest: Day) -> [ArticleDraft]? {
    guard ["rss", "feed", "RDF", "channel"].contains(name(root)) else { return nil }
    let channel = children(root).first { name($0) == "channel" } ?? root
    let publisher = children(channel).first { name($0) == "title" }.map(content)
    let language = children(channel).first { name($0) == "language" }.map(content) ?? attribute("lang", root)
    let entries = children(channel).filter { name($0) == "item" || name($0) == "entry" }
    // RSS 1.0 has its items beside the channel.
    let all = entries.isEmpty ? children(root).filter { name($0) == "item" } : entries
    return all.map { draft($0, publisher: publisher, language: language, latest: latest) }
  }

  private static func draft(_ entry: Element, publisher: String?, language: String?, latest: Day)
    -> ArticleDraft
  {
    var fields: [String: String] = [:]
    var link: String?
    for child in children(entry) {
      let key = name(child)
      if key == "link", let address = attribute("href", child) {
        if link == nil || attribute("rel", child) == "alternate" { link = address }
      } else if key == "source" {
        fields["source"] = children(child).first { name($0) == "title" }.map(content) ?? content(child)
      } else if key == "author", let name = children(child).first(where: { name($0) == "name" }) {
        fields[key] = fields[key].map { $0 + ", " + content(name) } ?? content(name)
      } else if fields[key] == nil {
        // Atom's XHTML content is markup inside the feed's own; its text is what counts.
        fields[key] = children(child).isEmpty ? content(child) : inner(child)
      }
    }
    // content:encoded is the whole article, description often its beginning only.
    let bodies = [fields["encoded"], fields["content"], fields["description"], fields["summary"]]
    let html = bodies.lazy.compactMap { $0 }.first { !PastedText.trimmed($0).isEmpty } ?? ""
    var draft = ArticleDraft(text: PageReader.fragment(html))
    func plain(_ text: String?) -> String? {
      guard let text else { return nil }
      let value = PastedText.trimmed(PageReader.fragment(text).split(separator: "\n").joined(separator: " "))
      return value.isEmpty ? nil : value
    }
    draft.title = plain(fields["title"]).map { Stated($0, "feed title") }
    draft.publisher = (plain(fields["source"]) ?? plain(publisher)).map { Stated($0, "feed") }
    let guid = fields["guid"] ?? fields["id"]
    let address = link ?? fields["link"] ?? guid.flatMap { $0.hasPrefix("http") ? $0 : nil }
    draft.url = address.map { Stated(PastedText.trimmed($0), "feed link") }
    draft.language = (fields["language"] ?? language).flatMap(LanguageLabel.code).map {
      Stated($0, "feed language", isDeclared: false)
    }
    draft.author = (plain(fields["creator"]) ?? plain(fields["author"])).map { Stated($0, "feed author") }
    let dates = PageDates(page: HTMLPage(), blocks: [], latest: latest, language: nil)
    for key in ["pubDate", "published", "date", "issued", "updated"] {
      guard draft.published == nil, let day = fields[key].flatMap(dates.day) else { continue }
      draft.published = Stated(day, "feed \(key)")
    }
    for key in ["updated", "modified"] where draft.modified == nil {
      guard let day = fields[key].flatMap(dates.day), day >= draft.published?.value ?? day else { continue }
      draft.modified = Stated(day, "feed \(key)")
    }
    return draft
  }

  private static func children(_ element: Element) -> [Element] {
    var found: [Element] = []
    var next = element.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { found.append(child) }
      next = child.pointee.next
    }
    return found
  }

  /// Its name without a prefix, which libxml2 leaves on where no namespace is declared for it.
  private static func name(_ element: Element) -> String {
    let whole = element.pointee.name.map { String(cString: $0) } ?? ""
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  private static func attribute(_ key: String, _ element: Element) -> String? {
    var next = element.pointee.properties
    while let attribute = next {
      if let name = attribute.pointee.name, String(cString: name) == key {
        return text(UnsafePointer(attribute))
      }
      next = attribute.pointee.next
    }
    return nil
  }

  private static func content(_ element: Element) -> String { text(UnsafePointer(element)) ?? "" }

  /// The text of an element or attribute.
  private static func text(_ node: UnsafeRawPointer) -> String? {
    buffered { xmlNodeBufGetContent($0, node.assumingMemoryBound(to: xmlNode.self)) }
  }

  /// The markup of an element, itself included.
  private static func inner(_ element: Element) -> String {
    buffered { xmlNodeDump($0, element.pointee.doc, element, 0, 0) } ?? ""
  }

  private static func buffered(_ write: (xmlBufferPtr) -> Int32) -> String? {
    guard let buffer = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(buffer) }
    guard write(buffer) >= 0, let bytes = xmlBufferContent(buffer) else { return nil }
    return String(cString: bytes)
  }
}
