import EVFacts
import Hummingbird

/// Which language a reader gets: the one asked for in the address, or chosen before, or that the browser prefers.
enum ReaderLanguage {
  /// The name in the address by which a language is chosen, and that of the cookie that keeps it.
  static let parameter = "lang"
  static let cookie = "evfacts_lang"

  /// The language of a request.
  static func of(_ request: Request, _ query: QueryItems) -> LanguageCode {
    chosen(query[parameter]) ?? chosen(request.cookies[cookie]?.value)
      ?? preferred(request.headers[.acceptLanguage] ?? "") ?? .english
  }

  /// One of the languages by its code.
  static func chosen(_ code: String?) -> LanguageCode? {
    code.flatMap(LanguageCode.init(rawValue:)).flatMap { PhraseTable.languages.contains($0) ? $0 : nil }
  }

  /// The first of the languages that a header `Accept-Language` wishes for most; `nil` where it names none of them.
  static func preferred(_ header: String) -> LanguageCode? {
    var best: (language: LanguageCode, weight: Double)?
    for range in header.split(separator: ",").prefix(30) {
      let parts = range.split(separator: ";")
      guard let tag = parts.first?.filter({ $0 != " " }).lowercased(), !tag.isEmpty else { continue }
      let weight =
        parts.dropFirst().compactMap { part -> Double? in
          let text = part.filter { $0 != " " }
          return text.hasPrefix("q=") ? Double(text.dropFirst(2)) ?? 0 : nil
        }.first ?? 1
      guard weight > 0, weight > best?.weight ?? 0,
        let language = chosen(String(tag.prefix { $0 != "-" }))
      else { continue }
      best = (language, weight)
    }
    return best?.language
  }

  /// What languages call themselves.
  static func name(of language: LanguageCode) -> String {
    switch language {
    case .german: "Deutsch"
    case .french: "Français"
    case .italian: "Italiano"
    case .spanish: "Español"
    case .chinese: "中文"
    case .english, .other: "English"
    }
  }
}
