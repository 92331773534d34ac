import CLibXML2
import Lexicon

/// Builds an ``HTMLPage`` from the events of libxml2's HTML parser, which mends broken markup as it goes.
final class HTMLParser {
  private var page = HTMLPage()
  private var open: [Int32] = [0]
  /// Elements past this depth are dropped, their text kept: no page nests so, and only an attack does.
  private static let deepest = 4000
  private var dropped = 0
  /// What libxml2 calls an element is one pointer a name, so that each name is looked up once.
  private var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]
  /// The last script with JSON-LD; other scripts and styles are half of many pages and are not read.
  private var linkedData: Int32 = -1

  /// Parses a page that is text already; what it says of its encoding is ignored.
  static func parse(_ html: String) -> HTMLPage {
    var html = html
    return html.withUTF8 { bytes in
      let parser = HTMLParser()
      parser.run(bytes)
      parser.finish()
      return parser.page
    }
  }

  private func run(_ input: UnsafeBufferPointer<UInt8>) {
    guard let context = htmlNewParserCtxt(), let start = input.baseAddress else { return }
    defer { htmlFreeParserCtxt(context) }
    page.bytes.reserveCapacity(input.count)
    page.nodes.reserveCapacity(input.count / 24)
    context.pointee.sax.pointee = HTMLParser.handler()
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | UInt32(XML_PARSE_HUGE.rawValue)
    start.withMemoryRebound(to: CChar.self, capacity: input.count) { chars in
      // A document comes back only where there is none: the handlers build no tree of libxml2's.
      if let document = htmlCtxtReadMemory(
        context, chars, Int32(clamping: input.count), nil, "UTF-8", Int32(options))
      {
        xmlFreeDoc(document)
      }
    }
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue().end(name)
    }
    let text: charactersSAXFunc = { context, bytes, count in
      guard let context, let bytes else { return }
      Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue().text(bytes, Int(count))
    }
    handler.characters = text
    handler.ignorableWhitespace = text
    handler.cdataBlock = text
    return handler
  }

  private func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
    if let known = tags[name] { return known }
    var hash = WordHash.empty
    var at = 0
    while name[at] != 0 {
      hash = WordHash.step(hash, name[at])
      at += 1
    }
    let tag = HTMLTag.byHash[hash] ?? .unknown
    tags[name] = tag
    return tag
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard open.count < HTMLParser.deepest else {
      dropped += 1
      return
    }
    let first = Int32(page.attributes.count)
    if var pair = attributes {
      while let key = pair[0] {
        if let value = pair[1] { keep(key, value) } else { keep(key, key) }
        pair += 2
      }
    }
    page.nodes.append(
      HTMLPage.Node(
        tag: tag(name), parent: open[open.count - 1], end: 0, text: 0..<0,
        attributes: first..<Int32(page.attributes.count)))
    let node = Int32(page.nodes.count - 1)
    if page.nodes[Int(node)].tag == .script,
      page.value(.type, of: Int(node))?.lowercased().contains("ld+json") == true
    {
      linkedData = node
    }
    open.append(node)
  }

  private func keep(_ key: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>) {
    var hash = WordHash.empty
    var at = 0
    while key[at] != 0 {
      hash = WordHash.step(hash, key[at])
      at += 1
    }
    guard let attribute = HTMLAttribute.byHash[hash] else { return }
    let start = Int32(clamping: page.bytes.count)
    page.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    page.attributes.append(
      HTMLPage.Attribute(name: attribute, value: start..<Int32(clamping: page.bytes.count)))
  }

  private func end(_ name: UnsafePointer<xmlChar>) {
    if dropped > 0 {
      dropped -= 1
      return
    }
    guard open.count > 1, let last = open.popLast() else { return }
    page.nodes[Int(last)].end = Int32(page.nodes.count)
  }

  private func isRead(_ node: Int32) -> Bool {
    switch page.nodes[Int(node)].tag {
    case .style: false
    case .script: node == linkedData
    default: true
    }
  }

  private func text(_ bytes: UnsafePointer<xmlChar>, _ count: Int) {
    guard isRead(open[open.count - 1]) else { return }
    let start = Int32(clamping: page.bytes.count)
    page.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    let end = Int32(clamping: page.bytes.count)
    let last = page.nodes.count - 1
    let parent = open[open.count - 1]
    // Long texts come in pieces.
    if page.nodes[last].tag == .text, page.nodes[last].parent == parent,
      page.nodes[last].text.upperBound == start
    {
      page.nodes[last].text = page.nodes[last].text.lowerBound..<end
      return
    }
    page.nodes.append(
      HTMLPage.Node(
        tag: .text, parent: parent, end: Int32(page.nodes.count + 1), text: start..<end, attributes: 0..<0))
  }

  private func finish() {
    while let last = open.popLast() { page.nodes[Int(last)].end = Int32(page.nodes.count) }
  }
}
