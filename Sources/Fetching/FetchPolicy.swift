/// How addresses are fetched: limits, manners, and what may be connected to.
public struct FetchPolicy: Sendable {
  /// How long a page may take in all, redirects apart.
  public var timeLimit: Duration = .seconds(60)
  /// How long finding the host and connecting to it may take.
  public var connectLimit: Duration = .seconds(10)
  /// How long a server may say nothing.
  public var silenceLimit: Duration = .seconds(20)
  /// The largest page in bytes, unpacked.
  public var sizeLimit = 20 << 20
  /// How many redirects are followed.
  public var redirectLimit = 5
  /// The time between two requests to a host; a robots.txt may ask for more.
  public var interval: Duration = .seconds(1)
  /// What the program calls itself, to servers and in robots.txt.
  public var userAgent = "evfacts/0.1"
  /// Whether addresses of the own machine and of private networks may be connected to.
  public var allowsPrivate = false
  /// A file of certificates in PEM that are trusted instead of the system's.
  public var trustedCertificates: String?

  /// Asked while an answer is waited for; where it says so, the answer is broken off.
  public var isStopped: @Sendable () -> Bool = { false }

  /// The manners that a stranger's server expects.
  public init() {}
}

/// What a server said by which it can tell whether a page changed.
public struct Validators: Hashable, Sendable {
  /// The `ETag`.
  public var etag: String?
  /// The `Last-Modified`, as the server wrote it.
  public var lastModified: String?

  /// Puts the two together.
  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What an address gave.
public enum Fetched: Sendable {
  /// The server says that nothing changed since.
  case unchanged
  /// A page.
  case page(FetchedPage)
}

/// A page as it came, unpacked.
public struct FetchedPage: Sendable {
  /// Where it was in the end, after redirects.
  public var address: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// The media type in small letters, without parameters; `nil` where the server says none.
  public var mediaType: String?
  /// The encoding that the server says.
  public var charset: String?
  /// What to say when it is fetched again.
  public var validators: Validators
}
