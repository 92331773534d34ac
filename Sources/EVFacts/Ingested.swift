import Facts
import Storing

/// What became of a file, of some lines of one, or of an address.
public struct Ingested: Sendable {
  /// Its articles, and what the database made of them.
  public var articles: [IngestedArticle] = []
  /// Why there are not more.
  public var failures: [any Error] = []
  /// How many pages of an archive have no article.
  public var passedOver = 0
  /// How many bytes were read.
  public var bytes: Int
  /// The feed that named it.
  public var feed: String?
}

/// An article that was ingested.
public struct IngestedArticle: Sendable {
  /// The article; its `text` is empty where it was not read again.
  public var article: Article
  /// Its facts, `nil` where it was not read again.
  public var facts: [Fact]?
  /// The number of its facts.
  public var factCount: Int
  /// What the database made of it.
  public var outcome: StoreOutcome

  init(_ annotated: AnnotatedArticle, _ outcome: StoreOutcome) {
    article = annotated.article
    facts = annotated.facts
    factCount = annotated.facts.count
    self.outcome = outcome
  }

  init(_ known: KnownArticle) {
    article = known.article
    factCount = known.facts
    outcome = .unchanged
  }
}

/// Where the time of an ingest went.
///
/// What many threads do at once is added up over them, so that the parts can come to more than the whole.
public struct IngestTimes: Sendable {
  /// How many articles there were.
  public internal(set) var articles = 0
  /// From the start to the end.
  public internal(set) var whole = Duration.zero
  /// The parts, in the order of the work.
  public var parts: [(name: String, time: Duration)] {
    [
      ("fetch", fetching), ("read", reading), ("look up", looking), ("extract", extracting),
      ("words and sketch", preparing),
      ("group", storing.grouping), ("index", storing.indexing), ("store", storing.storing),
    ]
  }

  private var fetching = Duration.zero
  private var reading = Duration.zero
  private var looking = Duration.zero
  private var extracting = Duration.zero
  private var preparing = Duration.zero
  private var storing = StoringTime()

  mutating func add(_ done: IngestWork.Done) {
    fetching += done.fetching
    reading += done.reading
    looking += done.looking
    extracting += done.extracting
    preparing += done.preparing
  }

  mutating func add(_ time: StoringTime) {
    storing.grouping += time.grouping
    storing.indexing += time.indexing
    storing.storing += time.storing
  }
}
