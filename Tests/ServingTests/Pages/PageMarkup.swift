import Testing

/// The markup of a page taken apart: enough to see whether it is sound and whether something came in that is not ours.
struct PageMarkup {
  /// An element's beginning.
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// The tags that begin elements, in order.
  private(set) var tags: [Tag] = []
  /// What is wrong with the page's markup.
  private(set) var faults: [String] = []

  private static let empty: Set<String> = ["meta", "link", "input", "br", "img"]

  init(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { break }
      let text = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if text.hasPrefix("!") { continue }
      if text.hasPrefix("/") {
        let name = String(text.dropFirst())
        if open.popLast() != name { faults.append("</\(name)> closes nothing") }
        continue
      }
      let tag = Self.tag(text)
      tags.append(tag)
      if !text.hasSuffix("/"), !Self.empty.contains(tag.name) { open.append(tag.name) }
    }
    if !open.isEmpty { faults.append("\(open) are never closed") }
    let ids = tags.compactMap { $0.value("id") }
    let doubles = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
    if !doubles.isEmpty { faults.append("the ids \(doubles.sorted()) stand more than once") }
  }

  private static func tag(_ text: Substring) -> Tag {
    let name = text.prefix { $0 != " " && $0 != "\n" && $0 != "/" }
    var attributes: [(String, String)] = []
    var rest = text.dropFirst(name.count)
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "\n" && $0 != "/" }) {
      rest = rest[start...]
      let key = rest.prefix { $0 != "=" && $0 != " " && $0 != "\n" }
      rest = rest.dropFirst(key.count)
      var value = Substring()
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        value = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 1)
      }
      attributes.append((String(key), String(value)))
    }
    return Tag(name: String(name), attributes: attributes)
  }

  /// The addresses within the site that the page links to, without their fragments.
  var links: [String] {
    tags.filter { $0.name == "a" }.compactMap { $0.value("href") }.filter { $0.hasPrefix("/") }.map {
      String($0.prefix { $0 != "#" }).split(separator: "&amp;").joined(separator: "&")
    }
  }
}
