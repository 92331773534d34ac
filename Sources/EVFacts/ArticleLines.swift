import Facts

/// A filter: JSON lines with articles in, a JSON line for each out, in the same order.
///
/// A line that cannot be read, is no article or is longer than the limit gives `{"id", "line", "error"}`, and the next goes on.
struct ArticleLines: Sendable {
  /// The fields of an article's answer after its `id`, as JSON text.
  let fields: @Sendable (Article) -> String

  /// Reads a descriptor to its end and gives the answers, some lines at a time, to `write`.
  func run(from descriptor: Int32, jobs: Int, write: @escaping (String) throws -> Void) throws {
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

  private func answer(to line: LineReader.Line, number: Int) -> String {
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
    do throws(FieldError) {
      let article = try ArticleFields.article(JSONFields(object), needsText: true)
      return "{\"id\": \(json(object["id"])), \(fields(article))}"
    } catch {
      return failure(object["id"], number, "no article: \(error)")
    }
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
