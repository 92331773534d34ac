extension AnnotatedArticle: Decodable {
  private enum Key: String, CodingKey {
    case id, language, published, publisher, title, url, text, models, facts
  }

  /// Reads the form of annotated articles; throws `DecodingError` where a field is missing or wrong.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    var published: Day?
    if let text = try c.decodeIfPresent(String.self, forKey: .published) {
      guard let day = Day(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .published, in: c, debugDescription: "'\(text)' is no date like 2025-06-26")
      }
      published = day
    }
    let article = Article(
      id: try c.decode(String.self, forKey: .id), title: try c.decodeIfPresent(String.self, forKey: .title),
      published: published,
      publisher: try c.decodeIfPresent(String.self, forKey: .publisher),
      url: try c.decodeIfPresent(String.self, forKey: .url),
      language: try c.decodeIfPresent(LanguageCode.self, forKey: .language),
      text: try c.decode(String.self, forKey: .text))
    self.init(
      article: article, models: try c.decodeIfPresent([ModelName].self, forKey: .models) ?? [],
      facts: try c.decodeIfPresent([Fact].self, forKey: .facts) ?? [])
  }
}

extension Fact: Decodable {
  private enum Key: String, CodingKey {
    case kind, manufacturer, model, value, valueMax = "value_max", qualifier, unit, when, market, status,
      attribute, source, evidence
    case optional, start, end, confidence
  }

  /// Reads the form of annotated facts; throws `DecodingError` where a field is missing or wrong.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    var span: SourceSpan?
    if let start = try c.decodeIfPresent(Int.self, forKey: .start),
      let end = try c.decodeIfPresent(Int.self, forKey: .end)
    {
      span = SourceSpan(start, end)
    }
    self.init(
      kind: try c.decode(FactKind.self, forKey: .kind),
      manufacturer: try c.decodeIfPresent(String.self, forKey: .manufacturer),
      model: try c.decodeIfPresent(String.self, forKey: .model),
      value: try c.decodeIfPresent(Double.self, forKey: .value),
      valueMax: try c.decodeIfPresent(Double.self, forKey: .valueMax),
      qualifier: try c.decodeIfPresent(Qualifier.self, forKey: .qualifier),
      unit: try c.decodeIfPresent(String.self, forKey: .unit),
      when: try c.decodeIfPresent(Period.self, forKey: .when),
      market: try c.decodeIfPresent(String.self, forKey: .market),
      status: try c.decode(Status.self, forKey: .status),
      attribute: try c.decodeIfPresent(String.self, forKey: .attribute),
      source: try c.decodeIfPresent(String.self, forKey: .source),
      evidence: try c.decode(String.self, forKey: .evidence), span: span,
      confidence: try c.decodeIfPresent(Double.self, forKey: .confidence),
      optional: try c.decodeIfPresent(Bool.self, forKey: .optional) ?? false)
  }
}
