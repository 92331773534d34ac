/// What the bytes alone tell of their encoding.
enum EncodingGuess {
  /// Whether the bytes are no text at all: the marks of common formats, zero bytes, many control characters.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [
      Array("%PDF-".utf8), Array("PK\u{3}\u{4}".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
      Array("GIF8".utf8), Array("SQLite format 3".utf8), [0x7F, 0x45, 0x4C, 0x46], [0xD0, 0xCF, 0x11, 0xE0],
    ]
    if marks.contains(where: { bytes.starts(with: $0) }) { return true }
    var controls = 0
    var zeros = 0
    let sample = bytes.prefix(65_536)
    for byte in sample where byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B {
      controls += 1
      if byte == 0 { zeros += 1 }
    }
    // One stray zero byte in a page is dirt, one in two hundred is not.
    return zeros * 200 > sample.count || controls * 20 > sample.count
  }

  /// UTF-16 without a mark has a zero in nearly every second byte of Latin text.
  static func utf16IsLittleEndian(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (at, byte) in sample.enumerated() where byte == 0 { zeros[at & 1] += 1 }
    let half = sample.count / 2
    if zeros[1] * 3 > half, zeros[0] * 20 < half { return true }
    if zeros[0] * 3 > half, zeros[1] * 20 < half { return false }
    return nil
  }

  /// The label that a page or feed gives near its beginning.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding"] {
      var from = 0
      while let at = find(Array(key.utf8), in: head, from: from) {
        from = at + key.utf8.count
        let rest = head[from...].drop { $0 == 0x20 }
        guard rest.first == UInt8(ascii: "=") else { continue }
        let label = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
          .prefix { $0 > 0x20 && !"\"'>;/?".utf8.contains($0) }
        if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
      }
    }
    return nil
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count >= needle.count + from else { return nil }
    return (from...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }
  }

  /// The likeliest encoding of bytes that are not valid UTF-8.
  static func guess(_ bytes: [UInt8]) -> EncodingName {
    let sample = Array(bytes.prefix(65_536))
    if isMostlyUTF8(sample) { return .utf8 }
    var high = 0
    var pairs = 0
    for at in sample.indices where sample[at] >= 0x80 {
      high += 1
      if at + 1 < sample.count, sample[at + 1] >= 0x80 { pairs += 1 }
    }
    // Accented letters stand alone between ASCII letters; characters of two bytes stand in rows.
    if pairs * 4 < high { return .windows1252 }
    let candidates: [(EncodingName, Double)] = [
      (.gb18030, share(sample, lead: 0x81...0xFE, trail: gbTrail, common: gbCommon)),
      (.big5, share(sample, lead: 0x81...0xFE, trail: big5Trail, common: big5Common)),
      (.shiftJIS, share(sample, lead: 0x81...0xFC, trail: jisTrail, common: jisCommon)),
    ]
    let best = candidates.max { $0.1 < $1.1 }
    guard let best, best.1 > 0.4 else { return .windows1252 }
    return best.0
  }

  /// Whether most sequences of high bytes are UTF-8: a page put together from several sources.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length == 1 {
        at += 1
      } else if length > 1, at + length <= bytes.count,
        bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        good += 1
        at += length
      } else {
        bad += at + 4 > bytes.count ? 0 : 1  // A cut at the end says nothing.
        at += 1
      }
    }
    return good >= bad * 3
  }

  /// The share of two-byte characters that are common ones in an encoding, less what would be broken in it.
  private static func share(
    _ bytes: [UInt8], lead: ClosedRange<UInt8>, trail: (UInt8) -> Bool, common: (UInt8, UInt8) -> Bool
  ) -> Double {
    var all = 0
    var good = 0
    var broken = 0
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      guard first >= 0x80 else {
        at += 1
        continue
      }
      guard lead.contains(first), at + 1 < bytes.count, trail(bytes[at + 1]) else {
        broken += 1
        at += 1
        continue
      }
      all += 1
      if common(first, bytes[at + 1]) { good += 1 }
      at += 2
    }
    guard all > 0 else { return 0 }
    return (Double(good) - 3 * Double(broken)) / Double(all)
  }

  private static func gbTrail(_ b: UInt8) -> Bool {
    (0x30...0x39).contains(b) || (0x40...0xFE).contains(b) && b != 0x7F
  }
  private static func gbCommon(_ a: UInt8, _ b: UInt8) -> Bool {
    (0xB0...0xD7).contains(a) && b >= 0xA1 || a == 0xA3 || a == 0xA1
  }
  private static func big5Trail(_ b: UInt8) -> Bool { (0x40...0x7E).contains(b) || (0xA1...0xFE).contains(b) }
  private static func big5Common(_ a: UInt8, _ b: UInt8) -> Bool { (0xA4...0xC6).contains(a) || a == 0xA1 }
  private static func jisTrail(_ b: UInt8) -> Bool { (0x40...0xFC).contains(b) && b != 0x7F }
  private static func jisCommon(_ a: UInt8, _ b: UInt8) -> Bool {
    a == 0x82 && b >= 0x9F || a == 0x83 && b < 0x97 || a == 0x81
      || (0x88...0x97).contains(a) && (0x40...0xFC).contains(b)
  }
}
