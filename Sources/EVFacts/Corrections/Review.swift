import Facts
import Lexicon
import Reporting
import Storing

/// Doubtful facts and new models that a person looks at, and what the person says of them.
public struct Review {
  /// What is looked at.
  public enum Item: Sendable {
    /// A fact that the extractor is not sure of.
    case fact(FactRow)
    /// A model that the catalogue does not have, with the number of its claims and one of them.
    case model(ModelName, claims: Int, example: FactRow)
  }

  /// What a person says.
  public enum Answer: CaseIterable, Sendable {
    /// It is right.
    case kept
    /// It is no fact, or no model.
    case dropped
    /// It should read otherwise.
    case corrected
    /// Another time.
    case skipped

    /// `kept`.
    public var word: String {
      switch self {
      case .kept: "kept"
      case .dropped: "dropped"
      case .corrected: "corrected"
      case .skipped: "skipped"
      }
    }
  }

  /// How an answer is taken back.
  public struct Undo: Sendable {
    var kept: Int64?
    var restored: [Int64] = []
    var rows: [Int64] = []

    /// How many facts it brings back.
    public var facts: Int { restored.count }
  }

  private let store: FactStore
  private let below: Double
  private let limit: Int
  private let names: ReportNames

  /// Makes a review of a database.
  ///
  /// - Parameters:
  ///   - store: the database.
  ///   - below: facts that are less sure are looked at.
  ///   - limit: the most facts, and the most models.
  public init(store: FactStore, below: Double, limit: Int) throws {
    self.store = store
    self.below = below
    self.limit = limit
    names = try ReportNames(store: store)
  }

  /// The doubtful facts, the least sure first.
  public func facts() throws -> [Item] { try store.doubtful(below: below, limit: limit).map { .fact($0) } }

  /// The models that the catalogue does not have, the most claimed first.
  public func models() throws -> [Item] {
    try NewModels.all(in: store).prefix(limit).compactMap { entry in
      try store.fact(entry.example).map { .model(entry.name, claims: entry.claims, example: $0) }
    }
  }

  /// The fact or the model is right.
  public func keep(_ item: Item) throws -> Undo {
    switch item {
    case .fact(let row):
      try store.keep(row.id)
      return Undo(kept: row.id)
    case .model(let name, _, _):
      var rows: [CatalogueRow] = []
      if Lexicon.standard(with: try store.catalogue().map(\.row)).catalogue.maker(called: name.manufacturer)
        == nil
      {
        rows.append(CatalogueRow(.maker, manufacturer: name.manufacturer))
      }
      rows.append(CatalogueRow(.model, manufacturer: name.manufacturer, model: name.model))
      return try add(rows)
    }
  }

  /// It is none: the fact, or all facts of the model.
  public func drop(_ item: Item, why: String?) throws -> Undo {
    switch item {
    case .fact(let row):
      try store.drop(row.id, reason: why)
      return Undo(restored: [row.id])
    case .model(let name, _, _):
      let rows = try store.claims(about: name)
      try store.drop(rows.map(\.id), reason: why)
      return Undo(restored: rows.map(\.id))
    }
  }

  /// It should read otherwise: `value=130000; market=DE` for a fact, the name of a known model for a model.
  public func correct(_ item: Item, _ text: String) throws -> Undo {
    switch item {
    case .fact(let row):
      let words = text.split(separator: ";").map { word in
        String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return try correct(row, FactEdit(words), why: nil)
    case .model(let name, _, _):
      let alias = CatalogueRow(.alias, manufacturer: name.manufacturer, model: text, names: [name.model])
      let checked = try CatalogueCheck(added: try store.catalogue().map(\.row)).news(alias)
      let rows = try store.claims(about: name)
      try store.correct(
        rows.map { row in
          var fact = row.fact
          (fact.manufacturer, fact.model) = (checked.manufacturer, checked.model)
          return (row.id, fact)
        }, reason: "another name of \(checked.model ?? text)")
      var undo = try add([checked])
      undo.restored = rows.map(\.id)
      return undo
    }
  }

  /// The fact should read otherwise.
  public func correct(_ row: FactRow, _ edit: FactEdit, why: String?) throws -> Undo {
    try store.correct(row.id, to: edit.applied(to: row.fact, names: names), reason: why)
    return Undo(restored: [row.id])
  }

  /// Takes an answer back.
  public func undo(_ undo: Undo) throws {
    if let kept = undo.kept { try store.unkeep(kept) }
    try store.restore(undo.restored, reason: "undone")
    for number in undo.rows { _ = try store.removeFromCatalogue(number) }
  }

  private func add(_ rows: [CatalogueRow]) throws -> Undo {
    let before = Set(try store.catalogue().map(\.number))
    try store.addToCatalogue(rows)
    return Undo(rows: try store.catalogue().map(\.number).filter { !before.contains($0) })
  }
}

extension Review {
  /// An item as a person reads it: what it says, the sentence, and where it stands.
  public func words(of item: Item, number: Int, of count: Int, _ style: TextStyle) -> String {
    let (head, row): (String, FactRow) =
      switch item {
      case .fact(let row):
        ("\(FactWords.of(row.fact)) (\(sureness(row)), fact \(row.id))", row)
      case .model(let name, let claims, let example):
        (
          TextStyle.harmless("a new model: \(name.manufacturer) \(name.model)")
            + " (\(claims) \(claims == 1 ? "fact" : "facts"))", example
        )
      }
    let origin = [
      row.article.publisher, row.article.published?.description, row.article.title, row.article.id,
    ]
    return """
      \(style.quiet("\(number) of \(count)")) \(style.heading(head))
        \(EvidenceWords.marked(row.fact, in: row.article.text, style))
        \(style.quiet(TextStyle.harmless(origin.compactMap(\.self).joined(separator: ", "))))

      """
  }

  private func sureness(_ row: FactRow) -> String {
    row.fact.confidence.map { "sure to \(Int(($0 * 100).rounded())) %" } ?? "of a person"
  }
}
