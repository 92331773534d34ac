import Facts

/// Something that a source says, with the source.
struct Stated<Value> {
  var value: Value
  var source: String
  var isDeclared: Bool

  init(_ value: Value, _ source: String, isDeclared: Bool = true) {
    self.value = value
    self.source = source
    self.isDeclared = isDeclared
  }
}

/// What a reader found, before a person's word and the guess of the language are put to it.
struct ArticleDraft {
  var id: String?
  var title: Stated<String>?
  var published: Stated<Day>?
  var modified: Stated<Day>?
  var author: Stated<String>?
  var publisher: Stated<String>?
  var url: Stated<String>?
  /// Declared where the file is about articles (JSON lines); a page's own word is but a hint.
  var language: Stated<LanguageCode>?
  var text: String
  var notes: [ReadingNote] = []

  init(text: String) { self.text = text }
}
