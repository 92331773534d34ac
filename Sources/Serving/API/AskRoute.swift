import EVFacts
import HTTPTypes
import Foundation

/// A question in words, answered as `evfacts ask` answers it.
enum AskRoute {
  static let route = APIRoute(
    path: "/ask", operation: "ask",
    summary:
      "Answers a question in English, German, French, Italian, Spanish or Chinese; one that is not understood in full gets no answer.",
    parameters: [
      APIParameter(
        "q", .text(most: 500), "The question.", isRequired: true,
        example: .string("which models launch in 2025")),
      APIParameter("claims", .flag, "Whether all that anyone claims counts, not only what is believed."),
      APIParameter("today", .day, "The day that next year counts from; else today."),
      FactParameters.minConfidence,
    ],
    answer: .object(schema), refusals: [.unprocessableContent], respond: answer)

  private static func answer(_ request: APIRequest) async throws -> APIBody {
    let question = request.arguments.text("q") ?? ""
    let scope = FactScope(
      allClaims: request.arguments.flag("claims"),
      minConfidence: request.arguments.number("min_confidence") ?? 0)
    let today =
      request.arguments.period("today")?.first ?? Day(number: Int(Date().timeIntervalSince1970) / 86_400)
    return try await request.site.read { store in
      let reader = try request.site.questionReader()
      do {
        let answer = try Answer(to: question, in: store, reader: reader, today: today, scope: scope)
        let sentence = "{\"sentence\": \(FactJSON.string(answer.sentence)), "
        return APIBody(sentence + answer.json.dropFirst() + "\n")
      } catch let refusal as RefusedQuestion {
        throw Self.problem(of: refusal)
      }
    }
  }

  /// Which words could not be placed, and what can be asked.
  private static func problem(of refused: RefusedQuestion) -> Refusal {
    var refusal = Refusal(.unprocessableContent, lines: refused.text())
    refusal.hint = refused.suggestions.joined(separator: " | ")
    refusal.members = [
      ("unplaced", .strings(refused.unplaced)), ("nearest", .strings(refused.nearest)),
      ("suggestions", .strings(refused.suggestions)),
    ]
    return refusal
  }

  private static let schema: JSONTree = {
    let fields = [
      "kind", "manufacturer", "model", "value", "value_max", "qualifier", "unit", "when", "market", "status",
      "attribute", "source", "confidence", "evidence",
    ].map { APIColumn.fact($0) }
    let article = APIColumn.rowSchema([
      APIColumn("id", .text, "the name it goes by"), APIColumn.fact("title"), APIColumn.fact("publisher"),
      APIColumn.fact("published"), APIColumn.fact("url"),
    ])
    let row = JSONTree.object([
      ("type", .string("object")), ("required", .strings(fields.map(\.name) + ["article"])),
      ("additionalProperties", .bool(false)),
      ("properties", .object(fields.map { ($0.name, $0.schema) } + [("article", article)])),
    ])
    let own = [
      APIColumn("sentence", .text, "the answer in a sentence, in the question's language"),
      APIColumn("question", .text, "the question as it was asked"),
      APIColumn("language", .text, "the language that it is asked in, ISO 639-1"),
      APIColumn("reading", .text, "how it was read"),
      APIColumn("sql", .text, "the statement that answers it"),
      APIColumn("count", .integer, "how many rows there are"),
    ]
    return .object([
      ("type", .string("object")), ("required", .strings(own.map(\.name) + ["rows"])),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(
          own.map { ($0.name, $0.schema) } + [
            ("rows", .object([("type", .string("array")), ("items", row)]))
          ])
      ),
    ])
  }()
}
