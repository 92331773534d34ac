import Facts
import Lexicon

/// What is looked up again and again while names are followed to their ends: how often words stand in the text, and what its lines hold.
final class JointLooks {
  private let finder: NameFinder
  private var counts: [[UInt8]: Int] = [:]
  /// The first token of each token's line.
  private let lineStart: [Int]
  /// The lines, by their first tokens, that hold an amount of money.
  private var amountLines: Set<Int> = []
  /// The tokens past makers.
  let makerEnds: Set<Int>
  /// How many lines end with a number: in lists what stands last counts.
  let linesWithNumbers: Int

  init(finder: NameFinder, names: [NameMention]) {
    self.finder = finder
    var start = 0
    var starts: [Int] = []
    starts.reserveCapacity(finder.tokens.count)
    var lines = 0
    for t in finder.tokens.indices {
      if t > 0, !finder.sameLine(t - 1, t) {
        if finder.tokens[t - 1].sort == .number { lines += 1 }
        start = t
      }
      starts.append(start)
      if finder.amountStarts.contains(t) { amountLines.insert(start) }
    }
    if finder.tokens.last?.sort == .number { lines += 1 }
    lineStart = starts
    linesWithNumbers = lines
    makerEnds = Set(names.filter { $0.sort == .maker }.map(\.tokenEnd))
  }

  /// Whether an amount of money stands in a token's line.
  func hasAmount(_ t: Int) -> Bool { amountLines.contains(lineStart[t]) }

  /// Whether at most two words stand before a token in its line.
  func opensLine(_ t: Int) -> Bool {
    (lineStart[t]..<t).count { finder.tokens[$0].sort != .mark } <= 2
  }

  /// How often words stand in the text, as whole words.
  func count(_ words: [UInt8]) -> Int {
    if let known = counts[words] { return known }
    var count = 0
    let bytes = finder.text.bytes
    for token in finder.tokens
    where bytes[token.start] == words[0] && token.start + words.count <= bytes.count {
      let end = token.start + words.count
      if bytes[token.start..<end].elementsEqual(words), end == bytes.count || !isWord(bytes[end]) {
        count += 1
      }
    }
    counts[words] = count
    return count
  }

  private func isWord(_ byte: UInt8) -> Bool {
    Letters.isASCIILetter(byte) || Letters.isDigit(byte) || byte >= 0x80
  }
}
