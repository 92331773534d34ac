import Facts

/// The figures that vote on one: those around it that look like facts.
///
/// There are six voters: the figure before, the next, those of the sentence, of the sentence before, of the paragraph, of the
/// article.
struct Circle {
  /// The names of the voters.
  static let voters = ["previous", "next", "sentence", "sentenceBefore", "paragraph", "article"]

  /// The figures, in order.
  let figures: [Int]
  /// How sure each is to be a fact.
  let weights: [Float]
  /// Which of the last four voters each belongs to, a bit each.
  private let groups: [UInt8]
  /// The places of the last figure before the one and of the next behind it.
  let previous: Int?
  let next: Int?

  private static let sentence: UInt8 = 1
  private static let before: UInt8 = 2
  private static let paragraph: UInt8 = 4

  init(_ n: Int, _ look: FirstLook) {
    let columns = look.columns
    let (sentence, paragraph) = (columns.sentences[n], columns.paragraphs[n])
    var figures: [Int] = []
    var weights: [Float] = []
    var groups: [UInt8] = []
    var next: Int?
    for i in look.near(n) where i != n && columns.kinds[i] != nil {
      if i > n, next == nil { next = figures.count }
      figures.append(i)
      weights.append(columns.weights[i])
      groups.append(
        (columns.sentences[i] == sentence ? Circle.sentence : 0)
          | (columns.sentences[i] == sentence - 1 ? Circle.before : 0)
          | (columns.paragraphs[i] == paragraph ? Circle.paragraph : 0))
    }
    self.figures = figures
    self.weights = weights
    self.groups = groups
    self.next = next
    let before = next ?? figures.count
    previous = before > 0 ? before - 1 : nil
  }

  /// Whether a figure stands in the sentence of the one.
  func isBeside(_ at: Int) -> Bool { groups[at] & Circle.sentence != 0 }

  /// Puts down the mean of what the voters of each sort say, -1 where there are none; `like` chooses who may vote in the groups
  /// behind the neighbours.
  @inline(__always)
  func addVotes(to f: inout [Float], like: (Int) -> Bool, _ vote: (Int) -> Float) {
    f.append(previous.map { weights[$0] > 0 ? vote($0) * weights[$0] / weights[$0] : -1 } ?? -1)
    f.append(next.map { weights[$0] > 0 ? vote($0) * weights[$0] / weights[$0] : -1 } ?? -1)
    var sums = SIMD4<Float>.zero
    var counts = SIMD4<Float>.zero
    for at in figures.indices where like(at) {
      let group = groups[at]
      let mask = SIMD4<Float>(
        group & Circle.sentence != 0 ? 1 : 0, group & Circle.before != 0 ? 1 : 0,
        group & Circle.paragraph != 0 ? 1 : 0, 1)
      sums += mask * (vote(at) * weights[at])
      counts += mask * weights[at]
    }
    for voter in 0..<4 { f.append(counts[voter] > 0 ? sums[voter] / counts[voter] : -1) }
  }
}
