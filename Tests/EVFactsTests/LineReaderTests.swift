import Foundation
import Testing

@testable import EVFacts

@Suite struct LineReaderTests {
  static func lines(_ text: String, limit: Int = 10) throws -> [LineReader.Line] {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    let reader = LineReader(descriptor: pipe.fileHandleForReading.fileDescriptor, limit: limit)
    var lines: [LineReader.Line] = []
    while case let next = try reader.nextLines(), !next.isEmpty { lines += next }
    return lines
  }

  static func line(_ text: String) -> LineReader.Line { .bytes(Array(text.utf8)) }

  @Test(arguments: [("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\n", [""])])
  func readsLines(text: String, lines: [String]) throws {
    #expect(try Self.lines(text) == lines.map { Self.line($0) })
  }

  @Test func passesOverLinesThatAreTooLong() throws {
    let long = String(repeating: "x", count: 11)
    #expect(try Self.lines("a\n\(long)\nb\n\(long)") == [Self.line("a"), .tooLong, Self.line("b"), .tooLong])
    #expect(try Self.lines(String(long.dropLast())) == [Self.line("xxxxxxxxxx")])
  }
}
