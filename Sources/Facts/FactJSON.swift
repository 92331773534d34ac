/// JSON text of facts and articles, in the order and with the fields that the formats document.
public enum FactJSON {
  /// A JSON string literal.
  public static func string(_ text: String) -> String {
    // Most texts stand as they are.
    if !text.utf8.contains(where: needsEscape) {
      return "\"" + text + "\""
    }
    var out: [UInt8] = [0x22]
    out.reserveCapacity(text.utf8.count + 2)
    append(text.utf8, to: &out)
    out.append(0x22)
    return String(decoding: out, as: UTF8.self)
  }

  /// A string literal, or `null`.
  public static func string(_ text: String?) -> String { text.map { string($0) } ?? "null" }

  /// A number without needless decimals, or `null`.
  public static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
    return "\(value)"
  }

  /// One fact as an object on one line.
  ///
  /// `extracted` adds `start`, `end` and `confidence`, else `optional` is added.
  public static func fact(_ fact: Fact, extracted: Bool = true) -> String {
    var fields = [
      "\"kind\": \(string(fact.kind.rawValue))",
      "\"manufacturer\": \(string(fact.manufacturer))",
      "\"model\": \(string(fact.model))",
      "\"value\": \(number(fact.value))",
      "\"value_max\": \(number(fact.valueMax))",
      "\"qualifier\": \(string(fact.qualifier?.rawValue))",
      "\"unit\": \(string(fact.unit))",
      "\"when\": \(string(fact.when?.description))",
      "\"market\": \(string(fact.market))",
      "\"status\": \(string(fact.status.rawValue))",
      "\"attribute\": \(string(fact.attribute))",
      "\"source\": \(string(fact.source))",
      "\"evidence\": \(string(fact.evidence))",
    ]
    if extracted {
      if let span = fact.span {
        fields.append("\"start\": \(span.start)")
        fields.append("\"end\": \(span.end)")
      }
      if let confidence = fact.confidence {
        fields.append("\"confidence\": \(number((confidence * 1000).rounded() / 1000))")
      }
    } else {
      fields.append("\"optional\": \(fact.optional)")
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// The models named, as an array of objects.
  public static func models(_ models: [ModelName]) -> String {
    let objects = models.map {
      "{\"manufacturer\": \(string($0.manufacturer)), \"model\": \(string($0.model))}"
    }
    return "[" + objects.joined(separator: ", ") + "]"
  }

  /// Whether a byte cannot stand in a literal as it is.
  @inlinable
  package static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// Appends what stands in a literal between its quotation marks.
  package static func append(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0x0A: out += [0x5C, 0x6E]
      case 0x0D: out += [0x5C, 0x72]
      case 0x09: out += [0x5C, 0x74]
      case 0..<0x20, 0x7F: out += [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
  }
}
