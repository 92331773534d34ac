/// Fingerprints of an article's wording, by which copies of one story are known.
///
/// Method: bottom-k sketches (Broder) over runs of five words or Chinese characters; hashes by FNV-1a with a final mix.
enum StoryMarks {
  /// How many marks an article has: enough to tell a copy, few enough to store for every article.
  static let count = 8
  /// How many of them two articles must share: more than half, so that copies may be cut and given a new lead.
  static let shared = 5
  /// Texts with fewer runs are too short to be told apart by them.
  private static let least = 40
  private static let run = 5

  /// The marks of a text given as its words.
  static func marks(of units: [SearchUnit]) -> [Int64] {
    guard units.count >= least + run else { return [] }
    let words = units.map { hash($0.word, from: offset) }
    var smallest: [UInt64] = []
    for start in 0...(words.count - run) {
      var mark = offset
      for word in words[start..<start + run] { mark = (mark ^ word) &* prime }
      mark = mix(mark)
      if smallest.count == count, let last = smallest.last, mark >= last { continue }
      if smallest.contains(mark) { continue }
      let place = smallest.firstIndex { $0 > mark } ?? smallest.count
      smallest.insert(mark, at: place)
      if smallest.count > count { smallest.removeLast() }
    }
    return smallest.map { Int64(bitPattern: $0) }
  }

  /// A hash of all words in order: equal for texts that differ in case, accents, spaces and punctuation only.
  static func contentHash(of units: [SearchUnit]) -> Int64 {
    var content = offset
    for unit in units {
      content = hash(unit.word, from: content)
      // The end of a word counts, except between Chinese characters, which have none.
      if !unit.isHan { content = (content ^ 0x20) &* prime }
    }
    return Int64(bitPattern: mix(content))
  }

  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func hash(_ word: String, from start: UInt64) -> UInt64 {
    word.utf8.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
