import Facts
import Lexicon

/// Finds makers, models and markets: those of the catalogue, and models that it has never seen by the way they are written.
struct NameFinder {
  let text: FoldedText
  let tokens: [Token]
  let catalogue: Catalogue
  let cuesAt: [Int: [CueMention]]
  let numberStarts: Set<Int>
  let dateTokens: Set<Int>
  /// Makers that the title names.
  let contextMakers: Set<String>
  /// Folded words of the title.
  let contextWords: Set<[UInt8]>

  /// A hit of the catalogue at a token.
  private struct Hit {
    var end: Int
    var entry: NameEntry
  }

  func find() -> (names: [NameMention], markets: [MarketMention]) {
    var names: [NameMention] = []
    var markets: [MarketMention] = []
    var hitsAt: [Int: [Hit]] = [:]
    for (t, token) in tokens.enumerated() where token.sort != .mark {
      // A name does not begin within a number: "1.001".
      if t > 0, !token.spaceBefore, token.sort == .number, tokens[t - 1].sort == .mark, t > 1, tokens[t - 2].sort == .number, text.bytes[tokens[t - 1].start] != 0x2D { continue }
      var hits: [Hit] = []
      catalogue.forEachName(in: text, at: token.start) { end, entry in hits.append(Hit(end: end, entry: entry)) }
      if !hits.isEmpty { hitsAt[t] = hits }
    }
    var t = 0
    while t < tokens.count {
      guard let next = step(t, hitsAt, &names, &markets) else {
        t += 1
        continue
      }
      t = max(next, t + 1)
    }
    for maker in unknownMakers() where !names.contains(where: { $0.start <= maker.start && maker.start < $0.end }) {
      names.append(maker)
      _ = models(after: maker.tokenEnd, maker: maker.maker, hitsAt, &names)
    }
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    let makers = Set(names.map(\.maker)).union(contextMakers)
    names += unowned(hitsAt, names, makers)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names += orphans(hitsAt, names, makers)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names += established(names)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names = withoutOverlaps(names)
    names = withVariants(names)
    names += elliptic(names)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    markets.removeAll { market in names.contains { $0.start <= market.start && market.end <= $0.end } }
    return (names, markets)
  }

  // MARK: Makers and what follows them

  private func step(_ t: Int, _ hitsAt: [Int: [Hit]], _ names: inout [NameMention], _ markets: inout [MarketMention]) -> Int? {
    guard let hits = hitsAt[t] else { return nil }
    var longestMaker: (Int, Int)?
    var market: (Int, String, MarketForm)?
    var longestModel: (Int, CatalogueModel)?
    var nothing = 0
    for hit in hits {
      switch hit.entry {
      case .nothing: nothing = max(nothing, hit.end)
      case .maker(let m): if hit.end > longestMaker?.0 ?? 0 { longestMaker = (hit.end, m) }
      case .market(let code, let place): if hit.end > market?.0 ?? 0 { market = (hit.end, code, place) }
      case .model(let m): if !catalogue.models[m].needsMaker, hit.end > longestModel?.0 ?? 0 { longestModel = (hit.end, catalogue.models[m]) }
      }
    }
    if nothing > 0, nothing >= longestMaker?.0 ?? 0, nothing >= longestModel?.0 ?? 0, nothing >= market?.0 ?? 0 { return tokenEnd(nothing, from: t) }
    if let (end, m) = longestMaker, end >= longestModel?.0 ?? 0, end >= market?.0 ?? 0 {
      let maker = catalogue.makers[m]
      let tokenEnd = self.tokenEnd(end, from: t)
      names.append(
        NameMention(
          sort: .maker, maker: maker.name, model: nil, base: nil, start: tokens[t].start, end: end, token: t, tokenEnd: tokenEnd,
          isKnown: true, isGroup: maker.isGroup))
      return models(after: tokenEnd, maker: maker.name, hitsAt, &names)
    }
    if let (end, model) = longestModel, end >= market?.0 ?? 0 {
      let tokenEnd = self.tokenEnd(end, from: t)
      names.append(mention(model, t, end))
      return tokenEnd
    }
    if let (end, code, place) = market {
      markets.append(MarketMention(code: code, place: place, start: tokens[t].start, end: end, token: t))
      return tokenEnd(end, from: t)
    }
    return nil
  }

  /// Models behind a maker: "Xiaomi SU7", "VinFast VF 6 and VF 7", "Zeekr's 001, X und 7X".
  private func models(after start: Int, maker: String, _ hitsAt: [Int: [Hit]], _ names: inout [NameMention]) -> Int {
    var at = start
    // "Tesla's Model Y", "Renault-5", "MG's"
    if at + 1 < tokens.count, text.bytes[tokens[at].start] == 0x27, !tokens[at].spaceBefore, tokens[at + 1].end - tokens[at + 1].start == 1, !tokens[at + 1].spaceBefore { at += 2 }
    if at < tokens.count, text.bytes[tokens[at].start] == 0x2D, !tokens[at].spaceBefore { at += 1 }
    // Descriptions between maker and model: "Xiaomi electric SUV YU7"; at most three cue words.
    var skipped = 0
    var probe = at
    while skipped < 3, probe < tokens.count, sameLine(at, probe), model(at: probe, maker: maker, hitsAt, adjacent: skipped == 0) == nil,
      let cue = cuesAt[probe]?.filter({ NameFinder.describes($0.cue) }).max(by: { $0.end < $1.end })
    {
      probe = cue.tokenEnd
      skipped += 1
    }
    guard let first = model(at: probe, maker: maker, hitsAt, adjacent: skipped == 0) ?? nil else { return start }
    names.append(first)
    at = first.tokenEnd
    // The list goes on.
    while let next = listJoint(at), let more = model(at: next, maker: maker, hitsAt, adjacent: false) {
      names.append(more)
      at = more.tokenEnd
    }
    return at
  }

  private static func describes(_ cue: Cue) -> Bool {
    switch cue {
    case .electric, .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster, .refModel: true
    default: false
    }
  }

  private func sameLine(_ a: Int, _ b: Int) -> Bool {
    guard a < tokens.count, b < tokens.count, a <= b, tokens[a].start <= tokens[b].start else { return false }
    return !text.bytes[tokens[a].start..<tokens[b].start].contains(0x0A)
  }

  /// The token after a comma, "and", "/", 和, 、 that joins names in a list.
  private func listJoint(_ t: Int) -> Int? {
    guard t < tokens.count, t > 0 else { return nil }
    let word = String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
    let joints = [",", "/", "&", "、", "和", "与", "及", "跟", "and", "und", "et", "e", "y", "ed", "or", "oder", "ou", "o"]
    guard joints.contains(word), t + 1 < tokens.count else { return nil }
    var next = t + 1
    // Oxford comma, and articles: "and the 7X", "et la ë-C3".
    let small = ["and", "und", "et", "e", "y", "the", "der", "die", "das", "den", "dem", "le", "la", "les", "l", "il", "lo", "el", "los", "las", "'"]
    for _ in 0..<2 where next < tokens.count {
      let w = String(decoding: text.bytes[tokens[next].start..<tokens[next].end], as: UTF8.self)
      if small.contains(w) { next += 1 }
    }
    return next < tokens.count && sameLine(t - 1, next) ? next : nil
  }

  /// The model that begins at a token, given its maker: of the catalogue, else by its shape.
  private func model(at t: Int, maker: String, _ hitsAt: [Int: [Hit]], adjacent: Bool) -> NameMention? {
    guard t < tokens.count, sameLine(max(0, t - 1), t) else { return nil }
    var best: (Int, CatalogueModel)?
    for hit in hitsAt[t] ?? [] {
      if case .model(let m) = hit.entry, catalogue.models[m].maker == maker, hit.end > best?.0 ?? 0 {
        let model = catalogue.models[m]
        // A number alone is a model only directly behind its maker and not where a unit follows.
        if !adjacent, model.needsMaker, tokens[t].sort == .number, model.name.utf8.count < 3 { continue }
        if tokens[t].sort == .number, isQuantity(t) { continue }
        best = (hit.end, model)
      }
    }
    if let (end, model) = best {
      let mention = mention(model, t, end)
      // "Dolphin Surf" where only "Dolphin" is known, "Ioniq 2": a longer name by shape wins when it adds a code.
      if let open = open(at: t, maker: maker, adjacent: adjacent), open.end > end, let extra = extension_(mention, open) { return extra }
      return mention
    }
    // Another maker or a market here is no model.
    for hit in hitsAt[t] ?? [] {
      switch hit.entry {
      case .maker, .market, .nothing: return nil
      case .model(let m): if !catalogue.models[m].needsMaker { return nil }
      }
    }
    return open(at: t, maker: maker, adjacent: adjacent)
  }

  private func extension_(_ known: NameMention, _ open: NameMention) -> NameMention? {
    guard open.tokenEnd > known.tokenEnd, let name = known.model, !name.isEmpty else { return nil }
    // Only codes and numbers extend a name ("Dolphin Nano" is found by its capital, "Ioniq 2" by its number).
    return open
  }

  private func isQuantity(_ t: Int) -> Bool {
    guard t + 1 < tokens.count else { return false }
    if text.bytes[tokens[t + 1].start] == 0x25 { return true }
    let s = text.bytes
    if tokens[t].end < s.count, s[tokens[t].end] == 0x2C || s[tokens[t].end] == 0x2E || s[tokens[t].end] == 0x27, tokens[t].end + 1 < s.count, Letters.isDigit(s[tokens[t].end + 1]) { return true }
    if tokens[t + 1].sort == .number, tokens[t + 1].end - tokens[t + 1].start == 3, tokens[t].end - tokens[t].start <= 3, tokens[t + 1].start - tokens[t].end == 1 { return true }
    return (cuesAt[t + 1] ?? []).contains {
      switch $0.cue {
      case .vehicle, .unitKm, .unitMi, .unitOther, .currency, .currencySymbol, .numberMultiplier, .outletStore, .outletDealer, .outletAny, .outletService, .measureSales, .measureDeliveries,
        .measureRegistrations, .measureOrders, .dateUnit, .month:
        true
      default: false
      }
    }
  }

  // MARK: Names never seen

  /// A model by its shape: a code of letters and digits, or capital words, directly behind its maker.
  private func open(at t: Int, maker: String, adjacent: Bool) -> NameMention? {
    guard t < tokens.count else { return nil }
    var at = t
    var hasCode = false
    var words = 0
    // "#5", "e Kyra", "ë-C3": a mark or a small e before the name.
    if text.bytes[tokens[t].start] == 0x23, t + 1 < tokens.count, !tokens[t + 1].spaceBefore, tokens[t + 1].sort == .number, tokens[t + 1].end - tokens[t + 1].start == 1 {
      hasCode = true
      at = t + 2
    } else if tokens[t].end - tokens[t].start <= 2, tokens[t].sort == .word, !tokens[t].isCapital, [0x65, 0xC3].contains(text.bytes[tokens[t].start]), t + 1 < tokens.count,
      tokens[t + 1].isCapital, tokens[t + 1].start - tokens[t].end == 1, text.bytes[tokens[t].end] != 0x0A, isNameWord(t + 1), tokens[t].end - tokens[t].start == 1 || text.bytes[tokens[t].start + 1] == 0xAB
    {
      at = t + 1
    }
    while at < tokens.count, at < t + 3 {
      let token = tokens[at]
      if at > t {
        // Parts are parted by one blank or a hyphen.
        if !token.spaceBefore, tokens[at - 1].sort != .mark, token.sort != .mark { break }
        if text.bytes[tokens[at - 1].end..<token.start].contains(0x0A) { break }
      }
      if token.sort == .mark {
        let mark = text.bytes[token.start]
        guard at > t, mark == 0x2D || mark == 0x2E, !token.spaceBefore, at + 1 < tokens.count, !tokens[at + 1].spaceBefore,
          tokens[at + 1].sort == .number || tokens[at + 1].sort == .mixed || tokens[at + 1].isCapital
        else { break }
        at += 1
        continue
      }
      if isCode(at, after: at > t ? at - 1 : nil) {
        hasCode = true
        at += 1
        continue
      }
      if !hasCode, token.sort == .word, token.isCapital, isNameWord(at) {
        words += 1
        at += 1
        continue
      }
      break
    }
    guard at > t, hasCode || words > 0 else { return nil }
    if !hasCode, !adjacent || !isBacked(t, at) { return nil }
    if hasCode, words == 0, tokens[t].sort == .number, !adjacent || tokens[t].end - tokens[t].start != 3 && !NameFinder.endsList(tokens, at) { return nil }
    let end = tokens[at - 1].end
    let span = text.span(tokens[t].start, end)
    let name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
    return NameMention(
      sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: end, token: t, tokenEnd: at, isKnown: false,
      isGroup: false)
  }

  private static func endsList(_ tokens: [Token], _ at: Int) -> Bool { false }

  /// A token of letters and digits that reads as a name: "B07", "EX20", "7X", or a number behind a capital word.
  private func isCode(_ t: Int, after previous: Int?) -> Bool {
    let token = tokens[t]
    let length = token.end - token.start
    guard !dateTokens.contains(t) else { return false }
    if token.sort == .mixed {
      guard length <= 7, token.isCapital || hasCapital(token) else { return false }
      return !isNoModel(t) || (cuesAt[t] ?? []).contains { $0.cue == .variant }
    }
    if token.sort == .number {
      guard length <= 3, !isQuantity(t) else { return false }
      return previous != nil || length == 3
    }
    return false
  }

  private func hasCapital(_ token: Token) -> Bool {
    var i = token.start
    while i < token.end {
      if text.isUpper(i) { return true }
      i += 1
    }
    return false
  }

  /// A capital word that is no word of the lexicon and no name of something else.
  private func isNameWord(_ t: Int) -> Bool {
    let token = tokens[t]
    guard token.end - token.start >= 2 || token.isCapital else { return false }
    for cue in cuesAt[t] ?? [] where cue.start == token.start && cue.end >= token.end {
      if cue.cue != .variant || cue.cue == .notmodel { return false }
    }
    var isOther = false
    catalogue.forEachName(in: text, at: token.start) { _, entry in
      switch entry {
      case .maker, .market, .nothing: isOther = true
      case .model: break
      }
    }
    return !isOther
  }

  /// Whether something beside a capital word says that it is a car: a body, "electric", "model" within three tokens.
  private func isBacked(_ from: Int, _ to: Int) -> Bool {
    for t in max(0, from - 4)..<min(tokens.count, to + 3) {
      for cue in cuesAt[t] ?? [] where NameFinder.describes(cue.cue) { return true }
    }
    return false
  }

  // MARK: Bare names

  /// Models of the catalogue that need no maker are found already; those that do count where their maker is named in the article
  /// and the word is written as a name.
  private func unowned(_ hitsAt: [Int: [Hit]], _ names: [NameMention], _ makers: Set<String>) -> [NameMention] {
    var out: [NameMention] = []
    for (t, hits) in hitsAt.sorted(by: { $0.key < $1.key }) {
      if tokens[t].sort == .number {
        // "das Modell 03": digits only behind a word for a model or an article, and where they count nothing.
        guard tokens[t].end - tokens[t].start >= 2, text.bytes[tokens[t].start] == 0x30, isDescribed(t - 1) || isDeterminer(t - 1), !isQuantity(t) else { continue }
      } else if tokens[t].sort == .mark {
        continue
      }
      if names.contains(where: { $0.start <= tokens[t].start && tokens[t].start < $0.end }) { continue }
      var best: (Int, CatalogueModel)?
      for hit in hits {
        guard case .model(let m) = hit.entry, makers.contains(catalogue.models[m].maker), hit.end > best?.0 ?? 0 else { continue }
        best = (hit.end, catalogue.models[m])
      }
      guard let (end, model) = best, !dateTokens.contains(t) else { continue }
      // A single letter is a name only where an article stands before it or a body behind it.
      if end - tokens[t].start < 2, !(tokens[t].isCapital && (isDeterminer(t - 1) || isDescribed(tokenEnd(end, from: t)))) { continue }
      // A capital that only begins the sentence says nothing of a word that is also a name.
      if tokens[t].sort == .word, !tokens[t].isCapital || beginsSentence(t) && !isFollowedByName(t, end) { continue }
      // A longer word or name of the lexicon stands there.
      if (cuesAt[t] ?? []).contains(where: { $0.end >= end && $0.cue != .variant && $0.end - $0.start > end - tokens[t].start }) { continue }
      out.append(mention(model, t, end))
    }
    return out
  }

  /// Codes that no maker stands beside and no catalogue knows ("the EX20", "der T10F"): of the maker whose family they belong to, else of
  /// the maker named last before them.
  private func orphans(_ hitsAt: [Int: [Hit]], _ names: [NameMention], _ makers: Set<String>) -> [NameMention] {
    var out: [NameMention] = []
    var t = 0
    while t < tokens.count {
      defer { t += 1 }
      guard !dateTokens.contains(t), !names.contains(where: { $0.start <= tokens[t].start && tokens[t].start < $0.end }), !isNoModel(t),
        let (end, family) = orphanShape(t)
      else { continue }
      let owners = (catalogue.families[family] ?? []).intersection(makers)
      let before = names.last { $0.start < tokens[t].start }
      let isBacked = isDeterminer(t - 1) || isDescribed(t - 1) || isDescribed(end) || isDescribed(end + 1)
      let maker: String
      if let before, owners.contains(before.maker) {
        maker = before.maker
      } else if let only = owners.sorted().first {
        maker = only
      } else if isBacked, let before {
        maker = before.maker
      } else {
        continue
      }
      if owners.isEmpty, !isBacked { continue }
      let last = tokens[end - 1].end
      let span = text.span(tokens[t].start, last)
      let name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
      out.append(
        NameMention(sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: last, token: t, tokenEnd: end, isKnown: false, isGroup: false))
      t = end - 1
    }
    return out
  }

  /// "EX20", "T10F": letters, digits and perhaps letters; or a family word with a number or code behind it ("Ioniq 2"). With the family's letters.
  private func orphanShape(_ t: Int) -> (Int, [UInt8])? {
    let token = tokens[t]
    let bytes = Array(text.bytes[token.start..<token.end])
    if token.sort == .mixed, token.isCapital || Letters.isDigit(bytes[0]), hasCapital(token), bytes.count <= 6, bytes.allSatisfy({ $0 < 0x80 }) {
      if t > 0, !token.spaceBefore, tokens[t - 1].sort == .word || tokens[t - 1].sort == .mixed || tokens[t - 1].sort == .number { return nil }
      let letters = bytes.prefix { Letters.isASCIILetter($0) }
      let digits = bytes.dropFirst(letters.count).prefix { Letters.isDigit($0) }
      let tail = bytes.dropFirst(letters.count + digits.count)
      guard letters.count <= 4, (1...3).contains(digits.count), tail.allSatisfy(Letters.isASCIILetter), tail.count <= 2, letters.count + tail.count >= 1 else { return nil }
      return (t + 1, Array(letters))
    }
    if token.sort == .word, bytes == [0x65], !token.isCapital, t + 1 < tokens.count, tokens[t + 1].isCapital, tokens[t + 1].start - token.end == 1, isDeterminer(t - 1), isNameWord(t + 1) {
      return (t + 2, [0x65])
    }
    if token.sort == .word, token.isCapital, token.end - token.start >= 2, t + 1 < tokens.count, tokens[t + 1].start - token.end == 1 || tokens[t + 1].start == token.end,
      catalogue.families[bytes] != nil
    {
      let next = tokens[t + 1]
      if next.sort == .number || next.sort == .mixed, next.end - next.start <= 3, !isQuantity(t + 1), !dateTokens.contains(t + 1) { return (t + 2, bytes) }
    }
    return nil
  }

  private func isNoModel(_ t: Int) -> Bool {
    (cuesAt[t] ?? []).contains {
      switch $0.cue {
      case .notmodel, .quarter, .half, .unitOther, .numberMultiplier, .variant, .suv, .mpv: $0.end >= tokens[t].end
      default: false
      }
    }
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "le", "la", "les", "l", "du", "au", "un", "une", "il", "lo", "gli", "del", "della", "dal",
    "alla", "al", "uno", "una", "el", "los", "las", "su", "son", "sa", "sein", "seine", "款", "台", "is", "als", "como", "come", "comme", "as", "plus", "sur", "zum", "vom", "beim", "im",
  ]

  /// Whether a definite article stands at the token.
  private func isArticle(_ t: Int) -> Bool {
    guard t >= 0 else { return false }
    var at = t
    if text.bytes[tokens[at].start] == 0x27, at > 0 { at -= 1 }
    return ["the", "der", "die", "das", "den", "dem", "le", "la", "l", "du", "il", "del", "dal", "al", "el"].contains(String(decoding: text.bytes[tokens[at].start..<tokens[at].end], as: UTF8.self))
  }

  func isDeterminerWord(_ t: Int) -> Bool { isDeterminer(t) }
  func startsSentence(_ t: Int) -> Bool { beginsSentence(t) }

  private func isDeterminer(_ t: Int) -> Bool {
    guard t >= 0 else { return false }
    var at = t
    if text.bytes[tokens[at].start] == 0x27, at > 0 { at -= 1 }
    return NameFinder.determiners.contains(String(decoding: text.bytes[tokens[at].start..<tokens[at].end], as: UTF8.self))
  }

  private func isDescribed(_ t: Int) -> Bool {
    guard t >= 0, t < tokens.count else { return false }
    // A describing word that begins or ends at the token.
    for at in max(0, t - 2)...t { for cue in cuesAt[at] ?? [] where cue.token <= t && cue.tokenEnd > t && NameFinder.describes(cue.cue) { return true } }
    return false
  }

  private func beginsSentence(_ t: Int) -> Bool {
    guard t > 0 else { return true }
    if text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) { return true }
    let before = text.bytes[tokens[t - 1].start]
    return tokens[t - 1].sort == .mark && (before == 0x2E || before == 0x3F || before == 0x21 || before == 0x3A)
  }

  /// Whether the name goes on with a digit or capital, which no ordinary word at the beginning of a sentence does.
  private func isFollowedByName(_ t: Int, _ end: Int) -> Bool {
    let next = tokenEnd(end, from: t)
    return next - t > 1 || (next < tokens.count && (tokens[next].isCapital || tokens[next].sort == .number))
  }

  /// What the article has named once with its maker is found again by its bare name.
  private func established(_ names: [NameMention]) -> [NameMention] {
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
  private func isWrittenAsName(_ t: Int, _ end: Int, _ model: NameMention) -> Bool {
    let token = tokens[t]
    if dateTokens.contains(t) { return false }
    switch token.sort {
    case .number:
      let length = end - token.start
      if t > 0, !token.spaceBefore, tokens[t - 1].sort != .ideograph, text.bytes[tokens[t - 1].start] != 0x28 { return false }
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

  private func isCapitalName(_ model: NameMention) -> Bool {
    guard let first = model.model?.unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }

  private func isBorder(_ i: Int) -> Bool {
    guard i < text.bytes.count else { return true }
    let (sort, _) = Letters.sort(text.bytes, i)
    if sort == .digit || sort == .letter {
      let before = text.bytes[i - 1]
      return !(before < 0x80 && (Letters.isDigit(before) || Letters.isASCIILetter(before))) && before < 0x80 || before >= 0xE0
    }
    return true
  }

  // MARK: Variants

  private func withoutOverlaps(_ names: [NameMention]) -> [NameMention] {
    var out: [NameMention] = []
    for name in names {
      if let last = out.last, name.start < last.end {
        if name.start == last.start, name.end > last.end { out[out.count - 1] = name }
        continue
      }
      out.append(name)
    }
    return out
  }

  /// "SU7 Ultra", "Model Y Performance": variant words directly behind a model belong to it.
  private func withVariants(_ names: [NameMention]) -> [NameMention] {
    let starts = Set(names.map(\.token))
    return names.map { name in
      guard name.sort == .model, let base = name.model else { return name }
      var name = name
      var at = name.tokenEnd
      var parts = [base]
      while at < tokens.count, !starts.contains(at), tokens[at].start - tokens[at - 1].end <= 1, let (word, next) = variant(at: at, afterModel: true) {
        // A catalogue name may end with the same word.
        parts.append(word)
        at = next
      }
      guard parts.count > 1 else { return name }
      name.model = parts.joined(separator: " ")
      name.end = tokens[at - 1].end
      name.tokenEnd = at
      return name
    }
  }

  /// Words that are variants only behind a model.
  private static let notAlone: Set<String> = [
    "ev", "plug-in", "hybrid", "phev", "erev", "electric", "e-tech", "mini", "air", "standard", "basic", "design", "sport", "active", "comfort", "grand", "signature", "dynamic",
    "lite", "urban", "cross", "entry", "elite", "executive", "luxury", "flagship", "touring", "boost", "turbo", "dm-i", "dm-p", "avant",
  ]

  private func variant(at t: Int, afterModel: Bool) -> (String, Int)? {
    guard t < tokens.count, tokens[t].isCapital || tokens[t].sort == .mixed else { return nil }
    guard let cue = cuesAt[t]?.filter({ $0.cue == .variant && $0.start == tokens[t].start }).max(by: { $0.end < $1.end }) else { return nil }
    if !afterModel, cue.end - cue.start < 2 || NameFinder.notAlone.contains(String(decoding: text.bytes[cue.start..<cue.end], as: UTF8.self)) { return nil }
    let span = text.span(cue.start, cue.end)
    return (String(decoding: text.original[span.start..<span.end], as: UTF8.self), cue.tokenEnd)
  }

  /// "the Max at 299,900": a variant without its model, joined to the model named last before it.
  private func elliptic(_ names: [NameMention]) -> [NameMention] {
    let inNames = names.map { $0.token..<$0.tokenEnd }
    var out: [NameMention] = []
    var t = 0
    while t < tokens.count {
      defer { t += 1 }
      guard tokens[t].isCapital, !inNames.contains(where: { $0.contains(t) }), let (first, next) = variant(at: t, afterModel: false) else { continue }
      guard t > 0, !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) else { continue }
      guard let model = names.last(where: { $0.sort == .model && $0.start < tokens[t].start }), let base = model.base ?? model.model else { continue }
      var parts = [base, first]
      var at = next
      while at < tokens.count, tokens[at].start - tokens[at - 1].end <= 1, let (word, after) = variant(at: at, afterModel: true) {
        parts.append(word)
        at = after
      }
      out.append(
        NameMention(
          sort: .variant, maker: model.maker, model: parts.joined(separator: " "), base: base, start: tokens[t].start, end: tokens[at - 1].end,
          token: t, tokenEnd: at, isKnown: false, isGroup: false, variant: parts.dropFirst().joined(separator: " ")))
      t = at - 1
    }
    return out
  }

  // MARK: Small steps

  /// A catalogue model; where its name is another model's with variant words behind it, that one is its base.
  private func mention(_ model: CatalogueModel, _ t: Int, _ end: Int) -> NameMention {
    var base = model.name
    var parts = model.name.split(separator: " ").map(String.init)
    while parts.count > 1 {
      parts.removeLast()
      let shorter = parts.joined(separator: " ")
      if catalogue.model(named: ModelName(manufacturer: model.maker, model: shorter)) != nil { base = shorter }
    }
    return NameMention(
      sort: .model, maker: model.maker, model: model.name, base: base, start: tokens[t].start, end: end, token: t,
      tokenEnd: tokenEnd(end, from: t), isKnown: true, isGroup: false)
  }

  private func tokenEnd(_ end: Int, from t: Int) -> Int {
    var at = t
    while at < tokens.count, tokens[at].start < end { at += 1 }
    return at
  }
}
