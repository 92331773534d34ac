import Foundation

/// Reads lines off a file descriptor as they come, holding no more than one line and what was read with it.
///
/// A line past the limit is passed over and reported, so that one bad line neither fills the memory nor ends the run.
public final class LineReader {
  /// What stands on a line.
  public enum Line: Hashable, Sendable {
    /// The bytes without the line's end.
    case bytes([UInt8])
    /// The line had more bytes than the limit.
    case tooLong
  }

  /// The longest line that is read: 64 MB.
  public static let limit = 64 << 20

  private let descriptor: Int32
  private let name: String
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)

  /// Reads from a descriptor, which stays open; errors call it by `name`.
  public init(descriptor: Int32, name: String = "standard input", limit: Int = LineReader.limit) {
    self.descriptor = descriptor
    self.name = name
    self.limit = limit
  }

  /// The next line, and after it those that have already come in, up to about a megabyte; empty at the end.
  ///
  /// It never waits for more than one line, so that a program which writes one and waits for the answer gets it.
  public func nextLines() throws -> [Line] {
    guard let first = try nextLine() else { return [] }
    var lines = [first]
    var size = 0
    while size < 1 << 20, let line = bufferedLine() {
      size += line.count
      lines.append(.bytes(line))
    }
    return lines
  }

  /// The next line, `nil` at the end.
  public func nextLine() throws -> Line? {
    var searched = 0
    var isTooLong = false
    while true {
      if let end = buffer[(position + searched)...].firstIndex(of: 0x0A) {
        let line = take(to: end)
        return isTooLong || line.count > limit ? .tooLong : .bytes(line)
      }
      if buffer.count - position > limit {
        isTooLong = true
        position = buffer.count
      }
      searched = buffer.count - position
      guard try fill() else {
        guard isTooLong || position < buffer.count else { return nil }
        let line = Array(buffer[position...])
        position = buffer.count
        return isTooLong ? .tooLong : .bytes(line)
      }
    }
  }

  private func bufferedLine() -> [UInt8]? {
    guard let end = buffer[position...].firstIndex(of: 0x0A), end - position <= limit else { return nil }
    return take(to: end)
  }

  private func take(to end: Int) -> [UInt8] {
    defer { position = end + 1 }
    return Array(buffer[position..<end])
  }

  private func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw FileError.unreadable(path: name, reason: FileError.reason(of: errno))
      }
      isAtEnd = count == 0
      buffer += chunk[..<count]
      return count > 0
    }
  }
}
