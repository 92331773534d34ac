import HTTPTypes
import Hummingbird

/// The forms in which rows are answered.
enum APIFormat: String, CaseIterable, Sendable {
  /// One object with the rows and where the next page begins.
  case json
  /// Comma-separated values.
  case csv
  /// One object a line.
  case jsonl

  /// The media type.
  var type: String {
    switch self {
    case .json: "application/json"
    case .csv: "text/csv"
    case .jsonl: "application/x-ndjson"
    }
  }

  /// The field that says so.
  var contentType: String { self == .csv ? "text/csv; charset=utf-8; header=present" : type }

  /// The one that a request wants, of those that there are: by `format`, else by `Accept`; throws 406.
  static func wanted(by request: Request, format: String?, of known: [APIFormat]) throws -> APIFormat {
    if let format = format.flatMap(APIFormat.init) {
      guard known.contains(format) else { throw refusal(known) }
      return format
    }
    let fields = request.headers[values: .accept]
    guard !fields.isEmpty else { return .json }
    var best: (format: APIFormat, quality: Double)?
    for format in known {
      var quality = (value: 0.0, detail: -1)
      for range in fields.joined(separator: ",").split(separator: ",") {
        let parts = range.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let name = parts.first else { continue }
        let detail =
          name == format.type
          ? 2 : name == format.type.prefix { $0 != "/" } + "/*" ? 1 : name == "*/*" ? 0 : -1
        guard detail > quality.detail else { continue }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
        quality = (min(1, max(0, weight ?? 1)), detail)
      }
      if quality.value > best?.quality ?? 0 { best = (format, quality.value) }
    }
    guard let best else { throw refusal(known) }
    return best.format
  }

  private static func refusal(_ known: [APIFormat]) -> Refusal {
    Refusal(
      .notAcceptable, "there is no answer in that form",
      hint: "Accept: " + known.map(\.type).joined(separator: ", "))
  }
}
