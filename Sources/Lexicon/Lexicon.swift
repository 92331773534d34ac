import Facts
// Whoever looks words up needs the tables' types, wherever these are declared.
@_exported public import LexiconTables

/// Words of all languages, makers, models and markets.
public struct Lexicon: Sendable {
  /// The names.
  public var catalogue: Catalogue

  /// The lexicon of the binary.
  public static let standard = Lexicon(catalogue: Catalogue(packed: PackedLexicon.catalogue))

  /// The lexicon of the binary with rows that a person added to the catalogue.
  public static func standard(with rows: [CatalogueRow]) -> Lexicon {
    Lexicon(catalogue: standard.catalogue.extended(by: rows))
  }

  /// The words by which a text of any language shows that it is about cars.
  public static let topic = TopicTable(packed: PackedLexicon.topic)

  /// The words of a language with those that all share.
  ///
  /// Unpacked when first asked for.
  public func words(of language: LanguageCode) -> WordTable {
    switch language {
    case .german: Lexicon.german
    case .english, .other: Lexicon.english
    case .french: Lexicon.french
    case .italian: Lexicon.italian
    case .spanish: Lexicon.spanish
    case .chinese: Lexicon.chinese
    }
  }

  /// What was wrong with the language's file, or with the one that all share, when the program was built; empty in a good build.
  public static func faults(of language: LanguageCode) -> [WordTable.Fault] {
    PackedLexicon.languages.first { "\($0.name)" == name(of: language) }.map {
      $0.faults.map(WordTable.Fault.init)
    }
      ?? [WordTable.Fault("no file for '\(language.rawValue)'")]
  }

  private static let german = WordTable(packed: PackedLexicon.german)
  private static let english = WordTable(packed: PackedLexicon.english)
  private static let french = WordTable(packed: PackedLexicon.french)
  private static let italian = WordTable(packed: PackedLexicon.italian)
  private static let spanish = WordTable(packed: PackedLexicon.spanish)
  private static let chinese = WordTable(packed: PackedLexicon.chinese)

  private static func name(of language: LanguageCode) -> String {
    switch language {
    case .german: "german"
    case .english, .other: "english"
    case .french: "french"
    case .italian: "italian"
    case .spanish: "spanish"
    case .chinese: "chinese"
    }
  }
}
