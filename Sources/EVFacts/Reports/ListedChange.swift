import Facts
import Reporting
import Storing

/// What became of a figure or a date, by the numbers of the claims alone.
public struct ListedChange: Hashable, Sendable {
  /// What became of it.
  public let sort: Change.Sort
  /// The number of the claim that says what is said now.
  public let now: Int64
  /// The number of the claim that said what was said before, where anything was.
  public let before: Int64?
  /// The kind of fact, the maker and the model, for sorting.
  public let subject: String
  /// The first day of the period that is said now, or the last where the first is open.
  public let firstDay: String?
  /// The figure that is said now.
  public let value: Double?
  /// The day on which the article that says it appeared; empty where it is not known.
  public let published: String

  init(_ sort: Change.Sort, _ now: ComparedClaim, _ before: ComparedClaim?) {
    self.sort = sort
    self.now = now.id
    self.before = before?.id
    subject = now.kind.rawValue + "|" + now.makerKey + "|" + now.modelKey
    firstDay = now.firstDay
    value = now.value
    published = now.published
  }

  /// By what changes are sorted: their sort, their subject, the number of what is said now.
  public var order: (sort: Int, subject: String, id: Int64) { (Self.place(of: sort), subject, now) }

  /// The same of a change with its rows.
  public static func order(of change: Change) -> (sort: Int, subject: String, id: Int64) {
    let fact = change.now.fact
    let subject = [fact.kind.rawValue, nameKey(fact.manufacturer ?? ""), nameKey(fact.model ?? "")]
    return (place(of: change.sort), subject.joined(separator: "|"), change.now.id)
  }

  private static func place(of sort: Change.Sort) -> Int { Change.Sort.allCases.firstIndex(of: sort) ?? 0 }
}

/// What of a claim is held against others of its key.
struct ComparedClaim {
  let id: Int64
  let belief: Int64
  let isNew: Bool
  let isBelieved: Bool
  let isCorrected: Bool
  let low: Int64?
  let high: Int64?
  let published: String
  let kind: FactKind
  let makerKey: String
  let modelKey: String
  let status: Status
  let value: Double?
  let firstDay: String?
  let hasPeriod: Bool

  /// The columns that it is read from, of facts as `f` and their articles as `a`.
  static func columns(isNew: String) -> String {
    """
    f.fact_id, f.belief, \(isNew), f.believed, f.origin = 'human', f.said_low, f.said_high, a.published, f.kind,
    f.manufacturer_key, f.model_key, f.status, f.value, ifnull(f.start_date, f.end_date), f."when" IS NOT NULL
    """
  }

  init(_ row: RawRow) {
    id = row.integer(0) ?? 0
    belief = row.integer(1) ?? 0
    isNew = row.integer(2) == 1
    isBelieved = row.integer(3) == 1
    isCorrected = row.integer(4) == 1
    low = row.integer(5)
    high = row.integer(6)
    published = row.text(7) ?? ""
    kind = row.text(8).flatMap(FactKind.init(rawValue:)) ?? .launch
    makerKey = row.text(9) ?? ""
    modelKey = row.text(10) ?? ""
    status = row.text(11).flatMap(Status.init(rawValue:)) ?? .actual
    value = row.number(12)
    firstDay = row.text(13)
    hasPeriod = row.integer(14) == 1
  }

  /// How new it is.
  var age: (String, Int64) { (published, id) }

  /// Whether both can be true, rounding allowed for.
  func agrees(with other: ComparedClaim) -> Bool {
    guard let low, let high, let otherLow = other.low, let otherHigh = other.high else { return true }
    return low <= otherHigh && otherLow <= high
  }
}
