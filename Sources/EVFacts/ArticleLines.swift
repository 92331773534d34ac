import Facts

/// A filter: JSON lines with articles in, a JSON line for each out, in the same order.
///
/// A line that cannot be read, is no article or is longer than the limit gives `{"id", "line", "error"}`, and the next
/// goes on. Where lines are keyed, a key and a tab stand before each, going in and coming out: whoever passes lines on in
/// parts, or out of order, knows by it which is which, and the key stands for `line`.
struct ArticleLines: Sendable {
  /// Whether a key stands before each line.
  var isKeyed = false
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
      return (isKeyed ? "\t" : "")
        + failure(nil, "\(number)", "the line is longer than \(LineReader.limit >> 20) MB")
    }
    guard isKeyed else { return answer(to: bytes[...], line: "\(number)") }
    guard let tab = bytes.firstIndex(of: 0x09) else {
      return "\t" + failure(nil, "\(number)", "no key: a key and a tab are expected before the article")
    }
    return String(decoding: bytes[..<tab], as: UTF8.self) + "\t" + answer(to: bytes[(tab + 1)...], line: nil)
  }

  private func answer(to bytes: ArraySlice<UInt8>, line: String?) -> String {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.value(of: bytes)
    } catch {
      return failure(nil, line, error.description)
    }
    guard case .object(let object) = value else { return failure(nil, line, "\(value.sort) is no article") }
    do throws(FieldError) {
      let article = try ArticleFields.article(JSONFields(object), needsText: true)
      return "{\"id\": \(json(object["id"])), \(fields(article))}"
    } catch {
      return failure(object["id"], line, "no article: \(error)")
    }
  }

  private func failure(_ id: JSONValue?, _ line: String?, _ error: String) -> String {
    "{\"id\": \(json(id)), \(line.map { "\"line\": \($0), " } ?? "")\"error\": \(FactJSON.string(error))}"
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
