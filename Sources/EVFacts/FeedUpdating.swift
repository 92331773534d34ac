import Fetching
import Foundation
import Storing

extension Ingesting {
  /// How many addresses are fetched at once: most of the time goes into waiting for strangers' servers.
  private static let fetchers = 8

  /// Fetches pages and feeds, with the pages that these name, stores their articles and tells what became of each.
  ///
  /// - Parameters:
  ///   - addresses: the addresses.
  ///   - areFeeds: whether they must be feeds.
  ///   - fetcher: fetches them.
  public func run(addresses: [String], areFeeds: Bool = false, fetcher: Fetcher) throws {
    let work = AddressWork(fetcher: fetcher, work: work)
    var places = addresses.map { AddressWork.Place(address: $0, isFeed: areFeeds) }
    feeds = FeedsRead()
    // First what was asked for, then what feeds name.
    while !places.isEmpty {
      var remaining = places[...]
      feeds.named = []
      try run(next: { remaining.popFirst() }, jobs: min(Self.fetchers, places.count), work: { work($0) })
      places = feeds.named
    }
    try keepValidators()
  }

  /// Keeps by what a feed is known to be unchanged, once all that it names is there: where a page failed or the run
  /// was stopped, the feed is to come again, so that the page is tried again.
  private func keepValidators() throws {
    guard !isStopped() else { return }
    let done = feeds.validators.filter { !feeds.incomplete.contains($0.address) }
    guard !done.isEmpty else { return }
    try database.writer.record(
      done.map {
        AddressRecord(
          address: $0.address,
          outcome: .fetched(etag: $0.validators.etag, lastModified: $0.validators.lastModified))
      })
  }
}

/// What is remembered of the feeds of a run.
struct FeedsRead {
  /// The pages that they named and that are not asked for yet.
  var named: [AddressWork.Place] = []
  /// By what they are known to be unchanged.
  var validators: [(address: String, validators: Validators)] = []
  /// Those of which a page could not be had.
  var incomplete: Set<String> = []

  /// Adds what became of an address.
  mutating func add(_ done: IngestWork.Done) {
    named += done.entries
    validators += done.feeds.compactMap { feed in feed.validators.map { (feed.address, $0) } }
    let hasFailed = done.records.contains { if case .failed = $0.outcome { true } else { false } }
    if hasFailed, let feed = done.feed { incomplete.insert(feed) }
  }
}
