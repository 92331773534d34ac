import Facts
import Lexicon

extension NameFinder {
  /// Makers that no catalogue knows, by how the article speaks of them: a capital word, named twice or more, never with an article
  /// before it, that a word for a maker stands beside once ("Lanwei, a Hefei-based start-up", "the young maker Orvane").
  func unknownMakers() -> [NameMention] {
    var places: [[UInt8]: [Int]] = [:]
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 4 {
      places[Array(text.bytes[token.start..<token.end]), default: []].append(t)
    }
    var out: [NameMention] = []
    for (word, list) in places.sorted(by: { $0.value[0] < $1.value[0] })
    where list.count + (contextWords.contains(word) ? 1 : 0) >= 2 {
      guard list.allSatisfy({ isFreeName($0) }), list.contains(where: { isBesideMakerWord($0) }),
        !occursSmall(word)
      else { continue }
      let span = text.span(tokens[list[0]].start, tokens[list[0]].end)
      var name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
      if name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }), name.utf8.count > 4 {
        name = name.prefix(1) + name.dropFirst().lowercased()
      }
      for t in list {
        out.append(
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[t].start, end: tokens[t].end,
            token: t, tokenEnd: t + 1, isKnown: false,
            isGroup: false))
      }
    }
    return out
  }

  /// A capital word that is no word or name of the lexicon, has no article before it and no other capital word beside it.
  private func isFreeName(_ t: Int) -> Bool {
    if isDeterminerWord(t - 1) { return false }
    for cue in cuesAt[t] ?? [] where cue.end >= tokens[t].end && cue.start <= tokens[t].start { return false }
    var isNamed = false
    catalogue.forEachName(in: text, at: tokens[t].start) { end, _ in
      if end >= tokens[t].end { isNamed = true }
    }
    if isNamed { return false }
    // "Wei Shengnan", "JATO Dynamics": names of two words are people and firms.
    for other in [t - 1, t + 1] where other >= 0 && other < tokens.count {
      let near = other < t ? tokens[t].start - tokens[other].end : tokens[other].start - tokens[t].end
      if near == 1, tokens[other].isCapital, tokens[other].sort == .word,
        !(other < t && startsSentence(other))
      {
        return false
      }
    }
    // Who is cited is no maker.
    for back in max(0, t - 3)..<t { for cue in cuesAt[back] ?? [] where cue.cue == .cite { return false } }
    return true
  }

  private func isBesideMakerWord(_ t: Int) -> Bool {
    var commas = 0
    for at in stride(from: t - 1, through: max(0, t - 5), by: -1) {
      if tokens[at].sort == .mark { break }
      for cue in cuesAt[at] ?? [] where cue.cue == .refMaker && cue.tokenEnd >= t - 1 { return true }
    }
    for at in t + 1..<min(tokens.count, t + 10) {
      if tokens[at].sort == .mark {
        let b = text.bytes[tokens[at].start]
        guard b == 0x2C || b == 0x28 || b == 0x2D else { return false }
        commas += 1
        if commas > 1, b == 0x2C { return false }
      } else if commas == 0, at > t + 1 {
        return false
      }
      if commas > 0 { for cue in cuesAt[at] ?? [] where cue.cue == .refMaker { return true } }
    }
    return false
  }

  /// Whether the word stands somewhere in small letters: then it is an ordinary word.
  private func occursSmall(_ word: [UInt8]) -> Bool {
    tokens.contains {
      $0.sort == .word && !$0.isCapital && $0.end - $0.start == word.count
        && text.bytes[$0.start..<$0.end].elementsEqual(word)
    }
  }
}
