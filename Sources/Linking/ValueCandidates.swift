import Facts
import Finding
import Lexicon

/// A number that may be the value of a fact.
struct ValueCandidate {
  /// The number of the mention.
  var number: Int
  var anchor: Anchor
  /// What stands around it, and what it looks like itself.
  var features: [Float]
}

/// Lists the numbers that may be values: counts, amounts and distances in the text proper.
struct ValueCandidates {
  let scene: Scene

  /// The cues whose distance from the list that a number stands in is told too.
  static let ofRun: [Cue] = [
    .vehicle, .measureSales, .measureDeliveries, .measureRegistrations, .measureProduction, .measureOrders,
    .outletStore, .outletDealer, .outletAny, .capacity, .price,
    .priceStart, .range, .target, .plan, .forecast, .peryear, .percent,
  ]

  static let names: [String] =
    AnchorFeatures.names + ofRun.flatMap { ["run.\($0.rawValue)<", "run.\($0.rawValue)>"] } + [
      "runLength", "runIndex",
    ] + [
      "log", "zeros", "isRange", "isWord", "multiplied", "formatted", "like year", "digits", "order",
      "sameSort", "joinedWord", "homeCurrency", "currencies", "lastOfSort",
    ]

  func list() -> [ValueCandidate] {
    let m = scene.mentions
    var currencyCounts: [String: Int] = [:]
    for number in m.numbers {
      if case .amount(let code) = number.sort { currencyCounts[code, default: 0] += 1 }
    }
    let mainCurrency = currencyCounts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    var out: [ValueCandidate] = []
    for (i, number) in m.numbers.enumerated() {
      let tokens = scene.numberTokens[i]
      let sentence = scene.sentenceOf[tokens.lowerBound]
      guard scene.isBody(sentence), number.sort != .percent, number.sort != .other else { continue }
      if number.looksLikeYear, number.sort == .plain, number.valueMax == nil,
        !counts(after: tokens.upperBound)
      {
        continue
      }
      if number.sort == .plain, number.value != number.value.rounded() { continue }
      let anchor = Anchor(token: tokens.lowerBound, tokenEnd: tokens.upperBound, sentence: sentence)
      var f = AnchorFeatures.vector(scene, anchor)
      f += runFeatures(scene.numberRuns[i], sentence)
      let like = scene.numbers[sentence].filter { ValueCandidates.alike(m.numbers[$0].sort, number.sort) }
      var currency: Float = 0
      if case .amount(let code) = number.sort { currency = code == mainCurrency ? 1 : 0.5 }
      let joined =
        tokens.upperBound < m.tokens.count && m.text.bytes[m.tokens[tokens.upperBound].start] == 0x2D
        && !m.tokens[tokens.upperBound].spaceBefore
      f += [
        ValueCandidates.log10(number.value), Float(ValueCandidates.zeros(number.value)),
        number.valueMax == nil ? 0 : 1, number.isWord ? 1 : 0,
        number.hasMultiplier ? 1 : 0, number.isFormatted ? 1 : 0, number.looksLikeYear ? 1 : 0,
        Float(number.end - number.start),
        Float(like.firstIndex(of: i) ?? 0), Float(like.count), joined ? 1 : 0, currency,
        Float(currencyCounts.count), like.last == i ? 1 : 0,
      ]
      out.append(ValueCandidate(number: i, anchor: anchor, features: f))
    }
    return out
  }

  private func runFeatures(_ run: Run, _ sentence: Int) -> [Float] {
    var out = Array(repeating: Scene.far, count: ValueCandidates.ofRun.count * 2)
    let anchor = Anchor(token: run.tokens.lowerBound, tokenEnd: run.tokens.upperBound, sentence: sentence)
    for i in scene.cues[sentence] {
      let cue = scene.mentions.cues[i]
      guard let slot = ValueCandidates.ofRun.firstIndex(of: cue.cue) else { continue }
      let d = scene.distance(anchor, cue.token, cue.tokenEnd)
      if d <= 0 { out[slot * 2] = min(out[slot * 2], -d) }
      if d >= 0 { out[slot * 2 + 1] = min(out[slot * 2 + 1], d) }
    }
    return out + [Float(min(9, run.length)), Float(min(9, run.index))]
  }

  /// Whether a counted thing stands directly behind four digits ("2000 Fahrzeuge").
  private func counts(after t: Int) -> Bool {
    guard t < scene.mentions.tokens.count else { return false }
    return scene.cues[scene.sentenceOf[t]].contains { i in
      let cue = scene.mentions.cues[i]
      guard cue.token >= t, cue.token <= t + 2 else { return false }
      switch cue.cue {
      case .vehicle, .measureRegistrations, .measureDeliveries, .measureOrders, .measureSales, .outletStore,
        .outletDealer, .outletService, .outletAny:
        return true
      default: return false
      }
    }
  }

  static func alike(_ a: NumberMention.Sort, _ b: NumberMention.Sort) -> Bool {
    switch (a, b) {
    case (.plain, .plain), (.amount, .amount), (.distance, .distance): true
    default: false
    }
  }

  /// The decimal logarithm, by repeated division: near enough for a feature, and the same everywhere.
  static func log10(_ value: Double) -> Float {
    var v = value
    var out: Float = 0
    while v >= 10 {
      v /= 10
      out += 1
    }
    return out + Float((v - 1) / 9)
  }

  static func zeros(_ value: Double) -> Int {
    guard value >= 1, value == value.rounded(), value < 1e15 else { return 0 }
    var v = Int64(value)
    var out = 0
    while v % 10 == 0 {
      v /= 10
      out += 1
    }
    return out
  }
}
