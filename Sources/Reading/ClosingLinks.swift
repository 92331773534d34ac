/// Lines at the end of an article that lead to other ones, and what pages put beside them.
enum ClosingLinks {
  /// How such a line begins, in small letters.
  private static let openings = [
    "lesen sie auch", "lesen sie mehr", "lesen sie weiter", "mehr zum thema", "mehr dazu", "weitere artikel",
    "weitere themen",
    "wir empfehlen", "das könnte sie", "das könnte dich", "auch interessant", "auch lesenswert", "zum thema:",
    "siehe auch",
    "passend dazu", "folgen sie uns", "diese seite wurde", "dieser artikel wurde übersetzt", "newsletter",
    "read more", "read also", "also read", "read next", "see also", "more on this", "more from",
    "more stories", "related:",
    "related articles", "related stories", "related posts", "you may also like", "you might also",
    "recommended", "up next",
    "this page is translated", "this page was translated", "this article was translated", "subscribe to",
    "sign up for",
    "follow us", "share this", "click here", "don't miss", "filed under", "tags:",
    "à lire aussi", "a lire aussi", "lire aussi", "lire également", "à lire également", "à lire :",
    "à découvrir",
    "articles similaires", "sur le même sujet", "sur le même thème", "vous aimerez aussi",
    "nous vous recommandons",
    "cette page est traduite", "cet article est traduit", "suivez-nous", "abonnez-vous",
    "pour aller plus loin",
    "leggi anche", "leggi di più", "leggi tutto", "potrebbe interessarti", "ti potrebbe interessare",
    "potrebbero interessarti",
    "articoli correlati", "vedi anche", "ti consigliamo", "iscriviti", "seguici",
    "lee también", "lea también", "leer también", "te puede interesar", "también te puede",
    "puede interesarle",
    "te recomendamos", "le recomendamos", "artículos relacionados", "noticias relacionadas", "ver también",
    "más información en",
    "suscríbete", "síguenos", "más noticias",
    "延伸阅读", "延伸閱讀", "相关阅读", "相關閱讀", "推荐阅读", "推薦閱讀", "更多阅读", "阅读更多", "閱讀更多", "相关文章", "相關文章",
    "相关新闻", "相關新聞", "猜你喜欢", "热门推荐", "责任编辑", "責任編輯", "返回搜狐", "点击进入", "扫码关注", "关注我们",
  ]

  /// The openings by their first character, for most lines begin with none of them.
  private static let byInitial = Dictionary(grouping: openings) { $0.unicodeScalars.first ?? " " }

  /// A line of this many bytes is text, whatever it begins with.
  private static let longestLink = 240
  /// At most so many titles of other articles stand under their heading.
  private static let mostTitles = 15

  /// Whether a line leads elsewhere.
  static func isLink(_ line: String) -> Bool {
    guard line.utf8.count <= longestLink else { return false }
    var start = line[...]
    while let first = start.unicodeScalars.first, !first.properties.isAlphabetic {
      start.unicodeScalars.removeFirst()
    }
    let head = String(start.unicodeScalars.prefix(40)).lowercased()
    guard let first = head.unicodeScalars.first, let candidates = byInitial[first] else { return false }
    return candidates.contains { head.utf8.starts(with: $0.utf8) }
  }

  private static let plugs = [
    "newsletter", "follow us on", "follow him on", "follow her on", "follow me on", "sign up for",
    "on twitter @", "abonnieren sie",
    "folgen sie uns", "abonnez-vous", "suivez-nous", "iscriviti", "seguici su", "suscríbete", "síguenos",
    "扫码关注", "关注公众号",
  ]

  /// Whether a line with links asks to subscribe or to follow someone.
  static func isPlug(_ line: String) -> Bool {
    let bytes = Array(line.lowercased().utf8)
    return plugBytes.contains { plug in
      guard bytes.count >= plug.count else { return false }
      return (0...(bytes.count - plug.count)).contains {
        bytes[$0] == plug[0] && bytes[$0...].starts(with: plug)
      }
    }
  }

  /// As bytes, which are searched much faster than characters.
  private static let plugBytes = plugs.map { Array($0.utf8) }

  /// The lines without the links at their end.
  static func dropped(from lines: [String]) -> [String] {
    var end = lines.count
    var at = end
    var titles = 0
    while at > 1 {
      let line = lines[at - 1]
      if line.isEmpty {
        at -= 1
      } else if isLink(line) {
        at -= 1
        end = at
        titles = 0
      } else if titles < mostTitles, line.utf8.count <= 150, !PastedText.endsAsSentence(line) {
        // Perhaps the title of another article: it goes if a heading for such titles stands above.
        titles += 1
        at -= 1
      } else {
        break
      }
    }
    while end > 0, lines[end - 1].isEmpty { end -= 1 }
    return Array(lines[..<end])
  }
}
