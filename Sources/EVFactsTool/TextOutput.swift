import EVFacts
import Foundation

/// Where a command's text goes: standard output or a file, written in large pieces.
final class TextOutput {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []

  /// Standard output.
  init() {
    descriptor = STDOUT_FILENO
    path = "standard output"
  }

  /// A file, emptied if it is there; `nil` or `-` is standard output.
  init(path: String?) throws {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      self.path = "standard output"
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    self.path = path
    guard descriptor >= 0 else { throw FileError.unwritable(path: path, reason: FileError.reason(of: errno)) }
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// Takes text, and passes it on once enough has come together.
  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Passes on what is left; a command ends with it.
  func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError.unwritable(path: path, reason: FileError.reason(of: errno)) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Takes text and passes it on at once, for readers that wait for it.
  func writeNow(_ text: String) throws {
    buffer += text.utf8
    try flush()
  }
}

/// Notes and progress: standard error, so that standard output holds nothing but data.
enum Notes {
  /// Writes a line.
  static func write(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Tells how many pages of archives have no article, where there are any.
  static func passedOver(_ count: Int) {
    guard count > 0 else { return }
    write("\(count) \(count == 1 ? "page has" : "pages have") no article text: passed over")
  }

  /// Replaces the line that shows how far the work is; only where a person watches.
  static func progress(_ line: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }
}

extension TextStyle {
  /// Colours where standard output is a terminal that has them and nobody asked for none.
  static var ofTerminal: TextStyle {
    let environment = ProcessInfo.processInfo.environment
    let wantsColours = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    return TextStyle(hasColours: wantsColours && isatty(STDOUT_FILENO) == 1)
  }
}
