import Facts

/// Forms of names and the trie that finds them in a text.
struct NameTable: Sendable {
  let names: PackedNames
  let trie: PackedTrie

  /// Calls `body` with the end and the entry of every name that begins at `start`, which is the beginning of a word.
  @inline(__always)
  func forEachName(in text: FoldedText, at start: Int, _ body: (Int, NameEntry) -> Void) {
    let s = text.bytes
    var node = trie.root
    var i = start
    while i < s.count {
      node = trie.step(node, s[i])
      if node == 0 { return }
      i += 1
      if s[i - 1] == 0x20 { while i < s.count, s[i] == 0x20 { i += 1 } }
      guard trie.hasPayload(node) else { continue }
      let end = i
      let atBorder = WordBorders.isBorder(s, i)
      guard atBorder || NameTable.isInflected(s, i) else { continue }
      trie.forEachPayload(node) { form in
        if let exact = names.exact(form) {
          let span = text.span(start, end)
          guard text.original[span.start..<span.end] == exact else { return }
        } else if names.needsCapital(form), !text.isUpper(start), Letters.isASCIILetter(s[start]) {
          return
        }
        // "40,000 Prologues", "155,000 R2s"; a number alone has no plural.
        if !atBorder, names.isModel(form), end - start < 2 || s[start..<end].allSatisfy(Letters.isDigit) {
          return
        }
        body(end, names.entry(form))
      }
    }
  }

  /// Whether a genitive or plural s follows a name in Latin letters: "Xiaomis SU7", "Zeekrs".
  private static func isInflected(_ s: [UInt8], _ i: Int) -> Bool {
    i < s.count && s[i] == 0x73 && (Letters.isASCIILetter(s[i - 1]) || Letters.isDigit(s[i - 1]))
      && s[i - 1] != 0x73 && WordBorders.isBorder(s, i + 1)
  }

  /// The length and the entry of the longest name that begins at `start` of bytes as they stand.
  @inline(__always)
  func longest(_ s: UnsafeBufferPointer<UInt8>, _ start: Int) -> (length: Int, entry: NameEntry)? {
    var best: (Int, NameEntry)?
    trie.forEachForm(s, start) { end, atBorder, form in
      guard atBorder else { return }
      if let exact = names.exact(form) {
        guard s[start..<end].elementsEqual(exact) else { return }
      } else if names.needsCapital(form), Letters.isASCIILetter(s[start]) {
        return
      }
      best = (end - start, names.entry(form))
    }
    return best
  }
}
