import Deciding
import Foundation

/// Writes a Swift file that holds trained weights, packed: `PackWeights OUTPUT FILE…`.
@main
struct PackWeights {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { return }
    var models: [String: TreeModel] = [:]
    for path in arguments.dropFirst() {
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      models.merge(TreeText(text).trained) { _, new in new }
    }
    let packed = String(decoding: TreeModel.packed(models), as: UTF8.self)
    // Packed numbers hold neither quotation marks nor number signs, so that a raw literal needs no escapes.
    let source =
      "/// The trained models as the build packed them.\nenum PackedWeights {\n"
      + "  static let all: StaticString = #\"\(packed)\"#\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
