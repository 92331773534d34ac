import Facts
import Finding
import Lexicon

/// What a figure is counted in: vehicles, outlets, a currency, a distance by a test cycle.
extension FactBuilder {
  /// The unit that a kind and the form of the number give.
  func unit(_ kind: FactKind, _ sort: NumberMention.Sort) -> String? {
    switch (kind, sort) {
    case (.sales, _), (.salesTarget, _): "vehicles"
    case (.storeCount, _): "stores"
    case (.capacity, _): "vehicles/year"
    case (.price, .amount(let code)): currency(code)
    case (.range, .distance(let unit)): unit
    default: nil
    }
  }

  /// The unit of a bare number in a list of prices or ranges ("36,210 euros for the first, 41,000 for the other"): that of the nearest one.
  func elidedUnit(_ kind: FactKind, _ anchor: Anchor) -> String? {
    for sentence in [anchor.sentence, anchor.sentence - 1] where sentence >= 0 {
      let nearest = scene.numbers[sentence].filter {
        switch (scene.mentions.numbers[$0].sort, kind) {
        case (.amount, .price), (.distance, .range): true
        default: false
        }
      }.min {
        abs(scene.numberTokens[$0].lowerBound - anchor.token)
          < abs(scene.numberTokens[$1].lowerBound - anchor.token)
      }
      if let nearest { return unit(kind, scene.mentions.numbers[nearest].sort) }
    }
    return nil
  }

  /// The currency that a sign means here: the dollar and the crown of the countries that the article names most.
  private func currency(_ code: String) -> String {
    func count(_ market: String) -> Int {
      scene.places.count(of: market) + (scene.places.isInTitle(market) ? 3 : 0)
    }
    func most(_ choices: [(String, String)], otherwise: String, home: String) -> String {
      let best = choices.max { count($0.0) < count($1.0) }
      guard let best, count(best.0) > 0, count(best.0) > count(home) else { return otherwise }
      return best.1
    }
    switch code {
    case "$":
      return most(
        [
          ("AU", "AUD"), ("CA", "CAD"), ("NZ", "NZD"), ("SG", "SGD"), ("HK", "HKD"), ("TW", "TWD"),
          ("MX", "MXN"), ("CL", "CLP"), ("CO", "COP"), ("AR", "ARS"),
        ], otherwise: "USD", home: "US")
    case "¥": return most([("JP", "JPY")], otherwise: "CNY", home: "CN")
    case "SEK", "kr": return most([("NO", "NOK"), ("DK", "DKK")], otherwise: "SEK", home: "SE")
    case "CNY": return most([("TW", "TWD")], otherwise: "CNY", home: "CN")
    default: return code
    }
  }

  /// The test cycle named nearest in the sentence.
  func cycle(_ anchor: Anchor) -> String? {
    var best: (Float, String)?
    for i in scene.cues[anchor.sentence] {
      let cue = scene.mentions.cues[i]
      let name: String? =
        switch cue.cue {
        case .cycleWLTP: "WLTP"
        case .cycleCLTC: "CLTC"
        case .cycleEPA: "EPA"
        case .cycleNEDC: "NEDC"
        default: nil
        }
      guard let name else { continue }
      let d = abs(scene.distance(anchor, cue.token, cue.tokenEnd))
      if d < best?.0 ?? 30 { best = (d, name) }
    }
    return best?.1
  }
}
