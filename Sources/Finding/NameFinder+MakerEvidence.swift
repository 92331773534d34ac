import Facts
import Lexicon

/// What speaks for a word as the name of a maker, place by place.
extension NameFinder {
  /// "Halvar AG", "Ceresio Veicoli": a word that firms have in their names.
  func isBeforeSuffix(_ t: Int) -> Bool {
    guard t + 1 < tokens.count, tokens[t + 1].start - tokens[t].end == 1, tokens[t + 1].isCapital else {
      return false
    }
    return NameFinder.suffixes.contains(
      String(decoding: text.bytes[tokens[t + 1].start..<tokens[t + 1].end], as: UTF8.self))
  }

  static let suffixes: Set<String> = [
    "ag", "gmbh", "se", "inc", "ltd", "plc", "sa", "spa", "srl", "nv", "bv", "ab", "oy", "corp", "motors",
    "motor",
    "automotive", "automobile", "automobiles", "automobili", "automóviles", "veicoli", "vehicles", "cars",
    "mobility",
    "electric", "ev", "auto", "automobil", "motori", "véhicules", "mobilité", "mobilità", "mobilität",
    "movilidad",
  ]

  /// Whether an article or a possessive stands before the word; a form of "to be" is none.
  func isDetermined(_ t: Int) -> Bool {
    isDeterminer(t - 1)
      && !["is", "als", "como", "come", "comme", "as", "plus", "sur"].contains(folded(t - 1))
  }

  /// "le chinois Tianyuan", "la navarra Solano": an adjective of a country between article and name.
  func isOrigin(_ t: Int, _ clues: MakerClues) -> Bool {
    guard [.french, .italian, .spanish].contains(language), clues.origins.contains(t), t > 1 else {
      return false
    }
    return isArticle(t - 2) || isDeterminer(t - 2)
  }

  func headings(_ named: Set<String>) -> Set<Int> {
    let heads = tokens.indices.filter { t in
      tokens[t].sort == .word && tokens[t].isCapital && tokens[t].end - tokens[t].start >= 4
        && headsParagraph(t, named)
    }
    return heads.count > 2 ? Set(heads) : []
  }

  /// "Velino, L'Aquila.", "Ovaro aus Bochum", "Yunhai.": the name opens a paragraph and ends its first sentence, but for a place.
  func headsParagraph(_ t: Int, _ named: Set<String>) -> Bool {
    guard t == 0 || !sameLine(t - 1, t), t + 1 < tokens.count,
      isBeforeSuffix(t) || !tokens[t + 1].isCapital || !sameLine(t, t + 1), isNoOtherName(t, named)
    else { return false }
    var words = 0
    for at in t + (isBeforeSuffix(t) ? 2 : 1)..<max(t + 2, min(tokens.count, t + 7)) {
      guard at < tokens.count, sameLine(t, at) else { return true }
      if tokens[at].sort == .mark {
        let mark = text.bytes[tokens[at].start]
        if mark == 0x2E { return at + 1 == tokens.count || tokens[at + 1].isCapital || !sameLine(at, at + 1) }
        guard [0x2C, 0x28, 0x29, 0x27].contains(mark) else { return false }
      } else {
        words += 1
        if words > 3 || (cuesAt[at] ?? []).contains(where: { $0.cue == .past || $0.cue == .plan }) {
          return false
        }
      }
    }
    return false
  }

  /// "Marlow, reborn in Telford": a comma and a word for a beginning.
  func isFounded(_ t: Int) -> Bool {
    guard t + 2 < tokens.count, text.bytes[tokens[t + 1].start] == 0x2C else { return false }
    return (t + 2..<min(tokens.count, t + 6)).contains { NameFinder.founding.contains(folded($0)) }
  }

  /// Words for makers that stand behind what they make: "the electric-van maker".
  static let making: Set<String> = [
    "maker", "manufacturer", "builder", "producer", "carmaker", "startup",
  ]

  static let founding: Set<String> = [
    "founded", "born", "reborn", "based", "gegründet", "gegründete", "fondée", "fondé", "née", "né", "nacida",
    "nacido",
    "fundada", "fundado", "fondata", "fondato", "nata", "nato", "incubated",
  ]

  /// Whether a code with an article before it has no maker that the catalogue knows of: some maker is unknown then.
  func hasOrphanCodes(_ named: Set<String>) -> Bool {
    tokens.indices.contains { t in
      guard tokens[t].sort == .mixed, isArticle(t - 1) || language == .chinese && recurs(t),
        let (_, family) = orphanShape(t), !isNoModel(t)
      else {
        return false
      }
      return (catalogue.families[family] ?? []).isDisjoint(with: named)
    }
  }

  /// Whether the word is none of the lexicon and no name of the catalogue.
  func isNoOtherName(_ t: Int, _ named: Set<String>? = nil) -> Bool {
    // In "Elbion-Werk" the word for a plant is not the name's.
    let isJoint =
      t + 1 < tokens.count && text.bytes[tokens[t + 1].start] == 0x2D && !tokens[t + 1].spaceBefore
    for cue in cuesAt[t] ?? [] where cue.end >= tokens[t].end && cue.start <= tokens[t].start {
      if cue.end == tokens[t].end || !isJoint { return false }
    }
    var isNamed = false
    catalogue.forEachName(in: text, at: tokens[t].start) { end, entry in
      guard end >= tokens[t].end else { return }
      if let named, case .model(let m) = entry, !named.contains(catalogue.models[m].maker),
        catalogue.models[m].needsMaker
      {
        return
      }
      isNamed = true
    }
    return !isNamed && !dateTokens.contains(t)
  }

  /// "Wei Shengnan", "JATO Dynamics": names of two words are people and firms; a code or a model's name behind is neither.
  func isBesideCapital(_ t: Int, _ clues: MakerClues) -> Bool {
    for other in [t - 1, t + 1] where other >= 0 && other < tokens.count {
      let near = other < t ? tokens[t].start - tokens[other].end : tokens[other].start - tokens[t].end
      guard near == 1, tokens[other].isCapital, tokens[other].sort == .word else { continue }
      // In German every noun has a capital.
      if language == .german || other < t && beginsSentence(other) { continue }
      // "Vayuna Ira": a second word that comes again alone is the model.
      if other > t, clues.models.contains(other) || isModelWord(other) { continue }
      return true
    }
    return false
  }

  /// Whether a capital word stands elsewhere with an article before it, or with a body's word beside it.
  func isModelWord(_ t: Int) -> Bool {
    guard isNameWord(t) else { return false }
    let word = text.bytes[tokens[t].start..<tokens[t].end]
    if isDescribed(t + 1) || t + 2 < tokens.count && isDescribed(t + 2) { return true }
    return tokens.indices.contains { other in
      other != t && tokens[other].isCapital
        && text.bytes[tokens[other].start..<tokens[other].end].elementsEqual(word)
        && (isArticle(other - 1) || isDescribed(other - 1))
    }
  }

  /// "in Kamenz", "à Rivoli": a place, where no maker's verb follows.
  func isPlace(_ t: Int) -> Bool {
    guard t > 0, sameLine(t - 1, t) else { return false }
    let word = String(decoding: text.bytes[tokens[t - 1].start..<tokens[t - 1].end], as: UTF8.self)
    return NameFinder.placing.contains(word) && !isBeforeCode(t)
  }

  static let placing: Set<String> = ["in", "aus", "at", "near", "à", "en", "a", "nach", "dans", "ad"]

  /// "Halvar H4": a code of a letter or more with digits directly behind.
  func isBeforeCode(_ t: Int) -> Bool {
    if t + 2 < tokens.count, tokens[t + 1].isCapital, tokens[t + 1].end - tokens[t + 1].start == 1,
      tokens[t + 1].start - tokens[t].end == 1, isArticle(t - 1), text.bytes[tokens[t + 2].start] == 0x2C
    {
      return true
    }
    if isBeforeDigit(t) { return true }
    guard t + 1 < tokens.count, tokens[t + 1].sort == .mixed, tokens[t + 1].start - tokens[t].end <= 1,
      hasCapital(tokens[t + 1]), !isMeasured(tokens[t + 1]), !isNoModel(t + 1)
    else { return false }
    return tokens[t + 1].end - tokens[t + 1].start <= 5
  }

  /// "Solano 2": a single digit behind that counts nothing and stands so again, in the text or its title.
  func isBeforeDigit(_ t: Int) -> Bool {
    guard t + 1 < tokens.count, tokens[t + 1].end - tokens[t + 1].start == 1,
      tokens[t + 1].sort == .number || tokens[t + 1].sort == .word && tokens[t + 1].isCapital,
      tokens[t + 1].start - tokens[t].end == 1, !isQuantity(t + 1), !dateTokens.contains(t + 1)
    else { return false }
    let name = text.bytes[tokens[t].start..<tokens[t + 1].end]
    if titleContext.text.firstRange(of: name) != nil { return true }
    return tokens.indices.contains { other in
      other != t && other + 1 < tokens.count && tokens[other].isCapital
        && text.bytes[tokens[other].start..<tokens[other + 1].end].elementsEqual(name)
    }
  }

  /// Whether a verb of selling, making or planning begins within two words behind.
  func isBeforeVerb(_ t: Int) -> Bool {
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
  func isJoined(_ t: Int) -> Bool {
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
  func isCited(_ t: Int) -> Bool {
    (max(0, t - 3)..<t).contains { back in
      sameLine(back, t) && (cuesAt[back] ?? []).contains { $0.cue == .cite && $0.tokenEnd == t }
    }
  }

  func isBesideMakerWord(_ t: Int, _ clues: MakerClues) -> Bool {
    var commas = 0
    for at in stride(from: t - 1, through: max(0, t - 5), by: -1) {
      if tokens[at].sort == .mark { break }
      for cue in cuesAt[at] ?? [] where cue.cue == .refMaker {
        // "il costruttore finlandese Larix": an adjective may stand between.
        if cue.tokenEnd == t || cue.tokenEnd == t - 1 && clues.origins.contains(t) { return true }
      }
    }
    if language == .german, t > 0, tokens[t - 1].isCapital, sameLine(t - 1, t) {
      let word = folded(t - 1)
      if ["spezialist", "manufaktur", "schmiede", "pionier"].contains(where: { word.hasSuffix($0) }) {
        return true
      }
    }
    for at in t + 1..<min(tokens.count, t + 10) {
      if tokens[at].sort == .mark {
        let b = text.bytes[tokens[at].start]
        let isDash = b == 0xE2 && tokens[at].end - tokens[at].start == 3
        // "The dark horse is Yuanhe. The new brand …"
        if b == 0x2E, at == t + 1, language == .english || language == .german {
          return (at + 1..<min(tokens.count, at + 2)).contains { i in
            sameLine(t, i) && (cuesAt[i] ?? []).contains { $0.cue == .refMaker && $0.tokenEnd - i > 2 }
          }
        }
        guard b == 0x2C || b == 0x28 || b == 0x2D || isDash else { return false }
        commas += 1
        if commas > 1, b == 0x2C { return false }
      } else if commas == 0, at > t + 1 {
        return false
      }
      if commas > 0, (cuesAt[at] ?? []).contains(where: { $0.cue == .past || $0.cue == .plan }) {
        return false
      }
      if commas > 0, NameFinder.making.contains(folded(at)) { return true }
      if commas > 0 { for cue in cuesAt[at] ?? [] where cue.cue == .refMaker { return true } }
    }
    return false
  }

  /// Whether the word stands somewhere in small letters: then it is an ordinary word.
  ///
  /// Addresses ("press@orvane.example") say nothing.
  func occursSmall(_ word: [UInt8]) -> Bool {
    guard smallWords.contains(WordHash.of(word)) else { return false }
    return tokens.indices.contains { t in
      let token = tokens[t]
      guard token.sort == .word, !token.isCapital, token.end - token.start == word.count,
        text.bytes[token.start..<token.end].elementsEqual(word)
      else { return false }
      return !isInAddress(t)
    }
  }

  func isInAddress(_ t: Int) -> Bool {
    func isJoint(_ i: Int) -> Bool {
      text.bytes.indices.contains(i) && [0x40, 0x2F, 0x5F].contains(text.bytes[i])
    }
    let end = tokens[t].end
    if isJoint(tokens[t].start - 1) || isJoint(end) { return true }
    let s = text.bytes
    return end + 1 < s.count && s[end] == 0x2E && Letters.isASCIILetter(s[end + 1])
  }
}
