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

  /// "SU7 Ultra", "Model Y Performance": variant words directly behind a model belong to it.
  func withVariants(_ names: [NameMention]) -> [NameMention] {
    let starts = Set(names.map(\.token))
    return names.map { name in
      guard name.sort == .model, let base = name.model else { return name }
      var name = name
      var at = name.tokenEnd
      var parts = [base]
      while at < tokens.count, !starts.contains(at), tokens[at].start - tokens[at - 1].end <= 1,
        let (word, next) = variant(at: at, afterModel: true)
      {
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
    "ev", "plug-in", "hybrid", "phev", "erev", "electric", "e-tech", "mini", "air", "standard", "basic",
    "design", "sport", "active", "comfort", "grand", "signature", "dynamic", "lite", "urban", "cross",
    "entry", "elite", "executive", "luxury", "flagship", "touring", "boost", "turbo", "dm-i", "dm-p",
    "avant",
  ]

  func variant(at t: Int, afterModel: Bool) -> (String, Int)? {
    guard t < tokens.count, tokens[t].isCapital || tokens[t].sort == .mixed else { return nil }
    guard
      let cue = cuesAt[t]?.filter({ $0.cue == .variant && $0.start == tokens[t].start }).max(by: {
        $0.end < $1.end
      })
    else { return nil }
    let word = String(decoding: text.bytes[cue.start..<cue.end], as: UTF8.self)
    if !afterModel, cue.end - cue.start < 2 || NameFinder.notAlone.contains(word) { return nil }
    let span = text.span(cue.start, cue.end)
    return (String(decoding: text.original[span.start..<span.end], as: UTF8.self), cue.tokenEnd)
  }

  /// "the Max at 299,900": a variant without its model, joined to the model named last before it.
  func elliptic(_ names: [NameMention]) -> [NameMention] {
    let inNames = names.map { $0.token..<$0.tokenEnd }
    var out: [NameMention] = []
    var t = 0
    while t < tokens.count {
      defer { t += 1 }
      guard tokens[t].isCapital, !inNames.contains(where: { $0.contains(t) }),
        let (first, next) = variant(at: t, afterModel: false)
      else { continue }
      guard t > 0, !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) else { continue }
      guard let model = names.last(where: { $0.sort == .model && $0.start < tokens[t].start }),
        let base = model.base ?? model.model
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
}
