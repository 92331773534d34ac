import EVFacts

/// What is believed of a maker, a model or a market: a section a kind with its newest facts, and a way to all of them.
struct SubjectSections {
  let words: Words
  /// The address of all facts about it.
  let address: Address
  /// The columns that say the same in all rows.
  let without: Set<FactTable.Column>

  func html(_ groups: [SubjectFacts.Group]) -> HTML {
    var html: HTML = ""
    for group in groups {
      let name = words.kinds(group.kind)
      let all = address.with("kind", group.kind.rawValue)
      let table = FactTable(words: words, without: without.union([.kind, .confidence]), label: name)
      html += """
        <section id="\(group.kind.rawValue)"><h2>\(name) <span class="q">\(words.number(Double(group.total)))</span></h2>
        \(table.html(group.rows))
        """
      if group.total > group.rows.count {
        html +=
          "<p class=\"more\"><a href=\"\(all)\">\(words.filled(.allOfThem, words.number(Double(group.total))))</a></p>"
      }
      html += "</section>\n"
    }
    return html
  }

  /// Links to the sections.
  func contents(_ groups: [SubjectFacts.Group]) -> HTML {
    let links = groups.map { group -> HTML in
      """
      <li><a href="#\(group.kind.rawValue)">\(words.kinds(group.kind)) \
      <span class="q">\(words.number(Double(group.total)))</span></a></li>
      """
    }
    return "<nav class=\"contents\" aria-label=\"\(words[.contents])\"><ul>\(HTML(links))</ul></nav>\n"
  }
}
