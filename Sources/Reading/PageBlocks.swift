/// A stretch of a page's text that its layout shows as one: a paragraph, a heading, a line of a list, a row of a table.
struct PageBlock {
  /// The element whose own text it is.
  var owner: Int
  /// Its text nodes lie between these.
  var nodes: Range<Int>
  /// Its text, spaces collapsed.
  var text: [UInt8] = []
  /// How many of its bytes are those of links.
  var linked = 0
  /// What the classes of all elements around it say.
  var words: ClassWords = []
  /// The nearest structural element around it that is not plain text.
  var kind: HTMLTag = .p

  /// Bytes of running text: nothing for titles, menus and teasers.
  var prose = 0
  var isPruned = false

  var count: Int { text.count }
  /// Its text in the form of articles; of a heading that was never closed, what runs on after the headline.
  func line(after title: String?) -> String {
    let line = PastedText.trimmed(TextNormaliser.normalised(String(decoding: text, as: UTF8.self)))
    guard kind == .h1, let title, line.hasPrefix(title) else { return line }
    return PastedText.trimmed(line.dropFirst(title.count))
  }
  var linkShare: Double { text.isEmpty ? 0 : Double(linked) / Double(text.count) }
}

/// Cuts a page into its blocks, in order.
struct PageBlocks {
  private let page: HTMLPage
  private var blocks: [PageBlock] = []
  private var current: PageBlock?
  /// Whether a line break stands between the open block and what comes next.
  private var isBroken = false
  /// What classes say of an element and all around it.
  private(set) var words: [ClassWords]
  /// What its own classes say.
  private(set) var ownWords: [ClassWords]

  /// The blocks of a page, and what each element's own classes say.
  typealias Cut = (blocks: [PageBlock], ownWords: [ClassWords])

  static func cut(_ page: HTMLPage) -> Cut {
    var cutter = PageBlocks(page: page)
    cutter.run()
    return (cutter.blocks, cutter.ownWords)
  }

  private init(page: HTMLPage) {
    self.page = page
    words = Array(repeating: [], count: page.nodes.count)
    ownWords = words
  }

  private mutating func run() {
    // The nearest element that is not inline, and whether a link is around.
    var owner = [Int32](repeating: 0, count: page.nodes.count)
    var isLinked = [Bool](repeating: false, count: page.nodes.count)
    var at = 1
    while at < page.nodes.count {
      let node = page.nodes[at]
      let parent = Int(node.parent)
      if node.tag == .text {
        append(node.text, at: at, owner: Int(owner[parent]), isLinked: isLinked[parent])
        at += 1
        continue
      }
      if node.tag.isSilent && node.tag != .head || isHidden(at) {
        at = Int(node.end)
        continue
      }
      owner[at] = node.tag.isInline ? owner[parent] : Int32(at)
      isLinked[at] = isLinked[parent] || node.tag == .a && page.range(.href, of: at) != nil
      ownWords[at] = read(at)
      words[at] = words[parent].union(ownWords[at])
      if ownWords[at].isSuperset(of: [.article, .body]) || ownWords[at].contains(.declared) {
        words[at].insert(.inText)
      }
      if node.tag == .br {
        isBroken = true
      } else if node.tag == .hr {
        flush()
      }
      at += 1
    }
    flush()
  }

  private func isHidden(_ at: Int) -> Bool {
    if page.nodes[at].attributes.isEmpty { return false }
    if page.range(.hidden, of: at) != nil { return true }
    guard let style = page.range(.style, of: at), style.count >= 12 else { return false }
    let text = page.string(style).lowercased().filter { $0 != " " }
    return text.contains("display:none") || text.contains("visibility:hidden")
  }

  private func read(_ at: Int) -> ClassWords {
    var found: ClassWords = []
    for index in page.nodes[at].attributes {
      let attribute = page.attributes[Int(index)]
      guard
        attribute.name == .class || attribute.name == .id || attribute.name == .role
          || attribute.name == .itemprop
      else { continue }
      found.formUnion(
        ClassWords(page.bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]))
    }
    return found
  }

  private mutating func append(_ range: Range<Int32>, at: Int, owner: Int, isLinked: Bool) {
    if let open = current, open.owner != owner || isBroken && !runsOn(open.text, range) { flush() }
    if isBroken { space() }
    var block = current ?? PageBlock(owner: owner, nodes: at..<at)
    let before = block.text.count
    for byte in page.bytes[Int(range.lowerBound)..<Int(range.upperBound)] {
      if byte <= 0x20 {
        if let last = block.text.last, last != 0x20 { block.text.append(0x20) }
      } else {
        block.text.append(byte)
      }
    }
    if block.text.count > before, block.text.last != 0x20 || block.text.count > before + 1 {
      isBroken = false
      if isLinked { block.linked += block.text.count - before }
      if block.nodes.isEmpty { block.nodes = at..<at + 1 }
      block.nodes = block.nodes.lowerBound..<at + 1
    }
    current = block
  }

  /// Whether a line break only wraps a sentence: it does not end before, and goes on in a small letter.
  private func runsOn(_ text: [UInt8], _ range: Range<Int32>) -> Bool {
    let next = page.bytes[Int(range.lowerBound)..<Int(range.upperBound)].first { $0 > 0x20 }
    guard let next else { return true }
    return (0x61...0x7A).contains(next) && !PageBlocks.endsSentence(text)
  }

  private mutating func space() {
    if let last = current?.text.last, last != 0x20 { current?.text.append(0x20) }
  }

  private mutating func flush() {
    guard var block = current else { return }
    current = nil
    isBroken = false
    while block.text.last == 0x20 { block.text.removeLast() }
    guard !block.text.isEmpty else { return }
    block.words = words[block.owner]
    block.kind = kind(block.owner)
    block.prose = PageBlocks.prose(block)
    blocks.append(block)
  }

  private func kind(_ owner: Int) -> HTMLTag {
    var at = owner
    // A paragraph in a cell or a list entry belongs to it.
    for _ in 0..<4 {
      switch page.nodes[at].tag {
      case .li, .td, .th, .dt, .dd, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .figcaption, .caption, .pre:
        return page.nodes[at].tag
      default: at = Int(page.nodes[at].parent)
      }
    }
    return .p
  }

  /// Running text is long, mostly not a link, and has the marks of sentences.
  private static func prose(_ block: PageBlock) -> Int {
    let plain = block.count - block.linked
    guard plain >= 40, block.linked * 3 < block.count else { return 0 }
    var marks = 0
    for at in block.text.indices {
      switch block.text[at] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"):
        marks += 1
      case 0xE3, 0xEF: marks += 1  // 、。 and the wide ，！？
      default: break
      }
    }
    if marks == 0 || block.count < 80 && marks < 2 && !endsSentence(block.text) { return 0 }
    return plain
  }

  static func endsSentence(_ text: [UInt8]) -> Bool {
    for byte in text.reversed().prefix(4) {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: ":")
      {
        return true
      }
    }
    return text.suffix(3) == [0xE3, 0x80, 0x82] || text.suffix(3) == [0xEF, 0xBC, 0x81]
  }
}
