import Facts

/// The line that says who wrote an article, where and when.
///
/// - Finds: "By Ann Smith · 26 September 2025", "Berlin, 13. November 2025", "文／陈默　2026年1月6日",
///   "GOTHENBURG, July 10, 2025 – The maker …" at the start of a text, "Stand: 13.11.2025" at its end.
/// - Leaves alone: "On 13 November 2025 the maker showed …", a sentence.
struct Dateline {
  private let finder: DateFinder

  init(language: LanguageCode?) {
    let dayComesFirst: Bool? =
      switch language {
      case .german, .french, .italian, .spanish: true
      case .english, .chinese, .other, nil: nil
      }
    finder = DateFinder(dayComesFirst: dayComesFirst)
  }

  /// The longest byline, in bytes; a sentence with a date in it is seldom so short.
  private static let longestByline = 160

  /// Words that begin a byline.
  private static let openings = [
    "by ", "von ", "par ", "di ", "por ", "de notre ", "text: ", "foto: ", "autor: ", "author: ", "redazione",
    "a cura di",
    "文／", "文/", "文丨", "文|", "作者", "记者", "記者", "来源：", "来源:", "來源：", "published", "updated", "posted",
    "veröffentlicht", "aktualisiert", "publié", "mis à jour", "pubblicato", "aggiornato", "publicado",
    "actualizado",
    "发布时间", "發布時間", "发布于", "stand:", "datum:", "date:", "data:", "fecha:", "le ", "am ", "el ", "il ",
  ]
  /// Openings that are also how a sentence begins: they count only with a date.
  private static let weakOpenings = [
    "von ", "par ", "di ", "por ", "by ", "le ", "am ", "el ", "il ", "data:", "date:",
  ]

  /// Whether a line is one of author, place or date, and so no headline.
  static func looksLikeByline(_ line: String) -> Bool {
    Dateline(language: .german).byline(line) != nil
  }

  /// Whether a line opens as a byline does and tells a day: "Par Claire Delmas, publié le 9 avril 2025".
  func isByline(_ line: String) -> Bool {
    let lower = line.lowercased()
    return Dateline.openings.contains { lower.hasPrefix($0) } && byline(line)?.hasDay == true
  }

  /// What a line says if it is a byline: a day, or nothing but the author.
  func byline(_ line: String) -> (day: Day?, hasDay: Bool)? {
    guard line.utf8.count <= Dateline.longestByline else { return nil }
    let lower = line.lowercased()
    let opens = Dateline.openings.contains { lower.hasPrefix($0) }
    if let found = finder.dates(in: line).first, isBelievable(found.day) {
      // Beside the date stand names, places and marks; a sentence has a verb and so more small words.
      let rest = without(found.range, line)
      if smallWords(rest) <= (opens ? 4 : 2), !PastedText.endsAsSentence(rest) || rest.utf8.count < 30,
        found.range.count * 4 >= line.utf8.count || opens
      {
        return (found.day, true)
      }
      return nil
    }
    let isStrong = opens && !Dateline.weakOpenings.contains { lower.hasPrefix($0) }
    let isName =
      lower.hasPrefix("by ") || lower.hasPrefix("von ") || lower.hasPrefix("par ") || lower.hasPrefix("por ")
    if isStrong, line.utf8.count <= 60, !PastedText.endsAsSentence(line), !line.hasSuffix("?") {
      return (nil, false)
    }
    if isName, line.utf8.count <= 50, smallWords(line) <= 1, !PastedText.endsAsSentence(line),
      startsNames(line)
    {
      return (nil, false)
    }
    return nil
  }

  /// The day in the dateline with which a paragraph opens.
  ///
  /// "BERLIN, 13. November 2025 (dpa) – Der Hersteller …"
  func opening(_ paragraph: String) -> Day? {
    let head = String(paragraph.unicodeScalars.prefix(140))
    guard let found = finder.dates(in: head).first, isBelievable(found.day) else { return nil }
    let bytes = Array(head.utf8)
    let before = String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[found.range.upperBound...], as: UTF8.self)
    guard before.utf8.count <= 70, smallWords(before) <= 1, !before.contains(". ") else { return nil }
    let next = PastedText.trimmed(after)
    // "2026年1月6日讯", "July 10, 2025 – ", "(13. November 2025) – ", "July 10, 2025 /PRNewswire/ --".
    let marks = ["–", "—", "-", "(", ")", ":", "：", "讯", "訊", "电", "電", "/", "|", "·", "，讯"]
    return marks.contains { next.hasPrefix($0) } ? found.day : nil
  }

  /// The day of a last line that states one and nothing else: "Stand: 13.11.2025", "发布时间：2026-01-06 10:00".
  func closing(_ line: String) -> Day? {
    guard line.utf8.count <= 80, let found = finder.dates(in: line).first, isBelievable(found.day),
      found.range.count * 5 >= line.utf8.count * 2
    else { return nil }
    return smallWords(without(found.range, line)) <= 2 ? found.day : nil
  }

  private func isBelievable(_ day: Day) -> Bool { (1990...2100).contains(day.year) }

  private func without(_ range: Range<Int>, _ line: String) -> String {
    var bytes = Array(line.utf8)
    bytes.removeSubrange(range)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number of words that begin with a small letter, Chinese characters by fours.
  private func smallWords(_ text: String) -> Int {
    var han = 0
    var small = 0
    for word in text.split(whereSeparator: { $0.isWhitespace || $0.isPunctuation }) {
      guard let first = word.unicodeScalars.first else { continue }
      if first.properties.isIdeographic {
        han += word.unicodeScalars.count
      } else if first.properties.isLowercase, word.count > 1 {
        small += 1
      }
    }
    return small + max(0, han - 10) / 4
  }

  private func startsNames(_ line: String) -> Bool {
    let words = line.split(separator: " ").dropFirst()
    return (1...6).contains(words.count) && words.first?.unicodeScalars.first?.properties.isUppercase == true
  }
}
