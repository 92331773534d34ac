import Asking
import EVFacts
import Facts
import Foundation
import Testing

/// The questions of the tables, each with an answer that was worked out by hand.
@Suite struct TableTests {
  /// A table of questions and the database that it asks.
  struct Table: Sendable, CustomTestStringConvertible {
    let questions: String
    let facts: String
    /// How many questions there are at least.
    let count: Int

    var testDescription: String { questions }
  }

  static let tables = [
    Table(questions: "questions.txt", facts: "facts.txt", count: 299),
    Table(questions: "second-questions.txt", facts: "second-facts.txt", count: 139),
    Table(questions: "third-questions.txt", facts: "facts.txt", count: 60),
  ]

  /// Of all questions at least this share is answered as the table has it; the others may be refused.
  static let floor = 0.97

  @Test(arguments: tables)
  func answersAreThoseOfTheTable(table: Table) throws {
    let database = try OwnDatabase(facts: table.facts)
    let today = try #require(OwnDatabase.today)
    let rows = try OwnDatabase.rows(table.questions, columns: 3)
    #expect(rows.count >= table.count)
    var right = 0
    var refused: [String] = []
    for row in rows {
      let expected = Expected(row[2])
      do {
        let answer = try Answer(to: row[1], in: database.store, reader: database.reader, today: today)
        #expect(answer.read.language.rawValue == row[0], "\(row[1])")
        let got = expected.said(by: answer.rows)
        // A wrong answer is worse than none.
        #expect(got == expected.normal, "\(row[0]) \(row[1])")
        if got == expected.normal { right += 1 }
      } catch let refusal as RefusedQuestion {
        if row[2] == "refused" { right += 1 } else { refused.append("\(row[1]) \(refusal.unplaced)") }
      }
    }
    #expect(Double(right) >= Self.floor * Double(rows.count), "refused: \(refused)")
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
