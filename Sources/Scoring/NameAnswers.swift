import Facts

/// What an annotated article says of words as names: which are models, and whose.
public struct NameAnswers {
  private var owners: [String: Set<String>] = [:]
  private var beginnings: Set<String> = []
  private var parts: Set<String> = []
  private var makers: Set<String> = []
  private var makerParts: Set<String> = []

  /// The answers of an annotated article.
  public init(_ article: AnnotatedArticle) {
    var models = article.models.map { ($0.manufacturer, $0.model) }
    for fact in article.facts {
      if let maker = fact.manufacturer, let model = fact.model { models.append((maker, model)) }
    }
    for maker in models.map(\.0) + article.facts.compactMap(\.manufacturer) {
      makers.insert(NameMatch.brand(maker))
      makerParts.formUnion(maker.split(whereSeparator: { " -".contains($0) }).map { nameKey(String($0)) })
    }
    for (maker, model) in models {
      let words = model.split(whereSeparator: { " -\u{a0}".contains($0) }).map(String.init)
      owners[NameMatch.model(maker, model, bare: true), default: []].insert(NameMatch.brand(maker))
      for count in words.indices.dropFirst() {
        beginnings.insert(nameKey(words[..<count].joined()))
      }
      parts.formUnion(words.map { nameKey($0) })
      parts.formUnion(FoldedKey.parts(of: words))
    }
  }

  /// Whether a word is a model: 1 that it is, 0 that it is not; `nil` where it is part of a model's name, so that neither teaches anything.
  public func label(_ name: String) -> Int? {
    let key = NameMatch.model("", name, bare: true)
    if owners[key] != nil { return 1 }
    return beginnings.contains(key) || parts.contains(key) ? nil : 0
  }

  /// Whether a word is a maker: 1 that it is, 0 that it is not; `nil` where it is part of a maker's name.
  public func label(maker name: String) -> Int? {
    let brand = NameMatch.brand(name)
    if makers.contains(brand) { return 1 }
    return makerParts.contains(nameKey(name)) ? nil : 0
  }

  /// Whether a name goes on with a word: 1 that it does, 0 that it ends before it; `nil` where no model begins so.
  public func label(joint before: String, _ after: String) -> Int? {
    func begins(_ name: String) -> Bool {
      owners[NameMatch.model("", name, bare: true)] != nil || beginnings.contains(nameKey(name))
    }
    if begins(after) { return 1 }
    return begins(before) ? 0 : nil
  }

  /// Whether the model of a name is a maker's.
  public func owns(_ maker: String, _ name: String) -> Bool {
    owners[NameMatch.model("", name, bare: true)]?.contains(NameMatch.brand(maker)) == true
  }
}

/// The keys of stretches within a name.
private enum FoldedKey {
  static func parts(of words: [String]) -> [String] {
    words.indices.flatMap { from in
      words.indices.filter { $0 > from }.map { nameKey(words[from...$0].joined()) }
    }
  }
}
