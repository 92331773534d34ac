import Facts

/// What a word of a question does.
///
/// The raw value is the class's name in the files of `Questions`.
enum QuestionRole: String, CaseIterable, Sendable {
  // Words that change nothing.
  case filler
  // Words that ask for something that no query has.
  case block
  // What is asked for.
  case which, who, when
  /// "What does it do": whoever is named behind it does something and is not what is asked for.
  case doing
  // "How high", "how big", of whatever it is.
  case howBig = "howbig"
  case howMany = "howmany"
  case howMuch = "howmuch"
  case howFar = "howfar"
  case model = "noun.model"
  case maker = "noun.maker"
  case vehicle = "noun.vehicle"
  case market = "noun.market"
  case body = "noun.body"
  case total
  // Steps of a model's life.
  case anyMilestone = "milestone.any"
  case unveil = "milestone.unveil"
  case presale = "milestone.presale"
  case launch = "milestone.launch"
  case delivery = "milestone.delivery"
  case production = "milestone.production"
  case discontinue = "milestone.discontinue"
  /// "Begin" and "open", which make a step of what they stand beside: deliveries begin, orders open.
  case begin, open
  // Figures.
  case sold = "measure.sold"
  case deliveries = "measure.deliveries"
  case registrations = "measure.registrations"
  case produced = "measure.production"
  case orders = "measure.orders"
  case exports = "measure.exports"
  case target, plan, forecast, actual, now
  /// What was reported, where the word says so against a plan: "actual sales".
  case real
  /// Between makers and the country that they come from.
  case origin
  /// New cars and models.
  case news
  /// Any of them, where none is named.
  case outlet
  case store = "outlet.store"
  case dealer = "outlet.dealer"
  case service = "outlet.service"
  case anyOutlet = "outlet.any"
  case price
  case startPrice = "price.start"
  case listPrice = "price.list"
  case presalePrice = "price.presale"
  case range
  case wltp = "cycle.WLTP"
  case cltc = "cycle.CLTC"
  case epa = "cycle.EPA"
  case nedc = "cycle.NEDC"
  case capacity
  case perYear = "peryear"
  case entry
  // Sorts of car.
  case sedan = "body.sedan"
  case suv = "body.suv"
  case hatchback = "body.hatchback"
  case wagon = "body.wagon"
  case coupe = "body.coupe"
  case mpv = "body.mpv"
  case pickup = "body.pickup"
  case van = "body.van"
  case roadster = "body.roadster"
  // Order and comparison.
  case most = "max"
  case least = "min"
  case ranking
  /// A list by sales where nothing else is named: "top five in Spain".
  case chart
  case over, under
  case atLeast = "atleast"
  case atMost = "atmost"
  case between
  case or, and, compare
  // Over time.
  case reach, change
  // How dates lie.
  case within = "rel.in"
  case by = "rel.by"
  case before = "rel.before"
  case after = "rel.after"
  case from = "rel.from"
  /// The end of a period, before which means by it.
  case end = "date.end"

  /// The sort of car that the word names.
  var bodyType: BodyType? {
    switch self {
    case .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster:
      BodyType(rawValue: String(rawValue.dropFirst("body.".count)))
    default: nil
    }
  }

  /// The measure that the word names; "sold" names none of its own.
  var measure: Measure? {
    switch self {
    case .deliveries, .registrations, .produced, .orders, .exports:
      Measure(rawValue: String(rawValue.dropFirst("measure.".count)))
    default: nil
    }
  }

  /// The outlet that the word names.
  var outlet: Outlet? {
    switch self {
    case .store, .dealer, .service, .anyOutlet: Outlet(rawValue: String(rawValue.dropFirst("outlet.".count)))
    default: nil
    }
  }

  /// The step of a model's life that the word names.
  var milestone: Milestone? {
    switch self {
    case .unveil, .presale, .launch, .delivery, .production, .discontinue:
      Milestone(rawValue: String(rawValue.dropFirst("milestone.".count)))
    default: nil
    }
  }

  /// The step of a model's life at which what the word measures begins.
  var startOfMeasure: Milestone? {
    switch self {
    case .sold: .launch
    case .deliveries: .delivery
    case .produced: .production
    case .orders: .presale
    default: nil
    }
  }

  /// The test cycle that the word names.
  var cycle: String? { rawValue.hasPrefix("cycle.") ? String(rawValue.dropFirst("cycle.".count)) : nil }

  /// How dates must lie, where the word says so.
  var relation: PeriodLimit.Relation? {
    switch self {
    case .within: .within
    case .by: .by
    case .before: .before
    case .after: .after
    case .from: .from
    default: nil
    }
  }
}
