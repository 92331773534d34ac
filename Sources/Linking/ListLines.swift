import Facts
import Finding
import Lexicon

/// Lines that make a list, as tables and rankings are written in text: each sees the heading before the list as the sentence before it.
struct ListLines: Sendable {
  /// The first sentence of the list that each sentence is a line of; `nil` for running text.
  private(set) var head: [Int?]

  /// A longer line is a paragraph.
  private static let longest = 30

  init(_ mentions: Mentions) {
    let sentences = mentions.sentences
    let isLine = sentences.indices.map { s in
      let sentence = sentences[s]
      guard sentence.end - sentence.first <= ListLines.longest else { return false }
      if s > 0, sentences[s - 1].line == sentence.line { return false }
      if s + 1 < sentences.count, sentences[s + 1].line == sentence.line { return false }
      return !ListLines.ends(mentions, sentence)
    }
    head = Array(repeating: nil, count: sentences.count)
    var s = 0
    while s < sentences.count {
      var end = s
      while end < sentences.count, isLine[end] { end += 1 }
      if end - s > 1 { for i in s..<end { head[i] = s } }
      s = max(end, s + 1)
    }
  }

  /// Whether a line ends as a sentence does, or opens what follows.
  private static func ends(_ mentions: Mentions, _ sentence: Sentence) -> Bool {
    let token = mentions.tokens[sentence.end - 1]
    guard token.sort == .mark else { return false }
    let mark = String(decoding: mentions.text.bytes[token.start..<token.end], as: UTF8.self)
    return [".", "!", "?", ":", "。", "！", "？", "：", "…"].contains(mark)
  }

  /// How many sentences one lies before another, the lines between a list's line and its heading not counted.
  func back(from sentence: Int, to earlier: Int) -> Int {
    guard let head = head[sentence], earlier < head else { return sentence - earlier }
    return head - earlier
  }

  /// Whether two sentences are lines of the same list.
  func areSiblings(_ a: Int, _ b: Int) -> Bool { a != b && head[a] != nil && head[a] == head[b] }
}
