import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

struct PageServerTests {
  @Test func aRequestIsAnswered() async throws {
    try await PageServer(host: "127.0.0.1", port: 0).application().test(.router) { client in
      try await client.execute(uri: "/health", method: .get) { response in
        #expect(response.status == .ok)
      }
    }
  }
}
