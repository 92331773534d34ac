import Facts
import Lexicon

/// Makers that no catalogue knows, told by trees from all places of a word: what the rules see of it, and what stands around it.
extension NameFinder {
  /// The words of which the trees are asked whether they are makers.
  func makerWords(_ names: [NameMention], _ rules: [NameMention], _ clues: MakerClues) -> [MakerWord] {
    let view = WordNameView(finder: self, names: names, unknown: [])
    let ruled = Set(rules.map { FoldedText($0.maker).bytes })
    var places: [[UInt8]: [Range<Int>]] = [:]
    for t in tokens.indices where !view.isWordWithMeaning(t) {
      for run in runs(at: t, view) { places[bytes(of: withoutSuffix(run)), default: []].append(run) }
    }
    return places.sorted {
      ($0.value[0].lowerBound, $0.value[0].count) < ($1.value[0].lowerBound, $1.value[0].count)
    }.map { key, list in
      let first = withoutSuffix(list[0])
      var shares = [Float](repeating: 0, count: MakerWord.Clue.allCases.count)
      for place in list { for clue in makerClues(of: place, clues) { shares[clue.rawValue] += 1 } }
      let count = Float(list.count)
      let own: [Float] = [
        ruled.contains(key) ? 1 : 0, Float(titleContext.points[key] ?? 0), clues.hasOrphans ? 1 : 0,
        Float(min(8, clues.models.count)), Float(list.count { $0 != withoutSuffix($0) }),
        Float(min(12, view.times(key))),
      ]
      return MakerWord(
        name: written(first), places: list.map(withoutSuffix),
        isRuled: ruled.contains(key) && shares[MakerWord.Clue.makerWord.rawValue] > 0,
        features: view.features(key, list) + shares.map { $0 / count } + shares.map { $0 > 0 ? 1 : 0 } + own)
    }
  }

  /// The makers that nobody knows: those words that the trees hold for makers, and those of the rules that the trees were not asked of.
  func makers(among words: [MakerWord], _ rules: [NameMention]) -> [NameMention] {
    let likely = NameDecisions.makers(words)
    let asked = Set(words.map { FoldedText($0.name).bytes })
    var out = rules.filter { !asked.contains(FoldedText($0.maker).bytes) }
    var taken = Set(out.flatMap { $0.token..<$0.tokenEnd })
    let order = words.indices.filter { likely[$0] > 0 }.sorted {
      (words[$1].places[0].count, likely[$1], $0) < (words[$0].places[0].count, likely[$0], $1)
    }
    for i in order {
      let name = printed(words[i].name)
      for place in words[i].places + genitives(of: words[i]) where taken.isDisjoint(with: place) {
        taken.formUnion(place)
        out.append(
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[place.lowerBound].start,
            end: tokens[place.upperBound - 1].end, token: place.lowerBound, tokenEnd: place.upperBound,
            isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// "ORVANE" in capitals throughout is a way of printing.
  func printed(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }), name.utf8.count > 4 else { return name }
    return name.prefix(1) + name.dropFirst().lowercased()
  }

  /// "Twigas neue Limousine": in German the genitive is written without an apostrophe.
  private func genitives(of word: MakerWord) -> [Range<Int>] {
    guard language == .german, let first = word.places.first, first.count == 1 else { return [] }
    let bytes = bytes(of: first) + [0x73]
    return tokens.indices.filter {
      tokens[$0].isCapital && text.bytes[tokens[$0].start..<tokens[$0].end].elementsEqual(bytes)
    }.map {
      $0..<$0 + 1
    }
  }

  /// "Twiga Motors" is Twiga.
  private func withoutSuffix(_ run: Range<Int>) -> Range<Int> {
    guard run.count > 1, NameFinder.suffixes.contains(folded(run.upperBound - 1)) else { return run }
    return run.lowerBound..<run.upperBound - 1
  }

  /// What is seen of one place.
  private func makerClues(of place: Range<Int>, _ clues: MakerClues) -> [MakerWord.Clue] {
    let t = place.lowerBound
    let last = place.upperBound - 1
    var out: [MakerWord.Clue] = []
    func add(_ clue: MakerWord.Clue, _ holds: Bool) { if holds { out.append(clue) } }
    add(.makerWord, isBesideMakerWord(t, clues) || last > t && isBesideMakerWord(last, clues))
    add(.verb, isBeforeVerb(last))
    add(.joined, isJoined(last))
    add(.founded, isFounded(last))
    add(.origin, isOrigin(t, clues))
    add(.place, isPlace(t))
    add(.cited, isCited(t))
    add(
      .code,
      isBeforeCode(last)
        || last + 1 < tokens.count && sameLine(last, last + 1) && clues.models.contains(last + 1))
    add(.suffix, isBeforeSuffix(last) || NameFinder.suffixes.contains(folded(last)))
    add(.capital, isBesideCapital(t, clues))
    add(.heads, clues.heads.contains(t))
    add(.determined, isDetermined(t))
    add(.digit, isBeforeDigit(last))
    return out
  }
}
