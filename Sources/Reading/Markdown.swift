/// Takes the marks of Markdown off a text's lines.
enum Markdown {
  static func plain(_ lines: [String]) -> [String] {
    var lines = lines
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      lines.removeSubrange(0...end)
    }
    return lines.compactMap { line in
      // A rule, the underline of a heading, or the line between a table's head and body.
      if line.utf8.count >= 3, line.utf8.allSatisfy({ "-=*_|: ".utf8.contains($0) }) { return "" }
      if line.hasPrefix("```") || line.hasPrefix("![") { return nil }
      var line = line[...]
      while line.hasPrefix("#") || line.hasPrefix(">") { line = line.dropFirst() }
      return inline(PastedText.trimmed(line))
    }
  }

  /// "[text](address)" becomes "text", and stars, underscores and backticks around words go.
  private static func inline(_ line: String) -> String {
    var out = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "[") {
      guard let close = rest[open...].firstIndex(of: "]"), rest[close...].hasPrefix("]("),
        let end = rest[close...].firstIndex(of: ")")
      else { break }
      out += rest[..<open]
      out += rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: end)...]
    }
    out += rest
    for mark in ["**", "__", "`"] where out.contains(mark) { out = out.split(separator: mark).joined() }
    return out
  }
}
