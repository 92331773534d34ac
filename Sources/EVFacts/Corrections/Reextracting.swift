import Facts
import Lexicon
import Linking
import Storing

/// Reads the stored articles anew that an earlier extractor read, or one that knew fewer names, and tells what came and went.
///
/// What files brought and what people wrote stays as it is, and corrections and drops are applied anew.
public struct Reextracting: Sendable {
  /// What came of some articles.
  public struct Outcome: Sendable {
    /// How many were read.
    public var articles = 0
    /// How many of these have other facts than before.
    public var changed = 0
    /// The facts that were not there before, each with its article's id.
    public var came: [(article: String, fact: Fact)] = []
    /// The facts that are no longer found.
    public var went: [(article: String, fact: Fact)] = []
    /// How many facts are found as before.
    public var kept = 0
  }

  /// Articles stored in one transaction.
  private static let batch = 200

  private let extractor: FactExtractor
  private let version: String
  private let jobs: Int

  /// Makes a run with names added to the catalogue.
  public init(names: [CatalogueRow], jobs: Int) {
    extractor = FactExtractor(lexicon: .standard(with: names))
    version = FactExtractor.version(with: names)
    self.jobs = jobs
  }

  /// How many articles there are to read.
  public func count(in store: FactStore) throws -> Int { try store.count(readByOtherThan: version) }

  /// Reads them and stores what is found, some at a time, and tells of each time; what was told of is stored.
  ///
  /// - Parameters:
  ///   - store: the database.
  ///   - dryRun: whether nothing is stored.
  ///   - tell: is told of some articles at a time.
  public func run(in store: FactStore, dryRun: Bool = false, tell: (Outcome) throws -> Void) throws {
    var last: Int64 = 0
    while true {
      let (before, next) = try store.articles(readByOtherThan: version, after: last, limit: Self.batch)
      guard !before.isEmpty else { return }
      last = next
      var after: [AnnotatedArticle] = []
      var place = 0
      let extractor = extractor
      try OrderedWork<Article, AnnotatedArticle>(
        next: {
          guard place < before.count else { return nil }
          defer { place += 1 }
          return before[place].article
        },
        work: { extractor.extract($0) }, finish: { after.append($0) }
      ).run(jobs: jobs)
      if !dryRun { _ = try store.add(after, origin: .extracted(version: version)) }
      try tell(Self.compare(before, after))
    }
  }

  static func compare(_ before: [AnnotatedArticle], _ after: [AnnotatedArticle]) -> Outcome {
    var outcome = Outcome()
    for (old, new) in zip(before, after) {
      outcome.articles += 1
      var left = Dictionary(grouping: old.facts, by: Said.init)
      var came = 0
      for fact in new.facts {
        if left[Said(fact)]?.popLast() != nil {
          outcome.kept += 1
        } else {
          outcome.came.append((new.article.id, fact))
          came += 1
        }
      }
      let went = old.facts.filter { left[Said($0)]?.popLast() != nil }
      outcome.went += went.map { (old.article.id, $0) }
      if came + went.count > 0 { outcome.changed += 1 }
    }
    return outcome
  }

  /// What a fact says, without how sure its extractor was of it and where the value stands.
  private struct Said: Hashable {
    let fact: Fact

    init(_ fact: Fact) {
      var fact = fact
      fact.confidence = nil
      fact.span = nil
      fact.trail = []
      self.fact = fact
    }
  }
}

extension FactExtractor {
  /// Which extractor reads with names that a person added: who knows more names reads otherwise, so that articles that
  /// are read again get the facts that these bring.
  static func version(with names: [CatalogueRow]) -> String {
    "\(version)" + (names.isEmpty ? "" : "+" + CatalogueTable.fingerprint(of: names))
  }
}
