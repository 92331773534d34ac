import Testing

@testable import Linking

/// Shares by number, and the votes that are counted from them.
@Suite struct SharesTests {
  @Test func sharesOfOneNumberAddUp() {
    let shares = Shares([(4, 0.25), (2, 0.5), (4, 0.125)])
    #expect(shares.items.map(\.number) == [4, 2])
    #expect(shares[4] == 0.375)
    #expect(shares[2] == 0.5)
    #expect(shares[0] == 0)
    #expect(Shares()[4] == 0)
  }

  @Test func featuresAreAddedInOrder() {
    var features: [Float] = [1]
    features.add(2, 3)
    features.add(flag: true)
    features.add(flag: false)
    #expect(features == [1, 2, 3, 1, 0])
  }
}
