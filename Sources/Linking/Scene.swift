import Facts
import Finding
import Lexicon

/// A place in the text that something is asked about: the tokens of a number, a cue or a name.
struct Anchor: Sendable {
  /// The first token.
  var token: Int
  /// The token past the last.
  var tokenEnd: Int
  /// Its sentence.
  var sentence: Int
}

/// An article's mentions, laid out so that distances and neighbours are quick to tell.
///
/// Distances are in words: an ideograph counts 0.6 of one, a mark nothing, a comma or bracket crossed adds ``clausePenalty``.
final class Scene: Sendable {
  static let ideographWidth: Float = 0.6
  static let clausePenalty: Float = 2
  static let far: Float = 60

  let article: Article
  let mentions: Mentions
  let title: Mentions?
  let catalogue: Catalogue
  /// Words before each token.
  let position: [Float]
  /// Commas and brackets before each token.
  let clause: [Int32]
  /// How deep in brackets each token is.
  let depth: [Int8]
  /// The sentence of each token.
  let sentenceOf: [Int]
  /// Indices of mentions, by sentence.
  let cues: [[Int]]
  let names: [[Int]]
  let numbers: [[Int]]
  let dates: [[Int]]
  let markets: [[Int]]
  /// First token of each number, date.
  let numberTokens: [Range<Int>]
  let dateTokens: [Range<Int>]
  /// The lists that numbers, names, dates and markets stand in.
  let numberRuns: [Run]
  let nameRuns: [Run]
  let dateRuns: [Run]
  let marketRuns: [Run]
  /// The makers, models and markets, numbered.
  let entities: Entities
  let places: Markets
  /// What stands beside the names.
  let nameContext: NameContext
  /// Which sentences are lines of a list.
  let lists: ListLines
  /// Which periods the article is about.
  let periods: PeriodSalience
  /// The first name of each paragraph, by its number.
  let firstNames: [Int: Int]

  init(_ article: Article, mentions: Mentions, title: Mentions?, catalogue: Catalogue) {
    self.article = article
    self.mentions = mentions
    self.title = title
    self.catalogue = catalogue
    let tokens = mentions.tokens
    let s = mentions.text.bytes
    var position: [Float] = []
    var clause: [Int32] = []
    var depth: [Int8] = []
    position.reserveCapacity(tokens.count + 1)
    var words: Float = 0
    var commas: Int32 = 0
    var open: Int8 = 0
    for token in tokens {
      position.append(words)
      switch token.sort {
      case .mark:
        let b = s[token.start]
        if b == 0x28 { open = min(open + 1, 9) }
        if Scene.partsClauses(s, token) { commas += 1 }
        clause.append(commas)
        depth.append(open)
        if b == 0x29 { open = max(open - 1, 0) }
      case .ideograph:
        words += Scene.ideographWidth
        clause.append(commas)
        depth.append(open)
      default:
        words += 1
        clause.append(commas)
        depth.append(open)
      }
    }
    position.append(words)
    clause.append(commas)
    depth.append(open)
    self.position = position
    self.clause = clause
    self.depth = depth
    var sentenceOf = Array(repeating: 0, count: tokens.count + 1)
    for (i, sentence) in mentions.sentences.enumerated() {
      for t in sentence.first..<sentence.end { sentenceOf[t] = i }
    }
    sentenceOf[tokens.count] = max(0, mentions.sentences.count - 1)
    self.sentenceOf = sentenceOf
    func tokenRange(_ start: Int, _ end: Int) -> Range<Int> {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle].end <= start { low = middle + 1 } else { high = middle }
      }
      var last = low
      while last < tokens.count, tokens[last].start < end { last += 1 }
      return low..<max(last, low + 1)
    }
    numberTokens = mentions.numbers.map { tokenRange($0.outerStart, $0.outerEnd) }
    dateTokens = mentions.dates.map { tokenRange($0.start, $0.end) }
    let count = mentions.sentences.count
    func grouped(_ firsts: [Int]) -> [[Int]] {
      var out: [[Int]] = Array(repeating: [], count: count)
      for (i, t) in firsts.enumerated() where t < tokens.count { out[sentenceOf[t]].append(i) }
      return out
    }
    cues = grouped(mentions.cues.map(\.token))
    names = grouped(mentions.names.map(\.token))
    numbers = grouped(numberTokens.map(\.lowerBound))
    dates = grouped(dateTokens.map(\.lowerBound))
    markets = grouped(mentions.markets.map(\.token))
    nameContext = NameContext(mentions, cues: cues, names: names, sentenceOf: sentenceOf)
    lists = ListLines(mentions)
    periods = PeriodSalience(
      mentions, title: title, published: article.published, dateTokens: dateTokens, cues: cues,
      sentenceOf: sentenceOf)
    var taken = Array(repeating: false, count: tokens.count + 1)
    let nameTokens = mentions.names.map { $0.token..<$0.tokenEnd }
    let marketTokens = mentions.markets.map { $0.token..<($0.token + 1) }
    for range in numberTokens + dateTokens + nameTokens + marketTokens {
      for t in range where t < tokens.count { taken[t] = true }
    }
    let all = mentions
    numberRuns = Scene.runs(numberTokens, sentences: numbers, taken: taken, tokens: tokens) {
      ValueCandidates.alike(all.numbers[$0].sort, all.numbers[$1].sort)
    }
    nameRuns = Scene.runs(nameTokens, sentences: names, taken: taken, tokens: tokens) {
      (all.names[$0].model == nil) == (all.names[$1].model == nil)
    }
    dateRuns = Scene.runs(dateTokens, sentences: dates, taken: taken, tokens: tokens) { _, _ in true }
    marketRuns = Scene.runs(marketTokens, sentences: markets, taken: taken, tokens: tokens) { _, _ in true }
    places = Markets(mentions, title: title, catalogue: catalogue)
    entities = Entities(
      mentions, title: title, sentenceOf: sentenceOf, catalogue: catalogue, markets: places)
    var firstNames: [Int: Int] = [:]
    for (i, name) in mentions.names.enumerated() {
      let paragraph = mentions.sentences[sentenceOf[name.token]].paragraph
      if firstNames[paragraph] == nil { firstNames[paragraph] = i }
    }
    self.firstNames = firstNames
  }

  /// Commas, semicolons, colons, brackets, dashes in all writings.
  private static func partsClauses(_ s: [UInt8], _ token: Token) -> Bool {
    let i = token.start
    switch token.end - i {
    case 1: return [0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x7C, 0x3F, 0x21].contains(s[i])
    case 3:
      // ，、；：–—
      if s[i] == 0xEF, s[i + 1] == 0xBC { return [0x8C, 0x9B, 0x9A].contains(s[i + 2]) }
      if s[i] == 0xE2, s[i + 1] == 0x80 { return s[i + 2] == 0x93 || s[i + 2] == 0x94 }
      return s[i] == 0xE3 && s[i + 1] == 0x80 && s[i + 2] == 0x81
    default: return false
    }
  }

  /// The distance from an anchor to tokens; negative where they stand before it.
  func distance(_ anchor: Anchor, _ first: Int, _ end: Int) -> Float {
    if end <= anchor.token {
      let words = position[anchor.token] - position[end]
      return -(1 + words + Scene.clausePenalty * Float(clause[anchor.token] - clause[end - 1]))
    }
    if first >= anchor.tokenEnd {
      let words = position[first] - position[anchor.tokenEnd]
      return 1 + words + Scene.clausePenalty * Float(clause[first] - clause[anchor.tokenEnd - 1])
    }
    return 0
  }

  /// The number that an anchor is.
  func number(at anchor: Anchor) -> Int? {
    numbers[anchor.sentence].first { numberTokens[$0].lowerBound == anchor.token }
  }

  /// The place of the anchor's number among all numbers of its sentence; -1 where the anchor is none.
  func order(of anchor: Anchor) -> Float {
    Float(numbers[anchor.sentence].firstIndex { numberTokens[$0].lowerBound == anchor.token } ?? -1)
  }

  /// The list that the number at an anchor stands in.
  func run(of anchor: Anchor) -> Run? { number(at: anchor).map { numberRuns[$0] } }

  /// Whether a list of names or dates answers to the list of figures at an anchor: "A, B and C sold 1, 2 and 3", or the other way
  /// round with "respectively".
  func answers(_ names: Run, to figures: Run, _ anchor: Anchor) -> Bool {
    guard names.length == figures.length, names.index == figures.index, !names.tokens.overlaps(figures.tokens)
    else {
      return false
    }
    if names.tokens.upperBound <= figures.tokens.lowerBound { return true }
    return cues[anchor.sentence].contains { mentions.cues[$0].cue == .refRespectively }
  }

  /// How a mention's place in its list fits the anchor's: own length, index, whether both agree.
  static func alignment(_ a: Run?, _ b: Run?) -> (length: Float, index: Float, fits: Float) {
    guard let b else { return (0, -1, 0) }
    // Where figures and names take turns, the places in the lists say nothing.
    if let a, a.tokens.overlaps(b.tokens) { return (Float(min(9, b.length)), Float(min(9, b.index)), 0) }
    let fits = a.map { $0.length > 1 && $0.length == b.length && $0.index == b.index } ?? false
    let misfits = a.map { $0.length > 1 && $0.length == b.length && $0.index != b.index } ?? false
    return (Float(min(9, b.length)), Float(min(9, b.index)), fits ? 1 : misfits ? -1 : 0)
  }

  /// Whether a sentence is text, and no link, caption or newsletter line.
  func isBody(_ sentence: Int) -> Bool { !mentions.sentences[sentence].isBoilerplate }
}
