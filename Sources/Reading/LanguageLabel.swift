import Facts

/// A language as pages and feeds label it: "de-DE", "zh_Hans", "English".
enum LanguageLabel {
  static func code(_ label: String) -> LanguageCode? {
    let main = label.lowercased().prefix { $0.isLetter }
    switch main {
    case "de", "ger", "deu", "german", "deutsch": return .german
    case "en", "eng", "english": return .english
    case "fr", "fre", "fra", "french", "français": return .french
    case "it", "ita", "italian", "italiano": return .italian
    case "es", "spa", "spanish", "español": return .spanish
    case "zh", "zho", "chi", "cn", "chinese", "中文": return .chinese
    case "": return nil
    default: return main.utf8.count <= 3 || main == "other" ? .other : nil
    }
  }
}
