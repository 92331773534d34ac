import Facts
import Lexicon

/// Ranges, and what a number counts by the unit, currency or percent sign beside it.
extension NumberFinder {
  /// Two numbers that a dash or "to" joins become one with an upper end; unit and multiplier may stand at the second alone.
  func joined(_ numbers: [NumberMention]) -> [NumberMention] {
    var out: [NumberMention] = []
    for number in numbers {
      guard var last = out.last, last.valueMax == nil, !(last.looksLikeYear && number.looksLikeYear),
        last.sort == number.sort || last.sort == .plain,
        isJoin(last, number)
      else {
        out.append(number)
        continue
      }
      var low = last.value
      // "1.2 to 1.5 million", "3-4万"
      if number.factor > 1, last.factor == 1, low < 1000, low * number.factor <= number.value {
        low = NumberFinder.rounded(low * number.factor)
      }
      guard low < number.value, low * 12 >= number.value, !(last.isWord && number.value > 1000 && low < 20)
      else {
        out.append(number)
        continue
      }
      last.value = low
      last.valueMax = number.value
      last.end = number.end
      last.outerEnd = number.outerEnd
      last.sort = number.sort
      last.hasMultiplier = last.hasMultiplier || number.hasMultiplier
      last.factor = number.factor
      last.looksLikeYear = false
      out[out.count - 1] = last
    }
    return out
  }

  /// Whether a dash or a joining word alone stands between two numbers; "and" joins only what "between" has opened.
  func isJoin(_ a: NumberMention, _ b: NumberMention) -> Bool {
    let from = a.outerEnd
    let to = b.outerStart
    guard to > from, to - from < 16 else { return false }
    let plain = String(decoding: text.bytes[from..<to], as: UTF8.self).filter { $0 != " " }
    if ["-", "–", "—", "~", "～", "至", "到"].contains(plain) { return true }
    guard let first = tokenAt[firstNonBlank(from, to)], let join = cue(.betweenJoin, at: first) else {
      return false
    }
    guard text.bytes[join.end..<to].allSatisfy({ $0 == 0x20 }) else { return false }
    guard ["and", "und", "et", "e", "y", "ed", "和", "与", "與"].contains(plain) else { return true }
    var t = tokenAt[a.outerStart] ?? first
    for _ in 0..<4 where t > 0 {
      t -= 1
      if cue(.betweenOpen, at: t) != nil { return true }
    }
    return false
  }

  func firstNonBlank(_ from: Int, _ to: Int) -> Int {
    var i = from
    while i < to, text.bytes[i] == 0x20 { i += 1 }
    return i
  }

  func withUnit(_ number: NumberMention) -> NumberMention {
    var number = number
    guard number.sort == .plain else { return number }
    let s = text.bytes
    // After it: a currency word, a unit, a percent sign; one blank or hyphen between.
    var after = number.outerEnd
    while after < s.count, s[after] == 0x20 || s[after] == 0x2D { after += 1 }
    if after - number.outerEnd <= 2, after < s.count {
      if s[after] == 0x25 {
        number.sort = .percent
        return number
      }
      if let t = tokenAt[after] {
        for (cue, sort) in [
          (Cue.percent, NumberMention.Sort.percent), (.unitKm, .distance("km")), (.unitMi, .distance("mi")),
        ] {
          guard let match = self.cue(cue, at: t) else { continue }
          // km/h is no distance.
          if case .distance = sort, match.end < s.count, s[match.end] == 0x2F { continue }
          if let other = self.cue(.unitOther, at: t), other.end > match.end { continue }
          number.sort = sort
          number.outerEnd = match.end
          return number
        }
        if let match = money(at: t) {
          number.sort = .amount(match.0)
          number.outerEnd = match.1
          return number
        }
        if let unit = cue(.unitOther, at: t), cue(.vehicle, at: t) == nil, !countsOutlets(number, unit, at: t)
        {
          number.sort = .other
          return number
        }
      }
    }
    // Before it: a currency sign or code.
    var before = number.start
    while before > 0, s[before - 1] == 0x20 { before -= 1 }
    if number.start - before <= 1, let t = tokenEnding(at: before) {
      for start in stride(from: t, through: max(0, t - 2), by: -1) {
        if let match = money(at: start), match.1 == before {
          number.sort = .amount(match.0)
          number.outerStart = tokens[start].start
          return number
        }
      }
    }
    return number
  }

  /// Whether what looks like another unit belongs to a word for shops: "140 points de vente", "41座服務廠", "保養廠19座".
  private func countsOutlets(_ number: NumberMention, _ unit: CueMention, at t: Int) -> Bool {
    let outlets: Set<Cue> = [.outletStore, .outletDealer, .outletService, .outletAny]
    if (cuesAt[t] ?? []).contains(where: { outlets.contains($0.cue) && $0.end > unit.end }) { return true }
    // Only Chinese writes the word, the number and its measure word without blanks.
    if let next = tokenAt[unit.end], (cuesAt[next] ?? []).contains(where: { outlets.contains($0.cue) }) {
      return true
    }
    guard let before = tokenEnding(at: number.outerStart) else { return false }
    return (max(0, before - 6)...before).contains { start in
      (cuesAt[start] ?? []).contains { outlets.contains($0.cue) && $0.end == number.outerStart }
    }
  }

  func money(at t: Int) -> (String, Int)? {
    guard let here = cuesAt[t] else { return nil }
    var best: (String, Int)?
    for match in here {
      let code: String? =
        switch match.cue {
        case .currency, .currencySymbol: match.value
        case .currencyDollar: "$"
        case .currencyYen: "¥"
        default: nil
        }
      if let code, best.map({ match.end > $0.1 }) ?? true { best = (code, match.end) }
    }
    return best
  }

  func tokenEnding(at end: Int) -> Int? {
    guard end > 0 else { return nil }
    var i = end - 1
    for _ in 0..<8 {
      if let t = tokenAt[i], tokens[t].end == end { return t }
      guard i > 0 else { return nil }
      i -= 1
    }
    return nil
  }
}
