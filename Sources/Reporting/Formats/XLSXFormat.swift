import CXLSXWriter
import Facts

/// A workbook: the rows with real numbers and dates below a header that stays, and a sheet with each article once.
///
/// A text is written as text, so that no formula runs whatever an article says.
public struct XLSXFormat: Sendable {
  /// Why a workbook cannot be written.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sheet has no room for so many rows.
    case tooManyRows(count: Int)
    /// The file cannot be made; `detail` is the writer's word.
    case unwritable(path: String, detail: String)

    /// What happened, and what to try.
    public var description: String {
      switch self {
      case .tooManyRows(let count):
        "a sheet holds \(XLSXFormat.mostRows) rows, and these are \(count).\nTry: --format csv, or fewer with --maker or --from"
      case .unwritable(let path, let detail):
        "cannot write the workbook '\(path)': \(detail).\nTry: another place, with -o FILE"
      }
    }
  }

  /// The most rows below the header of a sheet.
  public static let mostRows = Int(LXW_ROW_MAX) - 1

  /// Makes the format.
  public init() {}

  /// Writes the workbook to a file, which is replaced if it is there; throws ``Failure``, and `WorkLimit.Stop` where its time is over.
  public func write<Row>(_ report: Report<Row>, toFile path: String) throws {
    guard report.rows.count <= Self.mostRows else { throw Failure.tooManyRows(count: report.rows.count) }
    // A row is written out once the next one begins, so that a large sheet needs little memory.
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(path, &options) else {
      throw Failure.unwritable(path: path, detail: "no memory")
    }
    let styles = Styles(book)
    write(report.columns, report.rows, as: sheetName(of: report.title), in: book, styles)
    if let fact = report.fact {
      var counts: [String: Int] = [:]
      var sources: [Article] = []
      for row in report.rows {
        guard let article = fact(row)?.article else { continue }
        counts[article.id, default: 0] += 1
        if counts[article.id] == 1 { sources.append(article) }
      }
      let found = counts
      let columns =
        Column<Article>.ofArticle { $0 } + [
          Column("rows", isNumeric: true) { .number(Double(found[$0.id] ?? 0)) }
        ]
      write(columns, sources, as: "sources", in: book, styles)
    }
    let result = workbook_close(book)
    try WorkLimit.check()
    guard result == LXW_NO_ERROR else {
      throw Failure.unwritable(path: path, detail: String(cString: lxw_strerror(result)).lowercased())
    }
  }

  private struct Styles {
    let head: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      head = workbook_add_format(book)
      format_set_bold(head)
      format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
      date = workbook_add_format(book)
      format_set_num_format(date, "yyyy-mm-dd")
    }
  }

  private func write<Row>(
    _ columns: [Column<Row>], _ rows: [Row], as name: String, in book: UnsafeMutablePointer<lxw_workbook>,
    _ styles: Styles
  ) {
    let sheet = workbook_add_worksheet(book, name)
    for (place, column) in columns.enumerated() {
      let place = UInt16(place)
      worksheet_set_column(sheet, place, place, Self.width(of: column.name), nil)
      worksheet_write_string(sheet, 0, place, column.name, styles.head)
    }
    for (line, row) in rows.enumerated() {
      // The book is closed all the same, and then given up.
      if WorkLimit.isOver { break }
      for (place, column) in columns.enumerated() {
        write(column.cell(row), to: sheet, UInt32(line + 1), UInt16(place), styles)
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    if !columns.isEmpty {
      worksheet_autofilter(sheet, 0, 0, UInt32(max(rows.count, 1)), UInt16(columns.count - 1))
    }
  }

  private func write(
    _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: UInt32, _ column: UInt16,
    _ styles: Styles
  ) {
    switch cell {
    case .empty: break
    case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
    // Spreadsheets count days from the last but one of 1899, and know none before 1900.
    case .date(let day) where day.year >= 1900:
      worksheet_write_number(sheet, row, column, Double(day.number + 25_569), styles.date)
    case .date(let day): worksheet_write_string(sheet, row, column, day.description, nil)
    case .coded(let code, _): worksheet_write_string(sheet, row, column, code, nil)
    case .text(let text): worksheet_write_string(sheet, row, column, Self.fitting(text), nil)
    }
  }

  /// The text without what a cell cannot hold: characters that XML does not allow, and more than 32,767 units.
  private static func fitting(_ text: String) -> String {
    guard text.utf8.count > 32_000 || text.utf8.contains(0xEF) || text.utf8.contains(0) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(16_000) {
      kept.append([0, 0xFFFE, 0xFFFF].contains(scalar.value) ? "\u{FFFD}" : scalar)
    }
    return String(kept)
  }

  private static func width(of name: String) -> Double {
    switch name {
    case "evidence", "title", "text", "passage": 60
    case "url": 40
    case "manufacturer", "model", "publisher", "article": 18
    default: max(11, Double(name.utf8.count) + 3)
    }
  }

  /// A sheet's name has at most 31 characters and none of a few.
  private func sheetName(of title: String) -> String {
    let plain = title.unicodeScalars.map { scalar in
      "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? " " : Character(scalar)
    }
    let name = String(plain.prefix(31)).lowercased()
    return name.allSatisfy({ $0 == " " }) || name == "sources" || name == "history" ? "rows" : name
  }
}
