import Facts

/// A named field of a report and how to read it off a row.
public struct Column<Row: Sendable>: Sendable {
  /// The name in headers and JSON keys: `value_max`.
  public let name: String
  /// Whether tables set it flush right.
  public let isNumeric: Bool
  /// The field of a row.
  public let cell: @Sendable (Row) -> Cell

  /// Makes a column.
  public init(_ name: String, isNumeric: Bool = false, cell: @escaping @Sendable (Row) -> Cell) {
    self.name = name
    self.isNumeric = isNumeric
    self.cell = cell
  }
}

extension Column {
  /// The columns of the article that a row comes from: name, title, publisher, day, address, language.
  public static func ofArticle(_ article: @escaping @Sendable (Row) -> Article) -> [Column] {
    [
      Column("article") { .text(article($0).id) },
      Column("title") { .optional(article($0).title) },
      Column("publisher") { .optional(article($0).publisher) },
      Column("published") { .day(article($0).published) },
      Column("url") { .optional(article($0).url) },
      Column("language") { .optional(article($0).language?.rawValue) },
    ]
  }
}

/// Rows with the columns that programs read and the fewer, wordier ones that people do.
public struct Report<Row: Sendable>: Sendable {
  /// Every documented column, for CSV and JSON.
  public let columns: [Column<Row>]
  /// What a table shows; columns that are empty in all rows are left out of it.
  public let tableColumns: [Column<Row>]
  /// Lines that a table sets below a row: the sentence, where it stands.
  public let notes: @Sendable (Row, TextStyle) -> [String]
  /// The fact that a row tells, where it tells one: pages show its sentence and its article below or beside it.
  public let fact: (@Sendable (Row) -> FactRow?)?
  /// The rows, in order.
  public let rows: [Row]
  /// What stands above a page: `Launches`.
  public var title = "Facts"
  /// Pictures of the rows.
  public var charts: [Chart] = []

  /// Makes a report; without `tableColumns` a table shows all columns.
  public init(
    columns: [Column<Row>], tableColumns: [Column<Row>]? = nil,
    notes: @escaping @Sendable (Row, TextStyle) -> [String] = { _, _ in [] },
    fact: (@Sendable (Row) -> FactRow?)? = nil, rows: [Row]
  ) {
    self.columns = columns
    self.tableColumns = tableColumns ?? columns
    self.notes = notes
    self.fact = fact
    self.rows = rows
  }
}
