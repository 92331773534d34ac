import Facts
import Lexicon

/// Finds makers, models and markets: those of the catalogue, and models that it has never seen by the way they are written.
struct NameFinder {
  let text: FoldedText
  let tokens: [Token]
  let language: LanguageCode
  let catalogue: Catalogue
  let cuesAt: [Int: [CueMention]]
  let dateTokens: Set<Int>
  /// The first tokens of amounts of money.
  let amountStarts: Set<Int>
  /// What the title tells.
  let titleContext: TitleContext
  /// The hashes of the words that the text writes small.
  let smallWords: Set<UInt64>
  /// Whether words that nobody knows may be models: in an article they may, in a title or a question too little stands around them.
  let looksForWords: Bool
  /// Whether every joint is kept, whatever the trees say: they learn from them.
  let keepsJoints: Bool

  /// The hashes of the words that a text writes small somewhere.
  static func smallWords(_ text: FoldedText, _ tokens: [Token]) -> Set<UInt64> {
    var out: Set<UInt64> = []
    for token in tokens where token.sort == .word && !token.isCapital {
      out.insert(WordHash.of(text.bytes[token.start..<token.end]))
    }
    return out
  }

  /// A hit of the catalogue at a token.
  struct Hit {
    var end: Int
    var entry: NameEntry
  }

  /// What was found, and what the trees were asked.
  struct Found {
    var names: [NameMention] = []
    var markets: [MarketMention] = []
    var words: [WordName] = []
    var makerWords: [MakerWord] = []
    var joints: [NameJoint] = []
  }

  func find() -> Found {
    var names: [NameMention] = []
    var markets: [MarketMention] = []
    var hitsAt: [Int: [Hit]] = [:]
    for (t, token) in tokens.enumerated() where token.sort != .mark {
      // A name does not begin within a number: "1.001".
      if t > 0, !token.spaceBefore, token.sort == .number, tokens[t - 1].sort == .mark, t > 1,
        tokens[t - 2].sort == .number, text.bytes[tokens[t - 1].start] != 0x2D
      {
        continue
      }
      var hits: [Hit] = []
      catalogue.forEachName(in: text, at: token.start) { end, entry in
        hits.append(Hit(end: end, entry: entry))
      }
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
    let makerClues = makerClues(names, markets)
    var unknown = unknownMakers(makerClues)
    var makerWords: [MakerWord] = []
    if looksForWords {
      makerWords = self.makerWords(names, unknown, makerClues)
      unknown = makers(among: makerWords, unknown)
    }
    unknown = unknown.filter { maker in
      !names.contains { $0.start <= maker.start && maker.start < $0.end }
    }
    for maker in unknown {
      names.append(maker)
      _ = models(after: maker.tokenEnd, maker: maker.maker, hitsAt, &names)
    }
    names = withOwners(names, unknown, hitsAt)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    let makers = Set(names.map(\.maker)).union(titleContext.makers)
    names += unowned(hitsAt, names, makers)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names += unknownModels(unknown, names)
    names = withSameNames(names, unknown)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var words: [WordName] = []
    if looksForWords {
      words = wordNames(names, unknown)
      names += models(among: words)
      names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    }
    names += orphans(hitsAt, names, makers, unknown)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names += established(names)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    names = withoutOverlaps(names)
    let (ended, joints) = withEnds(names)
    names = ended
    names += elliptic(names)
    names.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    markets.removeAll { market in names.contains { $0.start <= market.start && market.end <= $0.end } }
    return Found(names: names, markets: markets, words: words, makerWords: makerWords, joints: joints)
  }

  // MARK: Makers and what follows them

  func step(_ t: Int, _ hitsAt: [Int: [Hit]], _ names: inout [NameMention], _ markets: inout [MarketMention])
    -> Int?
  {
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
      case .model(let m):
        // "MG 5 030" counts 5,030.
        let last = tokenEnd(hit.end, from: t) - 1
        if last > t, tokens[last].sort == .number, tokens[last].spaceBefore, isQuantity(last),
          last + 1 < tokens.count,
          tokens[last + 1].sort == .number
        {
          continue
        }
        if !catalogue.models[m].needsMaker, hit.end > longestModel?.0 ?? 0 {
          longestModel = (hit.end, catalogue.models[m])
        }
      }
    }
    if nothing > 0, nothing >= longestMaker?.0 ?? 0, nothing >= longestModel?.0 ?? 0,
      nothing >= market?.0 ?? 0
    {
      return tokenEnd(nothing, from: t)
    }
    if let (end, m) = longestMaker, end >= longestModel?.0 ?? 0, end >= market?.0 ?? 0 {
      let maker = catalogue.makers[m]
      let tokenEnd = self.tokenEnd(end, from: t)
      names.append(
        NameMention(
          sort: .maker, maker: maker.name, model: nil, base: nil, start: tokens[t].start, end: end, token: t,
          tokenEnd: tokenEnd,
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
  func models(after start: Int, maker: String, _ hitsAt: [Int: [Hit]], _ names: inout [NameMention]) -> Int {
    var at = start
    // "Tesla's Model Y", "Renault-5", "MG's"
    if at + 1 < tokens.count, text.bytes[tokens[at].start] == 0x27, !tokens[at].spaceBefore,
      tokens[at + 1].end - tokens[at + 1].start == 1, !tokens[at + 1].spaceBefore
    {
      at += 2
    }
    if at < tokens.count, text.bytes[tokens[at].start] == 0x2D, !tokens[at].spaceBefore { at += 1 }
    // Descriptions between maker and model: "Xiaomi electric SUV YU7"; at most three cue words.
    var skipped = 0
    var probe = at
    while skipped < 3, probe < tokens.count, sameLine(at, probe),
      model(at: probe, maker: maker, hitsAt, adjacent: skipped == 0) == nil,
      let cue = cuesAt[probe]?.filter({ NameFinder.describes($0.cue) }).max(by: { $0.end < $1.end })
    {
      probe = cue.tokenEnd
      skipped += 1
    }
    guard let first = model(at: probe, maker: maker, hitsAt, adjacent: skipped == 0) else {
      return start
    }
    names.append(first)
    at = first.tokenEnd
    // The list goes on.
    while let next = listJoint(at), let more = model(at: next, maker: maker, hitsAt, adjacent: false) {
      names.append(more)
      at = more.tokenEnd
    }
    return at
  }

  /// The token after a comma, "and", "/", 和, 、 that joins names in a list.
  func listJoint(_ t: Int) -> Int? {
    guard t < tokens.count, t > 0 else { return nil }
    let word = String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
    let joints = [
      ",", "/", "&", "、", "和", "与", "及", "跟", "and", "und", "et", "e", "y", "ed", "or", "oder", "ou", "o",
    ]
    guard joints.contains(word), t + 1 < tokens.count else { return nil }
    var next = t + 1
    // Oxford comma, and articles: "and the 7X", "et la ë-C3".
    let small = [
      "and", "und", "et", "e", "y", "the", "der", "die", "das", "den", "dem", "le", "la", "les", "l", "il",
      "lo", "el", "los", "las", "'",
    ]
    for _ in 0..<2 where next < tokens.count {
      let w = String(decoding: text.bytes[tokens[next].start..<tokens[next].end], as: UTF8.self)
      if small.contains(w) { next += 1 }
    }
    return next < tokens.count && sameLine(t - 1, next) ? next : nil
  }

  /// The model that begins at a token, given its maker: of the catalogue, else by its shape.
  func model(at t: Int, maker: String, _ hitsAt: [Int: [Hit]], adjacent: Bool) -> NameMention? {
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
      if let open = open(at: t, maker: maker, adjacent: adjacent), open.end > end,
        let extra = longer(mention, open)
      {
        return extra
      }
      return mention
    }
    // Another maker or a market here is no model.
    for hit in hitsAt[t] ?? [] {
      switch hit.entry {
      case .maker, .market, .nothing: return nil
      case .model(let m):
        // "Skyworth ET5": a code directly behind a maker is that maker's, whoever else has one.
        let isOwn =
          adjacent && tokens[t].sort == .mixed && hit.end == tokens[t].end
          && catalogue.maker(named: maker)?.isGroup != true
          && !text.bytes[tokens[t].start..<hit.end].starts(with: FoldedText(catalogue.models[m].maker).bytes)
        if !catalogue.models[m].needsMaker, !isOwn { return nil }
      }
    }
    return open(at: t, maker: maker, adjacent: adjacent)
  }

  func longer(_ known: NameMention, _ open: NameMention) -> NameMention? {
    guard open.tokenEnd > known.tokenEnd, let name = known.model, !name.isEmpty else { return nil }
    // Only codes and numbers extend a name ("Dolphin Nano" is found by its capital, "Ioniq 2" by its number).
    return open
  }

  // MARK: Small steps

  /// A catalogue model; where its name is another model's with variant words behind it, that one is its base.
  func mention(_ model: CatalogueModel, _ t: Int, _ end: Int) -> NameMention {
    var base = model.name
    var parts = model.name.split(separator: " ").map(String.init)
    while parts.count > 1 {
      let last = FoldedText(parts.removeLast()).bytes
      // "Dolphin Surf" is no variant of the Dolphin; "SU7 Max" is one of the SU7.
      let isTrim = (t..<max(t + 1, tokenEnd(end, from: t))).contains { at in
        (cuesAt[at] ?? []).contains {
          $0.cue == .variant && text.bytes[$0.start..<$0.end].firstRange(of: last) != nil
        }
      }
      if !isTrim { break }
      let shorter = parts.joined(separator: " ")
      if catalogue.model(named: ModelName(manufacturer: model.maker, model: shorter)) != nil {
        base = shorter
      }
    }
    return NameMention(
      sort: .model, maker: model.maker, model: model.name, base: base, start: tokens[t].start, end: end,
      token: t,
      tokenEnd: tokenEnd(end, from: t), isKnown: true, isGroup: false)
  }
}
