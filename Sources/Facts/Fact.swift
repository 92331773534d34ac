/// What one article claims: one statement with its subject, value, period, market, status and the sentence that says it.
public struct Fact: Hashable, Sendable {
  /// What it is about.
  public var kind: FactKind
  /// The brand on the car in its canonical name; `nil` only for a figure about a whole market.
  public var manufacturer: String?
  /// The model without the brand, with its variant; `nil` for a fact about the manufacturer.
  public var model: String?
  /// The number, `nil` for kinds without one.
  public var value: Double?
  /// The upper end of a range.
  public var valueMax: Double?
  /// How the value relates to the true one; `nil` without a value.
  public var qualifier: Qualifier?
  /// `vehicles`, `stores`, `vehicles/year`, `km`, `mi` or an ISO 4217 code.
  public var unit: String?
  /// The date or period.
  public var when: Period?
  /// ISO 3166-1 alpha-2 country, UN M49 region, `EU` or `overseas`.
  public var market: String?
  /// How firmly it stands.
  public var status: Status
  /// Milestone, measure, outlet, price sort, test cycle or body type, by kind.
  public var attribute: String?
  /// Who is cited for it.
  public var source: String?
  /// The sentence it stands in, as in the article's text.
  public var evidence: String
  /// Where the value (or the name, where there is none) stands in the article's text.
  public var span: SourceSpan?
  /// How sure the extractor is, 0 to 1; `nil` where a person or an import said it.
  public var confidence: Double?
  /// Whether two careful readers could differ on it (annotated articles only).
  public var optional: Bool
  /// The words that decided, for `--explain`.
  public var trail: [String]

  /// Makes a fact.
  public init(
    kind: FactKind, manufacturer: String?, model: String? = nil, value: Double? = nil,
    valueMax: Double? = nil,
    qualifier: Qualifier? = nil, unit: String? = nil, when: Period? = nil, market: String? = nil,
    status: Status = .actual, attribute: String? = nil, source: String? = nil, evidence: String,
    span: SourceSpan? = nil, confidence: Double? = nil, optional: Bool = false, trail: [String] = []
  ) {
    self.kind = kind
    self.manufacturer = manufacturer
    self.model = model
    self.value = value
    self.valueMax = valueMax
    self.qualifier = qualifier
    self.unit = unit
    self.when = when
    self.market = market
    self.status = status
    self.attribute = attribute
    self.source = source
    self.evidence = evidence
    self.span = span
    self.confidence = confidence
    self.optional = optional
    self.trail = trail
  }
}

/// A model that a text names, with its manufacturer.
public struct ModelName: Hashable, Sendable, Codable {
  /// The brand in its canonical name.
  public var manufacturer: String
  /// The model without the brand.
  public var model: String

  /// Makes a name.
  public init(manufacturer: String, model: String) {
    self.manufacturer = manufacturer
    self.model = model
  }
}

/// An article with the models it names and the facts it claims: what extraction gives and what import reads.
public struct AnnotatedArticle: Sendable {
  /// The article.
  public var article: Article
  /// Every model that the body names, in order of first mention.
  public var models: [ModelName]
  /// Its facts, in the order of their places.
  public var facts: [Fact]

  /// Puts the three together.
  public init(article: Article, models: [ModelName], facts: [Fact]) {
    self.article = article
    self.models = models
    self.facts = facts
  }
}
