import Facts
import Finding
import Lexicon

/// Where a fact stands, the sentence that says it, and who is cited for it.
extension FactBuilder {
  /// Sets the span of the value and the sentence around the anchor.
  func place(_ fact: inout Fact, _ anchor: Anchor, _ start: Int, _ end: Int) {
    let sentence = scene.mentions.sentences[anchor.sentence]
    fact.span = scene.mentions.text.span(start, end)
    var from = sentence.bytes.lowerBound
    var to = sentence.bytes.upperBound
    // Evidence stays readable: of a sentence without end the part around the value.
    let limit = 840
    if to - from > limit {
      let tokens = scene.mentions.tokens
      var a = anchor.token
      var b = anchor.tokenEnd
      while a > sentence.first, end - tokens[a - 1].start < limit / 2 { a -= 1 }
      while b < sentence.end, tokens[b].end - tokens[a].start < limit { b += 1 }
      from = tokens[a].start
      to = tokens[b - 1].end
    }
    fact.evidence = text(from, to)
  }

  func text(_ start: Int, _ end: Int) -> String {
    let span = scene.mentions.text.span(start, end)
    return String(decoding: scene.mentions.text.original[span.start..<span.end], as: UTF8.self)
  }

  /// Who is cited: the capital words behind "according to" and its like.
  func source(_ anchor: Anchor) -> String? {
    let m = scene.mentions
    for i in scene.cues[anchor.sentence] where m.cues[i].cue == .cite {
      var t = m.cues[i].tokenEnd
      let end = m.sentences[anchor.sentence].end
      var skipped = 0
      while t < end, skipped < 3, !m.tokens[t].isCapital, m.tokens[t].sort == .word {
        t += 1
        skipped += 1
      }
      let first = t
      while t < end, m.tokens[t].isCapital || m.tokens[t].sort == .mixed, t - first < 5 { t += 1 }
      guard t > first else { continue }
      if m.names.contains(where: { $0.token >= first && $0.token < t }) { continue }
      return text(m.tokens[first].start, m.tokens[t - 1].end)
    }
    return nil
  }
}
