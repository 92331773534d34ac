/// Some rows of a listing that may be long.
public struct PageOfRows<Row: Sendable>: Sendable {
  /// The rows, in order.
  public var rows: [Row]
  /// How many rows there are in all; where ``isCountCut``, at least as many.
  public var total: Int
  /// Whether there are more than were counted.
  public var isCountCut: Bool

  /// Puts them together.
  public init(rows: [Row], total: Int, isCountCut: Bool = false) {
    self.rows = rows
    self.total = total
    self.isCountCut = isCountCut
  }

  /// A part of rows that are all at hand.
  public init(of rows: [Row], offset: Int, limit: Int) {
    let start = min(max(offset, 0), rows.count)
    self.init(rows: Array(rows[start..<min(rows.count, start + max(limit, 0))]), total: rows.count)
  }
}
