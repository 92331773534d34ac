/// Where words begin and end in folded UTF-8 text.
enum WordBorders {
  /// Whether no word goes on at `i`.
  ///
  /// Ideographs are words of their own.
  static func isBorder(_ s: [UInt8], _ i: Int) -> Bool {
    guard i < s.count, i > 0 else { return true }
    var back = i - 1
    while back > 0, s[back] & 0xC0 == 0x80 { back -= 1 }
    let (before, _) = Letters.sort(s, back)
    let (after, _) = Letters.sort(s, i)
    switch (before, after) {
    case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): return false
    default: return true
    }
  }

  /// The end of the word that goes on at `start`; a hyphen before an ASCII letter belongs to it.
  static func wordEnd(_ s: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      let isHyphen = s[i] == 0x2D && i + 1 < s.count && Letters.isASCIILetter(s[i + 1])
      guard sort == .letter || sort == .digit || isHyphen else { break }
      i += length
    }
    return i
  }

  /// The start of the word that ends at `end`; hyphens belong to it.
  static func wordStart(_ s: [UInt8], _ end: Int) -> Int {
    var i = end
    while i > 0, s[i - 1] >= 0x80 || Letters.isASCIILetter(s[i - 1]) || s[i - 1] == 0x2D { i -= 1 }
    return i
  }
}
