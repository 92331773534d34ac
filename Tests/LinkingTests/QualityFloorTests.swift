import Facts
import Foundation
import Linking
import Scoring
import Testing

/// The extractor on the annotated articles stays above pinned floors.
///
/// Raising one is easy; lowering one is a visible edit here.
///
/// The weights are trained on these articles, so the floors watch for breakage; how well unseen articles are read is told by
/// cross-validation, `script/train --cv`.
@Suite struct QualityFloorTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/work")

  @Test func staysAboveTheFloors() throws {
    var score = Score()
    let extractor = FactExtractor()
    let files = try FileManager.default.subpathsOfDirectory(atPath: QualityFloorTests.corpus.path).filter {
      $0.hasSuffix(".json")
    }.sorted()
    try #require(files.count >= 84)
    for file in files {
      let data = try Data(contentsOf: QualityFloorTests.corpus.appending(path: file))
      let gold = try JSONDecoder().decode(AnnotatedArticle.self, from: data)
      var article = gold.article
      article.language = nil
      score.add(gold, extractor.extract(article))
    }
    #expect(score.wrongLanguages == 0)
    #expect(score.ungrounded == 0)
    #expect(score.all.precision >= Floors.precision)
    #expect(score.all.recall >= Floors.recall)
    #expect(score.models.f1 >= Floors.models)
    for (kind, floor) in Floors.kinds {
      #expect(try #require(score.kinds[kind]).f1 >= floor, "\(kind)")
    }
    for (language, floor) in Floors.languages {
      #expect(try #require(score.languages[language]).f1 >= floor, "\(language)")
    }
  }
}

/// What the extractor reached when the weights were last trained, less a little.
private enum Floors {
  static let precision = 0.85
  static let recall = 0.745
  static let models = 0.95
  static let kinds: [FactKind: Double] = [
    .launch: 0.59, .salesTarget: 0.64, .sales: 0.81, .storeCount: 0.92, .price: 0.85, .range: 0.84,
    .capacity: 0.85, .marketEntry: 0.64, .bodyType: 0.92,
  ]
  static let languages: [LanguageCode: Double] = [
    .german: 0.79, .english: 0.80, .french: 0.81, .italian: 0.74, .spanish: 0.76, .chinese: 0.82,
  ]
}
