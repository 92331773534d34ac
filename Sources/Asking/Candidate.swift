import Facts

/// What decides whether a fact belongs to an answer, without its sentence and its article: a question may weigh
/// thousands of facts for a single row.
public struct Candidate: Hashable, Sendable {
  /// The fact's number in the database.
  public var id: Int64
  var isTarget: Bool
  var maker: String
  var model: String
  var attribute: String
  var value: Double?
  var unit: String
  /// The first and the last day; empty where there is none.
  var first: String
  var last: String
  var isDated: Bool
  var market: String?
  var status: Status

  /// The columns that a candidate is made of, in their order.
  static let columns = """
    fact_id, kind, manufacturer_key, model_key, attribute, value, unit, start_date, end_date, "when", market, status
    """

  /// Reads a row of these columns; `nil` where it has others.
  init?(_ row: [SQLValue]) {
    guard row.count == 12, case .integer(let id) = row[0], let status = Status(rawValue: Self.text(row[11]))
    else {
      return nil
    }
    self.id = id
    isTarget = row[1] == .text(FactKind.salesTarget.rawValue)
    maker = Self.text(row[2])
    model = Self.text(row[3])
    attribute = Self.text(row[4])
    switch row[5] {
    case .integer(let number): value = Double(number)
    case .real(let number): value = number
    case .null, .text: value = nil
    }
    unit = Self.text(row[6])
    first = Self.text(row[7])
    last = Self.text(row[8])
    isDated = row[9] != .null
    market = row[10] == .null ? nil : Self.text(row[10])
    self.status = status
  }

  private static func text(_ value: SQLValue) -> String {
    if case .text(let text) = value { text } else { "" }
  }

  /// Whom the fact is about.
  var subject: String { maker + "|" + model }
  /// What sort of figure it is.
  var sort: String { attribute + "|" + unit }
  /// The period in days.
  var days: String { first + "/" + last }
}
