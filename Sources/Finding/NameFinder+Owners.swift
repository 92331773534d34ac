import Facts
import Lexicon

/// Whose a model is that stands without its maker.
extension NameFinder {
  /// The unknown makers that the title names.
  func topicMakers(_ unknown: [NameMention]) -> [String] {
    guard titleContext.makers.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for name in unknown
    where titleContext.points[FoldedText(name.maker).bytes] != nil
      || titleContext.text.firstRange(of: Array(text.bytes[name.start..<name.end])) != nil
    {
      counts[name.maker, default: 0] += 1
    }
    return Set(unknown.map(\.maker)).count == 1
      ? Array(counts.keys) : counts.filter { $0.value > 1 }.keys.sorted()
  }

  /// Models of makers that the article never names, given to one that it does name and that has a model of that name, else, where
  /// the name is a code, to the maker that nobody knows: in an article on Lumora "the L9" is Lumora's.
  func withOwners(_ names: [NameMention], _ unknown: [NameMention], _ hitsAt: [Int: [Hit]]) -> [NameMention] {
    let named = Set(names.filter { $0.sort == .maker }.map(\.maker)).union(titleContext.named)
    let topics = topicMakers(unknown)
    let makers = Set(unknown.map(\.maker))
    var own: [[UInt8]: String] = [:]
    for name in names where name.sort == .model && makers.contains(name.maker) {
      own[Array(text.bytes[name.start..<name.end])] = name.maker
    }
    return names.map { name in
      guard name.sort == .model, name.isKnown, !named.contains(name.maker) else { return name }
      for hit in hitsAt[name.token] ?? [] where hit.end == name.end {
        if case .model(let m) = hit.entry, named.contains(catalogue.models[m].maker) {
          return mention(catalogue.models[m], name.token, name.end)
        }
      }
      guard !unknown.isEmpty, tokens[name.token].sort == .mixed, name.tokenEnd == name.token + 1,
        name.end - name.start <= 3,
        !text.bytes[name.start..<name.end].starts(with: FoldedText(name.maker).bytes)
      else { return name }
      let near = unknown.sorted { $0.start < $1.start }.last { $0.start < name.start }
      var changed = name
      changed.maker =
        own[Array(text.bytes[name.start..<name.end])]
        ?? (topics.count == 1 ? topics[0] : (near ?? unknown[0]).maker)
      changed.isKnown = false
      return changed
    }
  }

  /// What stands once with its unknown maker ("Tianyuan E5") is that maker's elsewhere too.
  func withSameNames(_ names: [NameMention], _ unknown: [NameMention]) -> [NameMention] {
    let makers = Set(unknown.map(\.maker))
    let ends = Set(names.map(\.tokenEnd))
    var owners: [[UInt8]: String] = [:]
    for name in names where name.sort == .model && makers.contains(name.maker) {
      owners[Array(text.bytes[name.start..<name.end])] = name.maker
    }
    guard !owners.isEmpty else { return names }
    return names.map { name in
      guard name.sort == .model, name.isKnown, !ends.contains(name.token),
        let owner = owners[Array(text.bytes[name.start..<name.end])]
      else { return name }
      var changed = name
      changed.maker = owner
      changed.isKnown = false
      return changed
    }
  }

  /// Whether a word for "its", "your", "our" stands before the token.
  func isOwned(_ t: Int) -> Bool {
    guard t > 0, sameLine(t - 1, t) else { return false }
    return NameFinder.owning.contains(folded(t - 1))
      || (cuesAt[t - 1] ?? []).contains { $0.cue == .refIts && $0.tokenEnd == t }
  }

  private static let owning: Set<String> = [
    "your", "our", "my", "unser", "unseren", "unserem", "notre", "nostro", "nostra", "nuestro", "nuestra",
  ]

  /// Whether the same code stands at another place too.
  func recurs(_ t: Int) -> Bool {
    let code = text.bytes[tokens[t].start..<tokens[t].end]
    return tokens.indices.contains { other in
      other != t && tokens[other].sort == .mixed
        && text.bytes[tokens[other].start..<tokens[other].end].elementsEqual(code)
    }
  }
}
