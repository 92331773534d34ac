/// A text with places to fill, taken apart once: `{d}. {m} {y}`, `about {}`.
struct WordTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case place(String)
  }

  private let parts: [Part]

  /// Takes a text apart.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The text with a value in each place.
  func filled(_ value: (String) -> String) -> String {
    var out = ""
    for part in parts {
      switch part {
      case .text(let text): out += text
      case .place(let name): out += value(name)
      }
    }
    return out
  }

  /// The text with one value in all places.
  func filled(_ value: String) -> String { filled { _ in value } }
}
