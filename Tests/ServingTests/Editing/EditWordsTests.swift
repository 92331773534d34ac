import EVFacts
import Testing

@testable import Serving

/// What an edit came to, in all languages.
@Suite struct EditWordsTests {
  static let outcomes: [EditOutcome] = {
    let fact = ServedDatabase.price(215_900, "The SU7 costs 215,900 yuan.")
    let name = ModelName(manufacturer: "Xiaomi", model: "Foozle")
    let known = ModelName(manufacturer: "Xiaomi", model: "SU7")
    var price = fact
    price.unit = "km"
    var nothing = fact
    nothing.model = nil
    let faults: [EditFault] =
      [
        .correction(.noField(word: "x")), .correction(.notOneOf(.status, "maybe", ["actual"])),
        .correction(.noNumber(.value, "many")), .correction(.noPeriod(text: "someday")),
        .correction(.noMarket(text: "Atlantis")), .correction(.nothingChanged),
        .catalogue(.unknownMaker(name: "Nobody")), .catalogue(.unknownModel(name: "Foozle", maker: "BYD")),
        .catalogue(.known(name: "SU7", what: "Xiaomi SU7")), .catalogue(.noName(text: "|")),
        .catalogue(.unknownRow(number: 5)), .plain(.databaseIsBusy), .tooLong(500),
      ] + [price, nothing].compactMap(contradiction)
    return [
      .kept(fact), .dropped(fact), .corrected(fact), .added(name), .droppedModel(name, facts: 3),
      .aliased(name, of: known), .takenBack(.dropped(fact)),
    ] + faults.map { .failed($0) }
  }()

  /// What is wrong with a fact.
  private static func contradiction(_ fact: Fact) -> EditFault? {
    do {
      let store = try FactStore.inMemory()
      var edit = FactEdit()
      try edit.set("source", to: "somebody")
      _ = try edit.applied(to: fact, names: ReportNames(store: store))
      return nil
    } catch {
      return EditFault(error)
    }
  }

  @Test func aFactThatWouldBeNoneIsExplained() {
    let texts = Self.outcomes.suffix(2).map { $0.text(.of(.german)) }
    #expect(texts == ["„km“ passt hier nicht (Einheit).", "Es fehlt: Modell."])
  }

  @Test(arguments: PhraseTable.languages)
  func everyOutcomeIsSaidInTheReadersLanguage(language: LanguageCode) {
    let english = Self.outcomes.map { $0.text(.of(.english)) }
    for (outcome, other) in zip(Self.outcomes, english) {
      let text = outcome.text(.of(language))
      #expect(!text.isEmpty)
      #expect(!text.contains("{"))
      if language != .english { #expect(text != other) }
    }
  }

  @Test func whatWasNotForeseenIsNoFault() {
    struct Other: Error {}
    #expect(EditFault(Other()) == nil)
    #expect(EditFault(StoringError.locked(path: "x")) != nil)
  }
}
