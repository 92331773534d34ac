import Facts
import Finding
import Lexicon

/// Where a fact can hold.
struct MarketCandidate {
  /// `nil` for no market.
  var code: String?
  var features: [Float]
}

/// Lists the markets that an anchor can belong to, and the choice of none.
struct MarketCandidates {
  let scene: Scene

  static let reach = 6

  static let names: [String] =
    FactKind.allCases.map { "kind.\($0.rawValue)" } + [
      "isNone", "inTitle", "name", "adjective", "city", "isWorld", "isOverseas", "isRegion",
    ] + PairGeometry.names
    + [
      "count", "rank", "isHome", "marketsHere", "distinctHere", "isMain", "ofAll", "isModel", "valueOrder",
      "orderEqual", "plant<", "plant>", "wholemarket<", "entry<", "launch<", "registrations<", "production<",
      "capacity<",
    ] + ["makersHere", "currency", "distinct"]

  func list(
    _ anchor: Anchor, kind: FactKind, subject: EntityKey, unit: String?, anchorVector: [Float]
  ) -> [MarketCandidate] {
    let m = scene.mentions
    var order: [String] = []
    var geometry: [String: PairGeometry] = [:]
    var forms: [String: Set<MarketForm>] = [:]
    let rivals = scene.markets[anchor.sentence].map { m.markets[$0].token..<(m.markets[$0].token + 1) }
    let first = max(0, anchor.sentence - MarketCandidates.reach)
    for sentence in first...anchor.sentence {
      if sentence < anchor.sentence, !scene.isBody(sentence) { continue }
      for (n, i) in scene.markets[sentence].enumerated() {
        let market = m.markets[i]
        if geometry[market.code] == nil { order.append(market.code) }
        geometry[market.code, default: PairGeometry()].add(
          scene, anchor, first: market.token, end: market.token + 1, rivals: rivals, order: n)
        if sentence == anchor.sentence {
          forms[market.code, default: []].insert(market.place)
        } else if forms[market.code] == nil {
          forms[market.code] = [market.place]
        }
      }
    }
    for code in scene.titleMarkets.sorted() where geometry[code] == nil {
      order.append(code)
      geometry[code] = PairGeometry()
    }
    let main = scene.rankedMarkets.first
    if let main, geometry[main] == nil {
      order.append(main)
      geometry[main] = PairGeometry()
    }
    let total = max(1, scene.marketCounts.values.reduce(0, +))
    let home = scene.catalogue.maker(named: subject.maker)?.country
    func at(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
      AnchorFeatures.distance(cue, side, in: anchorVector)
    }
    let cues: [Float] = [
      at(.plant, .before), at(.plant, .after), at(.wholemarket, .before), at(.entry, .before),
      at(.launch, .before),
      at(.measureRegistrations, .before), at(.measureProduction, .before), at(.capacity, .before),
    ]
    let head = FactKind.allCases.map { Float($0 == kind ? 1 : 0) }
    let valueOrder = scene.order(of: anchor)
    let distinctHere = Set(scene.markets[anchor.sentence].map { m.markets[$0].code }).count
    let makersHere = Set(scene.names[anchor.sentence].map { m.names[$0].maker }).count
    func flag(_ b: Bool) -> Float { b ? 1 : 0 }
    func features(_ code: String?, _ g: PairGeometry) -> [Float] {
      let form = code.flatMap { forms[$0] } ?? []
      var f = head
      f += [
        flag(code == nil), flag(code.map { scene.titleMarkets.contains($0) } ?? false),
        flag(form.contains(.name)), flag(form.contains(.adjective)), flag(form.contains(.city)),
        flag(code == "001"), flag(code == "overseas"),
        flag(code.map { scene.catalogue.regions[$0] != nil } ?? false),
      ]
      f += g.vector
      let count = code.flatMap { scene.marketCounts[$0] } ?? 0
      f += [
        Float(min(20, count)), Float(code.flatMap { c in scene.rankedMarkets.firstIndex(of: c) } ?? 15),
        flag(code != nil && code == home), Float(scene.markets[anchor.sentence].count),
        Float(distinctHere), flag(code != nil && code == main), Float(count) / Float(total),
        flag(subject.model != nil), valueOrder, flag(valueOrder == g.order),
      ]
      f += cues
      f += [
        Float(makersHere), flag(MarketCandidates.fits(code, unit)), Float(min(12, scene.marketCounts.count)),
      ]
      return f
    }
    var out = order.map { MarketCandidate(code: $0, features: features($0, geometry[$0] ?? PairGeometry())) }
    out.append(MarketCandidate(code: nil, features: features(nil, PairGeometry())))
    return out
  }

  /// Whether a currency is that of the market.
  private static func fits(_ code: String?, _ unit: String?) -> Bool {
    guard let code, let unit, unit.utf8.count == 3 else { return false }
    if unit == "EUR" {
      return [
        "DE", "FR", "IT", "ES", "AT", "BE", "NL", "PT", "FI", "IE", "GR", "150", "EU", "SK", "SI", "HR", "LU",
        "EE", "LV", "LT",
      ].contains(code)
    }
    return unit.hasPrefix(code)
  }
}
