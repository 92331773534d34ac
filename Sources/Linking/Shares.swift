/// How likely each of several makers, models or markets is, by its number.
struct Shares: Sendable {
  /// Each with its share, once.
  private(set) var items: [(number: Int, share: Float)] = []

  /// None.
  init() {}

  /// Adds up what is told of each.
  init(_ told: some Sequence<(Int, Float)>) {
    for (number, share) in told {
      if let at = items.firstIndex(where: { $0.number == number }) {
        items[at].share += share
      } else {
        items.append((number, share))
      }
    }
  }

  /// How likely one is; 0 where nothing is told of it.
  subscript(number: Int) -> Float { items.first { $0.number == number }?.share ?? 0 }
}
