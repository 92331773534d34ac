/// The query of an address as forms write it: names and values, in order.
struct QueryItems: Sendable {
  /// The items that have a value.
  private(set) var items: [(name: String, value: String)] = []

  /// Reads a query; what is encoded wrongly stands for itself.
  init(_ query: String?) {
    for part in (query ?? "").utf8.split(separator: 0x26).prefix(Self.most) {
      let equals = part.firstIndex(of: 0x3D) ?? part.endIndex
      let value = equals == part.endIndex ? "" : Self.decoded(part[part.index(after: equals)...])
      if !value.isEmpty { items.append((Self.decoded(part[..<equals]), value)) }
    }
  }

  /// The most items that are read.
  private static let most = 100

  /// The last value of a name, without blanks around it.
  subscript(name: String) -> String? {
    guard let value = items.last(where: { $0.name == name })?.value else { return nil }
    let trimmed = value.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// All values of a name.
  func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// A whole number from zero on.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }

  /// The text of percent-encoded bytes, `+` being a blank.
  private static func decoded(_ bytes: Substring.UTF8View) -> String {
    var out: [UInt8] = []
    var left = bytes
    while let byte = left.popFirst() {
      switch byte {
      case 0x2B: out.append(0x20)
      case 0x25:
        let pair = left.prefix(2)
        guard pair.count == 2, let number = UInt8(String(Substring(pair)), radix: 16) else {
          out.append(byte)
          continue
        }
        out.append(number)
        left = left.dropFirst(2)
      default: out.append(byte)
      }
    }
    // What is no UTF-8 becomes U+FFFD, and a NUL would end a value in SQLite.
    return String(decoding: out.filter { $0 != 0 }, as: UTF8.self)
  }
}
