import Deciding
import Facts
import Finding
import Lexicon

/// What the decisions say of each figure of an article alone.
///
/// Asked a second time they know of it: figures of one list share kind, period, market and measure, and each has a subject
/// of its own. Method: stacking, with predictions that do not come from the rows a model was trained on (Wolpert 1992;
/// Cohen and Carvalho 2005 for sequences).
struct FirstLook: Sendable {
  /// One figure as it looks alone.
  struct View: Sendable {
    var anchor: Anchor
    var paragraph: Int
    /// How likely each kind is, in the order of ``DecisionClasses/countKinds``.
    var kinds: [Float]
    /// The likeliest kind; `nil` for no fact.
    var kind: FactKind?
    /// How likely that kind is.
    var weight: Float = 0
    /// How likely each maker or model is, by number, and the likeliest.
    var subjects = Shares()
    var subject: Int?
    var periods: [(period: Period?, share: Float)] = []
    var period: Period?
    /// How likely each market is, by number, and the likeliest.
    var markets = Shares()
    var market: Int?
    /// How likely each measure or outlet is, in the order of ``OptionCandidates``, and the likeliest.
    var options: [Float] = []
    var option: Int?

    /// How likely a period that means the same is.
    func share(of period: Period?) -> Float {
      periods.reduce(0) { $0 + (Period.agree($1.period, period) ? $1.share : 0) }
    }
  }

  /// The figures, in the order of ``ValueCandidates``.
  let views: [View]
  /// What was listed for the first figures; of a long text only so many are kept.
  private let lists: [Lists?]
  let periodShares: PeriodShares
  /// The figures of each sentence that has any.
  private let bySentence: [Int: Range<Int>]
  /// What is asked of many figures again and again, each in an array of its own.
  let columns: Columns
  /// The number of markets, with none.
  let markets: Int

  /// Parts of ``views``.
  struct Columns: Sendable {
    let sentences: [Int]
    let paragraphs: [Int]
    let kinds: [FactKind?]
    let weights: [Float]
    let subjects: [Int]
    let periods: [Period?]
  }

  /// So many figures before and behind one are asked about it: an article of the press has fewer, and of a book each figure
  /// costs no more.
  static let reach = 100

  /// So many figures are looked at together.
  static let batch = 64

  init(_ builder: FactBuilder, _ candidates: [ValueCandidate]) {
    var views: [View] = []
    var lists: [Lists?] = []
    for start in stride(from: 0, to: candidates.count, by: FirstLook.batch) {
      let seen = FirstBatch(Array(candidates[start...].prefix(FirstLook.batch)), builder)
      views += seen.views
      lists += seen.lists.prefix(max(0, FirstLook.mostLists - lists.count))
    }
    self.views = views
    self.lists = lists
    periodShares = PeriodShares(views)
    var bySentence: [Int: Range<Int>] = [:]
    for (n, candidate) in candidates.enumerated() {
      let sentence = candidate.anchor.sentence
      bySentence[sentence] = (bySentence[sentence]?.lowerBound ?? n)..<(n + 1)
    }
    self.bySentence = bySentence
    columns = Columns(
      sentences: views.map(\.anchor.sentence), paragraphs: views.map(\.paragraph), kinds: views.map(\.kind),
      weights: views.map(\.weight), subjects: views.map { $0.subject ?? -1 }, periods: views.map(\.period))
    markets = builder.scene.places.codes.count + 1
  }

  /// The figures that may say something of one.
  func near(_ n: Int) -> Range<Int> { FirstLook.window(n, of: views.count) }

  /// The places within ``reach`` of one.
  static func window(_ n: Int, of count: Int, reach: Int = reach) -> Range<Int> {
    max(0, n - reach)..<min(count, n + reach + 1)
  }

  /// The figures of a sentence.
  func figures(in sentence: Int) -> Range<Int> { bySentence[sentence] ?? 0..<0 }

  /// The figures of one's own sentence that may say something of it.
  func beside(_ n: Int) -> Range<Int> {
    figures(in: columns.sentences[n]).clamped(to: near(n))
  }

  /// What a figure of a kind was asked about: the second look asks about the same.
  struct Lists: Sendable {
    let kind: FactKind
    let status: Status
    let subjects: [SubjectCandidate]
    let periods: [PeriodCandidate]
  }

  /// The lists of so many figures take some megabytes.
  private static let mostLists = 400

  /// Whom a figure may belong to and when, if that was listed for the kind.
  func lists(_ n: Int, of kind: FactKind) -> Lists? {
    lists.indices.contains(n) && lists[n]?.kind == kind ? lists[n] : nil
  }
}
