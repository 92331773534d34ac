import Facts
import Foundation

/// The bytes of a file, with the day on which they were written.
public struct FileBytes: Sendable {
  /// The bytes as they are stored.
  public var bytes: [UInt8]
  /// The day on which the file was last written, `nil` where that is not told or not to be believed.
  public var saved: Day?

  /// Reads a file; one that is larger than a reader takes is refused before.
  public init(path: String) throws(ReadingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path)
    }
    defer { close(descriptor) }
    var state = stat()
    guard fstat(descriptor, &state) == 0, state.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadable(path: path)
    }
    guard state.st_size <= ArticleReader.sizeLimit else {
      throw .tooLarge(name: path, limit: ArticleReader.sizeLimit)
    }
    // A pipe tells no size, and a file may grow while it is read.
    var bytes = [UInt8](repeating: 0, count: max(Int(state.st_size) + 1, 1 << 12))
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let read = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw .unreadable(path: path) }
      if read == 0 { break }
      count += read
      guard count <= ArticleReader.sizeLimit else {
        throw .tooLarge(name: path, limit: ArticleReader.sizeLimit)
      }
    }
    bytes.removeLast(bytes.count - count)
    self.bytes = bytes
    #if canImport(Darwin)
      let written = state.st_mtimespec.tv_sec
    #else
      let written = state.st_mtim.tv_sec
    #endif
    let day = Day(number: written / 86_400)
    // Archives that are built to be reproducible give all files a day of their own.
    saved = day.year < 1995 ? nil : day
  }
}
