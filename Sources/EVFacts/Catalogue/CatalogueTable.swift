import Facts
import Foundation

/// Rows of the catalogue as a table: a row a line, columns parted by tabs, the first line names them.
public enum CatalogueTable {
  /// The columns; `sort` must be there, the others where a row needs them.
  public static let columns = [
    "sort", "manufacturer", "model", "market", "form", "owner", "body", "is_group", "is_combustion",
    "needs_maker", "names",
  ]

  /// The fields of a row, in the order of the columns.
  public static func fields(of row: CatalogueRow) -> [String] {
    [
      row.sort.rawValue, row.manufacturer ?? "", row.model ?? "", row.market ?? "", row.form?.rawValue ?? "",
      row.owner ?? "", row.body?.rawValue ?? "", row.isGroup ? "1" : "", row.isCombustion ? "1" : "",
      row.needsMaker ? "1" : "", row.names.joined(separator: "|"),
    ]
  }

  /// Rows as a table.
  public static func text(of rows: [CatalogueRow]) -> String {
    ([columns] + rows.map { fields(of: $0) }).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  /// Eight hexadecimal digits that change with the rows (FNV-1a).
  static func fingerprint(of rows: [CatalogueRow]) -> String {
    let hash = text(of: rows).utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// The rows of a file, `-` for standard input, with canonical names; throws ``CatalogueError`` where anything in it is wrong.
  public static func rows(file path: String) throws -> [CatalogueRow] {
    let bytes = try Importing.bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CatalogueError.table(path: path, line: 1, fault: "the file is not UTF-8")
    }
    return try rows(of: text, path: path)
  }

  /// The rows of a text; errors call it by `path`.
  public static func rows(of text: String, path: String) throws -> [CatalogueRow] {
    var heading: [String]?
    var rows: [(line: Int, row: CatalogueRow)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
      func wrong(_ fault: String) -> CatalogueError { .table(path: path, line: index + 1, fault: fault) }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let names = heading else {
        if let unknown = fields.first(where: { !columns.contains($0) }) {
          throw wrong("'\(unknown)' is no column, none of \(columns.joined(separator: ", "))")
        }
        guard fields.contains("sort") else { throw wrong("there is no column 'sort'") }
        heading = fields
        continue
      }
      guard fields.count <= names.count else { throw wrong("there are more fields than columns") }
      do {
        rows.append((index + 1, try row(Dictionary(zip(names, fields)) { first, _ in first })))
      } catch {
        throw wrong(error.description)
      }
    }
    return try normal(rows, path: path)
  }

  /// The rows with canonical names: models may be of makers of the same table, aliases of its models.
  private static func normal(_ rows: [(line: Int, row: CatalogueRow)], path: String) throws -> [CatalogueRow]
  {
    var normal: [CatalogueRow] = []
    for sorts: Set<CatalogueRow.Sort> in [[.maker], [.model], [.alias, .market]] {
      let check = CatalogueCheck(added: normal)
      for (line, row) in rows where sorts.contains(row.sort) {
        do throws(CatalogueError) {
          normal.append(try check.normal(row))
        } catch {
          throw CatalogueError.table(path: path, line: line, fault: error.fault)
        }
      }
    }
    return normal
  }

  private static func row(_ fields: [String: String]) throws(FieldError) -> CatalogueRow {
    func field(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) throws(FieldError)
      -> Word?
    where Word.RawValue == String {
      guard let text = field(name) else { return nil }
      guard let word = Word(rawValue: text) else {
        throw FieldError(
          field: name, fault: "is '\(text)', none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      return word
    }
    func flag(_ name: String) throws(FieldError) -> Bool {
      switch field(name) {
      case nil, "0": return false
      case "1": return true
      case let text?: throw FieldError(field: name, fault: "is '\(text)', not 1 or empty")
      }
    }
    guard let sort = try word("sort", CatalogueRow.Sort.self) else {
      throw FieldError(field: "sort", fault: "is missing")
    }
    let names = (field("names") ?? "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    var row = CatalogueRow(
      sort, manufacturer: field("manufacturer"), model: field("model"), market: field("market"), names: names)
    row.form = try word("form", MarketForm.self)
    row.owner = field("owner")
    row.body = try word("body", BodyType.self)
    row.isGroup = try flag("is_group")
    row.isCombustion = try flag("is_combustion")
    row.needsMaker = try flag("needs_maker")
    return row
  }
}
