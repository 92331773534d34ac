import Facts
import Foundation
import GRDB

/// What is known of an address that was fetched before.
public struct AddressState: Hashable, Sendable {
  /// What the server said by which it can tell whether the page changed.
  public var etag: String?
  /// The same by its time.
  public var lastModified: String?
  /// When it was last there, UTC; `nil` where it never was.
  public var fetchedAt: String?
  /// How often in a row it could not be had since.
  public var failures: Int
}

/// What became of an address that was asked for.
public struct AddressRecord: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// It came, and with it this to ask by the next time.
    case fetched(etag: String?, lastModified: String?)
    /// The server said that nothing changed.
    case unchanged
    /// It could not be had.
    case failed(String)
  }

  /// The address as it was asked for.
  public var address: String
  /// What became of it.
  public var outcome: Outcome

  /// Puts the two together.
  public init(address: String, outcome: Outcome) {
    self.address = address
    self.outcome = outcome
  }
}

extension FactStore {
  /// What is known of an address, `nil` where it was never asked for.
  public func state(ofAddress address: String) throws -> AddressState? {
    try read { db in
      try db.first(
        "SELECT etag, last_modified, fetched_at, failures FROM fetched_addresses WHERE address = ?",
        [address.storable]
      ).map { AddressState(etag: $0[0], lastModified: $0[1], fetchedAt: $0[2], failures: $0[3]) }
    }
  }

  /// Keeps what became of addresses.
  public func record(_ records: [AddressRecord], now: Date = Date()) throws {
    guard !records.isEmpty else { return }
    let time = now.formatted(.iso8601)
    try write { db in
      for record in records {
        let address = record.address.storable
        try db.run("INSERT OR IGNORE INTO fetched_addresses (address) VALUES (?)", [address])
        switch record.outcome {
        case .fetched(let etag, let lastModified):
          try db.run(
            """
            UPDATE fetched_addresses
            SET etag = ?, last_modified = ?, fetched_at = ?, failures = 0, failure = NULL WHERE address = ?
            """, [etag?.storable, lastModified?.storable, time, address])
        case .unchanged:
          try db.run(
            "UPDATE fetched_addresses SET fetched_at = ?, failures = 0, failure = NULL WHERE address = ?",
            [time, address])
        case .failed(let reason):
          try db.run(
            "UPDATE fetched_addresses SET failures = failures + 1, failure = ? WHERE address = ?",
            [reason.storable, address])
        }
      }
    }
  }

  /// The newest version of the article at an address, without its text.
  public func known(atAddress address: String) throws -> [KnownArticle] {
    try read { db in
      try db.all(
        """
        SELECT id, title, published, publisher, url, language, '',
          (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1)
        FROM article_texts AS a WHERE url = ? AND superseded_by IS NULL
        """, [address.storable]
      ).map { KnownArticle(article: ArticleRecord.article($0), facts: $0[ArticleRecord.width]) }
    }
  }
}
