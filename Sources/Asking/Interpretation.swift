import Facts
import Finding
import Lexicon

/// Makes a query of the pieces of a question, or finds the pieces that fit none.
struct Interpretation {
  let pieces: [Piece]
  let catalogue: Catalogue
  let language: LanguageCode
  let today: Day
  /// How the dates lie by the words within their spans, by number of the piece.
  let relations: [Int: PeriodLimit.Relation]
  /// The roles of all question words.
  let roles: Set<QuestionRole>
  /// The pieces that were put to use beyond what their roles say, by number.
  var used: Set<Int> = []
  /// The pieces that change the meaning in a way that no query has.
  var misfits: Set<Int> = []

  init(
    pieces: [Piece], catalogue: Catalogue, language: LanguageCode, today: Day,
    relations: [Int: PeriodLimit.Relation]
  ) {
    self.relations = relations
    self.pieces = pieces
    self.catalogue = catalogue
    self.language = language
    self.today = today
    var roles: Set<QuestionRole> = []
    for (number, piece) in pieces.enumerated() {
      guard case .words(let found) = piece.meaning else { continue }
      if !found.contains(.filler) || Interpretation.isMeant(at: number, of: pieces) { roles.formUnion(found) }
    }
    self.roles = roles
  }

  /// Whether a word that often changes nothing means something here: 前五, "a year" but not "im Jahr 2024".
  private static func isMeant(at number: Int, of pieces: [Piece]) -> Bool {
    let next = pieces.indices.contains(number + 1) ? pieces[number + 1].meaning : nil
    let roles = roles(at: number, of: pieces)
    if roles.contains(.most) {
      if case .number = next { return true }
      // 哪个卖得多: at the end of a question that names several.
      let named = pieces.count { if case .names = $0.meaning { true } else { false } }
      return next == nil && named > 1
    }
    // "Three electrics", "une électrique", but not "electric cars", "marché électrique".
    if roles.contains(.vehicle) {
      let nouns: Set<QuestionRole> = [.model, .maker, .vehicle, .market]
      return ![number - 1, number + 1].contains { at in
        let beside = self.roles(at: at, of: pieces)
        return !beside.isDisjoint(with: nouns) || beside.contains { $0.bodyType != nil }
      }
    }
    if roles.contains(.perYear) {
      guard case .date = next else { return true }
      return false
    }
    return false
  }

  /// The query; `nil` where the question asks for nothing that is known, or pieces are left over in `misfits`.
  mutating func query() -> Query? {
    guard let kind = kind() else { return nil }
    var query = Query(kind: kind)
    readForm(&query)
    readSubjects(&query)
    readMarket(&query)
    readAttributes(&query)
    readOrder(&query)
    readAsked(&query)
    readStanding(&query)
    readNumbers(&query)
    readPeriod(&query)
    finish(&query)
    findMisfits(query)
    return misfits.isEmpty ? query : nil
  }

  /// Whether any question word has one of the roles.
  func has(_ wanted: QuestionRole...) -> Bool { wanted.contains { roles.contains($0) } }

  /// The roles of a piece; empty for one that is no question word.
  func roles(at number: Int) -> Set<QuestionRole> { Self.roles(at: number, of: pieces) }

  private static func roles(at number: Int, of pieces: [Piece]) -> Set<QuestionRole> {
    guard pieces.indices.contains(number), case .words(let roles) = pieces[number].meaning else { return [] }
    return roles
  }

  /// The nearest piece before or after one that is no filler.
  func neighbour(of number: Int, step: Int) -> Int? {
    var at = number + step
    while pieces.indices.contains(at), roles(at: at) == [.filler] { at += step }
    return pieces.indices.contains(at) ? at : nil
  }

  /// The pieces that a question cannot be answered for: the misfits or, where nothing that is known is asked for, the
  /// words that say something.
  var leftOver: [Int] {
    guard misfits.isEmpty else { return misfits.sorted() }
    let words = pieces.indices.filter { isWord($0) && !roles(at: $0).contains(.filler) }
    return words.isEmpty ? Array(pieces.indices) : words
  }

  // MARK: Kind

  /// What is asked about, by the words that are plainest about it.
  private func kind() -> FactKind? {
    if comparesWithTarget { return .salesTarget }
    let hasOutlet = has(.store, .dealer, .service, .anyOutlet, .outlet)
    if hasOutlet { return .storeCount }
    if has(.capacity) || has(.produced) && has(.perYear) { return .capacity }
    if has(.target) { return .salesTarget }
    if has(.price, .startPrice, .listPrice, .presalePrice)
      || hasNumber({ if case .amount = $0 { true } else { false } })
    {
      return .price
    }
    if has(.range, .howFar, .wltp, .cltc, .epa, .nedc)
      || hasNumber({ if case .distance = $0 { true } else { false } })
    {
      return .range
    }
    if asksForPrice { return .price }
    if has(.entry) { return .marketEntry }
    if has(.open), has(.orders, .presale) { return .launch }
    let measured = has(.sold, .deliveries, .registrations, .produced, .orders, .exports)
    if measured, measuresAreMilestones { return .launch }
    if measured { return has(.plan) && !has(.forecast) ? .salesTarget : .sales }
    if has(.anyMilestone, .launch), isEntry { return .marketEntry }
    if has(.anyMilestone, .unveil, .presale, .launch, .delivery, .production, .discontinue) { return .launch }
    if has(.body) || roles.contains(where: { $0.bodyType != nil }) { return .bodyType }
    if has(.plan), has(.vehicle), hasNumber({ $0 == .plain }) { return .salesTarget }
    if has(.howMuch), pieces.contains(where: { isModel($0) }) { return .price }
    if has(.total) || asksForWholeMarket { return .sales }
    if has(.chart), isDated { return .sales }
    if asksForNews, isDated || has(.model) { return .launch }
    // "When is there the YU7".
    if has(.when), pieces.contains(where: { isModel($0) }) { return .launch }
    return nil
  }

  /// Whether it asks how much a model "comes to": "à combien sort la Spring", "quanto viene la CLA".
  private var asksForPrice: Bool {
    let counts = has(.sold, .deliveries, .registrations, .produced, .orders, .exports, .vehicle, .when)
    return has(.howMuch) && !counts && !isDated && pieces.contains { isModel($0) }
  }

  /// Whether it asks how large a market is: "how big was the French EV market".
  private var asksForWholeMarket: Bool { has(.howBig) && has(.market) && hasMarket && !subjectsAreNamed }

  /// Whether "delivered" and the like tell a step of a model's life: "when is it delivered", "which SUVs are delivered in May".
  var measuresAreMilestones: Bool {
    if has(.when, .begin) { return true }
    let quantified = has(
      .howMany, .howMuch, .most, .least, .ranking, .over, .under, .atLeast, .atMost, .total, .actual)
    // "Deliveries in Spain, autumn 2025": of nobody's figures it is the first deliveries.
    if has(.deliveries), !has(.sold, .who, .maker, .registrations), !quantified, !subjectsAreNamed,
      !hasNumber({ _ in true })
    {
      return true
    }
    guard has(.which), !has(.howMany, .howMuch, .most, .least, .ranking, .over, .under, .atLeast, .atMost),
      !has(.sold)
    else {
      return false
    }
    return isDated && (headNoun == .model || headNoun == .vehicle)
  }

  private var isDated: Bool { pieces.contains { if case .date = $0.meaning { true } else { false } } }

  /// Whether a target stands beside what became of it: "target and actual sales", "target versus deliveries".
  private var comparesWithTarget: Bool {
    let measured = has(.sold, .deliveries, .registrations, .produced)
    return has(.target) && (has(.reach, .real) || has(.compare) && measured && !has(.most, .least))
  }

  /// Whether it speaks of new cars: "what is new from Xiaomi".
  private var asksForNews: Bool { pieces.indices.contains { roles(at: $0).contains(.news) } }

  /// Whether a maker comes to a market and no model is spoken of.
  private var isEntry: Bool {
    let namesModel =
      has(.model, .vehicle) || roles.contains { $0.bodyType != nil } || pieces.contains { isModel($0) }
    guard !namesModel, hasMarket else { return false }
    if has(.who, .maker) { return true }
    return subjectsAreNamed && !has(.which)
  }

  /// Whether a market is named that is not the country that makers come from.
  private var hasMarket: Bool {
    pieces.indices.contains { number in
      guard case .market(_, let isAdjective) = pieces[number].meaning else { return false }
      return !tellsOrigin(number, isAdjective)
    }
  }
  private var subjectsAreNamed: Bool {
    pieces.contains { if case .names = $0.meaning { true } else { false } }
  }

  private func isModel(_ piece: Piece) -> Bool {
    if case .names(let subjects) = piece.meaning { return subjects.contains { $0.model != nil } }
    return false
  }

  private func hasNumber(_ test: (NumberMention.Sort) -> Bool) -> Bool {
    pieces.contains { if case .number(let number) = $0.meaning { test(number.sort) } else { false } }
  }

  // MARK: Form and standing

  private func readForm(_ query: inout Query) {
    if comparesWithTarget {
      query.form = .attainment
    } else if has(.change) {
      query.form = .history
    }
  }

  private func readStanding(_ query: inout Query) {
    switch query.kind {
    case .sales: query.standing = has(.forecast) ? .forecast : has(.actual, .real) ? .actual : .any
    case .storeCount, .capacity:
      query.standing = has(.plan, .target, .forecast) ? .planned : has(.actual, .real) ? .actual : .any
    case .salesTarget:
      // "How many will it sell": its targets, else what others expect.
      query.includesForecasts = query.form == .facts && !has(.target)
    default: break
    }
  }

  private func readOrder(_ query: inout Query) {
    guard query.kind.isNumeric, query.form == .facts else { return }
    if has(.least) { query.order = .ascending } else if has(.most, .ranking) { query.order = .descending }
    query.isRanking = has(.ranking)
  }

  // MARK: What the rows are

  private mutating func readAsked(_ query: inout Query) {
    let head = headNoun
    switch head {
    case .model: query.asked = .models
    case .maker: query.asked = .makers
    case .market: query.asked = .markets
    case .vehicle where has(.which) || !query.kind.countsVehicles: query.asked = .models
    // "The three most registered cars".
    case .vehicle where query.order != nil && query.subjects.isEmpty && !has(.who): query.asked = .models
    default: break
    }
    if has(.who), query.asked == .facts || head == .vehicle { query.asked = .makers }
    if has(.when) { query.asked = .dates }
    // One model is one row, however many steps of its life are known.
    if query.kind == .launch || query.kind == .bodyType, query.asked == .facts { query.asked = .models }
    readLevel(&query)
    if has(.howMany) {
      let countsHead = head == .model || head == .maker || head == .market
      query.isCount = countsHead || head == .vehicle && !query.kind.countsVehicles
      if query.kind == .range || query.kind == .price, head == nil { query.isCount = false }
    }
  }

  private func readLevel(_ query: inout Query) {
    let namesModels = query.asked == .models || has(.model) || query.body != nil
    switch query.kind {
    case .launch, .price, .range, .bodyType: query.level = .model
    case .storeCount, .marketEntry: query.level = .maker
    case .sales, .salesTarget, .capacity:
      if query.subjects.contains(where: { $0.model != nil }) {
        query.level = .any
      } else if namesModels {
        query.level = .model
      } else if query.asked == .makers || !query.subjects.isEmpty || has(.maker) {
        query.level = .maker
      } else if query.kind == .sales,
        has(.total) || asksForWholeMarket || has(.howMany, .howMuch) && !has(.which)
      {
        query.level = .market
      }
    }
  }

  /// The noun that "which" or "how many" asks for, or else the first.
  var headNoun: QuestionRole? {
    func noun(at number: Int) -> QuestionRole? {
      let here = roles(at: number)
      if here.contains(.model) || here.contains(where: { $0.bodyType != nil }) { return .model }
      return [.maker, .market, .vehicle].first { here.contains($0) }
    }
    for number in pieces.indices where !roles(at: number).isDisjoint(with: [.which, .howMany]) {
      var at = number
      // "Which five Chinese makers": numbers, orders and origins may stand between.
      var isDoing = roles(at: number).contains(.doing)
      while pieces.indices.contains(at), at <= number + 6 {
        if at > number, case .names = pieces[at].meaning { break }
        if let noun = noun(at: at) {
          if noun == .market, hasMarket { break }
          // "What do German brands bring out": the brands do it and are not what is asked for.
          if noun == .maker, isDoing { return nil }
          return noun
        }
        if at > number, roles(at: at) == [.anyMilestone] { isDoing = true }
        if at > number,
          roles(at: at).isDisjoint(with: [
            .filler, .most, .least, .ranking, .sold, .within, .now, .anyMilestone,
          ]), isWord(at)
        {
          break
        }
        at += 1
      }
    }
    return pieces.indices.lazy.compactMap { noun(at: $0) }.first { $0 == .model || $0 == .maker }
      ?? (has(.vehicle) && !has(.howMany, .which) ? .vehicle : nil)
  }

  private func isWord(_ number: Int) -> Bool {
    if case .words = pieces[number].meaning { return true }
    return false
  }
}

extension FactKind {
  /// Whether its figures count vehicles.
  var countsVehicles: Bool { self == .sales || self == .salesTarget || self == .capacity }
}
