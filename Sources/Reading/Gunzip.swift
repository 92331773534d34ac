import CZlib

/// Unpacks gzip, several members in a row too.
enum Gunzip {
  /// What a file may unpack to; a bomb of a megabyte would fill the memory otherwise.
  static let limit = 1 << 29

  static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  static func unpack(_ packed: [UInt8], name: String) throws(ReadingError) -> [UInt8] {
    var stream = z_stream()
    // 16 asks for the gzip header, 15 for the largest window.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ReadingError.badCompression(name: name) }
    defer { inflateEnd(&stream) }
    var out: [UInt8] = []
    // News pages shrink to about a fifth.
    out.reserveCapacity(min(packed.count * 5, 1 << 24))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    try packed.withUnsafeBufferPointer { (input) throws(ReadingError) in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let status = chunk.withUnsafeMutableBufferPointer { buffer -> Int32 in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          out.append(contentsOf: buffer[..<(buffer.count - Int(stream.avail_out))])
          return status
        }
        guard out.count <= limit else { throw ReadingError.tooLarge(name: name, limit: limit) }
        if status == Z_STREAM_END {
          // What follows a member is another one, or padding that gzip itself ignores.
          guard stream.avail_in > 2, stream.next_in?[0] == 0x1F, inflateReset(&stream) == Z_OK else { return }
        } else if status == Z_BUF_ERROR && stream.avail_in == 0 && !out.isEmpty {
          return  // Cut short: what came is worth reading.
        } else if status != Z_OK {
          throw ReadingError.badCompression(name: name)
        }
      }
    }
    return out
  }
}
