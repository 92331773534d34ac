import Facts
import Scoring

/// Short ways to write facts and articles.
enum Sample {
  static let text = "Xiaomi aims for 100,000 cars. It may sell 100,000 cars. Nobody knows."

  static func target(
    _ status: Status = .planned, maker: String = "Xiaomi", value: Double = 100_000, when: String? = "2025",
    market: String? = nil, evidence: String = "Xiaomi aims for 100,000 cars.", optional: Bool = false
  ) -> Fact {
    Fact(
      kind: .salesTarget, manufacturer: maker, value: value, qualifier: .exact, unit: "vehicles",
      when: when.flatMap { Period($0) }, market: market, status: status, attribute: "sales",
      evidence: evidence,
      optional: optional)
  }

  static func launch(_ maker: String, _ model: String) -> Fact {
    Fact(kind: .launch, manufacturer: maker, model: model, attribute: "launch", evidence: "It comes.")
  }

  static func article(models: [ModelName] = [], _ facts: Fact..., language: LanguageCode = .english)
    -> AnnotatedArticle
  {
    AnnotatedArticle(
      article: Article(id: "a", language: language, text: text), models: models, facts: facts)
  }

  static func match() -> FactMatch { FactMatch(article()) }
}
