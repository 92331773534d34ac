import EVFacts

/// What stands around a listing: how many rows there are, the pages before and behind, and the downloads.
struct Paging {
  let visit: Visit
  let offset: Int
  let limit: Int

  init(_ visit: Visit, limit: Int = 50) {
    self.visit = visit
    (offset, self.limit) = visit.part(of: limit)
  }

  /// Which rows are shown, of how many, and the downloads of all of them.
  func head<Row>(_ page: PageOfRows<Row>, listing: StaticString, fixed: [(name: String, value: String)] = [])
    -> HTML
  {
    let words = visit.words
    let downloads = ["csv", "xlsx", "json"].map { format -> HTML in
      let items = visit.query.items.filter {
        !["offset", "limit", ReaderLanguage.parameter].contains($0.name)
      }
      let address = Address("/download", "\(listing).\(format)").with(fixed).with(items)
      return "<a href=\"\(address)\" download>\(format.uppercased())</a>"
    }
    return """
      <div class="listhead"><p class="count">\(count(page))</p>
      <p class="downloads"><span>\(words[.download])</span> \(HTML(downloads, between: " "))</p></div>

      """
  }

  /// Which rows are shown, of how many.
  func count<Row>(of page: PageOfRows<Row>) -> HTML {
    page.rows.isEmpty ? "" : "<p class=\"count q\">\(count(page))</p>\n"
  }

  private func count<Row>(_ page: PageOfRows<Row>) -> String {
    let words = visit.words
    guard !page.rows.isEmpty else { return "" }
    let total = words.number(Double(page.total))
    let all = page.isCountCut ? words.filled(.moreThan, total) : total
    if page.total <= page.rows.count { return words.counted(.rowOne, .rowMany, page.total) }
    return words.filled(
      .rowsOf,
      [
        "a": words.number(Double(offset + 1)), "b": words.number(Double(offset + page.rows.count)), "n": all,
      ])
  }

  /// Links to the pages before and behind.
  func foot<Row>(_ page: PageOfRows<Row>) -> HTML {
    let words = visit.words
    let address = visit.address(without: "offset")
    var links: [HTML] = []
    if offset > 0 {
      let before = max(0, offset - limit)
      let to = before == 0 ? address : address.with("offset", String(before))
      links.append("<a rel=\"prev\" href=\"\(to)\">\(words[.previous])</a>")
    }
    if offset + page.rows.count < page.total {
      let to = address.with("offset", String(offset + limit))
      links.append("<a rel=\"next\" href=\"\(to)\">\(words[.next])</a>")
    }
    return links.isEmpty
      ? "" : "<nav class=\"pages\" aria-label=\"\(words[.pages])\">\(HTML(links, between: " "))</nav>"
  }
}
