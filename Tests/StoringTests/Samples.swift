import Facts
import Storing

/// Short ways to write articles and facts.
enum Sample {
  /// An article that claims `facts`; its text has their sentences.
  static func article(
    _ id: String, _ published: String? = nil, publisher: String? = nil, url: String? = nil,
    title: String? = nil,
    language: LanguageCode = .english, text: String? = nil, models: [ModelName] = [], _ facts: [Fact] = []
  ) -> AnnotatedArticle {
    let body = text ?? (["Article \(id) of its own."] + facts.map(\.evidence)).joined(separator: "\n\n")
    return AnnotatedArticle(
      article: Article(
        id: id, title: title, published: published.flatMap { Day($0) }, publisher: publisher, url: url,
        language: language, text: body), models: models, facts: facts)
  }

  /// A launch of the YU7.
  static func launch(
    _ when: String?, _ status: Status = .planned, model: String = "YU7", market: String? = nil,
    milestone: Milestone = .launch
  ) -> Fact {
    Fact(
      kind: .launch, manufacturer: "Xiaomi", model: model, when: when.flatMap { Period($0) }, market: market,
      status: status, attribute: milestone.rawValue, evidence: "The \(model) comes \(when ?? "some day").")
  }

  /// A sales target of Xiaomi.
  static func target(
    _ value: Double, when: String? = "2024", _ status: Status = .planned, qualifier: Qualifier = .exact,
    maker: String = "Xiaomi", max: Double? = nil
  ) -> Fact {
    Fact(
      kind: .salesTarget, manufacturer: maker, value: value, valueMax: max, qualifier: qualifier,
      unit: "vehicles",
      when: when.flatMap { Period($0) }, status: status, attribute: "sales", evidence: "It aims for \(value)."
    )
  }

  /// A range of the SU7.
  static func range(_ value: Double, _ status: Status = .actual, qualifier: Qualifier = .exact) -> Fact {
    Fact(
      kind: .range, manufacturer: "Xiaomi", model: "SU7", value: value, qualifier: qualifier, unit: "km",
      status: status, attribute: "CLTC", evidence: "It goes \(value) km.")
  }
}

extension FactStore {
  /// A database in memory with imported articles.
  static func holding(_ articles: AnnotatedArticle...) throws -> FactStore {
    let store = try FactStore.inMemory()
    _ = try store.add(articles, origin: .imported)
    return store
  }

  /// The rows of a view, in the order of their articles' ids and values.
  func view(_ name: String) throws -> [FactRow] {
    try rows(SQLStatement("SELECT * FROM \(name) ORDER BY article, value, \"when\""))
  }
}
