import Facts
import Lexicon

/// Finds names that an unknown name may have been meant for.
struct NearestNames {
  let catalogue: Catalogue
  let source: any NameSource

  /// Up to three names near to the words, nearest first.
  func of(_ words: [String]) -> [String] {
    var keys: Set<String> = []
    for (number, word) in words.enumerated() {
      keys.insert(nameKey(word))
      if number + 1 < words.count { keys.insert(nameKey(word + words[number + 1])) }
    }
    // Short words lie near to a great many names; with a digit they are names themselves.
    keys = keys.filter { key in
      (4...30).contains(key.count) || key.count >= 2 && key.contains(where: \.isNumber)
    }
    guard !keys.isEmpty, keys.count <= 12 else { return [] }
    let known = source.allNames()
    var found: [String: Int] = [:]
    func consider(_ name: String, shown: String) {
      let key = Array(nameKey(name).unicodeScalars)
      for word in keys {
        let letters = Array(word.unicodeScalars)
        let allowed = letters.count <= 4 ? 1 : letters.count <= 7 ? 2 : 3
        guard abs(letters.count - key.count) <= allowed, key.count >= 2 else { continue }
        let distance = EditDistance.between(letters, key, atMost: allowed)
        if distance <= allowed { found[shown] = min(found[shown] ?? distance, distance) }
      }
    }
    for maker in catalogue.makers { consider(maker.name, shown: maker.name) }
    for maker in known.manufacturers { consider(maker, shown: maker) }
    for model in catalogue.models {
      consider(model.name, shown: "\(model.maker) \(model.name)")
      consider(model.maker + model.name, shown: "\(model.maker) \(model.name)")
    }
    for name in known.models {
      consider(name.model, shown: "\(name.manufacturer) \(name.model)")
      consider(name.manufacturer + name.model, shown: "\(name.manufacturer) \(name.model)")
    }
    let nearest = found.values.min()
    return found.filter { $0.value == nearest }.sorted {
      ($0.value, $0.key.count, $0.key) < ($1.value, $1.key.count, $1.key)
    }.prefix(3).map(\.key)
  }
}

/// The number of letters to insert, delete, replace or swap (Damerau 1964, optimal string alignment).
enum EditDistance {
  /// The distance, or `atMost + 1` where it is larger.
  static func between<T: Equatable>(_ a: [T], _ b: [T], atMost: Int) -> Int {
    if a.isEmpty || b.isEmpty { return min(max(a.count, b.count), atMost + 1) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
        row.append(cost)
      }
      if (row.min() ?? 0) > atMost { return atMost + 1 }
      before = last
      last = row
    }
    return min(last[b.count], atMost + 1)
  }
}
