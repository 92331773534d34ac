import Facts
import Lexicon

/// Makers that no catalogue knows, by how the article speaks of them.
///
/// A capital word that is no other name and is never written small gathers points at each place: a word for a maker beside it
/// ("Lanwei, a Hefei-based start-up"), a code behind it ("Halvar H4"), a verb of making or selling behind it, a plant joined to it.
extension NameFinder {
  /// A word with this many points is a maker.
  private static let enough = 4.0

  func unknownMakers() -> [NameMention] {
    var places: [[UInt8]: [Int]] = [:]
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 4 && token.end - token.start <= 16 {
      places[stem(t), default: []].append(t)
    }
    let hasOrphans = hasOrphanCodes()
    var out: [NameMention] = []
    for (word, list) in places.sorted(by: { $0.value[0] < $1.value[0] })
    where points(word, list, hasOrphans: hasOrphans) >= NameFinder.enough {
      let first = list.first { tokens[$0].end - tokens[$0].start == word.count } ?? list[0]
      let span = text.span(tokens[first].start, tokens[first].start + word.count)
      var name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
      // "ORVANE" in capitals throughout is a way of printing.
      if name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }), name.utf8.count > 4 {
        name = name.prefix(1) + name.dropFirst().lowercased()
      }
      for t in list {
        out.append(
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[t].start,
            end: tokens[t].start + word.count, token: t, tokenEnd: t + 1, isKnown: false, isGroup: false))
      }
    }
    return out + (language == .chinese ? bilingual() : [])
  }

  /// Models of unknown makers that are words: a capital word with articles before it and a body's word beside it ("the Ira, a hatchback").
  func unknownModels(_ makers: [NameMention], _ names: [NameMention]) -> [NameMention] {
    guard !makers.isEmpty else { return [] }
    var places: [[UInt8]: [Int]] = [:]
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 3 && isNoOtherName(t)
      && !names.contains(where: { $0.start <= token.start && token.start < $0.end })
    {
      places[Array(text.bytes[token.start..<token.end]), default: []].append(t)
    }
    var out: [NameMention] = []
    for (word, list) in places.sorted(by: { $0.value[0] < $1.value[0] }) {
      let articles = list.count { isArticle($0 - 1) }
      let described = list.count { isDescribed($0 - 1) || isDescribed($0 + 1) || isDescribed($0 + 2) }
      let behind = list.count { t in makers.contains { $0.tokenEnd == t } }
      let isModel =
        language == .german
        ? articles > 0 && described > 0 || behind > 0 && described > 0
        : articles > 1 || articles > 0 && described > 0 || behind > 0 && (articles > 0 || described > 0)
      guard isModel, !occursSmall(word) else { continue }
      for t in list {
        let maker = makers.last { $0.start < tokens[t].start } ?? makers[0]
        let span = text.span(tokens[t].start, tokens[t].end)
        let name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
        out.append(
          NameMention(
            sort: .model, maker: maker.maker, model: name, base: name, start: tokens[t].start, end: tokens[t].end,
            token: t, tokenEnd: t + 1, isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// The word without the s of the genitive, where it stands without it too.
  private func stem(_ t: Int) -> [UInt8] {
    let bytes = Array(text.bytes[tokens[t].start..<tokens[t].end])
    guard language == .german, bytes.count > 5, bytes.last == 0x73 else { return bytes }
    let bare = Array(bytes.dropLast())
    let stands = tokens.contains {
      $0.sort == .word && $0.isCapital && text.bytes[$0.start..<$0.end].elementsEqual(bare)
    }
    return stands ? bare : bytes
  }

  /// How much speaks for a word as the name of a maker; negative where something forbids it.
  private func points(_ word: [UInt8], _ list: [Int], hasOrphans: Bool) -> Double {
    let title = titleContext.points[word] ?? 0
    guard !occursSmall(word) else { return -1 }
    var sum = title + (hasOrphans ? 1 : 0)
    var barred = 0
    var placed = 0
    var sorts: [Double] = [0, 0, 0, 0, 0]
    for t in list {
      guard isNoOtherName(t) else { return -1 }
      if isBeforeSuffix(t) {
        sorts[4] = 3
        continue
      }
      if isBesideCapital(t) || isDeterminer(t - 1) && language != .italian && language != .spanish {
        barred += 1
        continue
      }
      if isPlace(t) { placed += 1 }
      if isBesideMakerWord(t) { sorts[0] = 3 }
      if isBeforeCode(t) { sorts[1] = 2.5 }
      if isBeforeVerb(t) { sorts[2] = min(2, sorts[2] + 1) }
      if isJoined(t) { sorts[3] = 2 }
      if isCited(t) { sum -= 2 }
    }
    if barred * 2 > list.count || placed * 2 > list.count { return -1 }
    // Named only once, it needs a word for a maker beside it.
    guard list.count > 1 || title > 0 || sorts[0] > 0 else { return -1 }
    return sum + sorts.reduce(0, +) + min(1.5, 0.5 * Double(list.count - 1))
  }

  /// "Halvar AG", "Ceresio Veicoli": a word that firms have in their names.
  private func isBeforeSuffix(_ t: Int) -> Bool {
    guard t + 1 < tokens.count, tokens[t + 1].start - tokens[t].end == 1, tokens[t + 1].isCapital else { return false }
    return NameFinder.suffixes.contains(
      String(decoding: text.bytes[tokens[t + 1].start..<tokens[t + 1].end], as: UTF8.self))
  }

  private static let suffixes: Set<String> = [
    "ag", "gmbh", "se", "inc", "ltd", "plc", "sa", "spa", "srl", "nv", "bv", "ab", "oy", "corp", "motors", "motor",
    "automotive", "automobile", "automobiles", "automobili", "automóviles", "veicoli", "vehicles", "cars", "mobility",
    "electric", "ev",
  ]

  /// Whether a code with an article before it has no maker that the catalogue knows of: some maker is unknown then.
  private func hasOrphanCodes() -> Bool {
    tokens.indices.contains { t in
      guard isArticle(t - 1), tokens[t].sort == .mixed, let (_, family) = orphanShape(t), !isNoModel(t) else {
        return false
      }
      return catalogue.families[family] == nil
    }
  }

  /// Whether the word is none of the lexicon and no name of the catalogue.
  private func isNoOtherName(_ t: Int) -> Bool {
    for cue in cuesAt[t] ?? [] where cue.end >= tokens[t].end && cue.start <= tokens[t].start { return false }
    var isNamed = false
    catalogue.forEachName(in: text, at: tokens[t].start) { end, _ in
      if end >= tokens[t].end { isNamed = true }
    }
    return !isNamed && !dateTokens.contains(t)
  }

  /// "Wei Shengnan", "JATO Dynamics": names of two words are people and firms; a code or a model's name behind is neither.
  private func isBesideCapital(_ t: Int) -> Bool {
    for other in [t - 1, t + 1] where other >= 0 && other < tokens.count {
      let near = other < t ? tokens[t].start - tokens[other].end : tokens[other].start - tokens[t].end
      guard near == 1, tokens[other].isCapital, tokens[other].sort == .word else { continue }
      // In German every noun has a capital.
      if language == .german || other < t && beginsSentence(other) { continue }
      // "Vayuna Ira": a second word that comes again alone is the model.
      if other > t, isModelWord(other) { continue }
      return true
    }
    return false
  }

  /// Whether a capital word stands elsewhere with an article before it, or with a body's word beside it.
  private func isModelWord(_ t: Int) -> Bool {
    guard isNameWord(t) else { return false }
    let word = text.bytes[tokens[t].start..<tokens[t].end]
    if isDescribed(t + 1) || t + 2 < tokens.count && isDescribed(t + 2) { return true }
    return tokens.indices.contains { other in
      other != t && tokens[other].isCapital && text.bytes[tokens[other].start..<tokens[other].end].elementsEqual(word)
        && (isArticle(other - 1) || isDescribed(other - 1))
    }
  }

  /// "in Kamenz", "à Rivoli": a place, where no maker's verb follows.
  private func isPlace(_ t: Int) -> Bool {
    guard t > 0, sameLine(t - 1, t) else { return false }
    let word = String(decoding: text.bytes[tokens[t - 1].start..<tokens[t - 1].end], as: UTF8.self)
    return NameFinder.placing.contains(word) && !isBeforeCode(t)
  }

  private static let placing: Set<String> = ["in", "aus", "at", "near", "à", "en", "a", "nach", "dans", "ad"]

  /// "Halvar H4": a code of a letter or more with digits directly behind.
  private func isBeforeCode(_ t: Int) -> Bool {
    guard t + 1 < tokens.count, tokens[t + 1].sort == .mixed, tokens[t + 1].start - tokens[t].end <= 1,
      hasCapital(tokens[t + 1]), !isMeasured(tokens[t + 1]), !isNoModel(t + 1)
    else { return false }
    return tokens[t + 1].end - tokens[t + 1].start <= 5
  }

  /// Whether a verb of selling, making or planning begins within two words behind.
  private func isBeforeVerb(_ t: Int) -> Bool {
    for at in t + 1..<min(tokens.count, t + 4) {
      guard tokens[at].sort == .word, sameLine(t, at) else { return false }
      for cue in cuesAt[at] ?? [] {
        switch cue.cue {
        case .measureSales, .measureDeliveries, .measureProduction, .measureOrders, .measureRegistrations,
          .measureExports, .target, .unveil, .launch, .presale, .production, .delivery, .entry, .plan, .past,
          .postpone, .cancel:
          return true
        default: continue
        }
      }
    }
    return false
  }

  /// "Elbion-Werk", "Tarka's plant": a plant, a dealer or a model's word joined to it.
  private func isJoined(_ t: Int) -> Bool {
    guard t + 2 < tokens.count, !tokens[t + 1].spaceBefore, tokens[t + 1].sort == .mark else { return false }
    let mark = text.bytes[tokens[t + 1].start]
    let next = mark == 0x27 && t + 3 < tokens.count ? t + 3 : t + 2
    guard mark == 0x2D || mark == 0x27 else { return false }
    return (cuesAt[next] ?? []).contains {
      switch $0.cue {
      case .plant, .outletStore, .outletDealer, .refModel, .refMaker, .vehicle, .measureSales, .capacity: true
      default: NameFinder.describes($0.cue)
      }
    }
  }

  /// Who is cited is no maker.
  private func isCited(_ t: Int) -> Bool {
    (max(0, t - 3)..<t).contains { back in
      sameLine(back, t) && (cuesAt[back] ?? []).contains { $0.cue == .cite && $0.tokenEnd == t }
    }
  }

  private func isBesideMakerWord(_ t: Int) -> Bool {
    var commas = 0
    for at in stride(from: t - 1, through: max(0, t - 5), by: -1) {
      if tokens[at].sort == .mark { break }
      for cue in cuesAt[at] ?? [] where cue.cue == .refMaker && cue.tokenEnd == t { return true }
    }
    for at in t + 1..<min(tokens.count, t + 10) {
      if tokens[at].sort == .mark {
        let b = text.bytes[tokens[at].start]
        let isDash = b == 0xE2 && tokens[at].end - tokens[at].start == 3
        guard b == 0x2C || b == 0x28 || b == 0x2D || isDash else { return false }
        commas += 1
        if commas > 1, b == 0x2C { return false }
      } else if commas == 0, at > t + 1 {
        return false
      }
      if commas > 0 { for cue in cuesAt[at] ?? [] where cue.cue == .refMaker { return true } }
    }
    return false
  }

  /// 圣沃（Sanvora）, 曜岭，英文名Yorlin: a maker in Chinese with its Latin name once; found wherever the Chinese one stands.
  private func bilingual() -> [NameMention] {
    var out: [NameMention] = []
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 3 && isNoOtherName(t) {
      guard let last = bracket(before: t) else { continue }
      for length in [4, 3, 2] where last - length + 1 >= 0 {
        let first = last - length + 1
        guard (first...last).allSatisfy({ tokens[$0].sort == .ideograph && (cuesAt[$0] ?? []).isEmpty }) else {
          continue
        }
        let word = Array(text.bytes[tokens[first].start..<tokens[last].end])
        let places = tokens.indices.filter { at in
          at + length <= tokens.count && tokens[at].sort == .ideograph
            && text.bytes[tokens[at].start..<tokens[at + length - 1].end].elementsEqual(word)
        }
        let inTitle = titleContext.text.firstRange(of: word) != nil
        guard Double(places.count) + (inTitle ? 2 : 0) >= 3 else { continue }
        let name = String(decoding: text.original[originalRange(token)], as: UTF8.self)
        func mention(_ first: Int, _ end: Int) -> NameMention {
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[first].start, end: tokens[end - 1].end,
            token: first, tokenEnd: end, isKnown: false, isGroup: false)
        }
        out += places.map { mention($0, $0 + length) } + [mention(t, t + 1)]
        break
      }
    }
    return out
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

  /// Whether the word stands somewhere in small letters: then it is an ordinary word. Addresses ("press@orvane.example") say nothing.
  private func occursSmall(_ word: [UInt8]) -> Bool {
    tokens.indices.contains { t in
      let token = tokens[t]
      guard token.sort == .word, !token.isCapital, token.end - token.start == word.count,
        text.bytes[token.start..<token.end].elementsEqual(word)
      else { return false }
      return !isInAddress(t)
    }
  }

  private func isInAddress(_ t: Int) -> Bool {
    func isJoint(_ i: Int) -> Bool {
      text.bytes.indices.contains(i) && [0x40, 0x2F, 0x5F].contains(text.bytes[i])
    }
    let end = tokens[t].end
    if isJoint(tokens[t].start - 1) || isJoint(end) { return true }
    let s = text.bytes
    return end + 1 < s.count && s[end] == 0x2E && Letters.isASCIILetter(s[end + 1])
  }
}
