import Facts
import Lexicon

/// Finds makers, models and markets in a question, where people care less about capitals than articles do.
struct QuestionNames {
  let tokens: [QuestionToken]
  let catalogue: Catalogue
  let source: any NameSource
  /// The question as written, with capitals at the beginning of words, and in capitals throughout.
  private let spellings: [FoldedText]
  /// Whether it is written in capitals throughout, so that they tell nothing.
  private let isShouted: Bool

  /// A name that the catalogue or the database knows, at a place.
  private struct Hit {
    var start: Int
    var end: Int
    var subject: Query.Subject
    var needsMaker: Bool
    var cost: Int
  }

  init(_ question: String, tokens: [QuestionToken], catalogue: Catalogue, source: any NameSource) {
    self.tokens = tokens
    self.catalogue = catalogue
    self.source = source
    let letters = question.utf8.filter { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    isShouted = letters.count >= 8 && !letters.contains { $0 >= 0x61 }
    spellings = [question, Capitals.first(question), Capitals.all(question)].map(FoldedText.init)
  }

  /// All readings of names, each a piece.
  func pieces() -> [Piece] {
    var makers: [Hit] = []
    var models: [Hit] = []
    var out: [Piece] = []
    var shams: [Range<Int>] = []
    for start in tokens.indices {
      for (spelling, text) in spellings.enumerated() where tokens[start].end <= text.bytes.count {
        let far = spelling == 0 && !isShouted ? 0 : 3
        catalogue.forEachName(in: text, at: tokens[start].start) { byte, entry in
          guard let end = tokenEnd(byte, from: start) else { return }
          switch entry {
          case .nothing: shams.append(start..<end)
          case .maker(let number):
            let subject = Query.Subject(maker: catalogue.makers[number].name)
            makers.append(Hit(start: start, end: end, subject: subject, needsMaker: false, cost: 9 + far))
          case .model(let number):
            let model = catalogue.models[number]
            let subject = Query.Subject(maker: model.maker, model: model.name)
            models.append(
              Hit(start: start, end: end, subject: subject, needsMaker: model.needsMaker, cost: 9 + far))
          case .market(let code, let place):
            // A city is not its country: whoever asks for Munich does not want Germany's figures.
            guard place != .city else { return }
            out.append(
              Piece(
                start: start, end: end, meaning: .market(code: code, isAdjective: place == .adjective),
                cost: 9 + far))
          }
        }
      }
    }
    // "South America" is not America.
    func isSham(_ start: Int, _ end: Int) -> Bool {
      shams.contains { $0.lowerBound <= start && end <= $0.upperBound && end - start < $0.count }
    }
    makers.removeAll { isSham($0.start, $0.end) }
    models.removeAll { isSham($0.start, $0.end) }
    out.removeAll { isSham($0.start, $0.end) }
    known(&makers, &models)
    out += makers.map { Piece(start: $0.start, end: $0.end, meaning: .names([$0.subject]), cost: $0.cost) }
    out += joined(makers, models)
    out += bare(models.filter { !isStrange($0, makers) }, makers: Set(makers.map(\.subject.maker)))
    return out
  }

  /// The token past the one that the byte lies in or ends.
  private func tokenEnd(_ byte: Int, from start: Int) -> Int? {
    var end = start
    while end < tokens.count, tokens[end].end < byte { end += 1 }
    return end < tokens.count && tokens[end].start < byte ? end + 1 : nil
  }

  /// Names of the database: up to five tokens that make its key.
  private func known(_ makers: inout [Hit], _ models: inout [Hit]) {
    var places: [String: [(Int, Int)]] = [:]
    for start in tokens.indices {
      var key = ""
      for end in start..<min(tokens.count, start + 5) {
        key += nameKey(tokens[end].original)
        if !key.isEmpty, key.utf8.count <= 60 { places[key, default: []].append((start, end + 1)) }
      }
    }
    let keys = places.keys.sorted()
    for maker in source.manufacturers(withKeys: keys) {
      for (start, end) in places[nameKey(maker)] ?? [] {
        makers.append(
          Hit(
            start: start, end: end, subject: Query.Subject(maker: maker), needsMaker: false,
            cost: cost(of: maker, start, end)))
      }
    }
    for name in source.models(withKeys: keys) {
      for (start, end) in places[nameKey(name.model)] ?? [] {
        let isWord = name.model.unicodeScalars.allSatisfy { !("0"..."9").contains($0) }
        let isNumber = name.model.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        models.append(
          Hit(
            start: start, end: end, subject: Query.Subject(maker: name.manufacturer, model: name.model),
            needsMaker: isNumber || isWord && name.model.utf8.count <= 2,
            cost: cost(of: name.model, start, end)))
      }
    }
  }

  private func cost(of name: String, _ start: Int, _ end: Int) -> Int {
    let written = tokens[start..<end].map(\.original).joined()
    return written == name.filter { $0 != " " && $0 != "-" && $0 != "." } ? 9 : 12
  }

  /// A maker with its model behind it: "Polestar 2", "BYD's Seal", 小米SU7.
  private func joined(_ makers: [Hit], _ models: [Hit]) -> [Piece] {
    var out: [Piece] = []
    for maker in makers {
      var next = maker.end
      if next < tokens.count, tokens[next].text == "s" { next += 1 }
      var found: [Int: [Query.Subject]] = [:]
      var cost = maker.cost
      for model in models where model.start == next && model.subject.maker == maker.subject.maker {
        if found[model.end]?.contains(model.subject) != true {
          found[model.end, default: []].append(model.subject)
        }
        cost = max(cost, model.cost)
      }
      for (end, subjects) in found {
        out.append(Piece(start: maker.start, end: end, meaning: .names(subjects), cost: cost))
      }
    }
    return out
  }

  /// Whether a model's code stands directly behind the name of another maker, who has no such model: "BMW i9".
  private func isStrange(_ model: Hit, _ makers: [Hit]) -> Bool {
    guard tokens[model.start..<model.end].contains(where: { $0.text.contains(where: \.isNumber) }) else {
      return false
    }
    let before = Set(makers.filter { $0.end == model.start }.map(\.subject.maker))
    guard !before.isEmpty, !before.contains(model.subject.maker) else { return false }
    let owner = catalogue.makers.first { $0.name == model.subject.maker }?.owner ?? ""
    return !before.contains(owner)
  }

  /// Models without their maker; a name that is also a word or a number needs it somewhere in the question.
  private func bare(_ models: [Hit], makers: Set<String>) -> [Piece] {
    var found: [Span: (subjects: [Query.Subject], cost: Int)] = [:]
    for model in models {
      var cost = model.cost
      if model.needsMaker {
        let isWord = tokens[model.start].text.first?.isNumber == false && tokens[model.start].text.count > 1
        guard isWord || makers.contains(model.subject.maker) else { continue }
        cost += makers.contains(model.subject.maker) ? 1 : 4
      }
      var entry = found[Span(start: model.start, end: model.end)] ?? ([], cost)
      entry.cost = min(entry.cost, cost)
      if !entry.subjects.contains(model.subject) { entry.subjects.append(model.subject) }
      found[Span(start: model.start, end: model.end)] = entry
    }
    return found.map { span, entry in
      let named = entry.subjects.filter { makers.contains($0.maker) }
      return Piece(
        start: span.start, end: span.end, meaning: .names(named.isEmpty ? entry.subjects : named),
        cost: entry.cost)
    }
  }

  private struct Span: Hashable {
    var start: Int
    var end: Int
  }
}

/// Texts in other capitals, byte for byte as long as before.
enum Capitals {
  /// With a capital at the beginning of every word.
  static func first(_ text: String) -> String { changed(text) { $0 == nil } }

  /// In capitals throughout.
  static func all(_ text: String) -> String { changed(text) { _ in true } }

  private static func changed(_ text: String, where isCapital: (UInt8?) -> Bool) -> String {
    var previous: UInt8?
    let bytes = text.utf8.map { byte -> UInt8 in
      let isLetter = (0x61...0x7A).contains(byte)
      let changes = isLetter && isCapital(previous)
      previous =
        isLetter || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 ? byte : nil
      return changes ? byte - 0x20 : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
