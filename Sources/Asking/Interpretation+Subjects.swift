import Facts
import Lexicon

extension Interpretation {
  /// Makers and models; a maker that only tells whose model is meant is none of its own.
  mutating func readSubjects(_ query: inout Query) {
    var subjects: [Query.Subject] = []
    for case .names(let found) in pieces.map(\.meaning) {
      for subject in found where !subjects.contains(subject) { subjects.append(subject) }
    }
    let models = subjects.filter { $0.model != nil }
    if !models.isEmpty {
      let owners = Set(models.map(\.maker))
      let makers = Set(subjects.filter { $0.model == nil }.map(\.maker))
      subjects.removeAll { $0.model == nil && owners.contains($0.maker) }
      // "The Seal of BYD": of the makers that use the name, the one that is named.
      if !makers.isDisjoint(with: owners) {
        let several = Dictionary(grouping: models) { nameKey($0.model ?? "") }
        subjects.removeAll { subject in
          guard let model = subject.model, !makers.contains(subject.maker) else { return false }
          return several[nameKey(model)]?.contains { makers.contains($0.maker) } == true
        }
      }
    }
    query.subjects = subjects
  }

  /// The market, or the country that makers come from.
  mutating func readMarket(_ query: inout Query) {
    var code: String?
    for (number, piece) in pieces.enumerated() {
      guard case .market(let found, let isAdjective) = piece.meaning else { continue }
      if query.makerCountry == nil, tellsOrigin(number, isAdjective) {
        query.makerCountry = found
      } else if code == nil || code == found {
        code = found
      } else {
        misfits.insert(number)
      }
    }
    guard let code else { return }
    query.market = code
    query.marketCodes = codes(within: code)
  }

  /// Whether "Chinese" belongs to makers or their cars ("Chinese brands", "marques chinoises", 中国品牌) and not to a market.
  func tellsOrigin(_ number: Int, _ isAdjective: Bool) -> Bool {
    let owned: Set<QuestionRole> = [.maker, .model, .vehicle]
    if !isAdjective {
      // "Brands from China": only where the word stands directly between both.
      if roles(at: number - 1).contains(.origin),
        !roles(at: number - 2).isDisjoint(with: owned) || hasBody(number - 2)
      {
        return true
      }
      return language == .chinese && roles(at: number + 1).contains(.maker)
    }
    if let next = neighbour(of: number, step: 1), !roles(at: next).isDisjoint(with: owned) || hasBody(next) {
      // "The French car market" is a market.
      return neighbour(of: next, step: 1).map { !roles(at: $0).contains(.market) } ?? true
    }
    guard let before = neighbour(of: number, step: -1) else { return false }
    return [.french, .italian, .spanish].contains(language)
      && (!roles(at: before).isDisjoint(with: owned) || hasBody(before))
  }

  private func hasBody(_ number: Int) -> Bool { roles(at: number).contains { $0.bodyType != nil } }

  /// A market with the regions and countries within it.
  private func codes(within code: String) -> [String] {
    guard code != "001" else { return ["001"] }
    var codes: Set<String> = [code]
    codes.formUnion(catalogue.regions[code] ?? [])
    for region in catalogue.regions.keys where catalogue.market(region, liesIn: code) { codes.insert(region) }
    return codes.sorted()
  }

  /// Milestones, measures, outlets, sorts of price, test cycles.
  mutating func readAttributes(_ query: inout Query) {
    let bodies = roles.compactMap(\.bodyType)
    if bodies.count == 1 { query.body = bodies[0] }
    switch query.kind {
    case .launch:
      let named = (roles.compactMap(\.milestone) + roles.compactMap(\.startOfMeasure)).map(\.rawValue)
      query.attributes =
        named.isEmpty ? Milestone.allCases.filter { $0 != .discontinue }.map(\.rawValue) : named.sorted()
    case .sales, .salesTarget:
      let named = roles.compactMap(\.measure).map(\.rawValue).sorted()
      query.attributes = named.isEmpty ? ["deliveries", "registrations", "sales"] : named
    case .storeCount: query.attributes = roles.compactMap(\.outlet).map(\.rawValue).sorted()
    case .price:
      if has(.startPrice) { query.attributes.append("start") }
      if has(.listPrice) { query.attributes.append("list") }
      if has(.presalePrice) { query.attributes.append("presale") }
    case .range: query.attributes = roles.compactMap(\.cycle).sorted()
    case .bodyType: query.attributes = query.body.map { [$0.rawValue] } ?? []
    case .capacity, .marketEntry: break
    }
    if query.kind == .bodyType { query.body = nil }
  }
}
