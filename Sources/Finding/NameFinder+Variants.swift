import Facts
import Lexicon

/// Variants: "SU7 Ultra", and "the Max" that is said of the model named last.
extension NameFinder {
  func withoutOverlaps(_ names: [NameMention]) -> [NameMention] {
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

  /// Words that are variants only behind a model.
  private static let notAlone: Set<String> = [
    "ev", "plug-in", "hybrid", "phev", "erev", "electric", "e-tech", "mini", "air", "standard", "basic",
    "design", "sport", "active", "comfort", "grand", "signature", "dynamic", "lite", "urban", "cross",
    "entry", "elite", "executive", "luxury", "flagship", "touring", "boost", "turbo", "dm-i", "dm-p",
    "avant", "cargo", "passenger", "chassis", "fastback", "van", "advance", "essential", "pure", "evolution",
    "extreme", "trend", "techno", "iconic", "privilege", "extended", "veloce", "first",
  ]

  func variant(at t: Int, afterModel: Bool) -> (String, Int)? {
    guard t < tokens.count,
      tokens[t].isCapital || tokens[t].sort == .mixed || afterModel && hasCapital(tokens[t])
    else { return nil }
    guard
      let cue = cuesAt[t]?.filter({ $0.cue == .variant && $0.start == tokens[t].start }).max(by: {
        $0.end < $1.end
      })
    else { return nil }
    let word = String(decoding: text.bytes[cue.start..<cue.end], as: UTF8.self)
    if !afterModel, cue.end - cue.start < 2 || NameFinder.notAlone.contains(word),
      !isBesideVersion(t, cue.tokenEnd), !opensListLine(t)
    {
      return nil
    }
    return (written(cue.start, cue.end), cue.tokenEnd)
  }

  /// "the Max at 299,900": a variant without its model, joined to the model named last before it.
  func elliptic(_ names: [NameMention]) -> [NameMention] {
    let inNames = names.map { $0.token..<$0.tokenEnd }
    var out: [NameMention] = []
    var t = 0
    while t < tokens.count {
      defer { t += 1 }
      guard tokens[t].isCapital || tokens[t].sort == .mixed || tokens[t].sort == .number,
        !inNames.contains(where: { $0.contains(t) }),
        let (first, next) = variant(at: t, afterModel: false) ?? unknownVariant(t) ?? numberVariant(t, names)
      else { continue }
      guard t > 0, !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) else { continue }
      guard let model = ownerOfVariant(t, names), let base = model.base ?? model.model
      else { continue }
      var parts = [base, first]
      var at = next
      while at < tokens.count, tokens[at].start - tokens[at - 1].end <= 1,
        let (word, after) = variant(at: at, afterModel: true)
      {
        parts.append(word)
        at = after
      }
      out.append(
        NameMention(
          sort: .variant, maker: model.maker, model: parts.joined(separator: " "), base: base,
          start: tokens[t].start, end: tokens[at - 1].end,
          token: t, tokenEnd: at, isKnown: false, isGroup: false,
          variant: parts.dropFirst().joined(separator: " ")))
      t = at - 1
    }
    return out
  }

  /// The model that a variant without one belongs to: the one named last, but the article's topic where that was only compared
  /// with another in a sentence before.
  private func ownerOfVariant(_ t: Int, _ names: [NameMention]) -> NameMention? {
    guard let last = names.last(where: { $0.sort == .model && $0.start < tokens[t].start }) else {
      return nil
    }
    guard let topic = titleContext.topic, let base = topic.base, last.base != base, last.maker != topic.maker,
      !isOneSentence(last.tokenEnd, t)
    else { return last }
    let isRival = (max(0, last.token - 6)..<last.token).contains { at in
      (cuesAt[at] ?? []).contains { $0.cue == .than || $0.cue == .refRival || $0.cue == .lessThan }
    }
    let isPassing =
      names.count { $0.base == last.base && $0.maker == last.maker } == 1
      && names.count { $0.base == base && $0.maker == topic.maker } > 2
    guard isRival || isPassing else { return last }
    return names.last {
      $0.sort == .model && $0.start < tokens[t].start && $0.maker == topic.maker && $0.base == base
    } ?? last
  }

  /// Whether a word for a version stands on either side: "the Touring version", "la versión Plus".
  func isBesideVersion(_ first: Int, _ end: Int) -> Bool {
    func isVersion(_ t: Int, _ cue: CueMention) -> Bool { cue.cue == .refVersion }
    if end < tokens.count, sameLine(first, end), (cuesAt[end] ?? []).contains(where: { isVersion(end, $0) }) {
      return true
    }
    for back in max(0, first - 2)..<first where sameLine(back, first) {
      if (cuesAt[back] ?? []).contains(where: { isVersion(back, $0) && $0.tokenEnd == first }) { return true }
    }
    return false
  }

  /// "- Active, 30 kWh: 19.490 euro": the first word of a line, bullets not counted.
  private func opensListLine(_ t: Int) -> Bool {
    var at = t
    while at > 0, tokens[at - 1].sort == .mark, sameLine(at - 1, t) { at -= 1 }
    return at == 0 || !sameLine(at - 1, t)
  }

  /// "the Life", "per la Life", and not "of the Senate", "del Senado".
  private func isNominative(_ t: Int) -> Bool {
    guard t >= 0 else { return false }
    let word = String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
    guard ["the", "la", "el", "il", "le", "l", "lo", "'"].contains(word) else { return false }
    guard t > 0 else { return true }
    let before = String(decoding: text.bytes[tokens[t - 1].start..<tokens[t - 1].end], as: UTF8.self)
    return !["of", "de", "by", "from", "in", "at", "di", "dell", "en", "dans", "à", "d"].contains(before)
  }

  /// "the 510 Pro", "la versión 35", "as a 60": digits before a variant's word, beside a word for a version, or that the catalogue
  /// has behind the model named last.
  private func numberVariant(_ t: Int, _ names: [NameMention]) -> (String, Int)? {
    let token = tokens[t]
    guard token.sort == .number, (2...3).contains(token.end - token.start), !isQuantity(t),
      !dateTokens.contains(t),
      !amountStarts.contains(t), t > 0, token.start - tokens[t - 1].end == 1
    else { return nil }
    let digits = String(decoding: text.bytes[token.start..<token.end], as: UTF8.self)
    let isLed = isDeterminer(t - 1)
    if isLed, variant(at: t + 1, afterModel: true) != nil { return (digits, t + 1) }
    if isBesideVersion(t, t + 1), isDeterminer(t - 2) { return (digits, t + 1) }
    guard isLed, let last = names.last(where: { $0.sort == .model && $0.start < token.start }),
      let base = last.base,
      catalogue.model(named: ModelName(manufacturer: last.maker, model: base + " " + digits)) != nil
    else { return nil }
    return (digits, t + 1)
  }

  /// "- Amplia, 61 kWh: CHF 34’600": a bullet before it, a mark behind it, an amount in its line.
  private func isListed(_ t: Int) -> Bool {
    guard t > 0, tokens[t - 1].sort == .mark, opensListLine(t), t + 1 < tokens.count, sameLine(t, t + 1),
      tokens[t + 1].sort == .mark || (cuesAt[t + 1] ?? []).contains(where: { $0.cue == .variant })
    else { return false }
    return (t + 1..<min(tokens.count, t + 14)).contains { sameLine(t, $0) && amountStarts.contains($0) }
  }

  /// A variant that no lexicon knows: a capital word beside a word for a version ("a cheaper LT trim"), or, where nouns are
  /// small, behind an article with an amount near it ("14.990 euro per la Expression").
  private func unknownVariant(_ t: Int) -> (String, Int)? {
    guard tokens[t].sort == .word || tokens[t].sort == .mixed, tokens[t].isCapital, isNameWord(t),
      !dateTokens.contains(t), !beginsSentence(t) || isListed(t), !isMeasured(tokens[t]), language != .chinese
    else { return nil }
    let isNamed = isBesideVersion(t, t + 1) && language != .german
    let isPriced =
      language != .german && isNominative(t - 1) && tokens[t].sort == .word
      && (max(0, t - 6)..<min(tokens.count, t + 4)).contains {
        amountStarts.contains($0) && sameLine(min($0, t), max($0, t))
      }
    guard isNamed || isPriced || isListed(t) else { return nil }
    // "the Mexican Senate": a second capital word is a name of something else.
    if t + 1 < tokens.count, tokens[t + 1].isCapital, tokens[t + 1].start - tokens[t].end == 1, !isNamed {
      return nil
    }
    return (written(tokens[t].start, tokens[t].end), t + 1)
  }
}
