import EVFacts

/// The interface's texts in all languages, from the table `interface.tsv`: a line a text, a column a language.
enum PhraseTable {
  /// The languages, in the order in which the switch lists them.
  static let languages: [LanguageCode] = [.german, .english, .spanish, .french, .italian, .chinese]

  /// What is wrong with the table: texts that are missing, unknown or empty; a test sees that there is nothing.
  static var faults: [String] {
    var faults: [String] = []
    for language in languages {
      let texts = texts[language] ?? [:]
      for phrase in Phrase.allCases where texts[phrase.rawValue]?.isEmpty ?? true {
        faults.append("\(phrase.rawValue) in \(language.rawValue)")
      }
    }
    let known = Set(Phrase.allCases.map(\.rawValue))
    return faults + (texts[.english] ?? [:]).keys.filter { !known.contains($0) }.map { "\($0) is never said" }
  }

  /// The texts by language and key.
  static let texts: [LanguageCode: [String: String]] = {
    let file = EmbeddedFiles.all.first { "\($0.name)" == "interface.tsv" }.map { "\($0.text)" } ?? ""
    let lines = file.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [:] }
    var texts: [LanguageCode: [String: String]] = [:]
    for line in lines.dropFirst() {
      for (code, text) in zip(head, line).dropFirst() {
        guard let language = LanguageCode(rawValue: code) else { continue }
        texts[language, default: [:]][line[0]] = text
      }
    }
    return texts
  }()
}
