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
  let decimalMark: UInt8
  let thousandsMarks: [UInt8]

  init(text: FoldedText, tokens: [Token], words: WordTable, cuesAt: [Int: [CueMention]], tokenAt: [Int: Int])
  {
    self.text = text
    self.tokens = tokens
    self.words = words
    self.cuesAt = cuesAt
    self.tokenAt = tokenAt
    let other: UInt8 = words.decimalMark == 0x2C ? 0x2E : 0x2C
    let (swapped, usual) = NumberFinder.votes(text.bytes, decimal: words.decimalMark, other: other)
    let swaps = swapped > usual
    decimalMark = swaps ? other : words.decimalMark
    thousandsMarks =
      swaps ? [words.decimalMark] + words.thousandsMarks.filter { $0 != other } : words.thousandsMarks
  }

  /// How many numbers speak for the language's marks and how many against them: three digits behind a mark part thousands, one or two are decimals.
  static func votes(_ s: [UInt8], decimal: UInt8, other: UInt8) -> (swapped: Int, usual: Int) {
    var swapped = 0
    var usual = 0
    var i = 1
    while i + 1 < s.count {
      defer { i += 1 }
      guard s[i] == decimal || s[i] == other, Letters.isDigit(s[i - 1]), Letters.isDigit(s[i + 1]) else {
        continue
      }
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

  func cue(_ cue: Cue, at token: Int) -> CueMention? {
    cuesAt[token]?.filter { $0.cue == cue }.max { $0.end < $1.end }
  }

  func single() -> [NumberMention] {
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

  static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  // MARK: Words

  func word(at t: Int) -> (NumberMention, Int)? {
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
      start: tokens[t].start, end: end, outerStart: tokens[t].start, outerEnd: end,
      value: NumberFinder.rounded(value),
      valueMax: nil, sort: .plain, isWord: true, hasMultiplier: multiplied || total > 0, looksLikeYear: false,
      isFormatted: false)
    return (number, at)
  }

  /// "dreizehntausend", "quarantamila": one word put together from number words.
  func compound(at t: Int) -> (Double, Bool)? {
    let token = tokens[t]
    guard token.sort == .word, token.end - token.start >= 7 else { return nil }
    return NumberCompounds.value(of: Array(text.bytes[token.start..<token.end]), in: words)
  }

}
