import Facts

/// Words of all languages, makers, models and markets.
public struct Lexicon: Sendable {
  /// The names.
  public var catalogue: Catalogue

  /// The lexicon of the binary.
  public static let standard = Lexicon(catalogue: standardCatalogue)

  private static let standardCatalogue = Catalogue(
    makers: file("makers.tsv"), models: file("models.tsv"), markets: file("markets.tsv"), regions: file("regions.tsv"), blockers: file("blockers.txt"))

  /// The words of a language with those that all share. Read when first asked for.
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

  /// What is wrong with the language file of a language; empty in a good build.
  public static func faults(of language: LanguageCode) -> [WordTable.Fault] {
    var faults: [WordTable.Fault] = []
    _ = WordTable(files: [file("Common.txt"), file(name(of: language))], faults: &faults)
    return faults
  }

  private static let german = table(.german)
  private static let english = table(.english)
  private static let french = table(.french)
  private static let italian = table(.italian)
  private static let spanish = table(.spanish)
  private static let chinese = table(.chinese)

  private static func name(of language: LanguageCode) -> String {
    switch language {
    case .german: "German.txt"
    case .english, .other: "English.txt"
    case .french: "French.txt"
    case .italian: "Italian.txt"
    case .spanish: "Spanish.txt"
    case .chinese: "Chinese.txt"
    }
  }

  private static func table(_ language: LanguageCode) -> WordTable {
    var faults: [WordTable.Fault] = []
    return WordTable(files: [file("Common.txt"), file(name(of: language))], faults: &faults)
  }

  private static func file(_ name: String) -> String {
    EmbeddedFiles.all.first { "\($0.name)" == name }.map { "\($0.text)" } ?? ""
  }
}
