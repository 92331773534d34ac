/// The views that any program may read, with what they and their columns mean: the database's public interface.
public enum PublicSchema {
  /// A column of a view.
  public struct Column: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What stands in it.
    public let meaning: String
  }

  /// A view.
  public struct View: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What its rows are.
    public let meaning: String
    /// Its columns, in order.
    public let columns: [Column]
  }

  /// All of them, the believed facts first.
  public static let views: [View] = [
    facts(
      "launches", "Which model is shown, sold, delivered or built from when on, and where: what is believed."),
    facts("sales_targets", "How many vehicles a maker means to sell: what is believed."),
    facts("sales", "How many vehicles were sold, or are forecast to be: what is believed."),
    facts("store_counts", "How many shops, dealers or workshops a maker has or plans: what is believed."),
    facts("prices", "What a model costs: what is believed."),
    facts("ranges", "How far a model goes on a charge: what is believed."),
    facts("capacities", "How many vehicles a year a maker can build: what is believed."),
    facts("market_entries", "When a maker begins to sell in a market: what is believed."),
    facts("body_types", "Which sort of car a model is: what is believed."),
    facts("claims", "Everything that the articles claim, outvoted and cancelled too."),
    facts("conflicts", "Claims of independent articles that contradict each other; one belief, one matter."),
    View(
      name: "claim_history", meaning: "The claims, and those of older versions of a page.",
      columns: factColumns + [
        Column(
          name: "replaced", meaning: "the day from which a newer version counts; NULL where there is none")
      ]),
    View(
      name: "believed_figures", meaning: "What is believed, without sentences and articles: quick to search.",
      columns: believedColumns),
    View(
      name: "articles", meaning: "The articles, newest versions only.",
      columns: articleColumns + [
        Column(name: "text", meaning: "the body; paragraphs are separated by an empty line"),
        Column(name: "ingested_at", meaning: "when it came in, UTC"),
        Column(name: "facts", meaning: "how many live claims it makes"),
        Column(name: "article_number", meaning: "its number in this file"),
      ]),
    View(
      name: "models", meaning: "Every model that a current article names.",
      columns: [
        Column(name: "manufacturer", meaning: "the brand on the car"),
        Column(name: "model", meaning: "the model without the brand"),
        Column(name: "articles", meaning: "how many articles name it"),
        Column(name: "facts", meaning: "how many live claims there are of it"),
        Column(name: "manufacturer_key", meaning: keyMeaning), Column(name: "model_key", meaning: keyMeaning),
      ]),
    View(
      name: "manufacturers",
      meaning: "Every manufacturer that a current article names or claims something of.",
      columns: [
        Column(name: "manufacturer", meaning: "the brand on the car"),
        Column(name: "models", meaning: "how many models of it are known"),
        Column(name: "facts", meaning: "how many live claims there are of it"),
        Column(name: "manufacturer_key", meaning: keyMeaning),
      ]),
    View(
      name: "story_groups",
      meaning:
        "The articles that tell a story which others tell too, in mostly the same words; it counts once.",
      columns: [
        Column(name: "story", meaning: "articles with one number tell one story")
      ] + articleColumns + [
        Column(name: "facts", meaning: "how many live claims it makes"),
        Column(name: "article_number", meaning: "its number in this file"),
      ]),
  ]

  /// What is told of an article itself.
  private static let articleColumns = [
    Column(name: "article", meaning: "the name it goes by"),
    Column(name: "title", meaning: "the headline"),
    Column(name: "publisher", meaning: "who published it"),
    Column(name: "published", meaning: "the day, YYYY-MM-DD"),
    Column(name: "url", meaning: "its address"),
    Column(name: "language", meaning: "ISO 639-1: de, en, fr, it, es, zh"),
  ]

  /// The columns of `believed_figures`, with the words that the views of facts have for them.
  private static let believedColumns = [
    "fact_id", "kind", "manufacturer_key", "model_key", "attribute", "value", "unit", "start_date",
    "end_date", "when",
    "market", "status", "confidence",
  ].compactMap { name in factColumns.first { $0.name == name } }

  private static let keyMeaning = "the name without case, accents, spaces and punctuation: what is compared"

  private static func facts(_ name: String, _ meaning: String) -> View {
    View(name: name, meaning: meaning, columns: factColumns)
  }

  private static let factColumns: [Column] = [
    Column(
      name: "kind",
      meaning: "launch, sales_target, sales, store_count, price, range, capacity, market_entry, body_type"),
    Column(name: "manufacturer", meaning: "the brand on the car; NULL for a figure about a whole market"),
    Column(name: "model", meaning: "the model without the brand; NULL for a fact about the manufacturer"),
    Column(
      name: "attribute",
      meaning: "milestone, measure, outlet, sort of price, test cycle or body type, by kind"),
    Column(name: "value", meaning: "the number"),
    Column(name: "value_max", meaning: "the upper end of a range"),
    Column(
      name: "qualifier", meaning: "exact, about, more_than, less_than, at_least, at_most or between"),
    Column(name: "unit", meaning: "vehicles, stores, vehicles/year, km, mi, or a currency by ISO 4217"),
    Column(name: "when", meaning: "the date or period as stated: 2025-06-26, 2025-Q3, MID:2025, ../2027"),
    Column(name: "start_date", meaning: "the first day of it; NULL where it has no beginning"),
    Column(name: "end_date", meaning: "the last day of it; NULL where it has no end"),
    Column(name: "market", meaning: "ISO 3166-1 country, UN M49 region, EU, or overseas"),
    Column(name: "status", meaning: "actual, planned, expected or cancelled"),
    Column(name: "source", meaning: "who is cited for it in the text"),
    Column(name: "confidence", meaning: "how sure the extractor is, 0 to 1"),
    Column(name: "evidence", meaning: "the sentence it stands in"),
    Column(name: "article", meaning: "the article that claims it"),
    Column(name: "title", meaning: "the article's headline"),
    Column(name: "publisher", meaning: "who published the article"),
    Column(name: "published", meaning: "the day of it, YYYY-MM-DD"),
    Column(name: "url", meaning: "the article's address"),
    Column(name: "language", meaning: "the article's language, ISO 639-1"),
    Column(name: "fact_id", meaning: "its number in this file, for evfacts correct and drop"),
    Column(name: "corrected", meaning: "1 where a person put it right"),
    Column(name: "manufacturer_key", meaning: keyMeaning), Column(name: "model_key", meaning: keyMeaning),
    Column(name: "belief", meaning: "claims with one number compete"),
    Column(name: "believed", meaning: "1 where it won"),
    Column(name: "span_start", meaning: "where its value begins in the article's text, in UTF-8 bytes"),
    Column(name: "span_end", meaning: "where it ends"),
  ]
}
