import Facts
import Lexicon

/// A word, a number, an ideograph or a mark of a folded text.
public struct Token: Sendable {
  /// What it is made of.
  public enum Sort: UInt8, Sendable {
    case word, number, mixed, ideograph, mark
  }
  /// The first folded byte.
  public var start: Int
  /// The folded byte past the last.
  public var end: Int
  /// What it is made of.
  public var sort: Sort
  /// Whether its first letter is a capital.
  public var isCapital: Bool
  /// Whether white space or a line's beginning stands before it.
  public var spaceBefore: Bool
}

/// A sentence, as a stretch of tokens.
public struct Sentence: Sendable {
  /// The first token.
  public var first: Int
  /// The token past the last.
  public var end: Int
  /// The first folded byte and the one past the last.
  public var bytes: Range<Int>
  /// The number of its line.
  public var line: Int
  /// The number of its paragraph: lines that no empty line parts belong to one.
  public var paragraph: Int
  /// Whether its line is a link, a caption, a newsletter line or the like.
  public var isBoilerplate: Bool
}

/// Cuts a folded text into tokens and sentences.
enum Segmentation {
  static func tokens(_ text: FoldedText) -> [Token] {
    let s = text.bytes
    var out: [Token] = []
    out.reserveCapacity(s.count / 5)
    var i = 0
    var space = true
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      switch sort {
      case .space, .newline:
        space = true
        i += length
      case .mark:
        out.append(Token(start: i, end: i + length, sort: .mark, isCapital: false, spaceBefore: space))
        space = false
        i += length
      case .ideograph:
        out.append(Token(start: i, end: i + length, sort: .ideograph, isCapital: false, spaceBefore: space))
        space = false
        i += length
      case .letter, .digit:
        let start = i
        var hasLetter = false
        var hasDigit = false
        while i < s.count {
          let (next, size) = Letters.sort(s, i)
          if next == .letter { hasLetter = true } else if next == .digit { hasDigit = true } else { break }
          i += size
        }
        let kind: Token.Sort = hasLetter ? (hasDigit ? .mixed : .word) : .number
        out.append(
          Token(
            start: start, end: i, sort: kind, isCapital: hasLetter && text.isUpper(start), spaceBefore: space)
        )
        space = false
      }
    }
    return out
  }

  /// Sentences of the tokens.
  ///
  /// `noStop` are places of full stops that end no sentence, `noSplit` places where no sentence begins.
  static func sentences(
    _ text: FoldedText, _ tokens: [Token], abbreviations: [Range<Int>], ordinalFollowers: Set<Int>,
    boilerplate: Set<Int>
  ) -> [Sentence] {
    let s = text.bytes
    var out: [Sentence] = []
    var first = 0
    var line = 0
    var paragraph = 0
    var lineIsBoilerplate = false
    var previousEnd = 0
    var abbreviation = abbreviations[...]
    func close(_ end: Int) {
      guard end > first else { return }
      out.append(
        Sentence(
          first: first, end: end, bytes: tokens[first].start..<tokens[end - 1].end, line: line,
          paragraph: paragraph,
          isBoilerplate: lineIsBoilerplate))
      first = end
    }
    for (t, token) in tokens.enumerated() {
      var breaks = 0
      var j = previousEnd
      while j < token.start {
        if s[j] == 0x0A { breaks += 1 }
        j += 1
      }
      if breaks > 0 || t == 0 {
        close(t)
        line += 1
        if breaks != 1 { paragraph += 1 }
        lineIsBoilerplate = boilerplate.contains(token.start)
      }
      previousEnd = token.end
      guard token.sort == .mark, let strength = stop(s, token) else { continue }
      while let range = abbreviation.first, range.upperBound <= token.start { abbreviation.removeFirst() }
      if s[token.start] == 0x2E, let range = abbreviation.first, range.contains(token.start) { continue }
      var end = t + 1
      while end < tokens.count, !tokens[end].spaceBefore, isCloser(s, tokens[end]) { end += 1 }
      guard end < tokens.count else { continue }
      let next = tokens[end]
      if strength == .soft {
        guard next.spaceBefore else { continue }
        guard
          next.isCapital || next.sort == .number || next.sort == .ideograph || next.sort == .mixed
            || isOpener(s, next)
        else { continue }
        if s[token.start] == 0x2E, t > 0 {
          let before = tokens[t - 1]
          let length = before.end - before.start
          if before.sort == .number, length <= 2, ordinalFollowers.contains(next.start) { continue }
          // "5. Honda Prologue: 20,236": the number of a line in a list.
          if before.sort == .number, length <= 2, first == t - 1 { continue }
          if before.sort == .word, length == 1, before.isCapital, before.spaceBefore { continue }
        }
      } else if end > t + 1 || next.sort == .mark {
        // A closing quote after 。 ends the sentence with it.
      }
      close(end)
    }
    close(tokens.count)
    return out
  }

  private enum Strength { case soft, hard }

  private static func stop(_ s: [UInt8], _ token: Token) -> Strength? {
    let i = token.start
    switch token.end - i {
    case 1: return s[i] == 0x2E || s[i] == 0x21 || s[i] == 0x3F ? .soft : nil
    case 3:
      if s[i] == 0xE3, s[i + 1] == 0x80, s[i + 2] == 0x82 { return .hard }
      if s[i] == 0xEF, s[i + 1] == 0xBC, s[i + 2] == 0x81 || s[i + 2] == 0x9F { return .hard }
      if s[i] == 0xE2, s[i + 1] == 0x80, s[i + 2] == 0xA6 { return .soft }
      return nil
    default: return nil
    }
  }

  private static func isCloser(_ s: [UInt8], _ token: Token) -> Bool {
    guard token.sort == .mark else { return false }
    let i = token.start
    switch token.end - i {
    case 1:
      return s[i] == 0x22 || s[i] == 0x27 || s[i] == 0x29 || s[i] == 0x5D || s[i] == 0x2E || s[i] == 0x21
        || s[i] == 0x3F
    case 2: return s[i] == 0xC2 && s[i + 1] == 0xBB
    case 3:
      if s[i] == 0xE2, s[i + 1] == 0x80 { return s[i + 2] == 0x9D || s[i + 2] == 0x9C || s[i + 2] == 0x99 }
      return s[i] == 0xE3 && s[i + 1] == 0x80 && (s[i + 2] == 0x8D || s[i + 2] == 0x8F)
    default: return false
    }
  }

  private static func isOpener(_ s: [UInt8], _ token: Token) -> Bool {
    guard token.sort == .mark else { return false }
    let i = token.start
    switch token.end - i {
    case 1: return s[i] == 0x22 || s[i] == 0x28 || s[i] == 0x5B || s[i] == 0x27
    case 2:
      return s[i] == 0xC2 && (s[i + 1] == 0xAB || s[i + 1] == 0xBF || s[i + 1] == 0xA1 || s[i + 1] == 0xA3)
    case 3:
      if s[i] == 0xE2, s[i + 1] == 0x80 { return [0x9C, 0x9E, 0x98, 0x9A, 0x93, 0x94].contains(s[i + 2]) }
      return (s[i] == 0xE3 && s[i + 1] == 0x80) || s[i] == 0xE2
    default: return false
    }
  }
}
