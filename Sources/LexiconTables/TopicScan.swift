import Facts

/// Finds the topic words and the names of a catalogue in bytes as they stand, in one pass.
///
/// Two tries are asked only where the first two bytes of a word begin a form: one look into a bit table tells that for
/// nearly all words of a text about other things.
public struct TopicScan: Sendable {
  private let words: TopicTable
  private let catalogue: Catalogue
  /// A bit for every two bytes, after folding, that a form begins with.
  private let beginnings: [UInt64]

  /// Makes a scan for a table of words and a catalogue.
  public init(words: TopicTable, catalogue: Catalogue) {
    self.words = words
    self.catalogue = catalogue
    var bits = [UInt64](repeating: 0, count: 1024)
    for first in UInt8(1)...255 where RawWords.folded(first) == first {
      guard RawWords.isLead(first) || first >= 0xE0 else { continue }
      for second in UInt8.min...255 where words.begins(first, second) || catalogue.begins(first, second) {
        let pair = Int(first) << 8 | Int(second)
        bits[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
    beginnings = bits
  }

  /// Calls `body` with the place and the sort of each word, in order, until it returns `false`.
  public func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ sort: TopicTable.Sort) -> Bool
  ) {
    beginnings.withUnsafeBufferPointer { beginnings in
      let count = bytes.count
      var i = 0
      while i < count {
        let first = bytes[i]
        let isLead = RawWords.isLead(first)
        guard isLead || first >= 0xE0 else {
          i += 1
          continue
        }
        let second = i + 1 < count ? RawWords.folded(bytes[i + 1]) : 0
        let pair = Int(RawWords.folded(first)) << 8 | Int(second)
        if beginnings[pair >> 6] >> UInt64(pair & 63) & 1 == 1, let (sort, length) = longest(bytes, i) {
          guard body(i, sort) else { return }
          i += length
        } else {
          i += isLead ? 1 : 3
        }
        if isLead { while i < count, RawWords.continues(bytes[i]) { i += 1 } }
      }
    }
  }

  private func longest(_ s: UnsafeBufferPointer<UInt8>, _ i: Int) -> (sort: TopicTable.Sort, length: Int)? {
    let word = words.longest(s, i)
    // Names begin with a capital, a digit or an ideograph, but for such as "e-tron" and "i4".
    guard !Letters.isASCIILetter(s[i]) || i + 1 < s.count && !Letters.isASCIILetter(s[i + 1]) else { return word }
    guard let name = catalogue.topicName(s, i) else { return word }
    return name.length >= word?.length ?? 0 ? name : word
  }
}
