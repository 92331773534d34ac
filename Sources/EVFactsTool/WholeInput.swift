import EVFacts
import Foundation

/// Standard input as one text.
enum WholeInput {
  /// Reads it to its end; what is no UTF-8 becomes U+FFFD.
  static func text() throws -> String {
    do {
      return try String(decoding: FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
    } catch {
      throw FileError.unreadable(path: "standard input", reason: error.localizedDescription)
    }
  }
}
