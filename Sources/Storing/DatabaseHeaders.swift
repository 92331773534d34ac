import Foundation
import Synchronization

/// The first bytes of databases, read without taking the locks of connections to them.
///
/// A process that closes any descriptor of a file loses all of its POSIX locks on it, those of SQLite's connections too, and
/// another process may then write where it must not (SQLite, "How To Corrupt An SQLite Database File", 2.2). So the
/// descriptor by which a file is looked at stays open, and serves whenever the file is looked at again.
enum DatabaseHeaders {
  /// A file, whatever its path.
  private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t
  }

  private static let kept = Mutex<[Identity: Int32]>([:])
  /// From so many on, those of files that are deleted are closed.
  private static let many = 32

  /// Up to 100 bytes from the beginning of a file.
  static func header(path: String) throws -> [UInt8] {
    try kept.withLock { kept in
      var status = stat()
      let isThere = stat(path, &status) == 0
      if isThere, let descriptor = kept[Identity(device: status.st_dev, number: status.st_ino)] {
        return bytes(of: descriptor)
      }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
        throw StoringError.cannotOpen(path: path, reason: "it may not be read")
      }
      if kept.count >= many { closeDeleted(&kept) }
      kept[Identity(device: status.st_dev, number: status.st_ino)] = descriptor
      return bytes(of: descriptor)
    }
  }

  private static func bytes(of descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, 100, 0))
    }
  }

  private static func closeDeleted(_ kept: inout [Identity: Int32]) {
    for (identity, descriptor) in kept {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_nlink == 0 else { continue }
      close(descriptor)
      kept[identity] = nil
    }
  }
}
