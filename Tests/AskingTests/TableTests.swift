import Asking
import EVFacts
import Facts
import Foundation
import Testing

/// The questions of `Tables/questions.txt`, each with an answer that was worked out by hand.
@Suite struct TableTests {
  @Test func answersAreThoseOfTheTable() throws {
    let database = try OwnDatabase()
    let today = try #require(OwnDatabase.today)
    let rows = try OwnDatabase.rows("questions.txt", columns: 3)
    #expect(rows.count >= 150)
    for row in rows {
      let got: String
      do {
        let answer = try Answer(to: row[1], in: database.store, reader: database.reader, today: today)
        #expect(answer.read.language.rawValue == row[0], "\(row[1])")
        got = Expected(row[2]).said(by: answer.rows)
      } catch let refusal as RefusedQuestion {
        got = row[2] == "refused" ? "refused" : "refused: \(refusal.unplaced)"
      }
      #expect(got == Expected(row[2]).normal, "\(row[0]) \(row[1])")
    }
  }
}

/// What a table says that the answer is, in a form that can be compared.
struct Expected {
  let sort: String
  let normal: String

  init(_ text: String) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    sort = String(text[..<colon])
    let parts = text[colon...].dropFirst().split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    normal = Expected.normal(sort, parts)
  }

  /// What the rows say of what is compared.
  func said(by rows: [FactRow]) -> String {
    let parts: [String] = rows.compactMap { row in
      switch sort {
      case "models", "order":
        [row.fact.manufacturer, row.fact.model].compactMap(\.self).joined(separator: "/")
      case "makers": row.fact.manufacturer
      case "markets": row.fact.market
      case "whens": row.fact.when?.description
      default: row.fact.value.map { FactJSON.number($0) }
      }
    }
    switch sort {
    case "count": return Expected.normal(sort, [String(rows.count)])
    case "none": return rows.isEmpty ? "none" : "\(rows.count) rows"
    case "refused": return "answered"
    default: return Expected.normal(sort, parts)
    }
  }

  private static func normal(_ sort: String, _ parts: [String]) -> String {
    let isOrdered = sort == "order" || sort == "series"
    return ([sort] + (isOrdered ? parts : Set(parts).sorted())).joined(separator: " ")
  }
}
