import EVFacts

/// What an edit came to, or why it was not made; said in the language of whoever reads it.
indirect enum EditOutcome: Sendable {
  /// A fact is right.
  case kept(Fact)
  /// A fact is none.
  case dropped(Fact)
  /// A fact reads otherwise now.
  case corrected(Fact)
  /// A model is in the catalogue now.
  case added(ModelName)
  /// A model is none, and its facts are gone.
  case droppedModel(ModelName, facts: Int)
  /// A model is another name of one that was known.
  case aliased(ModelName, of: ModelName)
  /// What was done is undone.
  case takenBack(EditOutcome)
  /// It was not done.
  case failed(EditFault)

  /// Whether it tells of something that was not done.
  var isError: Bool { if case .failed = self { true } else { false } }

  /// The message.
  func text(_ words: Words) -> String {
    switch self {
    case .kept(let fact): words.filled(.editKept, words.line(of: fact))
    case .dropped(let fact): words.filled(.editDropped, words.line(of: fact))
    case .corrected(let fact): words.filled(.editCorrected, words.line(of: fact))
    case .added(let name): words.filled(.editAdded, Self.said(name))
    case .droppedModel(let name, let facts):
      words.filled(.editDroppedModel, ["a": Self.said(name), "b": words.counted(.factOne, .factMany, facts)])
    case .aliased(let name, let known):
      words.filled(.editAliased, ["a": Self.said(name), "b": Self.said(known)])
    case .takenBack(let outcome): words.filled(.editTakenBack, outcome.text(words))
    case .failed(let fault): fault.text(words)
    }
  }

  private static func said(_ name: ModelName) -> String { name.manufacturer + " " + name.model }
}
