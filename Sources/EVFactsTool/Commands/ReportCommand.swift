import ArgumentParser
import EVFacts

/// `evfacts report`: facts for a spreadsheet, a notebook, a slide or a page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what is believed, as a table, a spreadsheet, a page with charts or a chart.",
    discussion: """
      The reports:
        \(ReportName.allCases.map(\.rawValue).joined(separator: ", "))
        attainment      targets beside what was reported, in percent, by period and measure
        calendar        launches by quarter and market
        maker NAME      all about a maker and its models
        model NAME      all about a model
        changes         what is new, raised, lowered, postponed, cancelled or contradicted --since DATE

      Markdown and html are for people, csv, json, jsonl and xlsx have every column, svg is the report's chart alone.

      EXAMPLES
        evfacts report launches --market Europe --from 2025 --to 2026
        evfacts report maker BYD --format html -o byd.html
        evfacts report prices --status actual --format xlsx -o prices.xlsx
        evfacts report calendar --format svg -o launches.svg
        evfacts report changes --since 2025-03-01 --by published
      """)

  @Argument(help: "The report.")
  var name: ReportTopic

  @Argument(help: ArgumentHelp("The maker or the model, for maker and model.", valueName: "of"))
  var subject: String?

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @OptionGroup(title: "Which facts") var filters: FilterOptions

  @Flag(help: "List all that anyone claims, not what is believed.")
  var claims = false

  @Option(
    help: ArgumentHelp("For changes: the first day that counts.", valueName: "date"),
    transform: DateArgument.day)
  var since: Day?

  @Option(help: "For changes: the day on which articles were ingested, or published.")
  var by: Changes.Clock = .ingested

  @Option(parsing: .singleValue, help: "The chart of html and svg; else those that suit the report.")
  var chart: [ChartName] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard (subject != nil) == name.wantsSubject else {
      throw ValidationError(
        name.wantsSubject
          ? "which \(name)? Try: evfacts report \(name) \(name == .maker ? "BYD" : "SU7")"
          : "'\(subject ?? "")' is one word too many. Try: evfacts report \(name) --maker \"\(subject ?? "")\""
      )
    }
    guard name != .changes || since != nil else {
      throw ValidationError("since when? Try: evfacts report changes --since 2025-03-01")
    }
    guard name == .changes || since == nil else {
      throw ValidationError("--since is for changes. Try: --from, for facts with a later date")
    }
    if case .listing(let listing) = name, !listing.listsFacts, filters.areGiven {
      throw ValidationError(
        "the filters are for facts, not for \(listing.rawValue). Try: evfacts report claims, with the filters"
      )
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let printer = ReportPrinter(
      store: store, database: database, format: format, output: output,
      scope: FactScope(allClaims: claims, minConfidence: filters.confidence.minConfidence),
      filter: try filter(in: store), charts: chart)
    switch name {
    case .listing(let listing): try printer.print(listing)
    case .attainment: try printer.print(printer.source.attainment())
    case .calendar: try printer.print(printer.source.calendar())
    case .maker, .model: try printer.print(printer.source.dossier(title: subject ?? ""))
    case .changes:
      try printer.print(printer.source.changes(since: since ?? DateArgument.today, by: by))
    }
  }

  private func filter(in store: FactStore) throws -> ReportFilter {
    var filter = try filters.filter(in: store)
    guard let subject else { return filter }
    let names = try ReportNames(store: store)
    if name == .maker {
      filter.makerKey = try FilterOptions.makerKey(subject, names)
    } else {
      filter.modelKeys = try FilterOptions.modelKeys(subject, names)
    }
    return filter
  }
}

extension ChartName: ExpressibleByArgument {}
extension Changes.Clock: ExpressibleByArgument {}

/// What `evfacts report` reports.
enum ReportTopic: Hashable, ExpressibleByArgument, CustomStringConvertible {
  case listing(ReportName)
  case attainment, calendar, maker, model, changes

  private static let own: [ReportTopic] = [.attainment, .calendar, .maker, .model, .changes]

  init?(argument: String) {
    if let listing = ReportName(rawValue: argument) {
      self = .listing(listing)
    } else if let own = Self.own.first(where: { $0.description == argument }) {
      self = own
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { (ReportName.allCases.map { .listing($0) } + own).map(\.description) }

  var description: String {
    switch self {
    case .listing(let listing): listing.rawValue
    case .attainment: "attainment"
    case .calendar: "calendar"
    case .maker: "maker"
    case .model: "model"
    case .changes: "changes"
    }
  }

  /// Whether a name follows.
  var wantsSubject: Bool { self == .maker || self == .model }
}
