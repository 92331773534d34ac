import Facts
import Lexicon

/// How far a model's name goes: trees that were trained on annotated articles tell, word by word behind what is known, whether it belongs.
extension NameFinder {
  /// The words that the trees may join to a name, at most.
  private static let mostWords = 5

  /// The token past the word that a name may go on with, and what stands between.
  func wordBehind(_ t: Int, names: [Int: NameMention], maker: String) -> (end: Int, link: NameJoint.Link)? {
    guard t > 0, t < tokens.count, sameLine(t - 1, t) else { return nil }
    var at = t
    var link = NameJoint.Link.blank
    let gap = tokens[t].start - tokens[t - 1].end
    if tokens[t].sort == .mark {
      let mark = text.bytes[tokens[t].start]
      guard gap == 0, t + 1 < tokens.count, mark == 0x2D || mark == 0x2E else { return nil }
      // "GT-Line"; "ID. Lupo": a stop behind two or three capitals alone.
      if mark == 0x2D {
        guard !tokens[t + 1].spaceBefore else { return nil }
        link = .hyphen
      } else {
        let isShort = (2...3).contains(tokens[t - 1].end - tokens[t - 1].start)
        guard isShort, tokens[t - 1].sort == .word, isAllCapitals(t - 1),
          tokens[t + 1].start - tokens[t].end <= 1, sameLine(t, t + 1)
        else { return nil }
        link = .stop
      }
      at = t + 1
    } else if gap == 0 {
      link = .nothing
    } else if gap > 1 {
      return nil
    }
    let token = tokens[at]
    // "Leaf CHF 38’990": a currency is no part of a name.
    if (cuesAt[at] ?? []).contains(where: { $0.end >= token.end && NameJoint.Meaning($0.cue) == .currency }) {
      return nil
    }
    switch token.sort {
    case .word: guard token.isCapital || link == .hyphen && token.end - token.start == 1 else { return nil }
    case .mixed: guard hasCapital(token) || token.end - token.start <= 4 else { return nil }
    case .number: guard token.end - token.start <= 3, link != .nothing else { return nil }
    default: return nil
    }
    if let name = names[at], name.sort == .maker || name.maker != maker { return nil }
    return (at + 1, link)
  }

  /// The place behind a name, where a word follows that may belong to it.
  func joint(_ name: NameMention, _ end: Int, steps: Int, names: [Int: NameMention], looks: JointLooks) -> (
    NameJoint, Int
  )? {
    guard steps < NameFinder.mostWords, let (next, link) = wordBehind(end, names: names, maker: name.maker)
    else { return nil }
    // "The YU7 SUV" is a YU7, "EQE SUV" a name: what a body says belongs to a name that is written so again, or behind digits ("0 SUV").
    if (cuesAt[next - 1] ?? []).contains(where: { $0.end >= tokens[next - 1].end && isBody($0.cue) }),
      tokens[end - 1].sort != .number, !standsAgain(name, next - 1)
    {
      return nil
    }
    let joint = NameJoint(
      before: written(name.start, tokens[end - 1].end), after: written(name.start, tokens[next - 1].end),
      maker: name.maker,
      features: features(name, end, next, link, steps, names, looks))
    return (joint, next)
  }

  func isAllCapitals(_ t: Int) -> Bool {
    (tokens[t].start..<tokens[t].end).allSatisfy {
      !Letters.isASCIILetter(text.bytes[$0]) || text.isUpper($0)
    }
  }

  private func features(
    _ name: NameMention, _ end: Int, _ next: Int, _ link: NameJoint.Link, _ steps: Int,
    _ names: [Int: NameMention],
    _ looks: JointLooks
  ) -> [Float] {
    let t = next - 1
    let token = tokens[t]
    let last = tokens[end - 1]
    let bytes = text.bytes
    func flag(_ holds: Bool) -> Float { holds ? 1 : 0 }
    let whole = Array(bytes[name.start..<token.end])
    let known = Array(bytes[name.start..<last.end])
    let word = Array(bytes[token.start..<token.end])
    let together = looks.count(whole)
    var entry: (market: Bool, maker: Bool, nothing: Bool, model: Bool) = (false, false, false, false)
    catalogue.forEachName(in: text, at: token.start) { hitEnd, hit in
      guard hitEnd >= token.end else { return }
      switch hit {
      case .market: entry.market = true
      case .maker: entry.maker = true
      case .nothing: entry.nothing = true
      case .model(let m): if catalogue.models[m].maker == name.maker { entry.model = true }
      }
    }
    let here = names[t]
    var out: [Float] = [
      flag(next <= name.tokenEnd), flag(next > name.tokenEnd && extends(name, t)), Float(steps),
      flag(name.isKnown),
      Float(min(6, end - name.token)), flag(last.sort == .number), flag(last.sort == .mixed),
      flag(isAllCapitals(end - 1)),
      Float(min(12, last.end - name.start)), Float(link.rawValue),
      flag(token.sort == .word), flag(token.sort == .number), flag(token.sort == .mixed),
      flag(token.isCapital || hasCapital(token)),
      flag(isAllCapitals(t)), Float(min(14, word.count)), Float(word.count { Letters.isDigit($0) }),
      flag(occursSmall(word)),
      Float(min(4, together)), Float(min(4, looks.count(known) - together)),
      Float(min(4, looks.count(word) - together)),
      flag(titleContext.text.firstRange(of: whole) != nil),
      flag(dateTokens.contains(t)), flag(amountStarts.contains(t)), flag(isQuantity(t)),
      flag(link == .blank && beginsSentence(t)), flag(here != nil), flag(here?.isKnown == true),
      flag(entry.market), flag(entry.maker),
      flag(entry.nothing), flag(entry.model),
      flag(looks.opensLine(name.token)), flag(looks.hasAmount(name.token)), flag(isArticle(name.token - 1)),
      flag(looks.makerEnds.contains(name.token)), flag(isQuoted(name.token, next)),
      Float(min(8, looks.linesWithNumbers)),
      flag(isPlural(t)),
    ]
    for language in [LanguageCode.german, .english, .french, .italian, .spanish, .chinese] {
      out.append(flag(self.language == language))
    }
    out += meanings(t)
    var follower = [Float](repeating: 0, count: NameJoint.Follower.allCases.count)
    follower[self.follower(next).rawValue] = 1
    out += follower
    out +=
      next < tokens.count && sameLine(t, next)
      ? meanings(next) : [Float](repeating: 0, count: NameJoint.Meaning.allCases.count)
    return out
  }

  /// What the lexicon says of a word.
  private func meanings(_ t: Int) -> [Float] {
    var out = [Float](repeating: 0, count: NameJoint.Meaning.allCases.count)
    for cue in cuesAt[t] ?? [] where cue.end >= tokens[t].end { out[NameJoint.Meaning(cue.cue).rawValue] = 1 }
    return out
  }

  /// What stands at a token, as a word's follower.
  private func follower(_ t: Int) -> NameJoint.Follower {
    guard t < tokens.count, sameLine(t - 1, t) else { return .lineEnd }
    switch tokens[t].sort {
    case .number: return .number
    case .mixed: return .mixed
    case .word, .ideograph: return tokens[t].isCapital ? .capital : .small
    case .mark:
      switch folded(t) {
      case ",", "、", "，": return .comma
      case ".", "!", "?", "。": return .stop
      case ":", "：": return .colon
      case "(", ")", "[", "]", "（", "）": return .bracket
      case ";", "；": return .semicolon
      case "\"", "'", "«", "»", "“", "”", "„", "’": return .quote
      case "-", "–", "—": return .hyphen
      default: return .otherMark
      }
    }
  }

  /// Whether the name and the word stand between quotation marks together.
  private func isQuoted(_ start: Int, _ next: Int) -> Bool {
    guard start > 0, next < tokens.count else { return false }
    let quotes: Set<String> = ["\"", "'", "«", "»", "“", "”", "„", "’", "「", "」"]
    return quotes.contains(folded(start - 1)) && quotes.contains(folded(next))
  }
}
