import Hummingbird

/// The parameters of a query or a posted form, decoded, in their order.
struct FormFields: Hashable, Sendable {
  /// A parameter.
  struct Item: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// All of them; empty ones between two `&` are left out.
  private(set) var items: [Item] = []

  /// Reads `a=1&b=two+words`; `nil` stands for no query.
  init(_ text: String?) {
    for part in (text ?? "").utf8.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "="))
      let name = Self.decoded(part[..<(equals ?? part.endIndex)])
      items.append(Item(name: name, value: equals.map { Self.decoded(part[part.index(after: $0)...]) } ?? ""))
    }
  }

  /// Reads the query of a request.
  init(of request: Request) { self.init(request.uri.query) }

  /// The first value of a name.
  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// All values of a name.
  func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// A `+` is a space; what is no UTF-8 becomes U+FFFD, and a `%` without its digits stays.
  static func decoded(_ text: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        let two = rest.prefix(2).compactMap(digit)
        if two.count == 2 {
          bytes.append(two[0] << 4 | two[1])
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// A text as it stands in an address: all but letters, digits and `-._~` as `%` and two digits.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
