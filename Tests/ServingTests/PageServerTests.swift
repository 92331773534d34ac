import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

struct PageServerTests {
  @Test func aRequestIsAnswered() async throws {
    try await PageServer(ServingOptions(path: "")).application().test(.router) { client in
      try await client.execute(uri: "/health", method: .get) { response in
        #expect(response.status == .ok)
      }
    }
  }
}
