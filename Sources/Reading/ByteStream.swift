import CZlib
import Foundation

/// Bytes as they come off a file descriptor, unpacked on the way where they are gzip, many members in a row too.
///
/// It holds a few chunks and what it is asked for at once, so that a file of any size passes through flat memory.
public final class ByteStream {
  private enum Source {
    case descriptor(Int32)
    case bytes([UInt8])
  }

  private let source: Source
  private let name: String
  private var raw: [UInt8] = []
  private var rawAt = 0
  private var isRawAtEnd = false
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false
  /// `nil` until the first bytes have told whether they are packed.
  private var isPacked: Bool?
  private var stream = z_stream()

  private static let chunk = 1 << 18
  /// Room for a chunk.
  private static let zeros = [UInt8](repeating: 0, count: chunk)

  /// Reads off a descriptor, which stays open; errors call it by `name`.
  public init(descriptor: Int32, name: String) {
    source = .descriptor(descriptor)
    self.name = name
  }

  /// Reads bytes that are in memory.
  init(_ bytes: [UInt8], name: String) {
    source = .bytes(bytes)
    self.name = name
  }

  deinit { if isPacked == true { inflateEnd(&stream) } }

  /// The next bytes without taking them: `count` of them, fewer only at the end.
  public func peek(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    while buffer.count - at < count, try fill() {}
    return buffer[at..<min(at + count, buffer.count)]
  }

  /// Takes the next bytes: `count` of them, fewer only at the end.
  func take(_ count: Int) throws(ReadingError) -> [UInt8] {
    let taken = [UInt8](try peek(count))
    at += taken.count
    return taken
  }

  /// Passes over bytes without keeping them; tells whether all were there.
  func skip(_ count: Int) throws(ReadingError) -> Bool {
    var left = count
    while true {
      let here = min(left, buffer.count - at)
      at += here
      left -= here
      if left == 0 { return true }
      guard try fill() else { return false }
    }
  }

  /// Takes the bytes up to the end of the line and the end itself, `nil` at the end of all.
  ///
  /// Of a line longer than `limit` it is the beginning, and the rest is the next line.
  func line(limit: Int) throws(ReadingError) -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      let end = buffer[(at + searched)...].firstIndex(of: 0x0A)
      if let end, end - at < limit { return line(upTo: end, skipping: 1) }
      searched = buffer.count - at
      if searched >= limit { return line(upTo: at + limit, skipping: 0) }
      guard try fill() else { return searched == 0 ? nil : line(upTo: buffer.count, skipping: 0) }
    }
  }

  private func line(upTo end: Int, skipping: Int) -> ArraySlice<UInt8> {
    var line = buffer[at..<end]
    at = end + skipping
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Takes all that is left, or throws where it is more than `limit` bytes.
  public func rest(limit: Int) throws(ReadingError) -> [UInt8] {
    let rest = try take(limit + 1)
    guard rest.count <= limit else { throw .tooLarge(name: name, limit: limit) }
    return rest
  }

  // MARK: Filling

  /// Adds bytes to the buffer; `false` at the end.
  private func fill() throws(ReadingError) -> Bool {
    guard !isAtEnd else { return false }
    if at > ByteStream.chunk || at == buffer.count {
      buffer.removeFirst(at)
      at = 0
    }
    if isPacked == nil {
      // Two bytes tell, and a pipe may give them one by one.
      while raw.count < 2, try fillRaw() {}
      isPacked = false
      if Gunzip.isCompressed(raw) {
        // 16 asks for the gzip header, 15 for the largest window.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .badCompression(name: name) }
        isPacked = true
      }
    }
    let before = buffer.count
    while buffer.count == before {
      if rawAt == raw.count, try !fillRaw() {
        isAtEnd = true
        return false
      }
      if isPacked == true {
        try unpack()
      } else {
        buffer += raw[rawAt...]
        rawAt = raw.count
      }
    }
    return true
  }

  /// Reads packed or plain bytes as they are; `false` at the end.
  private func fillRaw() throws(ReadingError) -> Bool {
    guard !isRawAtEnd else { return false }
    if rawAt > 0 {
      raw.removeFirst(rawAt)
      rawAt = 0
    }
    switch source {
    case .bytes(let bytes):
      isRawAtEnd = true
      raw += bytes
      return !bytes.isEmpty
    case .descriptor(let descriptor):
      let kept = raw.count
      raw.append(contentsOf: ByteStream.zeros)
      var count = -1
      repeat {
        count = raw.withUnsafeMutableBytes { bytes in
          bytes.baseAddress.map { Foundation.read(descriptor, $0 + kept, ByteStream.chunk) } ?? 0
        }
      } while count < 0 && errno == EINTR
      raw.removeLast(ByteStream.chunk - max(count, 0))
      guard count >= 0 else { throw .unreadable(path: name) }
      isRawAtEnd = count == 0
      return count > 0
    }
  }

  /// Unpacks a chunk of the raw bytes into the buffer.
  private func unpack() throws(ReadingError) {
    let kept = buffer.count
    buffer.append(contentsOf: ByteStream.zeros)
    var used = 0
    let status = raw.withUnsafeMutableBufferPointer { input in
      buffer.withUnsafeMutableBufferPointer { output -> Int32 in
        guard let from = input.baseAddress, let to = output.baseAddress else { return Z_STREAM_ERROR }
        stream.next_in = from + rawAt
        stream.avail_in = UInt32(clamping: input.count - rawAt)
        stream.next_out = to + kept
        stream.avail_out = UInt32(ByteStream.chunk)
        let status = inflate(&stream, Z_NO_FLUSH)
        used = Int(UInt32(clamping: input.count - rawAt) - stream.avail_in)
        return status
      }
    }
    rawAt += used
    buffer.removeLast(Int(stream.avail_out))
    switch status {
    case Z_OK: break
    case Z_STREAM_END:
      // What follows a member is another one, or padding that gzip itself ignores.
      while raw.count - rawAt < 2, try fillRaw() {}
      guard raw.count - rawAt >= 2, raw[rawAt] == 0x1F, raw[rawAt + 1] == 0x8B, inflateReset(&stream) == Z_OK
      else {
        rawAt = raw.count
        isRawAtEnd = true
        return
      }
    // All input is used: more of it comes, or the file was cut and what came is worth reading.
    case Z_BUF_ERROR where rawAt == raw.count: break
    default: throw .badCompression(name: name)
    }
  }
}
