import Facts
import Finding
import Lexicon

/// Where a fact can hold.
struct MarketCandidate {
  /// `nil` for no market.
  var code: String?
  /// The market's number, for none that past the last.
  var number: Int
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
    let (m, places) = (scene.mentions, scene.places)
    var order: [Int] = []
    var geometry: [PairGeometry] = []
    var forms: [Forms] = []
    // The place of each market in `order`.
    var at = [Int](repeating: -1, count: places.codes.count)
    func add(_ number: Int) {
      guard at[number] < 0 else { return }
      at[number] = order.count
      order.append(number)
      geometry.append(PairGeometry())
      forms.append(Forms())
    }
    let rivals = scene.markets[anchor.sentence].map { m.markets[$0].token..<(m.markets[$0].token + 1) }
    for sentence in max(0, anchor.sentence - MarketCandidates.reach)...anchor.sentence {
      if sentence < anchor.sentence, !scene.isBody(sentence) { continue }
      for (n, i) in scene.markets[sentence].enumerated() {
        let token = m.markets[i].token
        add(places.named[i])
        let place = at[places.named[i]]
        geometry[place].add(scene, anchor, first: token, end: token + 1, rivals: rivals, order: n)
        // Of the sentences before, the form that comes first counts.
        if sentence == anchor.sentence || forms[place].isEmpty { forms[place].insert(m.markets[i].place) }
      }
    }
    for number in places.title { add(number) }
    let main = places.ranked.first
    if let main { add(main) }
    let shared = Shared(scene, anchor, kind, subject, anchorVector)
    func features(_ number: Int?, _ g: PairGeometry, _ form: Forms) -> [Float] {
      let code = number.map { places.codes[$0] }
      var f = shared.head
      f.reserveCapacity(MarketCandidates.names.count)
      f.add(
        number == nil ? 1 : 0, number.map { places.isInTitle[$0] } == true ? 1 : 0, form.hasName ? 1 : 0,
        form.hasAdjective ? 1 : 0, form.hasCity ? 1 : 0, code == "001" ? 1 : 0, code == "overseas" ? 1 : 0,
        number.map { places.isRegion[$0] } == true ? 1 : 0)
      g.add(to: &f)
      let count = number.map { places.counts[$0] } ?? 0
      f.add(
        Float(min(20, count)), Float(number.flatMap { places.ranks[$0] } ?? 15),
        number != nil && number == shared.home ? 1 : 0, Float(scene.markets[anchor.sentence].count),
        shared.distinctHere, number != nil && number == main ? 1 : 0,
        Float(count) / Float(max(1, places.total)),
        subject.model != nil ? 1 : 0, shared.valueOrder, shared.valueOrder == g.order ? 1 : 0)
      f.append(contentsOf: shared.cues)
      f.add(
        shared.makersHere, MarketCandidates.fits(code, unit) ? 1 : 0, Float(min(12, places.ranked.count)))
      return f
    }
    var out = order.indices.map { n in
      MarketCandidate(
        code: places.codes[order[n]], number: order[n], features: features(order[n], geometry[n], forms[n]))
    }
    out.append(
      MarketCandidate(
        code: nil, number: places.codes.count, features: features(nil, PairGeometry(), Forms())))
    return out
  }

  /// How a market is named in the sentence, or in one before it.
  private struct Forms {
    private(set) var hasName = false
    private(set) var hasAdjective = false
    private(set) var hasCity = false
    private(set) var isEmpty = true

    mutating func insert(_ form: MarketForm) {
      isEmpty = false
      switch form {
      case .name: hasName = true
      case .adjective: hasAdjective = true
      case .city: hasCity = true
      }
    }
  }

  /// What is the same for all markets of an anchor.
  private struct Shared {
    let head: [Float]
    let cues: [Float]
    /// The home market of the subject, by number.
    let home: Int?
    let valueOrder: Float
    let distinctHere: Float
    let makersHere: Float

    init(_ scene: Scene, _ anchor: Anchor, _ kind: FactKind, _ subject: EntityKey, _ vector: [Float]) {
      func at(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
        AnchorFeatures.distance(cue, side, in: vector)
      }
      head = DecisionClasses.kind(kind)
      cues = [
        at(.plant, .before), at(.plant, .after), at(.wholemarket, .before), at(.entry, .before),
        at(.launch, .before),
        at(.measureRegistrations, .before), at(.measureProduction, .before), at(.capacity, .before),
      ]
      home = scene.catalogue.maker(named: subject.maker).flatMap { scene.places.number(of: $0.country) }
      valueOrder = scene.order(of: anchor)
      var markets: [Int] = []
      for i in scene.markets[anchor.sentence] where !markets.contains(scene.places.named[i]) {
        markets.append(scene.places.named[i])
      }
      distinctHere = Float(markets.count)
      var makers: [Int] = []
      for i in scene.names[anchor.sentence] {
        let maker = scene.entities.makersNamed[i]
        if !makers.contains(maker) { makers.append(maker) }
      }
      makersHere = Float(makers.count)
    }
  }

  /// Whether a currency is that of the market.
  private static func fits(_ code: String?, _ unit: String?) -> Bool {
    guard let code, let unit, unit.utf8.count == 3 else { return false }
    if unit == "EUR" {
      return euro.contains(code)
    }
    return unit.hasPrefix(code)
  }

  /// Where prices are told in euros.
  private static let euro: Set<String> = [
    "DE", "FR", "IT", "ES", "AT", "BE", "NL", "PT", "FI", "IE", "GR", "150", "EU", "SK", "SI", "HR", "LU",
    "EE", "LV", "LT",
  ]
}
