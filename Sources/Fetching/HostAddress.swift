#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// An IP address that a host has, and whether strangers' pages may lead there.
///
/// The ranges are those of IANA's registries of special-purpose addresses.
struct HostAddress: Hashable, Sendable {
  /// Four bytes, or sixteen.
  let bytes: [UInt8]

  /// Reads `192.0.2.1` or `2001:db8::1`; `nil` for anything else.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The address as text.
  var text: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    let written = bytes.withUnsafeBytes {
      inet_ntop(family, $0.baseAddress, &buffer, socklen_t(buffer.count))
    }
    return written == nil ? "?" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }

  /// Whether it is an address of the public network.
  var isPublic: Bool { bytes.count == 4 ? isPublicFour : isPublicSix }

  private static let closedFour: [(first: [UInt8], bits: Int)] = [
    ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16), ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24), ([192, 168, 0, 0], 16), ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24), ([224, 0, 0, 0], 3),
  ]

  private var isPublicFour: Bool { !Self.closedFour.contains { lies(in: $0.first, $0.bits) } }

  private var isPublicSix: Bool {
    // An IPv4 address in the clothes of IPv6 leads where that one leads.
    if lies(in: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96) || lies(in: [0, 0x64, 0xFF, 0x9B], 96) {
      return HostAddress(bytes: Array(bytes[12...])).isPublic
    }
    if lies(in: [0x20, 0x02], 16) { return HostAddress(bytes: Array(bytes[2..<6])).isPublic }
    // Only 2000::/3 is given out; in it 2001::/23 (tunnels and tests) and documentation are not.
    return lies(in: [0x20], 3) && !lies(in: [0x20, 0x01, 0x00], 23)
      && !lies(in: [0x20, 0x01, 0x0D, 0xB8], 32)
      && !lies(in: [0x3F, 0xFF, 0x00], 20)
  }

  private func lies(in first: [UInt8], _ bits: Int) -> Bool {
    for place in 0..<bits {
      let byte = place / 8
      let mask = UInt8(0x80) >> UInt8(place % 8)
      let wanted = first.indices.contains(byte) ? first[byte] : 0
      if bytes[byte] & mask != wanted & mask { return false }
    }
    return true
  }

  /// The addresses of a host; none where it has none or finding them takes longer than `limit`.
  static func all(of host: String, limit: Duration) -> [HostAddress] {
    if let literal = HostAddress(host) { return [literal] }
    // This machine, by whatever table of hosts (RFC 6761).
    let name = host.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") {
      return ["127.0.0.1", "::1"].compactMap { HostAddress($0) }
    }
    let found = Found()
    let done = DispatchSemaphore(value: 0)
    // The system's resolver cannot be told to stop; one that hangs is left behind.
    DispatchQueue.global().async {
      let addresses = lookUp(host)
      found.addresses.withLock { $0 = addresses }
      done.signal()
    }
    guard done.wait(timeout: .now() + limit.seconds) == .success else { return [] }
    return found.addresses.withLock { $0 }
  }

  private final class Found: Sendable {
    let addresses = Mutex<[HostAddress]>([])
  }

  private static func lookUp(_ host: String) -> [HostAddress] {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [HostAddress] = []
    var next = list
    while let entry = next?.pointee {
      next = entry.ai_next
      guard let address = entry.ai_addr else { continue }
      let raw = UnsafeRawPointer(address)
      var bytes: [UInt8] = []
      if entry.ai_family == AF_INET {
        withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { bytes = Array($0) }
      } else if entry.ai_family == AF_INET6 {
        withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { bytes = Array($0) }
      }
      let one = HostAddress(bytes: bytes)
      if !bytes.isEmpty, !found.contains(one) { found.append(one) }
    }
    return found
  }
}

extension Duration {
  /// The seconds as a number.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
