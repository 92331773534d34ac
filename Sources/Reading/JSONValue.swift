/// A JSON value, read leniently enough for what pages embed: control characters in strings and a comma too many pass.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The first value of a key of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string that is not empty.
  var text: String? {
    guard case .string(let text) = self, !text.isEmpty else { return nil }
    return text
  }

  /// The elements of an array; any other value is an array of itself.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [self] }
    return elements
  }

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

/// Reads one JSON value after another from UTF-8 bytes.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  /// Where it stands; after an error, where the error is.
  private(set) var at: Int
  /// Deeper values are refused: nothing that is read here nests so far, and the stack is finite.
  private static let deepest = 200
  /// More values than these, 16 million, are refused: articles that fill a gigabyte have fewer.
  private static let mostValues = 1 << 24
  private var count = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// The value that the bytes hold, and nothing else but space.
  static func parse(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    var parser = JSONParser(bytes)
    guard let value = parser.next(), parser.isAtEnd else { return nil }
    return value
  }

  /// Whether only white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return at >= bytes.endIndex
    }
  }

  /// The next value, or `nil` where there is none or it is broken.
  mutating func next() -> JSONValue? { value(depth: 0) }

  private var byte: UInt8 { at < bytes.endIndex ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < bytes.endIndex, bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    count += 1
    guard depth < JSONParser.deepest, count <= JSONParser.mostValues, at < bytes.endIndex else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) -> JSONValue? {
    let matches = text.withUTF8Buffer { bytes[at...].starts(with: $0) }
    guard matches else { return nil }
    at += text.utf8CodeUnitCount
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while at < bytes.endIndex, "0123456789+-.eE".utf8.contains(bytes[at]) { at += 1 }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    at += 1
    var elements: [JSONValue] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]") { break }
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 } else if byte != UInt8(ascii: "]") { return nil }
    }
    at += 1
    return .array(elements)
  }

  private mutating func object(depth: Int) -> JSONValue? {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: "\""), let key = string() else { return nil }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { return nil }
      at += 1
      guard let member = value(depth: depth + 1) else { return nil }
      members.append((key, member))
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 } else if byte != UInt8(ascii: "}") { return nil }
    }
    at += 1
    return .object(members)
  }

  private mutating func string() -> String? {
    at += 1
    let start = at
    while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
    guard at < bytes.endIndex else { return nil }
    var out = Array(bytes[start..<at])
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard at < bytes.endIndex else { return nil }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = scalar() else { return nil }
        out.append(contentsOf: String(scalar).utf8)
      default: out.append(escape)
      }
    }
    return nil
  }

  /// The scalar of `\uXXXX`, the two halves of a pair put together; half a pair alone is U+FFFD.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = hex() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let back = at
    guard first < 0xDC00, byte == UInt8(ascii: "\\"), at + 1 < bytes.endIndex,
      bytes[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    at += 2
    guard let second = hex() else { return nil }
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else {
      at = back
      return "\u{FFFD}"
    }
    return scalar
  }

  private mutating func hex() -> UInt32? {
    guard at + 4 <= bytes.endIndex,
      let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { return nil }
    at += 4
    return value
  }
}
