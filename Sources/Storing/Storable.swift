import Facts
import GRDB

extension String {
  /// The text as SQLite can hold it: a NUL byte would end it, so it becomes a space, and no byte moves.
  var storable: String {
    utf8.contains(0) ? String(decoding: utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self) : self
  }
}

extension Double {
  /// Whole numbers as integers, so that they read well in any tool; `nil` for what is no number.
  var stored: (any DatabaseValueConvertible)? {
    guard isFinite else { return nil }
    return self == rounded() && abs(self) < 9e15 ? Int64(self) : self
  }
}

extension Article {
  /// The article as SQLite can hold it.
  var storable: Article {
    var article = self
    article.id = id.storable
    article.title = title?.storable
    article.publisher = publisher?.storable
    article.url = url?.storable
    article.text = text.storable
    return article
  }
}

extension ModelName {
  /// The name as SQLite can hold it.
  var storable: ModelName { ModelName(manufacturer: manufacturer.storable, model: model.storable) }
}

extension Fact {
  /// The fact as it comes back from SQLite: without the words that decided, which are not stored.
  var storable: Fact {
    var fact = self
    fact.manufacturer = manufacturer?.storable
    fact.model = model?.storable
    fact.value = value.flatMap { $0.isFinite ? $0 : nil }
    fact.valueMax = valueMax.flatMap { $0.isFinite ? $0 : nil }
    fact.unit = unit?.storable
    fact.market = market?.storable
    fact.attribute = attribute?.storable
    fact.source = source?.storable
    fact.evidence = evidence.storable
    fact.confidence = confidence.flatMap { $0.isFinite ? max(0, min(1, $0)) : nil }
    if let span, span.start < 0 || span.end < span.start { fact.span = nil }
    fact.trail = []
    return fact
  }
}
