import Facts

/// What a page says of itself: in JSON-LD, Open Graph and other meta tags, microdata, or to the eye.
struct PageMetadata {
  var title: Stated<String>?
  var published: Stated<Day>?
  var publisher: Stated<String>?
  var url: Stated<String>?
  var language: Stated<LanguageCode>?

  init(_ page: HTMLPage) {
  }
}
