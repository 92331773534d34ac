import Facts
import Foundation
import Lexicon
import Testing

/// The language of short leads: the first twenty words of each paragraph of the annotated articles, forty characters of a
/// Chinese one.
@Suite struct LeadLanguageTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  @Test func atMostOneInTwoHundredIsWrong() throws {
    var leads = 0
    var wrong: [String] = []
    for folder in ["own", "work"] {
      let place = LeadLanguageTests.corpus.appending(path: folder)
      for file in try FileManager.default.subpathsOfDirectory(atPath: place.path)
      where file.hasSuffix(".json") {
        let data = try Data(contentsOf: place.appending(path: file))
        let article = try JSONDecoder().decode(AnnotatedArticle.self, from: data).article
        let language = try #require(article.language)
        for paragraph in article.text.split(separator: "\n") {
          guard let lead = LeadLanguageTests.lead(paragraph, isChinese: language == .chinese) else {
            continue
          }
          leads += 1
          if LanguageGuess.language(of: lead) != language { wrong.append("\(file): \(lead)") }
        }
      }
    }
    #expect(leads > 2000)
    #expect(wrong.count * 200 <= leads, "\(wrong)")
  }

  private static func lead(_ paragraph: Substring, isChinese: Bool) -> String? {
    if isChinese { return paragraph.count < 40 ? nil : String(paragraph.prefix(40)) }
    let words = paragraph.split(separator: " ")
    return words.count < 20 ? nil : words.prefix(20).joined(separator: " ")
  }
}
