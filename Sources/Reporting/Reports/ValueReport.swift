import Facts

/// A report of whatever columns a statement gives: articles, models, conflicts.
public enum ValueReport {
  /// Rows of values under the names of their columns; a column is numeric where all its values are.
  ///
  /// - Parameter shown: the columns that people look at; all where none are given.
  public static func of(columns names: [String], rows: [[SQLValue]], shown: Set<String>? = nil) -> Report<
    [SQLValue]
  > {
    let columns = names.enumerated().map { index, name in
      Column<[SQLValue]>(name, isNumeric: isNumeric(index, rows)) { row in
        row.indices.contains(index) ? cell(row[index], of: name) : .empty
      }
    }
    return Report(
      columns: columns, tableColumns: shown.map { shown in columns.filter { shown.contains($0.name) } },
      rows: rows)
  }

  private static func isNumeric(_ index: Int, _ rows: [[SQLValue]]) -> Bool {
    rows.allSatisfy { row in
      guard row.indices.contains(index) else { return true }
      if case .text = row[index] { return false }
      return true
    }
  }

  private static func cell(_ value: SQLValue, of name: String) -> Cell {
    guard case .text(let text) = value else { return Cell(value) }
    switch name {
    case "market": return .coded(code: text, words: MarketWords.name(of: text))
    case "when": return .coded(code: text, words: Period(text).map { PeriodWords.of($0) } ?? text)
    default: return .text(text)
    }
  }
}
