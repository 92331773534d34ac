import CZlib

/// Unpacks gzip, several members in a row too, and the bare forms that servers send.
enum Gunzip {
  /// What a file may unpack to; a bomb of a megabyte would fill the memory otherwise.
  static let limit = 1 << 29

  static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// How the packed bytes begin, as zlib counts it: 15 is the largest window, 16 more ask for gzip's header.
  enum Form: Int32 {
    case gzip = 31
    case zlib = 15
    case bare = -15
  }

  /// What the bytes unpack to; throws where they are broken, or where that is more than `limit` bytes.
  static func unpack(_ packed: [UInt8], name: String, form: Form = .gzip, limit: Int = Gunzip.limit)
    throws(ReadingError) -> [UInt8]
  {
    var stream = z_stream()
    guard inflateInit2_(&stream, form.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
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
          guard form == .gzip, stream.avail_in > 2, stream.next_in?[0] == 0x1F, inflateReset(&stream) == Z_OK
          else { return }
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
