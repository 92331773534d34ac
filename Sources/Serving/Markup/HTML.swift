import EVFacts

/// HTML while it is written: what a literal says is markup, and what is put into a literal is text.
///
/// The literals are static, so that markup can only come from the program; whatever is interpolated is escaped.
/// Attributes stand in double quotes: `"<a href=\"\(address)\">\(name)</a>"`.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The bytes, UTF-8.
  private(set) var bytes: [UInt8]

  /// Nothing yet, with room for some bytes.
  init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  init(stringLiteral value: StaticString) {
    bytes = []
    append(value)
  }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.html.bytes }

  /// A chart, which brings markup of its own.
  init(_ chart: Chart, id: String) { bytes = Array(chart.svg(id: id).utf8) }

  /// Puts markup behind markup.
  static func += (a: inout HTML, b: HTML) { a.bytes.append(contentsOf: b.bytes) }

  /// Some markups behind each other, with another between each two.
  init(_ parts: [HTML], between: HTML = "") {
    bytes = []
    for (place, part) in parts.enumerated() {
      if place > 0 { self += between }
      self += part
    }
  }

  private mutating func append(_ literal: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Text, escaped.
  mutating func append(text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard !utf8.contains(where: { Self.needsCare[Int($0)] }) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain { bytes.append(contentsOf: Markup.escaped(text).utf8) }
  }

  /// Bytes that begin or are a character that does not stand for itself.
  private static let needsCare: [Bool] = (0..<256).map { byte in
    byte < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF].contains(byte)
  }

  /// What a literal with values in it becomes.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html: HTML

    init(literalCapacity: Int, interpolationCount: Int) {
      html = HTML(capacity: literalCapacity + 24 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) { html.append(literal) }

    /// Text, escaped; nothing for `nil`.
    mutating func appendInterpolation(_ text: String?) { if let text { html.append(text: text) } }

    /// A number in plain digits.
    mutating func appendInterpolation(_ number: some BinaryInteger) { html.append(text: String(number)) }

    /// Markup.
    mutating func appendInterpolation(_ markup: HTML?) { if let markup { html += markup } }

    /// Markup, where a condition holds.
    mutating func appendInterpolation(_ markup: @autoclosure () -> HTML, if condition: Bool) {
      if condition { html += markup() }
    }

    /// An address of the site.
    mutating func appendInterpolation(_ address: Address) { html.append(text: address.description) }
  }
}
