/// Finds the article among all that a page shows.
///
/// What the classes call navigation, links or comments is set aside, then the smallest element that still holds most of
/// the running text is the article, and of it the lines that are neither links nor labels are kept.
struct MainText {
  let page: HTMLPage
  var blocks: [PageBlock]
  let ownWords: [ClassWords]
  private let firstBlock: [Int32]
  /// The running text before each block.
  var prefix: [Int] = []

  /// The paragraphs of a page; `title` is not repeated among them.
  static func paragraphs(_ page: HTMLPage, _ cut: PageBlocks.Cut, title: String?) -> [String] {
    var finder = MainText(page: page, blocks: cut.blocks, ownWords: cut.ownWords)
    return finder.run(title: title)
  }

  private init(page: HTMLPage, blocks: [PageBlock], ownWords: [ClassWords]) {
    self.page = page
    self.blocks = blocks
    self.ownWords = ownWords
    firstBlock = MainText.firstBlocks(blocks, count: page.nodes.count)
  }

  private mutating func run(title: String?) -> [String] {
    prune()
    let root = root()
    let kept = keep(in: around(root), title: title)
    return lines(kept)
  }

  mutating func sum() {
    prefix = [0]
    prefix.reserveCapacity(blocks.count + 1)
    for block in blocks { prefix.append(prefix[prefix.count - 1] + (block.isPruned ? 0 : block.prose)) }
  }

  /// The blocks that begin within a node.
  func blockRange(_ node: Int) -> Range<Int> {
    Int(firstBlock[node])..<Int(firstBlock[Int(page.nodes[node].end)])
  }

  /// For each node the first block that begins at or after it.
  private static func firstBlocks(_ blocks: [PageBlock], count: Int) -> [Int32] {
    var first = [Int32](repeating: 0, count: count + 1)
    var index = blocks.count
    for node in first.indices.reversed() {
      while index > 0, blocks[index - 1].nodes.lowerBound >= node { index -= 1 }
      first[node] = Int32(index)
    }
    return first
  }

  func prose(_ node: Int) -> Int {
    let range = blockRange(node)
    return prefix[range.upperBound] - prefix[range.lowerBound]
  }

  // MARK: The article's element

  private func root() -> Int {
    var at = start()
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

  /// Where the search begins: in what the page calls its text, if that holds enough of it, else in the whole.
  private func start() -> Int {
    let total = prefix.last ?? 0
    var best = 0
    var most = 0
    for at in ownWords.indices {
      let isDeclared = ownWords[at].contains(.declared)
      guard isDeclared || ownWords[at].isSuperset(of: [.article, .body]) else { continue }
      let inside = prose(at)
      if inside > most, inside * 10 >= total * (isDeclared ? 1 : 8) { (best, most) = (at, inside) }
    }
    if total > 0 { return best }
    return page.nodes.indices.first {
      (page.nodes[$0].tag == .article || page.nodes[$0].tag == .main) && !blockRange($0).isEmpty
    } ?? 0
  }

  // MARK: Its lines

  private func keep(in range: Range<Int>, title: String?) -> [Int] {
    var kept: [Int] = []
    for index in range where !blocks[index].isPruned && isWorth(blocks[index], title: title) {
      if isByline(blocks[index], isFirst: kept.count < 3) { continue }
      kept.append(index)
    }
    // A heading with no text under it leads nowhere.
    if let last = kept.last, blocks[last].kind.isHeading { kept.removeLast() }
    return kept
  }

  private func isWorth(_ block: PageBlock, title: String?) -> Bool {
    if block.kind == .h1 { return false }
    if block.kind == .figcaption || block.kind == .caption { return false }
    let text = String(decoding: block.text, as: UTF8.self)
    if text == title { return false }
    if block.linkShare > 0.6, block.count < 250, block.count < 80 || !PageBlocks.endsSentence(block.text) {
      return false
    }
    if block.linked > 0 || block.count < 40, ClosingLinks.isLink(text) { return false }
    if block.linked > 0, block.count < 300, ClosingLinks.isPlug(text) { return false }
    return true
  }

  private func lines(_ kept: [Int]) -> [String] {
    var lines: [String] = []
    var last: (row: Int, cell: Int)?
    for index in kept {
      let block = blocks[index]
      let text = String(decoding: block.text, as: UTF8.self)
      let place = place(block)
      // Paragraphs in one cell stay apart: such a table is there for the layout.
      if let place, let last, place.row == last.row, place.cell != last.cell, let line = lines.popLast() {
        lines.append(line + " | " + text)
      } else {
        lines.append(text)
      }
      last = place
    }
    return lines
  }

  /// The row and the cell of a table that a block stands in.
  private func place(_ block: PageBlock) -> (row: Int, cell: Int)? {
    guard block.kind == .td || block.kind == .th, block.count < 300 else { return nil }
    var at = block.owner
    var cell = 0
    while at > 0, page.nodes[at].tag != .tr {
      if cell == 0, page.nodes[at].tag == .td || page.nodes[at].tag == .th { cell = at }
      at = Int(page.nodes[at].parent)
    }
    return at > 0 ? (at, cell) : nil
  }
}
