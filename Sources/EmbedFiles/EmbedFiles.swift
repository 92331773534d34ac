import Foundation

/// Writes a Swift file that holds the text of the files given: `EmbedFiles OUTPUT FILE…`.
///
/// Texts become `StaticString`s in raw literals, which cost the compiler nothing however long they are.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { return }
    var names: [String] = []
    var source = "/// The data files of this target, in the binary.\nenum EmbeddedFiles {\n"
    for path in arguments.dropFirst() {
      let url = URL(filePath: path)
      let text = try String(contentsOf: url, encoding: .utf8)
      var hashes = "#"
      while text.contains("\"\"\"" + hashes) { hashes += "#" }
      let name = "file\(names.count)"
      source += "  static let \(name): StaticString = \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)\n"
      names.append("(name: \"\(url.lastPathComponent)\", text: \(name))")
    }
    source +=
      "  static let all: [(name: StaticString, text: StaticString)] = [\(names.joined(separator: ", "))]\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
