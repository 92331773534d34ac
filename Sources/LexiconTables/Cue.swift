/// What a word of a language file means to the extractor.
///
/// The raw value is the class's name in the files; `Template.txt` explains each.
public enum Cue: String, CaseIterable, Sendable {
  // What is counted.
  case vehicle, electric
  case measureSales = "measure.sales"
  case measureDeliveries = "measure.deliveries"
  case measureRegistrations = "measure.registrations"
  case measureProduction = "measure.production"
  case measureOrders = "measure.orders"
  case measureExports = "measure.exports"
  case outletStore = "outlet.store"
  case outletDealer = "outlet.dealer"
  case outletService = "outlet.service"
  case outletAny = "outlet.any"
  case capacity, plant, peryear, permonth, wholemarket
  // Money.
  case price
  case priceStart = "price.start"
  case pricePresale = "price.presale"
  case priceNot = "price.not"
  case priceChange = "price.change"
  case currency
  case currencySymbol = "currency.symbol"
  case currencyDollar = "currency.dollar"
  case currencyYen = "currency.yen"
  // Distance.
  case range
  case rangeNot = "range.not"
  case unitKm = "unit.km"
  case unitMi = "unit.mi"
  case unitOther = "unit.other"
  case cycleWLTP = "cycle.WLTP"
  case cycleCLTC = "cycle.CLTC"
  case cycleEPA = "cycle.EPA"
  case cycleNEDC = "cycle.NEDC"
  // How firmly it stands.
  case target, plan, past, forecast, hedge, cancel, postpone, negation, missed, replaced, now
  // Milestones.
  case unveil = "milestone.unveil"
  case presale = "milestone.presale"
  case launch = "milestone.launch"
  case delivery = "milestone.delivery"
  case production = "milestone.production"
  case discontinue = "milestone.discontinue"
  case weakMilestone = "milestone.weak"
  case entry
  // Bodies.
  case sedan = "body.sedan"
  case suv = "body.suv"
  case hatchback = "body.hatchback"
  case wagon = "body.wagon"
  case coupe = "body.coupe"
  case mpv = "body.mpv"
  case pickup = "body.pickup"
  case van = "body.van"
  case roadster = "body.roadster"
  // Who is meant.
  case refMaker = "ref.maker"
  case refModel = "ref.model"
  case refIts = "ref.its"
  case refFirst = "ref.first"
  case refSecond = "ref.second"
  case refRespectively = "ref.respectively"
  case refTotal = "ref.total"
  case refRival = "ref.rival"
  case refOwner = "ref.owner"
  case refVersion = "ref.version"
  case group, variant
  // What decides against.
  case notcar, change, than, percent
  // Who says so.
  case cite, thirdparty, boilerplate
  // How exact.
  case about
  case moreThan = "more_than"
  case lessThan = "less_than"
  case atLeast = "at_least"
  case atMost = "at_most"
  case betweenOpen = "between.open"
  case betweenJoin = "between.join"
  // Numbers.
  case numberWord = "number.word"
  case numberMultiplier = "number.multiplier"
  case numberOrdinal = "number.ordinal"
  // Dates.
  case month = "date.month"
  case weekday = "date.weekday"
  case season = "date.season"
  case part = "date.part"
  case quarter = "date.quarter"
  case half = "date.half"
  case dateUnit = "date.unit"
  case relative = "date.rel"
  case last = "date.last"
  case next = "date.next"
  case this = "date.this"
  case firstN = "date.firstn"
  case ago = "date.ago"
  case ahead = "date.ahead"
  case same = "date.same"
  case yearBefore = "date.yearbefore"
  case yearAfter = "date.yearafter"
  case by = "date.by"
  case from = "date.from"
  case since = "date.since"
  case notBefore = "date.notbefore"
  case spanOpen = "date.span.open"
  case spanJoin = "date.span.join"
  case glue = "date.glue"
  // Text.
  case abbreviation
  // Words that look like names and are none.
  case notmodel

  /// The number of cues.
  public static let count = allCases.count

  /// The cue's place in `allCases`.
  ///
  /// An enumeration without payloads is one byte that counts its cases in order; a dictionary would hash the name.
  @inline(__always) public var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The cue of a class name in a language file.
  public static let named: [String: Cue] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The cues in order, so that a packed table need not make the list anew.
  static let all: [Cue] = allCases
}
