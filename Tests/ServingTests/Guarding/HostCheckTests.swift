import Hummingbird
import Testing

@testable import Serving

struct HostCheckTests {
  typealias Check = HostCheck<BasicRequestContext>

  @Test(arguments: [
    ("localhost:8080", "localhost"), ("LOCALHOST", "localhost"), ("127.0.0.1:1", "127.0.0.1"),
    ("[::1]:80", "[::1]"),
    ("[::1]", "[::1]"), ("localhost.", "localhost"),
  ])
  func theHostOfAField(field: String, host: String) { #expect(Check.name(of: field) == host) }

  @Test(arguments: ["", ":80", "[::1", "[::1]80", "localhost:", "localhost:port", "localhost:123456"])
  func whatIsNoHost(field: String) { #expect(Check.name(of: field) == nil) }

  @Test func loopback() {
    for host in ["127.0.0.1", "localhost", "::1", "127.9.9.9"] { #expect(ListeningHost.isLoopback(host)) }
    for host in ["0.0.0.0", "::", "127.example.org", "192.168.0.7", "host"] {
      #expect(!ListeningHost.isLoopback(host))
    }
  }
}
