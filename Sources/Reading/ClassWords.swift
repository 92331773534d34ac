import Lexicon

/// What the words of a class or an id say of an element, in the languages that site makers name things in.
struct ClassWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Navigation, foot, side column, links to other articles, sharing, advertising, sign-up boxes.
  static let aside = ClassWords(rawValue: 1)
  /// What readers write.
  static let comments = ClassWords(rawValue: 2)
  /// The words under a picture.
  static let caption = ClassWords(rawValue: 4)
  /// Author and date.
  static let byline = ClassWords(rawValue: 8)
  /// The article as a whole.
  static let article = ClassWords(rawValue: 16)
  /// Its body: with `article`, the place of the text.
  static let body = ClassWords(rawValue: 32)
  /// Not shown.
  static let hidden = ClassWords(rawValue: 64)
  /// May hold anything ("content", "main"): weighs against `aside` where both stand.
  static let main = ClassWords(rawValue: 128)
  /// Declared to be the text, in microdata.
  static let declared = ClassWords(rawValue: 256)
  /// Within an element whose own words are both `article` and `body`.
  static let inText = ClassWords(rawValue: 512)

  /// Words that count only whole, for their beginnings are common.
  private static let whole: [(words: StaticString, means: ClassWords)] = [
    (
      """
      nav navi navbar menu menus menue foot footer sidebar rail ad ads adv advert adverts adbox banner share sharing shares
      social socials tags tag taglist toolbar tools widget widgets login signin signup paywall subscribe subscription
      subscriptions promo promos promotion teaser teasers teaserlist more next prev previous pager pagination popup modal
      overlay cookie cookies consent gdpr privacy cookielaw outbrain taboola sponsor sponsored sponsors masthead skip breadcrumb breadcrumbs
      rating ratings search print email follow hotlinks trending popular latest recirc ticker feedback donate donation
      onward readmore seealso toc shop cta poll survey rss meta metadata disclaimer copyright legal
      kommentare werbung anzeige anzeigen empfehlungen fusszeile navigation partager publicite pub correlati pubblicita
      relacionados publicidad compartir rechts tuijian xiangguan pressekontakt presskontakt presscontact
      """, .aside
    ),
    (
      "comment comments commentlist disqus respond replies reply kommentar commenti comentarios commentaires discussion",
      .comments
    ),
    (
      "caption captions figcaption credit credits bildunterschrift legende didascalia photocredit imagecaption photo",
      .caption
    ),
    (
      "byline author authors autor autore auteur dateline date datum timestamp published pubdate posted postmeta bio",
      .byline
    ),
    ("article story post entry artikel articolo articulo news beitrag blogpost hentry single", .article),
    (
      "body text content copy inhalt contenu contenido contenuto texto testo texte bodytext fulltext prose",
      .body
    ),
    ("main content page wrapper container site layout primary", .main),
    ("hidden hide invisible offscreen noprint", .hidden),
  ]

  /// Words that count wherever a word begins with them.
  private static let beginnings: [(words: StaticString, means: ClassWords)] = [
    (
      """
      sidebar related recommend newsletter breadcrumb cookie sharebar sharetool socialshare sharedaddy addthis sponsor
      advert promobox navigation navbar footer jp-related yarpp outbrain taboola pagenav subscribe mostread mostpop
      alsolike morefrom inread toolbar signup
      """, .aside
    ),
    ("comment disqus kommentar", .comments),
    ("caption imgcaption photocredit", .caption),
    ("byline authorbox authorinfo", .byline),
    (
      "articlebody articlecontent articletext storybody storycontent storytext entrycontent postcontent postbody posttext contentbody articlemain",
      [.article, .body]
    ),
  ]

  private static let wholeByHash = table(whole)
  private static let beginningByHash = table(beginnings)

  private static func table(_ lists: [(words: StaticString, means: ClassWords)]) -> HashedWords<ClassWords> {
    var found: [UInt64: ClassWords] = [:]
    for list in lists {
      list.words.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          found[WordHash.of(word), default: []].formUnion(list.means)
        }
      }
    }
    return HashedWords(found)
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reads a class or an id: words parted by anything but letters, and where a capital follows a small letter.
  init(_ bytes: ArraySlice<UInt8>) {
    var hash = WordHash.empty
    var length = 0
    var lastWasSmall = false
    var means: ClassWords = []
    func end() {
      if length > 1, let found = ClassWords.wholeByHash[hash] { means.formUnion(found) }
      hash = WordHash.empty
      length = 0
    }
    for byte in bytes {
      let isSmall = byte >= 0x61 && byte <= 0x7A
      let isCapital = byte >= 0x41 && byte <= 0x5A
      guard isSmall || isCapital else {
        end()
        lastWasSmall = false
        continue
      }
      if isCapital, lastWasSmall { end() }
      hash = WordHash.step(hash, byte | 0x20)
      length += 1
      if length > 5, let found = ClassWords.beginningByHash[hash] {
        means.formUnion(found)
      }
      lastWasSmall = isSmall
    }
    end()
    self.init(rawValue: means.rawValue)
  }
}
