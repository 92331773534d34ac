import Facts

/// What is compared to tell whether two articles are copies of one story: a sample of their wording, and their figures.
struct StorySketch {
  /// How many different runs of words the text has.
  var runs: Int
  /// The smallest hashes of them, ascending, at most ``size``.
  var smallest: [UInt32]
  /// The figures with the words around them, ascending by these.
  var figures: [StoryFigure]

  /// How many hashes are kept: the share of common runs is then told to within a few percent.
  private static let size = 128
  private static let figureCount = 40
  /// A text with fewer runs is too short to be told from others by them.
  private static let least = 12
  private static let wordRun = 4
  private static let hanRun = 6

  /// The sketch of a text given as its words, `nil` where it is too short for one.
  init?(of units: [SearchUnit], text: String) {
    var hashes: [UInt64] = []
    var han = 0
    hashes.reserveCapacity(units.count)
    for unit in units where !unit.beginsWithDigit {
      hashes.append(StoryHash.append(unit.word, to: StoryHash.offset))
      if unit.isHan { han += 1 }
    }
    let run = han * 2 > hashes.count ? Self.hanRun : Self.wordRun
    guard hashes.count >= Self.least + run - 1 else { return nil }
    var marks: [UInt32] = []
    marks.reserveCapacity(hashes.count)
    for start in 0...(hashes.count - run) {
      var mark = StoryHash.offset
      for place in start..<(start + run) { mark = StoryHash.append(hashes[place], to: mark) }
      marks.append(UInt32(truncatingIfNeeded: StoryHash.mix(mark)))
    }
    marks.sort()
    smallest = []
    smallest.reserveCapacity(Self.size)
    runs = 0
    var last: UInt32?
    for mark in marks where mark != last {
      runs += 1
      if smallest.count < Self.size { smallest.append(mark) }
      last = mark
    }
    figures = StoryFigure.figures(of: units, words: hashes, text: text, limit: Self.figureCount)
  }

  /// The sketch as it is stored.
  init(runs: Int, sketch: UnsafeRawBufferPointer, figures: UnsafeRawBufferPointer) {
    self.runs = runs
    smallest = stride(from: 0, to: sketch.count - 3, by: 4).map {
      UInt32(littleEndian: sketch.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
    }
    self.figures = stride(from: 0, to: figures.count - 5, by: 6).map {
      StoryFigure(
        context: UInt32(littleEndian: figures.loadUnaligned(fromByteOffset: $0, as: UInt32.self)),
        digits: UInt16(littleEndian: figures.loadUnaligned(fromByteOffset: $0 + 4, as: UInt16.self)))
    }
  }

  /// The same from arrays.
  init(runs: Int, sketch: [UInt8], figures: [UInt8]) {
    self = sketch.withUnsafeBytes { sketch in
      figures.withUnsafeBytes { StorySketch(runs: runs, sketch: sketch, figures: $0) }
    }
  }

  /// ``smallest`` as bytes.
  var sketchBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * smallest.count)
    for mark in smallest { bytes.append(little: mark, count: 4) }
    return bytes
  }

  /// ``figures`` as bytes.
  var figureBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(6 * figures.count)
    for figure in figures {
      bytes.append(little: figure.context, count: 4)
      bytes.append(little: UInt32(figure.digits), count: 2)
    }
    return bytes
  }

  /// The hashes by which articles are looked up that may be copies.
  var marks: ArraySlice<UInt32> { smallest.prefix(StoryMarks.count) }

  /// Whether two articles are copies of one story: most of the shorter one's wording stands in the other, and the
  /// figures that stand in the same words agree.
  func isCopy(of other: StorySketch) -> Bool {
    guard min(runs, other.runs) * 5 >= max(runs, other.runs) * 2 else { return false }
    return share(with: other) >= Self.leastShare && StoryFigure.agree(figures, other.figures)
  }

  /// Copies with a paragraph less and another list of links share two thirds and more, different articles a tenth.
  private static let leastShare = 0.45

  /// Which share of the shorter one's runs stands in the other too, 0 to 1, as the sketches tell it.
  func share(with other: StorySketch) -> Double {
    // Of the smallest hashes of both together, those that both have are as frequent as among all.
    var common = 0
    var seen = 0
    var mine = 0
    var others = 0
    let limit =
      runs <= Self.size && other.runs <= Self.size
      ? Int.max : min(max(smallest.count, 1), max(other.smallest.count, 1))
    while seen < limit, mine < smallest.count || others < other.smallest.count {
      seen += 1
      let left = mine < smallest.count ? UInt64(smallest[mine]) : .max
      let right = others < other.smallest.count ? UInt64(other.smallest[others]) : .max
      if left == right { common += 1 }
      if left <= right { mine += 1 }
      if right <= left { others += 1 }
    }
    guard seen > 0 else { return 0 }
    let jaccard = Double(common) / Double(seen)
    let both = jaccard / (1 + jaccard) * Double(runs + other.runs)
    return min(1, both / Double(max(1, min(runs, other.runs))))
  }
}

extension SearchUnit {
  /// Whether it is a figure, or begins with one.
  var beginsWithDigit: Bool { word.utf8.first.map { 0x30...0x39 ~= $0 } ?? false }
}

extension [UInt8] {
  fileprivate mutating func append(little number: UInt32, count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
