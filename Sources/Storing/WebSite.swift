import Foundation

/// The site of an address.
package enum WebSite {
  /// The host in small letters, without `www.` and port; `nil` where the address has none.
  package static func of(_ address: String?) -> String? {
    guard let address, let start = address.range(of: "://") else { return nil }
    let rest = address[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let named = rest.split(separator: "@").last ?? rest
    var host = named.prefix { $0 != ":" }.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host.isEmpty ? nil : host
  }
}
