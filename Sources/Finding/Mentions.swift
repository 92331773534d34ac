import Facts
import Lexicon

/// All that Finding sees in an article: tokens, sentences, and mentions, each with its place.
public struct Mentions: Sendable {
  /// The folded text that all places refer to.
  public let text: FoldedText
  /// Words, numbers and marks.
  public let tokens: [Token]
  /// Sentences in order; they cover all tokens.
  public let sentences: [Sentence]
  /// The words that decide.
  public let cues: [CueMention]
  /// Numbers, amounts, distances.
  public let numbers: [NumberMention]
  /// Dates and periods.
  public let dates: [DateMention]
  /// Makers and models.
  public let names: [NameMention]
  /// Countries, regions, places.
  public let markets: [MarketMention]
  /// The words of which the trees were asked whether they are models.
  package let wordNames: [WordName]
  /// The words of which the trees were asked whether they are makers.
  package let makerWords: [MakerWord]
  /// The places where names may go on; none but where they are to be kept.
  package let nameJoints: [NameJoint]

  /// Finds the mentions of a text in a language.
  ///
  /// What the title names is known in the text too. In an `article`, not in a title or a question, words that nobody knows are models where
  /// what stands around them says so.
  public init(
    _ source: String, language: LanguageCode, lexicon: Lexicon, title: Mentions? = nil,
    isArticle: Bool = false
  ) {
    self.init(
      source, language: language, lexicon: lexicon, title: title, isArticle: isArticle, keepsJoints: false)
  }

  /// Finds the mentions of a text, and where asked keeps the joints of its names, from which the trees learn how far names go.
  package init(
    _ source: String, language: LanguageCode, lexicon: Lexicon, title: Mentions?, isArticle: Bool,
    keepsJoints: Bool
  ) {
    let text = FoldedText(source)
    let tokens = Segmentation.tokens(text)
    var tokenAt: [Int: Int] = [:]
    tokenAt.reserveCapacity(tokens.count)
    for (t, token) in tokens.enumerated() { tokenAt[token.start] = t }
    let words = lexicon.words(of: language)
    let cues = CueFinder.find(text, tokens, tokenAt, words)
    var cuesAt: [Int: [CueMention]] = [:]
    for cue in cues { cuesAt[cue.token, default: []].append(cue) }
    let numbers = NumberFinder(text: text, tokens: tokens, words: words, cuesAt: cuesAt, tokenAt: tokenAt)
      .find()
    let dates = DateFinder(text: text, tokens: tokens, cuesAt: cuesAt, numbers: numbers).find()
    var dateTokens: Set<Int> = []
    for date in dates {
      guard var t = tokenAt[date.start] else { continue }
      while t < tokens.count, tokens[t].start < date.end {
        dateTokens.insert(t)
        t += 1
      }
    }
    let found = NameFinder(
      text: text, tokens: tokens, language: language, catalogue: lexicon.catalogue, cuesAt: cuesAt,
      dateTokens: dateTokens,
      amountStarts: Set(
        numbers.compactMap { number in
          if case .amount = number.sort { tokenAt[number.outerStart] } else { nil }
        }),
      titleContext: TitleContext(title), smallWords: NameFinder.smallWords(text, tokens),
      looksForWords: isArticle, keepsJoints: keepsJoints
    ).find()
    let names = found.names
    var ordinalFollowers: Set<Int> = []
    var boilerplate: Set<Int> = []
    var abbreviations: [Range<Int>] = []
    for cue in cues {
      switch cue.cue {
      case .month, .dateUnit: ordinalFollowers.insert(cue.start)
      case .boilerplate:
        if cue.token == 0 || text.bytes[tokens[cue.token - 1].end..<cue.start].contains(0x0A)
          || Mentions.opensLine(tokens, text, cue.token)
        {
          boilerplate.insert(Mentions.lineStart(tokens, text, cue.token))
        }
      case .abbreviation: abbreviations.append(cue.start..<cue.end)
      default: break
      }
    }
    self.text = text
    self.tokens = tokens
    self.cues = cues
    // "Q4 e-tron" is no quarter.
    let free = dates.filter { date in !names.contains { $0.start <= date.start && date.end <= $0.end } }
    self.dates = free
    // A full stop within a name ends no sentence: "ID. Polo".
    abbreviations += names.filter { text.bytes[$0.start..<$0.end].contains(0x2E) }.map { $0.start..<$0.end }
    abbreviations.sort { $0.lowerBound < $1.lowerBound }
    self.names = names
    wordNames = found.words
    nameJoints = found.joints
    makerWords = found.makerWords
    markets = found.markets
    // Numbers within names and dates are none.
    self.numbers = numbers.filter { number in
      !names.contains { $0.start <= number.start && number.end <= $0.end }
        && !free.contains {
          $0.start <= number.start && number.end <= $0.end && !number.isFormatted && !number.hasMultiplier
        }
    }
    sentences = Segmentation.sentences(
      text, tokens, abbreviations: abbreviations, ordinalFollowers: ordinalFollowers, boilerplate: boilerplate
    )
  }

  /// Whether only marks stand between the line's beginning and a token ("[Photo :", "- Read also").
  private static func opensLine(_ tokens: [Token], _ text: FoldedText, _ t: Int) -> Bool {
    var at = t
    while at > 0 {
      if text.bytes[tokens[at - 1].end..<tokens[at].start].contains(0x0A) { return true }
      guard tokens[at - 1].sort == .mark else { return false }
      at -= 1
    }
    return true
  }

  private static func lineStart(_ tokens: [Token], _ text: FoldedText, _ t: Int) -> Int {
    var at = t
    while at > 0, !text.bytes[tokens[at - 1].end..<tokens[at].start].contains(0x0A) { at -= 1 }
    return tokens[at].start
  }
}
