/// An address of a page of the site: a path, a query and a fragment, each part encoded by itself.
struct Address: Sendable, CustomStringConvertible {
  private var path: String
  private var query: [(name: String, value: String)] = []
  private var fragment: String?

  /// A path of the program, with names behind it that may hold anything.
  init(_ path: StaticString, _ names: String...) {
    self.path = "\(path)"
    for name in names { self.path += "/" + Self.encoded(name) }
  }

  /// A path as a browser asked for it, encoded already.
  init(asked path: String) { self.path = path.hasPrefix("/") && !path.hasPrefix("//") ? path : "/" }

  /// The address with a value in its query; without one of that name for `nil` or nothing.
  func with(_ name: String, _ value: String?) -> Address {
    var copy = self
    copy.query.removeAll { $0.name == name }
    if let value, !value.isEmpty { copy.query.append((name, value)) }
    return copy
  }

  /// The address with all values of a query.
  func with(_ items: [(name: String, value: String)]) -> Address {
    var copy = self
    copy.query += items
    return copy
  }

  /// The address of an element of the page.
  func at(_ fragment: String) -> Address {
    var copy = self
    copy.fragment = fragment
    return copy
  }

  /// As it stands in a request or in an attribute.
  var description: String {
    var text = path
    for (place, item) in query.enumerated() {
      text += (place == 0 ? "?" : "&") + Self.encoded(item.name) + "=" + Self.encoded(item.value)
    }
    if let fragment { text += "#" + Self.encoded(fragment) }
    return text
  }

  /// A text with all but letters, digits and `-._~` as `%41`.
  private static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
