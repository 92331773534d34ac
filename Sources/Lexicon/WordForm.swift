import Facts

/// One form of a language file, with what it means.
public struct WordForm: Sendable {
  /// What it means.
  public let cue: Cue
  /// The value after `=`: a number, a month, a currency; `nil` for classes without values.
  public let value: String?
  /// The form as the file has it, where case counts.
  let exact: [UInt8]?
  /// Whether a word may go on before or after the form.
  let openStart: Bool
  let openEnd: Bool
  /// The form that has to follow within a few words, and whether this is such a second part.
  let gapEnd: Int?
  let isGapEnd: Bool
}

/// A form found at a place of a folded text.
public struct WordMatch: Sendable {
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// The form's number in its table.
  public var form: Int
}

/// The forms of one or more language files, ready to be found.
public struct WordTable: Sendable {
  /// All forms; `WordMatch.form` is an index into them.
  public private(set) var forms: [WordForm] = []
  /// The mark before decimals of the language.
  public private(set) var decimalMark: UInt8 = 0x2E
  /// The mark or marks between thousands.
  public private(set) var thousandsMarks: [UInt8] = [0x2C]
  private var forward: Trie
  private var backward: Trie

  /// A form that stands in a file, for messages about what is wrong with it.
  public struct Fault: Error, CustomStringConvertible, Sendable {
    /// What is wrong, with file line and form.
    public let description: String
  }

  /// Reads language files; later ones add to earlier ones. Unknown classes are left out and listed in `faults`.
  public init(files: [String], faults: inout [Fault]) {
    let size = files.reduce(0) { $0 + $1.utf8.count }
    forward = Trie(expected: size)
    backward = Trie(expected: 1024)
    for file in files { read(file, &faults) }
  }

  private mutating func read(_ file: String, _ faults: inout [Fault]) {
    var lineNumber = 0
    for line in file.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      guard let first = line.first, first != 0x23, let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(Substring(line[..<colon]))
      let rest = line[line.index(after: colon)...]
      if name == "code" { continue }
      if name == "number.decimal" {
        decimalMark = rest.first { $0 != 0x20 } ?? decimalMark
        continue
      }
      if name == "number.thousands" {
        let marks = rest.split(separator: 0x7C).map { String(Substring($0)).trimmed }
        thousandsMarks = marks.compactMap { $0 == "space" ? 0x20 : FoldedText($0).bytes.first }
        continue
      }
      guard let cue = Cue.named[name] else {
        faults.append(Fault(description: "line \(lineNumber): no class '\(name)'"))
        continue
      }
      for field in rest.split(separator: 0x7C) { add(String(Substring(field)).trimmed, cue) }
    }
  }

  private mutating func add(_ field: String, _ cue: Cue) {
    guard !field.isEmpty else { return }
    var text = field
    var value: String?
    if let equals = field.lastIndex(of: "="), equals != field.startIndex {
      let after = String(field[field.index(after: equals)...])
      if !after.contains(" "), !after.isEmpty {
        value = after
        text = String(field[..<equals]).trimmed
      }
    }
    if let gap = text.range(" ... ") {
      let head = String(text[..<gap.lowerBound]).trimmed
      let tail = String(text[gap.upperBound...]).trimmed
      insert(tail, cue, value, gapEnd: nil, isGapEnd: true)
      insert(head, cue, value, gapEnd: forms.count - 1, isGapEnd: false)
    } else {
      insert(text, cue, value, gapEnd: nil, isGapEnd: false)
    }
  }

  private mutating func insert(_ form: String, _ cue: Cue, _ value: String?, gapEnd: Int?, isGapEnd: Bool) {
    var text = form
    var exact: [UInt8]?
    var openStart = false
    var openEnd = false
    if text.hasSuffix("!") {
      text.removeLast()
      exact = Array(text.utf8)
    }
    if text.hasSuffix("*") {
      text.removeLast()
      openEnd = true
    }
    if text.hasPrefix("*") {
      text.removeFirst()
      openStart = true
    }
    let folded = FoldedText(text).bytes
    guard !folded.isEmpty else { return }
    forms.append(
      WordForm(
        cue: cue, value: value, exact: exact, openStart: openStart, openEnd: openEnd, gapEnd: gapEnd, isGapEnd: isGapEnd))
    if openStart {
      backward.insert(folded.reversed(), forms.count - 1)
    } else {
      forward.insert(folded, forms.count - 1)
    }
  }

  /// All forms in the text, in order of their places; of forms of one cue that overlap only the longest.
  public func matches(in text: FoldedText) -> [WordMatch] {
    let s = text.bytes
    var found: [WordMatch] = []
    var i = 0
    var previous: Letters.Sort = .newline
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      let inWord = (sort == .letter && (previous == .letter || previous == .digit)) || (sort == .digit && previous == .digit)
      if sort != .space, sort != .newline, !inWord {
        walk(s, i, text, &found)
      }
      if sort == .letter || sort == .digit {
        let next = i + length
        let ends = next >= s.count || { let t = Letters.sort(s, next).0; return t != .letter && t != .digit }()
        if ends { walkBack(s, next, &found) }
      }
      previous = sort
      i += length
    }
    return join(found, in: s)
  }

  private func walk(_ s: [UInt8], _ start: Int, _ text: FoldedText, _ found: inout [WordMatch]) {
    var node: UInt32 = 0
    var i = start
    while i < s.count {
      node = forward.step(node, s[i])
      if node == 0 { return }
      i += 1
      // A run of blanks counts as one.
      if s[i - 1] == 0x20 { while i < s.count, s[i] == 0x20 { i += 1 } }
      guard forward.hasPayload(node) else { continue }
      let atBorder = WordTable.isBorder(s, i)
      forward.forEachPayload(node) { id in
        let form = forms[id]
        guard atBorder || form.openEnd else { return }
        if let exact = form.exact {
          let span = text.span(start, i)
          guard text.original[span.start..<span.end].elementsEqual(exact) else { return }
        }
        found.append(WordMatch(start: start, end: form.openEnd ? WordTable.wordEnd(s, i) : i, form: id))
      }
    }
  }

  private func walkBack(_ s: [UInt8], _ end: Int, _ found: inout [WordMatch]) {
    var node: UInt32 = 0
    var i = end
    while i > 0 {
      node = backward.step(node, s[i - 1])
      if node == 0 { return }
      i -= 1
      guard backward.hasPayload(node) else { continue }
      backward.forEachPayload(node) { id in
        var start = i
        while start > 0, s[start - 1] >= 0x80 || Letters.isASCIILetter(s[start - 1]) || s[start - 1] == 0x2D { start -= 1 }
        found.append(WordMatch(start: start, end: end, form: id))
      }
    }
  }

  /// Whether no word goes on at `i`. Ideographs are words of their own.
  static func isBorder(_ s: [UInt8], _ i: Int) -> Bool {
    guard i < s.count, i > 0 else { return true }
    var back = i - 1
    while back > 0, s[back] & 0xC0 == 0x80 { back -= 1 }
    let (before, _) = Letters.sort(s, back)
    let (after, _) = Letters.sort(s, i)
    switch (before, after) {
    case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): return false
    default: return true
    }
  }

  static func wordEnd(_ s: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      guard sort == .letter || sort == .digit || (s[i] == 0x2D && i + 1 < s.count && Letters.isASCIILetter(s[i + 1])) else { break }
      i += length
    }
    return i
  }

  /// Drops second parts without a first, gives first parts their second, and keeps the longest of a cue.
  private func join(_ found: [WordMatch], in s: [UInt8]) -> [WordMatch] {
    let sorted = found.sorted { ($0.start, -$0.end, $0.form) < ($1.start, -$1.end, $1.form) }
    var out: [WordMatch] = []
    for (i, match) in sorted.enumerated() {
      let form = forms[match.form]
      if form.isGapEnd { continue }
      if let tail = form.gapEnd {
        guard let partner = sorted[i...].first(where: { $0.form == tail && $0.start >= match.end }),
          WordTable.isNear(s, match.end, partner.start)
        else { continue }
        out.append(partner)
        continue
      }
      out.append(match)
    }
    out.sort { ($0.start, -$0.end, $0.form) < ($1.start, -$1.end, $1.form) }
    return out
  }

  /// Whether at most six words and no end of a clause lie between two places.
  private static func isNear(_ s: [UInt8], _ from: Int, _ to: Int) -> Bool {
    guard to - from < 160 else { return false }
    var words = 0
    for i in from..<to {
      if s[i] == 0x20 { words += 1 }
      if s[i] == 0x0A || s[i] == 0x3B || s[i] == 0x3F || s[i] == 0x21 { return false }
    }
    return words <= 7
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var view = Substring(self)
    while let first = view.first, first == " " || first == "\t" || first == "\r" { view.removeFirst() }
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return String(view)
  }

  /// The range of the first occurrence of `part`.
  func range(_ part: String) -> Range<String.Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(part) { return i..<index(i, offsetBy: part.count) }
      i = index(after: i)
    }
    return nil
  }
}

extension WordTable {
  /// The longest number word or multiplier that the bytes begin with, with its value.
  public func longestNumberWord(_ bytes: ArraySlice<UInt8>) -> (length: Int, cue: Cue, value: Double)? {
    var node: UInt32 = 0
    var best: (Int, Cue, Double)?
    for (i, byte) in bytes.enumerated() {
      node = stepForward(node, byte)
      if node == 0 { break }
      payloads(of: node) { form in
        guard form.cue == .numberWord || form.cue == .numberMultiplier, let value = form.value.flatMap(Double.init) else { return }
        best = (i + 1, form.cue, value)
      }
    }
    return best
  }

  private func stepForward(_ node: UInt32, _ byte: UInt8) -> UInt32 { forward.step(node, byte) }
  private func payloads(of node: UInt32, _ body: (WordForm) -> Void) { forward.forEachPayload(node) { body(forms[$0]) } }
}
