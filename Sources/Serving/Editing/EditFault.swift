import EVFacts

/// Why an edit was not made, as pages say it; for programs the error itself is told.
enum EditFault: Error, Sendable {
  /// What a person typed, or a fact that would be none.
  case correction(CorrectionError)
  /// A name that the catalogue does not take.
  case catalogue(CatalogueError)
  /// A text of the interface that says all.
  case plain(Phrase)
  /// A text that is longer than so many characters.
  case tooLong(Int)

  /// What an error comes to; `nil` where it was not foreseen.
  init?(_ error: any Error) {
    switch error {
    case let fault as EditFault: self = fault
    case let error as CorrectionError: self = .correction(error)
    case let error as CatalogueError: self = .catalogue(error)
    case StoringError.unknownFact, StoringError.notCorrected: self = .plain(.unknownFact)
    case StoringError.locked: self = .plain(.databaseIsBusy)
    case StoringError.tooSlow, WorkLimit.Stop.tooSlow: self = .plain(.tookTooLong)
    case let refusal as Refusal where refusal.phrase != nil: self = .plain(refusal.phrase ?? .editFailed)
    case is Refusal: self = .plain(.editFailed)
    default: return nil
    }
  }

  /// The message.
  func text(_ words: Words) -> String {
    switch self {
    case .plain(let phrase): words[phrase]
    case .tooLong(let most): words.filled(.textTooLong, words.number(Double(most)))
    case .correction(let error): Self.text(error, words)
    case .catalogue(let error): Self.text(error, words)
    }
  }

  private static func text(_ error: CorrectionError, _ words: Words) -> String {
    switch error {
    case .noField, .unknownField: words[.formIsIncomplete]
    case .notOneOf(let field, let text, _): wrong(text ?? "", field, words)
    case .noNumber(_, let text): words.filled(.noNumber, text)
    case .noPeriod(let text): words.filled(.noSuchDate, text)
    case .noMarket(let text): words.filled(.noSuchMarket, text)
    case .nothingChanged: words[.nothingChanged]
    case .contradiction(let fault):
      switch (fault.sort, FactEdit.Field(rawValue: fault.field)) {
      case (.missing, let field?): words.filled(.fieldMissing, words.field(field))
      case (.notOfThisKind, let field?): words.filled(.fieldNotHere, words.field(field))
      case (.wrong(let text), let field?): wrong(text, field, words)
      case (_, nil): words[.editFailed]
      }
    }
  }

  private static func wrong(_ text: String, _ field: FactEdit.Field, _ words: Words) -> String {
    words.filled(.fieldValueWrong, ["a": text, "b": words.field(field)])
  }

  private static func text(_ error: CatalogueError, _ words: Words) -> String {
    switch error {
    case .unknownMaker(let name): words.filled(.noSuchMaker, name)
    case .unknownModel(let name, let maker): words.filled(.unknownModel, ["a": name, "b": maker])
    case .known(let name, _): words.filled(.knownAlready, name)
    case .unknownMarket(let code): words.filled(.noSuchMarket, code)
    case .noName(let text): words.filled(.noName, text)
    case .unknownRow: words[.nothingToUndo]
    case .table: words[.editFailed]
    }
  }
}

extension Words {
  /// A field of a fact as the forms call it.
  func field(_ field: FactEdit.Field) -> String {
    switch field {
    case .kind: self[.kind]
    case .manufacturer: self[.maker]
    case .model: self[.model]
    case .attribute: self[.attribute]
    case .value: self[.value]
    case .valueMax: self[.valueMax]
    case .qualifier: self[.qualifier]
    case .unit: self[.unit]
    case .when: self[.when]
    case .market: self[.market]
    case .status: self[.status]
    case .source: self[.cited]
    }
  }
}
