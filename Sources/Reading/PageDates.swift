import Facts

/// When a page was published.
///
/// A date before 1990 or after the day on which the page was saved is not believed; where nothing can be believed there
/// is none.
struct PageDates {
  let page: HTMLPage
  let blocks: [PageBlock]
  let latest: Day
  let language: LanguageCode?
  /// The headline, which is no part of a dateline.
  var title: String?

  /// Names under which meta tags give the date, the surest first.
  private static let names = [
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "published_time",
    "article:published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dcterms.date",
    "dc.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "published-date",
    "cxenseparse:recs:publishtime", "article.published", "article_date_original", "originalpublicationdate",
    "citation_publication_date",
    "date", "datecreated", "displaydate", "og:pubdate", "bt:pubdate", "rnews:datepublished",
    "weibo:article:create_at",
  ]

  /// What the page declares in JSON-LD, meta tags or microdata.
  func declared(linked: String?, metas: [String: String]) -> Stated<Day>? {
    if let day = linked.flatMap(day) { return Stated(day, "JSON-LD datePublished") }
    for name in PageDates.names {
      if let day = metas[name].flatMap(day) { return Stated(day, "meta \(name)") }
    }
    for at in page.nodes.indices where page.nodes[at].tag != .text && !page.nodes[at].attributes.isEmpty {
      let isPublished = page.value(.itemprop, of: at)?.contains("datePublished") == true
      let isTime = page.nodes[at].tag == .time
      guard isPublished || isTime && (page.range(.pubdate, of: at) != nil || isDatedClass(at)) else {
        continue
      }
      let texts = [page.value(.datetime, of: at), page.value(.content, of: at), page.text(of: at)]
      if let day = texts.lazy.compactMap({ $0.flatMap(day) }).first {
        return Stated(day, isPublished ? "microdata datePublished" : "time")
      }
    }
    return nil
  }

  /// Names under which meta tags give the day of the last change.
  private static let modifiedNames = [
    "article:modified_time", "og:modified_time", "og:updated_time", "article:modified", "datemodified",
    "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "lastmodified", "modified", "revised", "article.updated",
    "parsely-mod-date", "sailthru.updated", "bt:moddate",
  ]

  /// When the page says that it was last changed.
  func modified(linked: String?, metas: [String: String]) -> Stated<Day>? {
    if let day = linked.flatMap(day) { return Stated(day, "JSON-LD dateModified") }
    for name in PageDates.modifiedNames {
      if let day = metas[name].flatMap(day) { return Stated(day, "meta \(name)") }
    }
    for at in page.nodes.indices where page.nodes[at].tag != .text && !page.nodes[at].attributes.isEmpty {
      let isStated = page.value(.itemprop, of: at)?.contains("dateModified") == true
      guard isStated || page.nodes[at].tag == .time && isUpdatedClass(at) else { continue }
      let texts = [page.value(.datetime, of: at), page.value(.content, of: at), page.text(of: at)]
      if let day = texts.lazy.compactMap({ $0.flatMap(day) }).first {
        return Stated(day, isStated ? "microdata dateModified" : "time")
      }
    }
    return nil
  }

  private func isUpdatedClass(_ at: Int) -> Bool {
    page.value(.class, of: at)?.lowercased().split(separator: " ").contains {
      $0 == "updated" || $0 == "modified"
    } == true
  }

  private func isDatedClass(_ at: Int) -> Bool {
    guard let words = page.value(.class, of: at)?.lowercased() else { return false }
    return ["published", "entry-date", "pubdate", "publish"].contains { words.contains($0) }
      && !words.contains("updated ") && !words.hasPrefix("updated")
  }

  /// What a reader sees: in the address, in an element for times near the heading, in a dateline.
  func seen(url: String?) -> Stated<Day>? {
    if let day = url.flatMap(dayInAddress) { return Stated(day, "address", isDeclared: false) }
    let heading = page.nodes.indices.first { page.nodes[$0].tag == .h1 } ?? 0
    let start = max(0, (blocks.firstIndex { $0.nodes.lowerBound >= heading } ?? 0) - 4)
    let near = blocks[start..<min(blocks.count, start + 16)]
    if let first = near.first?.nodes.lowerBound, let last = near.last?.nodes.upperBound {
      for at in first..<last where page.nodes[at].tag == .time {
        if let day = (page.value(.datetime, of: at) ?? page.text(of: at)).flatMapDay(day) {
          return Stated(day, "time", isDeclared: false)
        }
      }
    }
    let dateline = Dateline(language: language)
    for block in near where block.count <= 200 && !block.words.contains(.comments) {
      let text = block.line(after: title)
      if let day = dateline.byline(text)?.day, isBelievable(day) {
        return Stated(day, "dateline", isDeclared: false)
      }
    }
    for block in near where block.prose > 0 {
      let text = String(decoding: block.text, as: UTF8.self)
      if let day = dateline.opening(text), isBelievable(day) {
        return Stated(day, "dateline", isDeclared: false)
      }
    }
    return nil
  }

  private func isBelievable(_ day: Day) -> Bool { day.year >= 1990 && day <= latest }

  /// "2025-11-13T08:00:00+01:00", "20251113", "Thu, 13 Nov 2025 08:00:00 GMT": the day where the page was made.
  func day(_ text: String) -> Day? {
    let text = PastedText.trimmed(text.prefix(60))
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.utf8.count == 8 || digits.utf8.count == 14 {
      let bytes = Array(digits.utf8.prefix(8))
      let iso = String(decoding: bytes[0..<4] + [0x2D] + bytes[4..<6] + [0x2D] + bytes[6..<8], as: UTF8.self)
      if let day = Day(iso), isBelievable(day) { return day }
    }
    let dayComesFirst: Bool? = language.flatMap { $0 == .english || $0 == .other ? nil : true }
    let found = Day(text) ?? DateFinder(dayComesFirst: dayComesFirst).dates(in: text).first?.day
    return found.flatMap { isBelievable($0) ? $0 : nil }
  }

  /// "/2025/11/13/", "/2025-11-13-", "/20251113/".
  func dayInAddress(_ url: String) -> Day? {
    let numbers = url.split { !($0.isASCII && $0.isNumber) }
    for at in numbers.indices {
      let year = numbers[at]
      if year.utf8.count == 8, let day = day(String(year)) { return day }
      guard year.utf8.count == 4, at + 2 < numbers.endIndex, numbers[at + 1].utf8.count <= 2,
        numbers[at + 2].utf8.count <= 2,
        url.distance(from: year.endIndex, to: numbers[at + 1].startIndex) == 1,
        url.distance(from: numbers[at + 1].endIndex, to: numbers[at + 2].startIndex) == 1,
        let y = Int(year), let m = Int(numbers[at + 1]), let d = Int(numbers[at + 2]),
        let day = Day(year: y, month: m, day: d), isBelievable(day)
      else { continue }
      return day
    }
    return nil
  }
}

extension String {
  fileprivate func flatMapDay(_ read: (String) -> Day?) -> Day? { read(self) }
}
