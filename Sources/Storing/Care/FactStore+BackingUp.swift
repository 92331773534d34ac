import Foundation
import GRDB

extension FactStore {
  /// Copies the database into a new file while others may write to it; the copy is of one moment, and one plain file.
  ///
  /// It is made under another name beside the target and takes its name only when it is whole and checked.
  ///
  /// - Parameter progress: is told how many of how many pages are copied.
  public func backUp(to target: String, progress: @escaping (Int, Int) -> Void = { _, _ in }) throws {
    guard !FileManager.default.fileExists(atPath: target) else { throw StoringError.exists(path: target) }
    let unfinished = target + ".unfinished-\(getpid())"
    func removeUnfinished() {
      for ending in ["", "-journal", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: unfinished + ending)
      }
    }
    do {
      try StoringError.translating(path: target) {
        let copy = try DatabaseQueue(path: unfinished)
        try database.backup(to: copy, pagesPerStep: -1) { progress($0.completedPageCount, $0.totalPageCount) }
        // Without the log of a database in use, so that it can be moved and read anywhere.
        try copy.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = DELETE")
          let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check") ?? ""
          guard verdict == "ok" else { throw StoringError.damaged(path: self.path, detail: verdict) }
        }
        try copy.close()
      }
      // A name that someone took in the meantime is left to them.
      guard link(unfinished, target) == 0 else {
        if errno == EEXIST { throw StoringError.exists(path: target) }
        try FileManager.default.moveItem(atPath: unfinished, toPath: target)
        return
      }
      removeUnfinished()
    } catch {
      removeUnfinished()
      throw error
    }
  }
}
