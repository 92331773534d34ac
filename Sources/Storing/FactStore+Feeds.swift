import Facts
import Foundation
import GRDB

extension FactStore {
  /// Follows a feed from now on.
  ///
  /// - Returns: whether it is new.
  public func addFeed(_ address: String, now: Date = Date()) throws -> Bool {
    try write { db in
      try db.run(
        "INSERT OR IGNORE INTO feeds (address, added_at) VALUES (?, ?)",
        [address.storable, now.formatted(.iso8601)])
      return db.changesCount > 0
    }
  }

  /// Follows a feed no longer; its articles stay.
  ///
  /// - Returns: whether it was followed.
  public func removeFeed(_ address: String) throws -> Bool {
    try write { db in
      try db.run("DELETE FROM feeds WHERE address = ?", [address.storable])
      return db.changesCount > 0
    }
  }

  /// The addresses of the feeds that are followed, in the order in which they were added.
  public func feedAddresses() throws -> [String] {
    try read { db in try db.all("SELECT address FROM feeds ORDER BY feed").map { $0[0] } }
  }

  /// The feeds as a table: address, what it calls itself, when it was added and last read, and what failed since.
  public func feeds() throws -> (columns: [String], rows: [[SQLValue]]) {
    try table(
      SQLStatement(
        """
        SELECT f.address, f.title, f.added_at AS added, f.updated_at AS updated, a.failure
        FROM feeds AS f LEFT JOIN fetched_addresses AS a ON a.address = f.address ORDER BY f.feed
        """))
  }

  /// Notes that a feed was read, and what it calls itself.
  public func noteUpdate(ofFeed address: String, title: String?, now: Date = Date()) throws {
    try write { db in
      try db.run(
        "UPDATE feeds SET updated_at = ?, title = ifnull(?, title) WHERE address = ?",
        [now.formatted(.iso8601), title?.storable, address.storable])
    }
  }
}
