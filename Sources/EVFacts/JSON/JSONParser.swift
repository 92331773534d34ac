/// Reads JSON values off bytes, one after another, and says where and why it cannot.
///
/// Method: recursive descent by RFC 8259. Text is taken byte for byte, so that offsets into it hold; half a surrogate
/// pair, which crawled pages contain, becomes U+FFFD: three bytes as before.
public struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private static let deepest = 200

  /// A parser at the beginning of the bytes; a byte order mark is passed over.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  /// The one value that the bytes hold.
  public static func value(of bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    guard let value = try parser.next() else { throw parser.error("a value") }
    parser.skipSpace()
    guard parser.position == bytes.endIndex else { throw parser.error("nothing more") }
    return value
  }

  /// The next of several values, `nil` at the end.
  public mutating func next() throws(JSONError) -> JSONValue? {
    skipSpace()
    guard position < bytes.endIndex else { return nil }
    return try value(depth: 0)
  }

  /// How many bytes have been read.
  public var offset: Int { position - bytes.startIndex }

  private var byte: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private func error(_ expected: String) -> JSONError {
    JSONError(offset: position - bytes.startIndex, expected: expected)
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard depth < JSONParser.deepest else { throw error("at most \(JSONParser.deepest) levels") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var fields: [String: JSONValue] = [:]
    skipSpace()
    if skip("}") { return .object(fields) }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw error("a name in quotation marks") }
      let name = try string()
      skipSpace()
      guard skip(":") else { throw error("':'") }
      fields[name] = try value(depth: depth + 1)
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw error("',' or '}'") }
    return .object(fields)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if skip("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw error("',' or ']'") }
    return .array(values)
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard let byte, byte == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.endIndex, bytes[position..<end].elementsEqual("\(word)".utf8) else {
      throw error("a value")
    }
    position = end
    return value
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = position
    while let byte, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
      position += 1
    }
    let digits = bytes[start..<position]
    // Swift's own reading of numbers is laxer than JSON's, which wants a digit at both ends.
    guard let first = digits.first, let last = digits.last, first == 0x2D || first >= 0x30, last >= 0x30,
      last <= 0x39,
      let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite
    else {
      position = start
      throw error("a value")
    }
    return number
  }
}

extension JSONParser {
  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if byte == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position], from: start)
    }
    var decoded = Array(bytes[start..<position])
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error("no control character in a text") }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &decoded) } else { decoded.append(byte) }
    }
    guard skip("\"") else { throw error("'\"'") }
    return try text(decoded[...], from: start)
  }

  private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(JSONError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSONError(offset: start - self.bytes.startIndex, expected: "a text in UTF-8")
    }
    return text
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
    guard let byte else { throw error("a character after '\\'") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded += Array(String(try escapedScalar()).utf8)
    default:
      position -= 1
      throw error("one of \"\\/bfnrtu after '\\'")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Character {
    let unit = try fourHexDigits()
    if let scalar = Unicode.Scalar(unit) { return Character(scalar) }
    let after = position
    if unit < 0xDC00, skip("\\"), skip("u"), let low = try? fourHexDigits(), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    {
      return Character(scalar)
    }
    position = after
    return "\u{FFFD}"
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    let end = position + 4
    guard end <= bytes.endIndex,
      bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits") }
    position = end
    return unit
  }
}
