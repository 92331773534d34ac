import Facts

/// Numbers as people read them: `130,000`, `18.5`.
public enum NumberWords {
  /// A number with its thousands grouped.
  public static func grouped(_ number: Double) -> String {
    let plain = FactJSON.number(number)
    let sign = plain.hasPrefix("-") ? "-" : ""
    let unsigned = plain.dropFirst(sign.count)
    let whole = unsigned.prefix { $0.isNumber }
    let rest = unsigned.dropFirst(whole.count)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + rest
  }
}
