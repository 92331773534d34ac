/// What a row is sorted by where rows at hand are sorted as listings are: a number or a text.
package enum SortKey: Comparable {
  /// A number, or a day by its number.
  case number(Double)
  /// A text, by its characters.
  case text(String)
}

extension Array {
  /// The rows by a key each; those without it come last either way, and equal ones as they stood.
  package func sorted(isDescending: Bool, by key: (Element) -> SortKey?) -> [Element] {
    let keyed = enumerated().map { (key: key($1), place: $0, row: $1) }
    return keyed.sorted { a, b in
      switch (a.key, b.key) {
      case (let x?, let y?) where x != y: isDescending ? x > y : x < y
      case (nil, _?): false
      case (_?, nil): true
      default: a.place < b.place
      }
    }.map(\.row)
  }
}
