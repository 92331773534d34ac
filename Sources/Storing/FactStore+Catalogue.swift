import Facts
import Foundation
import GRDB

/// A row of the catalogue that is stored, with the number that it goes by.
public struct StoredCatalogueRow: Hashable, Sendable {
  /// The number.
  public var number: Int64
  /// What was added.
  public var row: CatalogueRow
}

extension FactStore {
  /// Stores rows that a person adds to the catalogue: all of them or, where it throws, none.
  public func addToCatalogue(_ rows: [CatalogueRow], now: Date = Date()) throws {
    try write { db in
      for row in rows {
        try db.run(
          """
          INSERT INTO catalogue_rows (sort, manufacturer, model, market, form, owner, body, is_group, is_combustion,
            needs_maker, names, added_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            row.sort.rawValue, row.manufacturer?.storable, row.model?.storable, row.market,
            row.form?.rawValue,
            row.owner?.storable, row.body?.rawValue, row.isGroup, row.isCombustion, row.needsMaker,
            row.names.joined(separator: "|").storable, now.formatted(.iso8601),
          ])
      }
    }
  }

  /// Takes a row out of the catalogue, and tells whether there was one of that number.
  public func removeFromCatalogue(_ number: Int64) throws -> Bool {
    try write { db in
      try db.run("DELETE FROM catalogue_rows WHERE catalogue_row = ?", [number])
      return db.changesCount > 0
    }
  }

  /// What was added to the catalogue, in order.
  public func catalogue() throws -> [StoredCatalogueRow] { try read { try Self.catalogue(in: $0) } }

  private static func catalogue(in db: Database) throws -> [StoredCatalogueRow] {
    try db.all(
      """
      SELECT catalogue_row, sort, manufacturer, model, market, form, owner, body, is_group, is_combustion,
        needs_maker, names FROM catalogue_rows ORDER BY catalogue_row
      """
    ).compactMap { row in
      guard let sort = CatalogueRow.Sort(rawValue: row[1]) else { return nil }
      let names: String = row[11]
      var added = CatalogueRow(
        sort, manufacturer: row[2], model: row[3], market: row[4],
        names: names.split(separator: "|").map(String.init))
      added.form = (row[5] as String?).flatMap(MarketForm.init(rawValue:))
      added.owner = row[6]
      added.body = (row[7] as String?).flatMap(BodyType.init(rawValue:))
      added.isGroup = row[8]
      added.isCombustion = row[9]
      added.needsMaker = row[10]
      return StoredCatalogueRow(number: row[0], row: added)
    }
  }

  /// What was added to the catalogue of the database at a path, also of an older one, which stays as it is; nothing
  /// where there is none yet, or only one that had no place for it.
  public static func catalogueRows(path: String) throws -> [CatalogueRow] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    // Whoever adds to an older file brings it up to date, and must know its names beforehand.
    let store = try FactStore(path: path, opening: .readOnly, readsOlder: true)
    guard try store.read({ try $0.tableExists("catalogue_rows") }) else { return [] }
    return try store.catalogue().map(\.row)
  }
}
