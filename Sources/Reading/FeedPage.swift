import Facts

/// A feed as a list of what it points to: some feeds hold whole articles, most only where these are.
public struct FeedPage: Sendable {
  /// An entry.
  public struct Entry: Sendable {
    /// The address of its page.
    public var address: String?
    /// Its headline.
    public var title: String?
  }

  /// What the feed calls itself.
  public var title: String?
  /// Its entries in their order, those without text too.
  public var entries: [Entry]

  /// Reads bytes, unpacked; `nil` where they are no feed.
  public init?(bytes: [UInt8], name: String) {
    guard let decoded = try? TextDecoding.decode(bytes, encoding: nil, name: name),
      FileFormat(startOf: decoded.text) == .feed,
      let drafts = try? FeedReader.drafts(decoded.text, name: name, latest: Day(number: 1 << 20))
    else { return nil }
    title = drafts.lazy.compactMap(\.publisher?.value).first
    entries = drafts.map { Entry(address: $0.url?.value, title: $0.title?.value) }
  }
}
