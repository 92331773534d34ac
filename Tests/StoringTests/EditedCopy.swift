import Facts
import Foundation

/// An annotated article of the corpus, as others print it.
struct EditedCopy {
  /// The articles of a folder of `Tests/Corpus`, or of all of them, without their facts.
  static func corpus(_ folder: String = "") -> [Article] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Corpus/\(folder)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
      $0 as? URL
    }
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path() < $1.path() }.compactMap {
      article(in: $0)
    }
  }

  /// The article of a file, `nil` where it is none.
  private static func article(in file: URL) -> Article? {
    struct Fields: Decodable {
      var title: String?
      var text: String
    }
    guard let bytes = try? Data(contentsOf: file),
      let fields = try? JSONDecoder().decode(Fields.self, from: bytes)
    else { return nil }
    let name = file.pathComponents.suffix(3).joined(separator: "-")
    return Article(
      id: name, title: fields.title, published: nil, publisher: nil, url: nil, language: nil,
      text: fields.text)
  }

  /// The edits that a copy may have.
  enum Edit: CaseIterable {
    case paragraphDropped, figuresRounded, linksAdded, all
  }

  /// The article with another headline and the edit.
  static func of(_ article: Article, edit: Edit, links: [String]) -> Article {
    var copy = article
    copy.id += "-\(edit)"
    copy.title = "Wire: " + (article.title ?? "")
    var paragraphs = article.text.components(separatedBy: "\n\n")
    if edit == .paragraphDropped || edit == .all, paragraphs.count > 2 {
      paragraphs.remove(at: paragraphs.count / 2)
    }
    if edit == .figuresRounded || edit == .all { paragraphs = paragraphs.map(rounded) }
    if edit == .linksAdded || edit == .all { paragraphs += links }
    copy.text = paragraphs.joined(separator: "\n\n")
    return copy
  }

  /// Every figure of three digits and more rounded to two, years left alone: 136,854 becomes 140,000.
  static func rounded(_ text: String) -> String {
    var result = ""
    var number = ""
    func finish() {
      let digits = number.filter(\.isNumber)
      let isYear = digits == number && digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
      if digits.count > 2, !isYear, digits.first != "0", let head = Int(digits.prefix(3)) {
        let two = String(min(99, (head + 5) / 10))
        var place = 0
        for character in number where character.isNumber {
          result += place < 2 ? String(Array(two)[place]) : "0"
          place += 1
          _ = character
        }
      } else {
        result += number
      }
      number = ""
    }
    for character in text {
      if character.isASCII, character.isNumber || (!number.isEmpty && (character == "," || character == "."))
      {
        number.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return result
  }
}
