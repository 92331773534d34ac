import Facts
import Fetching
import Foundation
import Linking
import Reading
import Storing

/// What many threads do for an ingest: read a piece of the input and find the facts of its articles.
struct IngestWork: Sendable {
  let reader: ArticleReader
  let extractor: FactExtractor
  /// Who extracts, for facts of an earlier version to be replaced.
  let extractorVersion: String
  /// Who reads and extracts, for inputs to be known again by.
  let version: String
  let database: IngestDatabase
  /// Whether inputs are read that are known already.
  let readsAgain: Bool

  /// What became of one input.
  enum Item: Sendable {
    case read(ReadInput)
    case known([KnownArticle])
    case failed(any Error)
  }

  /// What became of a piece, and how long it took.
  struct Done: Sendable {
    var items: [Item] = []
    var bytes = 0
    /// How many pages of an archive have no article.
    var passedOver = 0
    var reading = Duration.zero
    var extracting = Duration.zero
    var preparing = Duration.zero
    var looking = Duration.zero
    var fetching = Duration.zero
    /// What became of addresses, and what the feeds among them name.
    var records: [AddressRecord] = []
    var feeds: [(address: String, title: String?, validators: Validators?)] = []
    var entries: [AddressWork.Place] = []
    /// The feed that named the address.
    var feed: String?
  }

  /// Works on a piece.
  func callAsFunction(_ piece: ArticleSource.Piece) -> Done {
    var done = Done()
    var inputs: [Result<PieceInput, any Error>] = []
    done.measure(\.reading) { inputs = reader.inputs(of: piece) }
    let bytes = inputs.map { (try? $0.get())?.bytes.count ?? 0 }
    done.bytes = bytes.reduce(0, +)
    let known = done.measure(\.looking) { self.known(inputs) }
    for (place, input) in inputs.enumerated() {
      if let articles = known[place].articles {
        done.items.append(.known(articles))
        continue
      }
      do {
        let read = try done.measure(\.reading) { try input.get().read() }
        guard !read.isEmpty else { continue }
        done.items.append(.read(self.input(read, fingerprint: known[place].fingerprint, &done)))
      } catch {
        if (try? input.get())?.isArchived == true {
          done.passedOver += 1
        } else {
          done.items.append(.failed(error))
        }
      }
    }
    return done
  }

  /// Finds the facts of articles and makes them ready to be stored.
  func input(_ read: [ReadArticle], fingerprint: UInt64?, _ done: inout Done) -> ReadInput {
    ReadInput(
      fingerprint: fingerprint,
      articles: read.map { read in
        let annotated = done.measure(\.extracting) { extractor.extract(read.article) }
        return done.measure(\.preparing) { PreparedArticle(annotated) }
      })
  }

  /// The articles that inputs gave before, `nil` for those that are to be read, and by what they are known again.
  private func known(_ inputs: [Result<PieceInput, any Error>]) -> [(
    articles: [KnownArticle]?, fingerprint: UInt64?
  )] {
    let overrides = "\(reader.overrides)"
    let fingerprints = inputs.map { input -> UInt64? in
      guard let input = try? input.get(), !input.bytes.isEmpty else { return nil }
      return InputFingerprint.of(input.bytes, readAs: input.manner + overrides)
    }
    let asked = fingerprints.compactMap(\.self)
    guard !readsAgain, !asked.isEmpty, let store = database.reader,
      // Where the database cannot be asked, storing will say why.
      let found = try? store.known(asked, reader: version)
    else { return fingerprints.map { (nil, $0) } }
    var answers = found.makeIterator()
    return fingerprints.map { ($0 == nil ? nil : answers.next() ?? nil, $0) }
  }
}

extension IngestWork.Done {
  /// Does something and adds the time that it takes.
  mutating func measure<Result>(_ part: WritableKeyPath<Self, Duration>, _ body: () throws -> Result) rethrows
    -> Result
  {
    let clock = ContinuousClock()
    let start = clock.now
    defer { self[keyPath: part] += clock.now - start }
    return try body()
  }
}
