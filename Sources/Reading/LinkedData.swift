/// What a page's JSON-LD says of the article on it.
struct LinkedData {
  var headline: String?
  var published: String?
  var modified: String?
  var author: String?
  var publisher: String?
  var url: String?
  var language: String?
  var body: String?

  /// How much an object looks like the article: 2 for an article, 1 for its page, 0 for anything else.
  private var rank = 0
  private var names: [String: String] = [:]

  /// Reads the texts of the page's scripts.
  init(scripts: [[UInt8]]) {
    let values = scripts.compactMap { script -> JSONValue? in
      guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
      else { return nil }
      var parser = JSONParser(script[start...])
      return parser.next()
    }
    for value in values { learnNames(value, depth: 0) }
    for value in values { look(value, depth: 0) }
  }

  /// Organisations that are told once and then only pointed at.
  private mutating func learnNames(_ value: JSONValue, depth: Int) {
    guard depth < 12 else { return }
    switch value {
    case .array(let elements): for element in elements { learnNames(element, depth: depth + 1) }
    case .object(let members):
      if let id = value["@id"]?.text, let name = value["name"]?.text, names[id] == nil { names[id] = name }
      for member in members { learnNames(member.value, depth: depth + 1) }
    default: break
    }
  }

  private mutating func look(_ value: JSONValue, depth: Int) {
    guard depth < 12 else { return }
    switch value {
    case .array(let elements): for element in elements { look(element, depth: depth + 1) }
    case .object(let members):
      take(value)
      // Where other articles, comments and parts of a list stand is no place for this one.
      let elsewhere = [
        "itemListElement", "comment", "review", "relatedLink", "hasPart", "citation", "isPartOf", "video",
        "image", "author", "publisher",
      ]
      for member in members where !elsewhere.contains(member.key) { look(member.value, depth: depth + 1) }
    default: break
    }
  }

  private mutating func take(_ object: JSONValue) {
    let types = object["@type"]?.elements.compactMap(\.text) ?? []
    let isArticle = types.contains { type in
      ["Article", "Posting", "Report", "LiveBlog"].contains { type.hasSuffix($0) }
    }
    let isPage = types.contains { $0.hasSuffix("Page") }
    let found = isArticle ? 2 : isPage ? 1 : 0
    guard found > 0 else { return }
    // A better object replaces what a lesser one said; of two alike the first counts.
    func better(_ old: String?, _ new: String?) -> String? { found > rank ? new ?? old : old ?? new }
    headline = better(headline, object["headline"]?.text ?? (found == 2 ? object["name"]?.text : nil))
    published = better(published, (object["datePublished"] ?? object["dateCreated"])?.text)
    modified = better(modified, object["dateModified"]?.text)
    author = better(author, names(object["author"] ?? object["creator"]))
    publisher = better(publisher, name(object["publisher"]) ?? name(object["sourceOrganization"]))
    url = better(
      url, object["url"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text ?? object["mainEntityOfPage"]?.text
    )
    language = better(language, object["inLanguage"]?.text ?? object["inLanguage"]?["alternateName"]?.text)
    body = better(body, object["articleBody"]?.text)
    rank = max(rank, found)
  }

  /// The names of all authors in a row.
  private func names(_ value: JSONValue?) -> String? {
    let names = (value?.elements ?? []).prefix(20).compactMap { name($0) }.filter { !$0.hasPrefix("http") }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private func name(_ value: JSONValue?) -> String? {
    guard let value = value?.elements.first else { return nil }
    return value.text ?? value["name"]?.text ?? value["name"]?.elements.first?.text
      ?? value["@id"]?.text.flatMap { names[$0] }
  }
}
