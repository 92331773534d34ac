/// Names as they are compared: without case, accents, blanks and marks.
public enum NameComparison {
  /// Letters and digits alone, lower case, Latin letters without their accents; `+` counts as "plus".
  public static func key(_ name: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
      case 0x41...0x5A: out.append(UInt8(scalar.value + 32))
      case 0x2B: out += Array("plus".utf8)
      case 0..<0x80: break
      default:
        if let plain = plain(scalar.value) {
          out += Array(plain.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          out += Array(scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func plain(_ c: UInt32) -> String? {
    switch c {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xF2...0xF6, 0x14C...0x151: "o"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0x15A...0x161: "s"
    case 0x179...0x17E: "z"
    case 0xDF: "ss"
    case 0xFF10...0xFF19: String(UnicodeScalar(UInt8(c - 0xFF10 + 0x30)))
    default: nil
    }
  }
}
