extension MainText {
  /// Sets blocks aside by what the classes say, then by their look.
  mutating func prune() {
    sum()
    let total = prefix.last ?? 0
    let safe = ancestorsOfText()
    var at = 1
    while at < page.nodes.count {
      let node = page.nodes[at]
      let inside = blockRange(at)
      if !inside.isEmpty, isAside(at), !safe.contains(at), prose(at) * 10 < total * share(at) {
        for index in inside { blocks[index].isPruned = true }
        at = Int(node.end)
      } else {
        at += 1
      }
    }
    sum()
    pruneTeasers()
    sum()
  }

  /// The elements around the page's only main heading and around what it declares to be its text.
  private func ancestorsOfText() -> Set<Int> {
    let headings = page.nodes.indices.filter { page.nodes[$0].tag == .h1 }
    let declared = ownWords.indices.filter { ownWords[$0].contains(.declared) && prose($0) > 0 }
    var found: Set<Int> = []
    for start in declared + (headings.count == 1 ? headings : []) {
      var at = start
      while at > 0, found.insert(at).inserted { at = Int(page.nodes[at].parent) }
    }
    return found
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
    if !words.isDisjoint(with: [.aside, .caption, .byline, .hidden]) {
      return !words.isSuperset(of: [.article, .body])
    }
    return false
  }

  /// Sets rows of cards aside: three or more neighbours, each a linked title with a line or two of text.
  private mutating func pruneTeasers() {
    let total = prefix.last ?? 0
    for at in page.nodes.indices where page.nodes[at].tag != .text {
      let range = blockRange(at)
      guard range.count >= 6, total - prose(at) >= max(400, total * 3 / 20),
        !blocks[range.lowerBound].words.contains(.inText)
      else { continue }
      var cards: [Range<Int>] = []
      var others = 0
      var child = at + 1
      while child < Int(page.nodes[at].end) {
        let inside = blockRange(child)
        if page.nodes[child].tag != .text, !inside.isEmpty {
          if isCard(inside) { cards.append(inside) } else { others += 1 }
        }
        child = Int(page.nodes[child].end)
      }
      guard cards.count >= 3, cards.count >= others * 4 else { continue }
      for card in cards { for index in card { blocks[index].isPruned = true } }
    }
  }

  private func isCard(_ range: Range<Int>) -> Bool {
    guard (2...9).contains(range.count) else { return false }
    let running = prefix[range.upperBound] - prefix[range.lowerBound]
    guard running > 0, running <= 600, blocks[range].lazy.filter({ $0.prose > 0 }).count <= 2 else {
      return false
    }
    return blocks[range].contains { $0.linkShare > 0.8 && $0.count >= 15 }
  }
}
