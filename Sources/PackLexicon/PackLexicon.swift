import Foundation
import LexiconTables

/// Writes a Swift file that holds the tables given, packed: `PackLexicon OUTPUT FILE…`.
///
/// Files of `Catalogue` make one table; each of `Languages` makes one with `Common.txt` before it, each of `Questions` one
/// with `Any.txt` before it. What is wrong with a language file is written along, for a test to find, and told as a warning
/// of the build.
@main
struct PackLexicon {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { return }
    var texts: [String: String] = [:]
    for path in arguments.dropFirst() {
      let url = URL(filePath: path)
      texts[url.lastPathComponent] = try String(contentsOf: url, encoding: .utf8)
    }
    let source = texts["makers.tsv"] == nil ? questions(texts) : lexicon(texts)
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// The catalogue and the words of each language.
  private static func lexicon(_ texts: [String: String]) -> String {
    func text(_ name: String) -> String { texts[name] ?? "" }
    let catalogue = Catalogue(
      makers: text("makers.tsv"), models: text("models.tsv"), markets: text("markets.tsv"),
      regions: text("regions.tsv"), blockers: text("blockers.txt"))
    var source = "/// The tables of the lexicon as the build packed them.\nenum PackedLexicon {\n"
    source += literal("catalogue", catalogue.packed)
    source += literal("topic", TopicTable(text("Topic.txt")).packed)
    var entries: [String] = []
    for file in languages(of: texts, but: ["Template.txt", "Common.txt", "Topic.txt", "blockers.txt"]) {
      let name = file.dropLast(".txt".count).lowercased()
      var faults: [WordTable.Fault] = []
      source += literal(name, WordTable(files: [text("Common.txt"), text(file)], faults: &faults).packed)
      for fault in faults { FileHandle.standardError.write(Data("warning: \(file): \(fault)\n".utf8)) }
      let listed = faults.map { "\"\(escaped($0.description))\"" }.joined(separator: ", ")
      entries.append("    (name: \"\(name)\", table: \(name), faults: [\(listed)])")
    }
    source += "  static let languages: [(name: StaticString, table: StaticString, faults: [String])] = [\n"
    return source + entries.joined(separator: ",\n") + "\n  ]\n}\n"
  }

  /// The words of questions of each language.
  private static func questions(_ texts: [String: String]) -> String {
    var source = "/// The words of questions as the build packed them.\nenum PackedQuestions {\n"
    for file in languages(of: texts, but: ["Any.txt"]) {
      let table = PhraseTable(files: [texts["Any.txt"] ?? "", texts[file] ?? ""])
      source += literal(file.dropLast(".txt".count).lowercased(), table.packed)
    }
    return source + "}\n"
  }

  private static func languages(of texts: [String: String], but others: Set<String>) -> [String] {
    texts.keys.filter { $0.hasSuffix(".txt") && !others.contains($0) }.sorted()
  }

  /// Packed numbers hold neither quotation marks nor number signs, so that a raw literal needs no escapes.
  private static func literal(_ name: String, _ packed: [UInt8]) -> String {
    "  static let \(name): StaticString = #\"\(String(decoding: packed, as: UTF8.self))\"#\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }
}
