/// Numbers as text of the 85 characters from % to y, five a number: what a string literal can hold without escapes, and
/// what is read back at a billion characters a second.
package struct TableWriter {
  package private(set) var text: [UInt8] = []

  package init() {}

  package mutating func write(_ number: UInt32) {
    var rest = number
    var digits: [UInt8] = [0, 0, 0, 0, 0]
    for place in digits.indices.reversed() {
      digits[place] = 0x25 + UInt8(rest % 85)
      rest /= 85
    }
    text += digits
  }

  package mutating func write(_ numbers: [UInt32]) {
    write(UInt32(numbers.count))
    for number in numbers { write(number) }
  }

  package mutating func write(_ bytes: [UInt8]) {
    write(UInt32(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 4) {
      var number: UInt32 = 0
      for place in 0..<4 where start + place < bytes.count {
        number |= UInt32(bytes[start + place]) << (8 * place)
      }
      write(number)
    }
  }

  /// Strings without line feeds.
  package mutating func write(_ strings: [String]) {
    write(UInt32(strings.count))
    write(Array(strings.joined(separator: "\n").utf8))
  }
}

/// Reads what ``TableWriter`` wrote, in the same order.
package struct TableReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Reads a text that stays where it is.
  package init(_ text: StaticString) {
    self.text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The next number; 0 past the end.
  package mutating func number() -> UInt32 {
    guard at + 5 <= text.count else { return 0 }
    defer { at += 5 }
    return (0..<5).reduce(0) { $0 &* 85 &+ UInt32(text[at + $1] &- 0x25) }
  }

  /// The next list of numbers.
  package mutating func numbers() -> [UInt32] {
    let count = Int(number())
    guard count <= (text.count - at) / 5, let start = text.baseAddress else { return [] }
    let from = start + at
    at += count * 5
    return Array(unsafeUninitializedCapacity: count) { out, filled in
      for i in 0..<count {
        let c = from + i * 5
        var value = UInt32(c[0] &- 0x25)
        value = value &* 85 &+ UInt32(c[1] &- 0x25)
        value = value &* 85 &+ UInt32(c[2] &- 0x25)
        value = value &* 85 &+ UInt32(c[3] &- 0x25)
        out[i] = value &* 85 &+ UInt32(c[4] &- 0x25)
      }
      filled = count
    }
  }

  /// The next list of bytes.
  package mutating func bytes() -> [UInt8] {
    let count = Int(number())
    guard (count + 3) / 4 <= (text.count - at) / 5 else { return [] }
    var out: [UInt8] = []
    out.reserveCapacity(count + 3)
    for _ in 0..<(count + 3) / 4 {
      let four = number()
      for place in 0..<4 { out.append(UInt8(truncatingIfNeeded: four >> (8 * place))) }
    }
    out.removeLast(out.count - count)
    return out
  }

  /// The next list of strings.
  package mutating func strings() -> [String] {
    let count = Int(number())
    let bytes = bytes()
    guard count > 0 else { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
