import Facts
import Reporting
import Scoring

/// A score as rows and as JSON: all facts, the models named, each kind, each language, and the details.
public enum ScoreReport {
  /// A row: what is counted, and how well it was found.
  public struct Row: Sendable {
    /// `all`, `models`, `kind`, `language` or `detail`.
    public let group: String
    /// Which of the group; empty where there is only one.
    public let name: String
    /// The counts; `nil` for a detail.
    let tally: Tally?
    /// Whether the counts tell which facts are right in all details.
    let hasStrict: Bool
    /// Of a detail, how many of the facts found have it right.
    let detail: (right: Int, all: Int)?
  }

  /// The rows with their columns; a table leaves the details out, for ``summary(of:)``.
  public static func of(_ score: Score, forTable: Bool) -> Report<Row> {
    Report(
      columns: [
        Column("group") { .text($0.group) },
        Column("name") { .text($0.name) },
      ] + numbers { .optional($0) } + [Column("right", isNumeric: true) { .optional(share($0)) }],
      tableColumns: [
        Column("facts") { .text($0.name.isEmpty ? $0.group : $0.name) }
      ] + numbers { .optional($0.map(threeDecimals)) },
      rows: forTable ? rows(of: score).filter { $0.detail == nil } : rows(of: score))
  }

  /// What a table says below its rows.
  public static func summary(of score: Score) -> String {
    let details = zip(FactMatch.detailNames, score.details).filter { $1.all > 0 }.map {
      "\($0) \(threeDecimals(Double($1.right) / Double($1.all)))"
    }
    return """
      of the facts found have right: \(details.isEmpty ? "none" : details.joined(separator: ", "))
      \(score.articles) articles; of another language than they are: \(score.wrongLanguages); facts without a true \
      place in the text: \(score.ungrounded), with another sentence than the annotated one: \(score.elsewhere)
      """
  }

  /// The whole score as one JSON object on several lines.
  public static func json(_ score: Score) -> String {
    func object(_ fields: [(String, String)]) -> String {
      "{" + fields.map { "\(FactJSON.string($0)): \($1)" }.joined(separator: ", ") + "}"
    }
    func group(_ name: String) -> String {
      object(rows(of: score).filter { $0.group == name }.map { ($0.name, counts(of: $0)) })
    }
    func counts(of row: Row) -> String {
      if row.detail != nil { return FactJSON.number(share(row)) }
      return object(numbers { .optional($0) }.map { ($0.name, $0.cell(row).json) }.filter { $0.1 != "null" })
    }
    let whole = rows(of: score).filter { $0.name.isEmpty }.map { ($0.group, counts(of: $0)) }
    let fields =
      [
        ("articles", "\(score.articles)"), ("wrong_language", "\(score.wrongLanguages)"),
        ("ungrounded", "\(score.ungrounded)"), ("elsewhere", "\(score.elsewhere)"),
      ] + whole + [("kinds", group("kind")), ("languages", group("language")), ("details", group("detail"))]
    return "{\n" + fields.map { "\(FactJSON.string($0)): \($1)" }.joined(separator: ",\n") + "\n}"
  }

  /// What is wrong with an article's facts, a line each: `-` missed, `+` made up, `!` misplaced.
  public static func lines(of mistakes: [Mistake], in article: Article) -> String {
    mistakes.map { mistake in
      let (mark, fault) =
        switch mistake.sort {
        case .missed: ("-", "")
        case .wrong: ("+", "")
        case .misplaced(let fault): ("!", " (\(fault))")
        }
      let words = "\(mark) \(article.id) \(FactWords.of(mistake.fact))\(fault) | \(mistake.fact.evidence)"
      return TextStyle.harmless(words) + "\n"
    }.joined()
  }

  private static func rows(of score: Score) -> [Row] {
    func row(_ group: String, _ name: String, _ tally: Tally, hasStrict: Bool = true) -> Row {
      Row(group: group, name: name, tally: tally, hasStrict: hasStrict, detail: nil)
    }
    return [row("all", "", score.all), row("models", "", score.models, hasStrict: false)]
      + FactKind.allCases.map { row("kind", $0.rawValue, score.kinds[$0] ?? Tally()) }
      + score.languages.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        row("language", $0.key.rawValue, $0.value)
      }
      + zip(FactMatch.detailNames, score.details).map {
        Row(group: "detail", name: $0, tally: nil, hasStrict: false, detail: $1)
      }
  }

  private static func numbers(_ cell: @escaping @Sendable (Double?) -> Cell) -> [Column<Row>] {
    [
      Column("gold", isNumeric: true) { .optional($0.tally.map { Double($0.gold) }) },
      Column("found", isNumeric: true) { .optional($0.tally.map { Double($0.found) }) },
      Column("precision", isNumeric: true) { cell($0.tally?.precision) },
      Column("recall", isNumeric: true) { cell($0.tally?.recall) },
      Column("f1", isNumeric: true) { cell($0.tally?.f1) },
      Column("strict_f1", isNumeric: true) { cell($0.hasStrict ? $0.tally?.strictF1 : nil) },
    ]
  }

  private static func share(_ row: Row) -> Double? {
    row.detail.flatMap { $0.all == 0 ? nil : Double($0.right) / Double($0.all) }
  }

  /// A share as tables show it: `0.940`.
  private static func threeDecimals(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 1000)." + Day.padded(thousandths % 1000, 3)
  }
}
