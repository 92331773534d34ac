import Facts

/// What decides whether a fact belongs to an answer, without its sentence and its article: a question may weigh
/// thousands of facts for a single row, and hands them on without copying them.
public final class Candidate: Sendable {
  /// The fact's number in the database.
  public let id: Int64
  let isTarget: Bool
  let maker: String
  let model: String
  let attribute: String
  let value: Double?
  let unit: String
  /// The first and the last day; empty where there is none.
  let first: String
  let last: String
  let isDated: Bool
  let market: String?
  let status: Status

  /// The columns that a candidate is made of, in their order.
  static let columns = """
    fact_id, kind, manufacturer_key, model_key, attribute, value, unit, start_date, end_date, "when", market, status
    """

  /// Reads a row of these columns, of which `text`, `number` and `integer` give those at a place; `nil` where it has
  /// others.
  public init?(text: (Int) -> String?, number: (Int) -> Double?, integer: (Int) -> Int64?) {
    guard let id = integer(0), let status = text(11).flatMap(Status.init(rawValue:)) else { return nil }
    self.id = id
    isTarget = text(1) == FactKind.salesTarget.rawValue
    maker = text(2) ?? ""
    model = text(3) ?? ""
    attribute = text(4) ?? ""
    value = number(5)
    unit = text(6) ?? ""
    first = text(7) ?? ""
    last = text(8) ?? ""
    isDated = text(9) != nil
    market = text(10)
    self.status = status
  }

  /// Whether two facts have the same subject and are the same sort of figure.
  func isSameSort(as other: Candidate) -> Bool {
    attribute == other.attribute && unit == other.unit && isSameSubject(as: other)
  }

  /// Whether two facts have the same subject.
  func isSameSubject(as other: Candidate) -> Bool { model == other.model && maker == other.maker }

  /// Whom the fact is about.
  var subject: String { maker + "|" + model }
  /// The period in days.
  var days: String { first + "/" + last }
}
