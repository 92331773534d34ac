import EVFacts
import Hummingbird

/// A page that is made: what stands in it, and under which part of the site it belongs.
struct Page: Sendable {
  /// The parts of the site, in the order of its navigation.
  enum Section: CaseIterable, Sendable {
    case overview, changes, calendar, targets, makers, models, markets, facts, conflicts, articles, review

    /// Where it begins.
    var address: Address {
      switch self {
      case .overview: Address("/")
      case .changes: Address("/changes")
      case .calendar: Address("/calendar")
      case .targets: Address("/targets")
      case .makers: Address("/makers")
      case .models: Address("/models")
      case .markets: Address("/markets")
      case .facts: Address("/facts")
      case .conflicts: Address("/conflicts")
      case .articles: Address("/articles")
      case .review: Address("/review")
      }
    }

    /// What it is called.
    var name: Phrase {
      switch self {
      case .overview: .overview
      case .changes: .changes
      case .calendar: .calendar
      case .targets: .targets
      case .makers: .makers
      case .models: .models
      case .markets: .markets
      case .facts: .facts
      case .conflicts: .conflicts
      case .articles: .articles
      case .review: .review
      }
    }
  }

  /// What it is about, as text.
  var title: String
  /// The language of the title where it is not the reader's.
  var titleLanguage: LanguageCode?
  /// What stands small above the title.
  var lead: HTML?
  /// Its part of the site.
  var section: Section?
  /// The question in the search box.
  var question = ""
  /// What stands below the title.
  var body: HTML
  /// How the request went.
  var status = HTTPResponse.Status.ok
}

/// Why there is no page: nothing goes by that name.
struct NothingThere: Error {}
