import EVFacts

/// Targets beside what was reported.
struct TargetTable {
  let words: Words
  var sorting: TableSorting?

  func html(_ pairs: [Attainment]) -> HTML {
    var html = Scrolling.open(words[.targets])
    html += "<table class=\"facts\"><thead><tr>"
    html += TableSorting.head(words[.subject], "subject", sorting)
    html += TableSorting.head(words[.attribute], "attribute", sorting)
    html += TableSorting.head(words[.when], "date", sorting)
    html += TableSorting.head(words[.market], "market", sorting)
    html += TableSorting.head(words[.target], "value", isNumber: true, sorting)
    html += TableSorting.head(words[.reported], nil, isNumber: true, nil)
    html += TableSorting.head(words[.reached], nil, isNumber: true, nil)
    html += TableSorting.head(words[.source], nil, nil)
    html += "</tr></thead>\n<tbody>\n"
    let source = SourceMark(words: words)
    for pair in pairs {
      let fact = pair.target.fact
      html += """
        <tr><th scope="row">\(SubjectLink.of(fact, words))</th><td>\(words.attribute(of: fact))</td>\
        <td>\(fact.when.map { words.period($0) })</td><td>\(fact.market.map { words.market($0) })</td>\
        <td class="n">\(words.value(of: fact))</td><td class="n">\(pair.reported.map { words.value(of: $0.fact) })</td>\
        <td class="n">\(pair.percent.map { words.percent($0 / 100) })</td>\
        <td>\(source.html(pair.target))\(pair.reported.map { source.html($0) })</td></tr>

        """
    }
    html += "</tbody></table></div>\n"
    return html
  }
}
