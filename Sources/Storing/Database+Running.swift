import GRDB

/// The values bound to a statement's question marks.
typealias Bound = [(any DatabaseValueConvertible)?]

extension Database {
  /// Runs a statement, prepared once a connection.
  func run(_ sql: String, _ values: Bound = []) throws {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }

  /// The first row of a statement, prepared once a connection.
  func first(_ sql: String, _ values: Bound = []) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values))
  }

  /// All rows of a statement, prepared once a connection.
  func all(_ sql: String, _ values: Bound = []) throws -> [Row] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(values))
  }
}
