import Facts
import Finding
import Lexicon

/// What a question turned out to mean.
public enum QuestionReading: Hashable, Sendable {
  /// A query that answers it, with the language it was read in.
  case query(Query, LanguageCode)
  /// It was not understood in full.
  case refused(Refusal)
}

/// Why a question gets no answer.
public struct Refusal: Hashable, Sendable {
  /// The words that could not be placed, as they were written.
  public var unplaced: [String]
  /// Names that are nearest to a word that could not be placed.
  public var nearest: [String]
  /// Questions that would work, in the question's language.
  public var suggestions: [String]
  /// The language that it was taken for.
  public var language: LanguageCode

  /// That it was not understood, in its language.
  public var message: String {
    QuestionWords.of(language).sayings["refused"] ?? "the question was not understood"
  }

  /// Whether one of the names was meant, in its language.
  public func question(naming names: [String]) -> String {
    fill(QuestionWords.of(language).sayings["meant"] ?? "{}?", names.joined(separator: ", "))
  }
}

/// Reads questions: Finding's mentions and question words, accounted for to the last, make a query.
public struct QuestionReader: Sendable {
  private let lexicon: Lexicon
  private let names: any NameSource
  /// A longer text is no question.
  private static let longest = 1000

  /// Makes a reader that knows the catalogue's names and those of a source.
  public init(lexicon: Lexicon = .standard, names: any NameSource = NoNames()) {
    self.lexicon = lexicon
    self.names = names
  }

  /// What a question means; "next year" and the like count from `today`.
  public func read(_ question: String, today: Day) -> QuestionReading {
    guard question.utf8.count <= Self.longest else {
      let start = question.prefix(40).split(whereSeparator: \.isWhitespace).prefix(4).map(String.init)
      return .refused(
        Refusal(unplaced: start, nearest: [], suggestions: Suggestions.of(.english), language: .english))
    }
    var best: Attempt?
    let tokens = QuestionTokens.of(FoldedText(question))
    let order = languages(of: question)
    let known = order.first.map { QuestionWords.of($0).known(tokens) } ?? 0
    for (number, language) in order.enumerated() {
      // Another language than the likeliest must know as many of the words to be worth a try.
      if number > 0, QuestionWords.of(language).known(tokens) < known { continue }
      let attempt = attempt(question, in: language, today: today)
      if let query = attempt.query { return .query(query, language) }
      if best.map({ attempt.distance < $0.distance }) ?? true { best = attempt }
    }
    return .refused(refusal(best, today: today))
  }

  /// The languages to try, likeliest first: a question is short, and its language often only shows when it is read.
  private func languages(of question: String) -> [LanguageCode] {
    let all: [LanguageCode] = [.english, .german, .french, .italian, .spanish, .chinese]
    let guess = LanguageGuess.language(of: question)
    if guess == .chinese { return [.chinese, .english] }
    return guess == .other ? all : [guess] + all.filter { $0 != guess }
  }

  private struct Attempt {
    var language: LanguageCode
    var query: Query?
    var unplaced: [String] = []
    /// Whom or what it names, for questions that would work.
    var subjects: [Query.Subject] = []
    /// How far from being understood it is: words that are none of the language's weigh most.
    var distance = 0
  }

  private func attempt(_ question: String, in language: LanguageCode, today: Day) -> Attempt {
    let found = PieceFinder(lexicon: lexicon, names: names).pieces(of: question, language: language)
    let (pieces, unplaced) = Covering.best(of: found.pieces, tokens: found.tokens.count)
    var attempt = Attempt(language: language)
    attempt.subjects = pieces.flatMap { piece -> [Query.Subject] in
      if case .names(let subjects) = piece.meaning { subjects } else { [] }
    }
    guard unplaced.isEmpty else {
      attempt.unplaced = unplaced.map { found.tokens[$0].original }
      attempt.distance = 100 * unplaced.count
      return attempt
    }
    var interpretation = Interpretation(
      pieces: pieces, catalogue: lexicon.catalogue, language: language, today: today,
      relations: relations(of: pieces, tokens: found.tokens, language: language))
    attempt.query = interpretation.query()
    guard attempt.query == nil else { return attempt }
    let left = interpretation.leftOver
    attempt.distance = max(1, interpretation.misfits.count)
    attempt.unplaced = left.map { number in
      found.tokens[pieces[number].start..<pieces[number].end].map(\.original).joined(separator: " ")
    }
    return attempt
  }

  /// The words within the spans of dates that say how the date lies: "by", "before", 之前.
  private func relations(of pieces: [Piece], tokens: [QuestionToken], language: LanguageCode) -> [Int:
    PeriodLimit.Relation]
  {
    var out: [Int: PeriodLimit.Relation] = [:]
    let words = QuestionWords.of(language)
    for (number, piece) in pieces.enumerated() {
      guard case .date = piece.meaning else { continue }
      for token in piece.start..<piece.end {
        let found = words.matches(tokens, at: token).filter { $0.end <= piece.end }
        guard let relation = found.flatMap(\.roles).compactMap(\.relation).first(where: { $0 != .within })
        else { continue }
        out[number] = out[number] ?? relation
      }
      // "Before the end of 2025" is by then.
      let ends = (piece.start..<piece.end).contains { token in
        words.matches(tokens, at: token).contains { $0.roles.contains(.end) }
      }
      if ends, out[number] == .before { out[number] = .by }
    }
    return out
  }

  private func refusal(_ attempt: Attempt?, today: Day) -> Refusal {
    let language = attempt?.language ?? .english
    let unplaced = attempt?.unplaced ?? []
    let nearest = NearestNames(catalogue: lexicon.catalogue, source: names).of(unplaced)
    let near = Suggestions.of(language, about: attempt?.subjects.first).filter { suggestion in
      self.attempt(suggestion, in: language, today: today).query != nil
    }
    let suggestions = Array((near + Suggestions.of(language)).prefix(3))
    return Refusal(unplaced: unplaced, nearest: nearest, suggestions: suggestions, language: language)
  }
}

/// Questions that work, for whoever asked one that does not.
enum Suggestions {
  /// Two about whom or what the question named.
  static func of(_ language: LanguageCode, about subject: Query.Subject?) -> [String] {
    guard let subject else { return [] }
    let name = [subject.maker, subject.model].compactMap(\.self).joined(separator: " ")
    let sort = subject.model == nil ? "maker" : "model"
    let words = QuestionWords.of(language).sayings
    return (1...2).compactMap { words["ask.\(sort).\($0)"].map { fill($0, name) } }
  }

  static func of(_ language: LanguageCode) -> [String] {
    (1...3).compactMap { QuestionWords.of(language).sayings["try.\($0)"] }
  }
}
