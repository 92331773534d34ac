import Facts

/// Numbers as people read them: `130,000`, `18.5`.
public enum NumberWords {
  /// A number with its thousands grouped.
  public static func grouped(_ number: Double) -> String {
    let plain = FactJSON.number(number).utf8
    let sign = plain.first == 0x2D ? 1 : 0
    let whole = plain.dropFirst(sign).prefix { (0x30...0x39).contains($0) }.count
    guard whole > 3 else { return String(plain) }
    var grouped: [UInt8] = []
    for (place, byte) in plain.enumerated() {
      let left = sign + whole - place
      if place > sign, left > 0, left % 3 == 0 { grouped.append(0x2C) }
      grouped.append(byte)
    }
    return String(decoding: grouped, as: UTF8.self)
  }
}
