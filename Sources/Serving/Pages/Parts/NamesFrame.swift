import EVFacts

/// What a page that lists names has around its table: the filter, how many rows there are, the pages before and behind; a word
/// where there are none.
struct NamesFrame {
  let visit: Visit
  let section: Page.Section
  /// What the downloads call the listing.
  let listing: StaticString
  /// The filter.
  let form: FilterForm

  /// The page of some rows; `table` writes those that are shown.
  func page<Row: Sendable>(of rows: [Row], _ table: ([Row]) -> HTML) -> Page {
    let words = visit.words
    let title = words[section.name]
    let paging = Paging(visit, limit: 100)
    let page = PageOfRows(of: rows, offset: paging.offset, limit: paging.limit)
    var body: HTML = "\(form.html)"
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: title, section: section, body: body)
    }
    body += paging.head(page, listing: listing)
    body += table(page.rows)
    body += paging.foot(page)
    return Page(title: title, section: section, body: body)
  }
}

/// Names with two numbers each.
struct CountedNames {
  /// A row: the name, where it leads, its numbers.
  struct Row {
    var name: String
    var address: Address
    var counts: (Int, Int)
  }

  /// What is listed, for those who do not see the table.
  var label: Phrase
  /// The heads of the columns, and what each is sorted by.
  var columns: [(head: Phrase, order: String)]
  let words: Words
  let sorting: TableSorting

  /// The table of some rows.
  func html(_ rows: [Row]) -> HTML {
    var html = Scrolling.open(words[label])
    html += "<table><thead><tr>"
    for (place, column) in columns.enumerated() {
      html += TableSorting.head(words[column.head], column.order, isNumber: place > 0, sorting)
    }
    html += "</tr></thead><tbody>\n"
    for row in rows {
      html += """
        <tr><th scope="row"><a href="\(row.address)">\(row.name)</a></th>\
        <td class="n">\(words.number(Double(row.counts.0)))</td><td class="n">\(words.number(Double(row.counts.1)))</td></tr>

        """
    }
    html += "</tbody></table></div>\n"
    return html
  }
}
