import Facts
import Finding
import Lexicon

/// An annotated fact with its place in the folded text.
struct GoldFact {
  let fact: Fact
  private var range: Range<Int>?

  init(_ fact: Fact, _ scene: Scene) {
    self.fact = fact
    let evidence = Array(fact.evidence.utf8)
    let original = scene.mentions.text.original
    guard !evidence.isEmpty, let at = original.firstRange(of: evidence)?.lowerBound else { return }
    // Original to folded: the offsets rise, so the first folded byte at or past the place.
    let offsets = scene.mentions.text.offsets
    func folded(_ place: Int) -> Int {
      var low = 0
      var high = offsets.count - 1
      while low < high {
        let middle = (low + high) / 2
        if Int(offsets[middle]) < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    range = folded(at)..<folded(at + evidence.count)
  }

  func stands(in sentence: Range<Int>) -> Bool { range?.overlaps(sentence) ?? false }

  func hasValue(_ number: NumberMention) -> Bool {
    guard let value = fact.value, abs(value - number.value) <= 0.001 * value else { return false }
    if let max = fact.valueMax {
      guard let other = number.valueMax, abs(max - other) <= 0.001 * max else { return false }
    } else if number.valueMax != nil {
      return false
    }
    switch (number.sort, fact.kind) {
    case (.plain, .sales), (.plain, .salesTarget), (.plain, .storeCount), (.plain, .capacity),
      (.plain, .price), (.plain, .range),
      (.amount, .price), (.distance, .range):
      return true
    default: return false
    }
  }

  /// Whether a candidate is the fact's subject.
  static func names(_ fact: Fact, _ key: EntityKey) -> Bool {
    guard brand(fact.manufacturer ?? "") == brand(key.maker) else { return false }
    return model(fact.manufacturer, fact.model) == model(key.maker, key.model)
  }

  private static func brand(_ name: String) -> String {
    let key = nameKey(name)
    let aliases = [
      "mercedes": "mercedesbenz", "vw": "volkswagen", "liauto": "liauto", "greatwall": "gwm",
      "greatwallmotor": "gwm",
    ]
    return aliases[key] ?? key
  }

  private static func model(_ maker: String?, _ name: String?) -> String {
    guard let name else { return "" }
    let words = name.split(separator: " ").filter {
      !["e-tech", "electric", "électrique", "elettrica", "eléctrico", "tech"].contains($0.lowercased())
    }
    let key = nameKey(words.isEmpty ? name : words.joined(separator: " "))
    let prefix = nameKey(maker ?? "")
    return key.hasPrefix(prefix) && key.utf8.count > prefix.utf8.count
      ? String(key.dropFirst(prefix.count)) : key
  }
}
