import Facts

/// The report of facts: what `ask`, `facts` and most reports of `export` print.
public enum FactReport {
  /// Rows as a report; the table says the kind only where the rows are of several.
  ///
  /// With `explains` each row tells what decided, as a column or below its sentence; with `isNumbered` a table begins
  /// with the numbers by which facts are corrected; with `showsVersions` there is a column more for the day from which a
  /// newer version of the article counts. `remarks` stand behind the origin of the rows whose numbers they have.
  public static func of(
    _ rows: [FactRow], explains: Bool = false, isNumbered: Bool = false, showsVersions: Bool = false,
    remarks: [Int64: String] = [:]
  ) -> Report<
    FactRow
  > {
    let isMixed = rows.contains { $0.fact.kind != rows.first?.fact.kind }
    return Report(
      columns: columns + (explains ? [trail] : []) + (showsVersions ? [replaced] : []),
      tableColumns: (isNumbered ? [number] : []) + (isMixed ? [kindInWords] : []) + tableColumns,
      notes: { row, style in
        notes(of: row, style, remark: remarks[row.id]) + (explains ? decisions(of: row, style) : [])
      },
      fact: { $0 }, rows: rows)
  }

  /// The documented columns, in their order.
  public static let columns: [Column<FactRow>] =
    [
      Column("kind") { .text($0.fact.kind.rawValue) },
      Column("manufacturer") { .optional($0.fact.manufacturer) },
      Column("model") { .optional($0.fact.model) },
      Column("attribute") { .optional($0.fact.attribute) },
      Column("value", isNumeric: true) { .optional($0.fact.value) },
      Column("value_max", isNumeric: true) { .optional($0.fact.valueMax) },
      Column("qualifier") { .optional($0.fact.qualifier?.rawValue) },
      Column("unit") { .optional($0.fact.unit) },
      Column("when") { when(of: $0.fact) },
      Column("start_date") { .day($0.fact.when?.first) },
      Column("end_date") { .day($0.fact.when?.last) },
      Column("market") { market(of: $0.fact) },
      Column("status") { .text($0.fact.status.rawValue) },
      Column("source") { .optional($0.fact.source) },
      Column("confidence", isNumeric: true) { .optional($0.fact.confidence.map(rounded)) },
      Column("evidence") { .text($0.fact.evidence) },
    ] + Column.ofArticle { $0.article } + [
      Column("corrected", isNumeric: true) { .number($0.corrected ? 1 : 0) },
      Column("fact_id", isNumeric: true) { .number(Double($0.id)) },
    ]

  private static let number = Column<FactRow>("fact", isNumeric: true) { .text(String($0.id)) }

  private static let kindInWords = Column<FactRow>("kind") { .text(KindWords.of($0.fact.kind)) }

  private static let tableColumns: [Column<FactRow>] = [
    Column("manufacturer") { .optional($0.fact.manufacturer) },
    Column("model") { .optional($0.fact.model) },
    Column("attribute") { .optional($0.fact.attribute) },
    Column("value", isNumeric: true) { .text(ValueWords.of($0.fact)) },
    Column("when") { when(of: $0.fact) },
    Column("market") { market(of: $0.fact) },
    Column("status") { .text($0.fact.status.rawValue) },
    Column("source") { .optional($0.fact.source) },
    Column("corrected") { $0.corrected ? .text("corrected") : .empty },
  ]

  static func notes(of row: FactRow, _ style: TextStyle, remark: String? = nil) -> [String] {
    let version = row.replaced.map { "an older version, replaced \($0)" }
    let origin = [row.article.publisher, row.article.published?.description, row.article.id, version]
    let line = origin.compactMap(\.self).joined(separator: ", ") + (remark.map { " · " + $0 } ?? "")
    return [
      EvidenceWords.marked(row.fact, in: row.article.text, style), style.quiet(TextStyle.harmless(line)),
    ]
  }

  private static let trail = Column<FactRow>("trail") { row in
    row.fact.trail.isEmpty ? .empty : .text(row.fact.trail.joined(separator: "; "))
  }

  private static let replaced = Column<FactRow>("replaced") { .optional($0.replaced?.description) }

  private static func decisions(of row: FactRow, _ style: TextStyle) -> [String] {
    guard !row.fact.trail.isEmpty else { return [] }
    return [style.quiet(TextStyle.harmless("decided by: " + row.fact.trail.joined(separator: "; ")))]
  }

  /// Three decimals: more would claim to know how sure it is more exactly than anyone does.
  package static func rounded(_ confidence: Double) -> Double { (confidence * 1000).rounded() / 1000 }

  static func when(of fact: Fact) -> Cell {
    fact.when.map { .coded(code: $0.description, words: PeriodWords.of($0)) } ?? .empty
  }

  static func market(of fact: Fact) -> Cell {
    fact.market.map { .coded(code: $0, words: MarketWords.name(of: $0)) } ?? .empty
  }
}
