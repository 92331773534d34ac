import Facts
import PackedText

/// Phrases with what they do, read from files of lines `role: phrase | phrase` and found in a text's tokens.
///
/// A phrase that ends with `*` stands for every word with that beginning. A line `say.key: text` is a text to print.
package struct PhraseTable: Sendable {
  /// The names of the roles that a phrase's numbers stand for.
  package let roles: [String]
  /// What the program says in this language, by key.
  package let sayings: [String: String]
  /// The phrases' tokens with a blank between them, behind a byte that tells their ``Spelling``.
  private let trie: PackedTrie

  /// How a phrase of the table is spelled; the raw value is the first byte of its key.
  private enum Spelling: UInt8 {
    /// As in the file.
    case written = 1
    /// Without accents.
    case plain = 2
    /// The beginning of a word.
    case stem = 3
  }

  /// Reads files; later ones add to earlier ones.
  package init(files: [String]) {
    var packer = TriePacker()
    var roles: [String] = []
    var sayings: [String: String] = [:]
    for line in files.flatMap({ $0.utf8.split(separator: 0x0A) }) {
      guard let first = line.first, first != 0x23, let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(Substring(line[..<colon]))
      let rest = line[line.index(after: colon)...]
      if name.hasPrefix("say.") {
        sayings[String(name.dropFirst(4))] = String(Substring(rest.drop { $0 == 0x20 }))
        continue
      }
      if !roles.contains(name) { roles.append(name) }
      let number = roles.firstIndex(of: name) ?? 0
      for phrase in rest.split(separator: 0x7C) {
        for key in PhraseTable.keys(of: String(Substring(phrase))) { packer.insert(key, number) }
      }
    }
    self.roles = roles
    self.sayings = sayings
    trie = packer.packed()
  }

  /// All keys of a phrase.
  private static func keys(of phrase: String) -> Set<[UInt8]> {
    let text = phrase.utf8.reversed().drop { $0 == 0x20 }
    let isStem = text.first == 0x2A
    let tokens = QuestionTokens.of(FoldedText(bytes: (isStem ? text.dropFirst() : text).reversed()))
      .map(\.text)
    guard !tokens.isEmpty else { return [] }
    func key(_ spelling: Spelling, _ words: [String]) -> [UInt8] {
      [spelling.rawValue] + words.joined(separator: " ").utf8
    }
    if isStem { return [key(.stem, tokens)] }
    let plain = [tokens.map(Unaccented.of), tokens.map(Unaccented.spelledOut)].filter { $0 != tokens }
    return Set([key(.written, tokens)] + plain.map { key(.plain, $0) })
  }

  /// Calls `body` with the end of each phrase that begins at a token, and the numbers of its roles.
  ///
  /// What is written as in the file goes before what only differs in accents, and that before beginnings of words.
  package func forEachMatch(
    _ tokens: [QuestionToken], at start: Int, _ body: (_ end: Int, _ roles: [Int]) -> Void
  ) {
    func root(_ spelling: Spelling) -> UInt32 { trie.step(trie.root, spelling.rawValue) }
    var written = root(.written)
    var unaccented = root(.plain)
    var meantPlain = root(.written)
    var stem = root(.stem)
    for end in start..<tokens.count {
      if end > start {
        written = trie.step(written, 0x20)
        unaccented = trie.step(unaccented, 0x20)
        meantPlain = trie.step(meantPlain, 0x20)
        stem = trie.step(stem, 0x20)
      }
      let token = tokens[end].text
      let stemmed = stem == 0 ? 0 : longestStem(of: token, from: stem)
      written = walk(token, from: written)
      stem = walk(token, from: stem)
      if unaccented != 0 || meantPlain != 0 {
        let plain = Unaccented.of(token)
        unaccented = walk(plain, from: unaccented)
        meantPlain = walk(plain, from: meantPlain)
      }
      let found = [written, unaccented, meantPlain].first { $0 != 0 && trie.hasPayload($0) } ?? stemmed
      if found != 0 {
        var roles: [Int] = []
        trie.forEachPayload(found) { roles.append($0) }
        body(end + 1, roles)
      }
      if written == 0, unaccented == 0, meantPlain == 0, stem == 0 { return }
    }
  }

  private func walk(_ token: String, from node: UInt32) -> UInt32 {
    var node = node
    for byte in token.utf8 where node != 0 { node = trie.step(node, byte) }
    return node
  }

  /// The node of the longest beginning of a token that the table has, or 0.
  private func longestStem(of token: String, from node: UInt32) -> UInt32 {
    var node = node
    var found: UInt32 = 0
    for byte in token.utf8 {
      node = trie.step(node, byte)
      if node == 0 { break }
      if trie.hasPayload(node) { found = node }
    }
    return found
  }
}

extension PhraseTable {
  /// Takes a table as the build packed it.
  package init(packed: StaticString) {
    var reader = TableReader(packed)
    roles = reader.strings()
    let keys = reader.strings()
    sayings = Dictionary(zip(keys, reader.strings())) { $1 }
    trie = PackedTrie(from: &reader)
  }

  /// The table as text for ``init(packed:)``.
  package var packed: [UInt8] {
    var writer = TableWriter()
    let keys = sayings.keys.sorted()
    writer.write(roles)
    writer.write(keys)
    writer.write(keys.map { sayings[$0] ?? "" })
    trie.write(to: &writer)
    return writer.text
  }
}
