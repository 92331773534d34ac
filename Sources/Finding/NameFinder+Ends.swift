import Facts
import Lexicon

/// Where models' names end: "SU7 Ultra", "ë-C3 Urban Range", "Luchs 4x4", and not "Model Y 611".
extension NameFinder {
  /// The names with the words that belong to them, and, where they are to be kept, the joints behind them.
  ///
  /// Words for variants belong to the name before them. Of other words the trees are asked, also of those that the rules joined to a name
  /// that nobody knows.
  func withEnds(_ names: [NameMention]) -> (names: [NameMention], joints: [NameJoint]) {
    guard names.contains(where: { $0.sort == .model }) else { return (names, []) }
    let at = Dictionary(names.map { ($0.token, $0) }) { old, _ in old }
    let looks = JointLooks(finder: self, names: names)
    var joints: [NameJoint] = []
    var out: [NameMention] = []
    out.reserveCapacity(names.count)
    for name in names {
      if let last = out.last, name.token < last.tokenEnd { continue }
      out.append(name.sort == .model ? ended(withLetter(name), at, looks, &joints) : name)
    }
    return (out, joints)
  }

  /// A name with its end where it belongs.
  private func ended(
    _ name: NameMention, _ names: [Int: NameMention], _ looks: JointLooks, _ joints: inout [NameJoint]
  ) -> NameMention {
    let sure = surePart(name)
    guard let first = sure.model else { return name }
    var at = sure.tokenEnd
    var parts = [first]
    var steps = 0
    while at < tokens.count, parts.count < 8 {
      if at >= name.tokenEnd, names[at] == nil, tokens[at].start - tokens[at - 1].end <= 1,
        let (word, next) = variant(at: at, afterModel: true)
      {
        // A catalogue name may end with the same word.
        parts.append(word)
        at = next
      } else if let (joint, next) = joint(name, at, steps: steps, names: names, looks: looks),
        NameDecisions.goesOn(joint)
      {
        join(next - 1, behind: at, &parts)
        at = next
        steps += 1
      } else {
        break
      }
    }
    if keepsJoints { joints += allJoints(name, from: sure.tokenEnd, names, looks) }
    if at == name.tokenEnd { return name }
    var out = name
    out.model = parts.joined(separator: " ")
    if at < name.tokenEnd { out.base = out.model }
    out.end = tokens[at - 1].end - (isPlural(at - 1) ? 1 : 0)
    out.tokenEnd = at
    return out
  }

  /// Appends a word to a name as the text writes it.
  private func join(_ t: Int, behind end: Int, _ parts: inout [String]) {
    let from = t > end ? end : t
    let word = written(tokens[from].start, tokens[t].end - (isPlural(t) ? 1 : 0))
    // "GT-Line", "ID. Lupo", 海豚Surf
    if t > end || tokens[t].start == tokens[t - 1].end {
      parts[parts.count - 1] += word
    } else {
      parts.append(word)
    }
  }

  /// The joints behind a name one after the other, whatever the trees say of each.
  private func allJoints(_ name: NameMention, from end: Int, _ names: [Int: NameMention], _ looks: JointLooks)
    -> [NameJoint]
  {
    var out: [NameJoint] = []
    var at = end
    while let (joint, next) = joint(name, at, steps: out.count, names: names, looks: looks) {
      out.append(joint)
      at = next
    }
    return out
  }

  /// What of a name is sure: all of a known one, the known beginning or the first word of another.
  private func surePart(_ name: NameMention) -> NameMention {
    guard !name.isKnown, name.tokenEnd - name.token > 1 else { return name }
    var end = name.token + 1
    // "#5", "e Kyra", "R-80": a mark or a letter is no name alone.
    if tokens[name.token].sort != .mark, tokens[name.token].end - tokens[name.token].start == 1 { end += 1 }
    while end < name.tokenEnd, tokens[end - 1].sort == .mark { end += 1 }
    var model: String?
    catalogue.forEachName(in: text, at: tokens[name.token].start) { last, entry in
      guard case .model(let m) = entry, catalogue.models[m].maker == name.maker,
        last > tokens[end - 1].end || model == nil
      else { return }
      end = max(end, tokenEnd(last, from: name.token))
      model = catalogue.models[m].name
    }
    guard end < name.tokenEnd else { return name }
    var sure = name
    sure.model = model ?? written(name.token..<end)
    sure.tokenEnd = end
    sure.end = tokens[end - 1].end
    return sure
  }

  /// "E-HS5", "e-Jimny": a letter that a hyphen joins to the name behind it.
  private func withLetter(_ name: NameMention) -> NameMention {
    let t = name.token
    guard t > 1, text.bytes[tokens[t - 1].start] == 0x2D, !tokens[t].spaceBefore, !tokens[t - 1].spaceBefore,
      folded(t - 2) == "e" || folded(t - 2) == "ë",
      t == 2 || tokens[t - 2].spaceBefore || tokens[t - 3].sort == .mark,
      let model = name.model
    else { return name }
    let letter = written(t - 2..<t)
    guard !model.lowercased().hasPrefix(letter.lowercased()), !model.lowercased().hasPrefix("e-") else {
      return name
    }
    var out = name
    out.model = letter + model
    if let base = name.base { out.base = letter + base }
    out.start = tokens[t - 2].start
    out.token = t - 2
    return out
  }
}
