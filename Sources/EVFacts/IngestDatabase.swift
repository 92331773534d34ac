import Foundation
import Storing
import Synchronization

/// The database of an ingest: opened for writing once there is something to store, so that a run without an article
/// makes none, and for reading as soon as there is one to be asked.
final class IngestDatabase: Sendable {
  private let path: String
  private let open: @Sendable () throws -> FactStore
  private let opened = Mutex<(reader: FactStore?, writer: FactStore?)>((nil, nil))

  /// Names the file, and how it is opened for writing.
  init(path: String, open: @escaping @Sendable () throws -> FactStore) {
    self.path = path
    self.open = open
  }

  /// Whether there is a file.
  var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// The database to ask, `nil` while there is none, or none that this program reads.
  var reader: FactStore? {
    opened.withLock { opened in
      if opened.reader == nil, isThere {
        opened.reader = try? FactStore(path: path, opening: .readOnly)
      }
      return opened.reader
    }
  }

  /// The database to store in.
  var writer: FactStore {
    get throws {
      try opened.withLock { opened in
        let store = try opened.writer ?? open()
        opened.writer = store
        return store
      }
    }
  }
}
