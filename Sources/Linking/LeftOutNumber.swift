import Facts
import Finding
import Lexicon

/// A number of an article that became no fact, and why.
public struct LeftOutNumber: Sendable, Hashable {
  /// The number as the text has it.
  public var text: String
  /// Its place in UTF-8 bytes.
  public var span: SourceSpan
  /// Why it became none, in a few words.
  public var reason: String
}

extension FactExtractor {
  /// The numbers of an article that gave no fact, in order, each with what decided against it.
  ///
  /// The article is read anew; numbers within dates and names are none.
  public func leftOut(_ article: Article) -> [LeftOutNumber] {
    let language = article.language ?? LanguageGuess.language(of: article.text)
    guard language != .other else { return [] }
    return TextStretch.of(article.text).flatMap { stretch in
      let isMatter = topic.isMatter(of: stretch.text, title: article.title)
      return leftOut(scene(of: stretch, in: article, language), isMatter: isMatter).map { number in
        var number = number
        number.span = number.span.moved(by: stretch.start)
        return number
      }
    }
  }

  private func leftOut(_ scene: Scene, isMatter: Bool) -> [LeftOutNumber] {
    let builder = FactBuilder(scene: scene, decisions: decisions)
    func leftOut(_ number: NumberMention, _ reason: String) -> LeftOutNumber {
      LeftOutNumber(
        text: builder.text(number.start, number.end),
        span: scene.mentions.text.span(number.start, number.end), reason: reason)
    }
    guard isMatter, FactExtractor.speaksOfCars(scene) else {
      return scene.mentions.numbers.map { leftOut($0, "in a text that is not about cars") }
    }
    let candidates = ValueCandidates(scene: scene).list()
    let look = FirstLook(builder, candidates)
    let scored = scored(builder, candidates, look)
    let kept = Set(kept(scored).compactMap(\.span))
    let doubted = scored.map(\.fact)
    let places = Dictionary(candidates.enumerated().map { ($1.number, $0) }) { first, _ in first }
    return scene.mentions.numbers.enumerated().compactMap { n, number in
      let span = scene.mentions.text.span(number.start, number.end)
      guard !kept.contains(span) else { return nil }
      if let fact = doubted.first(where: { $0.span == span && $0.value != nil }) {
        let name = [fact.manufacturer, fact.model].compactMap { $0 }.joined(separator: " ")
        return leftOut(
          number,
          "\(fact.kind.rawValue)\(name.isEmpty ? "" : " of \(name)"), but only \(percent(fact.confidence ?? 0)) sure, or said elsewhere"
        )
      }
      if let place = places[n] { return leftOut(number, FactExtractor.reason(look.views[place])) }
      let isBody = scene.isBody(scene.sentenceOf[scene.numberTokens[n].lowerBound])
      return leftOut(number, FactExtractor.reason(number, isBody: isBody))
    }
  }

  private static func reason(_ view: FirstLook.View) -> String {
    let none = view.kinds.first ?? 0
    let next = view.kinds.indices.dropFirst().max { view.kinds[$0] < view.kinds[$1] }
    guard let next, let kind = DecisionClasses.countKinds[next] else { return "no fact" }
    if view.kind != nil { return "\(kind.rawValue), but whose was not found" }
    return
      "no fact \(Int((none * 100).rounded()))%, \(kind.rawValue) \(Int((view.kinds[next] * 100).rounded()))%"
  }

  private static func reason(_ number: NumberMention, isBody: Bool) -> String {
    if !isBody { return "in a line that is no text" }
    switch number.sort {
    case .percent: return "a percentage"
    case .other: return "of something else, or in another unit"
    default: return number.looksLikeYear ? "a year" : "no count"
    }
  }

  private func percent(_ p: Double) -> String { "\(Int((p * 100).rounded()))%" }
}
