/// Lines to paragraphs: an empty line parts them, and so does a line end that no margin explains.
enum ParagraphJoiner {
  /// The widest margin at which mail programs and editors break lines, in characters.
  private static let widestMargin = 110

  static func paragraphs(of lines: [String]) -> [String] {
    let margin = margin(of: lines)
    var paragraphs: [String] = []
    var current = ""
    var lastLine = ""
    for line in lines {
      if line.isEmpty {
        if !current.isEmpty { paragraphs.append(current) }
        current = ""
      } else if current.isEmpty {
        current = line
      } else if let margin, isBroken(lastLine, before: line, margin: margin) {
        current = joined(current, line)
      } else {
        paragraphs.append(current)
        current = line
      }
      lastLine = line
    }
    if !current.isEmpty { paragraphs.append(current) }
    return paragraphs
  }

  /// The width at which a text's lines were broken, `nil` where they end where their author ended them.
  static func margin(of lines: [String]) -> Int? {
    var width = 0
    var ends = 0
    var brokenEnds = 0
    for at in lines.indices where !lines[at].isEmpty { width = max(width, lines[at].unicodeScalars.count) }
    guard (20...widestMargin).contains(width) else { return nil }
    for at in lines.indices.dropLast() where !lines[at].isEmpty && !lines[at + 1].isEmpty {
      guard lines[at].unicodeScalars.count * 4 >= width * 3 else { continue }
      ends += 1
      if !endsSentence(lines[at]) { brokenEnds += 1 }
    }
    // Lines that fill the width end in the middle of a sentence more often than not only if something broke them.
    return ends >= 2 && brokenEnds * 2 > ends ? width : nil
  }

  /// Whether the first word of the next line would not have fitted.
  private static func isBroken(_ line: String, before next: String, margin: Int) -> Bool {
    if isListed(next) { return false }
    let word = next.unicodeScalars.prefix { !$0.properties.isWhitespace }
    let isIdeographic = next.unicodeScalars.first?.properties.isIdeographic == true
    // No line begins with a comma or ends with a bracket in Chinese, so that lines vary by a character or two.
    let needed = isIdeographic ? 3 : word.count + 1
    let count = line.unicodeScalars.count
    if count + needed > margin { return true }
    // Editors break a little early now and then; a sentence that runs on in a small letter was broken.
    return count * 3 > margin * 2 && !endsSentence(line)
      && next.unicodeScalars.first?.properties.isLowercase == true
  }

  private static func isListed(_ line: String) -> Bool {
    ["- ", "• ", "* ", "– ", "· "].contains { line.hasPrefix($0) }
  }

  private static func endsSentence(_ line: String) -> Bool {
    guard let last = line.unicodeScalars.last(where: { !"\"”“»’)）」』".unicodeScalars.contains($0) }) else {
      return false
    }
    return ".!?。！？…:：".unicodeScalars.contains(last)
  }

  private static func joined(_ text: String, _ next: String) -> String {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else {
      return text + next
    }
    if last.properties.isIdeographic || first.properties.isIdeographic
      || "，。、；：！？”」）".unicodeScalars.contains(last)
    {
      return text + next
    }
    if last == "-", first.properties.isLowercase,
      text.unicodeScalars.dropLast().last?.properties.isAlphabetic == true
    {
      // "Elektro-" before "und" or "or" keeps its hyphen; any other word was cut by it.
      let word = next.prefix { $0.isLetter }
      return ["und", "oder", "bzw", "and", "or", "to", "et", "ou", "e", "o", "y"].contains(String(word))
        ? text + " " + next : String(text.dropLast()) + next
    }
    return text + " " + next
  }
}
