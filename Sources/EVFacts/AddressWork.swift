import Facts
import Fetching
import Foundation
import Reading
import Storing

/// What many threads do for addresses: fetch a page or a feed, read it and find the facts of its articles.
struct AddressWork: Sendable {
  let fetcher: Fetcher
  let work: IngestWork

  /// An address, and what is expected there.
  struct Place: Sendable {
    var address: String
    /// The feed that names it, `nil` where a person does.
    var feed: String?
    /// Whether it must be a feed.
    var isFeed = false
  }

  /// A page that could not be had so often is not asked for again because a feed names it.
  private static let tries = 5

  /// Works on an address.
  func callAsFunction(_ place: Place) -> IngestWork.Done {
    var done = IngestWork.Done()
    done.feed = place.feed
    do {
      let address = try WebAddress(place.address).description
      let state = try work.database.reader?.state(ofAddress: address)
      if place.feed != nil, let state {
        let isKnown = state.fetchedAt != nil && state.failures == 0
        if isKnown || state.failures >= Self.tries { return done }
      }
      do {
        try fetch(address, place, work.readsAgain ? nil : state, &done)
      } catch FetchError.stopped {
        // Nothing is known of it, and the next run asks for it.
        return done
      } catch {
        done.records.append(AddressRecord(address: address, outcome: .failed("\(error)")))
        throw error
      }
    } catch {
      done.items.append(.failed(error))
    }
    return done
  }

  private func fetch(_ address: String, _ place: Place, _ state: AddressState?, _ done: inout IngestWork.Done)
    throws
  {
    let validators = Validators(etag: state?.etag, lastModified: state?.lastModified)
    let fetched = try done.measure(\.fetching) { try fetcher.fetch(address, validators: validators) }
    guard case .page(let page) = fetched else {
      done.records.append(AddressRecord(address: address, outcome: .unchanged))
      if place.isFeed { done.feeds.append((address, nil, nil)) }
      done.items.append(.known(try work.database.reader?.known(atAddress: address) ?? []))
      return
    }
    done.bytes = page.bytes.count
    let feed = done.measure(\.reading) { FeedPage(bytes: page.bytes, name: address) }
    if place.isFeed, feed == nil { throw ReadingError.notAFeed(name: address) }
    let kept = feed == nil ? page.validators : Validators()
    done.records.append(
      AddressRecord(
        address: address, outcome: .fetched(etag: kept.etag, lastModified: kept.lastModified)))
    if let feed {
      done.feeds.append((address, feed.title, page.validators))
      // A person's own page of a feed is read as it is; what a feed names in turn is not followed further.
      if place.feed == nil { done.entries = entries(of: feed, at: page, named: address) }
      return
    }
    do {
      try read(page, &done)
    } catch {
      // It came, and is no article: it need not come again before it changes.
      done.items.append(.failed(error))
    }
  }

  /// The pages that a feed names; a feed cannot lead to more than a feed has.
  private func entries(of feed: FeedPage, at page: FetchedPage, named address: String) -> [Place] {
    var seen: Set<String> = []
    return feed.entries.prefix(Self.entryLimit).compactMap { entry in
      guard let text = entry.address, let target = WebAddress(text, relativeTo: page.address) else {
        return nil
      }
      guard seen.insert(target.description).inserted else { return nil }
      return Place(address: target.description, feed: address)
    }
  }

  private static let entryLimit = 1000

  private func read(_ page: FetchedPage, _ done: inout IngestWork.Done) throws {
    let fingerprint = InputFingerprint.of(page.bytes, readAs: page.address + "\(work.reader.overrides)")
    if !work.readsAgain,
      let known = try work.database.reader?.known([fingerprint], reader: work.version).first ?? nil
    {
      done.items.append(.known(known))
      return
    }
    let read = try done.measure(\.reading) { try articles(of: page) }
    done.items.append(.read(work.input(read, fingerprint: fingerprint, &done)))
  }

  /// The articles of a page; one that gives no address of its own site has the one at which it was found, so that no
  /// page can pass for another site's.
  private func articles(of page: FetchedPage) throws -> [ReadArticle] {
    var reader = work.reader
    // Bytes that are UTF-8 are so whatever the server says, and a page knows its own encoding better.
    if reader.overrides.encoding == nil, let charset = page.charset, ArticleReader.knows(encoding: charset),
      String(validating: page.bytes, as: UTF8.self) == nil, !Self.declaresEncoding(page.bytes)
    {
      reader.overrides.encoding = charset
    }
    var read = try reader.read(bytes: page.bytes, name: page.address)
    guard read.count == 1, work.reader.overrides.url == nil else { return read }
    if read[0].article.url.map({ WebSite.of($0) != WebSite.of(page.address) }) ?? true {
      reader.overrides.url = page.address
      read = try reader.read(bytes: page.bytes, name: page.address)
    }
    return read
  }

  /// Whether the first bytes name an encoding: pages know theirs better than servers do.
  private static func declaresEncoding(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    return head.contains("charset") || head.contains("encoding=")
  }
}
