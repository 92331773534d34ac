import Facts

/// A figure of an article with the words around it: copies of a story agree on it, or round it.
struct StoryFigure: Hashable {
  /// A hash of the two words before and the one after, figures left out.
  var context: UInt32
  /// The four leading digits, 1000 to 9999; a year has ``yearMark`` added.
  var digits: UInt16

  private static let yearMark: UInt16 = 0x8000
  private var isYear: Bool { digits >= Self.yearMark }

  /// The figures of a text, ascending by their words.
  ///
  /// - Parameters:
  ///   - units: the words of the text.
  ///   - words: the hashes of those that are no figures.
  ///   - limit: how many are kept at most.
  static func figures(of units: [SearchUnit], words: [UInt64], text: String, limit: Int) -> [StoryFigure] {
    var figures: [StoryFigure] = []
    var word = 0
    var place = 0
    var text = text
    text.withUTF8 { bytes in
      while place < units.count {
        guard units[place].beginsWithDigit else {
          place += 1
          word += 1
          continue
        }
        let first = place
        place += 1
        while place < units.count, continues(units[place], after: units[place - 1], in: bytes) { place += 1 }
        guard let digits = digits(of: units[first..<place]) else { continue }
        var context = StoryHash.offset
        for near in [word - 2, word - 1, word] {
          context = StoryHash.append(words.indices.contains(near) ? words[near] : 0, to: context)
        }
        figures.append(
          StoryFigure(context: UInt32(truncatingIfNeeded: StoryHash.mix(context)), digits: digits))
      }
    }
    return figures.sorted { ($0.context, $0.digits) < ($1.context, $1.digits) }.prefix(limit).map(\.self)
  }

  /// Whether the figures that stand in the same words agree in all but a few places.
  ///
  /// Years that agree say nothing: two stories of one year have them in common.
  static func agree(_ some: [StoryFigure], _ others: [StoryFigure]) -> Bool {
    var agreeing = 0
    var differing = 0
    var start = 0
    var other = 0
    while start < some.count {
      let context = some[start].context
      let end = some[start...].firstIndex { $0.context != context } ?? some.count
      while other < others.count, others[other].context < context { other += 1 }
      let otherEnd = others[other...].firstIndex { $0.context != context } ?? others.count
      if otherEnd > other {
        let agreed = some[start..<end].first { mine in
          others[other..<otherEnd].contains { mine.agrees(with: $0) }
        }
        if agreed == nil { differing += 1 } else if agreed.map(\.isYear) == false { agreeing += 1 }
      }
      start = end
    }
    // A figure may be put right in a copy; where a third of them differ, it is another month's story.
    return differing <= 1 || differing * 3 <= agreeing + differing
  }

  /// Whether they are the same but for rounding; powers of ten do not count, since a copy may write "1.3 million".
  func agrees(with other: StoryFigure) -> Bool {
    guard !isYear, !other.isYear else { return digits == other.digits }
    let low = Double(min(digits, other.digits))
    let high = Double(max(digits, other.digits))
    return high <= low * Self.rounding || low * 10 <= high * Self.rounding
  }

  /// Two digits are what the roughest rounding leaves.
  private static let rounding = 1.05

  /// Whether two runs of digits are one number: parted by one sign, or by a space before three digits.
  private static func continues(
    _ unit: SearchUnit, after last: SearchUnit, in bytes: UnsafeBufferPointer<UInt8>
  )
    -> Bool
  {
    guard unit.beginsWithDigit, last.word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
    guard last.span.end < unit.span.start, unit.span.start <= bytes.count else { return false }
    switch Array(bytes[last.span.end..<unit.span.start]) {
    case [0x2E], [0x2C]: return true
    case [0x20], [0x27], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0x99]:
      return unit.word.utf8.prefix { 0x30...0x39 ~= $0 }.count == 3
    default: return false
    }
  }

  private static func digits(of parts: ArraySlice<SearchUnit>) -> UInt16? {
    var value: UInt16 = 0
    var count = 0
    for byte in parts.lazy.flatMap({ $0.word.utf8.prefix { 0x30...0x39 ~= $0 } }) {
      if value == 0, byte == 0x30 { continue }
      guard count < 4 else { break }
      value = value * 10 + UInt16(byte - 0x30)
      count += 1
    }
    guard value > 0 else { return nil }
    let isYear =
      parts.count == 1 && count == 4 && (1950...2099).contains(value)
      && parts.first?.word.utf8.prefix { 0x30...0x39 ~= $0 }.count == 4
    while value < 1000 { value *= 10 }
    return isYear ? value + yearMark : value
  }
}
