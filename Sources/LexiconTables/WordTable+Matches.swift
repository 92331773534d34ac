import Facts

extension WordTable {
  /// All forms in the text, in order of their places, the longest first.
  public func matches(in text: FoldedText) -> [WordMatch] {
    let s = text.bytes
    var found: [WordMatch] = []
    var i = 0
    var previous: Letters.Sort = .newline
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      let inWord =
        (sort == .letter && (previous == .letter || previous == .digit))
        || (sort == .digit && previous == .digit)
      if sort != .space, sort != .newline, !inWord {
        walk(s, i, text, &found)
      }
      if sort == .letter || sort == .digit {
        let next = i + length
        let ends =
          next >= s.count
          || {
            let t = Letters.sort(s, next).0; return t != .letter && t != .digit
          }()
        if ends { walkBack(s, next, &found) }
      }
      previous = sort
      i += length
    }
    return join(found, in: s)
  }

  private func walk(_ s: [UInt8], _ start: Int, _ text: FoldedText, _ found: inout [WordMatch]) {
    let (trie, forms) = (storage.forward, storage.forms)
    var node = trie.root
    var i = start
    while i < s.count {
      node = trie.step(node, s[i])
      if node == 0 { return }
      i += 1
      // A run of blanks counts as one.
      if s[i - 1] == 0x20 { while i < s.count, s[i] == 0x20 { i += 1 } }
      guard trie.hasPayload(node) else { continue }
      let atBorder = WordBorders.isBorder(s, i)
      trie.forEachPayload(node) { form in
        let shape = forms.shape(form)
        guard atBorder || shape.contains(.openEnd) else { return }
        if shape.contains(.exact) {
          let span = text.span(start, i)
          guard text.original[span.start..<span.end] == forms.exact(form) else { return }
        }
        let end = shape.contains(.openEnd) ? WordBorders.wordEnd(s, i) : i
        found.append(WordMatch(start: start, end: end, form: form))
      }
    }
  }

  private func walkBack(_ s: [UInt8], _ end: Int, _ found: inout [WordMatch]) {
    let trie = storage.backward
    var node = trie.root
    var i = end
    while i > 0 {
      node = trie.step(node, s[i - 1])
      if node == 0 { return }
      i -= 1
      guard trie.hasPayload(node) else { continue }
      let start = WordBorders.wordStart(s, i)
      trie.forEachPayload(node) { found.append(WordMatch(start: start, end: end, form: $0)) }
    }
  }

  /// Drops second parts without a first, and gives first parts their second.
  private func join(_ found: [WordMatch], in s: [UInt8]) -> [WordMatch] {
    let forms = storage.forms
    let sorted = found.sorted { WordMatch.precedes($0, $1) }
    var out: [WordMatch] = []
    out.reserveCapacity(sorted.count)
    var isSorted = true
    for (i, match) in sorted.enumerated() {
      if forms.shape(match.form).contains(.gapEnd) { continue }
      guard let tail = forms.gapEnd(match.form) else {
        out.append(match)
        continue
      }
      // Sorted by start: past this place no second part is near enough.
      let partner = sorted[i...].prefix { $0.start < match.end + WordTable.farthest }
        .first { $0.form == tail && $0.start >= match.end }
      guard let partner, WordTable.isNear(s, match.end, partner.start) else { continue }
      out.append(partner)
      isSorted = false
    }
    if !isSorted { out.sort { WordMatch.precedes($0, $1) } }
    return out
  }

  /// Two parts of a split verb lie less than this many bytes apart.
  private static let farthest = 160

  /// Whether at most six words and no end of a clause lie between two places.
  private static func isNear(_ s: [UInt8], _ from: Int, _ to: Int) -> Bool {
    guard to - from < farthest else { return false }
    var words = 0
    for i in from..<to {
      if s[i] == 0x20 { words += 1 }
      if s[i] == 0x0A || s[i] == 0x3B || s[i] == 0x3F || s[i] == 0x21 { return false }
    }
    return words <= 7
  }
}

extension WordMatch {
  /// The order of matches: by start, the longest first, then as the files have them.
  @inline(__always)
  static func precedes(_ a: WordMatch, _ b: WordMatch) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end > b.end }
    return a.form < b.form
  }
}
