import EVFacts
import Foundation
import HTTPTypes

/// What a download holds, read off the query as the listing's page reads it.
struct DownloadRows {
  /// Rows that are at hand, or a statement whose rows are sent as they are read.
  enum Found: Sendable {
    case bytes([UInt8])
    case statement(SQLStatement, columns: [String])
  }

  let site: Site
  let store: FactStore
  let query: QueryItems

  /// The rows of a listing.
  func rows(of listing: DownloadListing, as format: DownloadFormat) throws -> Found {
    switch listing {
    case .facts: try facts(format, kinds: nil, order: .subject)
    case .calendar: try facts(format, kinds: [.launch], order: .date)
    case .changes: .bytes(try format.bytes(of: ChangeReport.of(try changes())))
    case .conflicts: try conflicts(format)
    case .targets:
      .bytes(try format.bytes(of: AttainmentReport.of(try targets())))
    case .history: try history(format)
    case .ask: .bytes(try format.bytes(of: FactReport.of(try answer())))
    case .articles: try articles(format)
    case .makers, .models, .markets: .bytes(try names(listing, format))
    }
  }

  private func filter() throws -> (filter: ReportFilter, minConfidence: Double) {
    let asked = try FactFilter(query, Words.of(.english), site, store)
    if let problem = asked.problems.first { throw Refusal(.badRequest, problem) }
    return (asked.filter, asked.minConfidence)
  }

  private func facts(_ format: DownloadFormat, kinds: [FactKind]?, order: FactListing.Order) throws -> Found {
    var (filter, minConfidence) = try filter()
    if let kinds { filter.kinds = kinds }
    let most = DownloadRoutes.mostSorted
    let count = try FactPage.countOfBelieved(
      minConfidence: minConfidence, filter: filter, upTo: most + 1, in: store)
    let (wanted, isDescending) = sorting(order)
    let listing = FactListing(filter, minConfidence: minConfidence, order: wanted, isDescending: isDescending)
    guard format == .xlsx else {
      guard count > most else {
        return .statement(listing.statement(Self.selected), columns: Self.columns)
      }
      // To sort so many would take much of the memory; they come as they came in.
      return .statement(
        FactPage.allBelieved(Self.selected, minConfidence: minConfidence, filter: filter),
        columns: Self.columns)
    }
    guard count <= most else { throw Self.tooMany(most) }
    return .bytes(try format.bytes(of: FactReport.of(try store.rows(listing.statement()))))
  }

  private func conflicts(_ format: DownloadFormat) throws -> Found {
    let (filter, minConfidence) = try filter()
    let scope = FactScope(minConfidence: minConfidence)
    guard format == .xlsx else {
      return .statement(
        ReportName.conflicts.statement(scope, filter: filter, columns: Self.selected), columns: Self.columns)
    }
    let rows = try whole(ReportName.conflicts.statement(scope, filter: filter))
    return .bytes(try format.bytes(of: FactReport.of(rows)))
  }

  private func changes() throws -> [Change] {
    let asked = try ChangeQuery(query, .of(.english), today: Visit.today, site, store)
    if let problem = asked.asked.problems.first { throw Refusal(.badRequest, problem) }
    let (order, isDescending) = sorting(ChangeQuery.Order.change)
    guard let changes = try asked.changes(order, isDescending: isDescending, site, store) else {
      throw Refusal(
        .unprocessableContent, "more than \(ChangeQuery.mostClaims) claims would have to be compared",
        hint: "a later day, or a filter such as maker")
    }
    return try Changes.rows(of: changes, in: store)
  }

  private func targets() throws -> [Attainment] {
    let (order, isDescending) = sorting(FactListing.Order.date, isDescending: true)
    let listing = TargetListing(try filter().filter, order: order, isDescending: isDescending)
    let page = try listing.page(offset: 0, limit: Self.mostTargets, in: store)
    guard page.total <= Self.mostTargets else { throw Self.tooMany(Self.mostTargets) }
    return page.rows
  }

  private func history(_ format: DownloadFormat) throws -> Found {
    let (order, isDescending) = sorting(HistoryListing.Order.published, isDescending: true)
    let listing = HistoryListing(
      makerKey: nameKey(query["maker"] ?? ""), modelKey: query["model"].map(nameKey) ?? "",
      kind: query["kind"].flatMap(FactKind.init(rawValue:)), order: order,
      isDescending: isDescending)
    let rows = try whole(listing.statement)
    return .bytes(try format.bytes(of: FactReport.of(rows, showsVersions: true)))
  }

  private func answer() throws -> [FactRow] {
    guard let question = query["q"] else {
      throw Refusal(.badRequest, "there is no question", hint: "?q=which+models+launch+in+2025")
    }
    let reader = try site.questionReader()
    let today = Day(number: Int(Date().timeIntervalSince1970) / 86_400)
    do {
      let rows = try Answer(to: question, in: store, reader: reader, today: today).rows
      guard query["sort"] != nil else { return rows }
      let (order, isDescending) = sorting(FactListing.Order.subject)
      return SortedFacts.of(rows, by: order, isDescending: isDescending)
    } catch let refusal as RefusedQuestion {
      throw Refusal(.unprocessableContent, lines: refusal.text())
    }
  }

  private func articles(_ format: DownloadFormat) throws -> Found {
    if let words = query["q"] {
      return .bytes(try format.bytes(of: SearchReport.of(try store.search(words, limit: 50))))
    }
    var listing = ArticleListing()
    listing.language = query["language"].flatMap(LanguageCode.init(rawValue:))
    listing.publisher = query["publisher"]
    listing.from = query["from"].flatMap { Period($0) }.flatMap { $0.first ?? $0.last }
    listing.to = query["to"].flatMap { Period($0) }.flatMap { $0.last ?? $0.first }
    (listing.order, listing.isDescending) = sorting(ArticleListing.Order.published, isDescending: true)
    let most = DownloadRoutes.mostSorted
    let page = try listing.page(offset: 0, limit: most + 1, in: store)
    let columns =
      Column<ArticleListing.Entry>.ofArticle { $0.article } + [
        Column("facts", isNumeric: true) { .number(Double($0.facts)) }
      ]
    guard page.rows.count > most else {
      return .bytes(try format.bytes(of: Report(columns: columns, rows: page.rows)))
    }
    guard format != .xlsx else { throw Self.tooMany(most) }
    return .statement(
      listing.statement(columns.map(\.name).joined(separator: ", ")), columns: columns.map(\.name))
  }

  private func names(_ listing: DownloadListing, _ format: DownloadFormat) throws -> [UInt8] {
    let names = NameRows(query: query, names: try site.names())
    switch listing {
    case .makers:
      let (order, isDescending) = sorting(NameRows.MakerOrder.claims, isDescending: true)
      return try format.bytes(
        of: Report(
          columns: [
            Column<NameListing.Maker>("manufacturer") { .text($0.name) },
            Column("models", isNumeric: true) { .number(Double($0.models)) },
            Column("facts", isNumeric: true) { .number(Double($0.claims)) },
          ], rows: names.makers(order, isDescending: isDescending)))
    case .models:
      let (order, isDescending) = sorting(NameRows.ModelOrder.claims, isDescending: true)
      return try format.bytes(
        of: Report(
          columns: [
            Column<NameListing.Model>("manufacturer") { .text($0.name.manufacturer) },
            Column("model") { .text($0.name.model) },
            Column("facts", isNumeric: true) { .number(Double($0.claims)) },
          ], rows: names.models(order, isDescending: isDescending)))
    default:
      let (order, isDescending) = sorting(NameRows.MarketOrder.facts, isDescending: true)
      return try format.bytes(
        of: Report(
          columns: [
            Column<NameListing.Market>("market") { .text($0.code) },
            Column("name") { .text(MarketWords.name(of: $0.code)) },
            Column("facts", isNumeric: true) { .number(Double($0.facts)) },
            Column("makers", isNumeric: true) { .number(Double($0.makers)) },
          ],
          rows: names.markets(order, isDescending: isDescending, name: { MarketWords.name(of: $0) }).map(
            \.market)))
    }
  }

  /// `sort=value`, or `sort=-value` for the last first; what the page has where nothing is said.
  private func sorting<Order: RawRepresentable<String>>(_ standard: Order, isDescending: Bool = false) -> (
    Order, Bool
  ) {
    guard let text = query["sort"] else { return (standard, isDescending) }
    let turns = text.hasPrefix("-")
    guard let order = Order(rawValue: turns ? String(text.dropFirst()) : text) else {
      return (standard, isDescending)
    }
    return (order, turns)
  }

  /// All rows of a statement; throws where they are more than are held at once.
  private func whole(_ statement: SQLStatement) throws -> [FactRow] {
    let most = DownloadRoutes.mostSorted
    let rows = try store.rows(
      SQLStatement(statement.sql + " LIMIT ?", statement.arguments + [.integer(Int64(most) + 1)]))
    guard rows.count <= most else { throw Self.tooMany(most) }
    return rows
  }

  /// More targets than this are not held against what was reported for one file.
  private static let mostTargets = 5_000

  private static func tooMany(_ most: Int) -> Refusal {
    Refusal(
      .unprocessableContent, "a file of this kind is made of at most \(most) rows, and these are more",
      hint: "the same as .csv, or a filter such as maker or from")
  }
}

extension DownloadRows {
  /// The documented columns of facts.
  fileprivate static let columns = FactReport.columns.map(\.name)

  /// The same as a statement on a view of facts gives them.
  fileprivate static let selected = columns.map { column in
    switch column {
    case "confidence": "round(confidence, 3)"
    case "when": "\"when\""
    default: column
    }
  }.joined(separator: ", ")
}
