import Facts

/// A target beside what was reported for the same period, market and measure.
public struct Attainment: Hashable, Sendable {
  /// The target.
  public var target: FactRow
  /// What was reported, `nil` where nothing is known of it.
  public var reported: FactRow?

  /// Puts the two together.
  public init(target: FactRow, reported: FactRow?) {
    self.target = target
    self.reported = reported
  }

  /// The reported figure in percent of the target, with one decimal; `nil` where one of them is missing or nothing.
  public var percent: Double? {
    guard let aim = target.fact.value, aim > 0, let value = reported?.fact.value else { return nil }
    return (value / aim * 1000).rounded() / 10
  }
}

extension Attainment {
  /// Each target with the figure reported for its subject, period, market and measure.
  ///
  /// A target of sales, without a named measure, is held against deliveries or registrations where no sales are
  /// reported. Of several targets each gets its line, of several reported figures the surest counts.
  public static func pairs(of rows: [FactRow]) -> [Attainment] {
    struct Key: Hashable {
      var maker: String
      var model: String
      var market: String?
      var first: Day?
      var last: Day?
      var measure: String?
    }
    var nameKeys: [String: String] = [:]
    func folded(_ name: String?) -> String {
      guard let name else { return "" }
      if let key = nameKeys[name] { return key }
      let key = nameKey(name)
      nameKeys[name] = key
      return key
    }
    func key(_ row: FactRow, measure: String?) -> Key {
      Key(
        maker: folded(row.fact.manufacturer), model: folded(row.fact.model),
        market: row.fact.market, first: row.fact.when?.first, last: row.fact.when?.last, measure: measure)
    }
    var reported: [Key: FactRow] = [:]
    for row in rows where row.fact.kind == .sales && row.fact.status == .actual && row.fact.when != nil {
      let key = key(row, measure: row.fact.attribute)
      if let other = reported[key], (other.fact.confidence ?? 1) >= (row.fact.confidence ?? 1) { continue }
      reported[key] = row
    }
    return rows.filter { $0.fact.kind == .salesTarget && $0.fact.value != nil }.map { target in
      let named = target.fact.attribute
      let measures = named == "sales" ? ["sales", "deliveries", "registrations"] : [named]
      let found = measures.lazy.compactMap { reported[key(target, measure: $0)] }.first
      return Attainment(target: target, reported: found)
    }
  }
}

/// The report of targets beside what was reported.
public enum AttainmentReport {
  /// The pairs as a report; a row's sentence is that of the target.
  public static func of(_ pairs: [Attainment]) -> Report<Attainment> {
    Report(
      columns: columns(inWords: false) + articles, tableColumns: columns(inWords: true),
      notes: { pair, style in
        ([pair.target] + [pair.reported].compactMap(\.self)).flatMap { FactReport.notes(of: $0, style) }
      },
      fact: { $0.target }, rows: pairs)
  }

  private static func columns(inWords: Bool) -> [Column<Attainment>] {
    @Sendable func value(_ fact: Fact?) -> Cell {
      guard let fact else { return .empty }
      return inWords ? .text(ValueWords.of(fact)) : .optional(fact.value)
    }
    let both: [Column<Attainment>] = [
      Column("manufacturer") { .optional($0.target.fact.manufacturer) },
      Column("model") { .optional($0.target.fact.model) },
      Column("attribute") { .optional($0.target.fact.attribute) },
      Column("when") { FactReport.when(of: $0.target.fact) },
      Column("market") { FactReport.market(of: $0.target.fact) },
    ]
    let dates: [Column<Attainment>] = [
      Column("start_date") { .day($0.target.fact.when?.first) },
      Column("end_date") { .day($0.target.fact.when?.last) },
    ]
    return both + (inWords ? [] : dates) + [
      Column("target", isNumeric: true) { value($0.target.fact) },
      Column("reported", isNumeric: true) { value($0.reported?.fact) },
      Column("percent", isNumeric: true) { .optional($0.percent) },
      Column("reported_as") { .optional($0.reported?.fact.attribute) },
      Column("status") { .text($0.target.fact.status.rawValue) },
    ]
  }

  private static let articles: [Column<Attainment>] = [
    Column("target_evidence") { .text($0.target.fact.evidence) },
    Column("target_article") { .text($0.target.article.id) },
    Column("target_published") { .day($0.target.article.published) },
    Column("reported_evidence") { .optional($0.reported?.fact.evidence) },
    Column("reported_article") { .optional($0.reported?.article.id) },
    Column("reported_published") { .day($0.reported?.article.published) },
  ]
}
