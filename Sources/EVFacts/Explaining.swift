import Facts
import Lexicon
import Linking

/// What decided, for facts that are stored without it.
public enum Explaining {
  /// The rows with the trails that the extractor leaves when it reads their article anew.
  ///
  /// A row that it does not find again, because a file or a person stated it or another version found it, keeps an
  /// empty trail. `names` are what is added to the catalogue. Throws `WorkLimit.Stop` where the time for it is over.
  public static func explained(_ rows: [FactRow], of article: Article, names: [CatalogueRow] = [])
    throws -> [FactRow]
  {
    let found = FactExtractor(lexicon: .standard(with: names)).extract(article).facts
    try WorkLimit.check()
    return rows.map { row in
      var row = row
      row.fact.trail = found.first { says($0, what: row.fact) }?.trail ?? []
      return row
    }
  }

  /// Whether two facts of one article are the same one.
  private static func says(_ fact: Fact, what other: Fact) -> Bool {
    fact.kind == other.kind && fact.span == other.span && fact.manufacturer == other.manufacturer
      && fact.model == other.model && fact.value == other.value && fact.attribute == other.attribute
      && fact.market == other.market && fact.when == other.when
  }
}
