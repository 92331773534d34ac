import Facts
import Lexicon

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
