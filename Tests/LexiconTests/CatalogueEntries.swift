import Lexicon

extension Catalogue {
  /// All that the catalogue finds in a text, wherever it begins.
  func entries(in text: String) -> [NameEntry] {
    let folded = FoldedText(text)
    var out: [NameEntry] = []
    for start in folded.bytes.indices { forEachName(in: folded, at: start) { out.append($1) } }
    return out
  }
}
