import Asking
import EVFacts
import Facts
import Foundation
import Storing

/// A small database of `Tables`, and the questions that are asked of it.
struct OwnDatabase {
  let store: FactStore
  let reader: DefaultQuestionReader

  /// The day that the questions are asked on.
  static let today = Day("2026-02-01")

  init(facts table: String = "facts.txt") throws {
    store = try FactStore.inMemory()
    var articles: [String: AnnotatedArticle] = [:]
    var order: [String] = []
    for row in try Self.rows(table, columns: 12) {
      let fact = try Self.fact(row)
      if articles[row[0]] == nil {
        order.append(row[0])
        let article = Article(
          id: row[0], title: "Article \(row[0])", published: Day(row[1]), publisher: "Ledger", url: nil,
          language: .english,
          text: "")
        articles[row[0]] = AnnotatedArticle(article: article, models: [], facts: [])
      }
      articles[row[0]]?.article.text += fact.evidence + "\n\n"
      articles[row[0]]?.facts.append(fact)
      if let maker = fact.manufacturer, let model = fact.model {
        articles[row[0]]?.models.append(ModelName(manufacturer: maker, model: model))
      }
    }
    let all = order.compactMap { articles[$0] }
    _ = try store.add(all, origin: .imported)
    reader = DefaultQuestionReader(store: store)
  }

  private static func fact(_ row: [String]) throws -> Fact {
    func text(_ column: Int) -> String? { row[column].isEmpty ? nil : row[column] }
    guard let kind = FactKind(rawValue: row[2]), let status = Status(rawValue: row[10]) else {
      throw TableError(line: row.joined(separator: " | "))
    }
    let said = row[2...].filter { !$0.isEmpty }.joined(separator: " ")
    return Fact(
      kind: kind, manufacturer: text(3), model: text(4), value: Double(row[5]),
      qualifier: Qualifier(rawValue: row[6]),
      unit: text(7), when: text(8).flatMap { Period($0) }, market: text(9), status: status,
      attribute: text(11),
      evidence: said + ".")
  }

  /// A line of a table that cannot be read.
  struct TableError: Error { let line: String }

  /// The rows of a table, without comments.
  static func rows(_ name: String, columns: Int) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables")
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      var fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      while fields.count < columns { fields.append("") }
      return fields
    }
  }
}
