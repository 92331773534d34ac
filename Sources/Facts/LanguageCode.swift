/// A language that evfacts reads, by its ISO 639-1 code; `other` is any other language.
public enum LanguageCode: String, CaseIterable, Codable, Sendable, Hashable {
  case german = "de"
  case english = "en"
  case french = "fr"
  case italian = "it"
  case spanish = "es"
  case chinese = "zh"
  case other
}
