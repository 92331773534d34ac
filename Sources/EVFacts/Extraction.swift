import Facts
import Linking
import Reporting

/// Extraction as a filter: JSON lines with articles in, JSON lines with facts out, in the same order.
public struct Extraction: Sendable {
  /// Facts below this confidence are left out.
  public var minConfidence: Double
  /// Whether each fact tells which words decided.
  public var explains: Bool
  private let extractor: FactExtractor

  /// Makes a filter.
  public init(minConfidence: Double = 0, explains: Bool = false) {
    self.minConfidence = minConfidence
    self.explains = explains
    extractor = FactExtractor()
  }

  /// Reads a descriptor to its end and gives the answers, some lines at a time, to `write`.
  public func run(from descriptor: Int32, jobs: Int, write: @escaping (String) throws -> Void) throws {
    let reader = LineReader(descriptor: descriptor)
    var number = 0
    let work = OrderedWork<(Int, [LineReader.Line]), String>(
      next: {
        let lines = try reader.nextLines()
        defer { number += lines.count }
        return lines.isEmpty ? nil : (number + 1, lines)
      },
      work: { first, lines in
        var text = ""
        for (index, line) in lines.enumerated() { text += answer(to: line, number: first + index) + "\n" }
        return text
      },
      finish: write)
    try work.run(jobs: jobs)
  }

  /// The answer to one line: its facts, or an error record.
  public func answer(to line: LineReader.Line, number: Int) -> String {
    guard case .bytes(let bytes) = line else {
      return failure(nil, number, "the line is longer than \(LineReader.limit >> 20) MB")
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.value(of: bytes[...])
    } catch {
      return failure(nil, number, error.description)
    }
    guard case .object(let object) = value else { return failure(nil, number, "\(value.sort) is no article") }
    let fields = JSONFields(object)
    do throws(FieldError) {
      let article = try ArticleFields.article(fields, needsText: true)
      return success(object["id"], extractor.extract(article))
    } catch {
      return failure(object["id"], number, "no article: \(error)")
    }
  }

  private func success(_ id: JSONValue?, _ annotated: AnnotatedArticle) -> String {
    let facts = annotated.facts.filter { ($0.confidence ?? 1) >= minConfidence }.map { fact($0) }
    let language = FactJSON.string(annotated.article.language?.rawValue)
    return
      "{\"id\": \(json(id)), \"language\": \(language), \"models\": \(FactJSON.models(annotated.models)), "
      + "\"facts\": [\(facts.joined(separator: ", "))]}"
  }

  private func fact(_ fact: Fact) -> String {
    let object = FactJSON.fact(fact)
    guard explains else { return object }
    let trail = fact.trail.map { FactJSON.string($0) }.joined(separator: ", ")
    return object.dropLast() + ", \"trail\": [\(trail)]}"
  }

  private func failure(_ id: JSONValue?, _ number: Int, _ error: String) -> String {
    "{\"id\": \(json(id)), \"line\": \(number), \"error\": \(FactJSON.string(error))}"
  }

  /// A name as it was given; what is no name is `null`.
  private func json(_ id: JSONValue?) -> String {
    switch id {
    case .string(let text): FactJSON.string(text)
    case .number(let number): FactJSON.number(number)
    default: "null"
    }
  }
}
