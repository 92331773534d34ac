import Lexicon

/// A place behind a model's name where it may go on: "Luchs | 4x4", "Model Y | 611".
package struct NameJoint: Sendable {
  /// The name before the place, as the article writes it.
  package var before: String
  /// The name with the words behind the place.
  package var after: String
  /// The model's maker.
  package var maker: String
  /// What speaks for its going on, in the order of `NameJoint.featureNames`.
  package var features: [Float]

  /// What stands between the name and the word behind it.
  enum Link: Int {
    case blank, hyphen, stop, nothing
  }

  /// What a word behind the place, or the one behind that, can mean.
  enum Meaning: Int, CaseIterable {
    case variant, body, version, noModel, currency, electric, numberWord, calendar, vehicle, unit, price,
      milestone, tense, outlet
    case measure, maker, other

    init(_ cue: Cue) {
      switch cue {
      case .variant: self = .variant
      case .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster, .refModel: self = .body
      case .refVersion: self = .version
      case .notmodel, .notcar: self = .noModel
      case .currency, .currencySymbol, .currencyDollar, .currencyYen: self = .currency
      case .electric: self = .electric
      case .numberWord, .numberMultiplier, .numberOrdinal: self = .numberWord
      case .month, .weekday, .season, .quarter, .half, .dateUnit, .part, .relative: self = .calendar
      case .vehicle: self = .vehicle
      case .unitKm, .unitMi, .unitOther, .percent, .cycleWLTP, .cycleCLTC, .cycleEPA, .cycleNEDC: self = .unit
      case .price, .priceStart, .pricePresale, .range: self = .price
      case .unveil, .presale, .launch, .delivery, .production, .discontinue, .weakMilestone, .entry:
        self = .milestone
      case .plan, .past, .forecast, .hedge, .target, .cancel, .postpone: self = .tense
      case .outletStore, .outletDealer, .outletService, .outletAny, .plant, .capacity: self = .outlet
      case .measureSales, .measureDeliveries, .measureRegistrations, .measureProduction, .measureOrders,
        .measureExports:
        self = .measure
      case .refMaker, .refOwner, .group: self = .maker
      default: self = .other
      }
    }
  }

  /// What can stand behind the word behind the place.
  enum Follower: Int, CaseIterable {
    case comma, stop, colon, bracket, semicolon, quote, hyphen, otherMark, lineEnd, capital, small, number,
      mixed
  }

  /// The names of a joint's features.
  package static let featureNames: [String] =
    [
      "inName", "rule", "steps", "known", "words", "numberBefore", "mixedBefore", "capitalsBefore",
      "lengthBefore", "link",
      "word", "number", "mixed", "capital", "capitals", "length", "digits", "small", "again", "alone",
      "elsewhere", "inTitle",
      "date", "amount", "quantity", "opensSentence", "modelHere", "ownModel", "market", "makerName",
      "nothing", "catalogueModel",
      "opensLine", "amountInLine", "article", "behindMaker", "quoted", "linesWithNumbers", "isPlural",
      "de", "en", "fr", "it", "es", "zh",
    ] + Meaning.allCases.map { "means.\($0)" } + Follower.allCases.map { "follows.\($0)" }
    + Meaning.allCases.map { "followerMeans.\($0)" }
}
