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
    #expect(score.all.precision >= 0.80)
    #expect(score.all.recall >= 0.60)
    #expect(score.models.f1 >= 0.92)
    for (language, tally) in score.languages { #expect(tally.f1 >= 0.55, "\(language)") }
  }
}
