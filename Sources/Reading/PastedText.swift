import Facts

/// An article as people paste it: a title line, perhaps a dateline, paragraphs, links to other articles at the end.
///
/// Paragraphs come out separated by an empty line, whether the paste had empty lines, one line a paragraph, or lines
/// broken at a margin.
struct PastedText {
  var title: String?
  var published: Day?
  var publishedSource = "dateline"
  var paragraphs: [String] = []

  /// Reads a normalised text; `isMarkdown` takes marks of headings, links and emphasis away.
  init(_ text: String, language: LanguageCode, isMarkdown: Bool = false) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { PastedText.trimmed($0) }
    if isMarkdown { lines = Markdown.plain(lines) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines = Array(lines.drop { $0.isEmpty })
    lines = ClosingLinks.dropped(from: lines)
    let dateline = Dateline(language: language)
    title = PastedText.takeTitle(&lines)
    takeBylines(&lines, dateline)
    if title == nil {
      title = PastedText.takeTitle(&lines)
      takeBylines(&lines, dateline)
    }
    paragraphs = ParagraphJoiner.paragraphs(of: lines)
    if published == nil, let first = paragraphs.first { published = dateline.opening(first) }
  }

  /// Takes the first line away if it reads as a headline: no full stop, and longer text after it.
  private static func takeTitle(_ lines: inout [String]) -> String? {
    guard let first = lines.first, first.utf8.count <= 300, !endsAsSentence(first),
      !Dateline.looksLikeByline(first)
    else { return nil }
    let rest = lines.dropFirst().filter { !$0.isEmpty }
    guard let longest = rest.map(\.utf8.count).max() else { return nil }
    // A line of running text follows: longer than the headline itself, or ended as a sentence.
    guard longest > first.utf8.count || rest.contains(where: { endsAsSentence($0) }) else { return nil }
    // The first line of a text broken at a margin runs on in the next one; a headline does not.
    if lines.count > 1, !lines[1].isEmpty, ParagraphJoiner.margin(of: lines) != nil,
      let initial = lines[1].unicodeScalars.first, initial.properties.isLowercase
    {
      return nil
    }
    lines.removeFirst()
    lines = Array(lines.drop { $0.isEmpty })
    return first
  }

  /// Takes lines of author, place and date from the top, and a dated line ("Stand: 13.11.2025") from the end.
  private mutating func takeBylines(_ lines: inout [String], _ dateline: Dateline) {
    var looked = 0
    var at = 0
    while at < lines.count, looked < 4 {
      let line = lines[at]
      if line.isEmpty {
        at += 1
        continue
      }
      looked += 1
      guard let byline = dateline.byline(line), lines.count > at + 1 || published == nil else {
        // A standfirst may stand between the title and the byline, so one more line is looked at.
        at += 1
        continue
      }
      if published == nil { published = byline.day }
      lines.remove(at: at)
    }
    lines = Array(lines.drop { $0.isEmpty })
    while let last = lines.last, lines.count > 1 {
      if last.isEmpty {
        lines.removeLast()
        continue
      }
      guard let day = dateline.closing(last) else { break }
      if published == nil { (published, publishedSource) = (day, "last line") }
      lines.removeLast()
    }
  }

  /// Whether a line ends as a sentence does; a question or a shout may be a headline.
  static func endsAsSentence(_ line: String) -> Bool {
    var end = line.unicodeScalars.last
    if let last = end, "\"”“»’'）)」』".unicodeScalars.contains(last) {
      end = line.unicodeScalars.dropLast().last
    }
    guard let end else { return false }
    return ".。;；,，:：…".unicodeScalars.contains(end) && !line.hasSuffix("...") && end != "…"
  }

  /// A line without white space of any script at its ends, and with single spaces inside.
  static func trimmed(_ line: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(line.utf8.count)
    for byte in line.utf8 {
      let byte: UInt8 = byte == 0x09 ? 0x20 : byte
      if byte == 0x20, out.last == 0x20 || out.isEmpty { continue }
      out.append(byte)
    }
    var text = Substring(String(decoding: out, as: UTF8.self))
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }
}
