import Facts
import Lexicon

/// A number as the text writes it, with what stands beside it.
public struct NumberMention: Sendable {
  /// What the number counts by the unit that it is written with.
  public enum Sort: Sendable, Equatable {
    /// Nothing that the number itself shows.
    case plain
    /// Money, by ISO 4217 code; `$`, `¥` and `kr` are still to be decided by context.
    case amount(String)
    /// A distance in `km` or `mi`.
    case distance(String)
    /// A percentage.
    case percent
    /// Another unit: kWh, years, seats.
    case other
  }
  /// The folded bytes of the number with its multiplier.
  public var start: Int
  /// The byte past them.
  public var end: Int
  /// The folded bytes with unit or currency too.
  public var outerStart: Int
  /// The byte past them.
  public var outerEnd: Int
  /// The number.
  public var value: Double
  /// The upper end of a range ("100,000 to 120,000").
  public var valueMax: Double?
  /// What it counts.
  public var sort: Sort
  /// Whether it is written in words.
  public var isWord: Bool
  /// Whether a multiplier ("million", 万) belongs to it.
  public var hasMultiplier: Bool
  /// Whether it may be a year.
  public var looksLikeYear: Bool
  /// Whether marks between thousands or decimals stand in it.
  public var isFormatted: Bool
  /// What its multiplier is, 1 where it has none.
  public var factor: Double = 1
}

/// Finds numbers: digits with the marks of the language, multipliers, number words, ranges, money and distances.
///
/// Method: the marks between thousands must part groups of exactly three digits; all else is a decimal mark or a new number.
struct NumberFinder {
  let text: FoldedText
  let tokens: [Token]
  let words: WordTable
  /// The cue matches by the token that they begin with.
  let cuesAt: [Int: [CueMention]]
  let tokenAt: [Int: Int]

  /// The marks of this text: those of the language, or the other way round where the text writes so ("18,378 autos y 1.6 millones").
  private let decimalMark: UInt8
  private let thousandsMarks: [UInt8]

  init(text: FoldedText, tokens: [Token], words: WordTable, cuesAt: [Int: [CueMention]], tokenAt: [Int: Int]) {
    self.text = text
    self.tokens = tokens
    self.words = words
    self.cuesAt = cuesAt
    self.tokenAt = tokenAt
    let other: UInt8 = words.decimalMark == 0x2C ? 0x2E : 0x2C
    let (swapped, usual) = NumberFinder.votes(text.bytes, decimal: words.decimalMark, other: other)
    let swaps = swapped > usual
    decimalMark = swaps ? other : words.decimalMark
    thousandsMarks = swaps ? [words.decimalMark] + words.thousandsMarks.filter { $0 != other } : words.thousandsMarks
  }

  /// How many numbers speak for the language's marks and how many against them: three digits behind a mark part thousands, one or two are decimals.
  private static func votes(_ s: [UInt8], decimal: UInt8, other: UInt8) -> (swapped: Int, usual: Int) {
    var swapped = 0
    var usual = 0
    var i = 1
    while i + 1 < s.count {
      defer { i += 1 }
      guard s[i] == decimal || s[i] == other, Letters.isDigit(s[i - 1]), Letters.isDigit(s[i + 1]) else { continue }
      var j = i + 1
      while j < s.count, Letters.isDigit(s[j]) { j += 1 }
      var k = i
      while k > 0, Letters.isDigit(s[k - 1]) { k -= 1 }
      let after = j - i - 1
      let before = i - k
      if after == 3, before <= 3, s[k] != 0x30 {
        if s[i] == decimal { swapped += 1 } else { usual += 1 }
      } else if after <= 2, !(j < s.count && s[j] == s[i]), !(k > 0 && s[k - 1] == s[i]) {
        if s[i] == decimal { usual += 1 }
      }
    }
    return (swapped, usual)
  }

  func find() -> [NumberMention] { joined(single().map(withUnit)) }

  private func cue(_ cue: Cue, at token: Int) -> CueMention? {
    cuesAt[token]?.filter { $0.cue == cue }.max { $0.end < $1.end }
  }

  private func single() -> [NumberMention] {
    var out: [NumberMention] = []
    var t = 0
    while t < tokens.count {
      if let (number, next) = digits(at: t) ?? word(at: t) {
        out.append(number)
        t = max(t + 1, next)
      } else {
        t += 1
      }
    }
    return out
  }

  // MARK: Digits

  private func digits(at t: Int) -> (NumberMention, Int)? {
    let s = text.bytes
    let token = tokens[t]
    guard token.sort == .number || token.sort == .mixed, Letters.isDigit(s[token.start]) else { return nil }
    // "SU7", "F-150", "e-208", "ID.3": digits that belong to a name.
    if t > 0, !token.spaceBefore {
      let before = tokens[t - 1]
      let mark = s[before.start]
      if before.sort == .word || before.sort == .mixed { return nil }
      if before.sort == .mark, before.end - before.start == 1, mark == 0x2D || mark == 0x2E || mark == 0x27, !before.spaceBefore, t > 1,
        tokens[t - 2].sort == .word || tokens[t - 2].sort == .mixed
      {
        return nil
      }
    }
    var digits: [UInt8] = []
    var i = token.start
    while i < token.end, Letters.isDigit(s[i]) {
      digits.append(s[i])
      i += 1
    }
    var next = t + 1
    var formatted = false
    var decimals: [UInt8] = []
    if token.sort == .mixed {
      // "130k", "48m", "500km": letters that are a multiplier or a unit, else a name or code.
      let tail = Array(s[i..<token.end])
      guard isUnitOrMultiplier(tail) else { return nil }
      return finish(digits, decimals, start: token.start, end: i, next: next, tail: tail, formatted: false)
    }
    // Further groups of three.
    let leading = digits.count
    var grouped = false
    if leading <= 3 {
      var mark: UInt8?
      while i < s.count {
        guard let (size, groupMark) = groupMark(s, i), mark == nil || mark == groupMark || mark == 0x27 else { break }
        let from = i + size
        guard from + 3 <= s.count, s[from..<from + 3].allSatisfy(Letters.isDigit) else { break }
        if from + 3 < s.count, Letters.isDigit(s[from + 3]) { break }
        if groupMark == 0x20, !canGroupByBlank(s, from + 3, leading: leading, groups: grouped) { break }
        // The decimal mark of the language with three digits behind it is a decimal fraction only with a multiplier after it.
        digits += s[from..<from + 3]
        mark = groupMark
        grouped = true
        formatted = true
        i = from + 3
      }
    }
    // Indian groups: 16,49,000.
    if !grouped, leading <= 2, let (value, end) = indianGroups(s, token.start) {
      digits = value
      i = end
      formatted = true
    }
    if i + 1 < s.count, s[i] == decimalMark || (s[i] == 0x2E && decimalMark == 0x2C && !grouped),
      Letters.isDigit(s[i + 1])
    {
      var j = i + 1
      while j < s.count, Letters.isDigit(s[j]) {
        decimals.append(s[j])
        j += 1
      }
      // "10.30", "13.11.2025" are times and dates.
      if j < s.count, s[j] == 0x2E || s[j] == 0x3A, j + 1 < s.count, Letters.isDigit(s[j + 1]) { return nil }
      i = j
      formatted = true
    }
    if i < s.count, s[i] == 0x3A, i + 1 < s.count, Letters.isDigit(s[i + 1]) { return nil }
    if token.start > 0, s[token.start - 1] == 0x3A, token.start > 1, Letters.isDigit(s[token.start - 2]) { return nil }
    var tail: [UInt8] = []
    while next < tokens.count, tokens[next].start < i { next += 1 }
    var end = i
    // The last group of digits may run into letters: "1.5m", "2,5k".
    if i < s.count, Letters.isASCIILetter(s[i]) {
      var j = i
      while j < s.count, Letters.sort(s, j).0 == .letter || Letters.sort(s, j).0 == .digit { j += Letters.sort(s, j).1 }
      tail = Array(s[i..<j])
      guard isUnitOrMultiplier(tail) else { return nil }
      end = i
      while next < tokens.count, tokens[next].start < j { next += 1 }
    }
    return finish(digits, decimals, start: token.start, end: end, next: next, tail: tail, formatted: formatted)
  }

  private func groupMark(_ s: [UInt8], _ i: Int) -> (Int, UInt8)? {
    let b = s[i]
    if b == 0x27 { return (1, b) }
    if thousandsMarks.contains(b), b != 0x20 { return (1, b) }
    if b == 0x20 { return (1, b) }
    // A full stop or comma that is not the language's decimal mark parts thousands in any text.
    if b == 0x2C || b == 0x2E, b != decimalMark { return (1, b) }
    return nil
  }

  /// "17 030 cars" yes, "Model 3 500 km", "2 300 km": a blank parts thousands where the language writes so or the whole has five digits or more.
  private func canGroupByBlank(_ s: [UInt8], _ end: Int, leading: Int, groups: Bool) -> Bool {
    if thousandsMarks.contains(0x20) || groups { return true }
    return leading >= 2
  }

  private func indianGroups(_ s: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    var digits: [UInt8] = []
    var i = start
    while i < s.count, Letters.isDigit(s[i]), digits.count < 2 {
      digits.append(s[i])
      i += 1
    }
    var twos = 0
    while i + 2 < s.count, s[i] == 0x2C, Letters.isDigit(s[i + 1]), Letters.isDigit(s[i + 2]), i + 3 < s.count, s[i + 3] == 0x2C {
      digits += s[i + 1...i + 2]
      i += 3
      twos += 1
    }
    guard twos > 0, i + 3 < s.count, s[i] == 0x2C, s[i + 1...i + 3].allSatisfy(Letters.isDigit) else { return nil }
    return (digits + s[i + 1...i + 3], i + 4)
  }

  private func isUnitOrMultiplier(_ tail: [UInt8]) -> Bool {
    switch String(decoding: tail, as: UTF8.self) {
    case "k", "m", "bn", "mn", "km", "mi", "mila", "mil", "€", "kw", "kwh", "ps", "hp", "kg", "gwh", "v", "mm", "cm", "mph", "cr", "er", "th", "st", "nd", "rd", "ème", "e": true
    default: false
    }
  }

  private func finish(
    _ digits: [UInt8], _ decimals: [UInt8], start: Int, end: Int, next: Int, tail: [UInt8], formatted: Bool
  ) -> (NumberMention, Int)? {
    guard digits.count <= 15 else { return nil }
    var value = 0.0
    for d in digits { value = value * 10 + Double(d - 0x30) }
    if !decimals.isEmpty {
      var fraction = 0.0
      var scale = 1.0
      for d in decimals.prefix(12) {
        fraction = fraction * 10 + Double(d - 0x30)
        scale *= 10
      }
      value += fraction / scale
    }
    var number = NumberMention(
      start: start, end: end, outerStart: start, outerEnd: end, value: value, valueMax: nil, sort: .plain, isWord: false,
      hasMultiplier: false,
      looksLikeYear: !formatted && digits.count == 4 && value >= 1900 && value < 2100, isFormatted: formatted)
    let letters = String(decoding: tail, as: UTF8.self)
    switch letters {
    case "": break
    case "k", "mila", "mil": apply(1000, tail.count, to: &number)
    case "m", "mn": apply(1_000_000, tail.count, to: &number)
    case "bn": apply(1_000_000_000, tail.count, to: &number)
    case "cr": apply(10_000_000, tail.count, to: &number)
    case "km": number.sort = .distance("km")
    case "mi": number.sort = .distance("mi")
    case "er", "th", "st", "nd", "rd", "ème", "e": return nil
    default: number.sort = .other
    }
    if !letters.isEmpty {
      number.looksLikeYear = false
      number.outerEnd = end + tail.count
      if number.hasMultiplier { number.end = number.outerEnd }
      if case .plain = number.sort, number.hasMultiplier {} else { return (number, next) }
    }
    let after = multipliers(&number, from: next)
    return (number, after)
  }

  private func apply(_ factor: Double, _ length: Int, to number: inout NumberMention) {
    number.value = NumberFinder.rounded(number.value * factor)
    number.hasMultiplier = true
  }

  /// "1,2 Mio.", "1.5 lakh", "13万": multipliers behind a number, also two ("3 hundred thousand").
  private func multipliers(_ number: inout NumberMention, from next: Int) -> Int {
    var t = next
    for _ in 0..<2 {
      guard t < tokens.count else { break }
      var at = t
      // "16 million", "16-million"
      if text.bytes[tokens[t].start] == 0x2D, !tokens[t].spaceBefore, t + 1 < tokens.count { at = t + 1 }
      guard let match = cue(.numberMultiplier, at: at), let factor = match.value.flatMap(Double.init) else { break }
      if tokens[at].start - number.end > 2 { break }
      number.value = NumberFinder.rounded(number.value * factor)
      number.hasMultiplier = true
      number.factor *= factor
      number.looksLikeYear = false
      number.end = match.end
      number.outerEnd = match.end
      t = match.tokenEnd
      // "4万5000", "168 mil 800": what is left of the multiplier follows in digits.
      if factor >= 1000, t < tokens.count, tokens[t].sort == .number, let rest = plainValue(t), rest < factor, isRest(t, match, factor) {
        number.value += rest
        number.end = tokens[t].end
        number.outerEnd = tokens[t].end
        return t + 1
      }
    }
    return t
  }

  private func plainValue(_ t: Int) -> Double? {
    guard tokens[t].end - tokens[t].start <= 4 else { return nil }
    return text.bytes[tokens[t].start..<tokens[t].end].reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
  }

  private func isRest(_ t: Int, _ match: CueMention, _ factor: Double) -> Bool {
    let length = tokens[t].end - tokens[t].start
    let next = t + 1 < tokens.count && !tokens[t + 1].spaceBefore && [0x2C, 0x2E].contains(text.bytes[tokens[t + 1].start]) && t + 2 < tokens.count && tokens[t + 2].sort == .number && !tokens[t + 2].spaceBefore
    if next { return false }
    // In Chinese the digits follow directly; elsewhere three digits behind a thousand.
    if tokens[match.token].sort == .ideograph { return tokens[t].start == match.end && length >= 3 }
    return factor == 1000 && length == 3 && tokens[t].start - match.end == 1
  }

  static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  // MARK: Words

  private func word(at t: Int) -> (NumberMention, Int)? {
    guard tokens[t].sort == .word || tokens[t].sort == .ideograph else { return nil }
    var total = 0.0
    var group = 0.0
    var at = t
    var found = false
    var multiplied = false
    var end = tokens[t].start
    while at < tokens.count {
      if found, tokens[at].start - end > 1 { break }
      if let match = cue(.numberWord, at: at), let value = match.value.flatMap(Double.init) {
        // 二十五, "twenty five": smaller values add up, a second unit begins another number.
        if found, group.truncatingRemainder(dividingBy: 10) != 0, group != 0, !multiplied { break }
        group += value
        multiplied = false
        end = match.end
        at = match.tokenEnd
      } else if let match = cue(.numberMultiplier, at: at), let factor = match.value.flatMap(Double.init) {
        // A multiplier alone ("mille", 千, "tausend") counts as one of it where it is written out in full.
        if !found, tokens[t].sort == .ideograph || match.end - match.start <= 2 { return nil }
        if factor >= 1000 {
          total = (total + max(group, found ? group : 1)) * factor
          if factor >= 1_000_000 || true {
            group = 0
          }
        } else {
          group = max(group, 1) * factor
        }
        multiplied = true
        end = match.end
        at = match.tokenEnd
      } else if !found, let (value, big) = compound(at: at) {
        group = value
        multiplied = big
        end = tokens[at].end
        at += 1
      } else {
        break
      }
      found = true
    }
    guard found else { return nil }
    let value = total + group
    guard value > 0 else { return nil }
    let number = NumberMention(
      start: tokens[t].start, end: end, outerStart: tokens[t].start, outerEnd: end, value: NumberFinder.rounded(value),
      valueMax: nil, sort: .plain, isWord: true, hasMultiplier: multiplied || total > 0, looksLikeYear: false, isFormatted: false)
    return (number, at)
  }

  /// "dreizehntausend", "quarantamila": one word put together from number words.
  private func compound(at t: Int) -> (Double, Bool)? {
    let token = tokens[t]
    guard token.sort == .word, token.end - token.start >= 7 else { return nil }
    return NumberCompounds.value(of: Array(text.bytes[token.start..<token.end]), in: words)
  }

  // MARK: Ranges and units

  /// Two numbers that a dash or "to" joins become one with an upper end; unit and multiplier may stand at the second alone.
  private func joined(_ numbers: [NumberMention]) -> [NumberMention] {
    var out: [NumberMention] = []
    for number in numbers {
      guard var last = out.last, last.valueMax == nil, !(last.looksLikeYear && number.looksLikeYear), last.sort == number.sort || last.sort == .plain,
        isJoin(last, number)
      else {
        out.append(number)
        continue
      }
      var low = last.value
      // "1.2 to 1.5 million", "3-4万"
      if number.factor > 1, last.factor == 1, low < 1000, low * number.factor <= number.value { low = NumberFinder.rounded(low * number.factor) }
      guard low < number.value, low * 12 >= number.value, !(last.isWord && number.value > 1000 && low < 20) else {
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
  private func isJoin(_ a: NumberMention, _ b: NumberMention) -> Bool {
    let from = a.outerEnd
    let to = b.outerStart
    guard to > from, to - from < 16 else { return false }
    let plain = String(decoding: text.bytes[from..<to], as: UTF8.self).filter { $0 != " " }
    if ["-", "–", "—", "~", "～", "至", "到"].contains(plain) { return true }
    guard let first = tokenAt[firstNonBlank(from, to)], let join = cue(.betweenJoin, at: first) else { return false }
    guard text.bytes[join.end..<to].allSatisfy({ $0 == 0x20 }) else { return false }
    guard ["and", "und", "et", "e", "y", "ed", "和", "与", "與"].contains(plain) else { return true }
    var t = tokenAt[a.outerStart] ?? first
    for _ in 0..<4 where t > 0 {
      t -= 1
      if cue(.betweenOpen, at: t) != nil { return true }
    }
    return false
  }

  private func firstNonBlank(_ from: Int, _ to: Int) -> Int {
    var i = from
    while i < to, text.bytes[i] == 0x20 { i += 1 }
    return i
  }

  private func withUnit(_ number: NumberMention) -> NumberMention {
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
        for (cue, sort) in [(Cue.percent, NumberMention.Sort.percent), (.unitKm, .distance("km")), (.unitMi, .distance("mi"))] {
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
        if cue(.unitOther, at: t) != nil, cue(.vehicle, at: t) == nil {
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

  private func money(at t: Int) -> (String, Int)? {
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

  private func tokenEnding(at end: Int) -> Int? {
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

/// Number words written as one.
enum NumberCompounds {
  /// The value of "dreizehntausend", "cinquantamila", "zweihundertfünfzigtausend", and whether a multiplier is in it.
  static func value(of word: [UInt8], in words: WordTable) -> (Double, Bool)? {
    var rest = word[...]
    var total = 0.0
    var group = 0.0
    var parts = 0
    var multiplied = false
    while !rest.isEmpty {
      guard let (length, cue, value) = words.longestNumberWord(rest) else {
        // "und" of "fünfundzwanzig"
        if parts > 0, rest.starts(with: Array("und".utf8)) {
          rest = rest.dropFirst(3)
          continue
        }
        return nil
      }
      if cue == .numberMultiplier {
        if value >= 1000 {
          total += max(group, 1) * value
          group = 0
        } else {
          group = max(group, 1) * value
        }
        multiplied = true
      } else {
        group += value
      }
      parts += 1
      rest = rest.dropFirst(length)
    }
    guard parts >= 2 else { return nil }
    return (total + group, multiplied)
  }
}
