/// Why an address gave no page.
public enum FetchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no address of the web.
  case notAnAddress(String)
  /// The host has no address.
  case unknownHost(address: String, host: String)
  /// The host is the own machine or in a private network.
  case privateHost(address: String, host: String, ip: String)
  /// No connection could be made.
  case noConnection(address: String, reason: String)
  /// The server's certificate is not valid for the host.
  case badCertificate(address: String)
  /// It took too long.
  case timeout(address: String)
  /// The page is larger than the limit in bytes.
  case tooLarge(address: String, limit: Int)
  /// One redirect led to another too often.
  case tooManyRedirects(address: String, limit: Int)
  /// A redirect leads nowhere.
  case badRedirect(address: String, to: String)
  /// The server answers with an error.
  case status(address: String, code: Int)
  /// The answer broke off or is not as HTTP has it.
  case broken(address: String, reason: String)
  /// What is there is no page: a picture, a film.
  case notAPage(address: String, mediaType: String)
  /// The site asks programs not to read it.
  case disallowed(address: String)
  /// It was broken off, as ``FetchPolicy/isStopped`` wished.
  case stopped(address: String)

  /// What happened, to which address, and what to try.
  public var description: String {
    switch self {
    case .notAnAddress(let address):
      "'\(address)' is no address of the web. Try: one that begins with https:// and names a host"
    case .unknownHost(let address, let host):
      "cannot fetch '\(address)': there is no host '\(host)'. Try: check the spelling, and the network"
    case .privateHost(let address, let host, let ip):
      """
      '\(address)' is not fetched: \(host == ip ? ip : "\(host), \(ip),") is no public address. \
      Try: --allow-private where you trust the address and where it leads
      """
    case .noConnection(let address, let reason):
      "cannot fetch '\(address)': \(reason). Try: again later, or open it in a browser"
    case .badCertificate(let address):
      "'\(address)' is not fetched: its certificate is not valid. Try: open it in a browser, and save the page"
    case .stopped(let address):
      "'\(address)' is not fetched: it was broken off. Try: the same command again"
    case .timeout(let address):
      "cannot fetch '\(address)': it took too long. Try: again later"
    case .tooLarge(let address, let limit):
      "'\(address)' is not fetched: it has more than \(limit >> 20) MB. Try: --max-megabytes with a larger number"
    case .tooManyRedirects(let address, let limit):
      "cannot fetch '\(address)': more than \(limit) redirects. Try: the address that a browser ends at"
    case .badRedirect(let address, let target):
      "cannot fetch '\(address)': it leads to '\(target)'. Try: the address that a browser ends at"
    case .status(let address, let code):
      "cannot fetch '\(address)': the server answers \(code)\(Self.meaning(of: code)). Try: open it in a browser"
    case .broken(let address, let reason):
      "cannot fetch '\(address)': the answer is broken, \(reason). Try: again later"
    case .notAPage(let address, let mediaType):
      "'\(address)' is not fetched: it is \(mediaType), no page. Try: the address of an article"
    case .disallowed(let address):
      "'\(address)' is not fetched: the site's robots.txt asks programs not to. Try: save the page with a browser"
    }
  }

  private static func meaning(of code: Int) -> String {
    switch code {
    case 401, 403: " (not allowed)"
    case 404, 410: " (not there)"
    case 429: " (too many requests)"
    case 500...: " (a fault of its own)"
    default: ""
    }
  }
}
