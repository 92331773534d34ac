import Facts
import Lexicon

/// Models without their maker: those of the catalogue, those of a family of codes, and what the article has named before.
extension NameFinder {
  /// Models of the catalogue that need no maker are found already; those that do count where their maker is named in the article
  /// and the word is written as a name.
  func unowned(_ hitsAt: [Int: [Hit]], _ names: [NameMention], _ makers: Set<String>) -> [NameMention] {
    var out: [NameMention] = []
    for (t, hits) in hitsAt.sorted(by: { $0.key < $1.key }) {
      if tokens[t].sort == .number {
        // "das Modell 03": digits only behind a word for a model or an article, and where they count nothing.
        let length = tokens[t].end - tokens[t].start
        guard
          length >= 2 && text.bytes[tokens[t].start] == 0x30 && (isDescribed(t - 1) || isDeterminer(t - 1))
            || length <= 3 && text.bytes[tokens[t].start] != 0x30 && isArticle(t - 1)
              && isFollowedByVerbOrMark(t),
          !isQuantity(t)
        else { continue }
      } else if tokens[t].sort == .mark {
        continue
      }
      // "209.800 Yuan"
      if t > 0, tokens[t - 1].sort == .number, (cuesAt[t] ?? []).contains(where: { $0.cue == .currency }) {
        continue
      }
      if names.contains(where: { $0.start <= tokens[t].start && tokens[t].start < $0.end }) { continue }
      var best: (Int, CatalogueModel)?
      var recency = -1
      for hit in hits {
        guard case .model(let m) = hit.entry, makers.contains(catalogue.models[m].maker),
          hit.end > best?.0 ?? 0 || tokens[t].sort == .number && hit.end == best?.0
        else { continue }
        // Digits alone are of a maker named last.
        if tokens[t].sort == .number, text.bytes[tokens[t].start] != 0x30 {
          let rank = names.filter { $0.start < tokens[t].start }.suffix(4).lastIndex {
            $0.maker == catalogue.models[m].maker
          }
          guard let rank, rank > recency else { continue }
          recency = rank
        }
        best = (hit.end, catalogue.models[m])
      }
      guard let (end, model) = best, !dateTokens.contains(t) else { continue }
      // A longer name that is none: "King Abdullah".
      if hits.contains(where: { $0.entry == .nothing && $0.end > end }) { continue }
      // A single letter is a name only where an article stands before it or a body behind it.
      if end - tokens[t].start < 2, tokens[t].sort != .number,
        !(tokens[t].isCapital && (isDeterminer(t - 1) || isDescribed(tokenEnd(end, from: t))))
      {
        continue
      }
      // A capital that only begins the sentence says nothing of a word that is also a name.
      if tokens[t].sort == .word, !tokens[t].isCapital || beginsSentence(t) && !isFollowedByName(t, end) {
        continue
      }
      // A longer word or name of the lexicon stands there.
      if (cuesAt[t] ?? []).contains(where: {
        $0.end >= end && $0.cue != .variant && $0.end - $0.start > end - tokens[t].start
      }) {
        continue
      }
      out.append(mention(model, t, end))
    }
    return out
  }

  /// "the 5 starts at", "the 4, here since June": no noun that the digit could count stands behind it.
  private func isFollowedByVerbOrMark(_ t: Int) -> Bool {
    guard t + 1 < tokens.count, sameLine(t, t + 1) else { return true }
    let next = tokens[t + 1]
    if next.sort == .mark {
      if text.bytes[next.start] == 0x2E { return t + 2 >= tokens.count || tokens[t + 2].sort != .number }
      return ![0x25, 0x3A, 0x2F, 0x2D].contains(text.bytes[next.start])
    }
    // "orders for the 11 on Sunday"
    if dateTokens.contains(t + 1), tokens[t + 1].sort == .word { return true }
    return (cuesAt[t + 1] ?? []).contains {
      switch $0.cue {
      case .price, .priceStart, .plan, .past, .launch, .weakMilestone, .range, .presale, .unveil, .electric,
        .next,
        .variant:
        true
      default: false
      }
    }
  }

  /// Codes that no maker stands beside and no catalogue knows ("the EX20", "der T10F"): of the maker whose family they belong to, else of
  /// the maker named last before them.
  func orphans(
    _ hitsAt: [Int: [Hit]], _ names: [NameMention], _ makers: Set<String>, _ unknown: [NameMention]
  ) -> [NameMention] {
    let topics = topicMakers(unknown)
    var out: [NameMention] = []
    var t = 0
    while t < tokens.count {
      defer { t += 1 }
      guard !dateTokens.contains(t),
        !names.contains(where: { $0.start <= tokens[t].start && tokens[t].start < $0.end }),
        !isNoModel(t) || body(before: t) != nil,
        let (end, family) = orphanShape(t)
      else { continue }
      let owners = (catalogue.families[family] ?? []).intersection(makers)
      let before = names.last { $0.start < tokens[t].start }
      let isBacked =
        isDeterminer(t - 1) || isDescribed(t - 1) || isDescribed(end) || isDescribed(end + 1) || isOwned(t)
      let maker: String
      if family == [0x23] {
        // "#5" is of the one maker whose names are so, where the text names it in whatever letters.
        guard let only = catalogue.families[family]?.sorted().first,
          names.contains(where: { $0.maker == only }) || titleContext.makers.contains(only) || stands(only)
        else { continue }
        maker = only
      } else if let before, before.sort == .maker, isOneSentence(before.tokenEnd, t), !before.isKnown {
        maker = before.maker
      } else if topics.count == 1, family.count == 1, before?.sort != .maker || before?.maker == topics[0],
        !names.contains(where: { owners.contains($0.maker) && $0.sort == .model })
      {
        maker = topics[0]
      } else if let before, owners.contains(before.maker) {
        maker = before.maker
      } else if owners.isEmpty, !unknown.isEmpty,
        tokens[t].sort == .mixed && (isBacked || recurs(t))
          || (family == [0x30] || family.last == 0x2D) && isBacked
      {
        // Codes that are nobody's are those of the maker that nobody knows.
        let near = unknown.last { $0.start < tokens[t].start }
        if let before, before.sort == .maker, isOneSentence(before.tokenEnd, t) {
          maker = before.maker
        } else {
          maker = topics.count == 1 ? topics[0] : (near ?? unknown[0]).maker
        }
      } else if let only = owners.sorted().first {
        maker = only
      } else if isBacked, let before {
        // What the title names goes before what was only named last.
        maker = titleContext.makers.count == 1 ? titleContext.makers.first ?? before.maker : before.maker
      } else {
        continue
      }
      if owners.isEmpty, !isBacked, unknown.isEmpty, family != [0x23] { continue }
      let last = tokens[end - 1].end
      let name = written(tokens[t].start, last)
      out.append(
        NameMention(
          sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: last, token: t,
          tokenEnd: end, isKnown: false, isGroup: false))
      t = end - 1
    }
    return out
  }

  /// Whether a maker's name stands in the text, in capitals or not.
  private func stands(_ maker: String) -> Bool {
    let word = FoldedText(maker).bytes
    return tokens.indices.contains { t in
      // In English the name is a common word too.
      tokens[t].sort == .word && text.bytes[tokens[t].start..<tokens[t].end].elementsEqual(word)
        && (language != .english || tokens[t].isCapital
          || t + 1 < tokens.count && text.bytes[tokens[t + 1].start] == 0x23)
    }
  }

  func isOneSentence(_ first: Int, _ last: Int) -> Bool {
    first <= last && sameLine(first, last)
      && !(first..<last).contains { at in
        tokens[at].sort == .mark
          && [".", "。", ";", "；", "?", "!"].contains(folded(at))
      }
  }

  /// Whether the name goes on with a digit or capital, which no ordinary word at the beginning of a sentence does.
  func isFollowedByName(_ t: Int, _ end: Int) -> Bool {
    let next = tokenEnd(end, from: t)
    return next - t > 1 || (next < tokens.count && (tokens[next].isCapital || tokens[next].sort == .number))
  }

  /// What the article has named once with its maker is found again by its bare name.
  func established(_ names: [NameMention]) -> [NameMention] {
    var bases: [[UInt8]: NameMention] = [:]
    for name in names where name.sort == .model {
      bases[Array(text.bytes[name.start..<name.end])] = name
      if let base = name.model { bases[FoldedText(base).bytes] = name }
    }
    var trie = Trie(expected: 256)
    let list = bases.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (i, entry) in list.enumerated() { trie.insert(entry.key, i) }
    let taken = names.map { $0.start..<$0.end }
    var out: [NameMention] = []
    for (t, token) in tokens.enumerated() where token.sort != .mark {
      if taken.contains(where: { $0.contains(token.start) }) { continue }
      var node: UInt32 = 0
      var i = token.start
      var best: (Int, Int)?
      while i < text.bytes.count {
        node = trie.step(node, text.bytes[i])
        if node == 0 { break }
        i += 1
        if trie.hasPayload(node), isBorder(i) { trie.forEachPayload(node) { best = (i, $0) } }
      }
      guard let (end, index) = best else { continue }
      let model = list[index].value
      guard isWrittenAsName(t, end, model) else { continue }
      var copy = model
      copy.start = token.start
      copy.end = end
      copy.token = t
      copy.tokenEnd = tokenEnd(end, from: t)
      out.append(copy)
    }
    return out
  }

  /// Whether a bare name at a token is meant as one: capital as in the name; a number alone never, unless it has three digits and counts nothing.
  func isWrittenAsName(_ t: Int, _ end: Int, _ model: NameMention) -> Bool {
    let token = tokens[t]
    if dateTokens.contains(t) { return false }
    switch token.sort {
    case .number:
      let length = end - token.start
      if t > 0, !token.spaceBefore, tokens[t - 1].sort != .ideograph, text.bytes[tokens[t - 1].start] != 0x28
      {
        return false
      }
      if tokenEnd(end, from: t) > t + 1 { return true }
      if length == 3, text.bytes[token.start] == 0x30 { return !isQuantity(t) }
      return length <= 3 && isArticle(t - 1) && !isQuantity(t) && model.model?.utf8.count == length
    case .word:
      if end - token.start <= 1 {
        // "X" as a model: a capital in a list or behind an article.
        return token.isCapital && t > 0
      }
      return token.isCapital || !isCapitalName(model)
    default: return true
    }
  }

  func isCapitalName(_ model: NameMention) -> Bool {
    guard let first = model.model?.unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }

  func isBorder(_ i: Int) -> Bool {
    guard i < text.bytes.count else { return true }
    let (sort, _) = Letters.sort(text.bytes, i)
    if sort == .digit || sort == .letter {
      let before = text.bytes[i - 1]
      return !(before < 0x80 && (Letters.isDigit(before) || Letters.isASCIILetter(before))) && before < 0x80
        || before >= 0xE0
    }
    return true
  }
}
