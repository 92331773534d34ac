import Facts
import Finding
import Lexicon

/// Finds all pieces that a question may be made of: what Finding sees in it, names, and question words.
struct PieceFinder {
  let lexicon: Lexicon
  let names: any NameSource

  /// A question with all its pieces.
  struct Found {
    var tokens: [QuestionToken]
    var pieces: [Piece]
  }

  /// The pieces of a question in a language.
  func pieces(of question: String, language: LanguageCode) -> Found {
    let text = FoldedText(question)
    let tokens = QuestionTokens.of(text)
    var out = QuestionNames(question, tokens: tokens, catalogue: lexicon.catalogue, source: names).pieces()
    let words = QuestionWords.of(language)
    for start in tokens.indices {
      for match in words.matches(tokens, at: start) {
        let isFiller = match.roles == [.filler]
        out.append(
          Piece(start: start, end: match.end, meaning: .words(match.roles), cost: isFiller ? 11 : 10))
      }
    }
    // Months and the like are written with capitals in articles; people who ask leave them out.
    var seen: Set<String> = []
    for (far, spelling) in [question, Capitals.first(question)].enumerated()
    where seen.insert(spelling).inserted {
      let mentions = Mentions(spelling, language: language, lexicon: lexicon)
      for date in mentions.dates {
        // "Fall" is a season and what prices do; without its capital it needs a year.
        if far > 0, date.spec.season != nil, !date.spec.hasYear { continue }
        guard let span = span(tokens, date.start, date.end).map({ trimmed($0, date.spec, tokens) }) else {
          continue
        }
        // Small words before the date may belong to the words before it: "después de 2026".
        var start = span.lowerBound
        repeat {
          let saysMore = isTarget(tokens, start, words)
          out.append(
            Piece(
              start: start, end: span.upperBound, meaning: .date(date), cost: 9 + far + (saysMore ? 3 : 0)))
          start += 1
        } while start < span.upperBound
          && (isSmall(tokens, start - 1, words) || isTarget(tokens, start - 1, words))
      }
      for number in mentions.numbers {
        guard let span = span(tokens, number.outerStart, number.outerEnd) else { continue }
        out.append(
          Piece(
            start: span.lowerBound, end: span.upperBound, meaning: .number(number),
            cost: (number.isWord ? 12 : 9) + far))
      }
      for cue in mentions.cues {
        guard let role = PieceFinder.role(of: cue.cue), let span = span(tokens, cue.start, cue.end) else {
          continue
        }
        out.append(Piece(start: span.lowerBound, end: span.upperBound, meaning: .words([role]), cost: 20))
      }
    }
    return Found(tokens: tokens, pieces: out)
  }

  /// Whether a word that dates a sentence of an article means more in a question: "Jahresziel 2025".
  private func isTarget(_ tokens: [QuestionToken], _ at: Int, _ words: QuestionWords) -> Bool {
    words.matches(tokens, at: at).contains { $0.end == at + 1 && $0.roles.contains(.target) }
  }

  /// Whether a token is a word that changes nothing or only says how a date lies.
  private func isSmall(_ tokens: [QuestionToken], _ at: Int, _ words: QuestionWords) -> Bool {
    words.matches(tokens, at: at).contains { match in
      match.end == at + 1 && match.roles.allSatisfy { $0 == .filler || $0.relation != nil || $0 == .origin }
    }
  }

  /// The span of a date without a number before it that is no part of it: "the Renault 5 in 2025".
  private func trimmed(_ span: Range<Int>, _ spec: DateSpec, _ tokens: [QuestionToken]) -> Range<Int> {
    guard span.count > 1, spec.day == nil, spec.firstUnit == nil, spec.relative == nil, spec.spanEnd.isEmpty,
      spec.quarter == nil, spec.half == nil
    else {
      return span
    }
    let first = tokens[span.lowerBound].text
    let isLoose = first.utf8.count <= 2 && first.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isLoose && spec.month == nil ? span.lowerBound + 1..<span.upperBound : span
  }

  /// The tokens that lie in a stretch of bytes.
  private func span(_ tokens: [QuestionToken], _ start: Int, _ end: Int) -> Range<Int>? {
    guard let first = tokens.firstIndex(where: { $0.end > start }) else { return nil }
    var last = first
    while last < tokens.count, tokens[last].start < end { last += 1 }
    return last > first ? first..<last : nil
  }

  /// What the words of articles do in a question, where the question words do not know them.
  private static func role(of cue: Cue) -> QuestionRole? {
    switch cue {
    case .measureDeliveries: .deliveries
    case .measureRegistrations: .registrations
    case .measureExports: .exports
    case .outletStore: .store
    case .outletDealer: .dealer
    case .outletService: .service
    case .outletAny: .anyOutlet
    case .sedan: .sedan
    case .suv: .suv
    case .hatchback: .hatchback
    case .wagon: .wagon
    case .coupe: .coupe
    case .mpv: .mpv
    case .pickup: .pickup
    case .van: .van
    case .roadster: .roadster
    case .unveil: .unveil
    case .discontinue: .discontinue
    default: nil
    }
  }
}
