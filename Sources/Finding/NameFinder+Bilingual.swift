import Facts
import Lexicon

/// Makers whose name stands in two scripts once.
extension NameFinder {
  /// 圣沃（Sanvora）, 曜岭，英文名Yorlin: a maker in Chinese with its Latin name once; found wherever the Chinese one stands.
  func bilingual(_ clues: MakerClues) -> [NameMention] {
    var out: [NameMention] = []
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 3 && isNoOtherName(t) {
      guard let bracket = bracket(before: t) else { continue }
      let last = withoutTrade(bracket)
      for (length, places) in lengths(endingAt: last) {
        let word = Array(text.bytes[tokens[places[0]].start..<tokens[places[0] + length - 1].end])
        let inTitle = titleContext.text.firstRange(of: word) != nil
        guard places.count + (inTitle ? 2 : 0) + (clues.hasOrphans ? 2 : 0) >= 3 else { continue }
        let name = String(decoding: text.original[originalRange(token)], as: UTF8.self)
        func mention(_ first: Int, _ end: Int) -> NameMention {
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[first].start,
            end: tokens[end - 1].end,
            token: first, tokenEnd: end, isKnown: false, isGroup: false)
        }
        out += places.map { mention($0, $0 + length) } + [mention(t, t + 1)]
        break
      }
    }
    return out
  }

  /// Two to four signs that end at a token, with the places where they stand; those that stand most often first, then the longer.
  private func lengths(endingAt last: Int) -> [(Int, [Int])] {
    [4, 3, 2].compactMap { length -> (Int, [Int])? in
      let first = last - length + 1
      guard first >= 0,
        (first...last).allSatisfy({ tokens[$0].sort == .ideograph && (cuesAt[$0] ?? []).isEmpty })
      else { return nil }
      let word = Array(text.bytes[tokens[first].start..<tokens[last].end])
      let places = tokens.indices.filter { at in
        at + length <= tokens.count && tokens[at].sort == .ideograph
          && text.bytes[tokens[at].start..<tokens[at + length - 1].end].elementsEqual(word)
      }
      return (length, places)
    }.sorted { ($0.1.count, $0.0) > ($1.1.count, $1.0) }
  }

  /// 青澜汽车: the token before the word for what the firm makes.
  private func withoutTrade(_ last: Int) -> Int {
    guard last > 2 else { return last }
    let word = String(decoding: text.bytes[tokens[last - 1].start..<tokens[last].end], as: UTF8.self)
    return ["汽车", "汽車", "科技", "集团", "集團"].contains(word) ? last - 2 : last
  }

  private func originalRange(_ token: Token) -> Range<Int> {
    let span = text.span(token.start, token.end)
    return span.start..<span.end
  }

  /// The token before a bracket or "，英文名" that a Latin name stands behind.
  private func bracket(before t: Int) -> Int? {
    guard t >= 3 else { return nil }
    if text.bytes[tokens[t - 1].start] == 0x28 { return t - 2 }
    let told = Array("英文名".utf8)
    guard t >= 5, text.bytes[tokens[t - 3].start..<tokens[t - 1].end].elementsEqual(told) else { return nil }
    return tokens[t - 4].sort == .mark ? t - 5 : t - 4
  }
}
