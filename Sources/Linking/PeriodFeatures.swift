import Facts
import Finding
import Lexicon

/// What speaks for each period of an anchor, in the order of ``PeriodCandidates/names``.
struct PeriodFeatures {
  private let scene: Scene
  private let anchor: Anchor
  /// What is the same for all: the kind and the status, and what stands around the anchor.
  private let head: [Float]
  private let shared: [Float]
  private let run: Run?
  private let valueOrder: Float
  private let datesHere: Float

  init(
    _ scene: Scene, _ anchor: Anchor, _ kind: FactKind, _ status: Status, _ vector: [Float], before: Int
  ) {
    func at(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
      AnchorFeatures.distance(cue, side, in: vector)
    }
    self.scene = scene
    self.anchor = anchor
    head = DecisionClasses.kind(kind) + DecisionClasses.status(status)
    shared = [
      at(.now, .before), at(.now, .after), at(.target, .before), at(.refTotal, .before), at(.change, .before),
      at(.than, .before),
      at(.percent, .after), at(.peryear, .after), Float(before),
    ]
    run = scene.run(of: anchor)
    valueOrder = scene.order(of: anchor)
    datesHere = Float(scene.dates[anchor.sentence].count)
  }

  /// The features of what a date of the text, the title or the article as a whole means; `rank` is its number among the dates.
  func of(_ reading: ToldReading, _ g: PairGeometry, date: Int? = nil, inTitle: Bool = false, rank: Int)
    -> [Float]
  {
    var f = head
    f.reserveCapacity(PeriodCandidates.names.count)
    f.add(0, inTitle ? 1 : 0)
    g.add(to: &f)
    f.append(contentsOf: reading.said)
    f.add(datesHere, valueOrder, valueOrder == g.order ? 1 : 0, Float(rank))
    f.append(contentsOf: shared)
    let token = date.map { scene.dateTokens[$0].lowerBound }
    let sentence = token.map { scene.sentenceOf[$0] } ?? 99
    addRun(sentence == anchor.sentence ? date.map { scene.dateRuns[$0] } : nil, to: &f)
    f.add(flag: token.map { $0 - scene.mentions.sentences[sentence].first <= 2 } ?? false)
    f.add(
      reading.period != nil ? 1 : 0, reading.period?.isOpen == true ? 1 : 0, reading.isClosed ? 1 : 0,
      reading.isTurned ? 1 : 0, sentence < 2 ? 1 : 0, sentence < 2 && g.sentencesBack == 20 ? 1 : 0,
      reading.toDate ? 1 : 0)
    f.append(contentsOf: reading.salience)
    return f
  }

  /// The features of no date at all.
  var ofNone: [Float] {
    var f = head
    f.reserveCapacity(PeriodCandidates.names.count)
    let g = PairGeometry()
    f.add(1, 0)
    g.add(to: &f)
    f.append(contentsOf: ToldReading.none(scene))
    f.add(datesHere, valueOrder, valueOrder == g.order ? 1 : 0, 10)
    f.append(contentsOf: shared)
    addRun(nil, to: &f)
    f.add(0, 0, 0, 0, 0, 0, 0, 0)
    f.append(contentsOf: scene.periods.features(nil, nil))
    return f
  }

  private func addRun(_ dates: Run?, to f: inout [Float]) {
    let (length, index, fits) = Scene.alignment(run, dates)
    f.add(length, index, fits)
  }
}
