import Facts
import Foundation
import Reading
import Testing

/// The reader on pages of our own in six languages, each with its text and metadata, stays above pinned floors.
///
/// News, blogs, press releases, shop pages, forums, tables, broken markup, old encodings. Raising a floor is easy; lowering
/// one is a visible edit here.
@Suite struct PageFloorTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/pages")

  /// What a page says, as a person wrote it down.
  private struct Truth: Decodable {
    var title: String
    var published: String?
    var modified: String?
    var author: String?
    var publisher: String?
    var language: String
    var url: String?
    var encoding: String
    var text: [String]
  }

  @Test func staysAboveTheFloors() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: PageFloorTests.folder.path).filter {
      $0.hasSuffix(".html")
    }.sorted()
    try #require(pages.count >= 37)
    var precision = 0.0
    var recall = 0.0
    var fields: [String: (given: Int, right: Int, stated: Int)] = [:]
    for page in pages {
      let place = PageFloorTests.folder.appending(path: page)
      let truth = try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: place.deletingPathExtension().appendingPathExtension("json")))
      // By its bytes, so that the day of the checkout is not taken for that of the page.
      let read = try #require(
        try ArticleReader().read(bytes: [UInt8](Data(contentsOf: place)), name: page).first)
      let score = ShingleScore(truth: truth.text.joined(separator: "\n"), found: read.article.text)
      precision += score.precision / Double(pages.count)
      recall += score.recall / Double(pages.count)
      #expect(min(score.precision, score.recall) >= Floors.anyPage, "\(page)")
      #expect(read.article.language?.rawValue == truth.language, "\(page)")
      #expect(read.notes.first { $0.field == "encoding" }?.value == truth.encoding, "\(page)")
      let compared: [(String, String?, String?)] = [
        ("title", truth.title, read.article.title),
        ("published", truth.published, read.article.published?.description),
        ("modified", truth.modified, read.modified?.description), ("author", truth.author, read.author),
        ("publisher", truth.publisher, read.article.publisher), ("url", truth.url, read.article.url),
      ]
      for (name, stated, found) in compared {
        fields[name, default: (0, 0, 0)].stated += stated == nil ? 0 : 1
        fields[name, default: (0, 0, 0)].given += found == nil ? 0 : 1
        fields[name, default: (0, 0, 0)].right += found != nil && found == stated ? 1 : 0
      }
    }
    #expect(2 * precision * recall / (precision + recall) >= Floors.text)
    for (name, count) in fields {
      let floor = try #require(Floors.fields[name])
      #expect(Double(count.right) >= floor.precision * Double(count.given), "\(name) \(count)")
      #expect(Double(count.right) >= floor.recall * Double(count.stated), "\(name) \(count)")
    }
  }

  @Test func theScoreCountsShingles() {
    let same = ShingleScore(truth: "a b c d e", found: "a b c d e")
    #expect(same.precision == 1 && same.recall == 1)
    let half = ShingleScore(truth: "a b c d e", found: "a b c d")
    #expect(half.precision == 1 && half.recall == 0.5)
    #expect(ShingleScore(truth: "小米汽车上市", found: "小米汽车").recall == 1 / 3.0)
    #expect(ShingleScore(truth: "a b", found: "").recall == 0)
  }
}

/// What the reader reached when the pages were last added to, less a little.
private enum Floors {
  static let text = 0.965
  static let anyPage = 0.75
  static let fields: [String: (precision: Double, recall: Double)] = [
    "title": (1, 1), "published": (1, 0.95), "modified": (1, 1), "author": (1, 0.95), "publisher": (1, 1),
    "url": (1, 1),
  ]
}

/// How much of a text was found: rows of four words, each counted as often as it stands.
///
/// A character of Chinese is a word, for nothing parts its words.
private struct ShingleScore {
  let precision: Double
  let recall: Double

  init(truth: String, found: String) {
    let truth = ShingleScore.shingles(truth)
    let found = ShingleScore.shingles(found)
    let both = truth.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    let all = { (shingles: [[String]: Int]) in shingles.values.reduce(0, +) }
    precision = found.isEmpty ? 1 : Double(both) / Double(all(found))
    recall = truth.isEmpty ? 1 : Double(both) / Double(all(truth))
  }

  private static func shingles(_ text: String) -> [[String]: Int] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      if isLetter, !scalar.properties.isIdeographic {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      if isLetter { words.append(String(scalar)) }
    }
    if !word.isEmpty { words.append(word) }
    var counts: [[String]: Int] = [:]
    guard !words.isEmpty else { return counts }
    for start in 0..<max(1, words.count - 3) {
      counts[Array(words[start..<min(start + 4, words.count)]), default: 0] += 1
    }
    return counts
  }
}
