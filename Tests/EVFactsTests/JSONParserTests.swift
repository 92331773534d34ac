import Testing

@testable import EVFacts

@Suite struct JSONParserTests {
  static func value(_ text: String) throws -> JSONValue { try JSONParser.value(of: Array(text.utf8)[...]) }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("-1.5e3", .number(-1500)), ("\"a\"", .string("a")),
    ("[]", .array([])), ("[1, [2]]", .array([.number(1), .array([.number(2)])])),
    ("{\"a\": {}, \"b\": false}", .object(["a": .object([:]), "b": .bool(false)])),
    ("\u{FEFF}1", .number(1)),
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", .string("\"\\/\u{8}\u{C}\n\r\té")),
    ("\"\\ud83d\\ude97 小米 🚗\"", .string("🚗 小米 🚗")),
    ("\"\\ud83d!\\ude97\\ud83d\\u0041\"", .string("\u{FFFD}!\u{FFFD}\u{FFFD}A")),
  ])
  func reads(text: String, value: JSONValue) throws {
    #expect(try Self.value(text) == value)
  }

  @Test(arguments: [
    ("", 1, "a value"), ("{", 2, "a name in quotation marks"), ("{\"a\" 1}", 6, "':'"),
    ("[1 2]", 4, "',' or ']'"),
    ("1 2", 3, "nothing more"), ("nul", 1, "a value"), ("01x", 3, "nothing more"), ("+1", 1, "a value"),
    ("1.", 1, "a value"), ("1e999", 1, "a value"), ("\"a", 3, "'\"'"),
    ("\"\\x\"", 3, "one of \"\\/bfnrtu after '\\'"),
    ("\"\\u12\"", 4, "four hexadecimal digits"), ("\"a\nb\"", 3, "no control character in a text"),
    ("[1,]", 4, "a value"),
  ])
  func saysWhereItStops(text: String, byte: Int, expected: String) throws {
    #expect(throws: JSONError(offset: byte - 1, expected: expected)) { try Self.value(text) }
  }

  @Test func refusesBytesThatAreNoText() throws {
    #expect(throws: JSONError(offset: 1, expected: "a text in UTF-8")) {
      try JSONParser.value(of: [0x22, 0xC3, 0x22])
    }
  }

  @Test func refusesBottomlessNesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try Self.value(deep) }
  }

  @Test func readsOneValueAfterAnother() throws {
    var parser = JSONParser(Array("{\"a\":1}\n{\"a\":2}\n".utf8)[...])
    #expect(try parser.next() == .object(["a": .number(1)]))
    #expect(try parser.next() == .object(["a": .number(2)]))
    #expect(try parser.next() == nil)
  }
}
