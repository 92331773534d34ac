import Foundation

/// An encoding by the name that pages give it.
struct EncodingName: Equatable, Sendable {
  /// Its name in small letters, as the web writes it.
  let name: String

  static let utf8 = EncodingName(name: "utf-8")
  static let utf16LittleEndian = EncodingName(name: "utf-16le")
  static let utf16BigEndian = EncodingName(name: "utf-16be")
  static let windows1252 = EncodingName(name: "windows-1252")
  static let gb18030 = EncodingName(name: "gb18030")
  static let big5 = EncodingName(name: "big5")
  static let shiftJIS = EncodingName(name: "shift_jis")

  private init(name: String) { self.name = name }

  /// Reads a label as browsers do, or `nil` where nothing converts it.
  init?(label: String) {
    var label = label.lowercased()
    label.removeAll { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == ";" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8": name = "utf-8"
    case "utf-16", "utf-16le", "utf16": name = "utf-16le"
    case "utf-16be": name = "utf-16be"
    // Pages that say Latin-1 or ASCII mean what Windows makes of it.
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "windows-1252", "cp1252",
      "ansi":
      name = "windows-1252"
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936": name = "gb18030"
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950": name = "big5"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932": name = "shift_jis"
    default:
      guard label.utf8.count < 24, !label.isEmpty, let handle = EncodingName.open(label) else { return nil }
      iconv_close(handle)
      name = label
    }
  }

  /// The text, broken bytes as U+FFFD; `nil` where the system cannot convert.
  func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    switch name {
    case "utf-8": String(decoding: bytes, as: UTF8.self)
    case "utf-16le": EncodingName.utf16(bytes, low: 0)
    case "utf-16be": EncodingName.utf16(bytes, low: 1)
    case "windows-1252": EncodingName.windows1252(bytes)
    default: EncodingName.convert(bytes, from: systemName)
    }
  }

  private var systemName: String {
    switch name {
    case "big5": "BIG5-HKSCS"
    case "shift_jis": "CP932"
    default: name.uppercased()
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      units.append(UInt16(bytes[at + low]) | UInt16(bytes[at + 1 - low]) << 8)
      at += 2
    }
    return String(decoding: units, as: UTF16.self) + (at < bytes.endIndex ? "\u{FFFD}" : "")
  }

  /// What windows-1252 has where Latin-1 has control characters.
  private static let windowsMarks = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      text.append((0x80..<0xA0).contains(byte) ? windowsMarks[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  private static func open(_ label: String) -> iconv_t? {
    guard let handle = iconv_open("UTF-8", label), Int(bitPattern: handle) != -1 else { return nil }
    return handle
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, from label: String) -> String? {
    guard let handle = open(label) else { return nil }
    defer { iconv_close(handle) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    var chunk = [CChar](repeating: 0, count: 1 << 14)
    source.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let failed = chunk.withUnsafeMutableBufferPointer { buffer -> Int32 in
          var end = buffer.baseAddress
          var room = buffer.count
          let result = iconv(handle, &next, &left, &end, &room)
          let reason = Int(truncatingIfNeeded: result) == -1 ? errno : 0
          for at in 0..<(buffer.count - room) { out.append(UInt8(bitPattern: buffer[at])) }
          return reason
        }
        if failed == EILSEQ || failed == EINVAL {
          out += [0xEF, 0xBF, 0xBD]
          next = next.map { $0 + 1 }
          left -= 1
        } else if failed != 0 && failed != E2BIG {
          return
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension ArticleReader {
  /// Whether an encoding goes by this name and can be read.
  public static func knows(encoding label: String) -> Bool { EncodingName(label: label) != nil }
}
