import EVFacts

/// A table of facts: whose, what, when, where, how firm, and who says so in which sentence.
struct FactTable {
  /// The columns, in the order in which they stand.
  enum Column: CaseIterable {
    case subject, kind, value, attribute, when, market, status, confidence, source

    fileprivate var name: Phrase {
      switch self {
      case .subject: .subject
      case .kind: .kind
      case .attribute: .attribute
      case .value: .value
      case .when: .when
      case .market: .market
      case .status: .status
      case .confidence: .confidence
      case .source: .source
      }
    }

    fileprivate var order: FactListing.Order? {
      switch self {
      case .subject: .subject
      case .attribute: .attribute
      case .value: .value
      case .when: .date
      case .market: .market
      case .status: .status
      case .confidence: .confidence
      case .kind, .source: nil
      }
    }
  }

  let words: Words
  /// The columns left out.
  var without: Set<Column> = [.confidence]
  /// How the rows are sorted, where that can be changed.
  var sorting: TableSorting?
  /// What the table holds, for those who do not see what stands above it.
  var label: String

  /// The table of some rows; columns with nothing in them are left out.
  func html(_ rows: [FactRow]) -> HTML {
    let facts = rows.map(\.fact)
    let columns = Column.allCases.filter { column in
      guard !without.contains(column) else { return false }
      switch column {
      case .kind: return facts.contains { $0.kind != facts.first?.kind }
      case .attribute: return facts.contains { $0.attribute != nil }
      case .value: return facts.contains { $0.value != nil }
      case .when: return facts.contains { $0.when != nil }
      case .market: return facts.contains { $0.market != nil }
      case .subject, .status, .confidence, .source: return true
      }
    }
    var html = HTML(capacity: rows.count * 700 + 1024)
    html += Scrolling.open(label)
    html += "<table class=\"facts\"><thead><tr>"
    for column in columns {
      let isNumber = column == .value || column == .confidence
      html += TableSorting.head(words[column.name], column.order?.rawValue, isNumber: isNumber, sorting)
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      html += "<tr>"
      for column in columns { html += cell(column, row) }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>\n"
    return html
  }

  private func cell(_ column: Column, _ row: FactRow) -> HTML {
    let fact = row.fact
    switch column {
    case .subject: return "<th scope=\"row\">\(SubjectLink.of(fact, words))</th>"
    case .kind: return "<td>\(words.kinds(fact.kind))</td>"
    case .attribute: return "<td>\(words.attribute(of: fact))</td>"
    case .value: return "<td class=\"n\">\(words.value(of: fact))</td>"
    case .when: return "<td>\(fact.when.map { words.period($0) })</td>"
    case .market: return "<td>\(fact.market.map { words.market($0) })</td>"
    case .status: return "<td>\(StatusMark.of(fact.status, words))\(" ✎", if: row.corrected)</td>"
    case .confidence: return "<td class=\"n\">\(fact.confidence.map { words.percent($0) })</td>"
    case .source: return "<td>\(SourceMark(words: words).html(row))</td>"
    }
  }
}

/// Whom a fact is about, as links to the maker and the model.
enum SubjectLink {
  static func of(_ fact: Fact, _ words: Words) -> HTML {
    guard let maker = fact.manufacturer else { return "\(words[.wholeMarket])" }
    let key = nameKey(maker)
    guard !key.isEmpty else { return "\(words.subject(of: fact))" }
    guard let model = fact.model else { return "<a href=\"\(Address("/makers", key))\">\(maker)</a>" }
    let modelKey = nameKey(model)
    guard !modelKey.isEmpty else { return "<a href=\"\(Address("/makers", key))\">\(maker)</a> \(model)" }
    return "<a href=\"\(Address("/models", key, modelKey))\">\(maker) \(model)</a>"
  }
}

/// How firmly a fact stands: a word and a mark.
enum StatusMark {
  static func of(_ status: Status, _ words: Words) -> HTML {
    let text = words.status(status)
    switch status {
    case .actual: return "<span class=\"st a\">\(text)</span>"
    case .planned: return "<span class=\"st p\">\(text)</span>"
    case .expected: return "<span class=\"st e\">\(text)</span>"
    case .cancelled: return "<span class=\"st c\">\(text)</span>"
    }
  }
}

/// Who says it: the publisher and the day, and behind them the sentence and the article.
struct SourceMark {
  let words: Words

  func html(_ row: FactRow) -> HTML {
    let article = row.article
    let name = [article.publisher, article.published.map { words.day($0) }].compactMap(\.self)
    let summary = name.isEmpty ? article.id : name.joined(separator: words[.comma])
    let cited = row.fact.source.map { HTML("<span class=\"q\">\(words.filled(.citing, $0))</span> ") }
    return """
      <details class="src"><summary>\(summary)</summary>\
      <q\(PageFrame.language(article.language))>\(row.fact.evidence)</q> \(cited)\
      <a href="\(Self.address(of: row))">\(words[.readArticle])</a></details>
      """
  }

  /// Where the fact is marked in its article.
  static func address(of row: FactRow) -> Address {
    Address("/article").with("id", row.article.id).at("fact-\(row.id)")
  }
}

/// A box that what is too wide scrolls in.
enum Scrolling {
  /// Its beginning; `</div>` ends it.
  static func open(_ label: String) -> HTML {
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">"
  }
}
