import EVFacts
import HTTPTypes

/// Where a page ended, as a text that means nothing to anyone else: the keys of its last row.
struct Cursor: Hashable, Sendable {
  /// The keys, in the order by which the rows are sorted.
  var keys: [SQLValue]

  /// Makes a cursor of the keys of a row.
  init(_ keys: [SQLValue]) { self.keys = keys }

  /// The text: letters, digits, `-` and `_`.
  var text: String {
    var plain = ""
    for key in keys {
      switch key {
      case .integer(let number): plain += "i\(number)\u{0}"
      case .text(let text): plain += "t\(text)\u{0}"
      case .real, .null: plain += "n\u{0}"
      }
    }
    return Self.digits(of: Array(plain.utf8))
  }

  /// Reads a text; throws a ``Refusal`` where no page gave it: each key must be of its sort, `i` or `t`.
  init(_ text: String, sorts: String) throws {
    var keys: [SQLValue] = []
    let parts = Self.bytes(of: text).map { $0.split(separator: 0, omittingEmptySubsequences: false) } ?? []
    for (part, sort) in zip(parts, sorts.utf8) where part.first == sort {
      guard let rest = String(validating: part.dropFirst(), as: UTF8.self) else { continue }
      if sort == UInt8(ascii: "t") {
        keys.append(.text(rest))
      } else if let number = Int64(rest) {
        keys.append(.integer(number))
      }
    }
    guard keys.count == sorts.utf8.count, parts.count == keys.count + 1 else {
      throw Refusal(
        .notFound, "there is no page behind this cursor",
        hint: "the value of next in the page before, or no cursor")
    }
    self.keys = keys
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Whether a byte stands in such texts.
  static func isDigit(_ byte: UInt8) -> Bool { alphabet.contains(byte) }

  /// Six bits a letter, as in RFC 4648's alphabet for addresses, without padding.
  private static func digits(of bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var (value, bits) = (0, 0)
    for byte in bytes {
      value = (value & 0x3F) << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        out.append(alphabet[value >> bits & 0x3F])
      }
    }
    if bits > 0 { out.append(alphabet[value << (6 - bits) & 0x3F]) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func bytes(of text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var (value, bits) = (0, 0)
    for letter in text.utf8 {
      guard let digit = alphabet.firstIndex(of: letter) else { return nil }
      value = (value & 0xFF) << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(value >> bits & 0xFF))
      }
    }
    return out
  }
}
