import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Which addresses are connected to: none of the own machine and of private networks, whichever way leads there.
@Suite struct HostTests {
  @Test(arguments: [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "::1", "::", "::ffff:127.0.0.1", "::ffff:192.168.0.1", "::127.0.0.1",
    "64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:c0a8:101::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
    "ff02::1", "2001:db8::1", "2001::1", "100::1", "3fff::1",
  ])
  func privateAddresses(text: String) throws {
    #expect(try !#require(HostAddress(text)).isPublic)
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "192.169.0.1", "100.128.0.1", "223.255.255.255",
    "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
  ])
  func publicAddresses(text: String) throws {
    #expect(try #require(HostAddress(text)).isPublic)
  }

  /// Ways to write addresses of the own machine.
  @Test(arguments: [
    "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0x7f.0.0.1/", "http://2130706433/",
    "http://0177.0.0.1/", "http://127.1/", "http://[::ffff:127.0.0.1]/", "HTTP://LOCALHOST:8080/a",
    "http://0/",
  ])
  func ownMachineIsNotFetched(address: String) {
    var policy = FetchPolicy()
    policy.interval = .zero
    let error = #expect(throws: FetchError.self) { _ = try Fetcher(policy: policy).fetch(address) }
    guard case .privateHost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.contains("--allow-private") == true)
  }

  @Test(arguments: [
    "", "evfacts", "ftp://example.org/", "http://", "https:///a", "http://user:word@example.org/",
    "http://a b/",
    "http://example.org:99999/", "http://exa\u{0}mple.org/", "javascript:alert(1)", "http://[::1/",
  ])
  func whatIsNoAddressIsToldSo(text: String) {
    let error = #expect(throws: FetchError.self) { _ = try WebAddress(text) }
    guard case .notAnAddress = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// A fetcher to which 127.0.0.1 is the open network, and 127.0.0.2 a private one.
  private func fetcher(_ hosts: [String: [String]]) -> (Fetcher, lookUps: LookUps) {
    var policy = FetchPolicy()
    policy.interval = .zero
    let lookUps = LookUps()
    let fetcher = Fetcher(
      policy: policy,
      addresses: { host in
        lookUps.count.withLock { $0 += 1 }
        return (hosts[host] ?? [host]).compactMap { HostAddress($0) }
      }, isOpen: { $0.text == "127.0.0.1" }, sleep: { _ in })
    return (fetcher, lookUps)
  }

  private final class LookUps: Sendable {
    let count = Mutex(0)
  }

  @Test(arguments: ["http://127.0.0.2/", "http://inside.example/", "//[::1]/"])
  func aRedirectIntoThePrivateNetworkIsNotFollowed(target: String) throws {
    let server = try TestServer { _ in [.say(Reply.redirect(target))] }
    let (fetcher, _) = fetcher(["inside.example": ["127.0.0.2"]])
    let error = #expect(throws: FetchError.self) { _ = try fetcher.fetch(server.address("/")) }
    guard case .privateHost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.count == 1)
  }

  @Test func oneClosedAddressAmongOpenOnesClosesTheHost() throws {
    let server = try TestServer { _ in [.say(Reply.page("<p>Here"))] }
    let (fetcher, _) = fetcher(["both.example": ["127.0.0.1", "127.0.0.2"]])
    #expect(
      throws: FetchError.privateHost(
        address: server.address("/", host: "both.example"), host: "both.example", ip: "127.0.0.2")
    ) { _ = try fetcher.fetch(server.address("/", host: "both.example")) }
    #expect(server.requests.isEmpty)
  }

  /// The name is of no host that the system knows, so that only the address that was checked can have been used.
  @Test func theCheckedAddressIsTheOneConnectedTo() throws {
    let server = try TestServer { _ in [.say(Reply.page("<p>Here"))] }
    let (fetcher, lookUps) = fetcher(["rebinding.invalid": ["127.0.0.1"]])
    let address = server.address("/", host: "rebinding.invalid")
    #expect(try FetcherTests.page(fetcher.fetch(address)).address == address)
    #expect(server.requests.first?.headers["host"] == "rebinding.invalid:\(server.port)")
    // Once for robots.txt and once for the page; a third time would be the connection's own.
    #expect(lookUps.count.withLock { $0 } == 2)
  }

  /// Certificates of one key each, valid from 2020 to 2120 but for the expired one; they stand for their hosts only.
  private static func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path(
      percentEncoded: false)
  }

  @Test(arguments: [("good.pem", true), ("wrong-host.pem", false), ("expired.pem", false)])
  func onlyAValidCertificateIsAccepted(certificate: String, comes: Bool) throws {
    let server = try TestServer(certificate: Self.fixture(certificate)) { _ in [.say(Reply.page("<p>Here"))] }
    let address = server.address("/", host: "localhost", scheme: "https")
    // The certificate itself is trusted, so that only its host or its time can be wrong.
    let fetcher = FetcherTests.fetcher { $0.trustedCertificates = Self.fixture(certificate) }
    if comes {
      #expect(try FetcherTests.page(fetcher.fetch(address)).address == address)
      #expect(throws: FetchError.self) { _ = try FetcherTests.fetcher().fetch(address) }
    } else {
      #expect(throws: FetchError.badCertificate(address: address)) { _ = try fetcher.fetch(address) }
    }
  }

  @Test func aCertificateOfNobodyKnownIsRefused() throws {
    let server = try TestServer(certificate: Self.fixture("good.pem")) { _ in [.say(Reply.page("<p>Here"))] }
    let address = server.address("/", host: "localhost", scheme: "https")
    #expect(throws: FetchError.badCertificate(address: address)) {
      _ = try FetcherTests.fetcher().fetch(address)
    }
    #expect(server.requests.isEmpty)
  }
}
