import Facts
import Foundation
import Lexicon
import Linking
import Reading
import Storing

/// Files and addresses to stored facts: many read and extract, one stores, in the order of the files.
///
/// What is known already, by a hash of its bytes, is neither read nor extracted again.
public final class Ingesting {
  /// Inputs stored in one transaction: enough that the disk is not waited for after each.
  private static let batch = 200
  /// How long another program's writing is waited for.
  private static let patience = Duration.seconds(60)

  let work: IngestWork
  let database: IngestDatabase
  private let jobs: Int
  let isStopped: @Sendable () -> Bool
  private let tell: (Ingested) throws -> Void
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var pending: [IngestWork.Done] = []
  private var waiting = 0
  /// What is remembered of the feeds that were read.
  var feeds = FeedsRead()
  /// Where the time went so far.
  public private(set) var times = IngestTimes()

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - open: opens it for writing; called once there is an article to store.
  ///   - overrides: what counts more than what the articles say of themselves.
  ///   - names: what is added to the catalogue of names.
  ///   - jobs: how many articles are worked on at once.
  ///   - readsAgain: whether inputs are read that are known already.
  ///   - isStopped: asked before each piece of work; where it says so, no more is begun, and what was is stored.
  ///   - tell: is told of the inputs in their order, once they are stored.
  public init(
    path: String, open: @escaping @Sendable () throws -> FactStore,
    overrides: ReadingOverrides = ReadingOverrides(), names: [CatalogueRow] = [], jobs: Int,
    readsAgain: Bool = false, isStopped: @escaping @Sendable () -> Bool = { false },
    tell: @escaping (Ingested) throws -> Void
  ) {
    database = IngestDatabase(path: path, open: open)
    // Who knows more names reads otherwise: articles that are ingested again then get the facts that these bring.
    let extractor = FactExtractor.version(with: names)
    work = IngestWork(
      reader: ArticleReader(overrides: overrides), extractor: FactExtractor(lexicon: .standard(with: names)),
      extractorVersion: extractor, version: "\(extractor) \(ArticleReader.version)", database: database,
      readsAgain: readsAgain)
    self.jobs = jobs
    self.isStopped = isStopped
    self.tell = tell
    start = clock.now
  }

  /// Reads files, stores their articles and tells what became of each.
  ///
  /// - Parameter files: the paths; `-` is standard input.
  public func run(files: [String]) throws {
    let source = ArticleSource(files: files)
    try run(next: { try source.next() }, jobs: jobs, work: { [work] in work($0) })
  }

  /// Does some work on many threads and stores what comes of it.
  func run<Piece: Sendable>(
    next: @escaping () throws -> Piece?, jobs: Int, work: @escaping @Sendable (Piece) -> IngestWork.Done
  ) throws {
    defer { times.whole = clock.now - start }
    try OrderedWork<Piece, IngestWork.Done>(
      next: { [isStopped] in isStopped() ? nil : try next() }, work: work,
      finish: { [self] done in
        pending.append(done)
        waiting += done.items.count
        if waiting >= Ingesting.batch || !done.records.isEmpty { try settle() }
      }
    ).run(jobs: jobs)
    try settle()
  }

  /// Stores what is waiting, and tells of it.
  private func settle() throws {
    var outcomes: ArraySlice<[StoreOutcome]> = []
    let inputs = pending.flatMap { $0.items.compactMap(\.input) }
    if !inputs.isEmpty {
      let added = try patiently {
        try database.writer.add(
          inputs, origin: .extracted(version: work.extractorVersion), reader: work.version)
      }
      outcomes = added.outcomes[...]
      times.add(added.time)
    }
    try record()
    for done in pending {
      times.add(done)
      var told = Ingested(passedOver: done.passedOver, bytes: done.bytes, feed: done.feed)
      for item in done.items {
        switch item {
        case .failed(let error): told.failures.append(error)
        case .known(let articles): told.articles += articles.map(IngestedArticle.init)
        case .read(let input):
          let outcomes = outcomes.popFirst() ?? []
          told.articles += zip(input.articles, outcomes).map { IngestedArticle($0.annotated, $1) }
        }
      }
      times.articles += told.articles.count
      try tell(told)
    }
    pending = []
    waiting = 0
  }

  /// Tries again for some time where another program is writing: what was read is worth the wait.
  private func patiently<Result>(_ body: () throws -> Result) throws -> Result {
    let end = clock.now + Ingesting.patience
    while true {
      do {
        return try body()
      } catch StoringError.locked(let path) where !isStopped() {
        guard clock.now < end else { throw StoringError.locked(path: path) }
      }
    }
  }

  /// Keeps what became of addresses, once their articles are stored.
  private func record() throws {
    let records = pending.flatMap(\.records)
    for done in pending { feeds.add(done) }
    let haveCome = records.contains { if case .failed = $0.outcome { false } else { true } }
    // That an address cannot be had is no reason to make a database.
    guard haveCome || (!records.isEmpty && database.isThere) else { return }
    let store = try database.writer
    try patiently { try store.record(records) }
    for feed in pending.flatMap(\.feeds) { try store.noteUpdate(ofFeed: feed.address, title: feed.title) }
  }
}

extension IngestWork.Item {
  /// What is to be stored.
  fileprivate var input: ReadInput? {
    if case .read(let input) = self { input } else { nil }
  }
}
