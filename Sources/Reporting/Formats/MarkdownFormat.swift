import Facts

/// A pipe table for notes and wikis; what an article says cannot become markup in it.
public struct MarkdownFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes the header and a line a row; a row that tells a fact ends with its article.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    guard !report.rows.isEmpty else { return }
    let columns = FilledColumns(of: report)
    var names = columns.names
    var rules = columns.columns.map { $0.isNumeric ? "--:" : "---" }
    if report.fact != nil {
      names.append("article")
      rules.append("---")
    }
    try sink("| " + names.map(Self.escaped).joined(separator: " | ") + " |\n")
    try sink("| " + rules.joined(separator: " | ") + " |\n")
    for row in report.rows {
      var fields = columns.columns.map { Self.escaped($0.cell(row).words) }
      if let fact = report.fact {
        fields.append(fact(row).map { Self.link(to: $0.article) } ?? "")
      }
      try sink("| " + fields.joined(separator: " | ") + " |\n")
    }
  }

  /// `[Kilowatt Ledger, 2025-02-14](https://…)`, or only the words where the address is no page of the web.
  private static func link(to article: Article) -> String {
    let words = escaped(
      [article.publisher, article.published?.description ?? article.id].compactMap(\.self)
        .joined(separator: ", "))
    guard let url = article.url, Markup.address(url) != nil else { return words }
    let address = url.unicodeScalars.map { scalar in
      switch scalar {
      case "<", ">", "|", "\\", "`", "\"", "(", ")", " ":
        "%" + String(scalar.value, radix: 16, uppercase: true)
      default: String(scalar)
      }
    }.joined()
    return "[\(words)](<\(address)>)"
  }

  /// The text with every sign that Markdown reads as markup escaped.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in TextStyle.harmless(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": out += "\\"
      case "<":
        out += "&lt;"
        continue
      case ">":
        out += "&gt;"
        continue
      case "&":
        out += "&amp;"
        continue
      default: break
      }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
