import EVFacts

/// What changed since a day: what is new, raised, lowered, postponed, cancelled or contradicted, beside what was said before.
enum ChangesPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let query = try ChangeQuery(visit.query, words, today: visit.today, site, store)
    let sorting = visit.sorting(ChangeQuery.Order.change)
    let paging = Paging(visit)
    let title = words.filled(.changesSince, words.day(query.since))
    var body: HTML = "\(form(query, visit).html)\(query.asked.notice)"
    let found =
      query.asked.problems.isEmpty
      ? try query.changes(sorting.order, isDescending: sorting.isDescending, site, store) : []
    guard let changes = found else {
      let most = words.number(Double(ChangeQuery.mostClaims))
      body += "<p class=\"notice bad\" role=\"alert\">\(words.filled(.tooManyChanges, most))</p>"
      return Page(title: title, section: .changes, body: body)
    }
    let listed = PageOfRows(of: changes, offset: paging.offset, limit: paging.limit)
    let page = PageOfRows(rows: try Changes.rows(of: listed.rows, in: store), total: listed.total)
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.noChanges])</p>"
      return Page(title: title, section: .changes, body: body)
    }
    let isOpen = visit.query["since"] == nil
    body += paging.head(page, listing: "changes", fixed: isOpen ? [("since", query.since.description)] : [])
    body += ChangeTable(words: words, sorting: TableSorting(sorting, visit), label: title).html(page.rows)
    body += paging.foot(page)
    return Page(title: title, section: .changes, body: body)
  }

  private static func form(_ query: ChangeQuery, _ visit: Visit) -> FilterForm {
    let words = visit.words
    return FilterForm(visit).text("since", .since, hint: "2025-06-30", otherwise: query.since.description)
      .choice(
        "by", .countedBy, Changes.Clock.allCases.map { ($0.rawValue, words[$0.phrase]) }, withAll: false
      )
      .choice("change", .change, Change.Sort.allCases.map { ($0.rawValue, words[$0.phrase]) }).ofFacts()
  }
}

/// A table of changes: what became of it, what is said now, what was said before, and who said each.
struct ChangeTable {
  let words: Words
  let sorting: TableSorting
  /// What the table holds, for those who do not see what stands above it.
  let label: String

  /// The columns that some rows have nothing in, and that are left out where all have.
  private struct Columns {
    let detail, before, when, market: Bool

    init(_ changes: [Change]) {
      let facts = changes.map(\.now.fact)
      detail = facts.contains { $0.attribute != nil && $0.kind != .bodyType }
      before = changes.contains { $0.before != nil }
      when = facts.contains { $0.value != nil && $0.when != nil }
      market = facts.contains { $0.market != nil }
    }
  }

  func html(_ changes: [Change]) -> HTML {
    let columns = Columns(changes)
    var html = HTML(capacity: changes.count * 1_000 + 1_024)
    html += Scrolling.open(label)
    html += "<table class=\"facts\"><thead><tr>\(TableSorting.head(words[.change], "change", sorting))"
    html += TableSorting.head(words[.subject], "subject", sorting)
    html += TableSorting.head(words[.kind], nil, nil)
    if columns.detail { html += TableSorting.head(words[.attribute], nil, nil) }
    html += TableSorting.head(words[.now], "value", isNumber: true, sorting)
    if columns.before { html += TableSorting.head(words[.before], nil, isNumber: true, nil) }
    if columns.when { html += TableSorting.head(words[.when], "date", sorting) }
    if columns.market { html += TableSorting.head(words[.market], nil, nil) }
    html += TableSorting.head(words[.status], nil, nil)
    html += TableSorting.head(words[.source], "published", sorting)
    html += "</tr></thead>\n<tbody>\n"
    for change in changes { html += row(change, columns) }
    html += "</tbody></table></div>\n"
    return html
  }

  private func row(_ change: Change, _ columns: Columns) -> HTML {
    let fact = change.now.fact
    // The sort of car is what is said of it.
    let detail = fact.kind == .bodyType ? "" : words.attribute(of: fact)
    let period = fact.value == nil ? nil : fact.when.map { words.period($0) }
    let source = SourceMark(words: words)
    let before = change.before.map { row -> HTML in
      "<span class=\"q\">\(words[.before])\(words[.colon])</span>\(source.html(row))"
    }
    return """
      <tr><td>\(ChangeMark.of(change.sort, words))</td><th scope="row">\(SubjectLink.of(fact, words))</th>\
      <td>\(words.kinds(fact.kind))</td>\("<td>\(detail)</td>", if: columns.detail)\
      <td class="n">\(words.said(by: fact))</td>\
      \("<td class=\"n\">\(change.before.map { words.said(by: $0.fact) })</td>", if: columns.before)\
      \("<td>\(period)</td>", if: columns.when)\
      \("<td>\(fact.market.map { words.market($0) })</td>", if: columns.market)\
      <td>\(StatusMark.of(fact.status, words))</td><td>\(source.html(change.now))\(before)</td></tr>

      """
  }
}

/// What became of a fact: a word and a mark.
enum ChangeMark {
  static func of(_ sort: Change.Sort, _ words: Words) -> HTML {
    let text = words[sort.phrase]
    let mark: HTML =
      switch sort {
      case .new: "＋"
      case .raised: "↑"
      case .lowered: "↓"
      case .postponed: "→"
      case .broughtForward: "←"
      case .cancelled: "✕"
      case .contradicted: "≠"
      case .corrected: "✎"
      }
    return "<span class=\"ch\"><span aria-hidden=\"true\">\(mark)</span> \(text)</span>"
  }
}

extension Change.Sort {
  /// What the pages call it.
  var phrase: Phrase {
    switch self {
    case .new: .changeNew
    case .raised: .changeRaised
    case .lowered: .changeLowered
    case .postponed: .changePostponed
    case .broughtForward: .changeBroughtForward
    case .cancelled: .changeCancelled
    case .contradicted: .changeContradicted
    case .corrected: .changeCorrected
    }
  }
}

extension Changes.Clock {
  /// What the pages call it.
  var phrase: Phrase { self == .ingested ? .clockIngested : .clockPublished }
}
