/// Finds the article among all that a page shows.
///
/// What the classes call navigation, links or comments is set aside, then the smallest element that still holds most of
/// the running text is the article, and of it the lines that are neither links nor labels are kept.
struct MainText {
  private let page: HTMLPage
  private var blocks: [PageBlock]
  private let ownWords: [ClassWords]
  private var prefix: [Int] = []

  /// The paragraphs of a page; `title` is not repeated among them.
  static func paragraphs(_ page: HTMLPage, _ cut: PageBlocks.Cut, title: String?) -> [String] {
    var finder = MainText(page: page, blocks: cut.blocks, ownWords: cut.ownWords)
    return finder.run(title: title)
  }

  private init(page: HTMLPage, blocks: [PageBlock], ownWords: [ClassWords]) {
    self.page = page
    self.blocks = blocks
    self.ownWords = ownWords
  }

  private mutating func run(title: String?) -> [String] {
    prune()
    let root = root()
    let kept = keep(within: root, title: title)
    return lines(kept)
  }

  // MARK: Setting aside

  private mutating func prune() {
    sum()
    let total = prefix.last ?? 0
    var at = 1
    while at < page.nodes.count {
      let node = page.nodes[at]
      let inside = blockRange(at)
      if !inside.isEmpty, isAside(at), prose(at) * 10 < total * share(at) {
        for index in inside { blocks[index].isPruned = true }
        at = Int(node.end)
      } else {
        at += 1
      }
    }
    sum()
  }

  /// The tenths of all running text that an element may hold and still be set aside.
  private func share(_ at: Int) -> Int {
    if ownWords[at].contains(.comments) { return 9 }
    switch page.nodes[at].tag {
    case .nav, .footer: return 9
    default: return 4
    }
  }

  private func isAside(_ at: Int) -> Bool {
    let words = ownWords[at]
    switch page.nodes[at].tag {
    case .nav, .footer, .aside, .form, .figcaption, .caption, .menu, .dialog: return true
    case .html, .body, .main, .article: return false
    default: break
    }
    if words.contains(.comments) { return true }
    if words.contains(.aside) || words.contains(.caption) || words.contains(.byline)
      || words.contains(.hidden)
    {
      return !(words.contains(.body) && words.contains(.article))
    }
    return false
  }

  private mutating func sum() {
    prefix = [0]
    prefix.reserveCapacity(blocks.count + 1)
    for block in blocks { prefix.append(prefix[prefix.count - 1] + (block.isPruned ? 0 : block.prose)) }
  }

  /// The blocks that begin within a node.
  private func blockRange(_ node: Int) -> Range<Int> {
    let from = firstBlock(at: node)
    return from..<max(from, firstBlock(at: Int(page.nodes[node].end)))
  }

  private func firstBlock(at node: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func prose(_ node: Int) -> Int {
    let range = blockRange(node)
    return prefix[range.upperBound] - prefix[range.lowerBound]
  }

  // MARK: The article's element

  private func root() -> Int {
    var at = 0
    while true {
      let all = prose(at)
      guard all > 0 else { return at }
      var best: Int?
      var child = at + 1
      while child < Int(page.nodes[at].end) {
        if page.nodes[child].tag != .text, prose(child) * 10 >= all * 7 {
          best = child
          break
        }
        child = Int(page.nodes[child].end)
      }
      guard let best, page.nodes[best].tag != .p,
        !page.nodes[best].tag.isInline || page.nodes[best].tag == .unknown
      else { return at }
      at = best
    }
  }

  // MARK: Its lines

  private func keep(within root: Int, title: String?) -> [Int] {
    var kept: [Int] = []
    for index in blockRange(root) where !blocks[index].isPruned && isWorth(blocks[index], title: title) {
      kept.append(index)
    }
    // A heading with no text under it leads nowhere.
    while let last = kept.last, blocks[last].kind.isHeading { kept.removeLast() }
    return kept
  }

  private func isWorth(_ block: PageBlock, title: String?) -> Bool {
    if block.kind == .h1 { return false }
    if block.kind == .figcaption || block.kind == .caption { return false }
    let text = String(decoding: block.text, as: UTF8.self)
    if text == title { return false }
    if block.linkShare > 0.6, block.count < 250 { return false }
    if ClosingLinks.isLink(text), block.linked > 0 || block.count < 40 { return false }
    return true
  }

  private func lines(_ kept: [Int]) -> [String] {
    var lines: [String] = []
    var row: Int?
    for index in kept {
      let block = blocks[index]
      let text = String(decoding: block.text, as: UTF8.self)
      let here = rowOf(block)
      if let here, here == row, let last = lines.popLast() {
        lines.append(last + " | " + text)
      } else {
        lines.append(text)
      }
      row = here
    }
    return lines
  }

  /// The row of a table that a block is a cell of.
  private func rowOf(_ block: PageBlock) -> Int? {
    guard block.kind == .td || block.kind == .th, block.count < 300 else { return nil }
    var at = block.owner
    while at > 0, page.nodes[at].tag != .tr { at = Int(page.nodes[at].parent) }
    return at > 0 ? at : nil
  }
}
