import Facts

/// Fingerprints of an article's wording, by which copies of one story are known.
///
/// Method: bottom-k sketches (Broder) over runs of four words or six Chinese characters, without the figures; hashes by
/// FNV-1a with a final mix. Figures are kept apart (``StoryFigure``): copies round them, and two monthly reports in the
/// same words differ in nothing else.
enum StoryMarks {
  /// How many of the smallest hashes are looked up: copies share one of them almost surely.
  static let count = 10

  /// A hash of all words in order: equal for texts that differ in case, accents, spaces and punctuation only.
  static func contentHash(of units: [SearchUnit]) -> Int64 {
    var content = StoryHash.offset
    for unit in units {
      content = StoryHash.append(unit.word, to: content)
      // The end of a word counts, except between Chinese characters, which have none.
      if !unit.isHan { content = StoryHash.append(0x20, to: content) }
    }
    return Int64(bitPattern: StoryHash.mix(content))
  }
}

/// The hash that stands for words and runs of them.
enum StoryHash {
  static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  static func append(_ value: UInt64, to hash: UInt64) -> UInt64 { (hash ^ value) &* prime }

  static func append(_ word: String, to hash: UInt64) -> UInt64 {
    word.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* prime }
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
