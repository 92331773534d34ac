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
    // First what was asked for, then what feeds name.
    while !places.isEmpty {
      var remaining = places[...]
      named = []
      try run(next: { remaining.popFirst() }, jobs: min(Self.fetchers, places.count), work: { work($0) })
      places = named
    }
  }
}
