import Facts
import Finding
import Lexicon

/// What stands around an anchor, in numbers that mean the same in every language.
enum AnchorFeatures {
  /// The cues whose distance before and after the anchor is told.
  static let near: [Cue] = [
    .vehicle, .electric, .measureSales, .measureDeliveries, .measureRegistrations, .measureProduction,
    .measureOrders, .measureExports,
    .outletStore, .outletDealer, .outletService, .outletAny, .capacity, .plant, .peryear, .permonth,
    .wholemarket, .price, .priceStart,
    .pricePresale, .priceNot, .priceChange, .range, .rangeNot, .cycleWLTP, .cycleCLTC, .cycleEPA, .cycleNEDC,
    .target, .plan, .past,
    .forecast, .hedge, .cancel, .postpone, .negation, .missed, .replaced, .now, .unveil, .presale, .launch,
    .delivery, .production,
    .discontinue, .weakMilestone, .entry, .refMaker, .refModel, .refIts, .refFirst, .refSecond,
    .refRespectively, .refTotal,
    .group, .notcar, .change,
    .than, .percent, .cite, .thirdparty, .about, .moreThan, .lessThan, .atLeast, .atMost, .betweenOpen,
    .numberOrdinal, .unitOther,
    .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster,
  ]
  /// The cues that are looked for in the sentence before, in the paragraph and in the title.
  static let carried: [Cue] = [
    .measureSales, .measureDeliveries, .measureRegistrations, .measureProduction, .measureOrders,
    .measureExports, .outletStore,
    .outletDealer, .outletService, .outletAny, .capacity, .plant, .price, .priceStart, .pricePresale, .range,
    .target, .forecast, .electric, .plan,
  ]

  /// The names of the features, in order; for training and for explaining.
  static let names: [String] =
    near.flatMap { ["\($0.rawValue)<", "\($0.rawValue)>"] }
    + carried.flatMap { ["\($0.rawValue)^", "\($0.rawValue)#", "\($0.rawValue)!"] }
    + ["maker", "model", "plain", "amount", "distance", "percent", "other", "date", "market"].flatMap {
      ["\($0)<", "\($0)>"]
    }
    + [
      "makers", "models", "numbers", "amounts", "dates", "marketsInSentence", "depth", "sentence",
      "sentenceLength", "wordsBefore", "wordsAfter", "question", "colonBefore", "quote", "lineStart",
    ]

  private static let nearIndex: [Int] = {
    var out = Array(repeating: -1, count: Cue.count)
    for (i, cue) in near.enumerated() { out[cue.index] = i }
    return out
  }()
  private static let carriedIndex: [Int] = {
    var out = Array(repeating: -1, count: Cue.count)
    for (i, cue) in carried.enumerated() { out[cue.index] = i }
    return out
  }()

  /// Where a cue stands to the anchor.
  enum Side: Int { case before, after }

  /// The distance of a cue in a vector that this type made.
  static func distance(_ cue: Cue, _ side: Side, in vector: [Float]) -> Float {
    let slot = nearIndex[cue.index]
    return slot < 0 ? Scene.far : vector[slot * 2 + side.rawValue]
  }

  /// The distance of a cue on either side of the anchor.
  static func distance(_ cue: Cue, in vector: [Float]) -> Float {
    min(distance(cue, .before, in: vector), distance(cue, .after, in: vector))
  }

  /// Where a cue that an anchor's sentence inherits is named.
  enum Origin: Int { case sentenceBefore, paragraph, title }

  /// How a cue is inherited, in a vector that this type made; 0 where it is not.
  static func inherited(_ cue: Cue, _ origin: Origin, in vector: [Float]) -> Float {
    let slot = carriedIndex[cue.index]
    return slot < 0 ? 0 : vector[near.count * 2 + slot * 3 + origin.rawValue]
  }

  /// The features of an anchor.
  static func vector(_ scene: Scene, _ anchor: Anchor) -> [Float] {
    let m = scene.mentions
    var out = Array(repeating: Scene.far, count: near.count * 2)
    out.reserveCapacity(names.count)
    func note(_ slot: Int, _ d: Float) {
      if d <= 0 { out[slot] = min(out[slot], -d) }
      if d >= 0 { out[slot + 1] = min(out[slot + 1], d) }
    }
    for i in scene.cues[anchor.sentence] {
      let cue = m.cues[i]
      let slot = nearIndex[cue.cue.index]
      if slot >= 0 { note(slot * 2, scene.distance(anchor, cue.token, cue.tokenEnd)) }
    }
    // Sentence before, paragraph before it, title.
    let inherited = out.count
    out += Array(repeating: Float(0), count: carried.count * 3)
    let paragraph = m.sentences[anchor.sentence].paragraph
    var back = anchor.sentence - 1
    while back >= 0, back >= anchor.sentence - 6, m.sentences[back].paragraph == paragraph {
      for i in scene.cues[back] {
        let slot = carriedIndex[m.cues[i].cue.index]
        guard slot >= 0 else { continue }
        if back == anchor.sentence - 1 { out[inherited + slot * 3] = 1 }
        let place = inherited + slot * 3 + 1
        if out[place] == 0 { out[place] = Float(7 - (anchor.sentence - back)) }
      }
      back -= 1
    }
    for cue in scene.title?.cues ?? [] {
      let slot = carriedIndex[cue.cue.index]
      if slot >= 0 { out[inherited + slot * 3 + 2] = 1 }
    }
    // Other mentions.
    let others = out.count
    out += Array(repeating: Scene.far, count: 18)
    var makers: Set<EntityKey> = []
    var models: Set<EntityKey> = []
    for i in scene.names[anchor.sentence] {
      let name = m.names[i]
      note(others + (name.sort == .maker ? 0 : 2), scene.distance(anchor, name.token, name.tokenEnd))
      if name.sort == .maker { makers.insert(name.key) } else { models.insert(name.key) }
    }
    var amounts = 0
    for i in scene.numbers[anchor.sentence] {
      let tokens = scene.numberTokens[i]
      if tokens.lowerBound == anchor.token { continue }
      let slot: Int
      switch m.numbers[i].sort {
      case .plain: slot = 2
      case .amount:
        slot = 3
        amounts += 1
      case .distance: slot = 4
      case .percent: slot = 5
      case .other: slot = 6
      }
      note(others + slot * 2, scene.distance(anchor, tokens.lowerBound, tokens.upperBound))
    }
    for i in scene.dates[anchor.sentence] {
      let tokens = scene.dateTokens[i]
      note(others + 14, scene.distance(anchor, tokens.lowerBound, tokens.upperBound))
    }
    for i in scene.markets[anchor.sentence] {
      let market = m.markets[i]
      note(others + 16, scene.distance(anchor, market.token, market.token + 1))
    }
    let sentence = m.sentences[anchor.sentence]
    let length = scene.position[sentence.end] - scene.position[sentence.first]
    let last = m.text.bytes[m.tokens[sentence.end - 1].start]
    var colon: Float = 0
    var quote: Float = 0
    var t = sentence.first
    while t < anchor.token {
      let token = m.tokens[t]
      if token.sort == .mark {
        let b = m.text.bytes[token.start]
        if b == 0x3A || (token.end - token.start == 3 && m.text.bytes[token.start + 2] == 0x9A && b == 0xEF) {
          colon = 1
        }
        if b == 0x22 || b == 0xC2
          || (b == 0xE2 && m.text.bytes[token.start + 1] == 0x80 && m.text.bytes[token.start + 2] >= 0x9C
            && m.text.bytes[token.start + 2] <= 0x9E)
        {
          quote += 1
        }
      }
      t += 1
    }
    let isLineStart = anchor.sentence == 0 || m.sentences[anchor.sentence - 1].line != sentence.line
    out += [
      Float(makers.count), Float(models.count), Float(scene.numbers[anchor.sentence].count), Float(amounts),
      Float(scene.dates[anchor.sentence].count), Float(scene.markets[anchor.sentence].count),
      Float(scene.depth[anchor.token]),
      Float(min(anchor.sentence, 40)), length, scene.position[anchor.token] - scene.position[sentence.first],
      scene.position[sentence.end] - scene.position[anchor.tokenEnd], last == 0x3F || last == 0xEF ? 1 : 0,
      colon,
      quote.truncatingRemainder(dividingBy: 2), isLineStart ? 1 : 0,
    ]
    return out
  }
}
